// The attributes of a 2D context: what is invalid is ignored, what was set is given back as browsers do.

const LineCaps = ['butt', 'round', 'square'];
const LineJoins = ['miter', 'round', 'bevel'];
const TextAligns = ['start', 'end', 'left', 'right', 'center'];
const TextBaselines = ['top', 'hanging', 'middle', 'alphabetic', 'ideographic', 'bottom'];
const TextDirections = ['ltr', 'rtl', 'inherit'];
const FontKernings = ['auto', 'normal', 'none'];
const FontStretches = [
  'ultra-condensed', 'extra-condensed', 'condensed', 'semi-condensed', 'normal', 'semi-expanded', 'expanded',
  'extra-expanded', 'ultra-expanded'];
const FontCaps = [
  'normal', 'small-caps', 'all-small-caps', 'petite-caps', 'all-petite-caps', 'unicase', 'titling-caps'];
const TextRenderings = ['auto', 'optimizeSpeed', 'optimizeLegibility', 'geometricPrecision'];
const SmoothingQualities = ['low', 'medium', 'high'];

/** `getComputedStyle`, taken when the first canvas needs it. */
const CanvasStyles = { getter: globalThis.getComputedStyle };
/** Font sizes that depend on another: by their unit, a relative keyword, or maybe within a function. */
const RELATIVE_FONT = /\d(?:r?(?:em|ex|ch|cap|ic|lh)|%)|smaller|larger|math|\(/i;

/** The packed `color` of a canvas element: what `currentcolor` stands for in its styles. */
const currentColorOf = (canvas) => {
  const color = computedValueOf(canvas, 'color');
  return color === null ? 255 : Colors.parse(color, 255) ?? 255;
};
/** What relative units of a font refer to: the canvas's own font and the document's, or 10 pixels outside of a document. */
const fontContextOf = (canvas) => {
  const size = computedValueOf(canvas, 'font-size');
  if (size === null) return CanvasFonts.unstyled;
  const root = canvas.ownerDocument.documentElement;
  return {
    fontSize: NumberParseFloat(size), lineHeight: computedValueOf(canvas, 'line-height'),
    rootFontSize: NumberParseFloat(computedValueOf(root, 'font-size')), rootLineHeight: computedValueOf(root, 'line-height'),
  };
};
/** A property's computed value, or null for canvases that no document styles. */
const computedValueOf = (canvas, property) => {
  if (canvas === null || canvas[kAttributes] === undefined || !canvas[kConnected]) return null;
  CanvasStyles.getter ??= globalThis.getComputedStyle;
  return CanvasStyles.getter === undefined ? null : CanvasStyles.getter(canvas).getPropertyValue(property);
};

/** The paint that a value assigned to fillStyle or strokeStyle means, or null: leave it as it was. */
const paintOf = (value, canvas) => {
  if (typeof value === 'string') return paintOfText(value, canvas);
  if (value !== null && typeof value === 'object') {
    const gradient = value[kGradient];
    if (gradient !== undefined) return { color: 0, gradient, pattern: null, object: value };
    const pattern = value[kPattern];
    if (pattern !== undefined) return { color: 0, gradient: null, pattern, object: value };
  }
  return paintOf(`${value}`, canvas);
};

/** Getter and setter of an attribute that takes one of some words, kept as an index. */
const wordAttribute = (members, name, field, words, dirty) => {
  ObjectDefineProperty(members, name, {
    get() { return words[this[kPen].state[field]]; },
    set(value) {
      const index = ArrayIndexOf(words, `${value}`);
      const pen = this[kPen];
      if (index < 0 || index === pen.state[field]) return;
      pen.state[field] = index;
      pen.dirty |= dirty;
    },
    enumerable: true, configurable: true,
  });
};
/** The same, kept as the word itself; all but the kerning don't change what is drawn. */
const keywordAttribute = (members, name, field, words, dirty = 0) => {
  ObjectDefineProperty(members, name, {
    get() { return this[kPen].state[field]; },
    set(value) {
      const text = `${value}`;
      if (!ArrayIncludes(words, text)) return;
      const pen = this[kPen];
      pen.state[field] = text;
      pen.dirty |= dirty;
    },
    enumerable: true, configurable: true,
  });
};

const canvasStateMembers = () => {
  const members = {
    get fillStyle() {
      const { fill } = this[kPen].state;
      return fill.object ?? fill.text ?? Colors.serialize(fill.color);
    },
    set fillStyle(value) {
      const pen = this[kPen];
      const { state } = pen;
      if (value === state.fillInput) return;
      const known = typeof value === 'string' ? paintsByText.get(value) : undefined;
      const paint = known === undefined ? paintOf(value, pen.canvas) : known;
      if (paint === null) return;
      state.fillInput = known === undefined ? null : value;
      state.fill = paint;
      pen.dirty |= DirtyFill;
    },
    get strokeStyle() {
      const { stroke } = this[kPen].state;
      return stroke.object ?? stroke.text ?? Colors.serialize(stroke.color);
    },
    set strokeStyle(value) {
      const pen = this[kPen];
      const { state } = pen;
      if (value === state.strokeInput) return;
      const known = typeof value === 'string' ? paintsByText.get(value) : undefined;
      const paint = known === undefined ? paintOf(value, pen.canvas) : known;
      if (paint === null) return;
      state.strokeInput = known === undefined ? null : value;
      state.stroke = paint;
      pen.dirty |= DirtyStroke;
    },
    get globalAlpha() { return this[kPen].state.alpha; },
    set globalAlpha(value) {
      const alpha = +value;
      if (!(alpha >= 0 && alpha <= 1)) return;
      const pen = this[kPen];
      // Many games set it around every square.
      if (alpha === pen.state.alpha) return;
      pen.state.alpha = alpha;
      pen.dirty |= DirtyBlend;
    },
    get lineWidth() { return this[kPen].state.lineWidth; },
    set lineWidth(value) {
      const width = +value;
      if (!(width > 0 && width < Infinity)) return;
      const pen = this[kPen];
      if (width === pen.state.lineWidth) return;
      pen.state.lineWidth = width;
      pen.dirty |= DirtyLine;
    },
    get miterLimit() { return this[kPen].state.miterLimit; },
    set miterLimit(value) {
      const limit = +value;
      if (!(limit > 0 && limit < Infinity)) return;
      const pen = this[kPen];
      pen.state.miterLimit = limit;
      pen.dirty |= DirtyLine;
    },
    get lineDashOffset() { return this[kPen].state.dashOffset; },
    set lineDashOffset(value) {
      const offset = +value;
      if (!isFiniteSum(offset)) return;
      const pen = this[kPen];
      pen.state.dashOffset = offset;
      pen.dirty |= DirtyLine;
    },
    getLineDash() { return ArraySlice(this[kPen].state.dash); },
    setLineDash(segments) {
      requireArguments('setLineDash', 'CanvasRenderingContext2D', arguments.length, 1);
      if (segments === null || typeof segments !== 'object' || typeof segments[SymbolIterator] !== 'function') {
        throw argumentError('setLineDash', 'CanvasRenderingContext2D', 'The provided value cannot be converted to a sequence.');
      }
      const given = arrayFromIterable(segments);
      const dash = [];
      let valid = true;
      for (let i = 0; i < given.length; i++) {
        const length = +given[i];
        if (!(length >= 0 && length < Infinity)) valid = false;
        dash[i] = length;
      }
      if (!valid) return;
      const count = dash.length;
      if (count % 2 === 1) for (let i = 0; i < count; i++) dash[count + i] = dash[i];
      const pen = this[kPen];
      pen.state.dash = dash.length === 0 ? NoDash : dash;
      pen.dirty |= DirtyLine;
    },
    get shadowOffsetX() { return this[kPen].state.shadowX; },
    set shadowOffsetX(value) {
      const offset = +value;
      if (!isFiniteSum(offset)) return;
      const pen = this[kPen];
      pen.state.shadowX = offset;
      pen.dirty |= DirtyShadow;
    },
    get shadowOffsetY() { return this[kPen].state.shadowY; },
    set shadowOffsetY(value) {
      const offset = +value;
      if (!isFiniteSum(offset)) return;
      const pen = this[kPen];
      pen.state.shadowY = offset;
      pen.dirty |= DirtyShadow;
    },
    get shadowBlur() { return this[kPen].state.shadowBlur; },
    set shadowBlur(value) {
      const blur = +value;
      if (!(blur >= 0 && blur < Infinity)) return;
      const pen = this[kPen];
      pen.state.shadowBlur = blur;
      pen.dirty |= DirtyShadow;
    },
    get shadowColor() {
      const { state } = this[kPen];
      return state.shadowText ?? Colors.serialize(state.shadowColor);
    },
    set shadowColor(value) {
      const pen = this[kPen];
      const text = `${value}`;
      const paint = paintOfText(text, pen.canvas);
      if (paint === null) return;
      pen.state.shadowColor = paint.color;
      pen.state.shadowText = paint.text;
      pen.dirty |= DirtyShadow;
    },
    get font() { return this[kPen].state.font.text; },
    set font(value) {
      const pen = this[kPen];
      const text = `${value}`;
      const font = CanvasFonts.parse(text, RegExpTest(RELATIVE_FONT, text) ? fontContextOf(pen.canvas) : CanvasFonts.unstyled);
      const { state } = pen;
      if (font === null || (font === state.font && font.caps === state.caps && font.stretch === state.stretch)) return;
      state.font = font;
      state.caps = font.caps;
      state.stretch = font.stretch;
      if (state.letterSpacing !== NoSpacing) state.letterSpacing = CanvasFonts.parseSpacing(state.letterSpacing.text, font.size);
      if (state.wordSpacing !== NoSpacing) state.wordSpacing = CanvasFonts.parseSpacing(state.wordSpacing.text, font.size);
      pen.dirty |= DirtyFont;
    },
    get lang() { return this[kPen].state.lang; },
    set lang(value) {
      const pen = this[kPen];
      pen.state.lang = `${value}`;
      pen.dirty |= DirtyFont;
    },
    get fontVariantCaps() { return this[kPen].state.caps; },
    set fontVariantCaps(value) {
      const caps = `${value}`;
      const pen = this[kPen];
      if (!ArrayIncludes(FontCaps, caps) || caps === pen.state.caps) return;
      pen.state.caps = caps;
      pen.state.font = CanvasFonts.withCaps(pen.state.font, caps);
      pen.dirty |= DirtyFont;
    },
    get letterSpacing() { return this[kPen].state.letterSpacing.text; },
    set letterSpacing(value) {
      const pen = this[kPen];
      const spacing = CanvasFonts.parseSpacing(`${value}`, pen.state.font.size);
      if (spacing === null) return;
      pen.state.letterSpacing = spacing;
      pen.dirty |= DirtyFont;
    },
    get wordSpacing() { return this[kPen].state.wordSpacing.text; },
    set wordSpacing(value) {
      const pen = this[kPen];
      const spacing = CanvasFonts.parseSpacing(`${value}`, pen.state.font.size);
      if (spacing === null) return;
      pen.state.wordSpacing = spacing;
      pen.dirty |= DirtyFont;
    },
    get direction() { return TextDirections[this[kPen].state.direction]; },
    set direction(value) {
      const index = ArrayIndexOf(TextDirections, `${value}`);
      if (index < 0) return;
      const pen = this[kPen];
      pen.state.direction = index;
      pen.dirty |= DirtyFont;
    },
    get imageSmoothingEnabled() { return this[kPen].state.smoothing; },
    set imageSmoothingEnabled(value) {
      const pen = this[kPen];
      pen.state.smoothing = !!value;
      pen.dirty |= DirtySmoothing;
    },
    get filter() { return this[kPen].state.filter; },
    set filter(value) {
      const pen = this[kPen];
      const text = `${value}`;
      const isNone = StringToLowerCase(StringTrim(text)) === 'none';
      const list = isNone ? 'none' : CanvasFilters().parse(text, pen.state.font.size, (color) => Colors.parse(color, currentColorOf(pen.canvas)));
      if (list === null) return;
      pen.state.filter = text;
      pen.state.filterList = list === '' ? 'none' : list;
      pen.dirty |= DirtyFilter;
    },

    save() { this[kPen].save(); },
    restore() { this[kPen].restore(); },
    reset() { this[kPen].reset(); },
    isContextLost() { return false; },
  };
  wordAttribute(members, 'globalCompositeOperation', 'composite', CanvasComposites, DirtyBlend);
  wordAttribute(members, 'lineCap', 'cap', LineCaps, DirtyLine);
  wordAttribute(members, 'lineJoin', 'join', LineJoins, DirtyLine);
  wordAttribute(members, 'textAlign', 'align', TextAligns, DirtyFont);
  wordAttribute(members, 'textBaseline', 'baseline', TextBaselines, DirtyFont);
  keywordAttribute(members, 'fontKerning', 'kerning', FontKernings, DirtyFont);
  keywordAttribute(members, 'fontStretch', 'stretch', FontStretches);
  keywordAttribute(members, 'textRendering', 'rendering', TextRenderings);
  keywordAttribute(members, 'imageSmoothingQuality', 'quality', SmoothingQualities);
  return members;
};
