// The pen: a context's state, path and recording, and how what changed gets into the recording before a draw.

const kPen = Symbol('pen');

class CanvasPen {
  constructor(canvas, recording) {
    this.canvas = canvas;
    this.recording = recording;
    recording.pen = this;
    this.path = new PathBuilder();
    this.state = new CanvasState();
    // Saved states below `depth`, states to be used again from there on.
    this.stack = [];
    this.depth = 0;
    this.written = new CanvasState();
    this.dirty = 0;
    // The PathBuilder, and its beginnings and length, that the recording's current path was copied from.
    this.writtenPath = null;
    this.writtenBeginnings = 0;
    this.writtenLength = 0;
    this.strokeRun = new StrokeRun();
  }

  /** Back to the default state, as reset() and a change of size have it. */
  reset() {
    this.recording.restart();
    this.state = new CanvasState();
    this.depth = 0;
    this.path.clear();
    this.path.matrix = null;
    this.forgetWritten();
    this.dirty = 0;
  }

  /** The recording starts from the initial state. */
  forgetWritten() {
    const { written } = this;
    written.assign(InitialState);
    written.fillVersion = written.strokeVersion = written.features = 0;
    this.writtenPath = null;
    this.dirty = DirtyAll;
  }

  /** Drops what was recorded: the next command covers it all. */
  restart() {
    this.recording.restart();
    this.forgetWritten();
  }

  save() {
    const { stack, depth } = this;
    if (depth === stack.length) ArrayPush(stack, new CanvasState());
    stack[depth].assign(this.state);
    this.depth = depth + 1;
  }

  restore() {
    if (this.depth === 0) return;
    const depth = --this.depth;
    const saved = this.stack[depth];
    this.stack[depth] = this.state;
    this.state = saved;
    this.dirty |= DirtyAll;
    this.transformChanged();
  }

  setTransform(a, b, c, d, e, f) {
    const { state } = this;
    state.a = a;
    state.b = b;
    state.c = c;
    state.d = d;
    state.e = e;
    state.f = f;
    this.transformChanged();
  }

  transformChanged() {
    const { state } = this;
    this.dirty |= DirtyTransform;
    this.path.matrix = state.a === 1 && state.b === 0 && state.c === 0 && state.d === 1 && state.e === 0 && state.f === 0
      ? null : state;
  }

  /** `flush(DirtyForFill)`, made short for what most fills have to tell: another colour. */
  flushFill() {
    const { fill } = this.state;
    if ((this.dirty & DirtyForFill) !== DirtyFill || fill.object !== null) {
      this.flush(DirtyForFill);
      return;
    }
    const { written } = this;
    this.dirty ^= DirtyFill;
    const known = written.fill;
    written.fill = fill;
    if (known.object !== null || known.color !== fill.color) this.write1(CanvasOp.fillColor, fill.color);
  }

  /** Writes those parts of the state named by `mask` that the recording doesn't know yet. */
  flush(mask) {
    const todo = this.dirty & mask;
    if (todo & DirtyLength) {
      this.flatten();
      this.flush(mask);
      return;
    }
    const { state, written } = this;
    this.dirty &= ~mask;
    if (todo & DirtyTransform) this.writeTransform(state, written);
    if (todo & DirtyBlend) this.writeBlend(state, written);
    if (todo & DirtyClip && state.clip !== written.clip) this.writeClip(state, written);
    if (todo & DirtyFill) {
      this.writePaint(state.fill, CanvasOp.fillColor, written, true);
    }
    if (todo & DirtyStroke) {
      this.writePaint(state.stroke, CanvasOp.strokeColor, written, false);
    }
    if (todo & DirtyLine) this.writeLine(state, written);
    if (todo & DirtyShadow) this.writeShadow(state, written);
    if (todo & DirtyFont) this.writeFont(state, written);
    if (todo & DirtySmoothing && state.smoothing !== written.smoothing) {
      written.smoothing = state.smoothing;
      this.write1(CanvasOp.smoothing, state.smoothing ? 1 : 0);
    }
    if (todo & DirtyFilter && state.filterList !== written.filterList) {
      written.filterList = state.filterList;
      this.writeText(CanvasOp.filter, state.filterList);
    }
  }

  write1(opcode, value) {
    const { recording } = this;
    const n = recording.length;
    if (n + 2 > recording.buffer.length) recording.reserve(2);
    const { buffer } = recording;
    buffer[n] = opcode;
    buffer[n + 1] = value;
    recording.length = n + 2;
  }

