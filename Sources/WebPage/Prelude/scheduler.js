// Prioritized Task Scheduling: scheduler.postTask and scheduler.yield. All priorities share one queue.
defineLazyGlobals(['scheduler', 'Scheduler'], () => {
  class Scheduler {
    constructor(token) { refuseConstruction(token); }
  }
  defineMembers(Scheduler.prototype, {
    postTask(callback, options = {}) {
      return new Promise((resolve, reject) => {
        if (typeof callback !== 'function') throw argumentError('postTask', 'Scheduler', "parameter 1 is not of type 'Function'.");
        const { signal } = options;
        if (signal?.aborted) throw signal.reason;
        const run = () => {
          if (signal?.aborted) {
            reject(signal.reason);
            return;
          }
          try {
            resolve(callback());
          } catch (error) {
            reject(error);
          }
        };
        if (options.delay > 0) EventLoop.queueTaskAfter(+options.delay, run);
        else EventLoop.queueTask(run);
      });
    },
    yield() { return new Promise((resolve) => { EventLoop.queueTask(() => resolve(undefined)); }); },
  });
  exposeInterface('Scheduler', Scheduler);
  const scheduler = new Scheduler(kInternal);
  defineGlobalAccessor('scheduler', () => scheduler);
});
