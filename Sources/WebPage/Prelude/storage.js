// Web Storage (HTML § 12.2): localStorage and sessionStorage, kept for the life of the page.

const Storages = defineLazyGlobals(['Storage'], () => {
  /** In UTF-16 units of keys and values together, as Chromium counts. */
  const QUOTA_UNITS_MAX = 5 * 1024 * 1024;
  const kItems = Symbol('items');
  const kUsed = Symbol('used');
  const kReads = Symbol('reads');
  const READS_MAX = 100;

  class Storage {
    constructor(token) {
      refuseConstruction(token);
      ObjectDefineProperty(this, kItems, { value: new SafeMap() });
      ObjectDefineProperty(this, kUsed, { value: 0, writable: true });
      ObjectDefineProperty(this, kReads, { value: new SafeSet() });
    }
  }

  /** The item of a name, which the page asks for; undefined when there is none. */
  const readItem = (storage, key) => {
    const item = storage[kItems].get(key);
    const reads = storage[kReads];
    if (item !== undefined && reads.size < READS_MAX) reads.add(key);
    return item;
  };

  const keyAt = (items, index) => {
    let position = 0;
    let found = null;
    items.forEach((_, key) => { if (position++ === index) found = key; });
    return found;
  };
  const setItem = (storage, key, value) => {
    const items = storage[kItems];
    const old = items.get(key);
    const used = storage[kUsed] + value.length + (old === undefined ? key.length : -old.length);
    if (used > QUOTA_UNITS_MAX) {
      throwDOMException('QuotaExceededError', `Failed to execute 'setItem' on 'Storage': Setting the value of '${key}' exceeded the quota.`);
    }
    storage[kUsed] = used;
    items.set(key, value);
  };
  const removeItem = (storage, key) => {
    const old = storage[kItems].get(key);
    if (old === undefined) return;
    storage[kUsed] -= key.length + old.length;
    storage[kItems].delete(key);
  };

  defineMembers(Storage.prototype, {
    get length() { return this[kItems].size; },
    key(index) {
      requireArguments('key', 'Storage', arguments.length, 1);
      return keyAt(this[kItems], index >>> 0);
    },
    getItem(key) {
      requireArguments('getItem', 'Storage', arguments.length, 1);
      return readItem(this, `${key}`) ?? null;
    },
    setItem(key, value) {
      requireArguments('setItem', 'Storage', arguments.length, 2);
      setItem(this, `${key}`, `${value}`);
    },
    removeItem(key) {
      requireArguments('removeItem', 'Storage', arguments.length, 1);
      removeItem(this, `${key}`);
    },
    clear() {
      this[kItems].clear();
      this[kUsed] = 0;
    },
  });
  exposeInterface('Storage', Storage);

  // Items are properties too; what the prototype chain has comes first on reading (WebIDL § 3.9).
  const isItem = (storage, name) => typeof name === 'string' && storage[kItems].has(name) && !(name in Storage.prototype);
  const handler = {
    __proto__: null,
    get(storage, name, receiver) {
      return isItem(storage, name) ? readItem(storage, name) : ReflectGet(storage, name, receiver);
    },
    set(storage, name, value) {
      if (typeof name === 'symbol') storage[name] = value;
      else setItem(storage, name, `${value}`);
      return true;
    },
    has(storage, name) { return isItem(storage, name) || name in storage; },
    deleteProperty(storage, name) {
      if (isItem(storage, name)) removeItem(storage, name);
      else if (typeof name === 'symbol') delete storage[name];
      return true;
    },
    defineProperty(storage, name, descriptor) {
      if (typeof name === 'symbol') ObjectDefineProperty(storage, name, descriptor);
      else setItem(storage, name, `${descriptor.value}`);
      return true;
    },
    ownKeys(storage) {
      const keys = [];
      storage[kItems].forEach((_, key) => ArrayPush(keys, key));
      return ArrayConcat(keys, ArrayFilter(ReflectOwnKeys(storage), (key) => key === kItems || key === kUsed || key === kReads));
    },
    getOwnPropertyDescriptor(storage, name) {
      if (typeof name !== 'string' || !storage[kItems].has(name)) return ObjectGetOwnPropertyDescriptor(storage, name);
      return { value: storage[kItems].get(name), writable: true, enumerable: true, configurable: true };
    },
  };
  const local = new Storage(kInternal);
  const localStorage = new Proxy(local, handler);
  const sessionStorage = new Proxy(new Storage(kInternal), handler);
  return {
    localStorage, sessionStorage,
    /** Puts items in that an earlier page of the same site has left, before any script runs. */
    restore(items) {
      const names = ObjectKeys(items);
      for (let i = 0; i < names.length; i++) setItem(local, names[i], items[names[i]]);
    },
    /** All items by name, and the names of those that scripts have asked for. */
    report() {
      const items = ObjectCreate(null);
      local[kItems].forEach((value, key) => { items[key] = value; });
      const reads = [];
      local[kReads].forEach((key) => ArrayPush(reads, key));
      return { items, reads };
    },
  };
});
defineGlobalAccessor('localStorage', () => Storages().localStorage, null);
defineGlobalAccessor('sessionStorage', () => Storages().sessionStorage, null);
