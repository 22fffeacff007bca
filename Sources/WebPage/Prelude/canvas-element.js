// HTMLCanvasElement and the 2D context's interface: https://html.spec.whatwg.org/multipage/canvas.html#the-canvas-element

const kCanvas = Symbol('canvas');
const kContextAttributes = Symbol('contextAttributes');

/** What texts say as numbers, null for none: games ask for the size of their canvas at every frame. */
const dimensions = new SafeMap();
const DIMENSIONS_MAX = 1000;
/** https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#rules-for-parsing-non-negative-integers */
const parseDimension = (text, fallback) => {
  if (text === undefined) return fallback;
  let value = dimensions.get(text);
  if (value === undefined) {
    const match = RegExpExec(/^[\t\n\f\r ]*(?:\+?(\d+)|-0+(?!\d))/, text);
    const number = match === null ? Infinity : +(match[1] ?? 0);
    value = number > 2147483647 ? null : number;
    if (dimensions.size >= DIMENSIONS_MAX) dimensions.clear();
    dimensions.set(text, value);
  }
  return value ?? fallback;
};
const canvasWidth = (canvas) => (canvas[kAttributes] === undefined ? canvas[kCanvas].width : parseDimension(canvas[kAttributes].get('width'), 300));
const canvasHeight = (canvas) => (canvas[kAttributes] === undefined ? canvas[kCanvas].height : parseDimension(canvas[kAttributes].get('height'), 150));

/** The recording of a canvas, made when it is first asked for. */
const recordingOf = (canvas) => {
  const state = canvas[kCanvas];
  if (state.recording === null) {
    state.recording = CanvasRecordings.create(canvasWidth(canvas), canvasHeight(canvas), false);
    canvas[kRecording] = state.recording;
  }
  return state.recording;
};
/** Setting either side, even to what it was, empties the bitmap and resets the context. */
const resizeCanvas = (canvas) => {
  const { recording, context } = canvas[kCanvas];
  if (recording === null) return;
  recording.resize(canvasWidth(canvas), canvasHeight(canvas));
  if (context !== null && context[kPen] !== undefined) context[kPen].reset();
};
const newCanvasState = (width, height) => ({ recording: null, context: null, type: '', width, height, transferred: false });

