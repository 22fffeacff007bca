// EventTarget (DOM § 2.7): listener lists. A list is never changed in place, so that a running dispatch may keep
// walking the one it began with; a removed listener is marked instead.

const kListeners = Symbol('listeners');
/** The types of all listeners ever added, each with its count: what the host asks to learn what a page listens to. */
const ListenerCounts = new SafeMap();
const isListenedFor = (type) => (ListenerCounts.get(type) ?? 0) > 0;

class EventListenerRecord {
  constructor(type, callback, capture, once, passive) {
    this.type = type;
    this.callback = callback;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
    this.removed = false;
    /** True for the listener behind an `on…` handler, whose return value matters. */
    this.isHandler = false;
  }
}

const listenerListOf = (target, type) => {
  const lists = target[kListeners];
  return lists === undefined ? undefined : lists.get(type);
};

const appendListener = (target, record) => {
  let lists = target[kListeners];
  if (lists === undefined) {
    lists = new SafeMap();
    ObjectDefineProperty(target, kListeners, { value: lists });
  }
  const list = lists.get(record.type);
  lists.set(record.type, list === undefined ? [record] : ArrayConcat(list, record));
  ListenerCounts.set(record.type, (ListenerCounts.get(record.type) ?? 0) + 1);
};

const removeListenerRecord = (target, record) => {
  if (record.removed) return;
  record.removed = true;
  const list = listenerListOf(target, record.type);
  const rest = [];
  for (let i = 0; i < list.length; i++) if (list[i] !== record) ArrayPush(rest, list[i]);
  if (rest.length === 0) target[kListeners].delete(record.type);
  else target[kListeners].set(record.type, rest);
  ListenerCounts.set(record.type, ListenerCounts.get(record.type) - 1);
};

/** The last entry of the `globalThis`-level methods: called bare, `this` is undefined and means the window. */
const thisOrWindow = (receiver) => (receiver === undefined || receiver === null ? globalThis : receiver);

/** Touch and wheel listeners of the window, document, root and body are passive by default (DOM § 2.7 "default passive value"). */
const isPassiveByDefault = (type, target) => {
  if (type !== 'touchstart' && type !== 'touchmove' && type !== 'wheel' && type !== 'mousewheel') return false;
  if (target === globalThis) return true;
  const { document } = DocumentState;
  return target === document || (document !== null && (target === document.documentElement || target === document.body));
};

class EventTarget {
  addEventListener(type, callback, options = undefined) {
    if (arguments.length < 2) throw new TypeError(`Failed to execute 'addEventListener' on 'EventTarget': 2 arguments required, but only ${arguments.length} present.`);
    const target = thisOrWindow(this);
    type = `${type}`;
    let capture = false;
    let once = false;
    let passive;
    let signal;
    if (typeof options === 'object' && options !== null || typeof options === 'function') {
      capture = Boolean(options.capture);
      once = Boolean(options.once);
      if (options.passive !== undefined) passive = Boolean(options.passive);
      signal = options.signal;
      if (signal !== undefined && !(signal instanceof EventTarget)) {
        throw new TypeError("Failed to execute 'addEventListener' on 'EventTarget': Failed to read the 'signal' property from 'AddEventListenerOptions': Failed to convert value to 'AbortSignal'.");
      }
    } else {
      capture = Boolean(options);
    }
    if (callback === null || callback === undefined) return;
    if (typeof callback !== 'function' && typeof callback !== 'object') {
      throw new TypeError("Failed to execute 'addEventListener' on 'EventTarget': parameter 2 is not of type 'Object'.");
    }
    if (signal !== undefined && signal.aborted) return;
    const list = listenerListOf(target, type);
    if (list !== undefined) {
      for (let i = 0; i < list.length; i++) {
        if (list[i].callback === callback && list[i].capture === capture && !list[i].isHandler) return;
      }
    }
    const record = new EventListenerRecord(type, callback, capture, once, passive ?? isPassiveByDefault(type, target));
    appendListener(target, record);
    if (signal !== undefined) {
      appendListener(signal, new EventListenerRecord('abort', () => removeListenerRecord(target, record), false, true, false));
    }
  }

  removeEventListener(type, callback, options) {
    const target = thisOrWindow(this);
    const list = listenerListOf(target, `${type}`);
    const capture = typeof options === 'object' && options !== null ? Boolean(options.capture) : Boolean(options);
    for (let i = 0; list !== undefined && i < list.length; i++) {
      const record = list[i];
      if (record.callback === callback && record.capture === capture && !record.isHandler) {
        removeListenerRecord(target, record);
        return;
      }
    }
  }

  dispatchEvent(event) {
    if (!(event instanceof Event)) {
      throw new TypeError("Failed to execute 'dispatchEvent' on 'EventTarget': parameter 1 is not of type 'Event'.");
    }
    if (event[kDispatching] || !event[kInitialized]) throwDOMException('InvalidStateError', 'The event is already being dispatched.');
    event[kTrusted] = false;
    return dispatchNow(thisOrWindow(this), event);
  }
}
defineMembers(EventTarget.prototype, {
  addEventListener: EventTarget.prototype.addEventListener,
  removeEventListener: EventTarget.prototype.removeEventListener,
  dispatchEvent: EventTarget.prototype.dispatchEvent,
});
exposeInterface('EventTarget', EventTarget);
