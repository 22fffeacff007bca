// OffscreenCanvas and ImageBitmap: https://html.spec.whatwg.org/multipage/canvas.html#the-offscreencanvas-interface

const offscreenSide = (value, name) => {
  const side = +value;
  if (side - side !== 0 || side < 0 || side > 9007199254740991) {
    throw new TypeError(`Failed to set '${name}' on 'OffscreenCanvas': Value is outside the 'unsigned long long' value range.`);
  }
  return MathTrunc(side);
};

const encodeOffscreen = (canvas) => {
  if (canvas[kCanvas].context === null) throwDOMException('InvalidStateError', "Failed to execute 'convertToBlob' on 'OffscreenCanvas': The OffscreenCanvas has no rendering context.");
  const { recording } = canvas[kCanvas];
  if (canvasWidth(canvas) === 0 || canvasHeight(canvas) === 0) throwDOMException('IndexSizeError', "Failed to execute 'convertToBlob' on 'OffscreenCanvas': The size of the OffscreenCanvas is zero.");
  if (recording !== null && recording.tainted) throwDOMException('SecurityError', "Failed to execute 'convertToBlob' on 'OffscreenCanvas': Tainted OffscreenCanvas may not be exported.");
  return blobOfPNG(encodedCanvas(canvas));
};
const OffscreenCanvas = exposeLazily('OffscreenCanvas', () => {
  class OffscreenCanvas extends EventTarget {
    constructor(width, height) {
      super();
      requireConstructorArguments('OffscreenCanvas', arguments.length, 2);
      this[kCanvas] = newCanvasState(offscreenSide(width, 'width'), offscreenSide(height, 'height'));
      this[kRecording] = null;
    }
  }
  defineEventHandlers(OffscreenCanvas.prototype, ['contextlost', 'contextrestored']);
  defineMembers(OffscreenCanvas.prototype, {
    get width() { return this[kCanvas].width; },
    set width(value) {
      this[kCanvas].width = offscreenSide(value, 'width');
      resizeCanvas(this);
    },
    get height() { return this[kCanvas].height; },
    set height(value) {
      this[kCanvas].height = offscreenSide(value, 'height');
      resizeCanvas(this);
    },
    getContext(id, options = undefined) {
      requireArguments('getContext', 'OffscreenCanvas', arguments.length, 1);
      const name = `${id}`;
      if (CanvasContextTypes[name] === undefined && MissingContexts[name] === undefined) {
        throw argumentError('getContext', 'OffscreenCanvas', `The provided value '${name}' is not a valid enum value of type OffscreenRenderingContextType.`);
      }
      if (this[kCanvas].detached) throwDOMException('InvalidStateError', "Failed to execute 'getContext' on 'OffscreenCanvas': OffscreenCanvas object is detached.");
      return contextOf(this, name, options, OffscreenCanvasRenderingContext2D);
    },
    convertToBlob(options = undefined) {
      return new Promise((resolve) => {
        const blob = encodeOffscreen(this);
        EventLoop.queueTask(() => resolve(blob));
      });
    },
    transferToImageBitmap() {
      const state = this[kCanvas];
      if (state.context === null) throwDOMException('InvalidStateError', "Failed to execute 'transferToImageBitmap' on 'OffscreenCanvas': Cannot transfer an ImageBitmap from an OffscreenCanvas with no context.");
      const bitmap = imageBitmapOf(state.recording.snapshot());
      const pen = state.context[kPen];
      if (pen === undefined) state.recording.restart();
      else pen.restart();
      return bitmap;
    },
  });
  ArrayPush(TransferableClasses, {
    Class: OffscreenCanvas,
    receive: (value, fail) => {
      if (value[kCanvas].detached) fail('An OffscreenCanvas could not be cloned because it was detached.');
      if (value[kCanvas].context !== null) throwDOMException('InvalidStateError', 'An OffscreenCanvas could not be transferred because it had a rendering context.');
      const received = new OffscreenCanvas(value.width, value.height);
      received[kCanvas].recording = value[kCanvas].recording;
      received[kRecording] = value[kRecording];
      return received;
    },
    detach: (value) => {
      value[kCanvas] = { ...newCanvasState(0, 0), detached: true };
      value[kRecording] = null;
    },
  });
  return OffscreenCanvas;
});

