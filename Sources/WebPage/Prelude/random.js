// Seeded randomness: Math.random and Web Crypto's random values.

/** xoshiro128** (Blackman and Vigna, 2018), its state filled from a seed by splitmix32. Answers unsigned 32-bit integers. */
const makeRandomSource = (seed) => {
  let mixed = seed | 0;
  const splitmix = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = MathImul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = MathImul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix() | 1;
  return () => {
    const x = MathImul(b, 5);
    const result = MathImul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
};

{
  const nextForMath = makeRandomSource(settings.seed);
  ObjectDefineProperty(NativeMath, 'random', {
    // 53 bits, as engines give.
    value: { random: () => ((nextForMath() >>> 5) * 0x4000000 + (nextForMath() >>> 6)) / 0x20000000000000 }.random,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

const WebCrypto = defineLazyGlobals(['SubtleCrypto', 'Crypto'], () => {
  // A stream of its own: asking for a UUID must not change the pieces that a game deals.
  const nextForCrypto = makeRandomSource(settings.seed ^ 0x5bd1e995);
  const QUOTA_BYTES_MAX = 65536;
  const hex = (byte) => StringPadStart(NumberToString(byte, 16), 2, '0');

  const notSupported = (method) => {
    Records.missing(`crypto.subtle.${method}`);
    return new Promise((_, reject) => {
      reject(new (DOMException())(`${method} is not supported`, 'NotSupportedError'));
    });
  };

  class SubtleCrypto {
    constructor(token) { refuseConstruction(token); }
  }
  const methods = [
    'decrypt', 'deriveBits', 'deriveKey', 'digest', 'encrypt', 'exportKey', 'generateKey', 'importKey', 'sign', 'unwrapKey',
    'verify', 'wrapKey',
  ];
  for (let i = 0; i < methods.length; i++) {
    defineMembers(SubtleCrypto.prototype, { [methods[i]]() { return notSupported(methods[i]); } });
  }
  exposeInterface('SubtleCrypto', SubtleCrypto);
  const subtle = new SubtleCrypto(kInternal);

  class Crypto {
    constructor(token) { refuseConstruction(token); }
  }
  defineMembers(Crypto.prototype, {
    getRandomValues(array) {
      const tag = typeof array === 'object' && array !== null ? TypedArrayTag(array) : undefined;
      if (tag === undefined) throw argumentError('getRandomValues', 'Crypto', "parameter 1 is not of type 'ArrayBufferView'.");
      if (StringStartsWith(tag, 'Float')) {
        throwDOMException('TypeMismatchError', `The provided ArrayBufferView is of type '${tag}', which is not an integer array type.`);
      }
      if (array.byteLength > QUOTA_BYTES_MAX) {
        throwDOMException('QuotaExceededError', `The ArrayBufferView's byte length (${array.byteLength}) exceeds the number of bytes of entropy available via this API (${QUOTA_BYTES_MAX}).`);
      }
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let i = 0; i < bytes.length; i++) bytes[i] = nextForCrypto() >>> 24;
      return array;
    },
    randomUUID() {
      let text = '';
      for (let i = 0; i < 16; i++) {
        let byte = nextForCrypto() >>> 24;
        if (i === 6) byte = (byte & 0x0f) | 0x40;
        if (i === 8) byte = (byte & 0x3f) | 0x80;
        if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
        text += hex(byte);
      }
      return text;
    },
    get subtle() { return subtle; },
  });
  exposeInterface('Crypto', Crypto);
  return new Crypto(kInternal);
});
defineGlobalAccessor('crypto', () => WebCrypto(), null);
