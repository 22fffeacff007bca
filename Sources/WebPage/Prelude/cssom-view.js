// Boxes and computed styles as scripts read them: https://www.w3.org/TR/cssom-view-1/

/** How far the document is scrolled. */
const ViewScroll = (() => {
  let x = 0;
  let y = 0;
  const size = () => {
    Rendering().Layout.update();
    const root = Rendering().Layout.root();
    const { width, height } = CSSValues.viewport;
    return root === null ? { width, height } : extent(root, { width, height });
  };
  /** The document's size: as far as boxes reach that nothing clips. */
  const extent = (box, result, within = null) => {
    if (within !== null && box.style.isOutOfFlow && !isInside(box.origin, within)) return result;
    const right = box.px + box.w;
    const bottom = box.py + box.h;
    if (box.style.position === 'fixed') return result;
    if (right > result.width) result.width = right;
    if (bottom > result.height) result.height = bottom;
    if (box.style.clips && box.node !== null && box.node !== DocumentState.document.body && box.parent !== null) return result;
    for (let i = 0; i < box.children.length; i++) extent(box.children[i], result, within);
    return result;
  };
  const isInside = (box, container) => {
    for (let at = box; at !== null; at = at.parent) if (at === container) return true;
    return false;
  };
  const to = (nextX, nextY) => {
    const whole = size();
    const { width, height } = CSSValues.viewport;
    nextX = MathMax(0, MathMin(nextX, whole.width - width)) || 0;
    nextY = MathMax(0, MathMin(nextY, whole.height - height)) || 0;
    if (nextX === x && nextY === y) return;
    x = nextX;
    y = nextY;
    EventLoop.queueTask(() => fireEvent(DocumentState.document, 'scroll', true));
  };
  return { to, size, extent, get x() { return x; }, get y() { return y; } };
})();

