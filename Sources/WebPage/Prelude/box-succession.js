// Boxes of elements that have gone pass to others in their places. Many games empty their playfield and make all its elements anew
// at each step, most of them just as they were: what is laid out and painted stays then, but for those that look otherwise.

const BoxSuccession = (() => {
  const { isBlankText, kindOf } = BoxTree;
  const KINDS = { __proto__: null, flow: 1, flex: 1, grid: 1, table: 1, group: 1, row: 1, cell: 1, inline: 1, break: 1 };
  /** Deeper trees are made anew. */
  const DEPTH_MAX = 8;
  /** Boxes whose elements have had other children since they were laid out. */
  let waiting = new SafeSet();

  const hasOwnOrder = (element) => Boolean(element[kShadow]) || element[kTag] === 'slot' || element[kTag] === 'details' || element[kPseudoStyles];
  const sameSpan = (a, b, name) => a[kAttributes].get(name) === b[kAttributes].get(name);

  /** Whether an element makes the box that another one has made, so that nothing around it would notice the difference. */
  const makesSameBox = (box, element, style) => {
    const { node } = box;
    const before = box.style;
    if (node === null || KINDS[box.kind] === undefined || kindOf(element, style) !== box.kind) return false;
    if (node[kTag] !== element[kTag] || node[kNamespace] !== element[kNamespace] || box.scrollX !== 0 || box.scrollY !== 0) return false;
    if (box.kind === 'cell' && !(sameSpan(node, element, 'colspan') && sameSpan(node, element, 'rowspan'))) return false;
    if (TopLayer.placeOf(node) !== 0 || TopLayer.placeOf(element) !== 0) return false;
    return before.outer === style.outer && before.inner === style.inner && before.isOutOfFlow === style.isOutOfFlow && before.float === style.float;
  };
  /**
   * Whether the children that an element has now fit the boxes of those that it had, one by one. Adds to `heirs` each `{box, node}`
   * that has to come together.
   */
  const fits = (box, element, heirs, depth) => {
    if (box.childrenDirty || depth > DEPTH_MAX || hasOwnOrder(element)) return false;
    const nodes = element[kChildren];
    const boxes = box.children;
    let at = 0;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node[kNodeType] === 3) {
        if (node[kData] === '') continue;
        if (!box.hasInlineChildren && box.kind !== 'inline') {
          if (!isBlankText(node[kData], box.style)) return false;
        } else if (!passesText(boxes[at++], node, heirs)) return false;
      } else if (node[kNodeType] === 1) {
        const style = node[kStyle] ? boxStyleOf(node[kStyle]) : null;
        if (style === null || style.outer === 'contents') return false;
        if (style.isNone) {
          if (node[kBox]) return false;
        } else if (!passes(boxes[at++], node, style, heirs, depth)) return false;
      }
    }
    return at === boxes.length;
  };
  const passesText = (box, node, heirs) => {
    if (box === undefined || box.kind !== 'text' || box.node === null || box.laidText === null) return false;
    if (box.fragments === null || box.fragments.length > 1 || isBlankText(node[kData], box.style) !== isBlankText(box.laidText, box.style)) return false;
    if (box.node !== node || node[kBox] !== box || node[kData] !== box.laidText) ArrayPush(heirs, { box, node });
    return true;
  };
  const passes = (box, node, style, heirs, depth) => {
    if (box === undefined) return false;
    if (box.node === node && node[kBox] === box) return true;
    if (!makesSameBox(box, node, style)) return false;
    ArrayPush(heirs, { box, node });
    return fits(box, node, heirs, depth + 1);
  };

  const handOver = (box, node) => {
    const old = box.node;
    box.node = node;
    node[kBox] = box;
    if (box.kind === 'text') {
      if (node[kData] !== box.laidText) BoxInvalidation.textChanged(box);
      return;
    }
    Painting.handOver(old, node);
    const record = node[kStyle];
    if (box.style.record !== record) BoxInvalidation.styleChanged(node, box, record);
  };

  return {
    /**
     * Has a box wait for the children that its element is going to have; false when it has to be filled anew.
     * @param changed whose children have changed: the box's element, or one in it that has no box yet.
     */
    await: (box, changed) => {
      if (changed !== box.node && !waiting.has(box)) return false;
      if (box.childrenDirty || box.children.length === 0 || KINDS[box.kind] === undefined || box.kind === 'inline') return false;
      waiting.add(box);
      return true;
    },
    isSettled: () => waiting.size === 0,
    /** Passes on what can be passed on; boxes of which that is not possible are filled anew. */
    settle: () => {
      if (waiting.size === 0) return;
      const boxes = waiting;
      waiting = new SafeSet();
      boxes.forEach((box) => {
        // What isn't displayed any more, or had its box pass to another, needs nothing.
        if (box.childrenDirty || box.node[kBox] !== box) return;
        const heirs = [];
        if (!fits(box, box.node, heirs, 0)) BoxInvalidation.fillAnew(box);
        else for (let i = 0; i < heirs.length; i++) handOver(heirs[i].box, heirs[i].node);
      });
    },
  };
})();
