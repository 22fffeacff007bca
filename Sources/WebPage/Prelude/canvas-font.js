// The `font` shorthand: https://drafts.csswg.org/css-fonts/#font-prop, as canvas contexts read and give it back.

const CanvasFonts = (() => {
  const SIZES = {
    __proto__: null, 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32,
    'xxx-large': 48, larger: 12, smaller: 8.333333,
  };
  const UNITS = {
    __proto__: null, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, rem: 16,
    vw: settings.viewportWidth / 100, vh: settings.viewportHeight / 100,
  };
  const STRETCHES = ' ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded ultra-expanded ';
  const SIZE = /^(\d+(?:\.\d+)?|\.\d+)(e[+-]?\d+)?(px|pt|pc|in|cm|mm|q|em|ex|ch|rem|vw|vh|%)$/;
  const LINE_HEIGHT = /^(normal|\d+\.?\d*([a-z]+|%)?|\.\d+([a-z]+|%)?)$/;
  const IDENTIFIER = /^-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*( -?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*)*$/i;
  const GENERIC = ' serif sans-serif cursive fantasy monospace system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji fangsong ';
  const RESERVED = ' inherit initial unset default revert revert-layer ';

  /** Pixels of a size word, relative to `base` for em and %; null when it is none. */
  const sizeOf = (word, base) => {
    if (SIZES[word] !== undefined) return word === 'larger' ? base * 1.2 : word === 'smaller' ? base / 1.2 : SIZES[word];
    const match = RegExpExec(SIZE, word);
    if (match === null) return null;
    const value = +(match[1] + (match[2] ?? ''));
    switch (match[3]) {
      case 'em': return value * base;
      case 'ex': case 'ch': return value * base / 2;
      case '%': return value * base / 100;
      default: return value * UNITS[match[3]];
    }
  };

  /** Splits at `separator` outside quotes; null when a quote stays open. */
  const splitOutsideQuotes = (text, separator) => {
    const parts = [];
    let quote = '';
    let part = '';
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quote !== '') {
        if (c === '\\' && i + 1 < text.length) part += text[i++];
        else if (c === quote) quote = '';
      } else if (c === '"' || c === "'") {
        quote = c;
      } else if (c === separator) {
        ArrayPush(parts, part);
        part = '';
        continue;
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
    else if (word === 'small-caps') font.variant = word;
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
  const parseUncached = (given, base) => {
    const text = RegExpTest(SYSTEM, given) ? '16px Arial' : given;
    const words = splitOutsideQuotes(text, ' ');
    if (words === null) return null;
    const font = { style: '', variant: '', weight: 400, stretch: '', size: 10, family: '', face: 0, text: '' };
    let i = 0;
    let seen = 0;
    for (; i < words.length; i++) {
      const word = StringToLowerCase(words[i]);
      if (word === '') continue;
      if (seen < 4 && readStyleWord(font, word)) seen++;
      else break;
    }
    if (i >= words.length) return null;
    const slash = StringIndexOf(words[i], '/');
    const size = sizeOf(StringToLowerCase(slash < 0 ? words[i] : StringSlice(words[i], 0, slash)), base);
    if (size === null) return null;
    let rest = ArrayJoin(ArraySlice(words, i + 1), ' ');
    if (slash >= 0 || StringStartsWith(StringTrim(rest), '/')) {
      const tail = slash >= 0 ? StringSlice(words[i], slash + 1) + ' ' + rest : StringSlice(StringTrim(rest), 1);
      const match = RegExpExec(/^\s*(\S+)\s+([^]*)$/, tail);
      if (match === null || !RegExpTest(LINE_HEIGHT, StringToLowerCase(match[1]))) return null;
      rest = match[2];
    }
    const family = familiesOf(rest);
    if (family === null) return null;
    font.size = size;
    font.family = family;
    font.face = faceOf(family, font.weight, font.style);
    font.text = serialize(font);
    return font;
  };

  const shortNumber = (value) => '' + NumberParseFloat(NumberToFixed(value, 4));
  const serialize = (font) => (font.style === '' ? '' : font.style + ' ')
    + (font.weight === 400 ? '' : font.weight === 700 ? 'bold ' : font.weight + ' ') + (font.variant === '' ? '' : font.variant + ' ')
    + shortNumber(font.size) + 'px ' + font.family;

  const WHITE = /[\t\n\f\r]/g;
  const plainSpaces = (text) => {
    WHITE.lastIndex = 0;
    if (!RegExpTest(WHITE, text)) return text;
    let out = '';
    for (let i = 0; i < text.length; i++) out += text[i] === '\t' || text[i] === '\n' || text[i] === '\f' || text[i] === '\r' ? ' ' : text[i];
    return out;
  };

  let cache = new SafeMap();
  /** {style, variant, weight, stretch, size (px), family, text (as serialised)} or null; `base` is what em is. */
  const parse = (text, base) => {
    const key = base === 16 ? text : base + ' ' + text;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const font = parseUncached(plainSpaces(StringTrim(text)), base);
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

  /** What `parse('10px sans-serif', 16)` gives: all contexts begin with it, and most pages parse nothing else before they have one. */
  const standard = ObjectFreeze({
    style: '', variant: '', weight: 400, stretch: '', size: 10, family: 'sans-serif', face: 0, text: '10px sans-serif',
  });
  return ObjectFreeze({
    parse, parseSpacing, standard,
    /** The page has brought a font along: names may stand for other fonts than before. */
    fontAdded() {
      hasPageFonts = true;
      cache = new SafeMap();
    },
  });
})();
