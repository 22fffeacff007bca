// MutationObserver (DOM § 4.3): delivered in a microtask.

/** On a node, what observes it; on an observer, the nodes that it observes. */
const kRegistrations = Symbol('registrations');

const MutationObservers = (() => {
  const kQueue = Symbol('queue');
  const kCallback = Symbol('callback');
  const pending = new SafeSet();
  let scheduled = false;

  class MutationRecord {}
  exposeInterface('MutationRecord', MutationRecord);
  const makeRecord = (type, target, attributeName, oldValue, added, removed, previousSibling, nextSibling) => {
    const record = new MutationRecord();
    record.type = type;
    record.target = target;
    record.addedNodes = staticNodeList(added);
    record.removedNodes = staticNodeList(removed);
    record.previousSibling = previousSibling;
    record.nextSibling = nextSibling;
    record.attributeName = attributeName;
    record.attributeNamespace = null;
    record.oldValue = oldValue;
    return record;
  };

  const wants = (options, type, name) => {
    if (type === 'childList') return options.childList;
    if (type === 'characterData') return options.characterData;
    return options.attributes && (options.attributeFilter === null || ArrayIncludes(options.attributeFilter, name));
  };
  const wantsOld = (options, type) => (type === 'attributes' ? options.attributeOldValue : type === 'characterData' && options.characterDataOldValue);

  const record = (type, target, name, oldValue, added, removed, previous, next) => {
    let interested = null;
    for (let at = target; at !== null; at = at[kParent]) {
      const registrations = at[kRegistrations];
      for (let i = 0; registrations !== undefined && i < registrations.length; i++) {
        const { observer, options } = registrations[i];
        if ((at !== target && !options.subtree) || !wants(options, type, name)) continue;
        if (interested === null) interested = new SafeMap();
        interested.set(observer, interested.get(observer) || wantsOld(options, type));
      }
    }
    if (interested === null) return;
    interested.forEach((withOld, observer) => {
      ArrayPush(observer[kQueue], makeRecord(type, target, name, withOld ? oldValue : null, added, removed, previous, next));
      pending.add(observer);
    });
    if (pending.size > 0 && !scheduled) {
      scheduled = true;
      PromiseThen(PromiseResolve(), deliver);
    }
  };
  const deliver = () => {
    scheduled = false;
    const observers = [];
    pending.forEach((observer) => ArrayPush(observers, observer));
    pending.clear();
    for (let i = 0; i < observers.length; i++) {
      const records = observers[i].takeRecords();
      if (records.length > 0) EventLoop.invoke(observers[i][kCallback], observers[i], records, observers[i]);
    }
  };

  class MutationObserver {
    constructor(callback) {
      if (typeof callback !== 'function') throw new TypeError("Failed to construct 'MutationObserver': parameter 1 is not of type 'Function'.");
      ObjectDefineProperty(this, kCallback, { value: callback });
      ObjectDefineProperty(this, kQueue, { value: [], writable: true });
      ObjectDefineProperty(this, kRegistrations, { value: [], writable: true });
    }
    observe(target, given = {}) {
      const options = {
        childList: Boolean(given.childList), subtree: Boolean(given.subtree), attributeOldValue: Boolean(given.attributeOldValue),
        characterDataOldValue: Boolean(given.characterDataOldValue), attributeFilter: given.attributeFilter ? ArrayFrom(given.attributeFilter) : null,
        attributes: Boolean(given.attributes ?? (given.attributeFilter !== undefined || given.attributeOldValue)),
        characterData: Boolean(given.characterData ?? given.characterDataOldValue),
      };
      if (!options.childList && !options.attributes && !options.characterData) {
        throw new TypeError("Failed to execute 'observe' on 'MutationObserver': The options object must set at least one of 'attributes', 'characterData', or 'childList' to true.");
      }
      const registrations = target[kRegistrations] ?? (target[kRegistrations] = []);
      for (let i = 0; i < registrations.length; i++) {
        if (registrations[i].observer === this) { registrations[i].options = options; return; }
      }
      ArrayPush(registrations, { observer: this, options });
      ArrayPush(this[kRegistrations], target);
      MutationHook.record = record;
    }
    disconnect() {
      const targets = this[kRegistrations];
      for (let i = 0; i < targets.length; i++) {
        targets[i][kRegistrations] = ArrayFilter(targets[i][kRegistrations], (registration) => registration.observer !== this);
      }
      this[kRegistrations] = [];
      this[kQueue] = [];
    }
    takeRecords() {
      const records = this[kQueue];
      this[kQueue] = [];
      return records;
    }
  }
  exposeInterface('MutationObserver', MutationObserver);
  defineGlobal('WebKitMutationObserver', MutationObserver);
  return { MutationObserver };
})();
