// AbortController and AbortSignal (DOM § 3).

const kAborted = Symbol('aborted');
const kReason = Symbol('reason');
const kDependents = Symbol('dependentSignals');

/** "Signal abort": sets the reason on the signal and on those that depend on it, then fires their events. */
const signalAbort = (signal, reason) => {
  if (signal[kAborted]) return;
  signal[kAborted] = true;
  signal[kReason] = reason === undefined ? new (DOMException())('signal is aborted without reason', 'AbortError') : reason;
  fireEvent(signal, 'abort');
  const dependents = signal[kDependents];
  for (let i = 0; i < dependents.length; i++) signalAbort(dependents[i], signal[kReason]);
};

const Aborting = defineLazyGlobals(['AbortSignal', 'AbortController'], () => {
  class AbortSignal extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
      this[kAborted] = false;
      this[kReason] = undefined;
      this[kDependents] = [];
    }
    get aborted() { return this[kAborted]; }
    get reason() { return this[kReason]; }
    throwIfAborted() { if (this[kAborted]) throw this[kReason]; }
    static abort(reason) {
      const signal = new AbortSignal(kInternal);
      signalAbort(signal, reason);
      return signal;
    }
    static timeout(milliseconds) {
      const signal = new AbortSignal(kInternal);
      EventLoop.queueTaskAfter(+milliseconds || 0, () => signalAbort(signal, new (DOMException())('signal timed out', 'TimeoutError')));
      return signal;
    }
    static any(signals) {
      const sources = arrayFromIterable(signals);
      const result = new AbortSignal(kInternal);
      for (let i = 0; i < sources.length; i++) {
        if (sources[i].aborted) {
          signalAbort(result, sources[i].reason);
          return result;
        }
      }
      for (let i = 0; i < sources.length; i++) ArrayPush(sources[i][kDependents], result);
      return result;
    }
  }
  defineEventHandlers(AbortSignal.prototype, ['abort']);
  exposeInterface('AbortSignal', AbortSignal);

  class AbortController {
    #signal = new AbortSignal(kInternal);
    get signal() { return this.#signal; }
    abort(reason) { signalAbort(this.#signal, reason); }
  }
  exposeInterface('AbortController', AbortController);
  return { AbortController };
});
