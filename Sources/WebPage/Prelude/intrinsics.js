// The intrinsics that the prelude uses, captured before any page script can replace them.
// Everything below this file calls these and never a method looked up on a page-reachable prototype.

/** The global object itself: a page can delete or replace the property that names it. */
const globalThis = (0, eval)('this');
const {
  Array, ArrayBuffer, Boolean, Date: NativeDate, Error, Float32Array, Float64Array, Function, Int32Array,
  Map, Math: NativeMath, Number, Object, Promise, Proxy, RangeError, Reflect, RegExp, Set, String, Symbol,
  SyntaxError, TypeError, Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array, WeakMap, WeakRef, WeakSet,
} = globalThis;
const NativeJSON = globalThis.JSON;

/** Turns a prototype method into a function that takes its receiver first. */
const uncurryThis = Function.prototype.bind.bind(Function.prototype.call);

const { apply: ReflectApply, construct: ReflectConstruct, ownKeys: ReflectOwnKeys } = Reflect;
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
const ArrayReverse = uncurryThis(Array.prototype.reverse);
const ArrayMap = uncurryThis(Array.prototype.map);
const ArrayFilter = uncurryThis(Array.prototype.filter);
const ArrayFind = uncurryThis(Array.prototype.find);
const ArrayForEach = uncurryThis(Array.prototype.forEach);
const ArraySome = uncurryThis(Array.prototype.some);
const ArrayEvery = uncurryThis(Array.prototype.every);
const ArrayFill = uncurryThis(Array.prototype.fill);
const ArrayValues = uncurryThis(Array.prototype.values);

const StringSlice = uncurryThis(String.prototype.slice);
const StringIndexOf = uncurryThis(String.prototype.indexOf);
const StringLastIndexOf = uncurryThis(String.prototype.lastIndexOf);
const StringIncludes = uncurryThis(String.prototype.includes);
const StringStartsWith = uncurryThis(String.prototype.startsWith);
const StringEndsWith = uncurryThis(String.prototype.endsWith);
const StringCharCodeAt = uncurryThis(String.prototype.charCodeAt);
const StringCodePointAt = uncurryThis(String.prototype.codePointAt);
const StringCharAt = uncurryThis(String.prototype.charAt);
const StringToLowerCase = uncurryThis(String.prototype.toLowerCase);
const StringToUpperCase = uncurryThis(String.prototype.toUpperCase);
const StringTrim = uncurryThis(String.prototype.trim);
const StringRepeat = uncurryThis(String.prototype.repeat);
const StringPadStart = uncurryThis(String.prototype.padStart);
const { fromCharCode: StringFromCharCode, fromCodePoint: StringFromCodePoint } = String;
// The three below would consult Symbol.split and its kin on their argument: pass plain strings only.
const StringSplit = uncurryThis(String.prototype.split);
const StringReplaceAll = uncurryThis(String.prototype.replaceAll);
const NumberToString = uncurryThis(Number.prototype.toString);
const NumberToFixed = uncurryThis(Number.prototype.toFixed);
const { isFinite: NumberIsFinite, isInteger: NumberIsInteger, isNaN: NumberIsNaN, parseFloat: NumberParseFloat, parseInt: NumberParseInt } = Number;

const RegExpExecNative = uncurryThis(RegExp.prototype.exec);
/** `regexp.exec(text)` for a regular expression that the prelude owns; set `lastIndex` yourself for global ones. */
const RegExpExec = (regexp, text) => RegExpExecNative(regexp, text);
const RegExpTest = (regexp, text) => RegExpExecNative(regexp, text) !== null;

const {
  abs: MathAbs, acos: MathAcos, asin: MathAsin, atan: MathAtan, atan2: MathAtan2, ceil: MathCeil, cos: MathCos,
  floor: MathFloor, log: MathLog, hypot: MathHypot, max: MathMax, min: MathMin, pow: MathPow, round: MathRound, sign: MathSign,
  sin: MathSin, sqrt: MathSqrt, tan: MathTan, trunc: MathTrunc, imul: MathImul, PI: MathPI, fround: MathFround,
} = NativeMath;
const { parse: JSONParse, stringify: JSONStringify } = NativeJSON;

const PromiseThen = uncurryThis(Promise.prototype.then);
const PromiseResolve = (value) => new Promise((resolve) => resolve(value));
const PromiseReject = (reason) => new Promise((_, reject) => reject(reason));

const SymbolIterator = Symbol.iterator;
const SymbolToStringTag = Symbol.toStringTag;

/** A subclass of a collection whose methods are its own and frozen, so that replacing the built-in's changes nothing. */
const sealedCollection = (Base) => {
  const Sealed = class extends Base { constructor() { super(); } };
  const descriptors = ObjectGetOwnPropertyDescriptors(Base.prototype);
  delete descriptors.constructor;
  ObjectDefineProperties(Sealed.prototype, descriptors);
  ObjectSetPrototypeOf(Sealed.prototype, null);
  return ObjectFreeze(Sealed);
};
/** `Map`, `Set`, `WeakMap`, `WeakSet` for the prelude: construct them empty, iterate with `forEach`. */
const SafeMap = sealedCollection(Map);
const SafeSet = sealedCollection(Set);
const SafeWeakMap = sealedCollection(WeakMap);
const SafeWeakSet = sealedCollection(WeakSet);

/** Defines a property of the page's global object the way WebIDL does: writable, configurable, not enumerable. */
const defineGlobal = (name, value) => {
  ObjectDefineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
};
/** Defines an accessor of the page's global object; a missing setter makes assignment replace it, as [Replaceable] does. */
const defineGlobalAccessor = (name, get, set) => {
  const replace = (value) => ObjectDefineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  ObjectDefineProperty(globalThis, name, { get, set: set ?? replace, configurable: true, enumerable: true });
};
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
/**
 * Puts an interface on the global object that is made when it is first asked for: by a page that names it, or by the
 * prelude, through the function that is returned. What a page puts in the place of the name meanwhile stays there.
 */
const exposeLazily = (name, make) => {
  let constructor;
  const get = () => {
    if (constructor !== undefined) return constructor;
    constructor = make();
    ObjectDefineProperty(constructor.prototype, SymbolToStringTag, { value: name, configurable: true });
    if (ObjectGetOwnPropertyDescriptor(globalThis, name)?.get === get) defineGlobal(name, constructor);
    return constructor;
  };
  ObjectDefineProperty(globalThis, name, { get, set(value) { defineGlobal(name, value); }, configurable: true, enumerable: false });
  return get;
};
