// The settings of pixels that a page has in its hands: https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#imagedatasettings

const PlainImageSettings = ObjectFreeze({ colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' });

/** A word of a dictionary's member, of those that there are. */
const enumMember = (given, member, words, dictionary, type, fallback) => {
  const value = given[member];
  if (value === undefined) return fallback;
  const text = `${value}`;
  if (!ArrayIncludes(words, text)) throw new TypeError(`Failed to read the '${member}' property from '${dictionary}': The provided value '${text}' is not a valid enum value of type ${type}.`);
  return text;
};
const PredefinedColorSpaces = ['srgb', 'display-p3'];
const ImagePixelFormats = ['rgba-unorm8', 'rgba-float16'];

/** What a page gives as settings: {colorSpace, pixelFormat}; without any the colour space is that of the canvas. */
const imageSettings = (given, ownSpace = 'srgb') => {
  if (given === undefined || given === null) return ownSpace === 'srgb' ? PlainImageSettings : { ...PlainImageSettings, colorSpace: ownSpace };
  if (typeof given !== 'object' && typeof given !== 'function') {
    throw new TypeError("Failed to construct 'ImageData': The provided value is not of type 'ImageDataSettings'.");
  }
  const colorSpace = enumMember(given, 'colorSpace', PredefinedColorSpaces, 'ImageDataSettings', 'PredefinedColorSpace', ownSpace);
  const pixelFormat = enumMember(given, 'pixelFormat', ImagePixelFormats, 'ImageDataSettings', 'ImageDataPixelFormat', 'rgba-unorm8');
  return colorSpace === 'srgb' && pixelFormat === 'rgba-unorm8' ? PlainImageSettings : { colorSpace, pixelFormat };
};

/** Between the bytes of canvases and pixels of other settings. */
const ImagePixels = lazily(() => {
  // Taken when first needed: to ask for it is what makes the engine set it up.
  const { Float16Array } = globalThis;
  /** Changes the colours of `pixels` in place from one space to another, `scale` being what stands for full intensity. */
  const convert = (pixels, scale, from, to) => {
    if (from === to) return pixels;
    for (let i = 0; i < pixels.length; i += 4) {
      const color = ColorSpaces.convert([pixels[i] / scale, pixels[i + 1] / scale, pixels[i + 2] / scale], from, to);
      for (let k = 0; k < 3; k++) pixels[i + k] = color[k] * scale;
    }
    return pixels;
  };
  /** The bytes that pixels come to on a canvas whose numbers are of a space. */
  const toBytes = (data, { colorSpace, pixelFormat }, storage) => {
    const isFloat = pixelFormat === 'rgba-float16';
    const pixels = convert(new Float64Array(data), isFloat ? 1 : 255, colorSpace, storage);
    if (isFloat) for (let i = 0; i < pixels.length; i++) pixels[i] *= 255;
    return new Uint8ClampedArray(pixels);
  };
  return {
    isFloat: (value) => TypedArrayTag(value) === 'Float16Array',
    floats: (count) => new Float16Array(count),
    converted: (bytes, from, to) => convert(new Uint8ClampedArray(bytes), 255, from, to),
    fromCanvas(bytes, { colorSpace, pixelFormat }, storage) {
      if (pixelFormat === 'rgba-unorm8') return convert(bytes, 255, storage, colorSpace);
      const pixels = new Float16Array(bytes.length);
      for (let i = 0; i < bytes.length; i++) pixels[i] = bytes[i] / 255;
      return convert(pixels, 1, storage, colorSpace);
    },
    picture({ width, height, data, settings }) {
      const wide = CanvasResources.pixels(width, height, toBytes(data, settings, 'display-p3'));
      return WideGamut().pictureOf(width, height, toBytes(data, settings, 'srgb'), wide);
    },
  };
});
/** An ImageData as a picture: with a copy of its pixels. */
const pictureOfPixels = (image) => (image.settings === PlainImageSettings
  ? CanvasResources.pixels(image.width, image.height, new Uint8ClampedArray(image.data)) : ImagePixels().picture(image));
