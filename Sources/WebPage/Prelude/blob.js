// The File API: Blob, File, FileList, FileReader, and the store behind blob: URLs.

const kBytes = Symbol('bytes');
const kMediaType = Symbol('type');

/** The bytes of a Blob as a Uint8Array that nobody may change. */
const blobBytes = (blob) => blob[kBytes];
const joinBytes = (pieces) => {
  let length = 0;
  for (let i = 0; i < pieces.length; i++) length += pieces[i].length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    for (let j = 0; j < piece.length; j++) joined[offset + j] = piece[j];
    offset += piece.length;
  }
  return joined;
};
const bufferOfBytes = (bytes) => joinBytes([bytes]).buffer;

const normalizedMediaType = (type) => {
  const text = `${type}`;
  for (let i = 0; i < text.length; i++) {
    const code = StringCharCodeAt(text, i);
    if (code < 0x20 || code > 0x7e) return '';
  }
  return StringToLowerCase(text);
};
const relativeIndex = (value, length, fallback) => {
  if (value === undefined) return fallback;
  const index = MathTrunc(+value || 0);
  return index < 0 ? MathMax(length + index, 0) : MathMin(index, length);
};

/** A stream that gives all its bytes in one piece: enough for getReader() and `for await`. */
const makeByteStream = (bytes) => {
  let taken = false;
  let locked = false;
  const read = () => {
    const done = taken || bytes.length === 0;
    taken = true;
    return PromiseResolve(done ? { done: true, value: undefined } : { done: false, value: joinBytes([bytes]) });
  };
  const cancel = () => {
    taken = true;
    return PromiseResolve(undefined);
  };
  return {
    get locked() { return locked; },
    cancel,
    getReader() {
      locked = true;
      return { read, cancel, closed: PromiseResolve(undefined), releaseLock() { locked = false; } };
    },
    [SymbolAsyncIterator]: () => ({ next: read }),
    [SymbolToStringTag]: 'ReadableStream',
  };
};

