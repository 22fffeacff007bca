// The URL parser and serializer (URL Standard § 4).

const URLParser = lazily(() => {
  const specialPorts = { __proto__: null, 'ftp:': '21', 'file:': '', 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };
  const isSpecial = (record) => record.scheme in specialPorts;

  // Percent-encode sets (§ 1.3), as the printable ASCII characters in them.
  const fragmentSet = ' "<>`';
  const querySet = ' "#<>';
  const specialQuerySet = `${querySet}'`;
  const pathSet = `${querySet}?^\`{}`;
  const userinfoSet = `${pathSet}/:;=@[\\]|`;
  const percentEncode = (text, set) => {
    let result = '';
    for (let i = 0; i < text.length; i++) {
      const code = StringCharCodeAt(text, i);
      if (code > 0x1f && code < 0x7f && !StringIncludes(set, text[i])) {
        result += text[i];
        continue;
      }
      const character = StringFromCodePoint(StringCodePointAt(text, i));
      i += character.length - 1;
      const bytes = encodeUTF8(character);
      for (let j = 0; j < bytes.length; j++) result += `%${StringPadStart(StringToUpperCase(NumberToString(bytes[j], 16)), 2, '0')}`;
    }
    return result;
  };
  const percentDecodeBytes = (text) => {
    const input = encodeUTF8(text);
    const output = new Uint8Array(input.length);
    let length = 0;
    for (let i = 0; i < input.length; i++) {
      if (input[i] === 37 && i + 2 < input.length) {
        const digits = StringFromCharCode(input[i + 1], input[i + 2]);
        if (RegExpTest(/^[0-9a-fA-F]{2}$/, digits)) {
          output[length++] = NumberParseInt(digits, 16);
          i += 2;
          continue;
        }
      }
      output[length++] = input[i];
    }
    return TypedArraySlice(output, 0, length);
  };
  const percentDecode = (text) => decodeUTF8(percentDecodeBytes(text));
  const encodeOpaqueHost = (text) => percentEncode(text, '');
  const parseHost = (text, special) => URLHost.parse(text, special, percentDecode, encodeOpaqueHost);

  const emptyRecord = () => ({
    scheme: '', username: '', password: '', host: null, port: '', path: [], opaquePath: null, query: null, fragment: null,
  });
  const isDriveLetter = (text) => RegExpTest(/^[a-zA-Z][:|]$/, text);
  const startsWithDrive = (text) => RegExpTest(/^[a-zA-Z][:|](?:[/\\?#]|$)/, text);

  const isSingleDot = (segment) => segment === '.' || StringToLowerCase(segment) === '%2e';
  const isDoubleDot = (segment) => {
    const text = StringToLowerCase(segment);
    return text === '..' || text === '.%2e' || text === '%2e.' || text === '%2e%2e';
  };
  const shorten = (record) => {
    if (record.scheme === 'file:' && record.path.length === 1 && RegExpTest(/^[a-zA-Z]:$/, record.path[0])) return;
    if (record.path.length > 0) ArrayPop(record.path);
  };

  /** "Path state": appends the segments of `text` to the record's path. */
  const parsePath = (record, text) => {
    const special = isSpecial(record);
    const normal = special ? StringReplaceAll(text, '\\', '/') : text;
    const segments = StringSplit(normal[0] === '/' ? StringSlice(normal, 1) : normal, '/');
    for (let i = 0; i < segments.length; i++) {
      let segment = segments[i];
      const isLast = i === segments.length - 1;
      if (isDoubleDot(segment)) {
        shorten(record);
        if (isLast) ArrayPush(record.path, '');
      } else if (isSingleDot(segment)) {
        if (isLast) ArrayPush(record.path, '');
      } else {
        if (record.scheme === 'file:' && record.path.length === 0 && isDriveLetter(segment)) segment = `${segment[0]}:`;
        ArrayPush(record.path, percentEncode(segment, pathSet));
      }
    }
  };

  /** "Port state": the port's text without leading zeros, '' for the default one, null for failure. */
  const parsePort = (record, text) => {
    if (text === '') return '';
    if (!RegExpTest(/^[0-9]+$/, text) || +text > 65535) return null;
    const port = `${+text}`;
    return port === specialPorts[record.scheme] ? '' : port;
  };

  const parseHostAndPort = (record, text) => {
    const close = StringLastIndexOf(text, ']');
    const colon = StringIndexOf(text, ':', close < 0 ? 0 : close);
    const hostText = colon < 0 ? text : StringSlice(text, 0, colon);
    if (hostText === '' && (isSpecial(record) || colon >= 0)) return false;
    record.host = hostText === '' ? '' : parseHost(hostText, isSpecial(record));
    const port = colon < 0 ? '' : parsePort(record, StringSlice(text, colon + 1));
    if (record.host === null || port === null) return false;
    record.port = port;
    return true;
  };

  const parseAuthority = (record, text) => {
    const at = StringLastIndexOf(text, '@');
    if (at >= 0) {
      const credentials = StringSlice(text, 0, at);
      const colon = StringIndexOf(credentials, ':');
      record.username = percentEncode(colon < 0 ? credentials : StringSlice(credentials, 0, colon), userinfoSet);
      record.password = colon < 0 ? '' : percentEncode(StringSlice(credentials, colon + 1), userinfoSet);
      if (at === text.length - 1) return false;
    }
    return parseHostAndPort(record, StringSlice(text, at + 1));
  };

  const isSlash = (record, character) => character === '/' || (character === '\\' && isSpecial(record));
  const authorityEnd = (record, text) => {
    let end = 0;
    while (end < text.length && !isSlash(record, text[end])) end += 1;
    return end;
  };

  const parseFile = (record, text, base) => {
    record.host = '';
    if (isSlash(record, text[0]) && isSlash(record, text[1])) {
      const rest = StringSlice(text, 2);
      const end = authorityEnd(record, rest);
      const hostText = StringSlice(rest, 0, end);
      if (hostText !== '' && !isDriveLetter(hostText)) {
        const host = parseHost(hostText, true);
        if (host === null) return false;
        record.host = host === 'localhost' ? '' : host;
        parsePath(record, StringSlice(rest, end));
      } else {
        parsePath(record, rest);
      }
      return true;
    }
    const inherits = base !== null && base.scheme === 'file:';
    if (isSlash(record, text[0])) {
      if (inherits) {
        record.host = base.host;
        if (!startsWithDrive(StringSlice(text, 1)) && base.path.length > 0 && RegExpTest(/^[a-zA-Z]:$/, base.path[0])) record.path = [base.path[0]];
      }
    } else if (inherits) {
      record.host = base.host;
      if (!startsWithDrive(text)) return parseRelative(record, text, base);
    }
    parsePath(record, text);
    return true;
  };

  /** "Relative state" for text that begins with neither slash nor scheme. */
  const parseRelative = (record, text, base) => {
    record.path = ArraySlice(base.path);
    if (text === '') {
      if (record.query === null) record.query = base.query;
      return true;
    }
    shorten(record);
    parsePath(record, text);
    return true;
  };

  const parseHierarchical = (record, text, base) => {
    if (isSlash(record, text[0]) && isSlash(record, text[1])) {
      let rest = StringSlice(text, 2);
      while (isSpecial(record) && isSlash(record, rest[0])) rest = StringSlice(rest, 1);
      const end = authorityEnd(record, rest);
      if (!parseAuthority(record, StringSlice(rest, 0, end))) return false;
      if (end < rest.length || isSpecial(record)) parsePath(record, StringSlice(rest, end));
      return true;
    }
    if (base === null) {
      if (isSpecial(record)) return parseHierarchical(record, `//${text}`, null);
      parsePath(record, text);
      return true;
    }
    record.username = base.username;
    record.password = base.password;
    record.host = base.host;
    record.port = base.port;
    if (!isSlash(record, text[0])) return parseRelative(record, text, base);
    parsePath(record, text);
    return true;
  };

  /** The query and fragment are cut off first: no state before them treats `?` and `#` otherwise. */
  const splitTail = (record, text) => {
    let rest = text;
    const hash = StringIndexOf(rest, '#');
    if (hash >= 0) {
      record.fragment = percentEncode(StringSlice(rest, hash + 1), fragmentSet);
      rest = StringSlice(rest, 0, hash);
    }
    const question = StringIndexOf(rest, '?');
    if (question >= 0) {
      record.query = StringSlice(rest, question + 1);
      rest = StringSlice(rest, 0, question);
    }
    return rest;
  };

  const clean = (input) => {
    const trimmed = RegExpExec(/^[\0-\x20]*([^]*?)[\0-\x20]*$/, input)[1];
    return StringReplaceAll(StringReplaceAll(StringReplaceAll(trimmed, '\t', ''), '\n', ''), '\r', '');
  };

  const parseBody = (record, rest, base, schemeGiven) => {
    if (schemeGiven && !isSpecial(record) && rest[0] !== '/') {
      record.opaquePath = percentEncode(rest, '');
      return true;
    }
    if (record.scheme === 'file:') return parseFile(record, rest, base);
    const sameScheme = base !== null && base.scheme === record.scheme && base.opaquePath === null;
    // "special relative or authority state": `http:foo` is relative to a base of the same scheme, `http://foo` isn't.
    return parseHierarchical(record, rest, sameScheme && (!schemeGiven || isSpecial(record)) ? base : null);
  };

  /** "Basic URL parser" without state override: a record, or null for failure. */
  const parse = (input, base = null) => {
    const record = emptyRecord();
    const text = clean(input);
    const scheme = RegExpExec(/^([a-zA-Z][a-zA-Z0-9+.-]*):/, text);
    const rest = splitTail(record, scheme === null ? text : StringSlice(text, scheme[0].length));
    if (scheme !== null) {
      record.scheme = `${StringToLowerCase(scheme[1])}:`;
    } else {
      if (base === null) return null;
      record.scheme = base.scheme;
      if (base.opaquePath !== null) {
        if (text[0] !== '#') return null;
        return ObjectAssign(emptyRecord(), base, { fragment: record.fragment });
      }
    }
    if (!parseBody(record, rest, base, scheme !== null)) return null;
    // A query taken over from the base is encoded already, and encoding leaves `%` alone.
    if (record.query !== null) record.query = percentEncode(record.query, isSpecial(record) ? specialQuerySet : querySet);
    return record;
  };

  const pathname = (record) => {
    if (record.opaquePath !== null) return record.opaquePath;
    return record.path.length === 0 ? '' : `/${ArrayJoin(record.path, '/')}`;
  };
  const host = (record) => (record.host === null ? '' : record.host + (record.port === '' ? '' : `:${record.port}`));
  const serialize = (record, withoutFragment = false) => {
    let text = record.scheme;
    if (record.host !== null) {
      text += '//';
      if (record.username !== '' || record.password !== '') {
        text += `${record.username}${record.password === '' ? '' : `:${record.password}`}@`;
      }
      text += host(record);
    } else if (record.opaquePath === null && record.path.length > 1 && record.path[0] === '') {
      text += '/.';
    }
    text += pathname(record);
    if (record.query !== null) text += `?${record.query}`;
    return record.fragment === null || withoutFragment ? text : `${text}#${record.fragment}`;
  };
  const origin = (record) => {
    if (record.scheme === 'blob:') {
      const inner = parse(pathname(record));
      return inner !== null && (inner.scheme === 'http:' || inner.scheme === 'https:') ? origin(inner) : 'null';
    }
    return isSpecial(record) && record.scheme !== 'file:' ? `${record.scheme}//${host(record)}` : 'null';
  };

  return {
    parse, serialize, pathname, host, origin, isSpecial, parseHost, parsePort, parsePath, parseHostAndPort, percentEncode, percentDecode,
    percentDecodeBytes, fragmentSet, querySet, specialQuerySet, userinfoSet, specialPorts,
    encodeOpaquePath: (text) => percentEncode(text, ''),
  };
});
