// How the page's global object gets its properties.

/** Names of globals that the page has defined anew, or deleted, before the prelude came to define them. */
const globalsOfPage = new SafeSet();
/** Defines a property of the page's global object the way WebIDL does: writable, configurable, not enumerable. */
const defineGlobal = (name, value) => {
  if (globalsOfPage.has(name)) return;
  ObjectDefineProperty(globalThis, name, { __proto__: null, value, writable: true, configurable: true, enumerable: false });
};
/**
 * Defines an accessor of the page's global object. A missing setter makes assignment replace it, as [Replaceable] does; with null for one
 * it stays: `var history = []` leaves a page with its session history.
 */
const defineGlobalAccessor = (name, get, set) => {
  if (globalsOfPage.has(name)) return;
  const replace = (value) => ObjectDefineProperty(globalThis, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
  ObjectDefineProperty(globalThis, name, { __proto__: null, get, set: set === null ? undefined : set ?? replace, configurable: true, enumerable: true });
};
/** Puts functions on the page's global object. */
const defineGlobalMethods = (methods) => ObjectAssign(globalThis, methods);
/** Copies the members of an object literal (methods, accessors) onto a prototype, as enumerable WebIDL members. */
const defineMembers = (prototype, members) => {
  const descriptors = ObjectGetOwnPropertyDescriptors(members);
  const symbols = ObjectGetOwnPropertySymbols(members);
  for (let i = 0; i < symbols.length; i++) descriptors[symbols[i]].enumerable = false;
  ObjectDefineProperties(prototype, descriptors);
};
/** Gives an interface its `Symbol.toStringTag` and puts it on the global object. */
const exposeInterface = (name, constructor) => {
  ObjectDefineProperty(constructor.prototype, SymbolToStringTag, { value: name, configurable: true });
  defineGlobal(name, constructor);
  return constructor;
};

// Globals that few pages touch are made when one of them is first named, so that every page loads faster. A lazy concern is
// written so:
//
//   const Geometry = defineLazyGlobals(['DOMPoint', 'DOMRect'], () => {
//     class DOMPoint { … }
//     exposeInterface('DOMPoint', DOMPoint);
//     …
//     return { DOMPoint, DOMRect };
//   });
//
// and the rest of the prelude writes `new (Geometry().DOMRect)(…)`. By then the page may have replaced whatever it can reach,
// so what runs late must hold to what `intrinsics.js` captured even where it only defines things.

/** The names of all that is made late, each with the function that makes it. */
const lateNames = [];
const lateGetters = [];
/** Those that assignment leaves as they are. */
const lateReadOnly = { __proto__: null, navigator: 1, indexedDB: 1, speechSynthesis: 1 };
/** One description for all of them, as there are hundreds. */
const lateProperty = { __proto__: null, get: undefined, set: undefined, configurable: true, enumerable: false };

/** An accessor of the global object that `get` is to replace; it is setter as well: assigning makes the value the page's own. */
const defineLateGlobal = (name, get) => {
  const access = (...given) => {
    if (given.length > 0) {
      if (lateReadOnly[name] === undefined) defineGlobal(name, given[0]);
      return undefined;
    }
    get();
    return globalThis[name];
  };
  lateProperty.get = lateProperty.set = access;
  ObjectDefineProperty(globalThis, name, lateProperty);
  ArrayPush(lateNames, name);
  ArrayPush(lateGetters, get);
  return access;
};
/** What is no longer as `defineLateGlobal` left it is the page's own, and stays so. */
const leaveToPage = (name, access) => {
  if (ObjectGetOwnPropertyDescriptor(globalThis, name)?.get !== access) globalsOfPage.add(name);
};

/**
 * Lets `make` define the globals `names` for good when the page or the prelude first wants one of them. The result gives the
 * prelude what `make` returned.
 */
const defineLazyGlobals = (names, make) => {
  let isMade = false;
  let made;
  const get = () => {
    if (isMade) return made;
    for (let i = 0; i < names.length; i++) leaveToPage(names[i], accessors[i]);
    made = make();
    isMade = true;
    return made;
  };
  const accessors = [];
  for (let i = 0; i < names.length; i++) accessors[i] = defineLateGlobal(names[i], get);
  return get;
};
/** The same for a single interface, which `make` returns. */
const exposeLazily = (name, make) => {
  let constructor;
  const get = () => {
    if (constructor !== undefined) return constructor;
    leaveToPage(name, access);
    constructor = exposeInterface(name, make());
    return constructor;
  };
  const access = defineLateGlobal(name, get);
  return get;
};
/** The same for what only the prelude names. */
const lazily = (make) => {
  let made;
  return () => (made === undefined ? made = make() : made);
};

// A page that asks how a global is defined is told of what it will be.
{
  const toKey = (key) => (typeof key === 'symbol' ? key : `${key}`);
  const makeIfLazy = (target, name) => {
    const index = target === globalThis ? ArrayIndexOf(lateNames, name) : -1;
    if (index >= 0) lateGetters[index]();
  };
  const hidden = (owner, methods) => {
    const names = ObjectKeys(methods);
    for (let i = 0; i < names.length; i++) {
      ObjectDefineProperty(owner, names[i], { value: methods[names[i]], writable: true, configurable: true, enumerable: false });
    }
  };
  hidden(Object, {
    getOwnPropertyDescriptor(target, key) {
      const name = toKey(key);
      makeIfLazy(target, name);
      return ObjectGetOwnPropertyDescriptor(target, name);
    },
    getOwnPropertyDescriptors(target) {
      if (target === globalThis) for (let i = 0; i < lateGetters.length; i++) lateGetters[i]();
      return ObjectGetOwnPropertyDescriptors(target);
    },
  });
  hidden(Reflect, {
    getOwnPropertyDescriptor(target, key) {
      const name = toKey(key);
      makeIfLazy(target, name);
      return ReflectGetOwnPropertyDescriptor(target, name);
    },
  });
}
