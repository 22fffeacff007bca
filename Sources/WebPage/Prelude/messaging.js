// MessageChannel, MessagePort, BroadcastChannel (HTML § 9.4, § 9.5) and window.postMessage. Each message is a task.

const kMessageState = Symbol('messageState');

/** The ports that travel with a message. */
const portsAmong = (transfer) => ObjectFreeze(ArrayFilter(transfer, (item) => item instanceof Messaging().MessagePort));
const makeMessageEvent = (data, transfer, origin, source) => new (MessageEvent())('message', { data, origin, source, ports: portsAmong(transfer) });

/** Delivers one queued message in a task of its own. */
const scheduleDelivery = (port) => {
  EventLoop.queueTask(() => {
    const state = port[kMessageState];
    if (!state.started || state.closed || state.queue.length === 0) return;
    const message = ArrayShift(state.queue);
    dispatchTrusted(port, makeMessageEvent(message.data, message.transfer, '', null));
  });
};
const startPort = (port) => {
  const state = port[kMessageState];
  if (state.started || state.closed) return;
  state.started = true;
  for (let i = 0; i < state.queue.length; i++) scheduleDelivery(port);
};

const Messaging = defineLazyGlobals(['MessagePort', 'MessageChannel', 'BroadcastChannel'], () => {
  class MessagePort extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
      this[kMessageState] = { peer: null, started: false, closed: false, queue: [] };
    }
  }
  defineMembers(MessagePort.prototype, {
    postMessage(message, options) {
      requireArguments('postMessage', 'MessagePort', arguments.length, 1);
      const transfer = transferListOf(options);
      const data = structuredCloneOf(message, transfer, "'postMessage' on 'MessagePort'");
      const { peer } = this[kMessageState];
      if (peer === null || peer[kMessageState].closed) return;
      ArrayPush(peer[kMessageState].queue, { data, transfer });
      if (peer[kMessageState].started) scheduleDelivery(peer);
    },
    start() { startPort(this); },
    close() {
      const state = this[kMessageState];
      state.closed = true;
      if (state.peer !== null) state.peer[kMessageState].closed = true;
    },
    get onmessage() { return getEventHandler(this, 'message'); },
    set onmessage(handler) {
      setEventHandler(this, 'message', handler);
      startPort(this);
    },
  });
  defineEventHandlers(MessagePort.prototype, ['messageerror', 'close']);
  exposeInterface('MessagePort', MessagePort);
  // Both sides live in this context: a port that travels stays the same object.
  ArrayPush(TransferableClasses, { Class: MessagePort, receive: (port) => port, detach() {} });

  /** Two ports, each the other's peer. */
  const makePortPair = () => {
    const first = new MessagePort(kInternal);
    const second = new MessagePort(kInternal);
    first[kMessageState].peer = second;
    second[kMessageState].peer = first;
    return { first, second };
  };

  class MessageChannel {
    #ports = makePortPair();
    get port1() { return this.#ports.first; }
    get port2() { return this.#ports.second; }
  }
  exposeInterface('MessageChannel', MessageChannel);

  let channels = [];
  class BroadcastChannel extends EventTarget {
    #name;
    #closed = false;
    constructor(name) {
      if (arguments.length === 0) throw new TypeError("Failed to construct 'BroadcastChannel': 1 argument required, but only 0 present.");
      super();
      this.#name = `${name}`;
      ArrayPush(channels, this);
    }
    get name() { return this.#name; }
    postMessage(message) {
      if (this.#closed) throwDOMException('InvalidStateError', "Failed to execute 'postMessage' on 'BroadcastChannel': Channel is closed");
      for (let i = 0; i < channels.length; i++) {
        const channel = channels[i];
        if (channel === this || channel.#name !== this.#name) continue;
        const data = structuredCloneOf(message, noChildren, "'postMessage' on 'BroadcastChannel'");
        EventLoop.queueTask(() => {
          if (!channel.#closed) dispatchTrusted(channel, makeMessageEvent(data, [], 'null', null));
        });
      }
    }
    close() {
      this.#closed = true;
      channels = ArrayFilter(channels, (channel) => channel !== this);
    }
  }
  defineEventHandlers(BroadcastChannel.prototype, ['message', 'messageerror']);
  exposeInterface('BroadcastChannel', BroadcastChannel);
  return { MessagePort, makePortPair };
});

defineGlobalMethods({
  postMessage(message, targetOrigin, transferOption) {
    requireArguments('postMessage', 'Window', arguments.length, 1);
    const options = typeof targetOrigin === 'object' && targetOrigin !== null ? targetOrigin : transferOption;
    const transfer = transferListOf(options);
    const data = structuredCloneOf(message, transfer, "'postMessage' on 'Window'");
    EventLoop.queueTask(() => { dispatchTrusted(globalThis, makeMessageEvent(data, transfer, 'null', globalThis)); });
  },
});