  writeText(opcode, text) {
    const { recording } = this;
    const n = recording.reserve(1 + recordedStringLength(text));
    recording.buffer[n] = opcode;
    recording.length = recording.writeString(n + 1, text);
  }

  writeTransform(state, written) {
    if (state.a === written.a && state.b === written.b && state.c === written.c && state.d === written.d
      && state.e === written.e && state.f === written.f) return;
    const { recording } = this;
    const n = recording.reserve(7);
    const { buffer } = recording;
    buffer[n] = CanvasOp.transform;
    buffer[n + 1] = written.a = state.a;
    buffer[n + 2] = written.b = state.b;
    buffer[n + 3] = written.c = state.c;
    buffer[n + 4] = written.d = state.d;
    buffer[n + 5] = written.e = state.e;
    buffer[n + 6] = written.f = state.f;
    recording.length = n + 7;
  }

  writeBlend(state, written) {
    if (state.alpha !== written.alpha) this.write1(CanvasOp.globalAlpha, written.alpha = state.alpha);
    if (state.composite !== 0) this.recording.solid = false;
    if (state.composite !== written.composite) this.write1(CanvasOp.composite, written.composite = state.composite);
  }

  /** Clips only narrow: going on from what is written is an addition, anything else starts over. */
  writeClip(state, written) {
    const { recording } = this;
    const missing = [];
    let clip = state.clip;
    while (clip !== null && clip !== written.clip) {
      ArrayPush(missing, clip);
      clip = clip.parent;
    }
    if (clip !== written.clip) {
      const n = recording.reserve(1);
      recording.buffer[n] = CanvasOp.clipReset;
      recording.length = n + 1;
    }
    for (let i = missing.length - 1; i >= 0; i--) {
      const { numbers, rule } = missing[i];
      let n = recording.reserve(3 + numbers.length);
      const { buffer } = recording;
      buffer[n++] = CanvasOp.clip;
      buffer[n++] = rule;
      buffer[n++] = numbers.length;
      for (let k = 0; k < numbers.length; k++) buffer[n++] = numbers[k];
      recording.length = n;
    }
    written.clip = state.clip;
  }

  /** Gradients and patterns can change after they were set, so they stay dirty and are compared by version. */
  writePaint(paint, opcode, written, isFill) {
    const { recording } = this;
    const known = isFill ? written.fill : written.stroke;
    if (paint.object !== null) this.dirty |= isFill ? DirtyFill : DirtyStroke;
    const version = paint.gradient !== null ? paint.gradient.version : paint.pattern !== null ? paint.pattern.version : 0;
    if (paint.object === null ? known.object === null && known.color === paint.color
      : known.object === paint.object && version === (isFill ? written.fillVersion : written.strokeVersion)) return;
    if (isFill) {
      written.fill = paint;
      written.fillVersion = version;
    } else {
      written.stroke = paint;
      written.strokeVersion = version;
    }
    if (paint.object === null) {
      this.write1(opcode, paint.color);
      return;
    }
    if (paint.gradient !== null) this.writeGradient(opcode + 2, paint.gradient);
    else this.writePattern(opcode + 4, paint.pattern);
  }

  writeGradient(opcode, gradient) {
    const { recording } = this;
    const { parameters } = gradient;
    const stops = recordedStops(gradient);
    let n = recording.reserve(9 + stops.length);
    const { buffer } = recording;
    buffer[n++] = opcode;
    buffer[n++] = gradient.type;
    for (let i = 0; i < 6; i++) buffer[n++] = parameters[i];
    buffer[n++] = stops.length / 2;
    for (let i = 0; i < stops.length; i++) buffer[n++] = stops[i];
    recording.length = n;
  }

  writePattern(opcode, pattern) {
    const { recording } = this;
    const { matrix } = pattern;
    const n = recording.reserve(9);
    const { buffer } = recording;
    buffer[n] = opcode;
    buffer[n + 1] = recording.indexOf(pattern.resource);
    buffer[n + 2] = pattern.repetition;
    buffer[n + 3] = matrix.a;
    buffer[n + 4] = matrix.b;
    buffer[n + 5] = matrix.c;
    buffer[n + 6] = matrix.d;
    buffer[n + 7] = matrix.e;
    buffer[n + 8] = matrix.f;
    recording.length = n + 9;
  }

