// The `font` shorthand: https://drafts.csswg.org/css-fonts/#font-prop, as canvas contexts read and give it back.

const CanvasFonts = (() => {
  const SIZES = {
    __proto__: null, 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32,
    'xxx-large': 48,
  };
  const UNITS = {
    __proto__: null, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, rem: 16,
    vw: settings.viewportWidth / 100, vh: settings.viewportHeight / 100,
  };
  const STRETCHES = ' ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded ultra-expanded ';
  const SIZE = /^(\d+(?:\.\d+)?|\.\d+)(e[+-]?\d+)?(px|pt|pc|in|cm|mm|q)$/;
  const LINE_HEIGHT = /^(normal|\d+\.?\d*([a-z]+|%)?|\.\d+([a-z]+|%)?|[a-z-]+\(.*\))$/;
  const IDENTIFIER = /^-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*( -?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*)*$/i;
  const GENERIC = ' serif sans-serif cursive fantasy monospace system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji fangsong ';
  const RESERVED = ' inherit initial unset default revert revert-layer ';

  /** Outside of a document lengths are relative to 10 pixels. */
  const unstyled = { fontSize: 10, rootFontSize: 16, lineHeight: 'normal', rootLineHeight: 'normal' };

  /** Pixels of a size word, relative to `context` as `CSSValues` has it; null when it is none. */
  const sizeOf = (word, context) => {
    if (SIZES[word] !== undefined) return SIZES[word];
    const match = RegExpExec(SIZE, word);
    return match === null ? relativeSizeOf(word, context) : +(match[1] + (match[2] ?? '')) * UNITS[match[3]];
  };
  const relativeSizeOf = (word, context) => {
    switch (word) {
      case 'larger': return context.fontSize * 1.2;
      case 'smaller': return context.fontSize / 1.2;
      case 'math': return context.fontSize;
    }
    const length = RegExpTest(/[a-z%)]$/, word) ? CSSValues.parseLength(word, context) : null;
    const size = length === null ? NaN : CSSValues.resolve(length, context.fontSize);
    // A function's result is brought into the range that a size may have.
    return size >= 0 ? size : size < 0 && RegExpTest(/\)$/, word) ? 0 : null;
  };

  /** Splits at `separator` outside of quotes and parentheses; null when a quote stays open. */
  const splitOutsideQuotes = (text, separator) => {
    const parts = [];
    let quote = '';
    let part = '';
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quote !== '') {
        if (c === '\\' && i + 1 < text.length) part += text[i++];
        else if (c === quote) quote = '';
      } else if (c === '"' || c === "'") {
        quote = c;
      } else if (c === separator && depth === 0) {
        ArrayPush(parts, part);
        part = '';
        continue;
      } else if (c === '(') {
        depth++;
      } else if (c === ')') {
        depth--;
      }
      part += text[i];
    }
    ArrayPush(parts, part);
    return quote === '' ? parts : null;
  };

  const unescaped = (text) => {
    let out = '';
    for (let i = 0; i < text.length; i++) out += text[i] === '\\' && i + 1 < text.length ? text[++i] : text[i];
    return out;
  };
  const quotedUnlessPlain = (name) => {
    if (RegExpTest(IDENTIFIER, name) && !StringIncludes(name, ' ')) return name;
    let out = '"';
    for (let i = 0; i < name.length; i++) out += name[i] === '"' || name[i] === '\\' ? '\\' + name[i] : name[i];
    return out + '"';
  };

  const familiesOf = (text) => {
    const names = splitOutsideQuotes(text, ',');
    if (names === null) return null;
    let out = '';
    for (let i = 0; i < names.length; i++) {
      let name = StringTrim(names[i]);
      const quote = name[0];
      if (quote === '"' || quote === "'") {
        if (name.length < 2 || name[name.length - 1] !== quote) return null;
        name = quotedUnlessPlain(unescaped(StringSlice(name, 1, -1)));
      } else if (!RegExpTest(IDENTIFIER, name) || StringIncludes(RESERVED, ' ' + StringToLowerCase(name) + ' ')) {
        return null;
      } else if (StringIncludes(GENERIC, ' ' + StringToLowerCase(name) + ' ')) {
        name = StringToLowerCase(name);
      } else {
        name = quotedUnlessPlain(name);
      }
      out += (i === 0 ? '' : ', ') + name;
    }
    return out;
  };

  let hasPageFonts = false;
  /** The number of the font that a list of families stands for, by the first that there is (`TextFamily`). */
  const faceOf = (families, weight, style) => {
    const names = StringSplit(families, ', ');
    for (let i = 0; i < names.length; i++) {
      if (names[i] === 'sans-serif' || names[i] === 'system-ui' || names[i] === '"DejaVu Sans"') return 0;
      if (names[i] === 'serif' || names[i] === '"DejaVu Serif"') return 1;
      if (names[i] === 'monospace' || names[i] === '"DejaVu Sans Mono"') return 2;
      if (i === 0) PageFonts().update();
      if (hasPageFonts) return host.fontNumber(families, weight, style !== '');
    }
    return 0;
  };

  /** Reads one word before the size into `font`; false when it is none of the font's properties. */
  const readStyleWord = (font, word) => {
    if (word === 'normal') return true;
    if (word === 'italic' || word === 'oblique') font.style = 'italic';
    else if (word === 'small-caps' && font.caps === 'normal') font.caps = word;
    else if (word === 'bold' || word === 'bolder') font.weight = 700;
    else if (word === 'lighter') font.weight = 100;
    else if (RegExpTest(/^\d+(\.\d+)?$/, word) && +word >= 1 && +word <= 1000) font.weight = +word;
    else if (StringIncludes(STRETCHES, ' ' + word + ' ')) font.stretch = word;
    // An angle after `oblique`: the font has no such slant.
    else if (font.style === 'italic' && RegExpTest(/^[+-]?[\d.]+(?:deg|grad|rad|turn)$/, word)) font.style = '';
    else return false;
    return true;
  };

  const SYSTEM = /^(?:caption|icon|menu|message-box|small-caption|status-bar)$/i;
  const parseUncached = (given, context) => {
    const text = RegExpTest(SYSTEM, given) ? '16px Arial' : given;
    const words = splitOutsideQuotes(text, ' ');
    if (words === null) return null;
    const font = { style: '', caps: 'normal', weight: 400, stretch: 'normal', size: 10, family: '', face: 0, text: '' };
    let i = 0;
    let seen = 0;
    for (; i < words.length; i++) {
      const word = StringToLowerCase(words[i]);
      if (word === '') continue;
      if (seen < 4 && readStyleWord(font, word)) seen++;
      else break;
    }
    if (i >= words.length) return null;
    const sizeWord = splitOutsideQuotes(words[i], '/')[0];
    const slash = sizeWord.length < words[i].length ? sizeWord.length : -1;
    const size = sizeOf(StringToLowerCase(sizeWord), context);
    if (size === null) return null;
    let rest = ArrayJoin(ArraySlice(words, i + 1), ' ');
    if (slash >= 0 || StringStartsWith(StringTrim(rest), '/')) {
      const tail = StringTrim(slash >= 0 ? StringSlice(words[i], slash + 1) + ' ' + rest : StringSlice(StringTrim(rest), 1));
      const lineHeight = splitOutsideQuotes(tail, ' ')[0];
      if (!RegExpTest(LINE_HEIGHT, StringToLowerCase(lineHeight))) return null;
      rest = StringSlice(tail, lineHeight.length);
    }
    const family = familiesOf(rest);
    if (family === null) return null;
    font.size = size;
    font.family = family;
    font.face = faceOf(family, font.weight, font.style);
    font.text = serialize(font);
    return font;
  };

  const serialize = (font) => (font.style === '' ? '' : font.style + ' ')
    + (font.weight === 400 ? '' : font.weight === 700 ? 'bold ' : font.weight + ' ') + (font.caps === 'small-caps' ? 'small-caps ' : '')
    + CSSValues.numberText(font.size) + 'px ' + font.family;

  const WHITE = /[\t\n\f\r]/g;
  const plainSpaces = (text) => {
    WHITE.lastIndex = 0;
    if (!RegExpTest(WHITE, text)) return text;
    let out = '';
    for (let i = 0; i < text.length; i++) out += text[i] === '\t' || text[i] === '\n' || text[i] === '\f' || text[i] === '\r' ? ' ' : text[i];
    return out;
  };

  let cache = new SafeMap();
  /** {style, caps, weight, stretch, size (px), family, face, text (as serialised)} or null; `context` is what relative lengths refer to. */
  const parse = (text, context) => {
    const key = context === unstyled ? text : `${context.fontSize} ${context.lineHeight} ${context.rootFontSize} ${context.rootLineHeight} ${text}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const font = parseUncached(plainSpaces(StringTrim(text)), context);
    if (cache.size >= 1024) cache = new SafeMap();
    cache.set(key, font);
    return font;
  };

  const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|q|em|ex|ch|ic|cap|rem|vw|vh)$/;
  /** A letterSpacing or wordSpacing length as {text, pixels} or null. */
  const parseSpacing = (text, fontSize) => {
    const lower = StringToLowerCase(StringTrim(text));
    if (lower === 'normal' || lower === '0') return lower === '0' ? null : { text: '0px', pixels: 0 };
    const match = RegExpExec(LENGTH, lower);
    if (match === null) return null;
    const unit = match[2];
    const scale = unit === 'em' || unit === 'ic' ? fontSize : unit === 'ex' || unit === 'ch' ? fontSize / 2 : unit === 'cap' ? fontSize * 0.7 : UNITS[unit];
    return { text: +match[1] + unit, pixels: +match[1] * scale };
  };

  /** What `parse('10px sans-serif', unstyled)` gives: all contexts begin with it, and most pages parse nothing else before they have one. */
  const standard = ObjectFreeze({
    style: '', caps: 'normal', weight: 400, stretch: 'normal', size: 10, family: 'sans-serif', face: 0, text: '10px sans-serif',
  });
  return ObjectFreeze({
    parse, parseSpacing, standard, unstyled,
    /** A font with other capitals, of which only small ones are in its text. */
    withCaps(font, caps) {
      const changed = { ...font, caps };
      changed.text = serialize(changed);
      return changed;
    },
    /** Whether there may be fonts that set languages differently. */
    get hasPageFonts() { return hasPageFonts; },
    /** The page has brought a font along: names may stand for other fonts than before. */
    fontAdded() {
      hasPageFonts = true;
      cache = new SafeMap();
    },
  });
})();
