// Intrinsics whose results never show which realm they are of: numbers, strings, collections and lists that no page sees. So one set
// of them serves all pages. No page reaches their realm, so that `call` is what it was; in the witness's page they are of its own
// realm, and serve pages that leave `Function.prototype` alone.

const { hasOwnProperty, isPrototypeOf, toString: objectToString } = Object.prototype;
const { toString: functionToString } = Function.prototype;
const ObjectHasOwn = (object, key) => hasOwnProperty.call(object, key);
const ObjectIsPrototypeOf = (prototype, object) => isPrototypeOf.call(prototype, object);
const ObjectToString = (object) => objectToString.call(object);
const FunctionToString = (f) => functionToString.call(f);

const { pop, shift, unshift, indexOf: arrayIndexOf, includes: arrayIncludes, join, sort, find, forEach, some, fill } = Array.prototype;
const ArrayPop = (array) => pop.call(array);
const ArrayShift = (array) => shift.call(array);
const ArrayUnshift = (array, value) => unshift.call(array, value);
const ArrayIndexOf = (array, value, from) => arrayIndexOf.call(array, value, from);
const ArrayIncludes = (array, value, from) => arrayIncludes.call(array, value, from);
const ArrayJoin = (array, separator) => join.call(array, separator);
const ArraySort = (array, compare) => sort.call(array, compare);
const ArrayFind = (array, test) => find.call(array, test);
const ArrayForEach = (array, visit) => forEach.call(array, visit);
const ArraySome = (array, test) => some.call(array, test);
const ArrayFill = (array, value, from, to) => fill.call(array, value, from, to);

const {
  slice, indexOf, lastIndexOf, includes, startsWith, endsWith, charCodeAt, codePointAt, charAt, toLowerCase, toUpperCase, trim, repeat,
  padStart, replaceAll, split, valueOf: stringValueOf,
} = String.prototype;
const StringSlice = (text, from, to) => slice.call(text, from, to);
const StringIndexOf = (text, part, from) => indexOf.call(text, part, from);
const StringLastIndexOf = (text, part, from) => lastIndexOf.call(text, part, from);
const StringIncludes = (text, part, from) => includes.call(text, part, from);
const StringStartsWith = (text, part, from) => startsWith.call(text, part, from);
const StringEndsWith = (text, part) => endsWith.call(text, part);
const StringCharCodeAt = (text, at) => charCodeAt.call(text, at);
const StringCodePointAt = (text, at) => codePointAt.call(text, at);
const StringCharAt = (text, at) => charAt.call(text, at);
const StringToLowerCase = (text) => toLowerCase.call(text);
const StringToUpperCase = (text) => toUpperCase.call(text);
const StringTrim = (text) => trim.call(text);
const StringRepeat = (text, count) => repeat.call(text, count);
const StringPadStart = (text, length, filler) => padStart.call(text, length, filler);
// These would consult Symbol.replace and Symbol.split on their argument: pass plain strings only.
const StringReplaceAll = (text, part, replacement) => replaceAll.call(text, part, replacement);
const StringSplit = (text, separator) => split.call(text, separator);
const StringValueOf = (text) => stringValueOf.call(text);
const { fromCharCode: StringFromCharCode, fromCodePoint: StringFromCodePoint } = String;

const { toString: numberToString, toFixed, valueOf: numberValueOf } = Number.prototype;
const NumberToString = (number, radix) => numberToString.call(number, radix);
const NumberToFixed = (number, digits) => toFixed.call(number, digits);
const NumberValueOf = (number) => numberValueOf.call(number);
const { isFinite: NumberIsFinite, isInteger: NumberIsInteger, isNaN: NumberIsNaN, parseFloat: NumberParseFloat, parseInt: NumberParseInt } = Number;

const {
  abs: MathAbs, acos: MathAcos, asin: MathAsin, atan: MathAtan, atan2: MathAtan2, ceil: MathCeil, cos: MathCos,
  floor: MathFloor, log: MathLog, hypot: MathHypot, max: MathMax, min: MathMin, pow: MathPow, round: MathRound, sign: MathSign,
  sin: MathSin, sqrt: MathSqrt, tan: MathTan, trunc: MathTrunc, imul: MathImul, PI: MathPI, fround: MathFround,
} = NativeMath;

const { exec, toString: regExpToString } = RegExp.prototype;
/** `regexp.exec(text)` for a regular expression that the prelude owns; set `lastIndex` yourself for global ones. */
const RegExpExec = (regexp, text) => exec.call(regexp, text);
const RegExpTest = (regexp, text) => exec.call(regexp, text) !== null;
const RegExpToString = (regexp) => regExpToString.call(regexp);

const { valueOf: booleanValueOf } = Boolean.prototype;
const { toString: symbolToString } = Symbol.prototype;
const { getTime, toISOString, toString: dateToString } = NativeDate.prototype;
const BooleanValueOf = (value) => booleanValueOf.call(value);
const SymbolToText = (symbol) => symbolToString.call(symbol);
const DateGetTime = (date) => getTime.call(date);
const DateToISOString = (date) => toISOString.call(date);
const DateToString = (date) => dateToString.call(date);

/** The getter of an accessor that objects of a kind have. */
const getterOf = (prototype, name) => ObjectGetOwnPropertyDescriptor(prototype, name).get;
const { forEach: mapForEach, set: mapSet } = Map.prototype;
const { forEach: setForEach, add: setAdd } = Set.prototype;
const { deref } = WeakRef.prototype;
const { set: float64ArraySet } = Float64Array.prototype;
const mapSize = getterOf(Map.prototype, 'size');
const setSize = getterOf(Set.prototype, 'size');
const byteLength = getterOf(ArrayBuffer.prototype, 'byteLength');
const typedArrayTag = getterOf(ObjectGetPrototypeOf(Uint8Array.prototype), SymbolToStringTag);
const MapForEach = (map, visit) => mapForEach.call(map, visit);
const MapSet = (map, key, value) => mapSet.call(map, key, value);
const MapSize = (map) => mapSize.call(map);
const SetForEach = (set, visit) => setForEach.call(set, visit);
const SetAdd = (set, value) => setAdd.call(set, value);
const SetSize = (set) => setSize.call(set);
const WeakRefDeref = (reference) => deref.call(reference);
const ArrayBufferByteLength = (buffer) => byteLength.call(buffer);
const TypedArrayTag = (array) => typedArrayTag.call(array);
const Float64ArraySet = (array, values, at) => float64ArraySet.call(array, values, at);

/**
 * A subclass of a collection whose methods are its own and frozen: replacing the built-in's changes nothing, and no page that
 * comes by such a collection changes those of others.
 */
const sealedCollection = (Base) => {
  const Sealed = class extends Base { constructor() { super(); } };
  const descriptors = ObjectGetOwnPropertyDescriptors(Base.prototype);
  delete descriptors.constructor;
  ObjectDefineProperties(Sealed.prototype, descriptors);
  ObjectSetPrototypeOf(Sealed.prototype, null);
  ObjectFreeze(Sealed.prototype);
  return ObjectFreeze(Sealed);
};
/** `Map`, `Set`, `WeakMap`, `WeakSet` for the prelude: construct them empty, iterate with `forEach`. */
const SafeMap = sealedCollection(Map);
const SafeSet = sealedCollection(Set);
const SafeWeakMap = sealedCollection(WeakMap);
const SafeWeakSet = sealedCollection(WeakSet);
