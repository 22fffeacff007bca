// Sizes of boxes: https://www.w3.org/TR/css-sizing-3/ and CSS 2.2, chapter 10. All sizes here are of the border box.

const LayoutSizes = (() => {
  const { resolve } = CSSValues;
  const SIDES = [0, 1, 2, 3];

  /** Works out paddings and margins against the containing block's width; automatic margins become NaN. */
  const resolveEdges = (box, containerWidth) => {
    const { style } = box;
    if (style.hasPlainEdges) {
      box.padding = style.padding;
      box.margin = style.margin;
      box.ownsEdges = false;
      return;
    }
    if (!box.ownsEdges) {
      box.ownsEdges = true;
      box.padding = [0, 0, 0, 0];
      box.margin = [0, 0, 0, 0];
    }
    for (let i = 0; i < 4; i++) {
      const padding = resolve(style.padding[i], containerWidth);
      box.padding[i] = padding > 0 ? padding : 0;
      const margin = style.margin[i];
      box.margin[i] = margin === 'auto' ? NaN : resolve(margin, containerWidth) || 0;
    }
  };
  const margin = (box, side) => (NumberIsNaN(box.margin[side]) ? 0 : box.margin[side]);
  const marginsX = (box) => margin(box, 1) + margin(box, 3);
  const marginsY = (box) => margin(box, 0) + margin(box, 2);

  /** A width property as a border-box width; NaN when automatic. `available` serves fit-content and stretch. */
  const widthOf = (box, value, containerWidth, available) => {
    if (typeof value === 'string') {
      if (value === 'min-content') return LayoutIntrinsic.widths(box).min;
      if (value === 'max-content') return LayoutIntrinsic.widths(box).max;
      if (value === 'fit-content') return fitWidth(box, available);
      if (value === 'stretch' || value === '-webkit-fill-available') return available;
      return NaN;
    }
    const width = resolve(value, containerWidth);
    if (NumberIsNaN(width)) return NaN;
    return box.style.isBorderBox ? MathMax(width, box.edgesX()) : MathMax(0, width) + box.edgesX();
  };
  const heightOf = (box, value, containerHeight) => {
    const height = resolve(value, containerHeight);
    if (NumberIsNaN(height)) return NaN;
    return box.style.isBorderBox ? MathMax(height, box.edgesY()) : MathMax(0, height) + box.edgesY();
  };
  const fitWidth = (box, available) => {
    const { min, max } = LayoutIntrinsic.widths(box);
    return MathMax(min, MathMin(max, available));
  };
  const clampWidth = (box, width, containerWidth, available = containerWidth) => {
    const most = widthOf(box, box.style.maxWidth, containerWidth, available);
    const least = widthOf(box, box.style.minWidth, containerWidth, available);
    if (most < width) width = most;
    if (least > width) width = least;
    return MathMax(width, box.edgesX());
  };
  const clampHeight = (box, height, containerHeight) => {
    const most = heightOf(box, box.style.maxHeight, containerHeight);
    const least = heightOf(box, box.style.minHeight, containerHeight);
    if (most < height) height = most;
    if (least > height) height = least;
    return MathMax(height, box.edgesY());
  };

  /** The preferred aspect ratio of the box whose edges `box-sizing` names; NaN without one. */
  const ratioWidth = (box, height) => {
    const ratio = box.style.aspectRatio;
    if (NumberIsNaN(ratio)) return NaN;
    return box.style.isBorderBox ? height * ratio : (height - box.edgesY()) * ratio + box.edgesX();
  };
  const ratioHeight = (box, width) => {
    const ratio = box.style.aspectRatio;
    if (NumberIsNaN(ratio)) return NaN;
    return box.style.isBorderBox ? width / ratio : (width - box.edgesX()) / ratio + box.edgesY();
  };

  /** The width that a box asks for by its own properties, NaN when it depends on what surrounds it. */
  const preferredWidth = (box, containerWidth, containerHeight, available) => {
    const width = widthOf(box, box.style.width, containerWidth, available);
    if (!NumberIsNaN(width)) return clampWidth(box, width, containerWidth, available);
    const height = NumberIsNaN(box.style.aspectRatio) ? NaN : heightOf(box, box.style.height, containerHeight);
    return NumberIsNaN(height) ? NaN : clampWidth(box, ratioWidth(box, height), containerWidth, available);
  };
  /** The same for the height, once the width is known. */
  const preferredHeight = (box, width, containerHeight) => {
    const height = heightOf(box, box.style.height, containerHeight);
    if (!NumberIsNaN(height)) return clampHeight(box, height, containerHeight);
    const byRatio = ratioHeight(box, width);
    return NumberIsNaN(byRatio) ? NaN : clampHeight(box, byRatio, containerHeight);
  };

  return {
    SIDES, resolveEdges, margin, marginsX, marginsY, widthOf, heightOf, fitWidth, clampWidth, clampHeight,
    ratioWidth, ratioHeight, preferredWidth, preferredHeight,
  };
})();

