// Layout: done when somebody asks for a box, and only for the boxes that a change touched.

const Layout = (() => {
  let flowIsDirty = true;
  let positionedIsDirty = true;
  let moveIsDirty = false;
  let version = 0;
  let paintVersion = 0;
  let rootBox = null;
  let updating = false;
  let positioned = [];
  /** Boxes of texts that have become others since they were laid out. */
  let newTexts = [];

  const sameNumber = (a, b) => a === b || (a !== a && b !== b);
  /** Whether two heights of what a box stands in come to the same for its layout: most boxes are as high as their contents. */
  const sameContainerHeight = (box, a, b) => sameNumber(a, b) || (!box.style.dependsOnHeight && box.kind !== 'replaced');

  /**
   * Lays a box out in a containing block of the given content size (NaN: indefinite height); a forced width or height
   * (border box, NaN: none) goes before the box's own properties. Sets its size and places its children.
   */
  const layout = (box, containerWidth, containerHeight, forcedWidth, forcedHeight, floats = null) => {
    if (!box.dirty && floats === null && sameNumber(box.askedWidth, containerWidth) && sameContainerHeight(box, box.askedHeight, containerHeight)
      && sameNumber(box.forcedWidth, forcedWidth) && sameNumber(box.forcedHeight, forcedHeight)) return;
    box.askedWidth = floats === null ? containerWidth : -1;
    box.askedHeight = containerHeight;
    box.forcedWidth = forcedWidth;
    box.forcedHeight = forcedHeight;
    LayoutSizes.resolveEdges(box, containerWidth);
    if (box.kind === 'replaced') layoutReplaced(box, containerWidth, containerHeight, forcedWidth, forcedHeight);
    else layoutContents(box, containerWidth, containerHeight, forcedWidth, forcedHeight, floats);
    box.dirty = false;
  };
  const layoutReplaced = (box, containerWidth, containerHeight, forcedWidth, forcedHeight) => {
    const size = LayoutReplaced.size(box, containerWidth, containerHeight);
    box.w = NumberIsNaN(forcedWidth) ? size.width : forcedWidth;
    box.h = NumberIsNaN(forcedHeight) ? size.height : forcedHeight;
    const tag = box.node[kTag];
    const hasText = tag === 'input' || tag === 'select';
    box.baseline = hasText ? box.contentTop() + MathMax(0, box.h - box.edgesY()) / 2 + TextMeasure.metrics(box.style.font).ascent * 0.4 : NaN;
  };

  const layoutContents = (box, containerWidth, containerHeight, forcedWidth, forcedHeight, floats) => {
    let width = forcedWidth;
    const available = containerWidth - LayoutSizes.marginsX(box);
    if (NumberIsNaN(width)) width = LayoutSizes.preferredWidth(box, containerWidth, containerHeight, available);
    if (NumberIsNaN(width)) width = LayoutSizes.clampWidth(box, available, containerWidth, available);
    box.w = width;
    const height = NumberIsNaN(forcedHeight) ? LayoutSizes.preferredHeight(box, width, containerHeight) : forcedHeight;
    const innerWidth = MathMax(0, width - box.edgesX());
    const innerHeight = NumberIsNaN(height) ? NaN : MathMax(0, height - box.edgesY());
    box.baseline = NaN;
    const isEmpty = box.children.length === 0 && box.kind === 'flow';
    if (isEmpty) box.collapse = null;
    const contentHeight = isEmpty ? 0 : layoutInside(box, innerWidth, innerHeight, floats, containerHeight);
    const automatic = contentHeight + box.edgesY();
    box.h = NumberIsNaN(height) ? MathMax(LayoutSizes.clampHeight(box, automatic, containerHeight), quirkyHeight(box)) : height;
    if (box.node !== null && box.node[kTag] === 'button') centreButton(box, contentHeight);
    else if (NumberIsNaN(height) && box.h !== automatic && (box.kind === 'flex' || box.kind === 'grid')) {
      // A minimum or maximum height is what items share out.
      layoutInside(box, innerWidth, MathMax(0, box.h - box.edgesY()), floats, containerHeight);
    }
  };
  /** In quirks mode body fills the viewport's height (Quirks 3.6). */
  const quirkyHeight = (box) => {
    const { document } = DocumentState;
    if (box.node === null || box.node[kTag] !== 'body' || document[kChildren][0]?.[kNodeType] === 10 || box.node !== document.body) return 0;
    return CSSValues.viewport.height - LayoutSizes.marginsY(box);
  };
  const layoutInside = (box, width, height, floats, containerHeight) => {
    switch (box.kind) {
      case 'flex': return LayoutFlex().layout(box, width, height, containerHeight);
      case 'grid': return LayoutGrid().layout(box, width, height);
      case 'table': return LayoutTable().layout(box, width, height);
      default: return LayoutBlock.layout(box, width, height, floats);
    }
  };
  /** A button's contents stand in the middle of its height (HTML 15.5.2). */
  const centreButton = (box, contentHeight) => {
    const shift = (box.h - box.edgesY() - contentHeight) / 2;
    if (MathAbs(shift) < 0.01 || box.kind !== 'flow') return;
    for (let i = 0; i < box.children.length; i++) shiftBox(box.children[i], shift);
    if (box.hasInlineChildren) LayoutInline.shift(box, shift);
    box.baseline += shift;
  };
  const shiftBox = (box, shift) => { if (!box.style.isOutOfFlow) box.y += shift; };

  /** The natural border-box height at a width, without the box's final place being settled by it. */
  const heightAt = (box, containerWidth, containerHeight, width) => {
    const known = box.measured;
    if (known !== null && !box.dirty && sameNumber(known.width, width) && sameContainerHeight(box, known.containerHeight, containerHeight)
      && sameNumber(known.containerWidth, containerWidth)) return known;
    layout(box, containerWidth, containerHeight, width, NaN);
    return box.measured = { width, containerWidth, containerHeight, height: box.h, baseline: box.baseline };
  };

  // --- Out-of-flow boxes, CSS Positioned Layout 3
  const containingBlockOf = (box) => {
    const isFixed = box.style.position === 'fixed';
    if (isFixed && box.node !== null && TopLayer.placeOf(box.node) > 0) return null;
    for (let at = box.parent; at !== null; at = at.parent) {
      if (at.kind !== 'text' && (isFixed ? at.style.containsFixed : at.style.containsAbsolute) && (at.node !== null || at.data !== null)) return at;
    }
    return null;
  };
  const layoutPositioned = (box) => {
    const block = containingBlockOf(box);
    const isInline = block !== null && block.kind === 'inline';
    const border = block === null ? null : block.style.border;
    const left = block === null ? 0 : border[3];
    const top = block === null ? 0 : border[0];
    const width = block === null ? CSSValues.viewport.width : isInline ? block.w : block.w - border[1] - border[3];
    const height = block === null ? CSSValues.viewport.height : isInline ? block.h : block.h - border[0] - border[2];
    box.origin = block;
    let staticX = box.staticX - left;
    let staticY = box.staticY - top;
    for (let at = box.flowParent; at !== block && at !== null; at = at.origin) {
      staticX += at.x;
      staticY += at.y;
    }
    placePositioned(box, width, height, staticX, staticY);
    box.x += left;
    box.y += top;
  };
  const placePositioned = (box, width, height, staticX, staticY) => {
    const { inset } = box.style;
    const top = CSSValues.resolve(inset[0], height);
    const right = CSSValues.resolve(inset[1], width);
    const bottom = CSSValues.resolve(inset[2], height);
    const left = CSSValues.resolve(inset[3], width);
    LayoutSizes.resolveEdges(box, width);
    const spaceX = width - (left || 0) - (right || 0) - LayoutSizes.marginsX(box);
    const spaceY = height - (top || 0) - (bottom || 0) - LayoutSizes.marginsY(box);
    let usedWidth = NaN;
    let usedHeight = NaN;
    if (box.kind !== 'replaced') {
      usedWidth = LayoutSizes.preferredWidth(box, width, height, spaceX);
      const stretchesX = !NumberIsNaN(left) && !NumberIsNaN(right);
      if (!NumberIsNaN(top) && !NumberIsNaN(bottom) && box.style.height === 'auto') {
        if (NumberIsNaN(box.style.aspectRatio) || NumberIsNaN(usedWidth)) usedHeight = LayoutSizes.clampHeight(box, spaceY, height);
      }
      if (NumberIsNaN(usedWidth) && !NumberIsNaN(box.style.aspectRatio) && !NumberIsNaN(usedHeight) && !stretchesX) usedWidth = LayoutSizes.ratioWidth(box, usedHeight);
      if (NumberIsNaN(usedWidth)) {
        usedWidth = LayoutSizes.clampWidth(box, stretchesX && box.kind !== 'table' ? spaceX : LayoutSizes.fitWidth(box, spaceX), width, spaceX);
      }
    }
    layout(box, width, height, usedWidth, usedHeight);
    box.x = placeAxis(left, right, width, box.w, box.margin[3], box.margin[1], staticX);
    box.y = placeAxis(top, bottom, height, box.h, box.margin[0], box.margin[2], staticY);
  };
  const placeAxis = (start, end, space, size, marginStart, marginEnd, fallback) => {
    const hasStart = !NumberIsNaN(start);
    const hasEnd = !NumberIsNaN(end);
    if (hasStart && hasEnd) {
      const free = space - start - end - size;
      const autoStart = NumberIsNaN(marginStart);
      const autoEnd = NumberIsNaN(marginEnd);
      if (autoStart && autoEnd) return start + MathMax(0, free) / 2;
      if (autoStart) return start + free - marginEnd;
      return start + marginStart;
    }
    const before = marginStart || 0;
    if (hasStart) return start + before;
    if (hasEnd) return space - end - size - (marginEnd || 0);
    return fallback + before;
  };

  const collectPositioned = (box, out) => {
    const { children } = box;
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.style.isOutOfFlow && child.kind !== 'text') ArrayPush(out, child);
      if (child.children.length > 0) collectPositioned(child, out);
    }
    return out;
  };

  // --- Page coordinates
  /** Works out page coordinates; `shiftX` and `shiftY` are what relative positions of inline boxes around it add. */
  const place = (box, shiftX = 0, shiftY = 0) => {
    const { origin, style } = box;
    let x = box.x + shiftX;
    let y = box.y + shiftY;
    if (origin !== null) {
      x += origin.px - origin.scrollX;
      y += origin.py - origin.scrollY;
    }
    let ownX = 0;
    let ownY = 0;
    if (box.kind !== 'text' && (style.position === 'relative' || style.position === 'sticky')) {
      ownX = relativeShift(box, 3, 1, origin === null ? CSSValues.viewport.width : origin.w - origin.edgesX());
      ownY = relativeShift(box, 0, 2, origin === null ? CSSValues.viewport.height : origin.h - origin.edgesY());
    }
    box.px = x + ownX;
    box.py = y + ownY;
    const isInline = box.kind === 'inline';
    const { children } = box;
    for (let i = 0; i < children.length; i++) {
      if (isInline && !children[i].style.isOutOfFlow) place(children[i], shiftX + ownX, shiftY + ownY);
      else place(children[i]);
    }
  };
  const relativeShift = (box, start, end, base) => {
    if (box.style.position === 'sticky') return 0;
    const near = CSSValues.resolve(box.style.inset[start], base);
    if (!NumberIsNaN(near)) return near;
    const far = CSSValues.resolve(box.style.inset[end], base);
    return NumberIsNaN(far) ? 0 : -far;
  };

  const runFlow = () => {
    const root = DocumentState.document.documentElement;
    const box = root === null ? null : BoxTree.boxFor(root);
    if (box !== rootBox) {
      rootBox = box;
      if (box !== null) box.dirty = true;
    }
    if (box === null) return;
    box.parent = null;
    BoxTree.refresh(box);
    for (let i = 0; i < positioned.length; i++) BoxTree.refresh(positioned[i]);
    const { width, height } = CSSValues.viewport;
    layout(box, width, height, NaN, NaN);
    box.x = LayoutSizes.margin(box, 3);
    box.y = LayoutSizes.margin(box, 0);
    positioned = collectPositioned(box, []);
  };
  /** Puts new texts where the old ones were as long as they take the same room: a score of as many digits moves nothing. */
  const takeNewTexts = () => {
    const boxes = newTexts;
    newTexts = [];
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i];
      box.hasNewText = false;
      if (box.dirty || box.fragments === null || box.node[kBox] !== box) continue;
      const text = InlineItems.exchanged(box);
      if (text === null) BoxInvalidation.layTextAnew(box);
      else {
        box.fragments[0].text = text;
        box.laidText = BoxTree.textOf(box);
        Painting.exchangeText(box);
      }
    }
  };
  /** Brings all boxes up to date. */
  const update = () => {
    if (updating || DocumentState.document === null) return;
    Cascade.update();
    BoxSuccession.settle();
    if (newTexts.length > 0) takeNewTexts();
    if (!flowIsDirty && !positionedIsDirty && !moveIsDirty) return;
    updating = true;
    moveIsDirty = false;
    try {
      for (let rounds = 0; (flowIsDirty || positionedIsDirty) && rounds < 3; rounds++) {
        flowIsDirty = positionedIsDirty = false;
        runFlow();
        for (let i = 0; i < positioned.length; i++) layoutPositioned(positioned[i]);
      }
      if (rootBox !== null) place(rootBox);
      version++;
      paintVersion++;
    } finally {
      updating = false;
    }
  };

  /** The element's border box on the page, transforms included: {x, y, width, height}, or null when it has none. */
  const boxOf = (element) => {
    if (!element[kConnected]) return null;
    update();
    const box = element[kBox];
    if (box) return Transforms.bounds(box, box.px, box.py, box.w, box.h);
    return element[kNamespace] === 'svg' ? SVGLayout().boxOf(element) : null;
  };
  /** Whether an element of the document is displayed, by the styles alone, which no animation changes in this: cheaper than a layout. */
  const isRendered = (element) => {
    Cascade.update(false);
    for (let at = element; at !== null && at !== undefined; at = at[kParent] ?? at[kHostOfShadow]) {
      if (at[kNodeType] === 1 && (!at[kStyle] || boxStyleOf(at[kStyle]).isNone)) return false;
    }
    return true;
  };
  /** The box object of an element that is in the document and displayed. */
  const layoutBoxOf = (element) => {
    if (!element[kConnected]) return null;
    update();
    return element[kBox] ?? null;
  };

  return {
    layout, heightAt, update, boxOf, layoutBoxOf, isRendered, place, containingBlockOf,
    flowDirty: () => {
      flowIsDirty = true;
      LookSigns.noteDocument();
    },
    /** A box changed its place without any other noticing. */
    moveDirty: () => {
      moveIsDirty = true;
      LookSigns.noteDocument();
    },
    /** A laid out text of one line may have become another one. */
    textDirty: (box) => {
      box.hasNewText = true;
      ArrayPush(newTexts, box);
      LookSigns.noteDocument();
    },
    positionedDirty: () => {
      positionedIsDirty = true;
      LookSigns.noteDocument();
    },
    paintDirty: () => {
      paintVersion++;
      LookSigns.noteDocument();
    },
    /** Whether another update finds nothing to do until something is noted. */
    isSettled: () => DocumentState.document !== null && Cascade.isSettled() && BoxSuccession.isSettled() && newTexts.length === 0 && !flowIsDirty && !positionedIsDirty && !moveIsDirty,
    version: () => version,
    /** Changes whenever something may look different. */
    paintVersion: () => paintVersion,
    root: () => rootBox,
  };
})();
