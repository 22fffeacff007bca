// Where bytes come from: data: and blob: URLs and the files of the submission's folder. There is no network.

/** `Resources.read(url)` → { url, bytes, type } or null; what would need the network is recorded as missing. */
const Resources = (() => {
  const types = {
    __proto__: null, html: 'text/html', htm: 'text/html', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json',
    txt: 'text/plain', md: 'text/plain', csv: 'text/csv', xml: 'text/xml', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg',
    jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', ico: 'image/x-icon', wav: 'audio/wav', mp3: 'audio/mpeg', ogg: 'audio/ogg',
    m4a: 'audio/mp4', mp4: 'video/mp4', webm: 'video/webm', woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', wasm: 'application/wasm',
  };
  const typeOfPath = (path) => types[StringToLowerCase(StringSlice(path, StringLastIndexOf(path, '.') + 1))] ?? '';

  /** Fetch § 6 "data: URL processor". */
  const readData = (url, record) => {
    const text = StringSlice(URLParser().serialize(record, true), 5);
    const comma = StringIndexOf(text, ',');
    if (comma < 0) return null;
    let type = StringTrim(StringSlice(text, 0, comma));
    let bytes = URLParser().percentDecodeBytes(StringSlice(text, comma + 1));
    if (RegExpTest(/; *base64$/i, type)) {
      type = StringSlice(type, 0, StringLastIndexOf(type, ';'));
      let body = '';
      for (let i = 0; i < bytes.length; i++) body += StringFromCharCode(bytes[i]);
      bytes = Base64().decode(body);
      if (bytes === null) return null;
    }
    if (StringStartsWith(type, ';')) type = `text/plain${type}`;
    return { url, bytes, type: type === '' ? 'text/plain;charset=US-ASCII' : type };
  };

  let folder = null;
  /** The folder of the page as it was loaded, whatever address it has given itself since. */
  const folderOfPage = () => {
    if (folder !== null) return folder;
    const href = URLParser().serialize(ObjectAssign(URLParser().parse(settings.url), { query: null, fragment: null }));
    folder = StringSlice(href, 0, StringLastIndexOf(href, '/') + 1);
    return folder;
  };

  /** The file's path within the submission's folder, or null for an address outside. */
  const pathOf = (record) => {
    const href = URLParser().serialize(ObjectAssign({}, record, { query: null, fragment: null }));
    const start = folderOfPage();
    return StringStartsWith(href, start) ? URLParser().percentDecode(StringSlice(href, start.length)) : null;
  };

  const readFile = (url, record) => {
    const path = pathOf(record);
    const buffer = path === null || path === '' ? null : host.readBytes(path);
    if (buffer === null || buffer === undefined) {
      Records.missing(path === null && record.scheme !== 'file:' ? `network ${url}` : `file ${path ?? url}`);
      return null;
    }
    return { url, bytes: new Uint8Array(buffer), type: typeOfPath(path) };
  };

  const read = (address) => {
    const record = PageLocation.resolve(address);
    if (record === null) return null;
    const url = URLParser().serialize(record);
    if (record.scheme === 'data:') return readData(url, record);
    if (record.scheme !== 'blob:') return readFile(url, record);
    const blob = BlobURLs.get(url);
    return blob instanceof Files().Blob ? { url, bytes: blobBytes(blob), type: blob.type } : null;
  };

  return {
    read, pathOf,
    resolve: PageLocation.absolute,
    /** The text of a resource, or null. */
    readText(address) {
      const resource = read(address);
      return resource === null ? null : decodeUTF8(resource.bytes);
    },
  };
})();
