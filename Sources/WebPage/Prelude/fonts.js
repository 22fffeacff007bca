// CSS Font Loading: every face loads at once; text is drawn in the one font there is.
{
  class FontFace {
    #status = 'unloaded';
    #loaded;
    #resolve;
    constructor(family, source, descriptors = undefined) {
      ObjectAssign(this, { style: 'normal', weight: 'normal', stretch: 'normal', unicodeRange: 'U+0-10FFFF', display: 'auto', featureSettings: 'normal' }, descriptors);
      this.family = `${family}`;
      this.#loaded = new Promise((resolve) => { this.#resolve = resolve; });
      this.source = source;
    }
    get status() { return this.#status; }
    get loaded() { return this.#loaded; }
    load() {
      if (this.#status === 'unloaded') {
        this.#status = 'loading';
        Records.missing(`font ${this.family}`);
        EventLoop.queueTask(() => {
          this.#status = 'loaded';
          this.#resolve(this);
        });
      }
      return this.#loaded;
    }
  }
  exposeInterface('FontFace', FontFace);

  class FontFaceSet extends EventTarget {
    #faces = new SafeSet();
    #ready = PromiseResolve(this);
    get size() { return this.#faces.size; }
    get status() { return 'loaded'; }
    get ready() { return this.#ready; }
    add(face) {
      this.#faces.add(face);
      return this;
    }
    delete(face) { return this.#faces.delete(face); }
    clear() { this.#faces.clear(); }
    has(face) { return this.#faces.has(face); }
    check() { return true; }
    load() { return PromiseResolve([]); }
    forEach(callback, thisArg) { this.#faces.forEach((face) => ReflectApply(callback, thisArg, [face, face, this])); }
    * values() {
      const faces = [];
      this.#faces.forEach((face) => { ArrayPush(faces, face); });
      yield* arrayIterator(faces);
    }
    [SymbolIterator]() { return this.values(); }
  }
  defineEventHandlers(FontFaceSet.prototype, ['loading', 'loadingdone', 'loadingerror']);
  exposeInterface('FontFaceSet', FontFaceSet);
  const fonts = new FontFaceSet();
  defineMembers(Document.prototype, { get fonts() { return fonts; } });
}
