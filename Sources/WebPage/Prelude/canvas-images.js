// Pictures as sources of drawing: https://html.spec.whatwg.org/multipage/canvas.html#check-the-usability-of-the-image-argument

const kRecording = Symbol('recording');
const kBitmap = Symbol('bitmap');
/**
 * What an image element has loaded, set by its owner: {width, height, bytes (ArrayBuffer of the file), state
 * ('complete' | 'broken' | 'loading')}; `resource` is added on first use.
 */
const kPicture = Symbol('picture');

const CanvasImages = lazily(() => {
  const SOURCES = '(CSSImageValue or HTMLCanvasElement or HTMLImageElement or HTMLVideoElement or ImageBitmap or OffscreenCanvas or SVGImageElement or VideoFrame)';
  const invalid = (method, message) => throwDOMException('InvalidStateError', `Failed to execute '${method}' on 'CanvasRenderingContext2D': ${message}`);

  const ofRecording = (recording) => ({
    width: recording.width, height: recording.height, recording, resource: () => recording.snapshot(),
  });
  const resourceOf = (picture) => {
    const { bytes, width, height } = picture;
    const drawn = isMarkup(bytes) ? SVGPictures().resource(decodeUTF8(new Uint8Array(bytes)), width, height) : null;
    return drawn ?? CanvasResources.encoded(width, height, bytes);
  };
  /** Whether a picture's file begins as XML does, with blanks or a byte order mark before the first `<`. */
  const isMarkup = (bytes) => {
    const start = new Uint8Array(bytes, 0, MathMin(bytes.byteLength, 64));
    let i = start[0] === 0xef ? 3 : 0;
    while (start[i] <= 32) i++;
    return start[i] === 0x3c;
  };
  const ofPicture = (picture) => ({
    width: picture.width, height: picture.height,
    resource: () => (picture.resource ??= resourceOf(picture)),
  });
  const isMedia = (image) => image[kTag] === 'img' || image[kTag] === 'image' || image[kTag] === 'video';

  return {
    /**
     * {width, height, resource()} of an image argument; null when it has nothing to draw yet.
     * Throws what the standard says for broken images, empty canvases and values that are no images.
     */
    check(image, method, interfaceName = 'CanvasRenderingContext2D', sources = SOURCES) {
      const notAnImage = () => argumentError(method, interfaceName, `The provided value is not of type '${sources}'.`);
      if (image === null || typeof image !== 'object') throw notAnImage();
      if (image[kBitmap] !== undefined) {
        const bitmap = image[kBitmap];
        if (bitmap === null) invalid(method, 'The image source is detached');
        return { width: bitmap.width, height: bitmap.height, resource: () => bitmap };
      }
      if (image[kCanvas] !== undefined) {
        if (image[kCanvas].detached) invalid(method, 'The image argument is a detached OffscreenCanvas.');
        const recording = recordingOf(image);
        if (recording.width === 0 || recording.height === 0) {
          invalid(method, `The image argument is a canvas element with a width or height of 0.`);
        }
        return ofRecording(recording);
      }
      if (image[kTag] === undefined || !isMedia(image)) throw notAnImage();
      const picture = image[kPicture];
      if (picture === undefined || picture === null || picture.state === 'loading') return null;
      if (picture.state === 'broken') invalid(method, "The HTMLImageElement provided is in the 'broken' state.");
      return picture.width === 0 || picture.height === 0 ? null : ofPicture(picture);
    },
  };
});

const canvasImageMembers = () => ({
  drawImage(image, a, b, c, d, e, f, g, h) {
    const given = arguments.length;
    requireArguments('drawImage', 'CanvasRenderingContext2D', given, 3);
    if (given === 4 || (given > 5 && given < 9)) {
      throw argumentError('drawImage', 'CanvasRenderingContext2D', 'Overload resolution failed.');
    }
    a = +a;
    b = +b;
    if (given > 3) {
      c = +c;
      d = +d;
    }
    if (given > 5) {
      e = +e;
      f = +f;
      g = +g;
      h = +h;
    }
    const source = CanvasImages().check(image, 'drawImage');
    if (source === null) return;
    const { width, height } = source;
    if (given < 9) {
      if (isFiniteSum(a + b)) {
        drawPicture(this[kPen], source, 0, 0, width, height, a, b, given === 3 ? width : c, given === 3 ? height : d);
      }
    } else if (isFiniteSum(a + b + c + d)) {
      drawPicture(this[kPen], source, a, b, c, d, e, f, g, h);
    }
  },
});

/** Whether a picture is a canvas through which nothing shows. */
const isOpaque = (recording) => recording !== null && recording !== undefined && (recording.opaque || recording.solid);

/** https://html.spec.whatwg.org/multipage/canvas.html#drawing-images, steps 4 to 7: the source clipped to the picture. */
const drawPicture = (pen, source, sx, sy, sw, sh, dx, dy, dw, dh) => {
  if (!isFiniteSum(dx + dy + dw + dh) || sw === 0 || sh === 0 || dw === 0 || dh === 0) return;
  // Negative sizes name the same rectangles from another corner; nothing is mirrored by them.
  if (sw < 0) {
    sx += sw;
    sw = -sw;
  }
  if (sh < 0) {
    sy += sh;
    sh = -sh;
  }
  if (dw < 0) {
    dx += dw;
    dw = -dw;
  }
  if (dh < 0) {
    dy += dh;
    dh = -dh;
  }
  const left = MathMax(sx, 0);
  const top = MathMax(sy, 0);
  const right = MathMin(sx + sw, source.width);
  const bottom = MathMin(sy + sh, source.height);
  if (right <= left || bottom <= top) return;
  const scaleX = dw / sw;
  const scaleY = dh / sh;
  const isItself = source.recording === pen.recording && pen.state.composite !== CanvasCopyComposite;
  const resource = isItself ? pen.recording.itself : source.resource();
  if (pen.state.composite === CanvasCopyComposite && pen.state.clip === null) pen.restart();
  else if (!isItself && isOpaque(source.recording) && replacesWithPictures(pen)
    && coversBitmap(pen, dx + (left - sx) * scaleX, dy + (top - sy) * scaleY, (right - left) * scaleX, (bottom - top) * scaleY)) {
    // Games paint a frame out of sight and put the whole on the screen.
    pen.restart();
    pen.recording.solid = true;
  }
  if (pen.dirty & DirtyForImage) pen.flush(DirtyForImage);
  const { recording } = pen;
  const index = recording.indexOf(resource);
  const n = recording.reserve(10);
  const { buffer } = recording;
  buffer[n] = CanvasOp.drawImage;
  buffer[n + 1] = index;
  buffer[n + 2] = left;
  buffer[n + 3] = top;
  buffer[n + 4] = right - left;
  buffer[n + 5] = bottom - top;
  buffer[n + 6] = dx + (left - sx) * scaleX;
  buffer[n + 7] = dy + (top - sy) * scaleY;
  buffer[n + 8] = (right - left) * scaleX;
  buffer[n + 9] = (bottom - top) * scaleY;
  recording.length = n + 10;
};
