// The text of an element as it is rendered, which `innerText` gives (HTML § 3.2.7, "rendered text collection steps").

const renderedText = (() => {
  const blockDisplays = { __proto__: null, block: 1, flex: 1, grid: 1, 'list-item': 1, table: 1, 'flow-root': 1, 'table-caption': 1, 'table-row': 1 };
  const insideDisplays = { __proto__: null, 'inline-block': 1, 'inline-flex': 1, 'inline-grid': 1, 'inline-table': 1 };
  const collapsing = { __proto__: null, normal: 1, nowrap: 1 };

  /** `blank`: a collapsed blank waits for the next word; `breaks`: so many line breaks wait for the next text; `fresh`: no blank may come first. */
  const newState = () => ({ text: '', blank: false, breaks: 0, fresh: true });
  const requireBreaks = (state, count) => {
    state.breaks = MathMax(state.breaks, count);
    state.blank = false;
  };
  const add = (state, text) => {
    if (state.breaks > 0 && state.text !== '') state.text += StringRepeat('\n', state.breaks);
    else if (state.blank && !state.fresh && !StringEndsWith(state.text, '\n')) state.text += ' ';
    state.breaks = 0;
    state.blank = false;
    state.fresh = false;
    state.text += text;
  };

  const addWords = (state, data) => {
    const words = splitBlanks(data);
    if (RegExpTest(/^\s/, data)) state.blank = true;
    for (let i = 0; i < words.length; i++) {
      if (i > 0) state.blank = true;
      add(state, words[i]);
    }
    if (words.length > 0 && RegExpTest(/\s$/, data)) state.blank = true;
  };
  const addData = (state, data, style) => {
    const whiteSpace = style === null ? 'normal' : style[P.whiteSpace];
    if (collapsing[whiteSpace] === 1) {
      addWords(state, data);
    } else if (whiteSpace === 'pre-line') {
      const lines = StringSplit(data, '\n');
      for (let i = 0; i < lines.length; i++) {
        if (i > 0) add(state, '\n');
        addWords(state, lines[i]);
      }
    } else if (data !== '') {
      add(state, data);
    }
  };

  /** The element's computed values, which are up to date while a text is collected; null when it isn't in the document. */
  const styleOf = (element) => (element[kConnected] ? element[kStyle]?.values ?? null : null);
  const addChildren = (state, element, style) => {
    const isSeen = style === null || style[P.visibility] === 'visible';
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      // The children of a host are shown by its slots or not at all.
      if (element[kShadow] && !child[kAssignedSlot]) continue;
      if (child[kNodeType] === 1) addElement(state, child);
      else if (child[kNodeType] === 3 && isSeen) addData(state, style === null ? child[kData] : Rendering().InlineItems.transformText(child[kData], style[P.textTransform]), style);
    }
  };
  const addElement = (state, element) => {
    const style = styleOf(element);
    const display = style === null ? '' : style[P.display];
    if (unrenderedTags[element[kTag]] || display === 'none') return;
    if (element[kTag] === 'br') {
      state.blank = false;
      add(state, '\n');
      return;
    }
    const breaks = element[kTag] === 'p' ? 2 : blockDisplays[display] ?? 0;
    if (breaks > 0) requireBreaks(state, breaks);
    if (insideDisplays[display] === 1) addInside(state, element, style);
    else addChildren(state, element, style);
    if (breaks > 0) requireBreaks(state, breaks);
    if (display === 'table-cell' && element.nextElementSibling !== null) {
      state.text += '\t';
      state.blank = false;
      state.fresh = true;
    }
  };
  /** What stands on a line as a box of its own has no blanks at its inner edges. */
  const addInside = (state, element, style) => {
    const inside = newState();
    addChildren(inside, element, style);
    if (inside.text !== '') add(state, inside.text);
  };

  return (element) => {
    const state = newState();
    Rendering().Cascade.update();
    addChildren(state, element, styleOf(element));
    return state.text;
  };
})();
