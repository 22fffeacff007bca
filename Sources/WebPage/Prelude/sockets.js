// WebSocket and EventSource: connections fail as without a network, and are recorded.
defineLazyGlobals(['WebSocket', 'EventSource'], () => {
  const resolveSocketURL = (interfaceName, url) => {
    const resolved = Resources.resolve(url);
    if (resolved === null) throwDOMException('SyntaxError', `Failed to construct '${interfaceName}': The URL '${url}' is invalid.`);
    return resolved;
  };

  const socketStates = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };
  class WebSocket extends EventTarget {
    #url;
    #state = socketStates.CONNECTING;
    binaryType = 'blob';
    constructor(url) {
      requireArguments('WebSocket', 'Window', arguments.length, 1);
      super();
      this.#url = resolveSocketURL('WebSocket', url);
      Records.missing(`network ${this.#url}`);
      EventLoop.queueTask(() => this.#fail());
    }
    get url() { return this.#url; }
    get readyState() { return this.#state; }
    get bufferedAmount() { return 0; }
    get extensions() { return ''; }
    get protocol() { return ''; }
    send() {
      if (this.#state === socketStates.CONNECTING) {
        throwDOMException('InvalidStateError', "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.");
      }
    }
    close() { if (this.#state !== socketStates.CLOSED) this.#state = socketStates.CLOSING; }
    #fail() {
      this.#state = socketStates.CLOSED;
      fireEvent(this, 'error');
      dispatchTrusted(this, new (CloseEvent())('close', { wasClean: false, code: 1006, reason: '' }));
    }
  }
  defineMembers(WebSocket, socketStates);
  defineMembers(WebSocket.prototype, socketStates);
  defineEventHandlers(WebSocket.prototype, ['open', 'message', 'error', 'close']);
  exposeInterface('WebSocket', WebSocket);

  const sourceStates = { CONNECTING: 0, OPEN: 1, CLOSED: 2 };
  class EventSource extends EventTarget {
    #url;
    #state = sourceStates.CONNECTING;
    constructor(url) {
      super();
      this.#url = resolveSocketURL('EventSource', url);
      Records.missing(`network ${this.#url}`);
      EventLoop.queueTask(() => {
        if (this.#state === sourceStates.CONNECTING) fireEvent(this, 'error');
      });
    }
    get url() { return this.#url; }
    get readyState() { return this.#state; }
    get withCredentials() { return false; }
    close() { this.#state = sourceStates.CLOSED; }
  }
  defineMembers(EventSource, sourceStates);
  defineMembers(EventSource.prototype, sourceStates);
  defineEventHandlers(EventSource.prototype, ['open', 'message', 'error']);
  exposeInterface('EventSource', EventSource);
});
