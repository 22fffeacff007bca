// Block formatting: https://www.w3.org/TR/CSS22/visuren.html#block-formatting with floats and collapsing margins.

/** The floats of one block formatting context, in coordinates of the content box that established it. */
class FloatContext {
  constructor() {
    this.floats = [];
    // Where the content box that is being laid out stands in the context.
    this.offsetX = 0;
    this.offsetY = 0;
  }

  /** The free span [left, right] of a band of `height` at `y`, within `left`…`right` of the current content box. */
  span(y, height, left, right) {
    let start = left + this.offsetX;
    let end = right + this.offsetX;
    const top = y + this.offsetY;
    for (let i = 0; i < this.floats.length; i++) {
      const float = this.floats[i];
      if (float.bottom <= top || float.top >= top + MathMax(height, 0.01)) continue;
      if (float.isLeft) start = MathMax(start, float.right);
      else end = MathMin(end, float.left);
    }
    return [start - this.offsetX, end - this.offsetX];
  }
  /** The lowest bottom of the floats on the sides that `clear` names, or `y` when that is lower. */
  clearance(y, clear) {
    let result = y + this.offsetY;
    for (let i = 0; i < this.floats.length; i++) {
      const float = this.floats[i];
      if (clear === 'both' || (clear === 'left' || clear === 'inline-start') === float.isLeft) result = MathMax(result, float.bottom);
    }
    return result - this.offsetY;
  }
  /** The next bottom of a float below `y`, Infinity when there is none. */
  nextBottom(y) {
    let result = Infinity;
    for (let i = 0; i < this.floats.length; i++) {
      const { bottom } = this.floats[i];
      if (bottom > y + this.offsetY + 0.01 && bottom < result) result = bottom;
    }
    return result - this.offsetY;
  }
  lowest() {
    let result = -Infinity;
    for (let i = 0; i < this.floats.length; i++) result = MathMax(result, this.floats[i].bottom);
    return result;
  }
}

