// Inline formatting: https://www.w3.org/TR/css-inline-3/ — words, atomic boxes and inline boxes into lines.

const LayoutInline = (() => {
  const { margin, marginsX } = LayoutSizes;
  const { TEXT, ATOMIC, OPEN, CLOSE, BREAK, itemsOf, intrinsic, sideOf, widthOf, isWide } = InlineItems;

  const layoutAtomic = (item, width, height) => {
    const { box } = item;
    LayoutSizes.resolveEdges(box, width);
    let forced = NaN;
    if (box.kind !== 'replaced') {
      const available = width - marginsX(box);
      forced = LayoutSizes.preferredWidth(box, width, height, available);
      if (NumberIsNaN(forced)) forced = LayoutSizes.clampWidth(box, LayoutSizes.fitWidth(box, available), width, available);
    }
    Layout.layout(box, width, height, forced, NaN);
    item.width = box.w + marginsX(box);
  };

  /** Height above and below the baseline of text in a style, its half-leading included. */
  const textExtent = (style) => {
    const { ascent, descent } = TextMeasure.metrics(style.font);
    const leading = NumberIsNaN(style.lineHeight) ? 0 : style.lineHeight - ascent - descent;
    const above = ascent + MathFloor(leading / 2);
    return { above, below: ascent + descent + leading - above, ascent, descent };
  };
  /** The shift of a box's baseline below its parent's (CSS 2.2, 10.8.1), NaN for top and bottom. */
  const shiftOf = (item, above, below, parentStyle) => {
    const align = item.style.verticalAlign;
    const parent = TextMeasure.metrics(parentStyle.font);
    switch (align) {
      case 'baseline': return 0;
      case 'middle': return (above - below) / 2 - parentStyle.fontSize * 0.273;
      case 'sub': return parentStyle.fontSize / 5 + 1;
      case 'super': return -(parentStyle.fontSize / 3 + 1);
      case 'text-top': return above - parent.ascent;
      case 'text-bottom': return parent.descent - below;
      case 'top': case 'bottom': return NaN;
      default: return -CSSValues.resolve(align, NumberIsNaN(item.style.lineHeight) ? item.style.fontSize * 1.164 : item.style.lineHeight) || 0;
    }
  };

  /** Breaks items into lines, each {items, width}. */
  class LineBreaker {
    constructor(box, width, height, floats) {
      this.box = box;
      this.width = width;
      this.height = height;
      this.floats = floats;
      this.y = 0;
      this.lines = [];
      this.open = [];
      /** Out-of-flow blocks met in the line: their static place is below it. */
      this.below = [];
      this.indent = CSSValues.resolve(box.style.textIndent, width) || 0;
      this.begin();
    }
    begin() {
      this.line = [];
      this.used = this.lines.length === 0 ? this.indent : 0;
      this.hasContent = false;
      this.span = this.floats === null ? [0, this.width] : this.floats.span(this.y, 1, 0, this.width);
      while (this.floats !== null && this.span[1] - this.span[0] < 1 && this.floats.nextBottom(this.y) !== Infinity) {
        this.y = this.floats.nextBottom(this.y);
        this.span = this.floats.span(this.y, 1, 0, this.width);
      }
    }
    end(forced, style) {
      const line = placeLine(this.box, this.line, this.used, this.span, this.y, forced, style, this.open, this.hasContent);
      this.y = line.bottom;
      for (let i = 0; i < this.below.length; i++) this.below[i].staticY = this.box.contentTop() + line.bottom;
      this.below = [];
      ArrayPush(this.lines, line);
      const carried = this.open;
      this.begin();
      for (let i = 0; i < carried.length; i++) ArrayPush(this.line, { type: OPEN, box: carried[i], style: carried[i].style, continued: true, x: 0 });
    }
    room() { return this.span[1] - this.span[0]; }
    add(item, canWrap) {
      const gap = this.hasContent || item.style.preserves ? item.space : 0;
      if (canWrap && this.hasContent && this.used + gap + item.width > this.room() + 0.01) {
        const opened = this.takeTrailingOpens();
        this.end(false, item.style);
        for (let i = opened.length - 1; i >= 0; i--) this.openInline(opened[i], 0);
        this.place(item, item.style.preserves ? item.space : 0);
        return;
      }
      this.place(item, gap);
    }
    /** Inline boxes that begin right before a break begin on the next line. */
    takeTrailingOpens() {
      const taken = [];
      while (this.line.length > 0) {
        const last = this.line[this.line.length - 1];
        if (last.type !== OPEN || last.continued) break;
        ArrayPush(taken, ArrayPop(this.line));
        ArrayPop(this.open);
        this.used = last.x;
      }
      return taken;
    }
    openInline(item, gap) {
      this.used += gap;
      item.x = this.used;
      this.used += sideOf(item);
      item.box.rects = [];
      ArrayPush(this.open, item.box);
      ArrayPush(this.line, item);
    }
    place(item, gap) {
      if (item.type === TEXT && item.style.breaksWords && item.style.wraps && item.width > this.room() - this.used - gap && item.text.length > 1) {
        this.placeBroken(item, gap);
        return;
      }
      this.used += gap;
      item.x = this.used;
      this.used += item.width;
      this.hasContent = true;
      ArrayPush(this.line, item);
    }
    /** A word that is wider than its line goes down by as many characters as fit. */
    placeBroken(item, gap) {
      const { text, style } = item;
      let start = 0;
      while (start < text.length) {
        let end = start + 1;
        while (end < text.length && this.used + gap + widthOf(style, StringSlice(text, start, end + 1)) <= this.room()) end++;
        const part = StringSlice(text, start, end);
        this.used += gap;
        ArrayPush(this.line, { ...item, text: part, x: this.used, width: widthOf(style, part) });
        this.used += widthOf(style, part);
        this.hasContent = true;
        gap = 0;
        start = end;
        if (start < text.length) this.end(false, style);
      }
    }
    aside(item) {
      const { box } = item;
      box.origin = this.box;
      if (box.style.isOutOfFlow) {
        box.flowParent = this.box;
        const isBlock = box.style.record.values[P.display] === 'block' && this.hasContent;
        box.staticX = this.box.contentLeft() + (isBlock ? 0 : this.span[0] + this.used);
        box.staticY = this.box.contentTop() + this.y;
        if (isBlock) ArrayPush(this.below, box);
        return;
      }
      const own = this.floats ?? (this.floats = this.ownFloats = new FloatContext());
      LayoutBlock.placeFloat(this.box, box, own, this.width, this.height, this.y);
      this.span = own.span(this.y, 1, 0, this.width);
    }
  }

  /** Lays out lines from the content box's top; the result is the height that they take. */
  const layout = (box, width, height, floats) => {
    const items = itemsOf(box);
    const breaker = new LineBreaker(box, width, height, floats);
    clearFragments(box.children);
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      switch (item.type) {
        case TEXT: breaker.add(item, item.style.wraps && (item.mayBreak || isWide(StringCharCodeAt(item.text, 0)))); break;
        case ATOMIC:
          layoutAtomic(item, width, height);
          breaker.add(item, box.style.wraps);
          break;
        case OPEN:
          LayoutSizes.resolveEdges(item.box, width);
          breaker.openInline(item, breaker.hasContent ? item.space : 0);
          break;
        case CLOSE:
          item.x = breaker.used;
          breaker.used += sideOf(item);
          ArrayPop(breaker.open);
          ArrayPush(breaker.line, item);
          break;
        case BREAK:
          breaker.hasContent = true;
          item.x = breaker.used;
          ArrayPush(breaker.line, item);
          breaker.end(true, item.style);
          break;
        default: breaker.aside(item);
      }
    }
    if (breaker.line.length > 0) breaker.end(true, box.style);
    box.lines = breaker.lines;
    box.data = breaker.ownFloats === undefined ? box.data : { ...box.data, floats: breaker.ownFloats };
    finish(box);
    return breaker.y;
  };
  const clearFragments = (children) => {
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind === 'text') child.fragments = null;
      else if (child.kind === 'inline') clearFragments(child.children);
    }
  };

  const alignmentShift = (box, free, isLast) => {
    if (free <= 0) return 0;
    const { textAlign, isRightToLeft } = box.style;
    switch (textAlign) {
      case 'center': case '-webkit-center': case '-internal-center': return free / 2;
      case 'right': case '-webkit-right': return free;
      case 'end': return isRightToLeft ? 0 : free;
      case 'start': return isRightToLeft ? free : 0;
      default: return 0;
    }
  };

  /** Extents of what stands in a line: sets `shift`, `above`, `below` of each item and gives the line's own. */
  const measureLine = (box, items) => {
    const strut = textExtent(box.style);
    let above = strut.above;
    let below = strut.below;
    let tallest = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item.type === ATOMIC) {
        const { box: inner } = item;
        const whole = inner.h + LayoutSizes.marginsY(inner);
        const hasBaseline = !NumberIsNaN(inner.baseline) && !(inner.style.clips && inner.kind === 'flow' && inner.node?.[kTag] !== 'button');
        item.above = hasBaseline ? margin(inner, 0) + inner.baseline : whole;
        item.below = whole - item.above;
      } else {
        const extent = textExtent(item.style);
        item.above = extent.above;
        item.below = extent.below;
      }
      item.shift = item.type === ATOMIC ? shiftOf(item, item.above, item.below, parentStyle(item)) : inlineShift(item.box, box);
      if (NumberIsNaN(item.shift)) {
        tallest = MathMax(tallest, item.above + item.below);
        continue;
      }
      if (item.type === ATOMIC) item.shift += inlineShift(item.box.parent, box);
      above = MathMax(above, item.above - item.shift);
      below = MathMax(below, item.below + item.shift);
    }
    if (tallest > above + below) below = tallest - above;
    return { above, below };
  };
  const parentStyle = (item) => item.box.parent.style;
  /** How far the baseline of text in nested inline boxes is below the line's. */
  const inlineShift = (inner, box) => {
    let shift = 0;
    for (let at = inner.kind === 'inline' ? inner : inner.parent; at !== null && at !== box && at.kind === 'inline'; at = at.parent) {
      if (at.style.verticalAlign === 'baseline') continue;
      const extent = textExtent(at.style);
      shift += shiftOf({ style: at.style }, extent.above, extent.below, at.parent.style) || 0;
    }
    return shift;
  };

  const placeLine = (box, items, used, span, y, isLast, style, open, hasContent) => {
    if (!hasContent && !hasEdges(items)) return { top: y, bottom: y, baseline: NaN };
    const { above, below } = measureLine(box, items);
    const height = above + below;
    const left = box.contentLeft() + span[0] + alignmentShift(box, span[1] - span[0] - used, isLast);
    const top = box.contentTop() + y;
    for (let i = 0; i < items.length; i++) placeItem(box, items[i], left, top, height, above, items, used);
    for (let i = 0; i < open.length; i++) closeRect(open[i], left + used, top + above);
    return { top: y, bottom: y + height, baseline: top + above };
  };
  const hasEdges = (items) => {
    for (let i = 0; i < items.length; i++) if ((items[i].type === OPEN || items[i].type === CLOSE) && sideOf(items[i]) !== 0) return true;
    return false;
  };
  const placeItem = (box, item, left, top, height, above, items, used) => {
    const x = left + item.x;
    switch (item.type) {
      case TEXT: {
        const { ascent, descent } = TextMeasure.metrics(item.style.font);
        const list = item.box.fragments ?? (item.box.fragments = []);
        const y = top + above + (item.shift || 0) - ascent;
        const last = list[list.length - 1];
        item.box.origin = box;
        if (last !== undefined && last.y === y && MathAbs(last.x + last.w + item.space - x) < 0.01) {
          last.text += (item.space > 0 ? ' ' : '') + item.text;
          last.w = x + item.width - last.x;
        } else ArrayPush(list, { text: item.text, x, y, w: item.width, h: ascent + descent });
        return;
      }
      case ATOMIC: {
        const inner = item.box;
        const align = item.style.verticalAlign;
        inner.origin = box;
        inner.x = x + margin(inner, 3);
        if (align === 'top') inner.y = top + margin(inner, 0);
        else if (align === 'bottom') inner.y = top + height - inner.h - margin(inner, 2);
        else inner.y = top + above + item.shift - item.above + margin(inner, 0);
        return;
      }
      case OPEN: {
        const start = item.continued ? x : x + margin(item.box, 3);
        ArrayPush(item.box.rects, { x: start, y: 0, w: NaN, h: 0 });
        item.box.origin = box;
        return;
      }
      case CLOSE: closeRect(item.box, x + sideOf(item) - margin(item.box, 1), top + above + (item.shift || 0)); return;
      default:
        item.box.origin = box;
        item.box.x = x;
        item.box.y = top + above - TextMeasure.metrics(item.style.font).ascent;
        item.box.h = TextMeasure.metrics(item.style.font).ascent + TextMeasure.metrics(item.style.font).descent;
    }
  };
  const closeRect = (inner, right, baseline) => {
    const { rects, style } = inner;
    const rect = rects[rects.length - 1];
    if (rect === undefined || !NumberIsNaN(rect.w)) return;
    const { ascent, descent } = TextMeasure.metrics(style.font);
    rect.y = baseline - ascent - style.border[0] - inner.padding[0];
    rect.w = right - rect.x;
    rect.h = ascent + descent + inner.edgesY();
  };

  /** Bounding boxes of inline boxes and texts; the container's first baseline. */
  const finish = (box) => {
    // An inline-block's baseline is its last line's, a block's in a flex container its first: games centre, so one serves both.
    const isInlineBlock = box.style.outer === 'inline';
    for (let i = 0; i < box.lines.length; i++) {
      const { baseline } = box.lines[isInlineBlock ? box.lines.length - 1 - i : i];
      if (!NumberIsNaN(baseline)) {
        box.baseline = baseline;
        break;
      }
    }
    boundInlines(box.children, box);
  };
  const boundInlines = (children, origin) => {
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind === 'inline') {
        bound(child, child.rects);
        child.origin = origin;
        boundInlines(child.children, origin);
      } else if (child.kind === 'text') {
        child.origin = origin;
        bound(child, child.fragments);
      }
      if (child.kind !== 'inline' && child.kind !== 'text') continue;
      child.dirty = false;
    }
  };
  const bound = (box, rects) => {
    if (rects === null || rects.length === 0) {
      box.w = box.h = 0;
      return;
    }
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < rects.length; i++) {
      const { x, y, w, h } = rects[i];
      left = MathMin(left, x);
      top = MathMin(top, y);
      right = MathMax(right, x + (w || 0));
      bottom = MathMax(bottom, y + h);
    }
    box.x = left;
    box.y = top;
    box.w = right - left;
    box.h = bottom - top;
  };

  /** Moves all lines of a box down. */
  const shift = (box, amount) => {
    const move = (children) => {
      for (let i = 0; i < children.length; i++) {
        const child = children[i];
        const rects = child.kind === 'text' ? child.fragments : child.kind === 'inline' ? child.rects : null;
        if (rects !== null) for (let j = 0; j < rects.length; j++) rects[j].y += amount;
        if (child.kind === 'text' || child.kind === 'inline') child.y += amount;
        if (child.kind === 'inline') move(child.children);
      }
    };
    move(box.children);
  };

  return { layout, intrinsic, shift };
})();
