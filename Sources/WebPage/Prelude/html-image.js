// `<img>` and `new Image` (HTML § 4.8.3): data: and blob: sources and files of the submission; none from the network.

const noImage = ObjectFreeze({ state: 'complete', width: 0, height: 0, bytes: null, url: '' });

/** Loads that the window's load event waits for. */
const ResourceLoads = {
  count: 0,
  afterwards: null,
  begin() { this.count += 1; },
  end() {
    this.count -= 1;
    if (this.count > 0 || this.afterwards === null) return;
    const callback = this.afterwards;
    this.afterwards = null;
    callback();
  },
  whenIdle(callback) { if (this.count === 0) callback(); else this.afterwards = callback; },
};

const loadImage = (image, address) => {
  const state = { width: 0, height: 0, bytes: null, state: 'loading', url: address, waiting: [] };
  image[kPicture] = state;
  ResourceLoads.begin();
  EventLoop.queueTask(() => {
    if (image[kPicture] === state) finishImage(image, state, Resources.read(address));
    ResourceLoads.end();
  });
};
const finishImage = (image, state, resource) => {
  const bytes = resource === null ? null : bufferOfBytes(resource.bytes);
  const size = bytes === null ? null : JSONParse(host.imageSize(bytes) ?? 'null');
  state.state = size === null ? 'broken' : 'complete';
  if (size !== null) { state.bytes = bytes; state.width = size[0]; state.height = size[1]; }
  DocumentState.version++;
  if (image[kConnected]) notifyDomObservers('attribute', image, 'src');
  for (let i = 0; i < state.waiting.length; i++) settleDecode(state, state.waiting[i]);
  fireEvent(image, size === null ? 'error' : 'load');
};
const settleDecode = (state, waiter) => {
  if (state.bytes === null) waiter.reject(new (DOMException())('The source image cannot be decoded.', 'EncodingError'));
  else waiter.resolve();
};

const Images = defineLazyGlobals(['HTMLImageElement', 'Image'], () => {
  class HTMLImageElement extends HTMLElement {
    get complete() { return (this[kPicture] ?? noImage).state !== 'loading'; }
    // Where it is on the page: nothing that a script could set.
    get x() { return MathRound(Rendering().Layout.layoutBoxOf(this)?.x ?? 0); }
    get y() { return MathRound(Rendering().Layout.layoutBoxOf(this)?.y ?? 0); }
    get naturalWidth() { return (this[kPicture] ?? noImage).width; }
    get naturalHeight() { return (this[kPicture] ?? noImage).height; }
    get currentSrc() { return resolveURL((this[kPicture] ?? noImage).url); }
    get width() { return this[kAttributes].has('width') ? parseIntegerAttribute(this[kAttributes].get('width'), 0) : this[kConnected] && this.clientWidth || this.naturalWidth; }
    set width(value) { setAttributeValue(this, 'width', `${value | 0}`); }
    get height() { return this[kAttributes].has('height') ? parseIntegerAttribute(this[kAttributes].get('height'), 0) : this[kConnected] && this.clientHeight || this.naturalHeight; }
    set height(value) { setAttributeValue(this, 'height', `${value | 0}`); }
    decode() {
      const state = this[kPicture] ?? noImage;
      const waiter = {};
      const promise = new Promise((resolve, reject) => { waiter.resolve = resolve; waiter.reject = reject; });
      if (state.state !== 'loading') settleDecode(state, waiter);
      else ArrayPush(state.waiting, waiter);
      return promise;
    }
    [kAttributeChanged](name, old, value) {
      if (name !== 'src') return;
      if (value === undefined || value === '') this[kPicture] = noImage;
      else loadImage(this, value);
    }
  }
  reflectStrings(HTMLImageElement, ['alt', 'srcset', 'sizes', 'useMap', 'crossOrigin', 'name', 'align', 'border', 'fetchPriority', 'referrerPolicy']);
  defineMembers(HTMLImageElement.prototype, {
    get loading() { return StringToLowerCase(this[kAttributes].get('loading') ?? '') === 'lazy' ? 'lazy' : 'eager'; },
    set loading(value) { setAttributeValue(this, 'loading', `${value}`); },
    get decoding() {
      const hint = StringToLowerCase(this[kAttributes].get('decoding') ?? '');
      return hint === 'sync' || hint === 'async' ? hint : 'auto';
    },
    set decoding(value) { setAttributeValue(this, 'decoding', `${value}`); },
  });
  reflectBooleans(HTMLImageElement, ['isMap']);
  reflectURLs(HTMLImageElement, ['src']);
  exposeInterface('HTMLImageElement', HTMLImageElement);
  function Image(width, height) {
    const image = createElementIn(DocumentState.document, 'img', 'html');
    if (width !== undefined) image.width = width;
    if (height !== undefined) image.height = height;
    return image;
  }
  Image.prototype = HTMLImageElement.prototype;
  defineGlobal('Image', Image);
  return { img: HTMLImageElement };
});
elementMakers.set('img', () => Images().img);