const ImageBitmap = exposeLazily('ImageBitmap', () => {
  class ImageBitmap {
    constructor(token) { refuseConstruction(token); }
  }
  defineMembers(ImageBitmap.prototype, {
    get width() { return this[kBitmap]?.width ?? 0; },
    get height() { return this[kBitmap]?.height ?? 0; },
    close() { this[kBitmap] = null; },
  });
  ArrayPush(SerializableClasses, {
    Class: ImageBitmap,
    clone: (value) => {
      if (value[kBitmap] === null) throwDOMException('DataCloneError', 'An ImageBitmap is detached and could not be cloned.');
      return imageBitmapOf(value[kBitmap]);
    },
  });
  ArrayPush(TransferableClasses, {
    Class: ImageBitmap,
    receive: (value, fail) => {
      if (value[kBitmap] === null) fail('An ImageBitmap is detached and could not be cloned.');
      return imageBitmapOf(value[kBitmap]);
    },
    detach: (value) => { value[kBitmap] = null; },
  });
  return ImageBitmap;
});
const imageBitmapOf = (resource) => {
  const bitmap = new (ImageBitmap())(kInternal);
  bitmap[kBitmap] = resource;
  return bitmap;
};

defineLazyGlobals(['createImageBitmap'], () => {
  const sourceOf = (image) => {
    if (image instanceof ImageData()) {
      const { width, height } = image[kImageData];
      return { width, height, resource: () => pictureOfPixels(image[kImageData]) };
    }
    if (image instanceof Files().Blob) {
      const bytes = bufferOfBytes(blobBytes(image));
      const size = JSONParse(host.imageSize(bytes) ?? 'null');
      if (size === null) throwDOMException('InvalidStateError', 'The source image could not be decoded.');
      return { width: size[0], height: size[1], resource: () => CanvasResources.encoded(size[0], size[1], bytes) };
    }
    const source = CanvasImages().check(image, 'createImageBitmap', 'Window', '(Blob or HTMLCanvasElement or HTMLImageElement or HTMLVideoElement or ImageBitmap or ImageData or OffscreenCanvas or SVGImageElement or VideoFrame)');
    if (source !== null && (source.width > CanvasSideMax || source.height > CanvasSideMax)) throwDOMException('InvalidStateError', 'The source canvas is too large.');
    if (source === null) throwDOMException('InvalidStateError', 'The image source has no picture.');
    return source;
  };

  /** Cuts and scales by drawing into a recording of its own, unless the whole picture is wanted as it is. */
  const cut = (source, x, y, width, height, options) => {
    const outWidth = options?.resizeWidth ?? (options?.resizeHeight === undefined ? MathAbs(width) : MathCeil(MathAbs(width) * options.resizeHeight / MathAbs(height)));
    const outHeight = options?.resizeHeight ?? (options?.resizeWidth === undefined ? MathAbs(height) : MathCeil(MathAbs(height) * options.resizeWidth / MathAbs(width)));
    if (!(outWidth > 0) || !(outHeight > 0)) throwDOMException('InvalidStateError', 'The resize dimensions are zero.');
    if (outWidth * outHeight > ImagePixelsMax) throwDOMException('InvalidStateError', 'The ImageBitmap could not be allocated.');
    const flip = options?.imageOrientation === 'flipY';
    if (!flip && x === 0 && y === 0 && outWidth === source.width && outHeight === source.height && width > 0 && height > 0) {
      return imageBitmapOf(source.resource());
    }
    const recording = CanvasRecordings.create(outWidth, outHeight, false);
    const pen = new CanvasPen(null, recording);
    if (flip) pen.setTransform(1, 0, 0, -1, 0, outHeight);
    if (options?.resizeQuality === 'pixelated') {
      pen.state.smoothing = false;
      pen.dirty |= DirtySmoothing;
    }
    drawPicture(pen, source, x, y, width, height, 0, 0, outWidth, outHeight);
    return imageBitmapOf(recording.snapshot());
  };

  defineGlobal('createImageBitmap', function createImageBitmap(image, x = undefined, y, width, height, options) {
    const given = arguments.length;
    return new Promise((resolve, reject) => {
      requireArguments('createImageBitmap', 'Window', given, 1);
      if (given === 3 || given === 4) throw argumentError('createImageBitmap', 'Window', 'Valid arities are: [1, 2, 5, 6].');
      const source = sourceOf(image);
      const whole = given < 5;
      const w = whole ? source.width : width | 0;
      const h = whole ? source.height : height | 0;
      if (w === 0 || h === 0) throw new RangeError(`Failed to execute 'createImageBitmap' on 'Window': The crop rect ${w === 0 ? 'width' : 'height'} is 0.`);
      const bitmap = cut(source, whole ? 0 : x | 0, whole ? 0 : y | 0, w, h, whole ? x : options);
      EventLoop.queueTask(() => resolve(bitmap));
    });
  });
});
