// DOMException (WebIDL § 2.8.1) and the helper with which every other file throws one.

const { captureStackTrace: captureErrorStack } = Error;

const DOMException = exposeLazily('DOMException', () => {
  const codes = {
    __proto__: null, IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5,
    NoModificationAllowedError: 7, NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10, InvalidStateError: 11,
    SyntaxError: 12, InvalidModificationError: 13, NamespaceError: 14, InvalidAccessError: 15, TypeMismatchError: 17, SecurityError: 18,
    NetworkError: 19, AbortError: 20, URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23,
    InvalidNodeTypeError: 24, DataCloneError: 25,
  };
  const kExceptionName = Symbol('name');
  const kExceptionMessage = Symbol('message');

  class DOMException {
    constructor(message = '', name = 'Error') {
      this[kExceptionMessage] = `${message}`;
      this[kExceptionName] = typeof name === 'object' && name !== null ? `${name.name ?? 'Error'}` : `${name}`;
      // An own `stack`, as engines give it to errors, so that an uncaught one is reported with its place.
      if (captureErrorStack) captureErrorStack(this, DOMException);
      else ObjectDefineProperty(this, 'stack', { value: new Error().stack, writable: true, configurable: true });
    }
    get name() { return this[kExceptionName]; }
    get message() { return this[kExceptionMessage]; }
    get code() { return codes[this[kExceptionName]] ?? 0; }
  }
  ObjectSetPrototypeOf(DOMException.prototype, Error.prototype);
  {
    // IndexSizeError is the constant INDEX_SIZE_ERR, and so on.
    const constants = StringSplit('INDEX_SIZE HIERARCHY_REQUEST WRONG_DOCUMENT INVALID_CHARACTER NO_MODIFICATION_ALLOWED NOT_FOUND '
      + 'NOT_SUPPORTED IN_USE_ATTRIBUTE INVALID_STATE SYNTAX INVALID_MODIFICATION NAMESPACE INVALID_ACCESS TYPE_MISMATCH SECURITY NETWORK ABORT '
      + 'URLMISMATCH QUOTA_EXCEEDED TIMEOUT INVALID_NODE_TYPE DATA_CLONE', ' ');
    const names = ObjectKeys(codes);
    const descriptors = {};
    for (let i = 0; i < names.length; i++) descriptors[`${constants[i]}_ERR`] = { value: codes[names[i]], enumerable: true };
    ObjectDefineProperties(DOMException, descriptors);
    ObjectDefineProperties(DOMException.prototype, descriptors);
  }
  ArrayPush(SerializableClasses, { Class: DOMException, clone: (value) => new DOMException(value.message, value.name) });
  return DOMException;
});

const throwDOMException = (name, message) => { throw new (DOMException())(message, name); };