{
  const isRoot = (element) => element === DocumentState.document.documentElement;
  const round = (value) => MathRound(value);
  const pageBox = (element) => Rendering().Layout.boxOf(element);
  const rectOf = (element) => {
    const box = pageBox(element);
    if (box === null) return new (Geometry().DOMRect)(0, 0, 0, 0);
    const fixed = isFixed(element);
    return new (Geometry().DOMRect)(box.x - (fixed ? 0 : ViewScroll.x), box.y - (fixed ? 0 : ViewScroll.y), box.width, box.height);
  };
  const isFixed = (element) => {
    for (let box = element[kBox] ?? null; box !== null; box = box.parent) if (box.style.position === 'fixed') return true;
    return false;
  };
  const clientRects = (element) => {
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null) return [];
    if (box.kind !== 'inline' || box.rects === null) return [rectOf(element)];
    const out = [];
    for (let i = 0; i < box.rects.length; i++) {
      const { x, y, w, h } = box.rects[i];
      const place = Transforms.bounds(box, box.px + x - box.x, box.py + y - box.y, w || 0, h);
      ArrayPush(out, new (Geometry().DOMRect)(place.x - ViewScroll.x, place.y - ViewScroll.y, place.width, place.height));
    }
    return out;
  };
  const rectList = (rects) => {
    ObjectDefineProperty(rects, 'item', { value: (index) => rects[index] ?? null });
    return rects;
  };

  /** The padding box's size without what overflows; the root's is the viewport. */
  const clientSize = (element, isWidth) => {
    if (isRoot(element)) return isWidth ? CSSValues.viewport.width : CSSValues.viewport.height;
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null || box.kind === 'inline') return 0;
    const { border } = box.style;
    return round(isWidth ? box.w - border[1] - border[3] : box.h - border[0] - border[2]);
  };
  const scrollSize = (element, isWidth) => {
    if (isRoot(element)) return round(isWidth ? ViewScroll.size().width : ViewScroll.size().height);
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null || box.kind === 'inline') return 0;
    const result = { width: 0, height: 0 };
    for (let i = 0; i < box.children.length; i++) ViewScroll.extent(box.children[i], result, box);
    const { border } = box.style;
    // The children's places are those that they have been scrolled to.
    const reach = isWidth ? result.width + box.scrollX - box.px - border[3] + box.padding[1] * (box.kind === 'flow' ? 0 : 1) : result.height + box.scrollY - box.py - border[0] + box.padding[2];
    return MathMax(clientSize(element, isWidth), round(reach));
  };
  const scrollBox = (element, x, y) => {
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null || !box.style.scrolls) return;
    const nextX = MathMax(0, MathMin(x, scrollSize(element, true) - clientSize(element, true))) || 0;
    const nextY = MathMax(0, MathMin(y, scrollSize(element, false) - clientSize(element, false))) || 0;
    if (nextX === box.scrollX && nextY === box.scrollY) return;
    box.scrollX = nextX;
    box.scrollY = nextY;
    Rendering().Layout.place(Rendering().Layout.root());
    Rendering().Layout.paintDirty();
    queueFire(element, 'scroll');
  };
  const scrollArguments = (x, y, fromX, fromY, relative) => {
    if (typeof x === 'object' && x !== null) {
      return { x: (relative ? fromX : 0) + (x.left === undefined ? (relative ? 0 : fromX) : +x.left), y: (relative ? fromY : 0) + (x.top === undefined ? (relative ? 0 : fromY) : +x.top) };
    }
    return { x: (relative ? fromX : 0) + (+x || 0), y: (relative ? fromY : 0) + (+y || 0) };
  };
  /** How far to scroll so that what begins at `start` is where `position` wants it, CSSOM View, 6.1. */
  const scrolledBy = (start, size, room, position) => {
    switch (position) {
      case 'start': return start;
      case 'end': return start + size - room;
      case 'center': return start + (size - room) / 2;
      default:
        if (start >= 0 && start + size <= room) return 0;
        return (start < 0) === (size <= room) ? start : start + size - room;
    }
  };
  const scrollElement = (element, x, y, relative) => {
    if (isRoot(element)) {
      const target = scrollArguments(x, y, ViewScroll.x, ViewScroll.y, relative);
      ViewScroll.to(target.x, target.y);
      return;
    }
    const target = scrollArguments(x, y, element.scrollLeft, element.scrollTop, relative);
    scrollBox(element, target.x, target.y);
  };

  defineMembers(Element.prototype, {
    getBoundingClientRect() { return rectOf(this); },
    getClientRects() { return rectList(clientRects(this)); },
    get clientWidth() { return clientSize(this, true); },
    get clientHeight() { return clientSize(this, false); },
    get clientLeft() { return round(Rendering().Layout.layoutBoxOf(this)?.style.border[3] ?? 0); },
    get clientTop() { return round(Rendering().Layout.layoutBoxOf(this)?.style.border[0] ?? 0); },
    get scrollWidth() { return scrollSize(this, true); },
    get scrollHeight() { return scrollSize(this, false); },
    get scrollLeft() { return isRoot(this) ? ViewScroll.x : Rendering().Layout.layoutBoxOf(this)?.scrollX ?? 0; },
    set scrollLeft(value) { scrollElement(this, { left: +value }, undefined, false); },
    get scrollTop() { return isRoot(this) ? ViewScroll.y : Rendering().Layout.layoutBoxOf(this)?.scrollY ?? 0; },
    set scrollTop(value) { scrollElement(this, { top: +value }, undefined, false); },
    scroll(x, y) { scrollElement(this, x, y, false); },
    scrollTo(x, y) { scrollElement(this, x, y, false); },
    scrollBy(x, y) { scrollElement(this, x, y, true); },
    scrollIntoView(how = undefined) {
      const given = typeof how === 'object' && how !== null ? how : { block: how === false ? 'end' : 'start' };
      for (let at = this[kParent]; at !== null && at[kNodeType] === 1 && !isRoot(at); at = at[kParent]) {
        const view = Rendering().Layout.layoutBoxOf(at)?.style.clips ? rectOf(at) : null;
        if (view === null) continue;
        const own = rectOf(this);
        const x = at.scrollLeft + scrolledBy(own.left - view.left - at.clientLeft, own.width, at.clientWidth, given.inline ?? 'nearest');
        const y = at.scrollTop + scrolledBy(own.top - view.top - at.clientTop, own.height, at.clientHeight, given.block ?? 'start');
        scrollElement(at, x, y, false);
      }
      const box = pageBox(this);
      if (box === null) return;
      const { width, height } = CSSValues.viewport;
      ViewScroll.to(ViewScroll.x + scrolledBy(box.x - ViewScroll.x, box.width, width, given.inline ?? 'nearest'),
        ViewScroll.y + scrolledBy(box.y - ViewScroll.y, box.height, height, given.block ?? 'start'));
    },
    scrollIntoViewIfNeeded() { this.scrollIntoView({ block: 'nearest' }); },
    checkVisibility() { return Rendering().Layout.layoutBoxOf(this) !== null; },
    computedStyleMap() { return Rendering().ComputedDeclaration().of(this); },
  });

  /** The nearest ancestor that is positioned, a table's part, or body (CSSOM View, 8). */
  const offsetParentOf = (element) => {
    const box = Rendering().Layout.layoutBoxOf(element);
    const { document } = DocumentState;
    if (box === null || element === document.body || isRoot(element) || box.style.position === 'fixed') return null;
    for (let at = element[kParent]; at !== null && at[kNodeType] === 1; at = at[kParent]) {
      if (at === document.body || (at[kBox] && at[kBox].style.containsAbsolute)) return at;
      const tag = at[kTag];
      if (box.style.position === 'static' && (tag === 'td' || tag === 'th' || tag === 'table')) return at;
    }
    return null;
  };
  const offsetOf = (element, isX) => {
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null || element === DocumentState.document.body) return 0;
    const parent = offsetParentOf(element);
    const own = isX ? box.px : box.py;
    const parentBox = parent === null ? null : parent[kBox] ?? null;
    if (parentBox === null || (parent === DocumentState.document.body && !parentBox.style.isPositioned)) return round(own);
    return round(own - (isX ? parentBox.px + parentBox.style.border[3] : parentBox.py + parentBox.style.border[0]));
  };
  defineMembers(HTMLElement.prototype, {
    get offsetParent() { return offsetParentOf(this); },
    get offsetLeft() { return offsetOf(this, true); },
    get offsetTop() { return offsetOf(this, false); },
    get offsetWidth() { return round(Rendering().Layout.layoutBoxOf(this)?.w ?? 0); },
    get offsetHeight() { return round(Rendering().Layout.layoutBoxOf(this)?.h ?? 0); },
  });

  // --- Which element is at a point
  const hitElements = (x, y) => {
    const found = [];
    const { width, height } = CSSValues.viewport;
    if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return found;
    Rendering().Layout.update();
    const root = Rendering().Layout.root();
    if (root === null) return found;
    const hits = Rendering().HitTesting().hits(x + ViewScroll.x, y + ViewScroll.y);
    for (let i = 0; i < hits.length; i++) if (ArrayIndexOf(found, hits[i]) < 0) ArrayPush(found, hits[i]);
    if (ArrayIndexOf(found, root.node) < 0) ArrayPush(found, root.node);
    return found;
  };
  defineMembers(Document.prototype, {
    elementFromPoint(x, y) { return hitElements(+x, +y)[0] ?? null; },
    elementsFromPoint(x, y) { return hitElements(+x, +y); },
    get scrollingElement() { return this.documentElement; },
  });

  // --- The window
  const { viewport } = CSSValues;
  defineGlobalAccessor('innerWidth', () => viewport.width);
  defineGlobalAccessor('innerHeight', () => viewport.height);
  defineGlobalAccessor('outerWidth', () => viewport.width);
  defineGlobalAccessor('outerHeight', () => viewport.height);
  defineGlobalAccessor('scrollX', () => ViewScroll.x);
  defineGlobalAccessor('scrollY', () => ViewScroll.y);
  defineGlobalAccessor('pageXOffset', () => ViewScroll.x);
  defineGlobalAccessor('pageYOffset', () => ViewScroll.y);
  const scrollWindow = (x, y, relative) => {
    const target = scrollArguments(x, y, ViewScroll.x, ViewScroll.y, relative);
    ViewScroll.to(target.x, target.y);
  };
  defineGlobal('scroll', function scroll(x, y) { scrollWindow(x, y, false); });
  defineGlobal('scrollTo', function scrollTo(x, y) { scrollWindow(x, y, false); });
  defineGlobal('scrollBy', function scrollBy(x, y) { scrollWindow(x, y, true); });
}

