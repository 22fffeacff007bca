// requestIdleCallback (W3C "Cooperative Scheduling of Background Tasks"): callbacks run after a frame, one a step.
{
  const IDLE_MS_MAX = 50;
  let pending = [];
  let running = [];
  let lastId = 0;
  let deadlineTime = 0;

  const IdleDeadlines = defineLazyGlobals(['IdleDeadline'], () => {
    class IdleDeadline {
      #didTimeout;
      constructor(token, didTimeout) {
        refuseConstruction(token);
        this.#didTimeout = didTimeout;
      }
      get didTimeout() { return this.#didTimeout; }
      timeRemaining() { return this.#didTimeout ? 0 : MathMax(0, deadlineTime - EventLoop.readClock()); }
    }
    exposeInterface('IdleDeadline', IdleDeadline);
    return { inTime: new IdleDeadline(kInternal, false), late: new IdleDeadline(kInternal, true) };
  });

  const take = (request) => {
    request.done = true;
    if (request.timeout !== null) EventLoop.cancelTask(request.timeout);
    return request.callback;
  };

  /** An idle period ends with the next frame if one was asked for, otherwise after 50 ms. */
  const runOne = () => {
    if (running.length === 0) {
      if (pending.length === 0) return false;
      running = pending;
      pending = [];
    }
    const request = ArrayShift(running);
    const end = EventLoop.frameTimestamp() + IDLE_MS_MAX;
    deadlineTime = EventLoop.hasFrameRequests() ? MathMin(end, EventLoop.nextFrameTime()) : end;
    if (!request.done) EventLoop.invoke(take(request), undefined, IdleDeadlines().inTime);
    return running.length > 0;
  };
  EventLoop.afterFrameCallbacks(runOne, () => running.length > 0 || pending.length > 0);

  const cancelIn = (list, id) => {
    for (let i = 0; i < list.length; i++) if (list[i].id === id && !list[i].done) take(list[i]);
  };

  defineGlobalMethods({
    requestIdleCallback(callback, options) {
      if (typeof callback !== 'function') {
        throw argumentError('requestIdleCallback', 'Window', "parameter 1 is not of type 'Function'.");
      }
      lastId += 1;
      const request = { id: lastId, callback, done: false, timeout: null };
      const timeout = options?.timeout | 0;
      if (timeout > 0) {
        request.timeout = EventLoop.queueTaskAfter(timeout, () => {
          if (!request.done) EventLoop.invoke(take(request), undefined, IdleDeadlines().late);
        });
      }
      ArrayPush(pending, request);
      return lastId;
    },
    cancelIdleCallback(id) {
      cancelIn(pending, id | 0);
      cancelIn(running, id | 0);
    },
  });
}