const Files = defineLazyGlobals(['Blob', 'File', 'FileReader'], () => {
  class Blob {
    constructor(parts = undefined, options = undefined) {
      const pieces = [];
      if (parts !== undefined) {
        if (typeof parts !== 'object' || parts === null || typeof parts[SymbolIterator] !== 'function') {
          throw new TypeError("Failed to construct 'Blob': The provided value cannot be converted to a sequence.");
        }
        const items = arrayFromIterable(parts);
        for (let i = 0; i < items.length; i++) {
          const item = items[i];
          ArrayPush(pieces, item instanceof Blob ? item[kBytes] : bytesOf(item) ?? encodeUTF8(`${item}`));
        }
      }
      this[kBytes] = joinBytes(pieces);
      this[kMediaType] = options?.type === undefined ? '' : normalizedMediaType(options.type);
    }
  }
  defineMembers(Blob.prototype, {
    get size() { return this[kBytes].length; },
    get type() { return this[kMediaType]; },
    slice(start, end, type) {
      const { length } = this[kBytes];
      const from = relativeIndex(start, length, 0);
      const to = MathMax(from, relativeIndex(end, length, length));
      return new Blob([new Uint8Array(this[kBytes].buffer, from, to - from)], { type: type ?? '' });
    },
    text() { return PromiseResolve(decodeUTF8(this[kBytes])); },
    arrayBuffer() { return PromiseResolve(bufferOfBytes(this[kBytes])); },
    bytes() { return PromiseResolve(joinBytes([this[kBytes]])); },
    stream() { return makeByteStream(this[kBytes]); },
  });
  exposeInterface('Blob', Blob);

  class File extends Blob {
    #name;
    #lastModified;
    constructor(parts, name, options = undefined) {
      if (arguments.length < 2) throw new TypeError(`Failed to construct 'File': 2 arguments required, but only ${arguments.length} present.`);
      super(parts, options);
      this.#name = `${name}`;
      this.#lastModified = options?.lastModified === undefined ? MathFloor(settings.startTime + EventLoop.now()) : MathTrunc(+options.lastModified);
    }
    get name() { return this.#name; }
    get lastModified() { return this.#lastModified; }
    get webkitRelativePath() { return ''; }
  }
  exposeInterface('File', File);

  ArrayPush(SerializableClasses, {
    Class: Blob,
    clone: (value) => (value instanceof File ? new File([value], value.name, { type: value.type, lastModified: value.lastModified })
      : new Blob([value], { type: value.type })),
  });

  const states = { EMPTY: 0, LOADING: 1, DONE: 2 };
  const eventNames = ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend'];

  class FileReader extends EventTarget {
    #state = 0;
    #result = null;
    #error = null;
    #turn = 0;
    get readyState() { return this.#state; }
    get result() { return this.#result; }
    get error() { return this.#error; }
    readAsArrayBuffer(blob) { this.#read(blob, 'readAsArrayBuffer', bufferOfBytes); }
    readAsText(blob) { this.#read(blob, 'readAsText', (bytes) => decodeUTF8(bytes)); }
    readAsDataURL(blob) {
      this.#read(blob, 'readAsDataURL', (bytes) => `data:${blob.type || 'application/octet-stream'};base64,${Base64().encode(bytes)}`);
    }
    readAsBinaryString(blob) {
      this.#read(blob, 'readAsBinaryString', (bytes) => {
        let text = '';
        for (let i = 0; i < bytes.length; i++) text += StringFromCharCode(bytes[i]);
        return text;
      });
    }
    abort() {
      if (this.#state !== states.LOADING) return;
      this.#turn += 1;
      this.#state = states.DONE;
      this.#result = null;
      this.#error = new (DOMException())('The user aborted a request.', 'AbortError');
      this.#fire('abort', 0);
      this.#fire('loadend', 0);
    }
    #fire(type, loaded) {
      dispatchTrusted(this, new (ProgressEvent())(type, { lengthComputable: true, loaded, total: loaded }));
    }
    #read(blob, method, package_) {
      if (!(blob instanceof Blob)) throw argumentError(method, 'FileReader', "parameter 1 is not of type 'Blob'.");
      if (this.#state === states.LOADING) throwDOMException('InvalidStateError', `Failed to execute '${method}' on 'FileReader': The object is already busy reading Blobs.`);
      this.#state = states.LOADING;
      this.#result = null;
      this.#error = null;
      this.#turn += 1;
      const turn = this.#turn;
      const { size } = blob;
      EventLoop.queueTask(() => {
        if (turn !== this.#turn) return;
        this.#fire('loadstart', 0);
        EventLoop.queueTask(() => {
          if (turn !== this.#turn) return;
          this.#result = package_(blobBytes(blob));
          this.#fire('progress', size);
          if (turn !== this.#turn) return;
          this.#state = states.DONE;
          this.#fire('load', size);
          if (turn === this.#turn) this.#fire('loadend', size);
        });
      });
    }
  }
  defineMembers(FileReader, states);
  defineMembers(FileReader.prototype, states);
  defineEventHandlers(FileReader.prototype, eventNames);
  exposeInterface('FileReader', FileReader);
  return { Blob, File };
});

/** blob: URLs (File API § 8): their objects by URL without fragment. */
const BlobURLs = (() => {
  const objects = new SafeMap();
  let count = 0;
  return {
    create(object) {
      count += 1;
      const digits = StringPadStart(NumberToString(count, 16), 12, '0');
      const url = `blob:null/00000000-0000-4000-8000-${digits}`;
      objects.set(url, object);
      return url;
    },
    revoke(url) { objects.delete(url); },
    /** The Blob behind a URL, or undefined. */
    get(url) {
      const hash = StringIndexOf(url, '#');
      return objects.get(hash < 0 ? url : StringSlice(url, 0, hash));
    },
    /** A copy of its bytes as an ArrayBuffer, or null. */
    bytesOf(url) {
      const object = this.get(url);
      return object instanceof Files().Blob ? bufferOfBytes(object[kBytes]) : null;
    },
  };
})();