/** The settings that a page gives for a context, asked for once and in this order. */
const contextAttributes = (given) => {
  const name = 'CanvasContextCreationAttributesModule';
  const { alpha } = given;
  const colorSpace = enumMember(given, 'colorSpace', PredefinedColorSpaces, name, 'PredefinedColorSpace', 'srgb');
  const colorType = enumMember(given, 'colorType', ['unorm8', 'float16'], name, 'CanvasPixelFormat', 'unorm8');
  return {
    alpha: alpha === undefined ? true : !!alpha, colorSpace, colorType, desynchronized: !!given.desynchronized,
    toneMapping: { mode: 'standard' }, willReadFrequently: !!given.willReadFrequently,
  };
};
const initializeContext = (context, canvas, given) => {
  const attributes = given === undefined ? {
    alpha: true, colorSpace: 'srgb', colorType: 'unorm8', desynchronized: false, toneMapping: { mode: 'standard' }, willReadFrequently: false,
  } : contextAttributes(given);
  const recording = recordingOf(canvas);
  recording.opaque = !attributes.alpha;
  LookSigns.noteStamp();
  const isPlain = attributes.colorSpace === 'srgb' && attributes.colorType === 'unorm8';
  context[kPen] = isPlain ? new CanvasPen(canvas, recording) : WideGamut().pen(canvas, recording, attributes.colorSpace);
  context[kPath] = context[kPen].path;
  context[kContextAttributes] = attributes;
};
const defineContextMembers = (prototype) => {
  defineMembers(prototype, canvasStateMembers());
  defineMembers(prototype, canvasPathMembers('CanvasRenderingContext2D'));
  defineMembers(prototype, canvasDrawingMembers());
  defineMembers(prototype, canvasTextMembers());
  defineMembers(prototype, canvasImageMembers());
  defineMembers(prototype, canvasPixelMembers());
  defineMembers(prototype, {
    get canvas() { return this[kPen].canvas; },
    getContextAttributes() { return ObjectAssign({}, this[kContextAttributes]); },
  });
};
const CanvasRenderingContext2D = exposeLazily('CanvasRenderingContext2D', () => {
  class CanvasRenderingContext2D {
    constructor(token, canvas, given) {
      refuseConstruction(token);
      initializeContext(this, canvas, given);
    }
  }
  defineContextMembers(CanvasRenderingContext2D.prototype);
  return CanvasRenderingContext2D;
});
const OffscreenCanvasRenderingContext2D = exposeLazily('OffscreenCanvasRenderingContext2D', () => {
  class OffscreenCanvasRenderingContext2D {
    constructor(token, canvas, given) {
      refuseConstruction(token);
      initializeContext(this, canvas, given);
    }
  }
  defineContextMembers(OffscreenCanvasRenderingContext2D.prototype);
  delete OffscreenCanvasRenderingContext2D.prototype.drawFocusIfNeeded;
  return OffscreenCanvasRenderingContext2D;
});
const ImageBitmapRenderingContext = exposeLazily('ImageBitmapRenderingContext', () => {
  class ImageBitmapRenderingContext {
    constructor(token, canvas) {
      refuseConstruction(token);
      this[kCanvas] = canvas;
    }
  }
  defineMembers(ImageBitmapRenderingContext.prototype, {
    get canvas() { return this[kCanvas]; },
    transferFromImageBitmap(bitmap) {
      requireArguments('transferFromImageBitmap', 'ImageBitmapRenderingContext', arguments.length, 1);
      const recording = recordingOf(this[kCanvas]);
      recording.restart();
      if (bitmap === null) return;
      const picture = bitmap[kBitmap];
      if (picture === null) throwDOMException('InvalidStateError', 'The input ImageBitmap has been detached.');
      recording.resize(picture.width, picture.height);
      const pen = new CanvasPen(this[kCanvas], recording);
      drawPicture(pen, { width: picture.width, height: picture.height, resource: () => picture },
        0, 0, picture.width, picture.height, 0, 0, picture.width, picture.height);
      bitmap[kBitmap] = null;
    },
  });
  return ImageBitmapRenderingContext;
});

const CanvasContextTypes = { __proto__: null, '2d': '2d', bitmaprenderer: 'bitmaprenderer' };
/** Interfaces by whose presence pages tell whether to ask for such a context at all. */
exposeLazily('WebGLRenderingContext', () => class WebGLRenderingContext { constructor(token) { refuseConstruction(token); } });
exposeLazily('WebGL2RenderingContext', () => class WebGL2RenderingContext { constructor(token) { refuseConstruction(token); } });
const MissingContexts = {
  __proto__: null, webgl: 'webgl', 'experimental-webgl': 'webgl', webgl2: 'webgl2', webgpu: 'webgpu',
};
/** https://html.spec.whatwg.org/multipage/canvas.html#dom-canvas-getcontext */
const contextOf = (canvas, id, given, Context2D) => {
  const name = `${id}`;
  const state = canvas[kCanvas];
  if (state.transferred) throwDOMException('InvalidStateError', "Failed to execute 'getContext' on 'HTMLCanvasElement': Cannot get context from a canvas that has transferred its control to offscreen.");
  const type = CanvasContextTypes[name];
  if (type === undefined) {
    if (MissingContexts[name] !== undefined) Records.missing(MissingContexts[name]);
    return null;
  }
  if (state.context !== null) return state.type === type ? state.context : null;
  const options = given !== null && (typeof given === 'object' || typeof given === 'function') ? given : undefined;
  if (type === '2d') state.context = new (Context2D())(kInternal, canvas, options);
  else state.context = new (ImageBitmapRenderingContext())(kInternal, canvas);
  state.type = type;
  return state.context;
};

