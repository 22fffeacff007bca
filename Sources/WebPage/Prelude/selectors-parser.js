// Parsing of selectors (Selectors 4) into compound lists, which selectors.js turns into matchers.

const selectorIdentifier = /(?:--|-?(?:[A-Za-z_\u0080-\uffff]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n0-9a-fA-F]))(?:[\w\-\u0080-\uffff]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n0-9a-fA-F])*/y;
const selectorHashName = /(?:[\w\-\u0080-\uffff]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n0-9a-fA-F])+/y;
const selectorNth = /\s*(?:(even|odd)|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|([+-]?\d+))\s*/iy;
const cssEscape = /\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))/;

const unescapeIdentifier = (text) => {
  if (!StringIncludes(text, '\\')) return text;
  let result = '';
  for (let rest = text; ;) {
    const match = RegExpExec(cssEscape, rest);
    if (match === null) return result + rest;
    const code = match[1] === undefined ? 0 : NumberParseInt(match[1], 16);
    result += StringSlice(rest, 0, match.index) + (match[1] === undefined ? match[2] : StringFromCodePoint(code > 0 && code <= 0x10ffff ? code : 0xfffd));
    rest = StringSlice(rest, match.index + match[0].length);
  }
};

/** The functional pseudo-classes that take a selector list. */
const selectorListPseudos = { __proto__: null, not: 1, is: 1, where: 1, matches: 1, '-webkit-any': 1, has: 1, host: 1, slotted: 1, 'host-context': 1 };
const nthPseudos = { __proto__: null, 'nth-child': 1, 'nth-last-child': 1, 'nth-of-type': 1, 'nth-last-of-type': 1 };

/**
 * Reads one selector text. A complex selector is `{ compounds, combinators }`, the combinator at i standing before
 * compound i ('' for the first, unless the selector is relative); a compound is a list of simple selectors
 * `{ kind, name, … }`.
 */
class SelectorReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail() { throwDOMException('SyntaxError', `'${this.text}' is not a valid selector.`); }
  peek() { return this.text[this.at]; }
  skipBlanks() {
    const start = this.at;
    for (;;) {
      const code = StringCharCodeAt(this.text, this.at);
      if (code === 32 || (code >= 9 && code <= 13 && code !== 11)) this.at++;
      else if (code === 47 && this.text[this.at + 1] === '*') {
        const end = StringIndexOf(this.text, '*/', this.at + 2);
        this.at = end < 0 ? this.text.length : end + 2;
      } else break;
    }
    return this.at > start;
  }
  take(pattern) {
    pattern.lastIndex = this.at;
    const match = RegExpExec(pattern, this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }
  identifier() {
    const match = this.take(selectorIdentifier);
    if (match === null) this.fail();
    return unescapeIdentifier(match[0]);
  }

  list(closing, relative = false, forgiving = false) {
    const selectors = [];
    for (;;) {
      this.skipBlanks();
      if (forgiving && (this.peek() === closing || this.at >= this.text.length) && selectors.length === 0) return selectors;
      ArrayPush(selectors, this.complex(closing, relative));
      this.skipBlanks();
      if (this.peek() === ',') this.at++;
      else if (this.peek() === closing) return selectors;
      else this.fail();
    }
  }

  complex(closing, relative) {
    const compounds = [];
    const combinators = [];
    let combinator = '';
    if (relative) combinator = this.combinatorSign() ?? ' ';
    for (;;) {
      ArrayPush(combinators, combinator);
      ArrayPush(compounds, this.compound());
      const blank = this.skipBlanks();
      const next = this.peek();
      if (next === undefined || next === ',' || next === closing) return { compounds, combinators };
      combinator = this.combinatorSign() ?? (blank ? ' ' : this.fail());
    }
  }

  combinatorSign() {
    this.skipBlanks();
    const sign = this.peek();
    if (sign !== '>' && sign !== '+' && sign !== '~') return null;
    this.at++;
    this.skipBlanks();
    return sign;
  }

  compound() {
    const simple = [];
    for (;;) {
      const next = this.peek();
      if (next === '*') { this.at++; ArrayPush(simple, { kind: 'any' }); }
      else if (next === '#') {
        this.at++;
        const match = this.take(selectorHashName);
        if (match === null || RegExpTest(/^-?\d/, match[0])) this.fail();
        ArrayPush(simple, { kind: 'id', name: unescapeIdentifier(match[0]) });
      } else if (next === '.') { this.at++; ArrayPush(simple, { kind: 'class', name: this.identifier() }); }
      else if (next === '[') ArrayPush(simple, this.attribute());
      else if (next === ':') ArrayPush(simple, this.pseudo());
      else if (next === '|' && this.text[this.at + 1] !== '|') this.at++;
      else if (next === '&') { this.at++; ArrayPush(simple, { kind: 'pseudo', name: 'scope' }); }
      else {
        const match = simple.length === 0 || simple[simple.length - 1].kind === 'any' && this.text[this.at - 1] === '|' ? this.take(selectorIdentifier) : null;
        if (match === null) break;
        const name = unescapeIdentifier(match[0]);
        ArrayPush(simple, { kind: 'tag', name, lower: StringToLowerCase(name) });
      }
    }
    if (simple.length === 0) this.fail();
    return simple;
  }

  attribute() {
    this.at++;
    this.skipBlanks();
    const name = this.identifier();
    this.skipBlanks();
    if (this.peek() === ']') { this.at++; return { kind: 'attribute', name, operator: '', value: '', ignoreCase: false }; }
    let operator = this.text[this.at++];
    if (operator !== '=') {
      if (!StringIncludes('~|^$*', operator ?? '?') || this.text[this.at++] !== '=') this.fail();
      operator += '=';
    }
    this.skipBlanks();
    const value = this.attributeValue();
    this.skipBlanks();
    let ignoreCase = false;
    if (RegExpTest(/[is]/i, this.peek() ?? '')) {
      ignoreCase = StringToLowerCase(this.text[this.at++]) === 'i';
      this.skipBlanks();
    }
    if (this.at < this.text.length && this.text[this.at++] !== ']') this.fail();
    return { kind: 'attribute', name, operator, value, ignoreCase };
  }

  attributeValue() {
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") return this.identifier();
    const start = ++this.at;
    while (this.at < this.text.length && this.peek() !== quote) this.at += this.peek() === '\\' ? 2 : 1;
    return unescapeIdentifier(StringSlice(this.text, start, this.at++));
  }

  pseudo() {
    this.at++;
    let isElement = false;
    if (this.peek() === ':') { this.at++; isElement = true; }
    const name = StringToLowerCase(this.identifier());
    if (!isElement && (name === 'before' || name === 'after' || name === 'first-line' || name === 'first-letter')) isElement = true;
    const simple = { kind: isElement ? 'pseudo-element' : 'pseudo', name, list: null, nth: null, argument: null };
    if (this.peek() !== '(') return simple;
    this.at++;
    this.skipBlanks();
    if (selectorListPseudos[name]) simple.list = this.list(')', name === 'has', name === 'is' || name === 'where');
    else if (nthPseudos[name]) this.nth(simple);
    else {
      const end = StringIndexOf(this.text, ')', this.at);
      simple.argument = StringTrim(StringSlice(this.text, this.at, end < 0 ? this.text.length : end));
      this.at = end < 0 ? this.text.length : end;
    }
    if (this.at < this.text.length && this.text[this.at++] !== ')') this.fail();
    return simple;
  }

  /** `an+b`, `even`, `odd` and the `of S` that may follow. */
  nth(simple) {
    const match = this.take(selectorNth);
    if (match === null) this.fail();
    let a = 0;
    let b = 0;
    if (match[1] !== undefined) { a = 2; b = StringToLowerCase(match[1]) === 'odd' ? 1 : 0; }
    else if (match[5] !== undefined) b = +match[5];
    else {
      a = match[2] === '' || match[2] === '+' ? 1 : match[2] === '-' ? -1 : +match[2];
      if (match[4] !== undefined) b = (match[3] === '-' ? -1 : 1) * +match[4];
    }
    simple.nth = { a, b };
    if (StringToLowerCase(StringSlice(this.text, this.at, this.at + 3)) === 'of ') {
      this.at += 3;
      simple.list = this.list(')');
    }
  }
}

const parseSelectorList = (text) => {
  const reader = new SelectorReader(text);
  return reader.list(undefined);
};
