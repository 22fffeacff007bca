// The numbers that layout needs of a style record, worked out once a record.

class BoxStyle {
  constructor(record) {
    const v = record.values;
    const length = (index) => CSSValues.length(v[index]);
    const display = BoxStyle.splitDisplay(v[P.display]);
    this.record = record;
    /** How an empty grid item of this style came out last. */
    this.emptyItem = null;
    this.isNone = v[P.display] === 'none';
    this.outer = display[0];
    this.inner = display[1];
    this.position = v[P.position];
    this.isOutOfFlow = this.position === 'absolute' || this.position === 'fixed';
    this.isPositioned = this.position !== 'static';
    this.float = this.isOutOfFlow ? 'none' : v[P.float] === 'inline-start' ? 'left' : v[P.float] === 'inline-end' ? 'right' : v[P.float];
    this.clear = v[P.clear];
    this.inset = [length(P.top), length(P.right), length(P.bottom), length(P.left)];
    this.width = length(P.width);
    this.height = length(P.height);
    this.minWidth = length(P.minWidth);
    this.minHeight = length(P.minHeight);
    this.maxWidth = length(P.maxWidth);
    this.maxHeight = length(P.maxHeight);
    /** Whether the height of what it stands in matters to its layout, and so to that of all in it. */
    this.dependsOnHeight = CSSValues.dependsOnBase(this.height) || CSSValues.dependsOnBase(this.minHeight) || CSSValues.dependsOnBase(this.maxHeight);
    this.isBorderBox = v[P.boxSizing] === 'border-box';
    this.aspectRatio = BoxStyle.parseRatio(v[P.aspectRatio]);
    this.prefersNaturalRatio = StringIncludes(v[P.aspectRatio], 'auto');
    this.margin = [length(P.marginTop), length(P.marginRight), length(P.marginBottom), length(P.marginLeft)];
    this.padding = [length(P.paddingTop), length(P.paddingRight), length(P.paddingBottom), length(P.paddingLeft)];
    this.border = [length(P.borderTopWidth), length(P.borderRightWidth), length(P.borderBottomWidth), length(P.borderLeftWidth)];
    for (let i = 0; i < 4; i++) if (typeof this.border[i] !== 'number') this.border[i] = 0;
    this.shareCollapsedBorders(v);
    /** All paddings and margins are plain pixels: boxes can use the arrays as they are. */
    this.hasPlainEdges = BoxStyle.arePlain(this.padding) && BoxStyle.arePlain(this.margin);
    this.clips = v[P.overflowX] !== 'visible' || v[P.overflowY] !== 'visible';
    this.scrolls = this.clips && v[P.overflowX] !== 'clip';
    this.zIndex = v[P.zIndex] === 'auto' ? NaN : +v[P.zIndex];
    this.readText(v, record);
    this.readItems(v, length);
    const transformed = v[P.transform] !== 'none' || v[P.translate] !== 'none' || v[P.rotate] !== 'none' || v[P.scale] !== 'none';
    this.isTransformed = transformed;
    /** Whether it is the containing block of absolutely positioned descendants, and of fixed ones. */
    this.containsFixed = transformed || v[P.filter] !== 'none' || v[P.perspective] !== 'none' || StringIncludes(v[P.willChange], 'transform')
      || v[P.backdropFilter] !== 'none' || RegExpTest(/paint|layout|strict|content/, v[P.contain]);
    this.containsAbsolute = this.isPositioned || this.containsFixed;
    this.opacity = +v[P.opacity];
  }

  /** With collapsed borders a table and its cells have half of each line between them (CSS 2.2, 17.6.2). */
  shareCollapsedBorders(v) {
    if (v[P.borderCollapse] !== 'collapse' || (this.inner !== 'table' && this.inner !== 'cell')) return;
    for (let i = 0; i < 4; i++) this.border[i] /= 2;
    if (this.inner === 'table') this.padding = [0, 0, 0, 0];
  }

  readText(v, record) {
    this.fontSize = record.fontSize;
    this.font = BoxStyle.fontText(v);
    const lineHeight = v[P.lineHeight];
    const factor = CSSValues.number(lineHeight);
    this.lineHeight = lineHeight === 'normal' ? NaN : factor !== null ? factor * record.fontSize : NumberParseFloat(lineHeight);
    const space = v[P.whiteSpace];
    this.preserves = space === 'pre' || space === 'pre-wrap' || space === 'break-spaces';
    this.keepsNewlines = this.preserves || space === 'pre-line';
    this.wraps = space !== 'nowrap' && space !== 'pre' && v[P.textWrap] !== 'nowrap';
    this.breaksWords = v[P.overflowWrap] !== 'normal' || v[P.wordBreak] === 'break-word' || v[P.wordBreak] === 'break-all';
    this.textAlign = v[P.textAlign];
    this.textTransform = v[P.textTransform];
    this.letterSpacing = v[P.letterSpacing] === 'normal' ? 0 : NumberParseFloat(v[P.letterSpacing]) || 0;
    this.wordSpacing = v[P.wordSpacing] === 'normal' ? 0 : NumberParseFloat(v[P.wordSpacing]) || 0;
    this.textIndent = CSSValues.length(v[P.textIndent]);
    this.verticalAlign = CSSValues.length(v[P.verticalAlign]);
    this.isRightToLeft = v[P.direction] === 'rtl';
  }

