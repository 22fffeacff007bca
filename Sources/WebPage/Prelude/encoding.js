// The Encoding Standard as far as games go: UTF-8 both ways, UTF-16LE and Latin-1 to text, and base64.

const TypedArraySlice = uncurryThis(Uint8Array.prototype.slice);

/** The UTF-8 bytes of a string as a Uint8Array; lone surrogates become U+FFFD. */
const encodeUTF8 = (text) => {
  const bytes = new Uint8Array(text.length * 3);
  const { written } = encodeUTF8Into(text, bytes);
  return TypedArraySlice(bytes, 0, written);
};

/** Writes as many whole characters as fit; answers what `TextEncoder.encodeInto` does. */
const encodeUTF8Into = (text, bytes) => {
  const capacity = bytes.length;
  let written = 0;
  let read = 0;
  while (read < text.length) {
    let code = StringCodePointAt(text, read);
    const units = code > 0xffff ? 2 : 1;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (written + size > capacity) break;
    if (size === 1) {
      bytes[written++] = code;
    } else {
      bytes[written++] = size === 2 ? 0xc0 | (code >> 6) : size === 3 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18);
      for (let shift = (size - 2) * 6; shift >= 0; shift -= 6) bytes[written++] = 0x80 | ((code >> shift) & 0x3f);
    }
    read += units;
  }
  return { read, written };
};

/**
 * The UTF-8 decoder (Encoding § 8.1.1). `state` = { needed, seen, code, lower, upper } is kept between the pieces of a
 * stream; pass a fresh one otherwise. Calls `onError` for each malformed sequence, whose result is the replacement.
 */
const makeUTF8State = () => ({ needed: 0, seen: 0, code: 0, lower: 0x80, upper: 0xbf });
const resetUTF8State = (state) => {
  state.needed = state.seen = state.code = 0;
  state.lower = 0x80;
  state.upper = 0xbf;
};
const startUTF8Sequence = (state, byte) => {
  if (byte >= 0xc2 && byte <= 0xdf) {
    state.needed = 1;
    state.code = byte & 0x1f;
  } else if (byte >= 0xe0 && byte <= 0xef) {
    if (byte === 0xe0) state.lower = 0xa0;
    if (byte === 0xed) state.upper = 0x9f;
    state.needed = 2;
    state.code = byte & 0xf;
  } else if (byte >= 0xf0 && byte <= 0xf4) {
    if (byte === 0xf0) state.lower = 0x90;
    if (byte === 0xf4) state.upper = 0x8f;
    state.needed = 3;
    state.code = byte & 7;
  } else {
    return false;
  }
  return true;
};
const decodeUTF8 = (bytes, state = makeUTF8State(), isLast = true, onError = () => '\ufffd') => {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (state.needed === 0) {
      if (byte < 0x80) text += StringFromCharCode(byte);
      else if (!startUTF8Sequence(state, byte)) text += onError();
      continue;
    }
    if (byte < state.lower || byte > state.upper) {
      resetUTF8State(state);
      text += onError();
      i -= 1;
      continue;
    }
    state.lower = 0x80;
    state.upper = 0xbf;
    state.code = (state.code << 6) | (byte & 0x3f);
    state.seen += 1;
    if (state.seen === state.needed) {
      text += StringFromCodePoint(state.code);
      resetUTF8State(state);
    }
  }
  if (isLast && state.needed !== 0) {
    resetUTF8State(state);
    text += onError();
  }
  return text;
};

/** A view of the bytes of an ArrayBuffer or a view of one; undefined for anything else. */
const ArrayBufferIsView = ArrayBuffer.isView;
const isArrayBuffer = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  try {
    ArrayBufferByteLength(value);
    return true;
  } catch {
    return false;
  }
};
const bytesOf = (source) => {
  if (ArrayBufferIsView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return isArrayBuffer(source) ? new Uint8Array(source) : undefined;
};

const Base64 = lazily(() => {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let i = 0; i < 128; i++) values[i] = 255;
  for (let i = 0; i < 64; i++) values[StringCharCodeAt(ALPHABET, i)] = i;

  return {
    encode(bytes) {
      let text = '';
      for (let i = 0; i < bytes.length; i += 3) {
        const left = bytes.length - i;
        const word = (bytes[i] << 16) | ((left > 1 ? bytes[i + 1] : 0) << 8) | (left > 2 ? bytes[i + 2] : 0);
        text += ALPHABET[word >> 18] + ALPHABET[(word >> 12) & 63];
        text += left > 1 ? ALPHABET[(word >> 6) & 63] : '=';
        text += left > 2 ? ALPHABET[word & 63] : '=';
      }
      return text;
    },
    /** Infra's forgiving-base64 decode: a Uint8Array, or null for malformed text. */
    decode(text) {
      const codes = [];
      for (let i = 0; i < text.length; i++) {
        const code = StringCharCodeAt(text, i);
        if (code === 32 || code === 9 || code === 10 || code === 12 || code === 13) continue;
        ArrayPush(codes, code);
      }
      let count = codes.length;
      if (count % 4 === 0) for (let i = 0; i < 2 && count > 0 && codes[count - 1] === 61; i++) count -= 1;
      if (count % 4 === 1) return null;
      const bytes = new Uint8Array((count * 3) >> 2);
      let word = 0;
      let bits = 0;
      let written = 0;
      for (let i = 0; i < count; i++) {
        const value = codes[i] < 128 ? values[codes[i]] : 255;
        if (value === 255) return null;
        word = ((word << 6) | value) & 0xffffff;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes[written++] = (word >> bits) & 255;
      }
      return bytes;
    },
  };
});

