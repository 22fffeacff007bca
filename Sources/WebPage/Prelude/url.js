// URL and URLSearchParams (URL Standard § 5 and § 6).

/** application/x-www-form-urlencoded (§ 5). */
const FormURLEncoding = lazily(() => {
  const decode = (text) => URLParser().percentDecode(StringReplaceAll(text, '+', ' '));
  const encode = (text) => {
    const bytes = encodeUTF8(toUSVString(text));
    let result = '';
    for (let i = 0; i < bytes.length; i++) {
      const character = StringFromCharCode(bytes[i]);
      if (character === ' ') result += '+';
      else if (RegExpTest(/[A-Za-z0-9*._-]/, character)) result += character;
      else result += `%${StringPadStart(StringToUpperCase(NumberToString(bytes[i], 16)), 2, '0')}`;
    }
    return result;
  };
  return {
    parse(text) {
      const pairs = [];
      const pieces = StringSplit(text, '&');
      for (let i = 0; i < pieces.length; i++) {
        if (pieces[i] === '') continue;
        const equals = StringIndexOf(pieces[i], '=');
        ArrayPush(pairs, equals < 0 ? { name: decode(pieces[i]), value: '' }
          : { name: decode(StringSlice(pieces[i], 0, equals)), value: decode(StringSlice(pieces[i], equals + 1)) });
      }
      return pairs;
    },
    serialize(pairs) {
      let text = '';
      for (let i = 0; i < pairs.length; i++) text += `${i === 0 ? '' : '&'}${encode(pairs[i].name)}=${encode(pairs[i].value)}`;
      return text;
    },
  };
});

const kPairs = Symbol('pairs');
const kOwnerURL = Symbol('url');
const kRecord = Symbol('record');

/** The pairs of URLSearchParams' `init`: a string, a sequence of pairs, or a record. */
const pairsFrom = (init) => {
  if (typeof init !== 'object' && typeof init !== 'function' || init === null) {
    const text = toUSVString(init);
    return FormURLEncoding().parse(text[0] === '?' ? StringSlice(text, 1) : text);
  }
  const pairs = [];
  if (typeof init[SymbolIterator] === 'function') {
    const items = arrayFromIterable(init);
    for (let i = 0; i < items.length; i++) {
      const pair = arrayFromIterable(items[i]);
      if (pair.length !== 2) throw new TypeError("Failed to construct 'URLSearchParams': Sequence initializer must only contain pair elements");
      ArrayPush(pairs, { name: toUSVString(pair[0]), value: toUSVString(pair[1]) });
    }
    return pairs;
  }
  const names = ObjectKeys(init);
  for (let i = 0; i < names.length; i++) ArrayPush(pairs, { name: toUSVString(names[i]), value: toUSVString(init[names[i]]) });
  return pairs;
};

/** Parses as `new URL(url, base)` does; a record, or null. */
const parseURLRecord = (url, base) => {
  if (base === undefined) return URLParser().parse(toUSVString(url));
  const baseRecord = URLParser().parse(toUSVString(base));
  return baseRecord === null ? null : URLParser().parse(toUSVString(url), baseRecord);
};

