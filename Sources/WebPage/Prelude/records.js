// What the page did that the host wants to know: errors, console output, dialogs, features it asked for in vain.

/**
 * The page's record book. The host empties it with `drain()`. It is bounded for the whole run, per kind, so that a game
 * that logs every frame neither fills the memory nor hides a later error; what was left out is counted.
 */
const Records = (() => {
  const RECORDS_MAX = 1000;
  const TEXT_MAX = 10_000;

  let records = [];
  const countByKind = { __proto__: null };
  const omittedByKind = { __proto__: null };
  const missingNames = new SafeSet();
  let soundCount = 0;
  let soundTime = 0;
  let announcing = false;
  /** Who takes exceptions in the place of the window, if anybody does. */
  let diverted = null;
  let announceException = null;
  let announceRejection = null;

  /** Cut to the limit, and without lone surrogates, which a strict JSON reader refuses. */
  const bounded = (text) => StringToWellFormed(text.length > TEXT_MAX ? `${StringSlice(text, 0, TEXT_MAX)}…` : text);

  const add = (kind, record) => {
    const count = countByKind[kind] ?? 0;
    if (count >= RECORDS_MAX) {
      omittedByKind[kind] = (omittedByKind[kind] ?? 0) + 1;
      return;
    }
    countByKind[kind] = count + 1;
    ArrayPush(records, record);
    LookSigns.noteStamp();
  };

  /** A property of a value that the page made: its getter may throw or answer anything. */
  const readText = (value, name, fallback) => {
    try {
      const found = value[name];
      return found === undefined ? fallback : bounded(String(found));
    } catch {
      return fallback;
    }
  };
  const readNumber = (value, name) => {
    try {
      const found = value[name];
      return typeof found === 'number' && found >= 0 && found < 0x80000000 ? MathTrunc(found) : 0;
    } catch {
      return 0;
    }
  };

  /** The parts of a thrown value; anything can be thrown, so only an object with a stack counts as an error. */
  const describe = (kind, value) => {
    const record = {
      __proto__: null, kind, time: EventLoop.now(), name: '', message: '', line: 0, column: 0, source: '', stack: '',
    };
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
      record.name = readText(value, 'name', 'Error');
      record.message = readText(value, 'message', '');
      record.line = readNumber(value, 'line');
      record.column = readNumber(value, 'column');
      record.source = readText(value, 'sourceURL', '');
      record.stack = readText(value, 'stack', '');
    } else {
      record.message = typeof value === 'symbol' ? 'Symbol()' : bounded(String(value));
    }
    return record;
  };

  /** Notes the name that an uncaught error stopped at, if it is one that Chromium has. */
  const noteLack = (record) => {
    const lack = MissingNames.inMessage(record.name, record.message);
    if (lack !== '') missing(`interface ${lack}`);
  };

  /**
   * "Report the exception" (HTML § 8.1.4.6): the window's error event first, then the record, whether or not a handler
   * prevented the default. An exception thrown while the event is being handled is recorded and fires no further event.
   * `line` and `column` are given where the host knows the place better than the value does.
   */
  const exception = (value, line, column, isParseError) => {
    if (diverted !== null) {
      diverted(value);
      return;
    }
    const record = describe('error', value);
    if (isParseError) record.isParseError = true;
    if (line > 0) {
      record.line = line;
      record.column = column ?? 0;
    }
    add('error', record);
    noteLack(record);
    if (announcing || announceException === null) return;
    announcing = true;
    try {
      announceException(value, record);
    } finally {
      announcing = false;
    }
  };

  /** A promise rejected without a handler; `promise` goes into the unhandledrejection event. */
  const rejection = (value, promise) => {
    const record = describe('rejection', value);
    add('rejection', record);
    noteLack(record);
    if (announceRejection !== null) announceRejection(value, promise);
  };

  const addConsole = (level, text) => {
    add('console', { __proto__: null, kind: 'console', time: EventLoop.now(), level, text: bounded(text) });
  };

  /** Notes, once a name, a feature that a browser has and this page doesn't. */
  const missing = (name) => {
    const text = bounded(String(name));
    if (missingNames.has(text) || missingNames.size >= RECORDS_MAX) return;
    missingNames.add(text);
    add('missing', { __proto__: null, kind: 'missing', time: EventLoop.now(), name: text });
  };

  const dialog = (dialogKind, text) => {
    add('dialog', { __proto__: null, kind: 'dialog', time: EventLoop.now(), dialog: dialogKind, text: bounded(text) });
  };

  /** The page asked to leave or to load itself again: 'reload' or an address. */
  const navigation = (target) => {
    add('navigation', { __proto__: null, kind: 'navigation', time: EventLoop.now(), target: bounded(String(target)) });
  };

  /** Counts a sound that was started; the count since the last drain becomes one record. */
  const sound = () => {
    if (soundCount === 0) soundTime = EventLoop.now();
    soundCount += 1;
  };

  const addTotals = () => {
    if (soundCount > 0) {
      ArrayPush(records, { __proto__: null, kind: 'sound', time: soundTime, count: soundCount });
      soundCount = 0;
    }
    for (const kind in omittedByKind) {
      if (omittedByKind[kind] === 0) continue;
      ArrayPush(records, { __proto__: null, kind: 'omitted', time: EventLoop.now(), of: kind, count: omittedByKind[kind] });
      omittedByKind[kind] = 0;
    }
  };

  /** JSON text of all that was recorded since the last call, in order; totals of sounds and of left-out records last. */
  const drain = () => {
    addTotals();
    if (records.length === 0) return '[]';
    // Without a prototype, so that a page's Array.prototype.toJSON has no say.
    const text = JSONStringify(ObjectSetPrototypeOf(records, null));
    records = [];
    return text;
  };

  return {
    exception, rejection, console: addConsole, missing, dialog, navigation, sound, drain,
    /** How many records wait for the next `drain`, but for the totals that it adds. */
    count: () => records.length,
    /** Does something during which exceptions are for `take`, as a worker's are. */
    divert(take, action) {
      const outer = diverted;
      const own = (value) => {
        diverted = outer;
        take(value);
        diverted = own;
      };
      diverted = own;
      try {
        action();
      } finally {
        diverted = outer;
      }
    },
    /** Sets what fires the window's error event: `(value, record) => void`. */
    onException(announce) { announceException = announce; },
    /** Sets what fires the window's unhandledrejection event: `(reason, promise) => void`. */
    onRejection(announce) { announceRejection = announce; },
  };
})();
