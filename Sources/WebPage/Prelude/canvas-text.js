// Drawing and measuring text: https://html.spec.whatwg.org/multipage/canvas.html#drawing-text-to-the-bitmap

const kMetrics = Symbol('metrics');

const TextMetrics = exposeLazily('TextMetrics', () => {
  class TextMetrics {
    constructor(token) { refuseConstruction(token); }
  }
  const fields = [
    'width', 'actualBoundingBoxLeft', 'actualBoundingBoxRight', 'fontBoundingBoxAscent', 'fontBoundingBoxDescent',
    'actualBoundingBoxAscent', 'actualBoundingBoxDescent', 'hangingBaseline',
    'alphabeticBaseline', 'ideographicBaseline', 'emHeightAscent', 'emHeightDescent'];
  for (let i = 0; i < fields.length; i++) {
    ObjectDefineProperty(TextMetrics.prototype, fields[i], {
      get() { return this[kMetrics][i]; }, enumerable: true, configurable: true,
    });
  }
  return TextMetrics;
});

/** The language's part of what `lang` or the nearest ancestor's attribute says, five bits a letter; 0 for none. */
const textLanguage = (pen) => {
  let tag = pen.state.lang;
  // A canvas that no document holds speaks the document's language.
  let node = pen.canvas[kAttributes] === undefined ? DocumentState.document.documentElement : pen.canvas;
  while (tag === 'inherit' && node !== null && node !== undefined) {
    tag = node[kAttributes]?.get('lang') ?? 'inherit';
    node = node[kParent];
  }
  const match = RegExpExec(/^[a-z]{2,3}(?![a-z])/, StringToLowerCase(tag));
  let letters = 0;
  for (let i = 0; match !== null && i < match[0].length; i++) letters = letters * 32 + StringCharCodeAt(match[0], i) - 96;
  return letters;
};
/** How characters become glyphs beside the font, in one number that `TextFeatures` takes apart; 0 for the usual way. */
const textFeatures = (pen) => {
  const { state } = pen;
  const language = CanvasFonts.hasPageFonts ? textLanguage(pen) : 0;
  return (state.kerning === 'none' ? 1 : 0) | (state.letterSpacing.pixels === 0 ? 0 : 2)
    | (state.caps === 'normal' ? 0 : ArrayIndexOf(FontCaps, state.caps) << 2) | language << 5;
};

const CanvasText = (() => {
  let cache = new SafeMap();
  let cached = 0;
  /** [width, left, right, ascent, descent, fontAscent, fontDescent, emAscent, hanging, ideographic] of a text at the alphabetic baseline. */
  const measure = (font, text, features) => {
    const key = features === 0 ? font.text : font.text + ' ' + features;
    let known = cache.get(key);
    if (known === undefined || cached > 4096) {
      if (cached > 4096) {
        cache = new SafeMap();
        cached = 0;
      }
      known = new SafeMap();
      cache.set(key, known);
    }
    let numbers = known.get(text);
    if (numbers === undefined) {
      numbers = JSONParse(host.measureText(font.text, text, features));
      known.set(text, numbers);
      cached++;
    }
    return numbers;
  };

  const spacesIn = (text) => {
    let count = 0;
    for (let i = 0; i < text.length; i++) if (text[i] === ' ') count++;
    return count;
  };

  /** How far below the alphabetic baseline the chosen one lies. */
  const baselineShift = (baseline, hanging, ideographic, emAscent, size) => {
    switch (baseline) {
      case 0: return -emAscent;
      case 1: return -hanging;
      case 2: return size / 2 - emAscent;
      case 4: return -ideographic;
      case 5: return size - emAscent;
      default: return 0;
    }
  };

  /** Which side the text hangs at: 0 left, 0.5 centre, 1 right of its anchor. */
  const anchor = (pen) => {
    switch (pen.state.align) {
      case 2: return 0;
      case 3: return 1;
      case 4: return 0.5;
      default: return (pen.state.align === 0) === pen.isRightToLeft() ? 1 : 0;
    }
  };

  const metricsOf = (pen, text) => {
    const { state } = pen;
    const m = measure(state.font, text, textFeatures(pen));
    const width = m[0] + state.letterSpacing.pixels * text.length + state.wordSpacing.pixels * spacesIn(text);
    const left = width * anchor(pen);
    const shift = baselineShift(state.baseline, m[8], m[9], m[7], state.font.size);
    const metrics = new (TextMetrics())(kInternal);
    metrics[kMetrics] = [
      width, m[1] + left, m[2] + (width - m[0]) - left, m[5] + shift, m[6] - shift, m[3] + shift, m[4] - shift,
      m[8] + shift, shift, m[9] + shift, m[7] + shift, state.font.size - m[7] - shift];
    return metrics;
  };
  return {
    metricsOf,
    /** A font has come or gone: nothing measured so far holds. */
    forget() { cache = new SafeMap(); cached = 0; },
  };
})();

const WHITE_SPACE = /[\t\n\f\r]/;
/** https://html.spec.whatwg.org/multipage/canvas.html#text-preparation-algorithm, step 1 */
const preparedText = (value) => {
  const text = `${value}`;
  if (!RegExpTest(WHITE_SPACE, text)) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) out += RegExpTest(WHITE_SPACE, text[i]) ? ' ' : text[i];
  return out;
};

const drawText = (pen, opcode, mask, text, x, y, maxWidth) => {
  if (!isFiniteSum(x + y) || (maxWidth !== undefined && !(maxWidth > 0 && maxWidth < Infinity)) || text === '') return;
  if (pen.state.composite === CanvasCopyComposite && pen.state.clip === null) pen.restart();
  if (pen.dirty & mask) pen.flush(mask);
  const { recording } = pen;
  const n = recording.reserve(4 + recordedStringLength(text));
  const { buffer } = recording;
  buffer[n] = opcode;
  buffer[n + 1] = x;
  buffer[n + 2] = y;
  buffer[n + 3] = maxWidth === undefined ? -1 : maxWidth;
  recording.length = recording.writeString(n + 4, text);
};

const canvasTextMembers = () => ({
  fillText(text, x, y, maxWidth = undefined) {
    requireArguments('fillText', 'CanvasRenderingContext2D', arguments.length, 3);
    const prepared = preparedText(text);
    drawText(this[kPen], CanvasOp.fillText, DirtyForFill | DirtyFont, prepared, +x, +y, maxWidth === undefined ? undefined : +maxWidth);
  },
  strokeText(text, x, y, maxWidth = undefined) {
    requireArguments('strokeText', 'CanvasRenderingContext2D', arguments.length, 3);
    const prepared = preparedText(text);
    drawText(this[kPen], CanvasOp.strokeText, DirtyForStroke | DirtyFont, prepared, +x, +y, maxWidth === undefined ? undefined : +maxWidth);
  },
  measureText(text) {
    requireArguments('measureText', 'CanvasRenderingContext2D', arguments.length, 1);
    return CanvasText.metricsOf(this[kPen], preparedText(text));
  },
});

/** The direction that a canvas inherits from its `dir` attribute or its ancestors'. */
const inheritedDirection = (canvas) => {
  for (let node = canvas; node !== null && node !== undefined; node = node[kParent]) {
    const attributes = node[kAttributes];
    const value = attributes === undefined || attributes === null ? undefined : attributes.get('dir');
    if (value !== undefined) return StringToLowerCase(value) === 'rtl' ? 'rtl' : 'ltr';
  }
  return 'ltr';
};
