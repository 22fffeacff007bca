// The Fetch Standard's Headers, Request, Response and fetch(), over local resources.

const kHeaderList = Symbol('headers');

const kBody = Symbol('body');

const Fetching = defineLazyGlobals(['Headers', 'Request', 'Response'], () => {
  const { Blob } = Files();
  class Headers {
    constructor(init = undefined) {
      this[kHeaderList] = new SafeMap();
      if (init === undefined || init === null) return;
      if (init instanceof Headers) {
        init[kHeaderList].forEach((value, name) => { this[kHeaderList].set(name, value); });
      } else if (typeof init[SymbolIterator] === 'function') {
        const pairs = arrayFromIterable(init);
        for (let i = 0; i < pairs.length; i++) this.append(pairs[i][0], pairs[i][1]);
      } else {
        const names = ObjectKeys(init);
        for (let i = 0; i < names.length; i++) this.append(names[i], init[names[i]]);
      }
    }
  }
  const nameOf = (name) => {
    const text = StringToLowerCase(`${name}`);
    if (!RegExpTest(/^[!#$%&'*+\-.^_`|~0-9a-z]+$/, text)) throw argumentError('append', 'Headers', 'Invalid name');
    return text;
  };
  const sortedNames = (headers) => {
    const names = [];
    headers[kHeaderList].forEach((_, name) => { ArrayPush(names, name); });
    return ArraySort(names);
  };
  const iterate = function* (headers, pick) {
    const names = sortedNames(headers);
    for (let i = 0; i < names.length; i++) yield pick(names[i], headers[kHeaderList].get(names[i]));
  };
  defineMembers(Headers.prototype, {
    append(name, value) {
      const key = nameOf(name);
      const old = this[kHeaderList].get(key);
      this[kHeaderList].set(key, old === undefined ? StringTrim(`${value}`) : `${old}, ${StringTrim(`${value}`)}`);
    },
    set(name, value) { this[kHeaderList].set(nameOf(name), StringTrim(`${value}`)); },
    get(name) { return this[kHeaderList].get(nameOf(name)) ?? null; },
    has(name) { return this[kHeaderList].has(nameOf(name)); },
    delete(name) { this[kHeaderList].delete(nameOf(name)); },
    getSetCookie() { return []; },
    forEach(callback, thisArg) {
      const names = sortedNames(this);
      for (let i = 0; i < names.length; i++) ReflectApply(callback, thisArg, [this[kHeaderList].get(names[i]), names[i], this]);
    },
    keys() { return iterate(this, (name) => name); },
    values() { return iterate(this, (_, value) => value); },
    entries() { return iterate(this, (name, value) => [name, value]); },
  });
  ObjectDefineProperty(Headers.prototype, SymbolIterator, { value: Headers.prototype.entries, writable: true, configurable: true });
  exposeInterface('Headers', Headers);

  /** "Extract a body": its bytes and the media type it implies; null for none. */
  const extractBody = (body) => {
    if (body === null || body === undefined) return null;
    if (body instanceof Blob) return { bytes: blobBytes(body), type: body.type };
    const bytes = bytesOf(body);
    if (bytes !== undefined) return { bytes: joinBytes([bytes]), type: '' };
    if (body instanceof URLs().URLSearchParams) return { bytes: encodeUTF8(`${body}`), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
    return { bytes: encodeUTF8(`${body}`), type: 'text/plain;charset=UTF-8' };
  };

  /** The Body mixin: each method reads the bytes once. */
  const bodyMembers = (interfaceName) => {
    const consume = (object, method, convert) => new Promise((resolve) => {
      const state = object[kBody];
      if (state.used) throw argumentError(method, interfaceName, 'body stream already read');
      if (state.content !== null) state.used = true;
      resolve(convert(state.content?.bytes ?? new Uint8Array(0)));
    });
    return {
      get bodyUsed() { return this[kBody].used; },
      get body() { return this[kBody].content === null ? null : makeByteStream(this[kBody].content.bytes); },
      text() { return consume(this, 'text', (bytes) => decodeUTF8(bytes)); },
      json() { return consume(this, 'json', (bytes) => JSONParse(decodeUTF8(bytes))); },
      arrayBuffer() { return consume(this, 'arrayBuffer', bufferOfBytes); },
      bytes() { return consume(this, 'bytes', (bytes) => joinBytes([bytes])); },
      blob() {
        return consume(this, 'blob', (bytes) => new Blob([bytes], { type: this.headers.get('content-type') ?? '' }));
      },
    };
  };
  const setBody = (object, body) => {
    const content = extractBody(body);
    object[kBody] = { content, used: false };
    if (content !== null && content.type !== '' && !object.headers.has('content-type')) object.headers.set('content-type', content.type);
  };

  class Request {
    constructor(input, init = {}) {
      const from = input instanceof Request ? input : null;
      const url = from === null ? Resources.resolve(input) : from.url;
      if (url === null) throw new TypeError(`Failed to construct 'Request': Failed to parse URL from ${input}`);
      const take = (name, fallback) => init[name] ?? from?.[name] ?? fallback;
      ObjectAssign(this, {
        url, method: StringToUpperCase(`${take('method', 'GET')}`), headers: new Headers(take('headers')), mode: take('mode', 'cors'),
        credentials: take('credentials', 'same-origin'), cache: take('cache', 'default'), redirect: take('redirect', 'follow'),
        referrer: 'about:client', integrity: '', keepalive: false, signal: take('signal', null) ?? new (Aborting().AbortController)().signal,
      });
      if (init.body !== undefined && init.body !== null && (this.method === 'GET' || this.method === 'HEAD')) {
        throw new TypeError("Failed to construct 'Request': Request with GET/HEAD method cannot have body.");
      }
      setBody(this, init.body ?? from?.[kBody].content?.bytes);
    }
    clone() { return new Request(this); }
  }
  defineMembers(Request.prototype, bodyMembers('Request'));
  exposeInterface('Request', Request);

  class Response {
    constructor(body = null, init = {}) {
      const status = init.status ?? 200;
      if (status < 200 || status > 599) throw new RangeError(`Failed to construct 'Response': The status provided (${status}) is outside the range [200, 599].`);
      ObjectAssign(this, {
        status, statusText: `${init.statusText ?? ''}`, headers: new Headers(init.headers), type: 'default', url: '', redirected: false,
        ok: status >= 200 && status <= 299,
      });
      setBody(this, body);
    }
    clone() {
      if (this[kBody].used) throw argumentError('clone', 'Response', 'Response body is already used');
      const copy = new Response(this[kBody].content?.bytes ?? null, this);
      return ObjectAssign(copy, { type: this.type, url: this.url });
    }
    static error() { return ObjectAssign(new Response(), { type: 'error', status: 0, ok: false }); }
    static json(data, init = {}) {
      const response = new Response(JSONStringify(data), init);
      response.headers.set('content-type', 'application/json');
      return response;
    }
    static redirect(url, status = 302) { return new Response(null, { status, headers: { location: Resources.resolve(url) } }); }
  }
  defineMembers(Response.prototype, bodyMembers('Response'));
  exposeInterface('Response', Response);

  const respond = (request, resolve, reject) => {
    if (request.signal.aborted) {
      reject(request.signal.reason);
      return;
    }
    const resource = Resources.read(request.url);
    if (resource === null) {
      reject(new TypeError('Failed to fetch'));
      return;
    }
    const response = new Response(resource.bytes, { headers: resource.type === '' ? {} : { 'content-type': resource.type } });
    resolve(ObjectAssign(response, { type: 'basic', url: resource.url, statusText: 'OK' }));
  };
  return {
    start(input, init, resolve, reject) {
      const request = new Request(input, init);
      if (request.signal.aborted) reject(request.signal.reason);
      else EventLoop.queueTask(() => respond(request, resolve, reject));
    },
    extractBody,
  };
});

defineGlobalMethods({
  fetch(input, init) {
    return new Promise((resolve, reject) => {
      requireArguments('fetch', 'Window', arguments.length, 1);
      Fetching().start(input, init ?? {}, resolve, reject);
    });
  },
});
