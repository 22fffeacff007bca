// The `filter` attribute's functions: https://drafts.fxtf.org/filter-effects/#filter-functions

const CanvasFilters = lazily(() => {
  const FUNCTION = /^([a-z-]+)\(\s*((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?)\s*\)\s*/i;
  const AMOUNT = /^(?:(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?%?)?$/i;
  const ANGLE = /^(?:[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?:deg|grad|rad|turn)|0)?$/i;

  /** Pixels of a length, of which only 0 needs no unit; null for other words. */
  const pixelsOf = (word, fontSize) => (RegExpTest(/^[+-]?0+(?:\.0*)?$/, word) ? 0 : CanvasFonts.parseSpacing(word, fontSize)?.pixels ?? null);

  /** The words of an argument, a colour function being one of them. */
  const wordsOf = (text) => {
    const words = [];
    let word = '';
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (c === '(') depth++;
      else if (c === ')') depth--;
      if (depth > 0 || !RegExpTest(/\s/, c)) word += c;
      else if (word !== '') {
        ArrayPush(words, word);
        word = '';
      }
    }
    if (word !== '') ArrayPush(words, word);
    return words;
  };

  /** `x y blur #rrggbbaa` in pixels of a drop shadow's argument, or null. */
  const dropShadow = (argument, fontSize, colorOf) => {
    const words = wordsOf(argument);
    const lengths = [];
    let color = null;
    for (let i = 0; i < words.length; i++) {
      const length = pixelsOf(words[i], fontSize);
      if (length !== null && (lengths.length === 0 || i === 0 || color === null || lengths.length < 3)) ArrayPush(lengths, length);
      else if (color === null && (i === 0 || i === words.length - 1)) {
        color = colorOf(words[i]);
        if (color === null) return null;
      } else return null;
    }
    if (lengths.length < 2 || lengths.length > 3 || lengths[2] < 0) return null;
    const packed = color ?? colorOf('currentcolor');
    return `${lengths[0]} ${lengths[1]} ${lengths[2] ?? 0} #${StringPadStart(NumberToString(packed, 16), 8, '0')}`;
  };

  /** One function with its lengths in pixels and its colour in hexadecimal, or null when it isn't valid. */
  const normalized = (name, argument, fontSize, colorOf) => {
    switch (name) {
      case 'blur': {
        const length = argument === '' ? 0 : pixelsOf(argument, fontSize);
        return length === null || length < 0 ? null : `blur(${length}px)`;
      }
      case 'drop-shadow': {
        const shadow = dropShadow(argument, fontSize, colorOf);
        return shadow === null ? null : `drop-shadow(${shadow})`;
      }
      case 'hue-rotate': return RegExpTest(ANGLE, argument) ? `hue-rotate(${argument})` : null;
      case 'brightness': case 'contrast': case 'grayscale': case 'invert': case 'opacity': case 'saturate': case 'sepia':
        return RegExpTest(AMOUNT, argument) ? `${name}(${argument})` : null;
      // References to SVG filters change nothing, as if the filter were empty.
      case 'url': return '';
      default: return null;
    }
  };

  /** What is recorded of a filter list, or null when the text is none; `colorOf(text)` packs a colour or gives null. */
  const parse = (text, fontSize, colorOf) => {
    let rest = StringTrim(text);
    if (rest === '') return null;
    // The end of the text closes what is open, as in all of CSS.
    if (StringIndexOf(rest, ')', StringLastIndexOf(rest, '(')) < 0) rest += ')';
    let out = '';
    while (rest !== '') {
      const match = RegExpExec(FUNCTION, rest);
      if (match === null) return null;
      const part = normalized(StringToLowerCase(match[1]), match[2], fontSize, colorOf);
      if (part === null) return null;
      out += out === '' ? part : ' ' + part;
      rest = StringSlice(rest, match[0].length);
    }
    return out;
  };
  return { parse };
});
