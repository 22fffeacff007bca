// Flexible boxes: https://www.w3.org/TR/css-flexbox-1/#layout-algorithm

const LayoutFlex = lazily(() => {
  const { margin } = LayoutSizes;

  /** Sides of the main and the cross axis as indexes of margins: start and end. */
  const axes = (isColumn) => (isColumn
    ? { mainStart: 0, mainEnd: 2, crossStart: 3, crossEnd: 1 } : { mainStart: 3, mainEnd: 1, crossStart: 0, crossEnd: 2 });

  const byOrder = (a, b) => a.box.style.order - b.box.style.order;
  const itemsOf = (box) => {
    const items = [];
    let sorts = false;
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      child.origin = box;
      if (child.style.isOutOfFlow) continue;
      if (child.style.order !== 0) sorts = true;
      ArrayPush(items, { box: child, base: 0, main: 0, min: 0, max: Infinity, cross: 0, frozen: false, mainPlace: 0, crossPlace: 0 });
    }
    return sorts ? ArraySort(items, byOrder) : items;
  };

  const alignOf = (item, box) => {
    const self = item.box.style.alignSelf;
    const align = self === 'auto' ? box.style.alignItems : self;
    return align === 'normal' ? 'stretch' : align;
  };

  // --- Sizes along the main axis
  const sizeRowItem = (item, width, height) => {
    const { box } = item;
    LayoutSizes.resolveEdges(box, width);
    const available = width - LayoutSizes.marginsX(box);
    const basis = box.style.flexBasis;
    let base = basis === 'auto' ? NaN : LayoutSizes.widthOf(box, basis, width, available);
    if (NumberIsNaN(base) && basis === 'auto') base = LayoutSizes.widthOf(box, box.style.width, width, available);
    if (NumberIsNaN(base)) base = contentWidth(box, width, height);
    item.base = base;
    item.max = orInfinity(LayoutSizes.widthOf(box, box.style.maxWidth, width, available));
    item.min = LayoutSizes.widthOf(box, box.style.minWidth, width, available);
    if (NumberIsNaN(item.min)) item.min = automaticMinWidth(box, width, height, item.max);
    item.min = MathMax(item.min, box.edgesX());
  };
  const contentWidth = (box, width, height) => {
    if (box.kind === 'replaced') return LayoutReplaced.size(box, width, height).width;
    const byHeight = NumberIsNaN(box.style.aspectRatio) ? NaN : LayoutSizes.preferredWidth(box, NaN, height, width);
    return NumberIsNaN(byHeight) ? LayoutIntrinsic.widths(box).max : byHeight;
  };
  /** `min-width: auto` (4.5): the smaller of the content's and the specified size. */
  const automaticMinWidth = (box, width, height, max) => {
    if (box.style.scrolls) return 0;
    const specified = LayoutSizes.widthOf(box, box.style.width, width, width);
    const content = box.kind === 'replaced' ? LayoutReplaced.size(box, width, height).width : LayoutIntrinsic.widths(box).min;
    return MathMin(NumberIsNaN(specified) ? content : MathMin(specified, content), max);
  };
  const orInfinity = (value) => (NumberIsNaN(value) ? Infinity : value);

  const sizeColumnItem = (item, container, width, height) => {
    const { box } = item;
    LayoutSizes.resolveEdges(box, width);
    item.cross = columnItemWidth(item, container, width, height);
    const basis = box.style.flexBasis;
    let base = basis === 'auto' ? LayoutSizes.heightOf(box, box.style.height, height) : LayoutSizes.heightOf(box, basis, height);
    let natural = NaN;
    const content = () => (NumberIsNaN(natural) ? (natural = naturalHeight(box, width, height, item.cross)) : natural);
    if (NumberIsNaN(base)) base = content();
    item.base = base;
    item.max = orInfinity(LayoutSizes.heightOf(box, box.style.maxHeight, height));
    item.min = LayoutSizes.heightOf(box, box.style.minHeight, height);
    if (NumberIsNaN(item.min)) {
      const specified = LayoutSizes.heightOf(box, box.style.height, height);
      item.min = box.style.scrolls ? 0 : MathMin(NumberIsNaN(specified) ? content() : MathMin(specified, content()), item.max);
    }
    item.min = MathMax(item.min, box.edgesY());
  };
  const naturalHeight = (box, width, height, cross) => {
    if (box.kind === 'replaced') {
      const size = LayoutReplaced.size(box, width, height);
      const isScaled = size.ratio > 0 && box.style.height === 'auto' && size.width > box.edgesX() && cross !== size.width;
      return isScaled ? (size.height - box.edgesY()) * (cross - box.edgesX()) / (size.width - box.edgesX()) + box.edgesY() : size.height;
    }
    return Layout.heightAt(box, width, NaN, cross).height;
  };
  const columnItemWidth = (item, container, width, height) => {
    const { box } = item;
    const available = width - LayoutSizes.marginsX(box);
    if (box.kind === 'replaced') {
      const size = LayoutReplaced.size(box, width, height);
      return stretches(item, container, true) ? LayoutSizes.clampWidth(box, available, width) : size.width;
    }
    const preferred = LayoutSizes.preferredWidth(box, width, height, available);
    if (!NumberIsNaN(preferred)) return preferred;
    const isStretched = stretches(item, container, true) && !container.style.flexWraps;
    return LayoutSizes.clampWidth(box, isStretched ? available : LayoutSizes.fitWidth(box, available), width, available);
  };
  /** Whether the item fills its line's cross size. */
  const stretches = (item, container, isColumn) => {
    const { style } = item.box;
    const size = isColumn ? style.width : style.height;
    const { crossStart, crossEnd } = axes(isColumn);
    return alignOf(item, container) === 'stretch' && size === 'auto' && style.margin[crossStart] !== 'auto' && style.margin[crossEnd] !== 'auto';
  };

  const clamp = (item, size) => MathMax(item.min, MathMin(item.max, size));

  /** Resolving flexible lengths (9.7). */
  const flexLine = (line, space, gap, margins) => {
    let used = gap * (line.length - 1);
    for (let i = 0; i < line.length; i++) used += clamp(line[i], line[i].base) + margins(line[i]);
    const grows = used < space;
    for (let i = 0; i < line.length; i++) {
      const item = line[i];
      const factor = grows ? item.box.style.flexGrow : item.box.style.flexShrink;
      item.main = clamp(item, item.base);
      item.frozen = factor === 0 || (grows ? item.base > item.main : item.base < item.main);
    }
    const initial = freeSpace(line, space, gap, margins);
    for (let rounds = 0; rounds <= line.length; rounds++) {
      if (!distribute(line, space, gap, margins, grows, initial)) return;
    }
  };
  const freeSpace = (line, space, gap, margins) => {
    let free = space - gap * (line.length - 1);
    for (let i = 0; i < line.length; i++) free -= (line[i].frozen ? line[i].main : line[i].base) + margins(line[i]);
    return free;
  };
  /** One round: true while some item stays unfrozen. */
  const distribute = (line, space, gap, margins, grows, initial) => {
    let factors = 0;
    let scaled = 0;
    for (let i = 0; i < line.length; i++) {
      if (line[i].frozen) continue;
      const { style } = line[i].box;
      factors += grows ? style.flexGrow : style.flexShrink;
      scaled += style.flexShrink * MathMax(0, line[i].base - edgesOf(line[i]));
    }
    if (factors === 0) return false;
    let free = freeSpace(line, space, gap, margins);
    if (factors < 1 && MathAbs(initial * factors) < MathAbs(free)) free = initial * factors;
    let violation = 0;
    for (let i = 0; i < line.length; i++) {
      const item = line[i];
      if (item.frozen) continue;
      const { style } = item.box;
      const share = grows ? style.flexGrow / factors : scaled === 0 ? 0 : style.flexShrink * MathMax(0, item.base - edgesOf(item)) / scaled;
      item.target = item.base + free * share;
      item.main = clamp(item, item.target);
      violation += item.main - item.target;
    }
    let remains = false;
    for (let i = 0; i < line.length; i++) {
      const item = line[i];
      if (item.frozen) continue;
      const difference = item.main - item.target;
      item.frozen = MathAbs(violation) < 1e-6 || (violation > 0 ? difference > 0 : difference < 0);
      if (!item.frozen) remains = true;
    }
    return remains;
  };
  const edgesOf = (item) => (item.isColumn ? item.box.edgesY() : item.box.edgesX());

  const breakLines = (items, space, gap, margins, wraps) => {
    if (!wraps || NumberIsNaN(space)) return items.length === 0 ? [] : [items];
    const lines = [];
    let line = [];
    let used = 0;
    for (let i = 0; i < items.length; i++) {
      const size = clamp(items[i], items[i].base) + margins(items[i]);
      if (line.length > 0 && used + gap + size > space + 0.01) {
        ArrayPush(lines, line);
        line = [];
        used = 0;
      }
      used += size + (line.length > 0 ? gap : 0);
      ArrayPush(line, items[i]);
    }
    if (line.length > 0) ArrayPush(lines, line);
    return lines;
  };

  // --- Cross sizes
  const layoutItem = (item, isColumn, width, height, stretchedCross) => {
    const { box } = item;
    if (isColumn) Layout.layout(box, width, height, NumberIsNaN(stretchedCross) ? item.cross : stretchedCross, item.main);
    else Layout.layout(box, width, height, item.main, stretchedCross);
  };
  const crossOf = (item, isColumn, width, height) => {
    const { box } = item;
    if (isColumn) return item.cross;
    if (box.kind === 'replaced') {
      const size = LayoutReplaced.size(box, width, height);
      const scales = size.ratio > 0 && box.style.height === 'auto' && size.width > box.edgesX() && item.main !== size.width && item.box.style.width === 'auto';
      if (!scales) return size.height;
      return (size.height - box.edgesY()) * (item.main - box.edgesX()) / (size.width - box.edgesX()) + box.edgesY();
    }
    const preferred = LayoutSizes.preferredHeight(box, item.main, height);
    return NumberIsNaN(preferred) ? Layout.heightAt(box, width, height, item.main).height : preferred;
  };

  /** The places of `count` things with `free` space between them: [start, between]. */
  const spread = (alignment, free, count, isReverse) => {
    switch (alignment) {
      case 'center': return [free / 2, 0];
      case 'end': return [isReverse ? 0 : free, 0];
      case 'flex-end': return [free, 0];
      case 'start': return [isReverse ? free : 0, 0];
      case 'space-between': return count > 1 && free > 0 ? [0, free / (count - 1)] : [0, 0];
      case 'space-around': return free > 0 ? [free / count / 2, free / count] : [free / 2, 0];
      case 'space-evenly': return free > 0 ? [free / (count + 1), free / (count + 1)] : [free / 2, 0];
      default: return [0, 0];
    }
  };

  const placeMain = (line, space, gap, sides, justify, isReverse, margins) => {
    let free = space - gap * (line.length - 1);
    let autos = 0;
    for (let i = 0; i < line.length; i++) {
      free -= line[i].main + margins(line[i]);
      if (NumberIsNaN(line[i].box.margin[sides.mainStart])) autos++;
      if (NumberIsNaN(line[i].box.margin[sides.mainEnd])) autos++;
    }
    const auto = autos > 0 && free > 0 ? free / autos : 0;
    const places = autos > 0 && free > 0 ? [0, 0] : spread(justify, free, line.length, isReverse);
    let at = places[0];
    for (let i = 0; i < line.length; i++) {
      const { box } = line[i];
      const startSide = isReverse ? sides.mainEnd : sides.mainStart;
      const endSide = isReverse ? sides.mainStart : sides.mainEnd;
      at += NumberIsNaN(box.margin[startSide]) ? auto : box.margin[startSide];
      line[i].mainPlace = isReverse ? space - at - line[i].main : at;
      at += line[i].main + (NumberIsNaN(box.margin[endSide]) ? auto : box.margin[endSide]) + gap + places[1];
    }
  };

  const placeCross = (item, container, lineStart, lineSize, size, sides, lineBaseline) => {
    const { box } = item;
    const startAuto = NumberIsNaN(box.margin[sides.crossStart]);
    const endAuto = NumberIsNaN(box.margin[sides.crossEnd]);
    const start = startAuto ? 0 : box.margin[sides.crossStart];
    const end = endAuto ? 0 : box.margin[sides.crossEnd];
    const free = lineSize - size - start - end;
    if ((startAuto || endAuto) && free > 0) return lineStart + start + (startAuto && endAuto ? free / 2 : startAuto ? free : 0);
    switch (alignOf(item, container)) {
      case 'center': return lineStart + start + free / 2;
      case 'end': case 'flex-end': case 'self-end': return lineStart + start + (container.style.wrapsReverse ? 0 : free);
      case 'baseline': return lineStart + lineBaseline - baselineOf(item) + start;
      default: return lineStart + start + (container.style.wrapsReverse ? free : 0);
    }
  };
  const baselineOf = (item) => margin(item.box, 0) + (NumberIsNaN(item.box.baseline) ? item.box.h : item.box.baseline);

  /** Lays out a flex container's contents in its content box; the result is their height. */
  const layout = (box, width, height) => {
    const { style } = box;
    const { isColumn } = style;
    const sides = axes(isColumn);
    const items = itemsOf(box);
    const mainGap = CSSValues.resolve(isColumn ? style.rowGap : style.columnGap, isColumn ? height : width) || 0;
    const crossGap = CSSValues.resolve(isColumn ? style.columnGap : style.rowGap, isColumn ? width : height) || 0;
    const margins = isColumn ? (item) => LayoutSizes.marginsY(item.box) : (item) => LayoutSizes.marginsX(item.box);
    const crossMargins = isColumn ? (item) => LayoutSizes.marginsX(item.box) : (item) => LayoutSizes.marginsY(item.box);
    for (let i = 0; i < items.length; i++) {
      items[i].isColumn = isColumn;
      if (isColumn) sizeColumnItem(items[i], box, width, height);
      else sizeRowItem(items[i], width, height);
    }
    const mainSpace = isColumn ? height : width;
    const lines = breakLines(items, mainSpace, mainGap, margins, style.flexWraps);
    let mainUsed = 0;
    for (let i = 0; i < lines.length; i++) {
      const natural = lineSize(lines[i], mainGap, margins);
      flexLine(lines[i], NumberIsNaN(mainSpace) ? natural : mainSpace, mainGap, margins);
      mainUsed = MathMax(mainUsed, lineSize(lines[i], mainGap, margins, true));
      for (let j = 0; j < lines[i].length; j++) lines[i][j].cross = crossOf(lines[i][j], isColumn, width, height);
    }
    const space = NumberIsNaN(mainSpace) ? mainUsed : mainSpace;
    const crossSpace = isColumn ? width : height;
    const sizes = crossSizes(box, lines, crossSpace, crossGap, crossMargins, isColumn, width, height);
    placeLines(box, lines, sizes, { space, crossSpace, mainGap, crossGap, margins, sides, isColumn, width, height });
    placeAside(box, width, NumberIsNaN(height) ? (isColumn ? space : sizes.total) : height);
    if (items.length > 0) box.baseline = firstBaseline(lines[0], box, isColumn);
    return isColumn ? space : NumberIsNaN(height) ? sizes.total : height;
  };
  const firstBaseline = (line, box) => {
    const first = line[0].box;
    for (let i = 0; i < line.length; i++) if (alignOf(line[i], box) === 'baseline') return line[i].box.y + (line[i].box.baseline || line[i].box.h);
    return NumberIsNaN(first.baseline) ? first.y + first.h : first.y + first.baseline;
  };
  const lineSize = (line, gap, margins, flexed = false) => {
    let size = gap * (line.length - 1);
    for (let i = 0; i < line.length; i++) size += (flexed ? line[i].main : clamp(line[i], line[i].base)) + margins(line[i]);
    return size;
  };

  const crossSizes = (box, lines, space, gap, margins, isColumn, width, height) => {
    const sizes = [];
    const baselines = [];
    let total = lines.length > 0 ? gap * (lines.length - 1) : 0;
    for (let i = 0; i < lines.length; i++) {
      let size = 0;
      let above = 0;
      let below = 0;
      for (let j = 0; j < lines[i].length; j++) {
        const item = lines[i][j];
        const whole = item.cross + margins(item);
        if (!isColumn && alignOf(item, box) === 'baseline') {
          layoutItem(item, isColumn, width, height, NaN);
          above = MathMax(above, baselineOf(item));
          below = MathMax(below, whole - baselineOf(item));
        } else size = MathMax(size, whole);
      }
      sizes[i] = MathMax(size, above + below);
      baselines[i] = above;
      total += sizes[i];
    }
    if (lines.length === 1 && !NumberIsNaN(space) && !box.style.flexWraps) {
      sizes[0] = space;
      total = space;
    } else if (!NumberIsNaN(space) && total < space && (box.style.alignContent === 'normal' || box.style.alignContent === 'stretch')) {
      for (let i = 0; i < sizes.length; i++) sizes[i] += (space - total) / sizes.length;
      total = space;
    }
    return { sizes, baselines, total };
  };

  const placeLines = (box, lines, cross, given) => {
    const { sides, isColumn, width, height } = given;
    const free = NumberIsNaN(given.crossSpace) ? 0 : given.crossSpace - cross.total;
    const places = spread(box.style.alignContent, free, lines.length, false);
    const isReversed = box.style.wrapsReverse;
    const whole = NumberIsNaN(given.crossSpace) ? cross.total : given.crossSpace;
    let at = places[0];
    for (let i = 0; i < lines.length; i++) {
      const size = cross.sizes[i];
      const start = isReversed ? whole - at - size : at;
      placeMain(lines[i], given.space, given.mainGap, sides, box.style.justifyContent, box.style.isReverse, given.margins);
      for (let j = 0; j < lines[i].length; j++) {
        const item = lines[i][j];
        const stretched = stretches(item, box, isColumn);
        const margins = isColumn ? LayoutSizes.marginsX(item.box) : LayoutSizes.marginsY(item.box);
        layoutItem(item, isColumn, width, height, stretched ? clampCross(item, size - margins, isColumn, width, height) : isColumn ? item.cross : crossForce(item));
        const used = isColumn ? item.box.w : item.box.h;
        const place = placeCross(item, box, start, size, used, sides, cross.baselines[i]);
        item.box.x = box.contentLeft() + (isColumn ? place : item.mainPlace);
        item.box.y = box.contentTop() + (isColumn ? item.mainPlace : place);
      }
      at += size + given.crossGap + places[1];
    }
  };
  const crossForce = (item) => (item.box.kind === 'replaced' ? item.cross : NaN);
  const clampCross = (item, size, isColumn, width, height) => (isColumn
    ? LayoutSizes.clampWidth(item.box, size, width, size) : LayoutSizes.clampHeight(item.box, size, height));

  /** Static positions of out-of-flow children: as if each were the only item (4.1). */
  const placeAside = (box, width, height) => {
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (!child.style.isOutOfFlow) continue;
      child.flowParent = box;
      const mainFactor = place(box.style.justifyContent, box.style.isReverse);
      const crossFactor = place(child.style.alignSelf === 'auto' ? box.style.alignItems : child.style.alignSelf, false);
      const factorX = box.style.isColumn ? crossFactor : mainFactor;
      const factorY = box.style.isColumn ? mainFactor : crossFactor;
      LayoutSizes.resolveEdges(child, width);
      const childWidth = factorX === 0 ? 0 : asideWidth(child, width, height);
      const childHeight = factorY === 0 ? 0 : asideHeight(child, width, height);
      child.staticX = box.contentLeft() + (width - childWidth) * factorX;
      child.staticY = box.contentTop() + (height - childHeight) * factorY;
    }
  };
  const place = (alignment, isReverse) => {
    if (alignment === 'center' || alignment === 'space-around' || alignment === 'space-evenly') return 0.5;
    const atEnd = alignment === 'end' || alignment === 'flex-end';
    return atEnd !== isReverse ? 1 : 0;
  };
  const asideWidth = (child, width, height) => {
    const preferred = child.kind === 'replaced' ? LayoutReplaced.size(child, width, height).width : LayoutSizes.preferredWidth(child, width, height, width);
    return (NumberIsNaN(preferred) ? LayoutSizes.fitWidth(child, width) : preferred) + LayoutSizes.marginsX(child);
  };
  const asideHeight = (child, width, height) => {
    if (child.kind === 'replaced') return LayoutReplaced.size(child, width, height).height;
    const own = asideWidth(child, width, height) - LayoutSizes.marginsX(child);
    const preferred = LayoutSizes.preferredHeight(child, own, height);
    return (NumberIsNaN(preferred) ? Layout.heightAt(child, width, height, own).height : preferred) + LayoutSizes.marginsY(child);
  };

  return { layout, spread };
});
