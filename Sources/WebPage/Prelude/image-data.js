// ImageData: https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#imagedata

const kImageData = Symbol('imageData');
/** More pixels than this can't be had, as in browsers. */
const ImagePixelsMax = 268435456;

/** A dimension as WebIDL's [EnforceRange]-less unsigned long has it. */
const toUnsignedLong = (value) => (+value) >>> 0;

const requireConstructorArguments = (name, count, required) => {
  if (count < required) throw new TypeError(`Failed to construct '${name}': ${required} arguments required, but only ${count} present.`);
};
const newPixels = (width, height, method, settings = PlainImageSettings) => {
  if (width * height > ImagePixelsMax) {
    throw new RangeError(`Failed to execute '${method}' on 'CanvasRenderingContext2D': Out of memory at ImageData creation.`);
  }
  return settings.pixelFormat === 'rgba-unorm8' ? new Uint8ClampedArray(width * height * 4) : ImagePixels().floats(width * height * 4);
};
const imageDataHeight = (data, width, given) => {
  const fail = (name, message) => throwDOMException(name, `Failed to construct 'ImageData': ${message}`);
  const { length } = data;
  if (length === 0 || length % 4 !== 0) fail('InvalidStateError', 'The input data length is not a multiple of 4.');
  if (width === 0) fail('IndexSizeError', 'The source width is zero or not a number.');
  if (length / 4 % width !== 0) fail('IndexSizeError', 'The input data length is not a multiple of (4 * width).');
  const height = length / 4 / width;
  if (given !== undefined && toUnsignedLong(given) !== height) fail('IndexSizeError', 'The input data length is not equal to (4 * width * height).');
  return height;
};
/** The settings for pixels that the page has: they don't change the kind of array that it is. */
const settingsOfArray = (data, given) => {
  const settings = imageSettings(given);
  const isFloat = ImagePixels().isFloat(data);
  if (isFloat !== (settings.pixelFormat === 'rgba-float16')) {
    const needed = isFloat ? 'Float16Array must use rgba-float16' : 'Uint8ClampedArray must use rgba-unorm8';
    throwDOMException('InvalidStateError', `Failed to construct 'ImageData': ${needed} pixelFormat.`);
  }
  return settings;
};
const ImageData = exposeLazily('ImageData', () => {
  class ImageData {
    constructor(first, second, third = undefined, fourth = undefined) {
      requireConstructorArguments('ImageData', arguments.length, 2);
      let data = null;
      let width;
      let height;
      let settings;
      if (first instanceof Uint8ClampedArray || ImagePixels().isFloat(first)) {
        data = first;
        width = toUnsignedLong(second);
        height = imageDataHeight(data, width, third);
        settings = settingsOfArray(data, fourth);
      } else {
        width = toUnsignedLong(first);
        height = toUnsignedLong(second);
        settings = imageSettings(third);
        if (width === 0 || height === 0) {
          throwDOMException('IndexSizeError', `Failed to construct 'ImageData': The source ${width === 0 ? 'width' : 'height'} is zero or not a number.`);
        }
        if (width * height > ImagePixelsMax) throwDOMException('IndexSizeError', "Failed to construct 'ImageData': The requested image size exceeds the supported range.");
        data = newPixels(width, height, '', settings);
      }
      this[kImageData] = { width, height, data, settings };
    }
  }
  defineMembers(ImageData.prototype, {
    get width() { return this[kImageData].width; },
    get height() { return this[kImageData].height; },
    get data() { return this[kImageData].data; },
    get colorSpace() { return this[kImageData].settings.colorSpace; },
    get pixelFormat() { return this[kImageData].settings.pixelFormat; },
  });
  ArrayPush(SerializableClasses, {
    Class: ImageData,
    clone: (value) => {
      const { width, height, data, settings } = value[kImageData];
      const copy = newPixels(width, height, 'structuredClone', settings);
      for (let i = 0; i < data.length; i++) copy[i] = data[i];
      return imageDataOf(width, height, copy, settings);
    },
  });
  return ImageData;
});

/** An ImageData of which the prelude supplies the pixels. */
const imageDataOf = (width, height, data, settings = PlainImageSettings) => {
  const image = ObjectCreate(ImageData().prototype);
  image[kImageData] = { width, height, data, settings };
  return image;
};

