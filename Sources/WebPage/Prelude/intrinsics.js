// The intrinsics that the prelude uses, captured before any page script can replace them.
// Everything below this file calls these and never a method looked up on a page-reachable prototype.

/** The global object itself: a page can delete or replace the property that names it. */
const globalThis = (0, eval)('this');
const {
  Array, ArrayBuffer, Boolean, Date: NativeDate, Error, Float32Array, Float64Array, Function,
  EvalError, Map, Math: NativeMath, Number, Object, Promise, Proxy, RangeError, ReferenceError, Reflect, RegExp, Set, String, Symbol,
  SyntaxError, TypeError, Uint8Array, Uint8ClampedArray, URIError, WeakMap, WeakRef, WeakSet,
} = globalThis;
const NativeJSON = globalThis.JSON;

/**
 * Turns a prototype method into a function that takes its receiver first. Calling one takes ten times as long as calling the method:
 * what gives no object of its realm stands in `shared-intrinsics.js`, which needs none.
 */
const uncurryThis = Function.prototype.bind.bind(Function.prototype.call);

const {
  apply: ReflectApply, construct: ReflectConstruct, get: ReflectGet, getOwnPropertyDescriptor: ReflectGetOwnPropertyDescriptor,
  has: ReflectHas, ownKeys: ReflectOwnKeys, set: ReflectSet,
} = Reflect;
const {
  assign: ObjectAssign, create: ObjectCreate, defineProperties: ObjectDefineProperties, defineProperty: ObjectDefineProperty,
  entries: ObjectEntries, freeze: ObjectFreeze, getOwnPropertyDescriptor: ObjectGetOwnPropertyDescriptor,
  getOwnPropertyDescriptors: ObjectGetOwnPropertyDescriptors, getOwnPropertySymbols: ObjectGetOwnPropertySymbols,
  getOwnPropertyNames: ObjectGetOwnPropertyNames, getPrototypeOf: ObjectGetPrototypeOf, is: ObjectIs,
  keys: ObjectKeys, setPrototypeOf: ObjectSetPrototypeOf,
} = Object;

const { isArray: ArrayIsArray, from: ArrayFrom } = Array;
const ArrayPush = (array, value) => { array[array.length] = value; return array.length; };
const ArraySplice = uncurryThis(Array.prototype.splice);
const ArraySlice = uncurryThis(Array.prototype.slice);
const ArrayConcat = uncurryThis(Array.prototype.concat);
const ArrayMap = uncurryThis(Array.prototype.map);
const ArrayFilter = uncurryThis(Array.prototype.filter);

const { parse: JSONParse, stringify: JSONStringify } = NativeJSON;

const PromiseThen = uncurryThis(Promise.prototype.then);
const PromiseResolve = (value) => new Promise((resolve) => resolve(value));
const PromiseReject = (reason) => new Promise((_, reject) => reject(reason));

const SymbolAsyncIterator = Symbol.asyncIterator;
const SymbolIterator = Symbol.iterator;
const SymbolToStringTag = Symbol.toStringTag;