const LayoutBlock = (() => {
  const { margin, marginsX } = LayoutSizes;
  const establishes = (box) => box.parent === null || box.style.clips || box.style.inner !== 'flow' || box.style.float !== 'none'
    || box.style.isOutOfFlow || box.kind !== 'flow' || box.node?.[kTag] === 'button' || isItem(box);
  const isItem = (box) => box.parent.kind === 'flex' || box.parent.kind === 'grid' || box.parent.kind === 'cell';

  /** A set of margins that meet: the largest positive and the most negative one. */
  const join = (set, amount) => {
    if (amount > set.plus) set.plus = amount;
    else if (amount < set.minus) set.minus = amount;
  };
  const joinSets = (set, other) => {
    join(set, other.plus);
    join(set, other.minus);
  };
  const sum = (set) => set.plus + set.minus;
  const emptySet = () => ({ plus: 0, minus: 0 });

  /** Lays out the contents in a content box; the result is the height that they take. */
  const layout = (box, width, height, inherited) => {
    const isRoot = establishes(box);
    const context = isRoot ? null : inherited;
    if (box.hasInlineChildren) {
      box.collapse = { top: emptySet(), bottom: emptySet(), through: false };
      const content = LayoutInline.layout(box, width, height, context);
      finishMargins(box, isRoot, content);
      return isRoot && box.data?.floats ? MathMax(content, box.data.floats.lowest()) : content;
    }
    const own = context ?? (hasFloats(box) ? new FloatContext() : null);
    const content = layoutBlocks(box, width, height, own, isRoot);
    return isRoot && own !== null ? MathMax(content, own.lowest()) : content;
  };
  const hasFloats = (box) => {
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (child.style.float !== 'none' || (child.kind === 'flow' && child.style.inner === 'flow' && hasFloats(child))) return true;
    }
    return false;
  };
  const finishMargins = (box, isRoot, content) => {
    const { collapse } = box;
    collapse.through = !isRoot && content === 0 && box.edgesY() === 0 && (box.style.height === 'auto' || box.style.height === 0)
      && NumberIsNaN(box.style.aspectRatio) && !(box.style.minHeight > 0);
    join(collapse.top, margin(box, 0));
    join(collapse.bottom, margin(box, 2));
  };

  const layoutBlocks = (box, width, height, floats, isRoot) => {
    const { border } = box.style;
    const collapse = { top: emptySet(), bottom: emptySet(), through: false };
    const opensTop = !isRoot && border[0] + box.padding[0] === 0;
    const left = box.contentLeft();
    const top = box.contentTop();
    let y = 0;
    let pending = emptySet();
    let atTop = opensTop;
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      child.origin = box;
      if (child.style.isOutOfFlow) {
        child.flowParent = box;
        child.staticX = left;
        child.staticY = top + y + (atTop ? 0 : sum(pending));
        continue;
      }
      if (child.style.float !== 'none') {
        placeFloat(box, child, floats, width, height, y + (atTop ? 0 : sum(pending)));
        continue;
      }
      if (child.style.clear !== 'none' && floats !== null) {
        const cleared = floats.clearance(y + sum(pending), child.style.clear);
        if (cleared > y + sum(pending)) {
          y = cleared;
          pending = emptySet();
          atTop = false;
        }
      }
      if (i === 0 && isLegend(box, child)) {
        y = placeLegend(box, child, width);
        atTop = false;
        continue;
      }
      layoutChild(box, child, width, height, floats, y + sum(pending));
      const margins = child.collapse ?? plainMargins(child);
      joinSets(pending, margins.top);
      if (margins.through) {
        // An empty box stands where it would with a border below (CSS 2.2, 8.3.1).
        child.x = left + startMargin(box, child, width);
        child.y = top + y + (atTop ? 0 : sum(pending));
        joinSets(pending, margins.bottom);
        continue;
      }
      if (atTop) {
        joinSets(collapse.top, pending);
        atTop = false;
      } else y += sum(pending);
      placeBlock(box, child, width, floats, y);
      y = child.y - top + child.h;
      pending = emptySet();
      joinSets(pending, margins.bottom);
      if (NumberIsNaN(box.baseline) && !NumberIsNaN(child.baseline)) box.baseline = child.y + child.baseline;
    }
    return closeBottom(box, collapse, pending, y, atTop, isRoot);
  };
  const isLegend = (box, child) => box.node !== null && box.node[kTag] === 'fieldset' && child.node !== null && child.node[kTag] === 'legend';
  /** A fieldset's legend stands in its top border (HTML 15.3.13); the result is where the contents begin. */
  const placeLegend = (box, legend, width) => {
    LayoutSizes.resolveEdges(legend, width);
    Layout.layout(legend, width, NaN, LayoutSizes.fitWidth(legend, width - marginsX(legend)), NaN);
    legend.x = box.contentLeft() + margin(legend, 3);
    legend.y = 0;
    return MathMax(0, legend.h - box.style.border[0]);
  };
  /** Settles the bottom margin: it joins the box's own, or stays inside. */
  const closeBottom = (box, collapse, pending, y, atTop, isRoot) => {
    box.collapse = collapse;
    if (atTop) joinSets(collapse.top, pending);
    finishMargins(box, isRoot, y);
    const opensBottom = !isRoot && box.style.border[2] + box.padding[2] === 0 && box.style.height === 'auto';
    if (atTop) return y;
    if (!opensBottom) return MathMax(0, y + sum(pending));
    joinSets(collapse.bottom, pending);
    return y;
  };
  const plainMargins = (child) => {
    const top = emptySet();
    const bottom = emptySet();
    join(top, margin(child, 0));
    join(bottom, margin(child, 2));
    const isEmpty = child.kind === 'flow' && child.children.length === 0;
    return { top, bottom, through: isEmpty && child.h === 0 && child.edgesY() === 0 && !establishes(child) };
  };

  const layoutChild = (box, child, width, height, floats, y) => {
    LayoutSizes.resolveEdges(child, width);
    child.collapse = child.kind === 'flow' ? child.collapse : null;
    const isFlow = child.kind === 'flow' && !establishes(child);
    if (isFlow && floats !== null) {
      const { offsetX, offsetY } = floats;
      floats.offsetX += margin(child, 3) + child.contentLeft();
      floats.offsetY += y + margin(child, 0) + child.contentTop();
      Layout.layout(child, width, height, NaN, NaN, floats);
      floats.offsetX = offsetX;
      floats.offsetY = offsetY;
      return;
    }
    let forced = NaN;
    if (child.kind === 'table' || (child.node !== null && child.node[kTag] === 'button')) forced = fittingWidth(child, width);
    else if (floats !== null && child.kind !== 'replaced' && child.style.width === 'auto') {
      const span = floats.span(y, 1, 0, width);
      if (span[1] - span[0] < width) forced = LayoutSizes.clampWidth(child, span[1] - span[0] - marginsX(child), width);
    }
    Layout.layout(child, width, height, forced, NaN);
    if (child.kind === 'flow' && establishes(child)) child.collapse = plainMargins(child);
  };
  /** Tables and buttons with an automatic width are as wide as their contents. */
  const fittingWidth = (child, width) => (child.style.width === 'auto'
    ? LayoutSizes.clampWidth(child, LayoutSizes.fitWidth(child, width - marginsX(child)), width) : NaN);

  /** The left margin as used: automatic ones share the free space (CSS 2.2, 10.3.3). */
  const startMargin = (box, child, width) => {
    const free = width - child.w - marginsX(child);
    const startAuto = NumberIsNaN(child.margin[3]);
    const endAuto = NumberIsNaN(child.margin[1]);
    if (startAuto && endAuto) return MathMax(0, free / 2);
    if (startAuto) return MathMax(0, free);
    const align = box.style.textAlign;
    if (free > 0 && (align === '-webkit-center' || align === '-internal-center') && child.node !== null) return free / 2 + margin(child, 3);
    if (free > 0 && align === '-webkit-right') return free + margin(child, 3);
    return margin(child, 3);
  };
  const placeBlock = (box, child, width, floats, y) => {
    let start = 0;
    let space = width;
    if (floats !== null && establishes(child)) {
      for (let span = floats.span(y, child.h, 0, width); ; span = floats.span(y, child.h, 0, width)) {
        start = span[0];
        space = span[1] - span[0];
        if (space >= child.w || floats.nextBottom(y) === Infinity) break;
        y = floats.nextBottom(y);
      }
    }
    child.x = box.contentLeft() + start + startMargin(box, child, space);
    child.y = box.contentTop() + y;
  };

  /** Puts a float at the highest place at or below `y` where it fits beside the others (CSS 2.2, 9.5.1). */
  const placeFloat = (box, child, floats, width, height, y) => {
    LayoutSizes.resolveEdges(child, width);
    const available = width - marginsX(child);
    let forced = NaN;
    if (child.kind !== 'replaced') {
      forced = LayoutSizes.preferredWidth(child, width, height, available);
      if (NumberIsNaN(forced)) forced = LayoutSizes.clampWidth(child, LayoutSizes.fitWidth(child, available), width);
    }
    Layout.layout(child, width, height, forced, NaN);
    const outerWidth = child.w + marginsX(child);
    const outerHeight = child.h + margin(child, 0) + margin(child, 2);
    if (child.style.clear !== 'none') y = floats.clearance(y, child.style.clear);
    let span = floats.span(y, outerHeight, 0, width);
    while (span[1] - span[0] < outerWidth && floats.nextBottom(y) !== Infinity) {
      y = floats.nextBottom(y);
      span = floats.span(y, outerHeight, 0, width);
    }
    const isLeft = child.style.float === 'left';
    const x = isLeft ? span[0] : span[1] - outerWidth;
    child.origin = box;
    child.x = box.contentLeft() + x + margin(child, 3);
    child.y = box.contentTop() + y + margin(child, 0);
    ArrayPush(floats.floats, {
      isLeft, left: floats.offsetX + x, right: floats.offsetX + x + outerWidth,
      top: floats.offsetY + y, bottom: floats.offsetY + y + outerHeight,
    });
  };

  return { layout, placeFloat, establishes };
})();