/** WebIDL's [EnforceRange] long: anything that isn't one, infinities and NaN included, is a TypeError. */
const toLong = (value, method) => {
  const given = +value;
  if (given === Infinity || given === -Infinity) throw argumentError(method, 'CanvasRenderingContext2D', "Value is infinite and not of type 'long'.");
  const number = MathTrunc(given);
  if (number >= -2147483648 && number <= 2147483647) return number === 0 ? 0 : number;
  throw argumentError(method, 'CanvasRenderingContext2D', "Value is not of type 'long'.");
};
/** The pen of a context; methods that need none otherwise refuse other receivers by asking for it. */
const penOf = (context) => {
  const pen = context[kPen];
  if (pen === undefined) throw new TypeError('Illegal invocation');
  return pen;
};
const canvasPixelMembers = () => ({
  createImageData(first, second = undefined, third = undefined) {
    penOf(this);
    const given = arguments.length;
    requireArguments('createImageData', 'CanvasRenderingContext2D', given, 1);
    if (given === 1) {
      if (!(first instanceof ImageData())) throw argumentError('createImageData', 'CanvasRenderingContext2D', "parameter 1 is not of type 'ImageData'.");
      const { width, height, settings } = first[kImageData];
      return imageDataOf(width, height, newPixels(width, height, 'createImageData', settings), settings);
    }
    const width = MathAbs(toLong(first, 'createImageData'));
    const height = MathAbs(toLong(second, 'createImageData'));
    const settings = imageSettings(third, penOf(this).recording.colorSpace);
    if (width === 0 || height === 0) throwDOMException('IndexSizeError', `Failed to execute 'createImageData' on 'CanvasRenderingContext2D': The source ${width === 0 ? 'width' : 'height'} is zero or not a number.`);
    return imageDataOf(width, height, newPixels(width, height, 'createImageData', settings), settings);
  },
  getImageData(x, y, w, h, options = undefined) {
    requireArguments('getImageData', 'CanvasRenderingContext2D', arguments.length, 4);
    let left = toLong(x, 'getImageData');
    let top = toLong(y, 'getImageData');
    let width = toLong(w, 'getImageData');
    let height = toLong(h, 'getImageData');
    const settings = imageSettings(options, this[kPen].recording.colorSpace);
    if (width === 0 || height === 0) throwDOMException('IndexSizeError', `Failed to execute 'getImageData' on 'CanvasRenderingContext2D': The source ${width === 0 ? 'width' : 'height'} is 0.`);
    const pen = this[kPen];
    if (pen.recording.tainted) throwDOMException('SecurityError', "Failed to execute 'getImageData' on 'CanvasRenderingContext2D': The canvas has been tainted by cross-origin data.");
    if (width < 0) {
      left += width;
      width = -width;
    }
    if (height < 0) {
      top += height;
      height = -height;
    }
    const { recording } = pen;
    const isBlank = recording.length === 0 && !recording.opaque;
    if (isBlank || width * height > ImagePixelsMax) return imageDataOf(width, height, newPixels(width, height, 'getImageData', settings), settings);
    const bytes = new Uint8ClampedArray(host.readPixels(recording.id, left, top, width, height));
    return imageDataOf(width, height, settings.colorSpace === recording.storage && settings.pixelFormat === 'rgba-unorm8' ? bytes : ImagePixels().fromCanvas(bytes, settings, recording.storage), settings);
  },
  putImageData(image, x, y, dirtyX = 0, dirtyY = 0, dirtyWidth = undefined, dirtyHeight = undefined) {
    const given = arguments.length;
    requireArguments('putImageData', 'CanvasRenderingContext2D', given, 3);
    if (!(image instanceof ImageData())) throw argumentError('putImageData', 'CanvasRenderingContext2D', "parameter 1 is not of type 'ImageData'.");
    if (given > 3 && given < 7) requireArguments('putImageData', 'CanvasRenderingContext2D', given, 7);
    const { width, height, data } = image[kImageData];
    if (data.length === 0) throwDOMException('InvalidStateError', "Failed to execute 'putImageData' on 'CanvasRenderingContext2D': The source data has been detached.");
    const dx = toLong(x, 'putImageData');
    const dy = toLong(y, 'putImageData');
    let left = toLong(dirtyX, 'putImageData');
    let top = toLong(dirtyY, 'putImageData');
    let right = left + (dirtyWidth === undefined ? width : toLong(dirtyWidth, 'putImageData'));
    let bottom = top + (dirtyHeight === undefined ? height : toLong(dirtyHeight, 'putImageData'));
    const endX = right;
    const endY = bottom;
    right = MathMin(MathMax(left, right), width);
    bottom = MathMin(MathMax(top, bottom), height);
    left = MathMax(MathMin(left, endX), 0);
    top = MathMax(MathMin(top, endY), 0);
    if (right <= left || bottom <= top) return;
    const pen = this[kPen];
    const { recording } = pen;
    if (dx + left <= 0 && dy + top <= 0 && dx + right >= recording.width && dy + bottom >= recording.height) pen.restart();
    else if (pen.dirty & DirtyLength) pen.flush(DirtyLength);
    pen.writeImageData(pictureOfPixels(image[kImageData]), dx, dy, left, top, right, bottom);
  },
});
