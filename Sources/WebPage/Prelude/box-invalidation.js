// Which boxes have to be made or laid out again after a change of the tree, of texts, attributes or styles.

const BoxInvalidation = (() => {
  const { isBlank, anonymousStyle } = BoxTree;
  const markDirty = (box) => {
    for (let at = box; at !== null && !(at.dirty && at !== box); at = at.parent) {
      at.dirty = true;
      at.intrinsic = null;
      at.measured = null;
      if (at.style.isOutOfFlow && at.kind !== 'text') {
        Layout.positionedDirty();
        return;
      }
    }
    Layout.flowDirty();
  };

  /** The box that holds the boxes of a node's children: its own, or that of what surrounds `display: contents`. */
  const holderOf = (node) => {
    for (let at = node; at !== null && at !== undefined; at = at[kParent] ?? at[kHostOfShadow]) if (at[kBox] && at[kNodeType] === 1) return at[kBox];
    return null;
  };
  const childrenChanged = (node) => {
    const holder = holderOf(node);
    if (holder === null) Layout.flowDirty();
    else if (BoxSuccession.await(holder, node)) LookSigns.noteDocument();
    else fillAnew(holder);
  };
  /** Has a box find its children again, and lay them out. */
  const fillAnew = (holder) => {
    for (let at = holder; at !== null; at = at.parent) {
      at.childrenDirty = true;
      // A block may come to stand inside an inline box, or anonymous boxes around it: the block container decides anew.
      if (at.node !== null && at.kind !== 'inline') break;
    }
    markDirty(holder);
  };
  /** What is inside an <svg> has no boxes of its own: the drawing is only painted again. */
  const isInDrawing = (node) => node[kNamespace] === 'svg' && node[kParent] !== null && node[kParent][kNamespace] === 'svg';
  ArrayPush(DomObservers, (kind, node, name) => {
    if (node[kNamespace] === 'svg' && kind === 'children' || (kind === 'text' && node[kParent] !== null && node[kParent][kNamespace] === 'svg')) {
      Layout.paintDirty();
      return;
    }
    if (kind === 'children') childrenChanged(node);
    else if (kind === 'text') {
      const box = node[kBox];
      if (box && box.parent !== null && !isBlank(box)) textChanged(box);
      else if (node[kParent] !== null) childrenChanged(node[kParent]);
    } else if (node[kBox] && LayoutReplaced.dependsOn(node, name)) markDirty(node[kBox]);
    else if (node[kNamespace] === 'svg') Layout.paintDirty();
  });
  const textChanged = (box) => {
    if (box.hasNewText) return;
    // What is only another figure may fit where the one before was: that shows when somebody looks.
    if (!box.dirty && box.fragments !== null && box.fragments.length === 1) Layout.textDirty(box);
    else layTextAnew(box);
  };
  const layTextAnew = (box) => {
    box.fragments = null;
    box.data = null;
    markDirty(box);
    if (box.node[kParent]) childrenWereBlank(box);
  };
  /** Text that was blank may have been left out of the tree. */
  const childrenWereBlank = (box) => { if (box.parent.childrenDirty === false && ArrayIndexOf(box.parent.children, box) < 0) childrenChanged(box.node[kParent]); };

  ArrayPush(StyleObservers, (element, old, record, pseudosChanged) => {
    if (isInDrawing(element)) {
      Layout.paintDirty();
      return;
    }
    const box = element[kBox];
    if (old === null || !box) {
      const parent = element[kParent] ?? null;
      if (old === null && !record) return;
      if (old !== null && boxStyleOf(record).isNone && boxStyleOf(old).isNone) return;
      childrenChanged(parent[kNodeType] === 11 ? parent[kHostOfShadow] : parent);
      return;
    }
    if (pseudosChanged) fillAnew(box);
    styleChanged(element, box, record, pseudosChanged);
  });
  /** Does what a box's new style calls for. */
  const styleChanged = (element, box, record, pseudosChanged = false) => {
    const style = boxStyleOf(record);
    const before = box.style;
    const effect = ComputedStyle.difference(before.record, record);
    box.style = style;
    if (effect === ComputedStyle.MOVE) {
      updateTextStyles(box, style);
      if (style.isOutOfFlow) markDirty(box);
      else Layout.moveDirty();
      return;
    }
    if (effect < ComputedStyle.MOVE) {
      if (effect === ComputedStyle.PAINT && Painting.patch(box, before.record, record)) return;
      updateTextStyles(box, style);
      if (before.containsAbsolute !== style.containsAbsolute || before.containsFixed !== style.containsFixed) markDirty(box);
      Layout.paintDirty();
      return;
    }
    const kept = pseudosChanged ? null : LayoutGrid().refit(box, before);
    if (kept !== null) {
      if (kept === false) Layout.moveDirty();
      if (kept !== true || !Painting.patch(box, before.record, record)) Layout.paintDirty();
      return;
    }
    const regenerates = before.outer !== style.outer || before.inner !== style.inner || before.isNone !== style.isNone
      || before.isOutOfFlow !== style.isOutOfFlow || before.float !== style.float;
    if (regenerates) {
      const holder = holderOf(element[kParent][kNodeType] === 11 ? element[kParent][kHostOfShadow] : element[kParent]);
      if (holder === null) Layout.flowDirty();
      else fillAnew(holder);
      box.childrenDirty = true;
    }
    markDirty(box);
    updateTextStyles(box, style);
    if (box.parent !== null && before.isOutOfFlow !== style.isOutOfFlow) markDirty(box.parent);
  };
  const updateTextStyles = (box, style) => {
    const { children } = box;
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind === 'text') {
        if (child.style.font !== style.font) child.fragments = null;
        child.style = style;
      } else if (child.node === null && child.data === null) {
        const inner = anonymousStyle(style);
        child.style = inner;
        if (box.dirty) child.dirty = true;
        updateTextStyles(child, inner);
      }
    }
  };
  ArrayPush(RemovalSteps, (node) => { if (node[kBox]) node[kBox] = null; });

  return { fillAnew, layTextAnew, styleChanged, textChanged };
})();
