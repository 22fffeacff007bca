// Inline contents as a list of items: words, atomic boxes, starts and ends of inline boxes, breaks, and what stands aside.

const InlineItems = (() => {
  const { margin } = LayoutSizes;
  const TEXT = 0;
  const ATOMIC = 1;
  const OPEN = 2;
  const CLOSE = 3;
  const BREAK = 4;
  const ASIDE = 5;

  const transformText = (text, transform) => {
    switch (transform) {
      case 'uppercase': return StringToUpperCase(text);
      case 'lowercase': return StringToLowerCase(text);
      case 'capitalize': {
        let out = '';
        for (let i = 0; i < text.length; i++) out += i === 0 || text[i - 1] === ' ' ? StringToUpperCase(text[i]) : text[i];
        return out;
      }
      default: return text;
    }
  };
  const widthOf = (style, text) => TextMeasure.width(style.font, text) + style.letterSpacing * text.length;

  const isSpace = (code) => code === 32 || code === 9 || code === 10 || code === 13 || code === 12;
  const isWide = (code) => (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);

  /** Items of one text box; `state.space` says whether a collapsible space went before. */
  const pushText = (box, items, state) => {
    const { style } = box;
    box.laidText = BoxTree.textOf(box);
    const text = transformText(box.laidText, style.textTransform);
    let start = 0;
    const push = (from, to, leading) => {
      const word = StringSlice(text, from, to);
      ArrayPush(items, { type: TEXT, box, text: word, width: widthOf(style, word), space: leading, style, mayBreak: leading > 0 || state.mayBreak });
      state.mayBreak = false;
    };
    for (let i = 0; i <= text.length;) {
      const code = i < text.length ? StringCharCodeAt(text, i) : 32;
      if (style.keepsNewlines && code === 10 && i < text.length) {
        if (i > start) push(start, i, 0);
        ArrayPush(items, { type: BREAK, box, style });
        start = ++i;
        state.space = true;
      } else if (style.preserves && !(style.wraps && isSpace(code))) {
        if (i === text.length) {
          if (i > start) push(start, i, 0);
          break;
        }
        i++;
      } else if (isSpace(code)) {
        if (i > start) {
          push(start, i, state.gap);
          state.gap = 0;
          state.space = false;
        }
        if (i === text.length) break;
        if (style.preserves) state.gap += widthOf(style, ' ') + style.wordSpacing;
        else if (!state.space) {
          state.gap = widthOf(style, ' ') + style.wordSpacing;
          state.space = true;
        }
        start = ++i;
      } else if (isWide(code) && i > start) {
        push(start, i, state.gap);
        state.gap = 0;
        state.space = false;
        start = i++;
      } else i++;
    }
  };

  /** A text as it stands on a line of its own, with spaces run together. */
  const onOneLine = (text) => {
    let line = '';
    let hasGap = false;
    for (let i = 0; i < text.length; i++) {
      if (isSpace(StringCharCodeAt(text, i))) {
        hasGap = line !== '';
        continue;
      }
      line += hasGap ? ' ' + text[i] : text[i];
      hasGap = false;
    }
    return line;
  };
  const isPlain = (code) => code > 32 && code < 127;
  /**
   * What the only fragment of a text box reads when the text that it was laid out with has become another one of the same
   * room: as many characters, and words as wide at the same places. Null for any other.
   */
  const exchanged = (box) => {
    const { style, laidText } = box;
    const text = BoxTree.textOf(box);
    if (laidText === null || text.length !== laidText.length || style.keepsNewlines || style.preserves) return null;
    for (let i = 0; i < text.length; i++) {
      const before = StringCharCodeAt(laidText, i);
      const after = StringCharCodeAt(text, i);
      if (isWide(after) || (before !== after && !(isPlain(before) && isPlain(after)))) return null;
    }
    const old = onOneLine(transformText(laidText, style.textTransform));
    const line = onOneLine(transformText(text, style.textTransform));
    if (old !== box.fragments[0].text || line.length !== old.length) return null;
    const oldWords = StringSplit(old, ' ');
    const words = StringSplit(line, ' ');
    for (let i = 0; i < words.length; i++) {
      if (words[i] !== oldWords[i] && widthOf(style, words[i]) !== widthOf(style, oldWords[i])) return null;
    }
    return line;
  };

  /** Whether an inline box holds nothing that stands on a line, so that a space before it may still be the line's last. */
  const isEmpty = (box) => {
    for (let i = 0; i < box.children.length; i++) if (box.children[i].kind !== 'inline' || !isEmpty(box.children[i])) return false;
    return true;
  };

  /** The items of an inline formatting context in order. */
  const collect = (children, items, state) => {
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind === 'text') pushText(child, items, state);
      else if (child.style.isOutOfFlow || child.style.float !== 'none') ArrayPush(items, { type: ASIDE, box: child, style: child.style });
      else if (child.kind === 'break') {
        ArrayPush(items, { type: BREAK, box: child, style: child.style });
        state.space = true;
        state.gap = 0;
      } else if (child.kind === 'inline') {
        // The space before an inline box stands outside it.
        const space = isEmpty(child) ? 0 : state.gap;
        ArrayPush(items, { type: OPEN, box: child, style: child.style, space });
        if (space > 0) {
          state.mayBreak = true;
          state.gap = 0;
        }
        collect(child.children, items, state);
        ArrayPush(items, { type: CLOSE, box: child, style: child.style });
      } else {
        ArrayPush(items, { type: ATOMIC, box: child, style: child.style, space: state.gap, width: 0 });
        state.gap = 0;
        state.space = false;
      }
    }
    return items;
  };
  const itemsOf = (box) => collect(box.children, [], { space: true, gap: 0, mayBreak: false });

  /** Narrowest and widest the contents can be. */
  const intrinsic = (box) => {
    const items = itemsOf(box);
    const result = { min: 0, max: 0 };
    let line = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      switch (item.type) {
        case TEXT:
          line += item.space + item.width;
          if (item.width > result.min) result.min = item.width;
          break;
        case ATOMIC: {
          const { min, max } = LayoutIntrinsic.outer(item.box);
          line += item.space + max;
          if (min > result.min) result.min = min;
          break;
        }
        case OPEN: case CLOSE: {
          LayoutSizes.resolveEdges(item.box, 0);
          line += sideOf(item) + (item.space ?? 0);
          break;
        }
        case BREAK: line = 0; break;
        default: if (item.box.style.float !== 'none') line += LayoutIntrinsic.outer(item.box).max;
      }
      if (line > result.max) result.max = line;
    }
    if (!box.style.wraps) result.min = result.max;
    return result;
  };
  const sideOf = (item) => {
    const side = item.type === OPEN ? 3 : 1;
    return margin(item.box, side) + item.style.border[side] + item.box.padding[side];
  };

  return { exchanged, transformText, TEXT, ATOMIC, OPEN, CLOSE, BREAK, ASIDE, itemsOf, intrinsic, sideOf, widthOf, isWide };
})();
