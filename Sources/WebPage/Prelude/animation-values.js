// Timing functions (https://www.w3.org/TR/css-easing-1/) and values between two values (CSS Values 4, 3).

const AnimationValues = (() => {
  const bezierPoint = (t, a, b) => ((1 - 3 * b + 3 * a) * t + (3 * b - 6 * a)) * t * t + 3 * a * t;
  const cubicBezier = (x1, y1, x2, y2) => (x) => {
    if (x <= 0) return x1 > 0 ? x * y1 / x1 : 0;
    if (x >= 1) return 1 + (x2 < 1 ? (x - 1) * (y2 - 1) / (x2 - 1) : 0);
    let low = 0;
    let high = 1;
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (bezierPoint(middle, x1, x2) < x) low = middle;
      else high = middle;
    }
    return bezierPoint((low + high) / 2, y1, y2);
  };
  const linear = (x) => x;
  const steps = (count, position) => (x) => {
    const startsEarly = position === 'start' || position === 'jump-start' || position === 'jump-both';
    const jumps = position === 'jump-none' ? count - 1 : position === 'jump-both' ? count + 1 : count;
    const step = MathFloor(x * count) + (startsEarly ? 1 : 0);
    return x >= 1 ? 1 : MathMax(0, MathMin(step, jumps)) / jumps;
  };
  const NAMED = {
    __proto__: null, linear, ease: cubicBezier(0.25, 0.1, 0.25, 1), 'ease-in': cubicBezier(0.42, 0, 1, 1), 'ease-out': cubicBezier(0, 0, 0.58, 1),
    'ease-in-out': cubicBezier(0.42, 0, 0.58, 1), 'step-start': steps(1, 'start'), 'step-end': steps(1, 'end'),
  };
  // Pages come by these functions, and other pages have the same.
  const names = ObjectKeys(NAMED);
  for (let i = 0; i < names.length; i++) ObjectFreeze(NAMED[names[i]]);
  const cache = new SafeMap();
  /** The function that a timing function's text names, or null. */
  const easing = (text) => {
    const lower = StringToLowerCase(StringTrim(text));
    if (NAMED[lower] !== undefined) return NAMED[lower];
    let known = cache.get(lower);
    if (known === undefined) cache.set(lower, known = ObjectFreeze(parseEasing(lower)));
    return known;
  };
  const parseEasing = (text) => {
    const match = RegExpExec(/^(cubic-bezier|steps|linear)\(([^]*)\)$/, text);
    if (match === null) return null;
    const args = CSSSyntax.split(match[2], ',');
    if (match[1] === 'steps') return +args[0] >= 1 ? steps(+args[0], args[1] ?? 'end') : null;
    if (match[1] === 'linear') return linear;
    const valid = args.length === 4 && +args[0] >= 0 && +args[0] <= 1 && +args[2] >= 0 && +args[2] <= 1;
    return valid ? cubicBezier(+args[0], +args[1], +args[2], +args[3]) : null;
  };

  const NUMBERS = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;
  /** A text's numbers and what stands between them. */
  const dissect = (text) => {
    const numbers = [];
    const between = [];
    let last = 0;
    NUMBERS.lastIndex = 0;
    for (let match; (match = RegExpExec(NUMBERS, text)) !== null;) {
      // A digit inside a word, as in translate3d or #abc123, is none.
      const before = match.index > 0 ? text[match.index - 1] : '';
      if (RegExpTest(/[\w#]/, before)) continue;
      ArrayPush(between, StringSlice(text, last, match.index));
      ArrayPush(numbers, +match[0]);
      last = match.index + match[0].length;
    }
    ArrayPush(between, StringSlice(text, last));
    return { numbers, between };
  };
  const sameParts = (a, b) => {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  };
  const mixNumbers = (from, to, share) => {
    const a = dissect(from);
    const b = dissect(to);
    adoptUnits(a, b);
    adoptUnits(b, a);
    if (a.numbers.length === 0 || !sameParts(a.between, b.between)) return null;
    let out = a.between[0];
    for (let i = 0; i < a.numbers.length; i++) out += CSSValues.numberText(a.numbers[i] + (b.numbers[i] - a.numbers[i]) * share) + a.between[i + 1];
    return out;
  };
  const UNIT = /^(?:px|%|deg|rad|turn|em|rem|vw|vh)/;
  /** A plain zero takes on the other side's unit. */
  const adoptUnits = (a, b) => {
    for (let i = 0; i < a.numbers.length && i < b.numbers.length; i++) {
      if (a.numbers[i] !== 0) continue;
      const theirs = RegExpExec(UNIT, b.between[i + 1]);
      const own = RegExpExec(UNIT, a.between[i + 1]);
      if (theirs === null || own !== null && own[0] === theirs[0]) continue;
      a.between[i + 1] = theirs[0] + StringSlice(a.between[i + 1], own === null ? 0 : own[0].length);
    }
  };

  /** The functions of a transform made to do nothing: what `none` is on the way to it. */
  const identityOf = (transform) => {
    let out = '';
    for (let rest = transform; rest !== '';) {
      const open = StringIndexOf(rest, '(');
      if (open < 0) break;
      const end = CSSSyntax.findTop(rest, open + 1, ')');
      const name = StringTrim(StringSlice(rest, 0, open));
      const args = StringSlice(rest, open + 1, end);
      const parts = dissect(args);
      const neutral = StringStartsWith(StringToLowerCase(name), 'scale') ? '1' : '0';
      let inner = parts.between[0];
      for (let i = 0; i < parts.numbers.length; i++) inner += neutral + parts.between[i + 1];
      out += name + '(' + (name === 'matrix' ? '1, 0, 0, 1, 0, 0' : inner) + ') ';
      rest = StringTrim(StringSlice(rest, end + 1));
    }
    return StringTrim(out);
  };
  const mixTransforms = (from, to, share) => {
    if (from === 'none' && to === 'none') return 'none';
    const start = from === 'none' ? identityOf(to) : from;
    const end = to === 'none' ? identityOf(from) : to;
    const direct = mixNumbers(start, end, share);
    if (direct !== null) return direct;
    if (StringIncludes(start + end, '%')) return null;
    return mixNumbers(Transforms.text(Transforms.parse(start, 0, 0)), Transforms.text(Transforms.parse(end, 0, 0)), share);
  };

  const mixLengths = (from, to, share) => {
    const a = CSSValues.parseLength(from, CSSValues.DEFAULT_CONTEXT);
    const b = CSSValues.parseLength(to, CSSValues.DEFAULT_CONTEXT);
    if (a === null || b === null) return null;
    if (typeof a === 'number' && typeof b === 'number') {
      const unit = StringEndsWith(from, 'px') || StringEndsWith(to, 'px') ? 'px' : '';
      return CSSValues.numberText(a + (b - a) * share) + unit;
    }
    return 'calc((' + from + ') * ' + CSSValues.numberText(1 - share) + ' + (' + to + ') * ' + CSSValues.numberText(share) + ')';
  };

  const { COLOR, LENGTH, NUMBER, grammarOf } = Declarations;
  const between = (index, from, to, share) => {
    if (from === to) return from;
    if (index === P.visibility) return share > 0 && share < 1 ? 'visible' : share <= 0 ? from : to;
    if (index === P.transform) return mixTransforms(from, to, share);
    switch (grammarOf(index).kind) {
      case COLOR: return mixColors(from, to, share);
      case LENGTH: return mixLengths(from, to, share);
      case NUMBER: return CSSValues.numberText(+from + (to - from) * share);
      default: return mixColors(from, to, share) ?? mixNumbers(from, to, share);
    }
  };
  const mixColors = (from, to, share) => {
    const a = Colors.parse(from);
    const b = Colors.parse(to);
    if (a === null || b === null) return null;
    return Colors.serializeCSS(Colors.mix(a, b, MathMax(0, MathMin(1, share))));
  };
  /** The value at `share` between two computed values; those that don't mix change half-way. */
  const interpolate = (index, from, to, share) => between(index, from, to, share) ?? (share < 0.5 ? from : to);
  /** Whether there is anything between the two. */
  const canInterpolate = (index, from, to) => index === P.visibility || between(index, from, to, 0.5) !== null;

  return { easing, interpolate, canInterpolate };
})();
