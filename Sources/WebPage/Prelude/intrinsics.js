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

/** Turns a prototype method into a function that takes its receiver first. */
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
const ObjectHasOwn = uncurryThis(Object.prototype.hasOwnProperty);
const ObjectToString = uncurryThis(Object.prototype.toString);
const FunctionToString = uncurryThis(Function.prototype.toString);

const { isArray: ArrayIsArray, from: ArrayFrom } = Array;
const ArrayPush = (array, value) => { array[array.length] = value; return array.length; };
const ArrayPop = uncurryThis(Array.prototype.pop);
const ArrayShift = uncurryThis(Array.prototype.shift);
const ArrayUnshift = uncurryThis(Array.prototype.unshift);
const ArraySplice = uncurryThis(Array.prototype.splice);
const ArraySlice = uncurryThis(Array.prototype.slice);
const ArrayConcat = uncurryThis(Array.prototype.concat);
const ArrayIndexOf = uncurryThis(Array.prototype.indexOf);
const ArrayIncludes = uncurryThis(Array.prototype.includes);
const ArrayJoin = uncurryThis(Array.prototype.join);
const ArraySort = uncurryThis(Array.prototype.sort);
const ArrayMap = uncurryThis(Array.prototype.map);
const ArrayFilter = uncurryThis(Array.prototype.filter);
const ArrayFind = uncurryThis(Array.prototype.find);
const ArrayForEach = uncurryThis(Array.prototype.forEach);
const ArraySome = uncurryThis(Array.prototype.some);
const ArrayFill = uncurryThis(Array.prototype.fill);

// This would consult Symbol.split on its argument: pass plain strings only.
const StringSplit = uncurryThis(String.prototype.split);

const RegExpExecNative = uncurryThis(RegExp.prototype.exec);
/** `regexp.exec(text)` for a regular expression that the prelude owns; set `lastIndex` yourself for global ones. */
const RegExpExec = (regexp, text) => RegExpExecNative(regexp, text);
const RegExpTest = (regexp, text) => RegExpExecNative(regexp, text) !== null;

const { parse: JSONParse, stringify: JSONStringify } = NativeJSON;

const PromiseThen = uncurryThis(Promise.prototype.then);
const PromiseResolve = (value) => new Promise((resolve) => resolve(value));
const PromiseReject = (reason) => new Promise((_, reject) => reject(reason));

const SymbolAsyncIterator = Symbol.asyncIterator;
const SymbolIterator = Symbol.iterator;
const SymbolToStringTag = Symbol.toStringTag;