const PageViewport = defineLazyGlobals(['VisualViewport'], () => {
  const { viewport } = CSSValues;
  class VisualViewport extends EventTarget {
    constructor() { super(); }
    get offsetLeft() { return 0; }
    get offsetTop() { return 0; }
    get pageLeft() { return ViewScroll.x; }
    get pageTop() { return ViewScroll.y; }
    get width() { return viewport.width; }
    get height() { return viewport.height; }
    get scale() { return 1; }
  }
  exposeInterface('VisualViewport', VisualViewport);
  defineEventHandlers(VisualViewport.prototype, ['resize', 'scroll', 'scrollend']);
  return new VisualViewport();
});
defineGlobalAccessor('visualViewport', () => PageViewport());

const MediaQueryList = exposeLazily('MediaQueryList', () => {
  class MediaQueryList extends EventTarget {
    get media() { return this[kValues]; }
    get matches() { return MediaQueries().matches(this[kValues]); }
    addListener(callback) { this.addEventListener('change', callback); }
    removeListener(callback) { this.removeEventListener('change', callback); }
  }
  defineEventHandlers(MediaQueryList.prototype, ['change']);
  return MediaQueryList;
});
defineGlobal('matchMedia', function matchMedia(query) {
  if (arguments.length === 0) throw new TypeError("Failed to execute 'matchMedia' on 'Window': 1 argument required, but only 0 present.");
  const list = new (MediaQueryList())();
  ObjectDefineProperty(list, kValues, { value: StringTrim(`${query}`) });
  return list;
});

defineGlobal('getComputedStyle', function getComputedStyle(element, pseudo) { return Rendering().ComputedDeclaration().of(element, pseudo); });
// Taken before a script of the page can put another in its place.
nativeGetComputedStyle.value = globalThis.getComputedStyle;
