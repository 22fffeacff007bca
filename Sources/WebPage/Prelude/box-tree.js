// The box tree: https://www.w3.org/TR/css-display-3/#box-tree. Boxes live as long as their elements keep generating them.

const BoxTree = (() => {
  const REPLACED = {
    __proto__: null, canvas: 1, img: 1, video: 1, iframe: 1, input: 1, select: 1, textarea: 1, progress: 1, meter: 1, embed: 1, object: 1,
    audio: 1,
  };
  const isReplaced = (element) => (element[kNamespace] === 'html' ? REPLACED[element[kTag]] !== undefined
    : element[kTag] === 'svg' && (element[kParent] === null || element[kParent][kNamespace] !== 'svg'));

  const kindOf = (element, style) => {
    if (isReplaced(element)) return 'replaced';
    if (element[kTag] === 'br' && element[kNamespace] === 'html') return 'break';
    if (style.outer === 'inline' && style.inner === 'flow') return 'inline';
    switch (style.inner) {
      case 'flex': case 'grid': case 'table': case 'group': case 'row': case 'cell': return style.inner;
      default: return 'flow';
    }
  };

  const boxFor = (element) => {
    const record = element[kStyle];
    if (!record) return null;
    const style = boxStyleOf(record);
    if (style.isNone || style.inner === 'column') return null;
    if (element[kNamespace] === 'svg' && element[kTag] !== 'svg') return null;
    const kind = kindOf(element, style);
    let box = element[kBox];
    if (!box || box.kind !== kind) {
      box = new LayoutBox(element, style, kind);
      element[kBox] = box;
    } else if (box.style !== style) {
      box.style = style;
      box.dirty = true;
    }
    return box;
  };

  const textBox = (node, style) => {
    let box = node[kBox];
    if (!box) node[kBox] = box = new LayoutBox(node, style, 'text');
    box.style = style;
    return box;
  };
  const anonymous = (style, kind, parent) => {
    const box = new LayoutBox(null, style, kind);
    box.parent = parent;
    box.childrenDirty = false;
    return box;
  };

  const isSlotHost = (element) => Boolean(element[kShadow]);
  /** The flat tree's children. */
  const flatChildren = (element) => {
    if (isSlotHost(element)) return element[kShadow][kChildren];
    if (element[kTag] === 'slot' && element[kSlotNodes]?.length > 0) return element[kSlotNodes];
    return element[kChildren];
  };

  /** Text and boxes of the element's children in order, `display: contents` and pseudo-elements resolved. */
  const gather = (element, style, out) => {
    const pseudos = element[kPseudoStyles];
    if (pseudos && pseudos.before !== null) gatherPseudo(element, 'before', pseudos.before, out);
    if (element[kTag] === 'details' && !element[kAttributes].has('open')) gatherSummary(element, out);
    else gatherList(flatChildren(element), style, out);
    if (pseudos && pseudos.after !== null) gatherPseudo(element, 'after', pseudos.after, out);
  };
  const gatherList = (children, style, out) => {
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child[kNodeType] === 3) {
        if (child[kData] !== '') ArrayPush(out, textBox(child, style));
      } else if (child[kNodeType] === 1) gatherElement(child, out);
    }
  };
  const gatherSummary = (element, out) => {
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) {
      if (children[i][kTag] === 'summary') {
        gatherElement(children[i], out);
        return;
      }
    }
  };
  const gatherElement = (child, out) => {
    const record = child[kStyle];
    if (record && boxStyleOf(record).outer === 'contents') {
      gather(child, boxStyleOf(record), out);
      return;
    }
    const box = boxFor(child);
    if (box !== null) ArrayPush(out, box);
    else if (child[kBox]) forgetBoxes(child);
  };
  /** What isn't displayed has no boxes, nor has anything in it. */
  const forgetBoxes = (element) => {
    element[kBox] = null;
    const children = flatChildren(element);
    for (let i = 0; i < children.length; i++) if (children[i][kBox]) forgetBoxes(children[i]);
  };
  const kPseudoBoxes = Symbol('pseudoBoxes');
  const gatherPseudo = (element, name, record, out) => {
    const style = boxStyleOf(record);
    if (style.isNone) return;
    const known = element[kPseudoBoxes] ?? (element[kPseudoBoxes] = { before: null, after: null });
    const kind = style.outer === 'inline' && style.inner === 'flow' ? 'inline' : style.inner === 'flow-root' ? 'flow' : style.inner;
    let box = known[name];
    if (box === null || box.kind !== kind || box.style !== style) {
      known[name] = box = new LayoutBox(null, style, kind);
      box.childrenDirty = false;
      box.data = { pseudoOf: element };
      const text = contentText(record.values[P.content], element);
      if (text !== '') {
        const inner = new LayoutBox(null, style, 'text');
        inner.data = { text };
        setChildren(box, [inner]);
      }
    }
    ArrayPush(out, box);
  };
  const contentText = (content, element) => {
    const words = CSSSyntax.split(content, ' ');
    let text = '';
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word[0] === '"' || word[0] === "'") text += unescapeIdentifier(StringSlice(word, 1, -1));
      else if (StringStartsWith(word, 'attr(')) text += element[kAttributes].get(StringTrim(StringSlice(word, 5, -1))) ?? '';
    }
    return text;
  };

  const isInlineLevel = (box) => box.kind === 'text' || box.kind === 'inline' || box.kind === 'break' || box.style.outer === 'inline';
  const isBlank = (box) => box.kind === 'text' && isBlankText(textOf(box), box.style);
  /** Whether nothing of a text in this style need be there; a space that doesn't break is something. */
  const isBlankText = (text, style) => {
    if (style.preserves) return false;
    for (let i = 0; i < text.length; i++) {
      const code = StringCharCodeAt(text, i);
      if (code !== 32 && code !== 10 && code !== 9 && code !== 13 && code !== 12) return false;
    }
    return true;
  };
  const textOf = (box) => (box.node === null ? box.data.text : box.node[kData]);

  const isAllBlank = (boxes) => {
    for (let i = 0; i < boxes.length; i++) if (!isBlank(boxes[i]) && (boxes[i].kind === 'text' || !boxes[i].style.isOutOfFlow)) return false;
    return true;
  };
  /** Runs of inline-level boxes between blocks go into anonymous blocks; blank runs vanish. */
  const wrapRuns = (box, children, wrapsAll) => {
    const out = [];
    let run = [];
    const flush = () => {
      if (run.length === 0) return;
      if (isAllBlank(run)) {
        for (let i = 0; i < run.length; i++) if (run[i].style.isOutOfFlow && run[i].kind !== 'text') ArrayPush(out, run[i]);
      } else {
        const wrapper = anonymous(anonymousStyle(box.style), 'flow', box);
        setChildren(wrapper, run);
        wrapper.hasInlineChildren = true;
        ArrayPush(out, wrapper);
      }
      run = [];
    };
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      const isText = child.kind === 'text';
      const joins = isText || (wrapsAll ? false : isInlineLevel(child) || ((child.style.isOutOfFlow || child.style.float !== 'none') && run.length > 0));
      if (joins) ArrayPush(run, child);
      else {
        flush();
        ArrayPush(out, child);
      }
    }
    flush();
    return out;
  };
  const anonymousStyles = new SafeMap();
  /** What an anonymous box has: the inherited values of the box around it. */
  const anonymousStyle = (style) => {
    let result = anonymousStyles.get(style.record.id);
    if (result === undefined) {
      const template = ComputedStyle.templateFor(style.record);
      const values = ArraySlice(template.values);
      values[P.display] = 'block';
      result = new BoxStyle(new StyleRecord(-1, values, null, style.fontSize));
      anonymousStyles.set(style.record.id, result);
    }
    return result;
  };
  const setChildren = (box, children) => {
    box.children = children;
    for (let i = 0; i < children.length; i++) children[i].parent = box;
  };

  /** Finds the children of a box again. */
  const rebuild = (box) => {
    box.childrenDirty = false;
    box.intrinsic = null;
    const element = box.node;
    if (element === null || element[kNodeType] !== 1 || box.kind === 'replaced' || box.kind === 'break') return;
    let children = [];
    gather(element, box.style, children);
    if (box.kind === 'flex' || box.kind === 'grid') children = wrapRuns(box, children, true);
    else if (box.kind === 'table' || box.kind === 'group' || box.kind === 'row') children = ArrayFilter(children, (child) => !isBlank(child));
    else if (box.kind !== 'inline') children = rebuildFlow(box, children);
    setChildren(box, children);
  };
  const rebuildFlow = (box, children) => {
    let hasBlock = false;
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (!isInlineLevel(child) && !child.style.isOutOfFlow && child.style.float === 'none') hasBlock = true;
    }
    children = splitInlines(children);
    for (let i = 0; i < children.length; i++) if (!isInlineLevel(children[i]) && !children[i].style.isOutOfFlow && children[i].style.float === 'none') hasBlock = true;
    box.hasInlineChildren = !hasBlock && children.length > 0 && !isAllBlank(children);
    return box.hasInlineChildren ? children : wrapRuns(box, children, false);
  };
  /** A block inside an inline box stands in the flow as if it were beside it (CSS 2.2, 9.2.1.1). */
  const splitInlines = (children) => {
    let out = children;
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind !== 'inline' || child.node === null) {
        if (out !== children) ArrayPush(out, child);
        continue;
      }
      if (child.childrenDirty) rebuild(child);
      if (!holdsBlock(child)) {
        if (out !== children) ArrayPush(out, child);
        continue;
      }
      if (out === children) out = ArraySlice(children, 0, i);
      const inner = splitInlines(child.children);
      for (let j = 0; j < inner.length; j++) ArrayPush(out, inner[j]);
    }
    return out;
  };
  const holdsBlock = (box) => {
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (child.kind === 'inline' && child.node !== null && child.childrenDirty) rebuild(child);
      if (child.kind === 'inline' ? holdsBlock(child) : !isInlineLevel(child) && !child.style.isOutOfFlow && child.style.float === 'none') return true;
    }
    return false;
  };

  /** Brings the children of the whole tree below `box` up to date. */
  const refresh = (box) => {
    if (box.childrenDirty) rebuild(box);
    if (!box.dirty) return;
    const { children } = box;
    for (let i = 0; i < children.length; i++) {
      children[i].parent = box;
      refresh(children[i]);
    }
  };

  return { boxFor, kindOf, refresh, textOf, isBlank, isBlankText, anonymousStyle };
})();
