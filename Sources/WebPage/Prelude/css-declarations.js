// Declared values: what a `name: value` means as longhands, with invalid ones refused as the parser of a browser does.

/**
 * A declaration's entry is {index, text} for a longhand, {name, text} for a custom property, and
 * {pending, text} for one whose value has a var(), which is expanded when the variables are known.
 */
const Declarations = (() => {
  const COLOR = 1;
  const LENGTH = 2;
  const NUMBER = 3;
  const INTEGER = 4;
  const KEYWORD = 5;
  const ANY = 6;
  const KINDS = { __proto__: null, color: COLOR, len: LENGTH, num: NUMBER, int: INTEGER, kw: KEYWORD, any: ANY };

  const grammars = [];
  /** What values a property may have: {kind, nonNegative, allowsNumber, keywords}; read when it is first declared. */
  const grammarOf = (index) => grammars[index] ?? (grammars[index] = readGrammar(Properties.grammars[index]));
  const readGrammar = (text) => {
    const colon = StringIndexOf(text, ':');
    const head = colon < 0 ? text : StringSlice(text, 0, colon);
    const mark = head[head.length - 1];
    return {
      kind: KINDS[mark === '+' || mark === '~' ? StringSlice(head, 0, -1) : head],
      nonNegative: mark === '+',
      allowsNumber: mark === '~',
      keywords: colon < 0 ? '' : ',' + StringSlice(text, colon + 1) + ',',
    };
  };

  const isWide = (lower) => lower === 'inherit' || lower === 'initial' || lower === 'unset' || lower === 'revert' || lower === 'revert-layer';
  const VAR = /(^|[^\w-])(?:var|env)\(/i;
  const hasVariable = (text) => StringIncludes(text, '(') && RegExpTest(VAR, text);

  const isBalanced = (text) => CSSSyntax.findTop(text, 0, ')]};!') >= text.length;

  /** The declared value of a longhand in its serialised form, or null when the grammar refuses it. */
  const canonical = (index, text) => {
    const lower = StringToLowerCase(text);
    if (isWide(lower)) return lower;
    const { kind, nonNegative, keywords } = grammarOf(index);
    if (keywords !== '' && !StringIncludes(lower, ',') && StringIncludes(keywords, ',' + lower + ',')) return lower;
    switch (kind) {
      case KEYWORD: return null;
      case COLOR: return canonicalColor(text, lower);
      case LENGTH: return canonicalLength(index, lower);
      case NUMBER: {
        const value = StringEndsWith(lower, '%') ? CSSValues.number(StringSlice(lower, 0, -1)) / 100 : CSSValues.number(lower);
        return value === null || NumberIsNaN(value) || (nonNegative && value < 0) ? null : CSSValues.numberText(value);
      }
      case INTEGER: {
        const value = CSSValues.number(lower);
        return value === null || (!NumberIsInteger(value) && !StringIncludes(lower, '(')) ? null : '' + MathRound(value);
      }
      default: return canonicalAny(index, text);
    }
  };
  const canonicalColor = (text, lower) => {
    const color = Colors.parse(text);
    if (color === null) return null;
    const isWord = RegExpTest(/^[a-z]+$/, lower);
    // What `currentcolor` is, only the element knows.
    return isWord || StringIncludes(lower, 'currentcolor') ? lower : Colors.computedText(text, color, 255);
  };
  const UNIT = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]+)$/;
  const canonicalLength = (index, lower) => {
    const { nonNegative, allowsNumber } = grammarOf(index);
    const match = RegExpExec(UNIT, lower);
    if (match !== null) {
      if (nonNegative && match[1] < 0) return null;
      if (CSSValues.parseLength(lower, CSSValues.DEFAULT_CONTEXT) === null) return null;
      return CSSValues.numberText(+match[1]) + match[2];
    }
    const value = CSSValues.parseLength(lower, CSSValues.DEFAULT_CONTEXT);
    if (value === null) return StringStartsWith(lower, 'fit-content(') || StringStartsWith(lower, 'env(') ? lower : null;
    if (typeof value === 'number' && !StringIncludes(lower, '(')) {
      if (value === 0 && !allowsNumber) return '0px';
      if (!allowsNumber || (nonNegative && value < 0)) return null;
      return CSSValues.numberText(value);
    }
    return lower;
  };

  const TRANSFORM_START = /^\s*(?:matrix|translate|scale|rotate|skew|perspective)(?:3d|x|y|z)?\(/i;
  const isTransformList = (text) => {
    if (StringToLowerCase(text) === 'none') return true;
    while (text !== '') {
      const match = RegExpExec(TRANSFORM_START, text);
      if (match === null) return false;
      text = StringTrim(StringSlice(text, CSSSyntax.findTop(text, match[0].length, ')') + 1));
    }
    return true;
  };
  const canonicalAny = (index, text) => {
    if (text === '' || !isBalanced(text)) return null;
    if (index === P.transform && !isTransformList(text)) return null;
    if (index === P.backgroundImage && !RegExpTest(/^(?:none|.*\()/i, text)) return null;
    return collapseSpaces(text);
  };
  const SPACES = /[\s]+/g;
  const collapseSpaces = (text) => {
    if (StringIncludes(text, '"') || StringIncludes(text, "'") || !RegExpTest(/\s\s|[\t\n]/, text)) return text;
    let out = '';
    let last = 0;
    SPACES.lastIndex = 0;
    for (let match; (match = RegExpExec(SPACES, text)) !== null;) {
      out += StringSlice(text, last, match.index) + ' ';
      last = SPACES.lastIndex;
    }
    return out + StringSlice(text, last);
  };

  const expandUncached = (name, text) => {
    if (StringStartsWith(name, '--')) return [{ name, text }];
    const property = Properties.canonicalName(name);
    const index = Properties.index(property);
    const shorthand = index < 0 ? Shorthands.get(property) : undefined;
    if (index < 0 && shorthand === undefined && property !== 'all') return null;
    if (text === '') return null;
    if (hasVariable(text)) return isBalanced(text) ? [{ pending: property, text }] : null;
    if (index >= 0) {
      const value = canonical(index, text);
      return value === null ? null : [{ index, text: value }];
    }
    return property === 'all' ? expandAll(StringToLowerCase(text)) : expandShorthand(shorthand, text);
  };
  const expandShorthand = (shorthand, text) => {
    const lower = StringToLowerCase(text);
    const wide = isWide(lower);
    const values = wide ? null : shorthand.expand(text);
    if (!wide && values === null) return null;
    const entries = [];
    for (let i = 0; i < shorthand.longhands.length; i++) {
      const value = wide ? lower : canonical(shorthand.longhands[i], values[i]);
      if (value === null) return null;
      ArrayPush(entries, { index: shorthand.longhands[i], text: value });
    }
    return entries;
  };
  const expandAll = (lower) => {
    if (!isWide(lower)) return null;
    const entries = [];
    for (let i = 0; i < Properties.count; i++) if (i !== P.direction) ArrayPush(entries, { index: i, text: lower });
    return entries;
  };

  const ENTRIES_MAX = 8192;
  let cache = new SafeMap();
  /** The entries that a declaration stands for, or null when it is invalid. */
  const expand = (name, text) => {
    const key = name + ':' + text;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const entries = expandUncached(name, StringTrim(text));
    // Pages come by them, and other pages have the same.
    for (let i = 0; entries !== null && i < entries.length; i++) ObjectFreeze(entries[i]);
    if (cache.size >= ENTRIES_MAX) cache = new SafeMap();
    cache.set(key, entries);
    return entries;
  };

  let nextBlock = 1;
  /** A rule's declarations, ready for the cascade: {id, normal, important} lists of entries. */
  const block = (declarations) => {
    const compiled = { id: nextBlock++, normal: [], important: [] };
    for (let i = 0; i < declarations.length; i++) {
      const entries = expand(declarations[i].name, declarations[i].value);
      if (entries === null) continue;
      const target = declarations[i].important ? compiled.important : compiled.normal;
      for (let j = 0; j < entries.length; j++) ArrayPush(target, entries[j]);
    }
    return compiled;
  };

  return { grammarOf, COLOR, LENGTH, NUMBER, canonical, expand, block, hasVariable };
})();