/** What the setters of URL and of location's parts do to a record (§ 6.1). */
const setURLPart = (record, part, value) => {
  const cannotHaveCredentials = record.host === null || record.host === '' || record.scheme === 'file:';
  switch (part) {
    case 'protocol': {
      const scheme = RegExpExec(/^([a-zA-Z][a-zA-Z0-9+.-]*):?/, value);
      if (scheme === null) return;
      const name = `${StringToLowerCase(scheme[1])}:`;
      if ((name in URLParser().specialPorts) !== URLParser().isSpecial(record)) return;
      record.scheme = name;
      if (record.port === URLParser().specialPorts[name]) record.port = '';
      return;
    }
    case 'username': if (!cannotHaveCredentials) record.username = URLParser().percentEncode(value, URLParser().userinfoSet); return;
    case 'password': if (!cannotHaveCredentials) record.password = URLParser().percentEncode(value, URLParser().userinfoSet); return;
    case 'host': case 'hostname': {
      if (record.opaquePath !== null) return;
      const text = RegExpExec(URLParser().isSpecial(record) ? /^[^/\\?#]*/ : /^[^/?#]*/, value)[0];
      if (part === 'hostname' && !RegExpTest(/^(?:\[.*\]|[^:]*)$/, text)) return;
      const copy = ObjectAssign({}, record);
      const hasPort = RegExpTest(/:\d+$/, text);
      if (!URLParser().parseHostAndPort(copy, text)) return;
      record.host = copy.host;
      if (hasPort) record.port = copy.port;
      return;
    }
    case 'port': {
      if (cannotHaveCredentials) return;
      const port = value === '' ? '' : URLParser().parsePort(record, RegExpExec(/^\d*/, value)[0]);
      if (port !== null && (value === '' || RegExpTest(/^\d/, value))) record.port = port;
      return;
    }
    case 'pathname':
      if (record.opaquePath !== null) return;
      record.path = [];
      URLParser().parsePath(record, StringReplaceAll(StringReplaceAll(value, '?', '%3F'), '#', '%23'));
      return;
    case 'search': {
      const text = value[0] === '?' ? StringSlice(value, 1) : value;
      record.query = value === '' ? null
        : URLParser().percentEncode(text, URLParser().isSpecial(record) ? URLParser().specialQuerySet : URLParser().querySet);
      return;
    }
    default: {
      const text = value[0] === '#' ? StringSlice(value, 1) : value;
      record.fragment = value === '' ? null : URLParser().percentEncode(text, URLParser().fragmentSet);
    }
  }
};
/** What the getters of URL and of location's parts answer. */
const urlPart = {
  __proto__: null,
  protocol: (record) => record.scheme,
  username: (record) => record.username,
  password: (record) => record.password,
  host: (record) => URLParser().host(record),
  hostname: (record) => record.host ?? '',
  port: (record) => record.port,
  pathname: (record) => URLParser().pathname(record),
  search: (record) => (record.query ? `?${record.query}` : ''),
  hash: (record) => (record.fragment ? `#${record.fragment}` : ''),
};
const URLs = defineLazyGlobals(['URLSearchParams', 'URL', 'webkitURL'], () => {
  class URLSearchParams {
    constructor(init = '') {
      this[kPairs] = pairsFrom(init);
      this[kOwnerURL] = null;
    }
  }
  const update = (params) => {
    const url = params[kOwnerURL];
    if (url === null) return;
    const text = FormURLEncoding().serialize(params[kPairs]);
    url[kRecord].query = text === '' ? null : text;
  };
  const matcher = (name, value) => {
    const wantedName = toUSVString(name);
    const wantedValue = value === undefined ? undefined : toUSVString(value);
    return (pair) => pair.name === wantedName && (wantedValue === undefined || pair.value === wantedValue);
  };
  const iterate = function* (params, pick) {
    for (let i = 0; i < params[kPairs].length; i++) yield pick(params[kPairs][i]);
  };

  defineMembers(URLSearchParams.prototype, {
    get size() { return this[kPairs].length; },
    append(name, value) {
      requireArguments('append', 'URLSearchParams', arguments.length, 2);
      ArrayPush(this[kPairs], { name: toUSVString(name), value: toUSVString(value) });
      update(this);
    },
    delete(name, value) {
      const matches = matcher(name, value);
      this[kPairs] = ArrayFilter(this[kPairs], (pair) => !matches(pair));
      update(this);
    },
    get(name) { return ArrayFind(this[kPairs], matcher(name))?.value ?? null; },
    getAll(name) { return ArrayMap(ArrayFilter(this[kPairs], matcher(name)), (pair) => pair.value); },
    has(name, value) { return ArraySome(this[kPairs], matcher(name, value)); },
    set(name, value) {
      const matches = matcher(name);
      let found = false;
      this[kPairs] = ArrayFilter(this[kPairs], (pair) => {
        if (!matches(pair)) return true;
        if (found) return false;
        found = true;
        pair.value = toUSVString(value);
        return true;
      });
      if (!found) ArrayPush(this[kPairs], { name: toUSVString(name), value: toUSVString(value) });
      update(this);
    },
    sort() {
      ArraySort(this[kPairs], (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      update(this);
    },
    forEach(callback, thisArg) {
      for (let i = 0; i < this[kPairs].length; i++) ReflectApply(callback, thisArg, [this[kPairs][i].value, this[kPairs][i].name, this]);
    },
    keys() { return iterate(this, (pair) => pair.name); },
    values() { return iterate(this, (pair) => pair.value); },
    entries() { return iterate(this, (pair) => [pair.name, pair.value]); },
    toString() { return FormURLEncoding().serialize(this[kPairs]); },
  });
  ObjectDefineProperty(URLSearchParams.prototype, SymbolIterator, { value: URLSearchParams.prototype.entries, writable: true, configurable: true });
  exposeInterface('URLSearchParams', URLSearchParams);

  class URL {
    #searchParams = null;
    constructor(url, base = undefined) {
      if (arguments.length === 0) throw new TypeError("Failed to construct 'URL': 1 argument required, but only 0 present.");
      const record = parseURLRecord(url, base);
      if (record === null) throw new TypeError("Failed to construct 'URL': Invalid URL");
      this[kRecord] = record;
    }
    get href() { return URLParser().serialize(this[kRecord]); }
    set href(value) {
      const record = URLParser().parse(toUSVString(value));
      if (record === null) throw new TypeError("Failed to set the 'href' property on 'URL': Invalid URL");
      this[kRecord] = record;
      this.#refreshParams();
    }
    get origin() { return URLParser().origin(this[kRecord]); }
    get searchParams() {
      if (this.#searchParams === null) {
        this.#searchParams = new URLSearchParams(this[kRecord].query ?? '');
        this.#searchParams[kOwnerURL] = this;
      }
      return this.#searchParams;
    }
    get search() { return this[kRecord].query ? `?${this[kRecord].query}` : ''; }
    set search(value) {
      setURLPart(this[kRecord], 'search', toUSVString(value));
      this.#refreshParams();
    }
    #refreshParams() {
      if (this.#searchParams !== null) this.#searchParams[kPairs] = FormURLEncoding().parse(this[kRecord].query ?? '');
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
    static canParse(url, base = undefined) { return parseURLRecord(url, base) !== null; }
    static parse(url, base = undefined) { return parseURLRecord(url, base) === null ? null : new URL(url, base); }
    static createObjectURL(object) {
      if (typeof object !== 'object' || object === null) throw argumentError('createObjectURL', 'URL', 'Overload resolution failed.');
      return BlobURLs.create(object);
    }
    static revokeObjectURL(url) { BlobURLs.revoke(`${url}`); }
  }
  const parts = ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'hash'];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    ObjectDefineProperty(URL.prototype, part, {
      get() { return urlPart[part](this[kRecord]); },
      set(value) { setURLPart(this[kRecord], part, toUSVString(value)); },
      enumerable: true, configurable: true,
    });
  }
  exposeInterface('URL', URL);
  defineGlobal('webkitURL', URL);
  return { URL, URLSearchParams };
});
