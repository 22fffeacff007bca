// Timers, animation frames and microtasks on the global object (HTML § 8.6 to § 8.11).
{
  const NO_ARGUMENTS = ObjectFreeze([]);
  const handlerOf = (handler) => (typeof handler === 'function' ? handler : String(handler));
  const requireFunction = (method, callback) => {
    if (typeof callback !== 'function') throw argumentError(method, 'Window', "parameter 1 is not of type 'Function'.");
  };
  const restOf = (all) => (all.length > 2 ? ArraySlice(all, 2) : NO_ARGUMENTS);
  const nativeQueueMicrotask = globalThis.queueMicrotask;

  defineGlobalMethods({
    setTimeout(handler) {
      requireArguments('setTimeout', 'Window', arguments.length, 1);
      return EventLoop.setTimer(handlerOf(handler), arguments[1], restOf(arguments), false);
    },
    setInterval(handler) {
      requireArguments('setInterval', 'Window', arguments.length, 1);
      return EventLoop.setTimer(handlerOf(handler), arguments[1], restOf(arguments), true);
    },
    clearTimeout(id) { EventLoop.clearTimer(id | 0); },
    clearInterval(id) { EventLoop.clearTimer(id | 0); },
    requestAnimationFrame(callback) {
      requireFunction('requestAnimationFrame', callback);
      return EventLoop.requestFrame(callback);
    },
    cancelAnimationFrame(id) { EventLoop.cancelFrame(id | 0); },
    queueMicrotask(callback) {
      requireFunction('queueMicrotask', callback);
      const run = () => { EventLoop.invoke(callback, undefined); };
      if (nativeQueueMicrotask !== undefined) nativeQueueMicrotask(run);
      else PromiseThen(PromiseResolve(undefined), run);
    },
    webkitRequestAnimationFrame(callback) {
      requireFunction('webkitRequestAnimationFrame', callback);
      return EventLoop.requestFrame(callback);
    },
    webkitCancelAnimationFrame(id) { EventLoop.cancelFrame(id | 0); },
  });
}
