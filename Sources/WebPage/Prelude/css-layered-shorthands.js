// The shorthands with comma-separated layers or free order: font, background, transition, animation.

(() => {
  const { define } = Shorthands;
  const list = (values) => ArrayJoin(values, ', ');

  const FONT_SIZE = /^(?:[\d.]|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger|calc\(|min\(|max\(|clamp\(|var\()/i;
  define('font', ['font-style', 'font-variant', 'font-weight', 'font-stretch', 'font-size', 'line-height', 'font-family'], (value) => {
    if (RegExpTest(/^(caption|icon|menu|message-box|small-caption|status-bar)$/i, value)) {
      return ['normal', 'normal', '400', '100%', '13.3333px', 'normal', 'system-ui'];
    }
    const out = ['normal', 'normal', '400', '100%', null, 'normal', null];
    const words = CSSSyntax.split(value, ' ');
    let i = 0;
    for (; i < words.length; i++) {
      const word = StringToLowerCase(words[i]);
      if (word === 'italic' || StringStartsWith(word, 'oblique')) out[0] = word;
      else if (word === 'small-caps') out[1] = word;
      else if (word === 'bold' || word === 'bolder' || word === 'lighter' || RegExpTest(/^[1-9]\d{1,2}$|^1000$/, word)) out[2] = word;
      else if (StringEndsWith(word, '-condensed') || StringEndsWith(word, '-expanded') || word === 'condensed' || word === 'expanded') out[3] = word;
      else if (word !== 'normal') break;
    }
    if (i >= words.length || !RegExpTest(FONT_SIZE, words[i])) return null;
    let rest = ArrayJoin(ArraySlice(words, i), ' ');
    const slash = StringIndexOf(rest, '/');
    const sizeEnd = CSSSyntax.findTop(rest, 0, ' /');
    out[4] = StringSlice(rest, 0, sizeEnd);
    rest = StringTrim(StringSlice(rest, sizeEnd));
    if (slash >= 0 && rest[0] === '/') {
      rest = StringTrim(StringSlice(rest, 1));
      const end = CSSSyntax.findTop(rest, 0, ' ');
      out[5] = StringSlice(rest, 0, end);
      rest = StringTrim(StringSlice(rest, end));
    }
    if (rest === '') return null;
    out[6] = rest;
    return out;
  }, (v) => {
    let text = '';
    for (let i = 0; i < 3; i++) if (v[i] !== 'normal' && v[i] !== '400') text += v[i] + ' ';
    return text + v[4] + (v[5] === 'normal' ? ' ' : ' / ' + v[5] + ' ') + v[6];
  });

  const BACKGROUND = ['background-color', 'background-image', 'background-position-x', 'background-position-y', 'background-size',
    'background-repeat', 'background-attachment', 'background-origin', 'background-clip'];
  const IMAGE = /^(?:url|image|image-set|-webkit-image-set|element|cross-fade|(?:-webkit-|-moz-)?(?:repeating-)?(?:linear|radial|conic)-gradient)\(/i;
  const POSITION = /^(?:left|right|top|bottom|center)$/;
  /** A layer's words; the slash before a size, with or without blanks around it, is a word of its own, and in parentheses none. */
  const layerWords = (text) => {
    const words = [];
    const parts = CSSSyntax.split(text, '/');
    for (let i = 0; i < parts.length; i++) {
      if (i > 0) ArrayPush(words, '/');
      const some = CSSSyntax.split(parts[i], ' ');
      for (let j = 0; j < some.length; j++) ArrayPush(words, some[j]);
    }
    return words;
  };
  /** One layer of a background into nine values; false when a word fits nowhere. */
  const backgroundLayer = (text, isLast) => {
    const source = layerWords(text);
    const out = ['rgba(0, 0, 0, 0)', 'none', null, null, 'auto', 'repeat', 'scroll', 'padding-box', 'border-box'];
    let afterSlash = 0;
    let boxes = 0;
    for (let i = 0; i < source.length; i++) {
      const word = StringToLowerCase(source[i]);
      if (word === '/') afterSlash = 1;
      else if (word === 'none') continue;
      else if (RegExpTest(IMAGE, word)) out[1] = source[i];
      else if (RegExpTest(/^(?:no-repeat|repeat|repeat-x|repeat-y|space|round)$/, word)) out[5] = out[5] === 'repeat' ? word : out[5] + ' ' + word;
      else if (word === 'fixed' || word === 'local' || word === 'scroll') out[6] = word;
      else if (StringEndsWith(word, '-box') || word === 'text') out[boxes++ === 0 ? 7 : 8] = word;
      else if (afterSlash > 0 && afterSlash < 3 && (RegExpTest(/^(?:auto|cover|contain)$/, word) || CSSValues.parseLength(word, CSSValues.DEFAULT_CONTEXT) !== null)) {
        out[4] = afterSlash++ === 1 ? word : out[4] + ' ' + word;
      } else if (RegExpTest(POSITION, word) || CSSValues.parseLength(word, CSSValues.DEFAULT_CONTEXT) !== null) {
        const vertical = word === 'top' || word === 'bottom' || out[2] !== null;
        out[vertical ? 3 : 2] = word;
      } else if (isLast && Colors.parse(word) !== null) out[0] = source[i];
      else return null;
    }
    if (boxes === 1) out[8] = out[7];
    if (out[2] === null && out[3] === null) out[2] = out[3] = '0%';
    out[2] ??= '50%';
    out[3] ??= '50%';
    return out;
  };
  define('background', BACKGROUND, (value) => {
    const layers = CSSSyntax.split(value, ',');
    const columns = [[], [], [], [], [], [], [], [], []];
    for (let i = 0; i < layers.length; i++) {
      const layer = backgroundLayer(layers[i], i === layers.length - 1);
      if (layer === null) return null;
      for (let j = 0; j < 9; j++) ArrayPush(columns[j], layer[j]);
    }
    const out = [columns[0][layers.length - 1]];
    for (let j = 1; j < 9; j++) ArrayPush(out, list(columns[j]));
    return out;
  }, (v) => {
    const defaults = ['rgba(0, 0, 0, 0)', 'none', '0%', '0%', 'auto', 'repeat', 'scroll', 'padding-box', 'border-box'];
    const out = [];
    if (v[1] !== 'none') ArrayPush(out, v[1]);
    if (v[2] !== '0%' || v[3] !== '0%' || v[4] !== 'auto') ArrayPush(out, v[2] + ' ' + v[3]);
    if (v[4] !== 'auto') ArrayPush(out, '/ ' + v[4]);
    for (let i = 5; i < 9; i++) if (v[i] !== defaults[i]) ArrayPush(out, v[i]);
    if (v[0] !== defaults[0] || out.length === 0) ArrayPush(out, v[0]);
    return out.length === 1 && v[0] === defaults[0] && v[1] === 'none' ? 'none' : ArrayJoin(out, ' ');
  });

  define('mask', ['mask-image', 'mask-position', 'mask-size', 'mask-repeat'], (value) => [value, '0% 0%', 'auto', 'repeat'], (v) => v[0]);
  define('border-image', ['border-image-source', 'border-image-slice', 'border-image-width', 'border-image-outset', 'border-image-repeat'],
    (value) => [value, '100%', '1', '0', 'stretch'], (v) => v[0]);

  const EASING = /^(?:ease|linear|ease-in|ease-out|ease-in-out|step-start|step-end|(?:cubic-bezier|steps|linear)\()/i;
  /** Splits every comma-separated item by `place(word, out)` and puts the columns back together. */
  const timed = (defaults, place) => (value) => {
    const items = CSSSyntax.split(value, ',');
    const columns = ArrayMap(defaults, () => []);
    for (let i = 0; i < items.length; i++) {
      const out = ArraySlice(defaults);
      const seen = { times: 0 };
      const words = CSSSyntax.split(items[i], ' ');
      for (let j = 0; j < words.length; j++) if (!place(words[j], StringToLowerCase(words[j]), out, seen)) return null;
      for (let j = 0; j < out.length; j++) ArrayPush(columns[j], out[j]);
    }
    return ArrayMap(columns, list);
  };
  const joinTimed = (v) => {
    const columns = ArrayMap(v, (text) => CSSSyntax.split(text, ','));
    const items = [];
    for (let i = 0; i < columns[0].length; i++) {
      const words = [];
      for (let j = 0; j < columns.length; j++) ArrayPush(words, columns[j][i % columns[j].length]);
      ArrayPush(items, ArrayJoin(words, ' '));
    }
    return list(items);
  };

  /** Transitions are spelled without what is initial. */
  const shortTransition = (v) => {
    const items = CSSSyntax.split(joinTimed(v), ',');
    for (let i = 0; i < items.length; i++) {
      const w = CSSSyntax.split(items[i], ' ');
      const hasDelay = w[3] !== '0s';
      let text = w[0] === 'all' && (w[1] !== '0s' || hasDelay || w[2] !== 'ease') ? '' : w[0];
      if (w[1] !== '0s' || hasDelay) text += ' ' + w[1];
      if (w[2] !== 'ease') text += ' ' + w[2];
      if (hasDelay) text += ' ' + w[3];
      items[i] = StringTrim(w[4] === 'normal' ? text : text + ' ' + w[4]);
    }
    return list(items);
  };
  define('transition', ['transition-property', 'transition-duration', 'transition-timing-function', 'transition-delay', 'transition-behavior'],
    timed(['all', '0s', 'ease', '0s', 'normal'], (word, lower, out, seen) => {
      if (CSSValues.time(lower) !== null) out[seen.times++ === 0 ? 1 : 3] = lower;
      else if (RegExpTest(EASING, lower)) out[2] = lower;
      else if (lower === 'allow-discrete') out[4] = lower;
      else out[0] = lower;
      return true;
    }), shortTransition);
  define('animation', ['animation-name', 'animation-duration', 'animation-timing-function', 'animation-delay', 'animation-iteration-count',
    'animation-direction', 'animation-fill-mode', 'animation-play-state'],
  timed(['none', '0s', 'ease', '0s', '1', 'normal', 'none', 'running'], (word, lower, out, seen) => {
    if (CSSValues.time(lower) !== null) out[seen.times++ === 0 ? 1 : 3] = lower;
    else if (RegExpTest(EASING, lower)) out[2] = lower;
    else if (lower === 'infinite' || CSSValues.number(lower) !== null) out[4] = lower;
    else if (RegExpTest(/^(?:normal|reverse|alternate|alternate-reverse)$/, lower)) out[5] = lower;
    else if (RegExpTest(/^(?:forwards|backwards|both)$/, lower)) out[6] = lower;
    else if (lower === 'running' || lower === 'paused') out[7] = lower;
    else out[0] = word;
    return true;
  }), joinTimed);
})();
