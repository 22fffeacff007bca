// Intrinsics whose results never show which realm they are of: numbers, strings, and collections that no page sees. So one set
// of them serves all pages.

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
// This would consult Symbol.replace on its argument: pass plain strings only.
const StringReplaceAll = uncurryThis(String.prototype.replaceAll);
const NumberToString = uncurryThis(Number.prototype.toString);
const NumberToFixed = uncurryThis(Number.prototype.toFixed);
const { isFinite: NumberIsFinite, isInteger: NumberIsInteger, isNaN: NumberIsNaN, parseFloat: NumberParseFloat, parseInt: NumberParseInt } = Number;

const {
  abs: MathAbs, acos: MathAcos, asin: MathAsin, atan: MathAtan, atan2: MathAtan2, ceil: MathCeil, cos: MathCos,
  floor: MathFloor, log: MathLog, hypot: MathHypot, max: MathMax, min: MathMin, pow: MathPow, round: MathRound, sign: MathSign,
  sin: MathSin, sqrt: MathSqrt, tan: MathTan, trunc: MathTrunc, imul: MathImul, PI: MathPI, fround: MathFround,
} = NativeMath;

/** The getter of an accessor that objects of a kind have, as a function of such an object. */
const uncurriedGetter = (prototype, name) => uncurryThis(ObjectGetOwnPropertyDescriptor(prototype, name).get);

const ObjectIsPrototypeOf = uncurryThis(Object.prototype.isPrototypeOf);
const BooleanValueOf = uncurryThis(Boolean.prototype.valueOf);
const NumberValueOf = uncurryThis(Number.prototype.valueOf);
const StringValueOf = uncurryThis(String.prototype.valueOf);
const SymbolToText = uncurryThis(Symbol.prototype.toString);
const DateGetTime = uncurryThis(NativeDate.prototype.getTime);
const DateToISOString = uncurryThis(NativeDate.prototype.toISOString);
const DateToString = uncurryThis(NativeDate.prototype.toString);
const RegExpToString = uncurryThis(RegExp.prototype.toString);
const MapForEach = uncurryThis(Map.prototype.forEach);
const MapSet = uncurryThis(Map.prototype.set);
const MapSize = uncurriedGetter(Map.prototype, 'size');
const SetForEach = uncurryThis(Set.prototype.forEach);
const SetAdd = uncurryThis(Set.prototype.add);
const SetSize = uncurriedGetter(Set.prototype, 'size');
const WeakRefDeref = uncurryThis(WeakRef.prototype.deref);
const ArrayBufferByteLength = uncurriedGetter(ArrayBuffer.prototype, 'byteLength');
const TypedArrayTag = uncurriedGetter(ObjectGetPrototypeOf(Uint8Array.prototype), SymbolToStringTag);
const Float64ArraySet = uncurryThis(Float64Array.prototype.set);

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
