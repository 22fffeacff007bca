// Structured cloning (HTML § 2.7): structuredClone and what postMessage, history and storage share.

// The engine may lack these two.
const ArrayBufferTransfer = ArrayBuffer.prototype.transfer && uncurryThis(ArrayBuffer.prototype.transfer);
const ArrayBufferDetached = ObjectGetOwnPropertyDescriptor(ArrayBuffer.prototype, 'detached')?.get;
const ArrayBufferIsDetached = ArrayBufferDetached === undefined ? () => false : uncurryThis(ArrayBufferDetached);
const ArrayBufferSlice = uncurryThis(ArrayBuffer.prototype.slice);

/** `(value, transferList, method)`: as the standard serializes and deserializes in one go; throws DataCloneError. */
const structuredCloner = lazily(() => {
  const errorConstructors = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const valueOfPrimitive = { __proto__: null, '[object Boolean]': BooleanValueOf, '[object Number]': NumberValueOf, '[object String]': StringValueOf };
  /** What the page called, for messages. */
  let caller = '';
  const fail = (text) => throwDOMException('DataCloneError', `Failed to execute ${caller}: ${text}`);
  const refuse = (text) => fail(`${text} could not be cloned.`);

  /** What the value's internal slots say it is, whatever its toStringTag pretends. */
  const brandOf = (value) => {
    for (let i = 0; i < brandTests.length; i++) {
      try {
        brandTests[i].test(value);
        return brandTests[i].clone;
      } catch {
        // Not of this kind: the getter or method refused the receiver.
      }
    }
    return undefined;
  };

  const cloneRegExp = (value) => new RegExp(value.source, value.flags);
  const cloneMap = (value, memory) => {
    const result = new Map();
    memory.set(value, result);
    const pairs = [];
    MapForEach(value, (item, key) => { ArrayPush(pairs, { item, key }); });
    for (let i = 0; i < pairs.length; i++) MapSet(result, clone(pairs[i].key, memory), clone(pairs[i].item, memory));
    return result;
  };
  const cloneSet = (value, memory) => {
    const result = new Set();
    memory.set(value, result);
    const items = [];
    SetForEach(value, (item) => { ArrayPush(items, item); });
    for (let i = 0; i < items.length; i++) SetAdd(result, clone(items[i], memory));
    return result;
  };
  const brandTests = [
    { test: (value) => DateGetTime(value), clone: (value) => new NativeDate(DateGetTime(value)) },
    { test: MapSize, clone: cloneMap },
    { test: SetSize, clone: cloneSet },
    { test: ArrayBufferByteLength, clone: (value) => ArrayBufferSlice(value, 0) },
  ];

  const cloneView = (value, memory) => {
    const buffer = clone(value.buffer, memory);
    const name = TypedArrayTag(value) ?? 'DataView';
    // Looked up only now: naming all of the engine's array classes at load would make it create them.
    return new globalThis[name](buffer, value.byteOffset, name === 'DataView' ? value.byteLength : value.length);
  };

  const cloneError = (value, memory) => {
    const constructor = errorConstructors[`${value.name}`] ?? Error;
    const message = ObjectGetOwnPropertyDescriptor(value, 'message');
    const result = message === undefined ? new constructor() : new constructor(`${message.value}`);
    memory.set(value, result);
    const hidden = (name, item) => ObjectDefineProperty(result, name, { value: item, writable: true, configurable: true, enumerable: false });
    if (typeof value.stack === 'string') hidden('stack', value.stack);
    if (ObjectHasOwn(value, 'cause')) hidden('cause', clone(value.cause, memory));
    return result;
  };

  const cloneMembers = (value, result, memory) => {
    memory.set(value, result);
    const keys = ObjectKeys(value);
    for (let i = 0; i < keys.length; i++) {
      if (ObjectHasOwn(value, keys[i])) {
        ObjectDefineProperty(result, keys[i], { value: clone(value[keys[i]], memory), writable: true, enumerable: true, configurable: true });
      }
    }
    return result;
  };

  const cloneObject = (value, memory) => {
    if (ArrayIsArray(value)) return cloneMembers(value, new Array(value.length), memory);
    if (ArrayBufferIsView(value)) return cloneView(value, memory);
    const platform = cloneOfPlatformObject(value, memory);
    if (platform !== undefined) return platform;
    if (value instanceof EventTarget || value instanceof Event) return refuse(`${constructorNameOf(value)} object`);
    const tag = ObjectToString(value);
    if (tag === '[object Error]' || value instanceof Error) return cloneError(value, memory);
    if (tag === '[object RegExp]') return cloneRegExp(value);
    if (valueOfPrimitive[tag] !== undefined) return Object(valueOfPrimitive[tag](value));
    if (tag === '[object WeakMap]' || tag === '[object WeakSet]' || tag === '[object WeakRef]' || tag === '[object Promise]' || tag === '[object Generator]') {
      return refuse(`#<${constructorNameOf(value)}>`);
    }
    const brand = tag === '[object Object]' ? undefined : brandOf(value);
    return brand === undefined ? cloneMembers(value, {}, memory) : brand(value, memory);
  };
  const constructorNameOf = (value) => `${value.constructor?.name ?? 'Object'}`;

  const clone = (value, memory) => {
    if (typeof value === 'function') return refuse(FunctionToString(value));
    if (typeof value === 'symbol') return refuse(SymbolToText(value));
    if (typeof value !== 'object' || value === null) return value;
    const known = memory.get(value);
    if (known !== undefined) return known;
    const result = cloneObject(value, memory);
    memory.set(value, result);
    return result;
  };

  const transferableOf = (value) => {
    for (let i = 0; i < TransferableClasses.length; i++) if (value instanceof TransferableClasses[i].Class) return TransferableClasses[i];
    return undefined;
  };
  /** Puts what the transferred objects become into `memory`; the buffers' contents are copied when they are met. */
  const prepareTransfer = (list, memory) => {
    const seen = new SafeSet();
    for (let i = 0; i < list.length; i++) {
      const item = list[i];
      const kind = transferableOf(item);
      if (kind === undefined && !isArrayBuffer(item)) fail(`Value at index ${i} does not have a transferable type.`);
      if (kind === undefined && ArrayBufferIsDetached(item)) fail(`ArrayBuffer at index ${i} is already detached.`);
      if (seen.has(item)) fail(`${constructorNameOf(item)} at index ${i} is a duplicate of an earlier ${constructorNameOf(item)}.`);
      seen.add(item);
      if (kind !== undefined) memory.set(item, kind.receive(item, fail));
    }
  };
  const detach = (list) => {
    for (let i = 0; i < list.length; i++) {
      const kind = transferableOf(list[i]);
      if (kind !== undefined) kind.detach(list[i]);
      else if (ArrayBufferTransfer) ArrayBufferTransfer(list[i]);
    }
  };

  return (value, transferList, method) => {
    caller = method;
    const memory = new SafeMap();
    prepareTransfer(transferList, memory);
    const result = clone(value, memory);
    // Only now, so that a value that can't be cloned leaves what it was to take along as it was.
    detach(transferList);
    return result;
  };
});
const structuredCloneOf = (value, transferList = noChildren, method = "'structuredClone' on 'Window'") => structuredCloner()(value, transferList, method);

/**
 * Transferable platform objects: `{ Class, receive, detach }`, where `receive(value, fail)` makes what the other side gets;
 * each owner adds its own.
 */
const TransferableClasses = [];
/** Serializable platform objects: `{ Class, clone }`; each owner adds its own. */
const SerializableClasses = [];
const cloneOfPlatformObject = (value, memory) => {
  for (let i = 0; i < SerializableClasses.length; i++) {
    if (value instanceof SerializableClasses[i].Class) return SerializableClasses[i].clone(value, memory);
  }
  return undefined;
};
/** `options` of postMessage and structuredClone: a transfer list or an object that holds one. */
const transferListOf = (options) => {
  if (options === undefined || options === null) return [];
  if (ArrayIsArray(options)) return options;
  const transfer = options.transfer ?? (typeof options[SymbolIterator] === 'function' ? options : undefined);
  return transfer === undefined ? [] : arrayFromIterable(transfer);
};

defineGlobalMethods({
  structuredClone(value, options) {
    requireArguments('structuredClone', 'Window', arguments.length, 1);
    return structuredCloneOf(value, transferListOf(options));
  },
});