  readItems(v, length) {
    const direction = v[P.flexDirection];
    this.isColumn = direction === 'column' || direction === 'column-reverse';
    this.isReverse = direction === 'row-reverse' || direction === 'column-reverse';
    this.flexWraps = v[P.flexWrap] !== 'nowrap';
    this.wrapsReverse = v[P.flexWrap] === 'wrap-reverse';
    this.flexGrow = +v[P.flexGrow];
    this.flexShrink = +v[P.flexShrink];
    this.flexBasis = length(P.flexBasis);
    this.order = +v[P.order];
    /** Whether it asks for a place in a grid other than the next free cell. */
    this.isPlaced = this.order !== 0 || v[P.gridRowStart] !== 'auto' || v[P.gridRowEnd] !== 'auto' || v[P.gridColumnStart] !== 'auto' || v[P.gridColumnEnd] !== 'auto';
    this.justifyContent = BoxStyle.alignment(v[P.justifyContent]);
    this.alignContent = BoxStyle.alignment(v[P.alignContent]);
    this.justifyItems = BoxStyle.alignment(v[P.justifyItems]);
    this.alignItems = BoxStyle.alignment(v[P.alignItems]);
    this.justifySelf = BoxStyle.alignment(v[P.justifySelf]);
    this.alignSelf = BoxStyle.alignment(v[P.alignSelf]);
    this.rowGap = v[P.rowGap] === 'normal' ? 0 : length(P.rowGap);
    this.columnGap = v[P.columnGap] === 'normal' ? 0 : length(P.columnGap);
  }

  static arePlain(lengths) {
    for (let i = 0; i < 4; i++) if (typeof lengths[i] !== 'number') return false;
    return true;
  }
  static alignment(text) {
    const word = StringReplaceAll(StringReplaceAll(text, 'safe ', ''), 'unsafe ', '');
    return word === 'left' ? 'start' : word === 'right' ? 'end' : word === 'first baseline' ? 'baseline' : word;
  }
  static parseRatio(text) {
    const match = RegExpExec(/([\d.]+)(?:\s*\/\s*([\d.]+))?/, text);
    return match === null ? NaN : match[1] / (match[2] ?? 1);
  }
  static fontText(v) {
    const style = v[P.fontStyle] === 'normal' ? '' : v[P.fontStyle] + ' ';
    const weight = +v[P.fontWeight] === 400 ? '' : v[P.fontWeight] + ' ';
    const variant = StringIncludes(v[P.fontVariant], 'small-caps') ? 'small-caps ' : '';
    return style + variant + weight + v[P.fontSize] + ' ' + v[P.fontFamily];
  }
  /** `display` → [outer, inner]. */
  static splitDisplay(display) {
    switch (display) {
      case 'inline': case 'ruby': return ['inline', 'flow'];
      case 'inline-block': return ['inline', 'flow-root'];
      case 'flex': case '-webkit-box': case '-webkit-flex': return ['block', 'flex'];
      case 'inline-flex': case '-webkit-inline-box': return ['inline', 'flex'];
      case 'grid': return ['block', 'grid'];
      case 'inline-grid': return ['inline', 'grid'];
      case 'table': return ['block', 'table'];
      case 'inline-table': return ['inline', 'table'];
      case 'flow-root': return ['block', 'flow-root'];
      case 'contents': return ['contents', 'contents'];
      case 'table-row': return ['table', 'row'];
      case 'table-cell': return ['table', 'cell'];
      case 'table-row-group': case 'table-header-group': case 'table-footer-group': return ['table', 'group'];
      case 'table-caption': return ['table', 'caption'];
      case 'table-column': case 'table-column-group': return ['table', 'column'];
      default: return ['block', 'flow'];
    }
  }
}
const boxStyleOf = (record) => record.boxStyle ?? (record.boxStyle = new BoxStyle(record));

/** Widths and heights of text, by the one font that everything is drawn with. */
const TextMeasure = (() => {
  const FONTS_MAX = 500;
  const WORDS_MAX = 20000;
  const WORD_LENGTH_MAX = 10_000;
  let widths = new SafeMap();
  let fonts = new SafeMap();
  let words = 0;

  const width = (font, text) => {
    // A word that no screen holds is as wide as its beginning lets expect.
    if (text.length > WORD_LENGTH_MAX) return width(font, StringSlice(text, 0, WORD_LENGTH_MAX)) * text.length / WORD_LENGTH_MAX;
    let ofFont = widths.get(font);
    if (ofFont === undefined) {
      if (widths.size >= FONTS_MAX) widths = new SafeMap();
      widths.set(font, ofFont = new SafeMap());
    }
    let result = ofFont.get(text);
    if (result === undefined) {
      if (++words > WORDS_MAX) {
        words = 0;
        widths = new SafeMap();
        widths.set(font, ofFont = new SafeMap());
      }
      ofFont.set(text, result = host.textWidth(font, text));
    }
    return result;
  };
  /** {ascent, descent} of a font, whole pixels as browsers round them. */
  const metrics = (font) => {
    let result = fonts.get(font);
    if (result === undefined) {
      if (fonts.size >= FONTS_MAX) fonts = new SafeMap();
      const measured = JSONParse(host.measureText(font, 'x'));
      fonts.set(font, result = { ascent: MathRound(measured[5]), descent: MathRound(measured[6]) });
    }
    return result;
  };
  return {
    width, metrics,
    /** A font has come or gone: nothing measured so far holds. */
    forget() { widths = new SafeMap(); fonts = new SafeMap(); words = 0; },
  };
})();
