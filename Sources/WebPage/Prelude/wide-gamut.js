// Canvases that hold more colours than sRGB has: https://html.spec.whatwg.org/multipage/canvas.html#colour-spaces-and-colour-correction.
// What is recorded for them are the numbers of Display P3, in place of those of sRGB. So is what 16-bit floats may hold, to eight bits.
// Nothing of this is made, and no other canvas is slower for it, until a page asks for such a context.

const WideGamut = lazily(() => {
  const SPACE = 'display-p3';
  const inSpace = (components, from) => ColorSpaces.convert(components, from, SPACE);
  const packedWide = (color, alpha) => Colors.pack(color[0] * 255, color[1] * 255, color[2] * 255, alpha);
  /** A packed colour, or the modern one that a text stands for, as Display P3. */
  const wideColor = (packed, text = null) => {
    const match = text === null ? null : RegExpExec(/^([a-z]+)\(([^]*)\)$/, text);
    const color = match === null ? null : ColorFunctions.parse(match[1], match[2], 255);
    if (color !== null) return packedWide(inSpace(color.c, color.space), color.alpha || 0);
    return packedWide(inSpace([(packed >>> 24) / 255, (packed >>> 16 & 255) / 255, (packed >>> 8 & 255) / 255], 'srgb'), (packed & 255) / 255);
  };

  const paints = new SafeWeakMap();
  const widePaint = (paint) => {
    if (paint.object !== null) return paint;
    let wide = paints.get(paint);
    if (wide === undefined) {
      wide = { ...paint, color: wideColor(paint.color, paint.text) };
      paints.set(paint, wide);
    }
    return wide;
  };

  /** A picture's pixels as bytes of sRGB. */
  const bytesOf = (resource) => {
    if (resource.kind === 'pixels') return resource.bytes;
    const { width, height } = resource;
    const recording = CanvasRecordings.create(width, height, false);
    drawPicture(new CanvasPen(null, recording), { width, height, resource: () => resource }, 0, 0, width, height, 0, 0, width, height);
    return new Uint8ClampedArray(host.readPixels(recording.id, 0, 0, width, height));
  };
  const wideResources = new SafeWeakMap();
  /** A picture as it is drawn onto a wide canvas. */
  const wideResource = (resource) => {
    if (resource.kind === 'itself') return resource;
    let wide = wideResources.get(resource);
    if (wide === undefined) {
      wide = CanvasResources.pixels(resource.width, resource.height, ImagePixels().converted(bytesOf(resource), 'srgb', SPACE));
      wideResources.set(resource, wide);
    }
    return wide;
  };
  /** A picture for sRGB canvases that is another one, with more colours, on wide ones. */
  const pictureOf = (width, height, narrowBytes, wide) => {
    const resource = CanvasResources.pixels(width, height, narrowBytes);
    wideResources.set(resource, wide);
    return resource;
  };

  class WideRecording extends CanvasRecording {
    get storage() { return SPACE; }
    indexOf(resource) { return super.indexOf(this.takesRaw ? resource : wideResource(resource)); }
    snapshot() {
      const own = super.snapshot();
      if (own.narrow === undefined) {
        const { width, height } = own;
        const bytes = new Uint8ClampedArray(host.readPixels(this.id, 0, 0, width, height));
        own.narrow = pictureOf(width, height, ImagePixels().converted(bytes, SPACE, 'srgb'), own);
      }
      return own.narrow;
    }
  }

  class WidePen extends CanvasPen {
    flushFill() { this.flush(DirtyForFill); }
    /** Writes the state with its colours widened, and leaves it as the page set it. */
    flush(mask) {
      if (this.isWidened) {
        super.flush(mask);
        return;
      }
      const { state } = this;
      const { fill, stroke, shadowColor } = state;
      this.isWidened = true;
      state.fill = widePaint(fill);
      state.stroke = widePaint(stroke);
      state.shadowColor = wideColor(shadowColor, state.shadowText);
      super.flush(mask);
      state.fill = fill;
      state.stroke = stroke;
      state.shadowColor = shadowColor;
      this.isWidened = false;
    }
    writeGradient(opcode, gradient) {
      const stops = ArrayMap(recordedStops(gradient), (value, index) => (index % 2 === 0 ? value : wideColor(value)));
      super.writeGradient(opcode, { ...gradient, stops, isModern: false });
    }
    flatten() {
      this.recording.takesRaw = true;
      super.flatten();
      this.recording.takesRaw = false;
    }
  }

  return {
    /** Makes a new recording a wide one, and a pen for it; `colorSpace` is what the page knows it by. */
    pen(canvas, recording, colorSpace) {
      ObjectSetPrototypeOf(recording, WideRecording.prototype);
      ObjectDefineProperty(recording, 'colorSpace', { value: colorSpace });
      return new WidePen(canvas, recording);
    },
    pictureOf,
  };
});
