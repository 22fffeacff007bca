// CSS Font Loading: https://drafts.csswg.org/css-font-loading/. Fonts of the submission's folder and of data: and blob:
// addresses are drawn with; one from the network is recorded as missing and counts as loaded, lest a page wait for ever.

/** The fonts that the page brings along, by script or by `@font-face`. */
const PageFonts = lazily(() => {
  const kAdopted = Symbol('adopted');
  const URL_SOURCE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g;
  let seenSheets = 0;

  const unquoted = (text) => {
    const match = RegExpExec(/^\s*(?:"([^]*)"|'([^]*)')\s*$/, text);
    return match === null ? StringTrim(text) : match[1] ?? match[2];
  };
  const weightOf = (text) => (text === 'bold' ? 700 : NumberParseFloat(text) || 400);

  /** Every measure of text and every box made with it may be another from now on. */
  const added = () => {
    CanvasFonts.fontAdded();
    CanvasText.forget();
    StyleListeners.fontsChanged();
    DocumentState.version++;
  };
  const addBytes = (face, bytes) => {
    const isFont = host.addFont(face.family, bytes, weightOf(face.weight), face.style !== 'normal');
    if (isFont) added();
    return isFont;
  };
  /** The addresses of a `src` descriptor; those of a style sheet are relative to its folder. */
  const addressesOf = (source, base) => {
    const addresses = [];
    URL_SOURCE.lastIndex = 0;
    for (let match; (match = RegExpExec(URL_SOURCE, source)) !== null;) {
      const address = match[1] ?? match[2] ?? match[3];
      ArrayPush(addresses, RegExpTest(/^(?:[a-z][a-z+.-]*:|\/)/i, address) ? address : base + address);
    }
    return addresses;
  };
  const isOfNetwork = (address) => RegExpTest(/^(?:https?:)?\/\//i, address);

  /** Takes up the first source that is a font; false when there is none, and none that the network might have. */
  const loadSource = (face, source, base) => {
    if (typeof source !== 'string') return addBytes(face, source);
    const addresses = addressesOf(source, base);
    let isNetwork = false;
    for (let i = 0; i < addresses.length; i++) {
      if (isOfNetwork(addresses[i])) {
        isNetwork = true;
        continue;
      }
      const resource = Resources.read(addresses[i]);
      if (resource !== null && addBytes(face, bufferOfBytes(resource.bytes))) return true;
    }
    if (isNetwork) Records.missing(`font ${face.family}`);
    return isNetwork || addresses.length === 0;
  };

  /** The face of an `@font-face` rule, loaded at once. */
  const adopt = (rule, base) => {
    if (rule[kAdopted]) return;
    rule[kAdopted] = true;
    const values = { __proto__: null };
    for (let i = 0; i < rule.declarations.length; i++) values[rule.declarations[i].name] = rule.declarations[i].value;
    if (values['font-family'] === undefined || values.src === undefined) return;
    const face = new (Fonts().FontFace)(unquoted(values['font-family']), values.src, {
      weight: values['font-weight'] ?? 'normal', style: values['font-style'] ?? 'normal', display: values['font-display'] ?? 'auto',
    });
    face[kLoadFace](base);
    Fonts().set.add(face);
  };

  /** Reads the `@font-face` rules of style sheets that have come since the last call. */
  const update = () => {
    if (seenSheets === StyleSigns.sheetsVersion()) return;
    seenSheets = StyleSigns.sheetsVersion();
    const { document } = DocumentState;
    for (let node = nextInTree(document, document); node !== null; node = nextInTree(node, document)) {
      const mayHave = node[kTag] === 'link' || (node[kTag] === 'style' && StringIncludes(node.textContent, '@font-face'));
      const sheet = mayHave ? Rendering().StyleSheets.ofOwner(node) : null;
      for (let i = 0; sheet !== null && i < sheet.rules.length; i++) {
        if (sheet.rules[i].at === 'font-face') adopt(sheet.rules[i], sheet.base ?? '');
      }
    }
  };
  return { loadSource, adopt, update };
});
const kLoadFace = Symbol('load');

const Fonts = defineLazyGlobals(['FontFace', 'FontFaceSet'], () => {
  class FontFace {
    #status = 'unloaded';
    #source;
    #loaded;
    #settle;
    constructor(family, source, descriptors = undefined) {
      requireArguments('constructor', 'FontFace', arguments.length, 2);
      const values = { style: 'normal', weight: 'normal', stretch: 'normal', unicodeRange: 'U+0-10FFFF', display: 'auto', featureSettings: 'normal' };
      ObjectAssign(this, values, descriptors);
      this.family = `${family}`;
      this.#loaded = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
      // Whoever awaits the promise hears of a failure; nobody has to.
      PromiseThen(this.#loaded, undefined, () => {});
      const bytes = typeof source === 'object' && source !== null ? bytesOf(source) : null;
      this.#source = bytes === null ? `${source}` : bufferOfBytes(bytes);
      if (bytes !== null) this.load();
    }
    get status() { return this.#status; }
    get loaded() { return this.#loaded; }
    load() {
      if (this.#status === 'unloaded') {
        this.#status = 'loading';
        EventLoop.queueTask(() => this[kLoadFace](''));
      }
      return this.#loaded;
    }
    [kLoadFace](base) {
      if (this.#status === 'loaded' || this.#status === 'error') return;
      const found = PageFonts().loadSource(this, this.#source, base);
      this.#status = found ? 'loaded' : 'error';
      if (found) this.#settle.resolve(this);
      else this.#settle.reject(new (DOMException())('A network error occurred.', 'NetworkError'));
    }
  }
  exposeInterface('FontFace', FontFace);

  /** A promise of `result` once all of the promises are kept; the first that is broken breaks it. */
  const afterAll = (promises, result) => new Promise((resolve, reject) => {
    let left = promises.length;
    if (left === 0) resolve(result);
    for (let i = 0; i < promises.length; i++) PromiseThen(promises[i], () => { if (--left === 0) resolve(result); }, reject);
  });

  class FontFaceSet extends EventTarget {
    #faces = new SafeSet();
    #ready = PromiseResolve(this);
    constructor() { super(); }
    get size() {
      PageFonts().update();
      return this.#faces.size;
    }
    get status() { return this.#loading().length === 0 ? 'loaded' : 'loading'; }
    get ready() {
      PageFonts().update();
      const loads = ArrayMap(this.#loading(), (face) => PromiseThen(face.loaded, undefined, () => {}));
      return loads.length === 0 ? this.#ready : afterAll(loads, this);
    }
    add(face) {
      this.#faces.add(face);
      return this;
    }
    delete(face) { return this.#faces.delete(face); }
    clear() { this.#faces.clear(); }
    has(face) { return this.#faces.has(face); }
    check(font, text = ' ') {
      const faces = this.#named(font, 'check');
      for (let i = 0; i < faces.length; i++) if (faces[i].status !== 'loaded') return false;
      return true;
    }
    load(font, text = ' ') {
      let faces;
      try {
        faces = this.#named(font, 'load');
      } catch (error) {
        return PromiseReject(error);
      }
      return afterAll(ArrayMap(faces, (face) => face.load()), faces);
    }
    forEach(callback, thisArg) { this.#faces.forEach((face) => ReflectApply(callback, thisArg, [face, face, this])); }
    * values() {
      PageFonts().update();
      const faces = [];
      this.#faces.forEach((face) => { ArrayPush(faces, face); });
      yield* arrayIterator(faces);
    }
    [SymbolIterator]() { return this.values(); }
    keys() { return this.values(); }

    #loading() {
      const faces = [];
      this.#faces.forEach((face) => { if (face.status === 'loading') ArrayPush(faces, face); });
      return faces;
    }
    /** The faces of the families that a font shorthand names. */
    #named(font, method) {
      PageFonts().update();
      const parsed = CanvasFonts.parse(`${font}`, CSSValues.DEFAULT_CONTEXT);
      if (parsed === null) throwDOMException('SyntaxError', `Failed to execute '${method}' on 'FontFaceSet': Could not resolve '${font}' as a font.`);
      const wanted = ',' + StringToLowerCase(StringReplaceAll(StringReplaceAll(parsed.family, '"', ''), ', ', ',')) + ',';
      const faces = [];
      this.#faces.forEach((face) => {
        if (StringIncludes(wanted, ',' + StringToLowerCase(face.family) + ',')) ArrayPush(faces, face);
      });
      return faces;
    }
  }
  defineEventHandlers(FontFaceSet.prototype, ['loading', 'loadingdone', 'loadingerror']);
  exposeInterface('FontFaceSet', FontFaceSet);
  return { FontFace, set: new FontFaceSet() };
});
defineMembers(Document.prototype, { get fonts() { return Fonts().set; } });