/** Browsers have no pixels for canvases that are longer than this. */
const CanvasSideMax = 65535;
/** The bitmap as a PNG file's bytes; null for an empty bitmap. Other types are answered with PNG, as the standard allows. */
const encodedCanvas = (canvas) => {
  const { width, height, id } = recordingOf(canvas);
  if (width === 0 || height === 0 || width > CanvasSideMax || height > CanvasSideMax) return null;
  return host.encodePNG(id);
};
const refuseTainted = (canvas, method) => {
  if (recordingOf(canvas).tainted) throwDOMException('SecurityError', `Failed to execute '${method}' on 'HTMLCanvasElement': Tainted canvases may not be exported.`);
};
const blobOfPNG = (base64) => new (Files().Blob)([Base64().decode(base64)], { type: 'image/png' });

const setCanvasSide = (canvas, name, value, fallback) => {
  if (canvas[kCanvas].transferred) throwDOMException('InvalidStateError', `Failed to set the '${name}' property on 'HTMLCanvasElement': Cannot resize canvas after call to transferControlToOffscreen().`);
  const side = toUnsignedLong(value);
  setAttributeValue(canvas, name, '' + (side > 2147483647 ? fallback : side));
};
defineElement('HTMLCanvasElement', 'canvas', () => {
  class HTMLCanvasElement extends HTMLElement {
    constructor() {
      super();
      this[kCanvas] = newCanvasState(0, 0);
      this[kRecording] = null;
    }
    [kAttributeChanged](name, old, value) {
      if (name === 'width' || name === 'height') resizeCanvas(this);
    }
  }
  defineMembers(HTMLCanvasElement.prototype, {
    get width() { return canvasWidth(this); },
    set width(value) { setCanvasSide(this, 'width', value, 300); },
    get height() { return canvasHeight(this); },
    set height(value) { setCanvasSide(this, 'height', value, 150); },
    getContext(id, options = undefined) {
      requireArguments('getContext', 'HTMLCanvasElement', arguments.length, 1);
      return contextOf(this, id, options, CanvasRenderingContext2D);
    },
    toDataURL(type = undefined, quality = undefined) {
      refuseTainted(this, 'toDataURL');
      const base64 = encodedCanvas(this);
      return base64 === null ? 'data:,' : 'data:image/png;base64,' + base64;
    },
    toBlob(callback, type = undefined, quality = undefined) {
      requireArguments('toBlob', 'HTMLCanvasElement', arguments.length, 1);
      if (typeof callback !== 'function') throw argumentError('toBlob', 'HTMLCanvasElement', 'parameter 1 is not of type \'Function\'.');
      refuseTainted(this, 'toBlob');
      const base64 = encodedCanvas(this);
      EventLoop.queueTask(() => EventLoop.invoke(callback, undefined, base64 === null ? null : blobOfPNG(base64)));
    },
    transferControlToOffscreen() {
      const state = this[kCanvas];
      if (state.context !== null || state.transferred) {
        throwDOMException('InvalidStateError', `Failed to execute 'transferControlToOffscreen' on 'HTMLCanvasElement': Cannot transfer control from a canvas ${state.transferred ? 'for more than one time' : 'that has a rendering context'}.`);
      }
      const offscreen = new (OffscreenCanvas())(canvasWidth(this), canvasHeight(this));
      offscreen[kCanvas].recording = recordingOf(this);
      offscreen[kRecording] = this[kRecording];
      state.transferred = true;
      return offscreen;
    },
    captureStream() {
      Records.missing('captureStream');
      return throwDOMException('NotSupportedError', "Failed to execute 'captureStream' on 'HTMLCanvasElement': Unable to capture the canvas.");
    },
  });
  return HTMLCanvasElement;
});
