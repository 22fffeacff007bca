// CSS syntax: https://www.w3.org/TR/css-syntax-3/ — style sheets and declaration lists into plain trees.

const CSSSyntax = (() => {
  const COMMENT_OR_STRING = /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/g;
  /** The text without its comments; strings keep what looks like one. */
  const stripComments = (text) => {
    if (StringIndexOf(text, '/*') < 0) return text;
    let out = '';
    let last = 0;
    COMMENT_OR_STRING.lastIndex = 0;
    for (let match; (match = RegExpExec(COMMENT_OR_STRING, text)) !== null;) {
      if (match[0][0] === '/') {
        out += StringSlice(text, last, match.index) + ' ';
        last = COMMENT_OR_STRING.lastIndex;
      }
    }
    return out + StringSlice(text, last);
  };

  /** The index after the string that starts at `i`. */
  const skipString = (text, i) => {
    const quote = text[i];
    for (i++; i < text.length && text[i] !== quote; i++) if (text[i] === '\\') i++;
    return i + 1;
  };

  /** For each set of stops a search for the next character that matters: scanning by hand is slow before code is compiled. */
  const searches = new SafeMap();
  const searchFor = (stops) => {
    let search = searches.get(stops);
    if (search === undefined) {
      let escaped = '';
      for (let i = 0; i < stops.length; i++) escaped += '\\' + stops[i];
      searches.set(stops, search = RegExp('["\'\\\\()[\\]' + escaped + ']', 'g'));
    }
    return search;
  };
  /** The index of the first character of `stops` from `i` on that is outside strings, brackets and parentheses. */
  const findTop = (text, i, stops) => {
    const search = searchFor(stops);
    let depth = 0;
    for (;;) {
      search.lastIndex = i;
      const match = RegExpExec(search, text);
      if (match === null) return text.length;
      const c = match[0];
      i = match.index + 1;
      if (c === '"' || c === "'") i = skipString(text, match.index);
      else if (c === '\\') i++;
      else if (depth === 0 && StringIncludes(stops, c)) return match.index;
      else if (c === '(' || c === '[') depth++;
      else if (c === ')' || c === ']') depth = MathMax(0, depth - 1);
    }
  };

  /** Whether a sheet opens parentheses that it doesn't close: all up to its end is then inside of them. */
  let hasOpenParentheses = false;
  const findTopBrace = (text, i) => {
    for (let depth = 1; ; i++) {
      i = findTop(text, i, '{}');
      if (i >= text.length) return text.length;
      depth += text[i] === '{' ? 1 : -1;
      if (depth === 0) return i;
    }
  };

  const BRACES = /["'{}]/g;
  /** The index of the brace that closes the one before `i`. */
  const findClosingBrace = (text, i) => {
    if (hasOpenParentheses) return findTopBrace(text, i);
    for (let depth = 1; ;) {
      BRACES.lastIndex = i;
      const match = RegExpExec(BRACES, text);
      if (match === null) return text.length;
      i = match.index + 1;
      if (match[0] === '{') depth++;
      else if (match[0] !== '}') i = skipString(text, match.index);
      else if (--depth === 0) return match.index;
    }
  };

  const BLANKS = ' \t\n\r\f';
  /** Splits at a separator outside strings and brackets; ' ' means any white space. Parts are trimmed. */
  const split = (text, separator) => {
    const parts = [];
    const stops = separator === ' ' ? BLANKS : separator;
    for (let i = 0; i <= text.length;) {
      const end = findTop(text, i, stops);
      const part = StringTrim(StringSlice(text, i, end));
      if (separator !== ' ' || part !== '') ArrayPush(parts, part);
      i = end + 1;
    }
    return parts;
  };

  const IMPORTANT = /\s*!\s*important$/i;
  /** One `name: value` into {name, value, important}, or null. */
  const parseDeclaration = (text) => {
    const colon = StringIndexOf(text, ':');
    if (colon < 1) return null;
    let name = StringTrim(StringSlice(text, 0, colon));
    if (!RegExpTest(/^-{0,2}[a-z_\u0080-\uffff][\w\u0080-\uffff-]*$/i, name)) return null;
    if (!StringStartsWith(name, '--')) name = StringToLowerCase(name);
    let value = StringTrim(StringSlice(text, colon + 1));
    const match = RegExpExec(IMPORTANT, value);
    if (match !== null) value = StringSlice(value, 0, match.index);
    return { name, value, important: match !== null };
  };

  /** A declaration list as in a style attribute. */
  const parseDeclarations = (text) => parseBlock(stripComments(text)).declarations;

  /** The contents of a rule's braces: declarations and nested rules. */
  const parseBlock = (text) => {
    const declarations = [];
    const rules = [];
    for (let i = 0; i < text.length;) {
      const custom = isCustomAt(text, i);
      let end = findTop(text, i, custom ? ';{' : ';{}');
      if (custom && text[end] === '{') end = findTop(text, findClosingBrace(text, end + 1) + 1, ';');
      if (text[end] === '{' && !custom) {
        const close = findClosingBrace(text, end + 1);
        pushRule(rules, StringTrim(StringSlice(text, i, end)), StringSlice(text, end + 1, close));
        i = close + 1;
        continue;
      }
      const declaration = parseDeclaration(StringSlice(text, i, end));
      if (declaration !== null) ArrayPush(declarations, declaration);
      i = end + 1;
    }
    return { declarations, rules };
  };
  const isCustomAt = (text, i) => {
    while (i < text.length && StringCharCodeAt(text, i) <= 32) i++;
    return text[i] === '-' && text[i + 1] === '-';
  };

  const AT_RULE = /^@([\w-]+)\s*([^]*)$/;
  /** Adds {at, prelude, declarations, rules}; `at` is '' for a style rule, whose prelude is its selector. */
  const pushRule = (rules, prelude, body) => {
    const match = prelude[0] === '@' ? RegExpExec(AT_RULE, prelude) : null;
    const block = body === null ? { declarations: [], rules: [] } : parseBlock(body);
    ArrayPush(rules, {
      at: match === null ? '' : StringToLowerCase(match[1]),
      prelude: match === null ? prelude : StringTrim(match[2]),
      declarations: block.declarations,
      rules: block.rules,
    });
  };

  /** A style sheet's rules. */
  const parseRules = (source) => {
    const text = StringReplaceAll(StringReplaceAll(stripComments(source), '<!--', ''), '-->', '');
    const rules = [];
    hasOpenParentheses = StringSplit(text, '(').length > StringSplit(text, ')').length;
    for (let i = 0; i < text.length;) {
      while (i < text.length && StringCharCodeAt(text, i) <= 32) i++;
      if (i >= text.length) break;
      const end = findTop(text, i, text[i] === '@' ? ';{' : '{');
      const prelude = StringTrim(StringSlice(text, i, end));
      if (text[end] === '{') {
        const close = findClosingBrace(text, end + 1);
        // A brace that closes nothing spoils the rule that comes after it.
        if (prelude[0] !== '}') pushRule(rules, prelude, StringSlice(text, end + 1, close));
        i = close + 1;
      } else {
        if (prelude[0] === '@') pushRule(rules, prelude, null);
        i = end + 1;
      }
    }
    return rules;
  };

  return { stripComments, findTop, findClosingBrace, split, parseDeclarations, parseRules };
})();
