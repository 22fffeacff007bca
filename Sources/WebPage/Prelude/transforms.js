// Transforms: https://www.w3.org/TR/css-transforms-1/. A matrix is [a, b, c, d, e, f]; 3D functions keep their flat part.

const Transforms = (() => {
  const IDENTITY = ObjectFreeze([1, 0, 0, 1, 0, 0]);
  const multiply = (m, n) => [
    m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
  ];
  const translation = (x, y) => [1, 0, 0, 1, x, y];
  const rotation = (degrees) => {
    const cos = MathCos(degrees * MathPI / 180);
    const sin = MathSin(degrees * MathPI / 180);
    // Quarter turns come out exact.
    const clean = (value) => (MathAbs(value) < 1e-15 ? 0 : value);
    return [clean(cos), clean(sin), -clean(sin), clean(cos), 0, 0];
  };
  const tangent = (degrees) => MathTan(degrees * MathPI / 180);

  const FUNCTION_NAME = /^\s*([a-z0-9]+)\(/i;
  const functionMatrix = (name, args, width, height) => {
    const length = (index, base) => (args[index] === undefined ? 0 : CSSValues.resolve(CSSValues.length(args[index]), base) || 0);
    const number = (index, fallback) => {
      if (args[index] === undefined) return fallback;
      return StringEndsWith(args[index], '%') ? NumberParseFloat(args[index]) / 100 : CSSValues.number(args[index]) ?? fallback;
    };
    const angle = (index) => (args[index] === undefined ? 0 : CSSValues.angle(args[index]) ?? 0);
    switch (name) {
      case 'translate': case 'translate3d': return translation(length(0, width), length(1, height));
      case 'translatex': return translation(length(0, width), 0);
      case 'translatey': return translation(0, length(0, height));
      case 'scale': case 'scale3d': return [number(0, 1), 0, 0, number(1, number(0, 1)), 0, 0];
      case 'scalex': return [number(0, 1), 0, 0, 1, 0, 0];
      case 'scaley': return [1, 0, 0, number(0, 1), 0, 0];
      case 'rotate': case 'rotatez': return rotation(angle(0));
      case 'rotatex': return [1, 0, 0, MathCos(angle(0) * MathPI / 180), 0, 0];
      case 'rotatey': return [MathCos(angle(0) * MathPI / 180), 0, 0, 1, 0, 0];
      case 'skew': return [1, tangent(angle(1)), tangent(angle(0)), 1, 0, 0];
      case 'skewx': return [1, 0, tangent(angle(0)), 1, 0, 0];
      case 'skewy': return [1, tangent(angle(0)), 0, 1, 0, 0];
      case 'matrix': return [number(0, 1), number(1, 0), number(2, 0), number(3, 1), number(4, 0), number(5, 0)];
      case 'matrix3d': return [number(0, 1), number(1, 0), number(4, 0), number(5, 1), number(12, 0), number(13, 0)];
      default: return IDENTITY;
    }
  };
  const PARSED_MAX = 2048;
  let parsed = new SafeMap();
  /** The matrix of a `transform` value for a box of the given size. */
  const parse = (text, width, height) => {
    if (text === 'none') return IDENTITY;
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const matrix = parseUncached(text, width, height);
    if (StringIncludes(text, '%')) return matrix;
    if (parsed.size >= PARSED_MAX) parsed = new SafeMap();
    parsed.set(text, matrix);
    return matrix;
  };
  const parseUncached = (text, width, height) => {
    let matrix = IDENTITY;
    for (let match; (match = RegExpExec(FUNCTION_NAME, text)) !== null;) {
      const start = match[0].length;
      const end = CSSSyntax.findTop(text, start, ')');
      matrix = multiply(matrix, functionMatrix(StringToLowerCase(match[1]), CSSSyntax.split(StringSlice(text, start, end), ','), width, height));
      text = StringSlice(text, end + 1);
    }
    return matrix;
  };

  const KEYWORDS = { __proto__: null, left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' };
  const originOf = (text, width, height) => {
    const words = CSSSyntax.split(text, ' ');
    const swapped = words[0] === 'top' || words[0] === 'bottom' || words[1] === 'left' || words[1] === 'right';
    const first = swapped ? words[1] ?? 'center' : words[0];
    const second = swapped ? words[0] : words[1] ?? 'center';
    const at = (word, base) => CSSValues.resolve(CSSValues.length(KEYWORDS[word] ?? word), base) || 0;
    return [at(first, width), at(second, height)];
  };

  /** The matrix of the box's own transform in page coordinates; null without one. */
  const ofBox = (box) => {
    if (!box.style.isTransformed || box.kind === 'inline' || box.kind === 'text') return null;
    const { values } = box.style.record;
    const origin = originOf(values[P.transformOrigin], box.w, box.h);
    const x = box.px + origin[0];
    const y = box.py + origin[1];
    let matrix = translation(x, y);
    if (values[P.translate] !== 'none') matrix = multiply(matrix, parse('translate(' + ArrayJoin(CSSSyntax.split(values[P.translate], ' '), ',') + ')', box.w, box.h));
    if (values[P.rotate] !== 'none') matrix = multiply(matrix, parse('rotate(' + values[P.rotate] + ')', box.w, box.h));
    if (values[P.scale] !== 'none') matrix = multiply(matrix, parse('scale(' + ArrayJoin(CSSSyntax.split(values[P.scale], ' '), ',') + ')', box.w, box.h));
    matrix = multiply(matrix, parse(values[P.transform], box.w, box.h));
    return multiply(matrix, translation(-x, -y));
  };
  /** All transforms on the way up from the box; null when there are none. */
  const above = (box) => {
    let matrix = null;
    for (let at = box; at !== null; at = at.parent) {
      const own = ofBox(at);
      if (own !== null) matrix = matrix === null ? own : multiply(own, matrix);
    }
    return matrix;
  };

  /** The rectangle around a transformed rectangle. */
  const boundsOf = (m, x, y, width, height) => {
    const x0 = m[0] * x + m[2] * y + m[4];
    const y0 = m[1] * x + m[3] * y + m[5];
    const ax = m[0] * width;
    const ay = m[1] * width;
    const bx = m[2] * height;
    const by = m[3] * height;
    const left = x0 + MathMin(0, ax) + MathMin(0, bx);
    const top = y0 + MathMin(0, ay) + MathMin(0, by);
    return { x: left, y: top, width: MathAbs(ax) + MathAbs(bx), height: MathAbs(ay) + MathAbs(by) };
  };
  /** A rectangle of a box, in page coordinates, after the transforms. */
  const bounds = (box, x, y, width, height) => {
    const matrix = above(box);
    return matrix === null ? { x, y, width, height } : boundsOf(matrix, x, y, width, height);
  };
  const inverse = (m) => {
    const d = m[0] * m[3] - m[1] * m[2];
    return d === 0 ? null : [m[3] / d, -m[1] / d, -m[2] / d, m[0] / d, (m[2] * m[5] - m[3] * m[4]) / d, (m[1] * m[4] - m[0] * m[5]) / d];
  };
  const text = (m) => {
    const parts = [];
    for (let i = 0; i < 6; i++) ArrayPush(parts, CSSValues.numberText(m[i] === 0 ? 0 : m[i]));
    return 'matrix(' + ArrayJoin(parts, ', ') + ')';
  };

  return { IDENTITY, multiply, translation, rotation, parse, originOf, ofBox, above, boundsOf, bounds, inverse, text };
})();

/** The `transform` attribute of SVG, whose numbers have no units: as a CSS value. */
const SVGTransforms = (() => {
  const FUNCTION = /([a-zA-Z]+)\s*\(([^)]*)\)/g;
  const toCSS = (text) => {
    let out = '';
    FUNCTION.lastIndex = 0;
    for (let match; (match = RegExpExec(FUNCTION, text)) !== null;) {
      const args = CSSSyntax.split(StringReplaceAll(match[2], ',', ' '), ' ');
      const number = (index, fallback) => args[index] ?? fallback;
      switch (match[1]) {
        case 'translate': out += 'translate(' + number(0, '0') + 'px,' + number(1, '0') + 'px)'; break;
        case 'rotate':
          if (args.length < 3) out += 'rotate(' + number(0, '0') + 'deg)';
          else out += 'translate(' + args[1] + 'px,' + args[2] + 'px) rotate(' + args[0] + 'deg) translate(' + -args[1] + 'px,' + -args[2] + 'px)';
          break;
        case 'skewX': case 'skewY': out += match[1] + '(' + number(0, '0') + 'deg)'; break;
        default: out += match[1] + '(' + ArrayJoin(args, ',') + ')';
      }
      out += ' ';
    }
    return out === '' ? 'none' : StringTrim(out);
  };
  return { toCSS };
})();
