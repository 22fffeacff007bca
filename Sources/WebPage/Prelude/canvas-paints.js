// Fill and stroke styles: https://html.spec.whatwg.org/multipage/canvas.html#fill-and-stroke-styles

const kGradient = Symbol('gradient');
const kPattern = Symbol('pattern');
const GradientLinear = 0;
const GradientRadial = 1;
const GradientConic = 2;

const CanvasGradient = exposeLazily('CanvasGradient', () => {
  class CanvasGradient {
    constructor(token) { refuseConstruction(token); }
    addColorStop(offset, color) {
      requireArguments('addColorStop', 'CanvasGradient', arguments.length, 2);
      const at = +offset;
      if (at - at !== 0) throw new TypeError("Failed to execute 'addColorStop' on 'CanvasGradient': The provided double value is non-finite.");
      const text = `${color}`;
      if (at < 0 || at > 1) throwDOMException('IndexSizeError', `Failed to execute 'addColorStop' on 'CanvasGradient': The provided value (${offset}) is outside the range (0.0, 1.0).`);
      const packed = Colors.parse(text, 255);
      if (packed === null) throwDOMException('SyntaxError', `Failed to execute 'addColorStop' on 'CanvasGradient': The value provided ('${text}') could not be parsed as a color.`);
      const gradient = this[kGradient];
      // Stops stay sorted; equal offsets keep the order in which they were added.
      const { stops } = gradient;
      let index = stops.length;
      while (index > 0 && stops[index - 2] > at) index -= 2;
      ArraySplice(stops, index, 0, at, packed);
      if ((packed & 255) !== 255) gradient.opaque = false;
      if (Colors.modernText(text) !== null) gradient.isModern = true;
      gradient.version++;
    }
  }
  defineMembers(CanvasGradient.prototype, { addColorStop: CanvasGradient.prototype.addColorStop });
  return CanvasGradient;
});

const CanvasPattern = exposeLazily('CanvasPattern', () => {
  class CanvasPattern {
    constructor(token) { refuseConstruction(token); }
    setTransform(transform = undefined) {
      const pattern = this[kPattern];
      pattern.matrix = matrixFromInit(transform, 'setTransform');
      pattern.version++;
    }
  }
  defineMembers(CanvasPattern.prototype, { setTransform: CanvasPattern.prototype.setTransform });
  return CanvasPattern;
});

const createGradient = (type, parameters, covers) => {
  const gradient = ObjectCreate(CanvasGradient().prototype);
  gradient[kGradient] = { type, parameters, stops: [], version: 0, opaque: covers, isModern: false };
  return gradient;
};

/**
 * A gradient's stops as they are recorded. With a colour that isn't a legacy one among them they are mixed in Oklab
 * (CSS Color 4, 12.1): so many stops in between come close enough.
 */
const recordedStops = ({ stops, isModern }) => {
  if (!isModern) return stops;
  const STEPS = 16;
  const out = [];
  const partsOf = (packed) => ({
    c: ColorSpaces.convert([(packed >>> 24) / 255, (packed >>> 16 & 255) / 255, (packed >>> 8 & 255) / 255], 'srgb', 'oklab'), alpha: (packed & 255) / 255,
  });
  for (let i = 0; i < stops.length; i += 2) {
    ArrayPush(out, stops[i]);
    ArrayPush(out, stops[i + 1]);
    if (i + 3 >= stops.length || stops[i] === stops[i + 2]) continue;
    const from = partsOf(stops[i + 1]);
    const to = partsOf(stops[i + 3]);
    for (let k = 1; k < STEPS; k++) {
      const share = k / STEPS;
      // Gradients of canvases mix colours without regard to their alpha.
      const alpha = from.alpha * (1 - share) + to.alpha * share;
      const mixed = ArrayMap(from.c, (value, n) => value * (1 - share) + to.c[n] * share);
      ArrayPush(out, stops[i] + (stops[i + 2] - stops[i]) * share);
      ArrayPush(out, ColorFunctions.pack({ space: 'oklab', c: mixed, alpha }));
    }
  }
  return out;
};

const PatternRepetitions = { __proto__: null, repeat: 0, 'repeat-x': 1, 'repeat-y': 2, 'no-repeat': 3, '': 0 };
const createCanvasPattern = (resource, repetition) => {
  const pattern = ObjectCreate(CanvasPattern().prototype);
  pattern[kPattern] = { resource, repetition, matrix: { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, version: 0 };
  return pattern;
};

/** What a style stands for: a colour, or a gradient or pattern with the version of it that was last recorded. */
const colorPaint = (packed, text = null) => ({ color: packed, gradient: null, pattern: null, object: null, text });
const BlackPaint = colorPaint(255);

/** Colour string → paint, or null for an invalid one; never a string with `currentcolor` in it. */
let paintsByText = new SafeMap();
const paintOfText = (text, canvas) => {
  const known = paintsByText.get(text);
  if (known !== undefined) return known;
  if (isCurrentColorText(text)) {
    const packed = Colors.parse(text, currentColorOf(canvas));
    return packed === null ? null : colorPaint(packed, Colors.modernText(text, currentColorOf(canvas)));
  }
  const packed = Colors.parse(text, 255);
  const paint = packed === null ? null : colorPaint(packed, Colors.modernText(text));
  if (paintsByText.size >= 4096) paintsByText = new SafeMap();
  paintsByText.set(text, paint);
  return paint;
};
const isCurrentColorText = (text) => RegExpTest(/currentcolor/i, text);
