// Web Workers (HTML § 10.2). A worker's script runs in a function of its own inside this context, on the same clock, with
// its own `self`: what it declares and what it is sent stays apart, as its messages are cloned both ways.
defineLazyGlobals(['Worker', 'SharedWorker'], () => {
  const NativeFunctionConstructor = Function;
  const hiddenFromWorkers = ['window', 'document', 'parent', 'top', 'frames', 'opener', 'alert', 'confirm', 'prompt', 'localStorage',
    'sessionStorage', 'history', 'screen', 'HTMLElement', 'Image', 'Audio', 'AudioContext', 'webkitAudioContext'];

  class WorkerGlobalScope extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  ObjectDefineProperty(WorkerGlobalScope.prototype, SymbolToStringTag, { value: 'WorkerGlobalScope', configurable: true });
  class DedicatedWorkerGlobalScope extends WorkerGlobalScope {}
  ObjectDefineProperty(DedicatedWorkerGlobalScope.prototype, SymbolToStringTag, { value: 'DedicatedWorkerGlobalScope', configurable: true });
  defineEventHandlers(DedicatedWorkerGlobalScope.prototype, ['message', 'messageerror', 'error', 'unhandledrejection'], (scope) => scope);

  /** What escapes a worker's callback is told to its `Worker` object first, after what the worker has sent before. */
  const fail = (state, error) => {
    const event = new (ErrorEvent())('error', { message: `Uncaught ${error}`, filename: state.url, lineno: error?.line || 1, error, cancelable: true });
    EventLoop.queueTask(() => {
      if (!state.terminated && dispatchTrusted(state.worker, event)) Records.exception(error);
    });
  };
  const guarded = (state, callback) => (typeof callback !== 'function' ? callback : (...args) => {
    try {
      return ReflectApply(callback, state.scope, args);
    } catch (error) {
      return fail(state, error);
    }
  });

  /** Timers that end with the worker. */
  const timerMembers = (state) => {
    const track = (id) => {
      ArrayPush(state.timers, id);
      return id;
    };
    return {
      setTimeout: (handler, delay, ...args) => track(EventLoop.setTimer(guarded(state, handler), delay, args, false)),
      setInterval: (handler, delay, ...args) => track(EventLoop.setTimer(guarded(state, handler), delay, args, true)),
      clearTimeout: (id) => EventLoop.clearTimer(id | 0),
      clearInterval: (id) => EventLoop.clearTimer(id | 0),
    };
  };

  const close = (state) => {
    state.closed = true;
    for (let i = 0; i < state.timers.length; i++) EventLoop.clearTimer(state.timers[i]);
  };

  /** The text of scripts that the worker imports by literal addresses goes first, so that it shares the worker's scope. */
  const withImports = (source, baseURL) => {
    let text = '';
    const calls = /importScripts\s*\(([^)]*)\)/g;
    for (let call = RegExpExec(calls, source); call !== null; call = RegExpExec(calls, source)) {
      const strings = /(['"`])([^'"`]+)\1/g;
      for (let name = RegExpExec(strings, call[1]); name !== null; name = RegExpExec(strings, call[1])) {
        const record = URLParser().parse(name[2], URLParser().parse(StringStartsWith(baseURL, 'blob:') ? PageLocation.href() : baseURL));
        const imported = record === null ? null : Resources.readText(URLParser().serialize(record));
        if (imported !== null) text += `${imported}\n;`;
      }
    }
    return text + source;
  };

  /** `self.location`: the parts of the script's address. */
  const locationOf = (address) => {
    const url = new (URLs().URL)(address);
    const location = { toString: () => address };
    const parts = ['href', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'];
    for (let i = 0; i < parts.length; i++) location[parts[i]] = url[parts[i]];
    return location;
  };

  const makeScope = (state) => {
    const scope = new DedicatedWorkerGlobalScope(kInternal);
    const members = {
      self: scope, globalThis: scope, WorkerGlobalScope, DedicatedWorkerGlobalScope, name: state.name, close: () => close(state), importScripts() {},
      location: locationOf(state.url),
      postMessage(message, options) {
        const transfer = transferListOf(options);
        const data = structuredCloneOf(message, transfer, "'postMessage' on 'DedicatedWorkerGlobalScope'");
        EventLoop.queueTask(() => {
          if (!state.terminated) dispatchTrusted(state.worker, makeMessageEvent(data, transfer, '', null));
        });
      },
      ...timerMembers(state),
    };
    for (let i = 0; i < hiddenFromWorkers.length; i++) members[hiddenFromWorkers[i]] = undefined;
    // Listed as own so that the `with` around the script finds them before the window's.
    const inherited = ['addEventListener', 'removeEventListener', 'dispatchEvent'];
    for (let i = 0; i < inherited.length; i++) {
      const method = EventTarget.prototype[inherited[i]];
      members[inherited[i]] = (...args) => ReflectApply(method, scope, args);
    }
    return ObjectAssign(scope, members);
  };

  const run = (state) => {
    const source = Resources.readText(state.url);
    if (source === null) {
      fireEvent(state.worker, 'error');
      return;
    }
    if (RegExpTest(/^\s*(?:import\s*[\w{*'"]|export\s)/m, source)) Records.missing('modules in workers');
    try {
      const body = `with (self) { return function () {${withImports(source, state.url)}\n}; }`;
      const script = ReflectApply(NativeFunctionConstructor('self', body), undefined, [state.scope]);
      ReflectApply(script, state.scope, []);
    } catch (error) {
      fail(state, error);
    }
    state.started = true;
    for (let i = 0; i < state.queue.length; i++) deliver(state, state.queue[i]);
    state.queue.length = 0;
  };
  const deliver = (state, message) => {
    EventLoop.queueTask(() => {
      if (state.closed) return;
      Records.divert((error) => fail(state, error), () => dispatchTrusted(state.scope, makeMessageEvent(message.data, message.transfer, '', null)));
    });
  };

  class Worker extends EventTarget {
    #state;
    constructor(url, options = undefined) {
      requireArguments('Worker', 'Window', arguments.length, 1);
      super();
      const resolved = Resources.resolve(url);
      if (resolved === null) throwDOMException('SyntaxError', `Failed to construct 'Worker': '${url}' is not a valid URL.`);
      const state = {
        worker: this, url: resolved, name: `${options?.name ?? ''}`, scope: null, started: false, closed: false, terminated: false, queue: [], timers: [],
      };
      state.scope = makeScope(state);
      this.#state = state;
      EventLoop.queueTask(() => { if (!state.closed) run(state); });
    }
    postMessage(message, options) {
      requireArguments('postMessage', 'Worker', arguments.length, 1);
      const transfer = transferListOf(options);
      const item = { data: structuredCloneOf(message, transfer, "'postMessage' on 'Worker'"), transfer };
      if (this.#state.started) deliver(this.#state, item);
      else ArrayPush(this.#state.queue, item);
    }
    terminate() {
      this.#state.terminated = true;
      close(this.#state);
    }
  }
  defineEventHandlers(Worker.prototype, ['message', 'messageerror', 'error']);
  exposeInterface('Worker', Worker);

  class SharedWorker extends EventTarget {
    #port = Messaging().makePortPair().first;
    constructor() {
      super();
      Records.missing('SharedWorker');
      queueFire(this, 'error');
    }
    get port() { return this.#port; }
  }
  defineEventHandlers(SharedWorker.prototype, ['error']);
  exposeInterface('SharedWorker', SharedWorker);
});
