// Computed values: https://www.w3.org/TR/css-cascade-4/#computed. Equal styles are one and the same record.

/** What an element computes to: `values[index]` are texts, as `getComputedStyle` starts from. */
class StyleRecord {
  constructor(id, values, custom, fontSize) {
    this.id = id;
    this.values = values;
    /** Custom properties by name, shared with the parent when the element sets none. */
    this.custom = custom;
    this.fontSize = fontSize;
    /** Whether some length, and not only the default size, decided the font's size. */
    this.sizeIsAbsolute = false;
    this.childTemplate = null;
    /** What relative lengths and colours refer to. */
    this.context = null;
    /** The record that this one differs from by nothing that children take over; null where there is none. */
    this.plainBase = null;
    this.boxStyle = null;
    this.paintStyle = null;
    /** What changes from this record to others that were compared with it. */
    this.differences = null;
    this.repaints = null;
  }
}

const ComputedStyle = (() => {
  const { COLOR, LENGTH, grammarOf } = Declarations;
  let nextRecord = 1;
  let nextTemplate = 1;
  const templates = new SafeMap();
  let records = new SafeMap();
  const RECORDS_MAX = 2000;

  const rootTemplate = { id: 0, values: ArraySlice(Properties.initial) };
  for (let side = 0; side < 4; side++) {
    rootTemplate.values[P.borderTopWidth + side] = '0px';
  }
  rootTemplate.values[P.outlineWidth] = '0px';

  const allIndexes = ObjectSetPrototypeOf([], null);
  const inheritedIndexes = [];
  for (let i = 0; i < Properties.count; i++) {
    allIndexes[i] = i;
    if (Properties.inherited[i]) ArrayPush(inheritedIndexes, i);
  }
  /** The values that a child starts with: its parent's for inherited properties, else the initial ones. */
  const templateFor = (parent) => {
    if (parent === null) return rootTemplate;
    if (parent.childTemplate !== null) return parent.childTemplate;
    const values = ArraySlice(rootTemplate.values);
    let key = '';
    for (let j = 0; j < inheritedIndexes.length; j++) {
      const i = inheritedIndexes[j];
      const value = parent.values[i];
      if (values[i] === value) continue;
      key += i + ':' + value + ';';
      values[i] = value;
    }
    let template = templates.get(key);
    if (template === undefined) templates.set(key, template = { id: nextTemplate++, values });
    return parent.childTemplate = template;
  };
  // --- Longhands
  const FONT_SIZES = {
    __proto__: null, 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32, 'xxx-large': 48,
  };
  const fontSizeOf = (text, parentSize, context) => {
    const keyword = FONT_SIZES[text];
    if (keyword !== undefined) return keyword;
    if (text === 'larger') return parentSize * 1.2;
    if (text === 'smaller') return parentSize / 1.2;
    const value = CSSValues.parseLength(CSSValues.absolutize(text, { ...context, fontSize: parentSize }), CSSValues.DEFAULT_CONTEXT);
    return value === null ? parentSize : MathMax(0, CSSValues.resolve(value, parentSize));
  };
  const fontWeightOf = (text, parentWeight) => {
    if (text === 'normal') return '400';
    if (text === 'bold') return '700';
    if (text === 'bolder') return parentWeight < 350 ? '400' : parentWeight < 550 ? '700' : '900';
    if (text === 'lighter') return parentWeight < 550 ? '100' : parentWeight < 750 ? '400' : '700';
    return text;
  };
  const lineHeightOf = (text, context) => {
    if (text === 'normal' || CSSValues.number(text) !== null) return text;
    const value = CSSValues.parseLength(CSSValues.absolutize(text, context), CSSValues.DEFAULT_CONTEXT);
    return value === null ? 'normal' : CSSValues.numberText(CSSValues.resolve(value, context.fontSize)) + 'px';
  };
  const LINE_WIDTHS = { __proto__: null, thin: '1px', medium: '3px', thick: '5px' };

  const PLAIN_PIXELS = /^-?\d+(?:\.\d+)?px$/;
  /** The computed text of a declared longhand (never a CSS-wide keyword). */
  const computeValue = (index, text, context) => {
    switch (grammarOf(index).kind) {
      case COLOR: {
        const color = Colors.parse(text, context.color);
        return color === null ? text : Colors.computedText(text, color, context.color);
      }
      case LENGTH: {
        if (RegExpTest(PLAIN_PIXELS, text)) return text;
        if (LINE_WIDTHS[text] !== undefined) return LINE_WIDTHS[text];
        return text === '0' && !grammarOf(index).allowsNumber ? '0px' : CSSValues.absolutize(text, context);
      }
      default:
        if (index === P.opacity) return CSSValues.numberText(MathMax(0, MathMin(1, +text)));
        if (index === P.fill || index === P.stroke) {
          const color = Colors.parse(text, context.color);
          return color === null ? text : Colors.computedText(text, color, context.color);
        }
        return TIMES.has(index) ? secondsOf(text) : CSSValues.absolutize(text, context);
    }
  };
  const TIMES = new SafeSet();
  TIMES.add(P.transitionDuration);
  TIMES.add(P.transitionDelay);
  TIMES.add(P.animationDuration);
  TIMES.add(P.animationDelay);
  /** Times compute to seconds. */
  const secondsOf = (text) => {
    const parts = CSSSyntax.split(text, ',');
    for (let i = 0; i < parts.length; i++) {
      const time = CSSValues.time(parts[i]);
      if (time !== null) parts[i] = CSSValues.numberText(time / 1000) + 's';
    }
    return ArrayJoin(parts, ', ');
  };

  const BLOCKIFIED = {
    __proto__: null, inline: 'block', 'inline-block': 'block', 'inline-flex': 'flex', 'inline-grid': 'grid', 'inline-table': 'table',
    'table-cell': 'block', 'table-row': 'block', 'table-row-group': 'block', 'table-caption': 'block',
  };
  /** The outer type becomes block for floats, positioned boxes, the root and items of flex and grid (CSS Display 3, 2.7). */
  const adjustDisplay = (values, parent) => {
    const position = values[P.position];
    const display = parent === null ? 'block' : parent.values[P.display];
    const blockifies = parent === null || values[P.float] !== 'none' || position === 'absolute' || position === 'fixed'
      || display === 'flex' || display === 'grid' || display === 'inline-flex' || display === 'inline-grid';
    if (blockifies) values[P.display] = BLOCKIFIED[values[P.display]] ?? values[P.display];
    const ox = values[P.overflowX];
    const oy = values[P.overflowY];
    if (ox === oy) return;
    const scrolls = (text) => text !== 'visible' && text !== 'clip';
    if (scrolls(ox) && !scrolls(oy)) values[P.overflowY] = oy === 'visible' ? 'auto' : 'hidden';
    else if (scrolls(oy) && !scrolls(ox)) values[P.overflowX] = ox === 'visible' ? 'auto' : 'hidden';
  };

  // Scratch space of one computation: declared texts by index, and which indexes are set. By now the page may have put setters
  // of its own behind the elements of arrays.
  const declared = ObjectSetPrototypeOf([], null);
  for (let i = 0; i < Properties.count; i++) declared[i] = undefined;
  let touched = [];
  let custom = null;
  const declare = (index, text) => {
    if (declared[index] === undefined) ArrayPush(touched, index);
    declared[index] = text;
  };
  const declareEntries = (entries) => {
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (entry.index !== undefined) declare(entry.index, entry.text);
      else if (entry.pending !== undefined) declarePending(entry);
    }
  };
  const lookupCustom = (name) => (custom === null ? null : custom.get(name) ?? null);
  const declarePending = (entry) => {
    const text = CustomProperties.substitute(entry.text, lookupCustom);
    const entries = text === null ? null : Declarations.expand(entry.pending, text);
    // Invalid at computed-value time: the property is unset.
    declareEntries(entries ?? Declarations.expand(entry.pending, 'unset') ?? []);
  };
  const collectCustom = (lists) => {
    let found = null;
    for (let i = 0; i < lists.length; i++) {
      for (let j = 0; j < lists[i].length; j++) {
        if (lists[i][j].name === undefined) continue;
        found ??= new SafeMap();
        found.set(lists[i][j].name, lists[i][j].text);
      }
    }
    return found;
  };

  const byNumber = (a, b) => a - b;
  /**
   * The record of an element whose winning declarations, in ascending order of precedence, are in `lists`.
   * `root` is the root element's record (null while computing it).
   */
  const compute = (parent, root, lists) => {
    const template = templateFor(parent);
    custom = CustomProperties.of(parent === null ? null : parent.custom, collectCustom(lists));
    touched = [];
    for (let i = 0; i < lists.length; i++) declareEntries(lists[i]);
    ArraySort(touched, byNumber);
    const values = ArraySlice(template.values);
    const parentValues = parent === null ? rootTemplate.values : parent.values;
    for (let i = 0; i < touched.length; i++) declared[touched[i]] = wideToValue(touched[i], declared[touched[i]], parentValues);
    const context = fontAndColor(values, parent, root);
    for (let i = 0; i < touched.length; i++) {
      const index = touched[i];
      const text = declared[index];
      declared[index] = undefined;
      if (index !== P.fontSize && index !== P.color) {
        values[index] = text[0] === '\u0000' ? StringSlice(text, 1)
          : text === '-internal-center' ? (parentValues[P.textAlign] === 'start' ? 'center' : parentValues[P.textAlign])
          : index === P.fontWeight ? fontWeightOf(text, +parentValues[P.fontWeight])
            : index === P.lineHeight ? lineHeightOf(text, context) : computeValue(index, text, context);
      }
    }
    adjustLines(values, context);
    adjustDisplay(values, parent);
    return intern(template, values, context);
  };

  /** CSS-wide keywords; a value taken over from the parent is already computed and marked with a null character. */
  const wideToValue = (index, text, parentValues) => {
    switch (text) {
      case 'inherit':
        if (PLAIN.has(index)) inheritsPlain = true;
        return '\u0000' + parentValues[index];
      case 'initial': return Properties.initial[index];
      case 'unset': case 'revert': case 'revert-layer':
        return Properties.inherited[index] ? '\u0000' + parentValues[index] : Properties.initial[index];
      default: return text;
    }
  };
  const MONOSPACE = /^(?:(?!serif|sans-serif|system-ui)[^,]+,\s*)*\0?(?:monospace|"DejaVu Sans Mono")/;
  const RELATIVE_SIZE = /^[\d.+]+(?:em|rem|ex|ch|%)$|^(?:smaller|larger)$/i;
  /** The default size of exactly `monospace` is 13 pixels where others have 16, unless some length decides. */
  const monospaceSize = (values, parent, parentSize) => {
    const family = declared[P.fontFamily];
    if (parent !== null && parent.sizeIsAbsolute) return undefined;
    if (family === undefined || family[0] === '\u0000' || (family === 'monospace') === (values[P.fontFamily] === 'monospace')) return undefined;
    return (family === 'monospace' ? parentSize * 13 / 16 : parentSize * 16 / 13) + 'px';
  };
  const fontAndColor = (values, parent, root) => {
    const parentSize = parent === null ? 16 : parent.fontSize;
    const own = declared[P.fontSize];
    const sizeIsAbsolute = own === undefined || own[0] === '\u0000' || RegExpTest(RELATIVE_SIZE, own)
      ? parent !== null && parent.sizeIsAbsolute : RegExpTest(/^[\d.+]/, own);
    const ownFamily = declared[P.fontFamily];
    const family = ownFamily === undefined ? values[P.fontFamily] : ownFamily;
    const context = {
      sizeIsAbsolute, isMonospace: RegExpTest(MONOSPACE, family), fontSize: parentSize, rootFontSize: root === null ? parentSize : root.fontSize,
      color: 255, lineHeight: parent?.values[P.lineHeight], rootLineHeight: root?.values[P.lineHeight],
    };
    const size = declared[P.fontSize] ?? monospaceSize(values, parent, parentSize);
    if (size !== undefined) {
      context.fontSize = size[0] === '\u0000' ? parentSize : fontSizeOf(size, parentSize, context);
      values[P.fontSize] = CSSValues.numberText(context.fontSize) + 'px';
    }
    context.lineHeight = declared[P.lineHeight] ?? values[P.lineHeight];
    if (root === null) {
      context.rootFontSize = context.fontSize;
      context.rootLineHeight = context.lineHeight;
    }
    const color = declared[P.color];
    const inheritedColor = Colors.parse(values[P.color]) ?? 255;
    if (color !== undefined) {
      const parsed = color[0] === '\u0000' ? inheritedColor : Colors.parse(color, inheritedColor);
      values[P.color] = parsed === null ? Colors.serializeCSS(inheritedColor) : color[0] === '\u0000' ? Colors.serializeCSS(parsed) : Colors.computedText(color, parsed, inheritedColor);
    }
    context.color = Colors.parse(values[P.color]);
    return context;
  };
  /** A border without a style has no width (CSS Backgrounds 3, 3.3); `currentcolor` becomes the text's colour. */
  const adjustLines = (values) => {
    for (let side = 0; side < 4; side++) {
      const style = values[P.borderTopStyle + side];
      if (style === 'none' || style === 'hidden') values[P.borderTopWidth + side] = '0px';
      else if (values[P.borderTopWidth + side] === '0px' && !wasDeclared(P.borderTopWidth + side)) values[P.borderTopWidth + side] = '3px';
      values[P.borderTopWidth + side] = wholePixels(values[P.borderTopWidth + side]);
      if (values[P.borderTopColor + side] === 'currentcolor') values[P.borderTopColor + side] = values[P.color];
    }
    if (values[P.outlineStyle] === 'none') values[P.outlineWidth] = '0px';
    else if (!wasDeclared(P.outlineWidth)) values[P.outlineWidth] = '3px';
    if (values[P.outlineColor] === 'currentcolor') values[P.outlineColor] = values[P.color];
    if (values[P.textDecorationColor] === 'currentcolor') values[P.textDecorationColor] = values[P.color];
  };
  /** Widths of lines are whole device pixels, at least one (CSS Backgrounds 3, 3.3). */
  const wholePixels = (text) => {
    if (!StringIncludes(text, '.')) return text;
    const width = NumberParseFloat(text);
    return width > 0 ? MathMax(1, MathFloor(width)) + 'px' : text;
  };
  const wasDeclared = (index) => {
    for (let i = 0; i < touched.length; i++) if (touched[i] === index) return true;
    return false;
  };

  const intern = (template, values, { fontSize, sizeIsAbsolute }) => {
    let key = template.id + (sizeIsAbsolute ? '!' : '/') + CustomProperties.id(custom);
    for (let i = 0; i < touched.length; i++) {
      const index = touched[i];
      if (values[index] !== template.values[index]) key += ';' + index + ':' + values[index];
    }
    // What adjustments set without any declaration.
    key += '|' + values[P.display];
    for (let side = 0; side < 4; side++) key += ',' + values[P.borderTopWidth + side] + values[P.borderTopColor + side];
    key += ',' + values[P.overflowX] + values[P.overflowY] + values[P.outlineWidth] + values[P.outlineColor] + values[P.textDecorationColor] + values[P.fontSize];
    let record = records.get(key);
    if (record !== undefined) return record;
    if (records.size >= RECORDS_MAX) records = new SafeMap();
    record = new StyleRecord(nextRecord++, values, custom, fontSize);
    record.sizeIsAbsolute = sizeIsAbsolute;
    records.set(key, record);
    return record;
  };

  // What animations mostly change: no other value of an element depends on these, nor any of its children's unless it inherits them
  // by name.
  const PLAIN = new SafeSet();
  const PLAIN_PROPERTIES = [P.transform, P.translate, P.rotate, P.scale, P.opacity, P.top, P.right, P.bottom, P.left];
  for (let i = 0; i < PLAIN_PROPERTIES.length; i++) PLAIN.add(PLAIN_PROPERTIES[i]);
  /** Whether any element is to inherit such a value; then all are computed in full. */
  let inheritsPlain = false;
  const WIDE = { __proto__: null, inherit: 1, initial: 1, unset: 1, revert: 1, 'revert-layer': 1 };
  /** Whether `overlaid` can lay entries over a record. */
  const isPlain = (entries) => {
    if (inheritsPlain) return false;
    for (let i = 0; i < entries.length; i++) {
      const { index, text } = entries[i];
      if (index === undefined || !PLAIN.has(index) || WIDE[text] === 1 || CustomProperties.isMentioned(text)) return false;
    }
    return true;
  };
  const contextOf = ({ values, fontSize }, root) => ({
    root, fontSize, isMonospace: RegExpTest(MONOSPACE, values[P.fontFamily]), rootFontSize: root.fontSize,
    color: Colors.parse(values[P.color]), lineHeight: values[P.lineHeight], rootLineHeight: root.values[P.lineHeight],
  });
  /** The record with some plain values in place of its own: what `compute` would come to, without going through all the others. */
  const overlaid = (base, root, entries) => {
    if (base.context?.root !== root) base.context = contextOf(base, root);
    const values = ArraySlice(base.values);
    for (let i = 0; i < entries.length; i++) values[entries[i].index] = computeValue(entries[i].index, entries[i].text, base.context);
    const record = new StyleRecord(nextRecord++, values, base.custom, base.fontSize);
    record.sizeIsAbsolute = base.sizeIsAbsolute;
    record.plainBase = base;
    return record;
  };

  /** The values that some entries would compute to on an element with the given record: {values, indexes}. */
  const withEntries = (parent, record, entries) => {
    custom = record.custom;
    touched = [];
    declareEntries(entries);
    const parentValues = parent === null ? rootTemplate.values : parent.values;
    const context = { fontSize: record.fontSize, rootFontSize: 16, color: Colors.parse(record.values[P.color]) ?? 255 };
    const values = ArraySlice(record.values);
    for (let i = 0; i < touched.length; i++) {
      const index = touched[i];
      const text = wideToValue(index, declared[index], parentValues);
      declared[index] = undefined;
      values[index] = text[0] === '\u0000' ? StringSlice(text, 1) : index === P.fontSize
        ? CSSValues.numberText(fontSizeOf(text, record.fontSize, context)) + 'px' : computeValue(index, text, context);
    }
    const indexes = new SafeSet();
    for (let i = 0; i < touched.length; i++) indexes.add(touched[i]);
    return { values, indexes };
  };

  /** What separates two records: nothing that is seen, paint, the place of the box, or layout. */
  const SAME = 0;
  const PAINT = 1;
  const MOVE = 2;
  const LAYOUT = 3;
  const EFFECTS = { __proto__: null, '-': SAME, P: PAINT, M: MOVE, L: LAYOUT };
  const difference = (a, b) => {
    if (a === b) return SAME;
    if ((a.plainBase ?? a) === (b.plainBase ?? b)) return compare(a, b, PLAIN_PROPERTIES);
    // Weak, for in an animation each record would keep the next one for ever.
    a.differences ??= new SafeWeakMap();
    let effect = a.differences.get(b);
    if (effect === undefined) a.differences.set(b, effect = compare(a, b));
    return effect;
  };
  const compare = (a, b, indexes = allIndexes) => {
    let effect = SAME;
    for (let i = 0; i < indexes.length; i++) {
      const index = indexes[i];
      if (a.values[index] === b.values[index]) continue;
      const touches = EFFECTS[Properties.effects[index]];
      if (touches === LAYOUT) return LAYOUT;
      if (touches > effect) effect = touches;
    }
    return effect;
  };

  return {
    compute, isPlain, overlaid, inheritsPlainValues: () => inheritsPlain, withEntries, difference, templateFor, PAINT, MOVE, LAYOUT,
  };
})();
