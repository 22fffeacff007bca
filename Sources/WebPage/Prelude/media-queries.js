// Media queries: https://www.w3.org/TR/mediaqueries-4/, answered for a desktop with a mouse and the session's viewport.

const MediaQueries = lazily(() => {
  const DISCRETE = {
    __proto__: null, orientation: null, 'prefers-color-scheme': 'light', 'prefers-reduced-motion': 'no-preference',
    'prefers-contrast': 'no-preference', 'prefers-reduced-transparency': 'no-preference', 'prefers-reduced-data': 'no-preference',
    hover: 'hover', 'any-hover': 'hover', pointer: 'fine', 'any-pointer': 'fine', 'display-mode': 'browser', scripting: 'enabled',
    update: 'fast', 'overflow-block': 'scroll', 'overflow-inline': 'scroll', 'forced-colors': 'none', 'inverted-colors': 'none',
    'color-gamut': 'srgb', 'dynamic-range': 'standard', scan: 'progressive', grid: '0', monochrome: '0', 'transform-3d': '1',
  };
  const { viewport } = CSSValues;
  /** The numeric features; lengths in pixels. */
  const numericFeature = (name) => {
    switch (name) {
      case 'width': case 'device-width': case 'inline-size': return viewport.width;
      case 'height': case 'device-height': case 'block-size': return viewport.height;
      case 'aspect-ratio': case 'device-aspect-ratio': return viewport.width / viewport.height;
      case 'resolution': case 'device-pixel-ratio': return 1;
      case 'color': return 8;
      case 'color-index': case 'monochrome': return 0;
      default: return null;
    }
  };
  const numericValue = (text) => {
    const ratio = RegExpExec(/^([\d.]+)\s*\/\s*([\d.]+)$/, text);
    if (ratio !== null) return ratio[1] / ratio[2];
    const resolution = RegExpExec(/^([\d.]+)(dppx|x|dpi|dpcm)$/, text);
    if (resolution !== null) return resolution[1] / (resolution[2] === 'dpi' ? 96 : resolution[2] === 'dpcm' ? 96 / 2.54 : 1);
    const value = CSSValues.parseLength(CSSValues.absolutize(text, CSSValues.DEFAULT_CONTEXT), CSSValues.DEFAULT_CONTEXT);
    return value === null ? NaN : CSSValues.resolve(value, NaN);
  };
  const compare = (a, operator, b) => {
    switch (operator) {
      case '<': return a < b;
      case '<=': return a <= b;
      case '>': return a > b;
      case '>=': return a >= b;
      default: return MathAbs(a - b) < 1e-6;
    }
  };
  const FLIPPED = { __proto__: null, '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' };
  const RANGE = /^(.+?)\s*(<=|>=|<|>|=)\s*(.+?)(?:\s*(<=|>=|<|>)\s*(.+))?$/;

  /** What stands in one pair of parentheses, without a boolean operator. */
  const feature = (text) => {
    const colon = StringIndexOf(text, ':');
    if (colon >= 0) return plainFeature(StringTrim(StringSlice(text, 0, colon)), StringTrim(StringSlice(text, colon + 1)));
    const range = RegExpExec(RANGE, text);
    if (range !== null) return rangeFeature(range);
    const name = StringReplaceAll(text, '-webkit-', '');
    const number = numericFeature(name);
    if (number !== null) return number !== 0;
    const value = DISCRETE[name];
    return name === 'orientation' || (value !== undefined && value !== 'none' && value !== 'no-preference' && value !== '0');
  };
  const plainFeature = (given, value) => {
    let name = StringReplaceAll(given, '-webkit-', '');
    let operator = '=';
    if (StringStartsWith(name, 'min-')) {
      name = StringSlice(name, 4);
      operator = '>=';
    } else if (StringStartsWith(name, 'max-')) {
      name = StringSlice(name, 4);
      operator = '<=';
    }
    if (name === 'orientation') return value === (viewport.height >= viewport.width ? 'portrait' : 'landscape');
    const number = numericFeature(name);
    if (number !== null) return compare(number, operator, numericValue(value));
    return DISCRETE[name] === value;
  };
  const rangeFeature = (range) => {
    const first = numericFeature(range[1]);
    if (first !== null && range[4] === undefined) return compare(first, range[2], numericValue(range[3]));
    const middle = numericFeature(range[3]);
    if (middle === null) return false;
    return compare(middle, FLIPPED[range[2]], numericValue(range[1]))
      && (range[4] === undefined || compare(middle, range[4], numericValue(range[5])));
  };

  /** Evaluates `not`, `and`, `or` and parentheses; `leafTest` decides what stands in a pair of parentheses. */
  const condition = (text, leafTest) => {
    const words = CSSSyntax.split(text, ' ');
    // Before a media type, `not` is for all that follows.
    if (words[0] === 'not' && words.length > 1 && words[1][0] !== '(') return !condition(ArrayJoin(ArraySlice(words, 1), ' '), leafTest);
    let result = null;
    let joiner = '';
    let negated = false;
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word === 'and' || word === 'or') joiner = word;
      else if (word === 'not') negated = true;
      else if (word !== 'only') {
        const value = term(word, leafTest) !== negated;
        result = result === null ? value : joiner === 'or' ? result || value : result && value;
        negated = false;
      }
    }
    return result ?? true;
  };
  const term = (word, leafTest) => {
    if (word[0] !== '(') return leafTest(word, false);
    const inner = StringTrim(StringSlice(word, 1, word[word.length - 1] === ')' ? -1 : undefined));
    return inner[0] === '(' || StringStartsWith(inner, 'not ') ? condition(inner, leafTest) : leafTest(inner, true);
  };
  const mediaLeaf = (text, inParentheses) => (inParentheses ? feature(text) : text === 'all' || text === 'screen');

  /** Whether a media query list holds now. */
  const matches = (list) => {
    const queries = CSSSyntax.split(StringToLowerCase(list), ',');
    for (let i = 0; i < queries.length; i++) {
      // A missing blank, as in `and(`, is common in the wild and harmless to accept.
      if (condition(StringReplaceAll(queries[i], 'and(', 'and ('), mediaLeaf)) return true;
    }
    return false;
  };

  const supportsLeaf = (text, inParentheses) => {
    if (!inParentheses) {
      const match = RegExpExec(/^selector\(([^]*)\)$/, text);
      return match !== null && supportsSelector(match[1]);
    }
    const colon = StringIndexOf(text, ':');
    return colon > 0 && supportsDeclaration(StringTrim(StringSlice(text, 0, colon)), StringTrim(StringSlice(text, colon + 1)));
  };
  const supportsDeclaration = (name, value) => Declarations.expand(StringStartsWith(name, '--') ? name : StringToLowerCase(name), value) !== null;
  const supportsSelector = (text) => {
    try {
      Selectors.compile(text);
      return true;
    } catch {
      return false;
    }
  };
  /** Whether an @supports condition holds. */
  const supports = (text) => condition(text, supportsLeaf);

  return { matches, supports, supportsDeclaration };
});
