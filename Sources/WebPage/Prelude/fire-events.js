// Events that the browser itself fires (DOM § 2.10 "fire an event").

/** Dispatches a trusted event now; false if a listener cancelled it. */
const dispatchTrusted = (target, event) => {
  event[kTrusted] = true;
  return dispatchNow(target, event);
};
/** `fireEvent` in a task of its own. */
const queueFire = (target, type) => { EventLoop.queueTask(() => { fireEvent(target, type); }); };

{
  /** The error event, with the place that the record has. */
  const announce = (value, record) => {
    const prefix = record.name === '' ? 'Uncaught ' : `Uncaught ${record.name}: `;
    dispatchTrusted(globalThis, new (ErrorEvent())('error', {
      cancelable: true, message: prefix + record.message, filename: record.source, lineno: record.line, colno: record.column, error: value,
    }));
  };
  Records.onException(announce);
  Records.onRejection((reason, promise) => {
    EventLoop.queueTask(() => {
      dispatchTrusted(globalThis, new (PromiseRejectionEvent())('unhandledrejection', { cancelable: true, promise, reason }));
    });
  });
}
