// Stand-ins, in a real browser, for what `records.js` and the host give the prelude's files: what happens is noted for
// the digest and shown by the browser as ever.

const { DOMException: NativeDOMException } = globalThis;
const DOMException = () => NativeDOMException;
const throwDOMException = (name, message) => { throw new (DOMException())(message, name); };
const ArrayBufferIsView = ArrayBuffer.isView;

const nativeReportError = globalThis.reportError;
const nativeConsole = globalThis.console;
const host = { evaluate: (0, eval) };

const Records = (() => {
  const RECORDS_MAX = 1000;
  const records = [];
  const add = (kind, text, name = '') => {
    if (records.length < RECORDS_MAX) ArrayPush(records, { __proto__: null, kind, time: EventLoop.now(), name, text });
  };
  /** What was thrown is of any kind: only an object has a name. */
  const addThrown = (kind, value) => {
    const isObject = typeof value === 'object' && value !== null;
    add(kind, isObject ? `${value.message}` : `${String(value)}`, isObject ? `${value.name}` : '');
  };
  globalThis.addEventListener('error', (event) => { if (event.target === globalThis) addThrown('error', event.error ?? event.message); });
  globalThis.addEventListener('unhandledrejection', (event) => addThrown('rejection', event.reason));

  return {
    /** The browser reports it, and the listener above notes it. */
    exception(value) { nativeReportError(value); },
    console(level, text) { add('console', text, level); },
    dialog(kind, text) { add('dialog', text, kind); },
    missing() {},
    all: () => records,
  };
})();
