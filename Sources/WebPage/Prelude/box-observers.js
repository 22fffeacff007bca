// ResizeObserver and IntersectionObserver: delivered once a frame, after its animation callbacks and layout.

/** Those that observe something. */
const BoxObservers = (() => {
  const active = [];
  /** One observer's callback a turn, so that microtasks run in between; true while there may be more. */
  EventLoop.afterFrameCallbacks(() => {
    if (active.length === 0) return false;
    Rendering().Layout.update();
    for (let i = 0; i < active.length; i++) {
      const observer = active[i];
      const entries = observer.newEntries(observer);
      if (entries.length === 0) continue;
      EventLoop.invoke(observer.callback, observer.object, entries, observer.object);
      return true;
    }
    return false;
  }, () => active.length > 0);

  return {
    activate(observer) { if (ArrayIndexOf(active, observer) < 0) ArrayPush(active, observer); },
    deactivate(observer) {
      const index = ArrayIndexOf(active, observer);
      if (index >= 0) ArraySplice(active, index, 1);
    },
  };
})();

defineLazyGlobals(['ResizeObserverEntry', 'ResizeObserverSize', 'ResizeObserver', 'IntersectionObserverEntry', 'IntersectionObserver'], () => {
  const kObserver = Symbol('observer');
  const needsCallback = (callback, name) => {
    if (typeof callback !== 'function') throw new TypeError("Failed to construct '" + name + "': parameter 1 is not of type 'Function'.");
  };
  const needsElement = (target, method, name) => {
    if (!(target instanceof Element)) throw new TypeError("Failed to execute '" + method + "' on '" + name + "': parameter 1 is not of type 'Element'.");
  };
  const indexOfTarget = (targets, element) => {
    for (let i = 0; i < targets.length; i++) if (targets[i].element === element) return i;
    return -1;
  };

  // --- https://www.w3.org/TR/resize-observer-1/
  class ResizeObserverEntry {
    constructor(token, target, rect, content, border) {
      refuseConstruction(token);
      this[kValues] = { target, rect, content, border };
    }
    get target() { return this[kValues].target; }
    get contentRect() { return this[kValues].rect; }
    get contentBoxSize() { return [this[kValues].content]; }
    get borderBoxSize() { return [this[kValues].border]; }
    get devicePixelContentBoxSize() { return [this[kValues].content]; }
  }
  exposeInterface('ResizeObserverEntry', ResizeObserverEntry);
  class ResizeObserverSize {
    constructor(token, inline, block) {
      refuseConstruction(token);
      this[kValues] = { inline, block };
    }
    get inlineSize() { return this[kValues].inline; }
    get blockSize() { return this[kValues].block; }
  }
  exposeInterface('ResizeObserverSize', ResizeObserverSize);

  const sizesOf = (element) => {
    const box = Rendering().Layout.layoutBoxOf(element);
    if (box === null) return { width: 0, height: 0, left: 0, top: 0, outerWidth: 0, outerHeight: 0 };
    return {
      width: MathMax(0, box.w - box.edgesX()), height: MathMax(0, box.h - box.edgesY()), left: box.padding[3], top: box.padding[0],
      outerWidth: box.w, outerHeight: box.h,
    };
  };
  class ResizeObserver {
    constructor(callback) {
      needsCallback(callback, 'ResizeObserver');
      this[kObserver] = { newEntries: resizeEntries, callback, targets: [], object: this };
    }
    observe(target, options) {
      needsElement(target, 'observe', 'ResizeObserver');
      const observer = this[kObserver];
      const known = indexOfTarget(observer.targets, target);
      if (known >= 0) ArraySplice(observer.targets, known, 1);
      ArrayPush(observer.targets, { element: target, isBorder: options?.box === 'border-box', width: 0, height: 0, isNew: true, frame: -1 });
      BoxObservers.activate(observer);
    }
    unobserve(target) {
      const { targets } = this[kObserver];
      const index = indexOfTarget(targets, target);
      if (index >= 0) ArraySplice(targets, index, 1);
    }
    disconnect() {
      this[kObserver].targets = [];
      BoxObservers.deactivate(this[kObserver]);
    }
  }
  exposeInterface('ResizeObserver', ResizeObserver);
  const resizeEntries = (observer) => {
    const entries = [];
    for (let i = 0; i < observer.targets.length; i++) {
      const target = observer.targets[i];
      // A callback that resizes its own target hears of it in the next frame, or it would never end.
      if (target.frame === EventLoop.frameCount()) continue;
      const sizes = sizesOf(target.element);
      const width = target.isBorder ? sizes.outerWidth : sizes.width;
      const height = target.isBorder ? sizes.outerHeight : sizes.height;
      if (!target.isNew && width === target.width && height === target.height) continue;
      const isFirstEmpty = target.isNew && width === 0 && height === 0 && !target.element[kConnected];
      target.isNew = false;
      target.frame = EventLoop.frameCount();
      target.width = width;
      target.height = height;
      if (isFirstEmpty) continue;
      ArrayPush(entries, new ResizeObserverEntry(kInternal, target.element, new (Geometry().DOMRectReadOnly)(sizes.left, sizes.top, sizes.width, sizes.height),
        new ResizeObserverSize(kInternal, sizes.width, sizes.height), new ResizeObserverSize(kInternal, sizes.outerWidth, sizes.outerHeight)));
    }
    return entries;
  };

  // --- https://www.w3.org/TR/intersection-observer/
  class IntersectionObserverEntry {
    constructor(token, values) {
      refuseConstruction(token);
      this[kValues] = values;
    }
    get target() { return this[kValues].target; }
    get time() { return this[kValues].time; }
    get isIntersecting() { return this[kValues].isIntersecting; }
    get intersectionRatio() { return this[kValues].ratio; }
    get boundingClientRect() { return this[kValues].rect; }
    get intersectionRect() { return this[kValues].shared; }
    get rootBounds() { return this[kValues].root; }
  }
  exposeInterface('IntersectionObserverEntry', IntersectionObserverEntry);
  class IntersectionObserver {
    constructor(callback, options) {
      needsCallback(callback, 'IntersectionObserver');
      const given = options?.threshold ?? 0;
      const thresholds = ArrayIsArray(given) ? ArraySlice(given) : [+given];
      const margins = CSSSyntax.split(`${options?.rootMargin ?? '0px'}`, ' ');
      this[kObserver] = { newEntries: intersectionEntries, callback, targets: [], object: this, root: options?.root ?? null, thresholds, margins, queue: [] };
    }
    get root() { return this[kObserver].root; }
    get rootMargin() { return ArrayJoin(this[kObserver].margins, ' '); }
    get thresholds() { return ArraySlice(this[kObserver].thresholds); }
    observe(target) {
      needsElement(target, 'observe', 'IntersectionObserver');
      const observer = this[kObserver];
      if (indexOfTarget(observer.targets, target) >= 0) return;
      ArrayPush(observer.targets, { element: target, step: -1 });
      BoxObservers.activate(observer);
    }
    unobserve(target) {
      const { targets } = this[kObserver];
      const index = indexOfTarget(targets, target);
      if (index >= 0) ArraySplice(targets, index, 1);
    }
    disconnect() {
      this[kObserver].targets = [];
      BoxObservers.deactivate(this[kObserver]);
    }
    takeRecords() { return []; }
  }
  exposeInterface('IntersectionObserver', IntersectionObserver);
  const rootRect = (observer) => {
    const { viewport } = CSSValues;
    const box = observer.root === null || observer.root[kNodeType] !== 1 ? null : Rendering().Layout.boxOf(observer.root);
    const rect = box ?? { x: 0, y: 0, width: viewport.width, height: viewport.height };
    const margin = (i) => NumberParseFloat(observer.margins[i] ?? observer.margins[i - 2] ?? observer.margins[0]) || 0;
    return { x: rect.x - margin(3), y: rect.y - margin(0), width: rect.width + margin(1) + margin(3), height: rect.height + margin(0) + margin(2) };
  };
  const stepOf = (thresholds, ratio, isIntersecting) => {
    if (!isIntersecting) return 0;
    let step = 1;
    for (let i = 0; i < thresholds.length; i++) if (ratio >= thresholds[i] && thresholds[i] > 0) step++;
    return step;
  };
  const intersectionEntries = (observer) => {
    const entries = [];
    const root = rootRect(observer);
    for (let i = 0; i < observer.targets.length; i++) {
      const target = observer.targets[i];
      const rect = Rendering().Layout.boxOf(target.element) ?? { x: 0, y: 0, width: 0, height: 0 };
      const hasBox = Rendering().Layout.layoutBoxOf(target.element) !== null;
      const left = MathMax(root.x, rect.x);
      const top = MathMax(root.y, rect.y);
      const right = MathMin(root.x + root.width, rect.x + rect.width);
      const bottom = MathMin(root.y + root.height, rect.y + rect.height);
      const isIntersecting = hasBox && right >= left && bottom >= top;
      const area = rect.width * rect.height;
      const ratio = !isIntersecting ? 0 : area === 0 ? 1 : (right - left) * (bottom - top) / area;
      const step = stepOf(observer.thresholds, ratio, isIntersecting);
      if (step === target.step) continue;
      target.step = step;
      ArrayPush(entries, new IntersectionObserverEntry(kInternal, {
        target: target.element, time: EventLoop.now(), isIntersecting, ratio,
        rect: new (Geometry().DOMRectReadOnly)(rect.x, rect.y, rect.width, rect.height),
        shared: isIntersecting ? new (Geometry().DOMRectReadOnly)(left, top, right - left, bottom - top) : new (Geometry().DOMRectReadOnly)(0, 0, 0, 0),
        root: new (Geometry().DOMRectReadOnly)(root.x, root.y, root.width, root.height),
      }));
    }
    return entries;
  };
});