  writeLine(state, written) {
    const { recording } = this;
    if (state.lineWidth !== written.lineWidth || state.cap !== written.cap || state.join !== written.join
      || state.miterLimit !== written.miterLimit) {
      const n = recording.reserve(5);
      const { buffer } = recording;
      buffer[n] = CanvasOp.line;
      buffer[n + 1] = written.lineWidth = state.lineWidth;
      buffer[n + 2] = written.cap = state.cap;
      buffer[n + 3] = written.join = state.join;
      buffer[n + 4] = written.miterLimit = state.miterLimit;
      recording.length = n + 5;
    }
    if (state.dash === written.dash && state.dashOffset === written.dashOffset) return;
    const { dash } = state;
    let n = recording.reserve(3 + dash.length);
    const { buffer } = recording;
    buffer[n++] = CanvasOp.lineDash;
    buffer[n++] = written.dashOffset = state.dashOffset;
    buffer[n++] = dash.length;
    for (let i = 0; i < dash.length; i++) buffer[n++] = dash[i];
    written.dash = dash;
    recording.length = n;
  }

  writeShadow(state, written) {
    if (state.shadowX === written.shadowX && state.shadowY === written.shadowY && state.shadowBlur === written.shadowBlur
      && state.shadowColor === written.shadowColor) return;
    const { recording } = this;
    const n = recording.reserve(5);
    const { buffer } = recording;
    buffer[n] = CanvasOp.shadow;
    buffer[n + 1] = written.shadowX = state.shadowX;
    buffer[n + 2] = written.shadowY = state.shadowY;
    buffer[n + 3] = written.shadowBlur = state.shadowBlur;
    buffer[n + 4] = written.shadowColor = state.shadowColor;
    recording.length = n + 5;
  }

  writeFont(state, written) {
    const features = textFeatures(this);
    if (state.font === written.font && state.align === written.align && state.baseline === written.baseline
      && state.direction === written.direction && state.letterSpacing === written.letterSpacing
      && state.wordSpacing === written.wordSpacing && features === written.features) return;
    const { font } = state;
    written.font = font;
    written.align = state.align;
    written.baseline = state.baseline;
    written.direction = state.direction;
    written.letterSpacing = state.letterSpacing;
    written.wordSpacing = state.wordSpacing;
    written.features = features;
    const { recording } = this;
    const n = recording.reserve(11);
    const { buffer } = recording;
    buffer[n] = CanvasOp.font;
    buffer[n + 1] = font.face;
    buffer[n + 2] = font.size;
    buffer[n + 3] = font.weight;
    buffer[n + 4] = font.style === '' ? 0 : 1;
    buffer[n + 5] = state.letterSpacing.pixels;
    buffer[n + 6] = state.wordSpacing.pixels;
    buffer[n + 7] = state.align;
    buffer[n + 8] = state.baseline;
    buffer[n + 9] = this.isRightToLeft() ? 1 : 0;
    buffer[n + 10] = features;
    recording.length = n + 11;
  }

  isRightToLeft() {
    const { direction } = this.state;
    return direction === 1 || (direction === 2 && inheritedDirection(this.canvas) === 'rtl');
  }

  /** Makes `path` the recording's current path, unless it is already. */
  writePath(path) {
    const { data, length } = path;
    if (this.writtenPath === path && this.writtenBeginnings === path.beginnings && this.writtenLength === length) return;
    this.writtenPath = path;
    this.writtenBeginnings = path.beginnings;
    this.writtenLength = length;
    const { recording } = this;
    let n = recording.length;
    if (n + 2 + length > recording.buffer.length) recording.reserve(2 + length);
    const { buffer } = recording;
    buffer[n++] = CanvasOp.path;
    buffer[n++] = length;
    for (let i = 0; i < length; i++) buffer[n++] = data[i];
    recording.length = n;
  }

  /** Replaces a recording that has grown long, or deep in pictures of pictures, by its pixels. */
  flatten() {
    const { recording } = this;
    const { width, height } = recording;
    const pixels = new Uint8ClampedArray(host.readPixels(recording.id, 0, 0, width, height));
    host.keepBoxes(recording.id);
    this.restart();
    recording.buffer = new Float64Array(256);
    LookSigns.noteStamp();
    this.writeImageData(CanvasResources.pixels(width, height, pixels), 0, 0, 0, 0, width, height);
  }

  writeImageData(resource, x, y, left, top, right, bottom) {
    const { recording } = this;
    recording.solid = false;
    const n = recording.reserve(8);
    const { buffer } = recording;
    buffer[n] = CanvasOp.putImage;
    buffer[n + 1] = recording.indexOf(resource);
    buffer[n + 2] = x;
    buffer[n + 3] = y;
    buffer[n + 4] = left;
    buffer[n + 5] = top;
    buffer[n + 6] = right;
    buffer[n + 7] = bottom;
    recording.length = n + 8;
  }
}
