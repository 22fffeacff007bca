// High Resolution Time, Performance Timeline and User Timing on the virtual clock.
const PerformanceTimeline = defineLazyGlobals(['PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver'], () => {
  const ENTRIES_MAX = 10_000;
  let entries = [];
  const observers = [];

  class PerformanceEntry {
    constructor(token, name, entryType, startTime, duration) {
      refuseConstruction(token);
      ObjectAssign(this, { name, entryType, startTime, duration });
    }
    toJSON() { return ObjectAssign({}, this); }
  }
  class PerformanceMark extends PerformanceEntry {
    constructor(name, options) {
      super(kInternal, `${name}`, 'mark', options?.startTime ?? EventLoop.readClock(), 0);
      this.detail = options?.detail ?? null;
    }
  }
  class PerformanceMeasure extends PerformanceEntry {}
  exposeInterface('PerformanceEntry', PerformanceEntry);
  exposeInterface('PerformanceMark', PerformanceMark);
  exposeInterface('PerformanceMeasure', PerformanceMeasure);

  const addEntry = (entry) => {
    if (entries.length >= ENTRIES_MAX) ArrayShift(entries);
    ArrayPush(entries, entry);
    for (let i = 0; i < observers.length; i++) observers[i].notice(entry);
    return entry;
  };
  const select = (name, type) => {
    const found = ArrayFilter(entries, (entry) => (name === undefined || entry.name === `${name}`) && (type === undefined || entry.entryType === `${type}`));
    return ArraySort(found, (a, b) => a.startTime - b.startTime);
  };
  const clear = (type, name) => {
    entries = ArrayFilter(entries, (entry) => entry.entryType !== type || (name !== undefined && entry.name !== `${name}`));
  };

  /** A mark's name or a time; User Timing § 3.1.4 "convert a mark to a timestamp". */
  const timeOf = (mark, fallback) => {
    if (mark === undefined) return fallback;
    if (typeof mark === 'number') return mark;
    for (let i = entries.length - 1; i >= 0; i--) {
      if (entries[i].entryType === 'mark' && entries[i].name === `${mark}`) return entries[i].startTime;
    }
    if (mark === 'navigationStart') return 0;
    return throwDOMException('SyntaxError', `Failed to execute 'measure' on 'Performance': The mark '${mark}' does not exist.`);
  };

  class PerformanceObserver {
    #callback;
    #types = [];
    #queue = [];
    constructor(callback) {
      if (typeof callback !== 'function') throw new TypeError("Failed to construct 'PerformanceObserver': parameter 1 is not of type 'Function'.");
      this.#callback = callback;
    }
    observe(options = {}) {
      this.#types = options.entryTypes ?? [options.type];
      if (!ArrayIncludes(observers, this)) ArrayPush(observers, this);
    }
    disconnect() {
      const index = ArrayIndexOf(observers, this);
      if (index >= 0) ArraySplice(observers, index, 1);
    }
    takeRecords() {
      const taken = this.#queue;
      this.#queue = [];
      return taken;
    }
    notice(entry) {
      if (!ArrayIncludes(this.#types, entry.entryType)) return;
      ArrayPush(this.#queue, entry);
      if (this.#queue.length > 1) return;
      EventLoop.queueTask(() => {
        const taken = this.takeRecords();
        const list = { getEntries: () => taken, getEntriesByType: (type) => ArrayFilter(taken, (each) => each.entryType === type),
          getEntriesByName: (name) => ArrayFilter(taken, (each) => each.name === name) };
        if (taken.length > 0) EventLoop.invoke(this.#callback, this, list, this);
      });
    }
    static get supportedEntryTypes() { return ['mark', 'measure']; }
  }
  exposeInterface('PerformanceObserver', PerformanceObserver);
  return {
    select, clear,
    mark: (name, options) => addEntry(new PerformanceMark(name, options)),
    measure(name, start, end) {
      const options = typeof start === 'object' && start !== null ? start : { start, end };
      let finish = timeOf(options.end, EventLoop.now());
      let begin = timeOf(options.start, 0);
      if (options.duration !== undefined) {
        if (options.start === undefined) begin = finish - options.duration;
        else finish = begin + options.duration;
      }
      const entry = new PerformanceMeasure(kInternal, `${name}`, 'measure', begin, finish - begin);
      entry.detail = options.detail ?? null;
      return addEntry(entry);
    },
  };
});

const PagePerformance = defineLazyGlobals(['Performance'], () => {
  const timing = { toJSON() { return ObjectAssign({}, this); } };
  const timingNames = ['navigationStart', 'fetchStart', 'responseStart', 'responseEnd', 'domLoading', 'domInteractive',
    'domContentLoadedEventStart', 'domContentLoadedEventEnd', 'domComplete', 'loadEventStart', 'loadEventEnd'];
  for (let i = 0; i < timingNames.length; i++) timing[timingNames[i]] = settings.startTime;
  const navigation = { type: 0, redirectCount: 0 };
  const memory = { jsHeapSizeLimit: 4294967296, totalJSHeapSize: 10_000_000, usedJSHeapSize: 10_000_000 };

  class Performance extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  defineMembers(Performance.prototype, {
    now() { return EventLoop.readClock(); },
    get timeOrigin() { return settings.startTime; },
    mark(name, options) {
      requireArguments('mark', 'Performance', arguments.length, 1);
      return PerformanceTimeline().mark(name, options);
    },
    measure(name, start, end) {
      requireArguments('measure', 'Performance', arguments.length, 1);
      return PerformanceTimeline().measure(name, start, end);
    },
    clearMarks(name) { PerformanceTimeline().clear('mark', name); },
    clearMeasures(name) { PerformanceTimeline().clear('measure', name); },
    clearResourceTimings() {},
    setResourceTimingBufferSize() {},
    getEntries() { return PerformanceTimeline().select(undefined, undefined); },
    getEntriesByType(type) { return PerformanceTimeline().select(undefined, type); },
    getEntriesByName(name, type) { return PerformanceTimeline().select(name, type); },
    get timing() { return timing; },
    get navigation() { return navigation; },
    get memory() { return memory; },
    toJSON() { return { timeOrigin: settings.startTime, timing, navigation }; },
  });
  exposeInterface('Performance', Performance);
  return new Performance(kInternal);
});
defineGlobalAccessor('performance', () => PagePerformance());
