// Lengths and the mathematical functions: https://www.w3.org/TR/css-values-4/.
// A length is a number of pixels, a keyword, or a node {px, percent} or {name, terms} that needs a base to resolve.

const CSSValues = (() => {
  const NumberToPrecision = uncurryThis(Number.prototype.toPrecision);
  const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
  const DIMENSION = RegExp('^(' + NUMBER + ')([a-z]+|%)?$', 'i');
  const ABSOLUTE = {
    __proto__: null, px: 1, cm: 96 / 2.54, mm: 9.6 / 2.54, q: 2.4 / 2.54, in: 96, pt: 4 / 3, pc: 16,
  };
  const ANGLES = { __proto__: null, deg: 1, rad: 180 / MathPI, grad: 0.9, turn: 360 };
  const TIMES = { __proto__: null, s: 1000, ms: 1 };

  /** The size of the window that the page sees. */
  const viewport = { width: settings.viewportWidth ?? 1280, height: settings.viewportHeight ?? 720 };

  /** Pixels of a `line-height` that is computed, or declared without units of lines; `normal` is that of the one font. */
  const linePixels = (given, fontSize) => {
    const text = given !== undefined && given[0] === '\u0000' ? StringSlice(given, 1) : given;
    const value = text === undefined ? null : parseLength(text, { fontSize, rootFontSize: 16 });
    if (value === null) return fontSize * 1.164;
    return number(text) !== null ? value * fontSize : resolve(value, fontSize);
  };
  /** Pixels in one unit, or undefined; `context` is {fontSize, rootFontSize, isMonospace, lineHeight, rootLineHeight}, the last two as texts. */
  const unitScale = (unit, context) => {
    const absolute = ABSOLUTE[unit];
    if (absolute !== undefined) return absolute;
    switch (unit) {
      case 'em': case 'ic': return context.fontSize;
      case 'rem': case 'ric': return context.rootFontSize;
      case 'ex': return context.fontSize * 0.547;
      case 'ch': return context.fontSize * (context.isMonospace ? 0.602 : 0.636);
      case 'cap': return context.fontSize * 0.73;
      case 'rex': case 'rch': case 'rcap': return unitScale(StringSlice(unit, 1), { fontSize: context.rootFontSize });
      case 'lh': return linePixels(context.lineHeight, context.fontSize);
      case 'rlh': return linePixels(context.rootLineHeight, context.rootFontSize);
      case 'vw': case 'dvw': case 'svw': case 'lvw': case 'vi': case 'cqw': case 'cqi': return viewport.width / 100;
      case 'vh': case 'dvh': case 'svh': case 'lvh': case 'vb': case 'cqh': case 'cqb': return viewport.height / 100;
      case 'vmin': case 'dvmin': case 'svmin': case 'lvmin': case 'cqmin': return MathMin(viewport.width, viewport.height) / 100;
      case 'vmax': case 'dvmax': case 'svmax': case 'lvmax': case 'cqmax': return MathMax(viewport.width, viewport.height) / 100;
      default: return undefined;
    }
  };
  const DEFAULT_CONTEXT = { fontSize: 16, rootFontSize: 16 };

  /** As browsers print numbers in computed values: six significant digits. */
  const numberText = (value) => (NumberIsInteger(value) ? '' + value : '' + +NumberToPrecision(value, 6));

  // Mathematical nodes: {value, unit} with unit '' | 'px' | '%' | 'deg' | 'ms', {px, percent}, {name, terms}.
  const leaf = (value, unit) => ({ value, unit });
  const isLeaf = (node) => node.unit !== undefined;
  const pxPart = (node) => (isLeaf(node) ? (node.unit === 'px' ? node.value : 0) : node.px);
  const percentPart = (node) => (isLeaf(node) ? (node.unit === '%' ? node.value : 0) : node.percent);
  const isLinear = (node) => (isLeaf(node) ? node.unit === 'px' || node.unit === '%' : node.name === undefined);

  const add = (a, b, sign) => {
    if (isLeaf(a) && isLeaf(b) && a.unit === b.unit) return leaf(a.value + sign * b.value, a.unit);
    if (isLinear(a) && isLinear(b)) return { px: pxPart(a) + sign * pxPart(b), percent: percentPart(a) + sign * percentPart(b) };
    return { name: 'sum', terms: [a, sign < 0 ? scale(b, -1) : b] };
  };
  const scale = (a, factor) => {
    if (isLeaf(a)) return leaf(a.value * factor, a.unit);
    if (a.name === undefined) return { px: a.px * factor, percent: a.percent * factor };
    return { name: 'scale', factor, terms: [a] };
  };

  const FUNCTIONS = {
    __proto__: null,
    min: (v) => { let r = v[0]; for (let i = 1; i < v.length; i++) r = MathMin(r, v[i]); return r; },
    max: (v) => { let r = v[0]; for (let i = 1; i < v.length; i++) r = MathMax(r, v[i]); return r; },
    clamp: (v) => MathMax(v[0], MathMin(v[1], v[2])),
    sum: (v) => v[0] + v[1],
    abs: (v) => MathAbs(v[0]),
    sign: (v) => MathSign(v[0]),
    round: (v) => MathRound(v[0] / (v[1] ?? 1)) * (v[1] ?? 1),
    mod: (v) => v[0] - MathFloor(v[0] / v[1]) * v[1],
    rem: (v) => v[0] % v[1],
    pow: (v) => MathPow(v[0], v[1]),
    sqrt: (v) => MathSqrt(v[0]),
    hypot: (v) => MathHypot(v[0], v[1] ?? 0),
    sin: (v) => MathSin(v[0] * MathPI / 180),
    cos: (v) => MathCos(v[0] * MathPI / 180),
    tan: (v) => MathTan(v[0] * MathPI / 180),
  };
  const UNITLESS_RESULT = { __proto__: null, sign: 1, sin: 1, cos: 1, tan: 1, pow: 1, sqrt: 1 };

  /** A function of terms, computed at once when they share a unit. */
  const call = (name, terms) => {
    if (FUNCTIONS[name] === undefined || terms.length === 0 || (name === 'clamp' && terms.length !== 3)) return null;
    const values = [];
    for (let i = 0; i < terms.length; i++) {
      if (!isLeaf(terms[i]) || terms[i].unit !== terms[0].unit) return { name, terms };
      ArrayPush(values, terms[i].value);
    }
    const isTrigonometric = name === 'sin' || name === 'cos' || name === 'tan';
    if (isTrigonometric && terms[0].unit === '') values[0] *= 180 / MathPI;
    if (terms[0].unit === '%' && UNITLESS_RESULT[name] === undefined && name !== 'min' && name !== 'max' && name !== 'clamp') return { name, terms };
    return leaf(FUNCTIONS[name](values), UNITLESS_RESULT[name] === undefined ? terms[0].unit : '');
  };

  const TOKEN = RegExp('\\s*(?:((?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)([a-z]+|%)?|([a-z-]+)\\(|([a-z]+)|([-+*/(),]))', 'iy');
  /** A recursive descent parser of calc()'s grammar; the methods return a node, or null when it isn't valid. */
  const mathParser = (text, context) => {
    let token = null;
    const next = () => {
      const at = TOKEN.lastIndex;
      token = RegExpExec(TOKEN, text);
      if (token === null) TOKEN.lastIndex = at;
    };
    const isMark = (mark) => token !== null && token[5] === mark;
    const sum = () => {
      let left = product();
      while (left !== null && (isMark('+') || isMark('-'))) {
        const sign = token[5] === '+' ? 1 : -1;
        next();
        const right = product();
        left = right === null ? null : add(left, right, sign);
      }
      return left;
    };
    const product = () => {
      let left = unit();
      while (left !== null && (isMark('*') || isMark('/'))) {
        const divides = token[5] === '/';
        next();
        const right = unit();
        if (right === null) return null;
        const isFactor = isLeaf(right) && right.unit === '';
        if (divides) {
          if (!isFactor) return isLeaf(left) && isLeaf(right) && left.unit === right.unit ? leaf(left.value / right.value, '') : null;
          left = scale(left, 1 / right.value);
        } else if (isFactor) left = scale(left, right.value);
        else if (isLeaf(left) && left.unit === '') left = scale(right, left.value);
        else return null;
      }
      return left;
    };
    const unit = () => {
      if (isMark('-') || isMark('+')) {
        const sign = token[5] === '-' ? -1 : 1;
        next();
        const value = unit();
        return value === null ? null : scale(value, sign);
      }
      if (token === null) return null;
      const here = token;
      if (here[1] !== undefined) {
        next();
        return dimension(+here[1], here[2] === undefined ? '' : StringToLowerCase(here[2]), context);
      }
      if (here[4] !== undefined) {
        next();
        return constant(StringToLowerCase(here[4]));
      }
      if (here[3] === undefined && here[5] !== '(') return null;
      const terms = [];
      do {
        next();
        const term = sum();
        if (term === null) return null;
        ArrayPush(terms, term);
      } while (isMark(','));
      if (!isMark(')') && token !== null) return null;
      next();
      const name = here[3] === undefined ? 'calc' : StringToLowerCase(here[3]);
      return name === 'calc' || name === '-webkit-calc' ? (terms.length === 1 ? terms[0] : null) : call(name, terms);
    };
    TOKEN.lastIndex = 0;
    next();
    const result = sum();
    return token === null && TOKEN.lastIndex >= text.length ? result : null;
  };
  const constant = (name) => (name === 'pi' ? leaf(MathPI, '') : name === 'e' ? leaf(2.718281828459045, '')
    : name === 'infinity' ? leaf(3.3554428e7, '') : null);
  const dimension = (value, unit, context) => {
    if (unit === '' || unit === '%') return leaf(value, unit);
    if (ANGLES[unit] !== undefined) return leaf(value * ANGLES[unit], 'deg');
    if (TIMES[unit] !== undefined) return leaf(value * TIMES[unit], 'ms');
    if (unit === 'fr') return null;
    const pixels = unitScale(unit, context);
    return pixels === undefined ? null : leaf(value * pixels, 'px');
  };

  const nodeText = (node) => {
    if (isLeaf(node)) return numberText(node.value) + node.unit;
    if (node.name === undefined) {
      return 'calc(' + numberText(node.percent) + '% ' + (node.px < 0 ? '- ' : '+ ') + numberText(MathAbs(node.px)) + 'px)';
    }
    const terms = [];
    for (let i = 0; i < node.terms.length; i++) ArrayPush(terms, nodeText(node.terms[i]));
    if (node.name === 'sum') return 'calc(' + terms[0] + ' + ' + terms[1] + ')';
    if (node.name === 'scale') return 'calc(' + terms[0] + ' * ' + numberText(node.factor) + ')';
    return node.name + '(' + ArrayJoin(terms, ', ') + ')';
  };

  const MATH = /(^|[^\w-])((?:-webkit-)?calc|min|max|clamp|round|mod|rem|abs|sign|sin|cos|tan|pow|sqrt|hypot)\(/i;
  const RELATIVE = RegExp('(^|[\\s,(/*+-])([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)'
    + '(r?(?:em|ex|ch|cap|ic|lh)|[dsl]?v(?:w|h|min|max)|v[ib]|cq(?:w|h|i|b|min|max)|cm|mm|q|in|pt|pc)(?![\\w%-])', 'i');

  /** A value with relative lengths turned into pixels and mathematical functions worked out, as computed values are. */
  const absolutize = (text, context) => {
    if (StringIncludes(text, 'url(') || StringIncludes(text, '"')) return text;
    for (let match; (match = RegExpExec(MATH, text)) !== null;) {
      const start = match.index + match[1].length;
      const open = start + match[2].length;
      const end = CSSSyntax.findTop(text, open + 1, ')');
      const node = mathParser(StringSlice(text, start, end + 1), context);
      if (node === null) return text;
      const folded = nodeText(node);
      // A function that stays one (percentages) hides from the search until the rest is done.
      const rest = absolutize(StringSlice(text, end + 1), context);
      return relativeToPixels(StringSlice(text, 0, start), context) + folded + rest;
    }
    return relativeToPixels(text, context);
  };
  const relativeToPixels = (text, context) => {
    let out = '';
    for (let match; (match = RegExpExec(RELATIVE, text)) !== null;) {
      const pixels = match[2] * unitScale(StringToLowerCase(match[3]), context);
      out += StringSlice(text, 0, match.index) + match[1] + numberText(pixels) + 'px';
      text = StringSlice(text, match.index + match[0].length);
    }
    return out + text;
  };

  const LENGTHS_MAX = 8192;
  let lengths = new SafeMap();
  /** The length that a computed value's text stands for: a number, a node, or the keyword itself. */
  const length = (text) => {
    const known = lengths.get(text);
    if (known !== undefined) return known;
    const parsed = parseLength(text, DEFAULT_CONTEXT);
    const result = parsed === null ? text : parsed;
    if (lengths.size >= LENGTHS_MAX) lengths = new SafeMap();
    lengths.set(text, result);
    return result;
  };
  /** A length or percentage of any unit: a number, a node, or null when the text isn't one. */
  const parseLength = (text, context) => {
    const match = RegExpExec(DIMENSION, text);
    if (match !== null) {
      const unit = match[2] === undefined ? '' : StringToLowerCase(match[2]);
      if (unit === '') return +match[1];
      if (unit === '%') return { px: 0, percent: +match[1] };
      const pixels = unitScale(unit, context);
      return pixels === undefined ? null : match[1] * pixels;
    }
    if (!RegExpTest(MATH, text)) return null;
    const node = mathParser(text, context);
    if (node === null) return null;
    if (!isLeaf(node)) return node;
    if (node.unit === '%') return { px: 0, percent: node.value };
    return node.unit === 'px' || node.unit === '' ? node.value : null;
  };

  /** A length in pixels against a base for percentages; NaN for keywords and for percentages of a NaN base. */
  const resolve = (value, base) => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return NaN;
    if (value.unit !== undefined) return value.unit === '%' ? value.value * base / 100 : value.value;
    if (value.name === undefined) return value.px + value.percent * base / 100;
    if (value.name === 'scale') return resolve(value.terms[0], base) * value.factor;
    const numbers = [];
    for (let i = 0; i < value.terms.length; i++) ArrayPush(numbers, resolve(value.terms[i], base));
    return FUNCTIONS[value.name](numbers);
  };
  const dependsOnBase = (value) => typeof value === 'object';

  /** Degrees, or null. */
  const angle = (text) => {
    const match = RegExpExec(DIMENSION, text);
    if (match !== null) {
      if (match[2] === undefined) return +match[1] === 0 ? 0 : null;
      const factor = ANGLES[StringToLowerCase(match[2])];
      return factor === undefined ? null : match[1] * factor;
    }
    const node = RegExpTest(MATH, text) ? mathParser(text, DEFAULT_CONTEXT) : null;
    return node !== null && node.unit === 'deg' ? node.value : null;
  };
  /** Milliseconds, or null. */
  const time = (text) => {
    const match = RegExpExec(DIMENSION, text);
    const factor = match === null || match[2] === undefined ? undefined : TIMES[StringToLowerCase(match[2])];
    if (factor !== undefined) return match[1] * factor;
    const node = RegExpTest(MATH, text) ? mathParser(text, DEFAULT_CONTEXT) : null;
    return node !== null && node.unit === 'ms' ? node.value : null;
  };
  /** A plain number (or what a mathematical function gives), or null. */
  const number = (text) => {
    const match = RegExpExec(DIMENSION, text);
    if (match !== null) return match[2] === undefined ? +match[1] : null;
    const node = RegExpTest(MATH, text) ? mathParser(text, DEFAULT_CONTEXT) : null;
    return node !== null && node.unit === '' ? node.value : null;
  };

  return {
    /** What a number, a dimension or a mathematical function comes to, {value, unit}; null when that needs a base or is none. */
    math(text) {
      const node = mathParser(text, DEFAULT_CONTEXT);
      return node !== null && isLeaf(node) ? node : null;
    },
    viewport, absolutize, length, parseLength, resolve, dependsOnBase, angle, time, number, numberText, DEFAULT_CONTEXT,
  };
})();