/** UTF-16LE (`size` 2) and Latin-1 (1) to text. */
const decodeUnits = (bytes, size) => {
  let text = '';
  for (let i = 0; i + size <= bytes.length; i += size) {
    text += StringFromCharCode(size === 2 ? bytes[i] | (bytes[i + 1] << 8) : bytes[i]);
  }
  return size === 2 ? StringToWellFormed(text) : text;
};

defineLazyGlobals(['TextEncoder', 'TextDecoder'], () => {
  class TextEncoder {}
  defineMembers(TextEncoder.prototype, {
    get encoding() { return 'utf-8'; },
    encode(text = '') { return encodeUTF8(`${text}`); },
    encodeInto(text, bytes) { return encodeUTF8Into(`${text}`, bytes); },
  });
  exposeInterface('TextEncoder', TextEncoder);

  const LABELS = {
    __proto__: null,
    'utf-8': 'utf-8', utf8: 'utf-8', 'unicode-1-1-utf-8': 'utf-8', 'utf-16': 'utf-16le', 'utf-16le': 'utf-16le', unicode: 'utf-16le',
    'latin1': 'windows-1252', 'iso-8859-1': 'windows-1252', ascii: 'windows-1252', 'us-ascii': 'windows-1252', 'windows-1252': 'windows-1252',
  };

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #state = makeUTF8State();
    #bomSeen = false;
    constructor(label = 'utf-8', options = undefined) {
      const encoding = LABELS[StringToLowerCase(StringTrim(`${label}`))];
      if (encoding === undefined) throw new RangeError(`Failed to construct 'TextDecoder': The encoding label provided ('${label}') is invalid.`);
      this.#encoding = encoding;
      this.#fatal = Boolean(options?.fatal);
      this.#ignoreBOM = Boolean(options?.ignoreBOM);
    }
    get encoding() { return this.#encoding; }
    get fatal() { return this.#fatal; }
    get ignoreBOM() { return this.#ignoreBOM; }
    decode(input = undefined, options = undefined) {
      const bytes = input === undefined ? new Uint8Array(0) : bytesOf(input);
      if (bytes === undefined) throw argumentError('decode', 'TextDecoder', "parameter 1 is not of type 'ArrayBuffer'.");
      const isLast = !options?.stream;
      let text = this.#encoding === 'utf-8' ? this.#decodeUTF8(bytes, isLast) : decodeUnits(bytes, this.#encoding === 'utf-16le' ? 2 : 1);
      if (!this.#bomSeen && text.length > 0) {
        this.#bomSeen = true;
        if (!this.#ignoreBOM && StringCharCodeAt(text, 0) === 0xfeff) text = StringSlice(text, 1);
      }
      if (isLast) this.#bomSeen = false;
      return text;
    }
    #decodeUTF8(bytes, isLast) {
      return decodeUTF8(bytes, this.#state, isLast, this.#fatal ? refuse : undefined);
    }
  }
  const refuse = () => { throw argumentError('decode', 'TextDecoder', 'The encoded data was not valid.'); };
  exposeInterface('TextDecoder', TextDecoder);
});

defineGlobalMethods({
  btoa(data) {
    requireArguments('btoa', 'Window', arguments.length, 1);
    const text = `${data}`;
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = StringCharCodeAt(text, i);
      if (code > 255) {
        throwDOMException('InvalidCharacterError', "Failed to execute 'btoa' on 'Window': The string to be encoded contains characters outside of the Latin1 range.");
      }
      bytes[i] = code;
    }
    return Base64().encode(bytes);
  },
  atob(data) {
    requireArguments('atob', 'Window', arguments.length, 1);
    const bytes = Base64().decode(`${data}`);
    if (bytes === null) {
      throwDOMException('InvalidCharacterError', "Failed to execute 'atob' on 'Window': The string to be decoded is not correctly encoded.");
    }
    return decodeUnits(bytes, 1);
  },
});