/** Smallest and largest widths that contents ask for (border box, margins excluded). */
const LayoutIntrinsic = (() => {
  const widths = (box) => {
    if (box.intrinsic !== null) return box.intrinsic;
    LayoutSizes.resolveEdges(box, 0);
    return box.intrinsic = compute(box);
  };
  const compute = (box) => {
    if (box.kind === 'replaced') {
      const size = LayoutReplaced.size(box, NaN, NaN);
      return { min: dependsOnContainer(box) ? box.edgesX() : size.width, max: size.width };
    }
    const content = ofContents(box);
    const edges = box.edgesX();
    return { min: content.min + edges, max: content.max + edges };
  };
  const dependsOnContainer = (box) => CSSValues.dependsOnBase(box.style.width) || CSSValues.dependsOnBase(box.style.maxWidth);
  const ofContents = (box) => {
    switch (box.kind) {
      case 'flex': return ofFlex(box);
      case 'grid': return LayoutGrid().intrinsic(box);
      case 'table': return LayoutTable().intrinsic(box);
      default: return box.hasInlineChildren ? LayoutInline.intrinsic(box) : ofBlocks(box);
    }
  };
  const inFlow = (box) => !box.style.isOutOfFlow;
  const ofBlocks = (box) => {
    const result = { min: 0, max: 0 };
    let floats = 0;
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (!inFlow(child)) continue;
      const { min, max } = outer(child);
      if (min > result.min) result.min = min;
      floats = child.style.float === 'none' ? 0 : floats + max;
      result.max = MathMax(result.max, max, floats);
    }
    return result;
  };
  const ofFlex = (box) => {
    const result = { min: 0, max: 0 };
    const gap = CSSValues.resolve(box.style.columnGap, 0) || 0;
    let count = 0;
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (!inFlow(child)) continue;
      const { min, max } = outer(child);
      count++;
      if (box.style.isColumn || (box.style.flexWraps && min > result.min)) result.min = MathMax(result.min, min);
      else if (!box.style.flexWraps) result.min += min;
      result.max = box.style.isColumn ? MathMax(result.max, max) : result.max + max;
    }
    if (!box.style.isColumn && count > 1) {
      result.max += gap * (count - 1);
      if (!box.style.flexWraps) result.min += gap * (count - 1);
    }
    return result;
  };

  /** What a child adds to its parent: its width properties obeyed, margins included. */
  const outer = (box) => {
    const content = widths(box);
    const { style } = box;
    let { min, max } = content;
    const fixed = LayoutSizes.preferredWidth(box, NaN, NaN, content.max);
    if (!NumberIsNaN(fixed)) min = max = fixed;
    min = LayoutSizes.clampWidth(box, min, NaN, min);
    max = LayoutSizes.clampWidth(box, max, NaN, max);
    const margins = LayoutSizes.marginsX(box);
    if (style.flexBasis !== 'auto' && box.parent !== null && box.parent.kind === 'flex' && !box.parent.style.isColumn) {
      const basis = LayoutSizes.widthOf(box, style.flexBasis, NaN, content.max);
      if (!NumberIsNaN(basis)) max = MathMax(min, basis, style.flexGrow > 0 ? max : 0);
    }
    return { min: min + margins, max: max + margins };
  };
  return { widths, outer };
})();
