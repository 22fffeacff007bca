// The 2D rendering context: https://html.spec.whatwg.org/multipage/canvas.html#2dcontext
// Every drawing method checks its arguments as WebIDL does and writes one command (canvas-commands.js).

const FillRules = ['nonzero', 'evenodd'];
const ruleIndex = (value, method) => {
  if (value === undefined) return 0;
  const index = ArrayIndexOf(FillRules, `${value}`);
  if (index < 0) throw argumentError(method, 'CanvasRenderingContext2D', `The provided value '${value}' is not a valid enum value of type CanvasFillRule.`);
  return index;
};
const isPath2D = (value) => value !== null && typeof value === 'object' && value instanceof Path2D();
const notAPath = (method) => argumentError(method, 'CanvasRenderingContext2D', "parameter 1 is not of type 'Path2D'.");

/** A Path2D's segments in the space of the bitmap; the builder is fresh, so that it counts as another path. */
const transformedPath = (pen, path) => {
  const builder = new PathBuilder();
  builder.append(path[kPath], pen.path.matrix);
  return builder;
};

const fillPath = (pen, path, rule) => {
  if (path.length === 0) return;
  const { state } = pen;
  if (state.composite === CanvasCopyComposite && state.clip === null) pen.restart();
  else if (path.length === 13 && replacesAll(pen, state.fill) && state.clip === null && pathCovers(path, pen.recording)) pen.restart();
  if (pen.dirty & DirtyForFill) pen.flushFill();
  pen.writePath(path);
  pen.write1(CanvasOp.fill, rule);
};
const strokePath = (pen, path) => {
  if (path.length === 0) return;
  if (pen.state.composite === CanvasCopyComposite && pen.state.clip === null) pen.restart();
  if (pen.dirty & DirtyForStroke) pen.flush(DirtyForStroke);
  pen.writePath(path);
  const { recording } = pen;
  pen.strokeRun.note(pen.state, recording);
  const n = recording.length;
  if (n === recording.buffer.length) recording.reserve(1);
  recording.buffer[n] = CanvasOp.stroke;
  recording.length = n + 1;
};

/** Writes a command of a rectangle. Games call little else, so this and what calls it call as little as they can. */
const writeRect = (recording, opcode, x, y, w, h) => {
  const n = recording.length;
  if (n + 5 > recording.buffer.length) recording.reserve(5);
  const { buffer } = recording;
  buffer[n] = opcode;
  buffer[n + 1] = x;
  buffer[n + 2] = y;
  buffer[n + 3] = w;
  buffer[n + 4] = h;
  recording.length = n + 5;
};

const canvasDrawingMembers = () => ({
  fillRect(x, y, w, h) {
    if (arguments.length < 4) requireArguments('fillRect', 'CanvasRenderingContext2D', arguments.length, 4);
    x = +x;
    y = +y;
    w = +w;
    h = +h;
    const sum = x + y + w + h;
    if (sum - sum !== 0 || w === 0 || h === 0) return;
    const pen = this[kPen];
    if ((w >= pen.recording.width || w < 0 || pen.path.matrix !== null) && replacesAll(pen, pen.state.fill) && coversBitmap(pen, x, y, w, h)) {
      pen.restart();
      pen.recording.solid = pen.state.composite === 0;
    }
    else if (pen.state.composite === CanvasCopyComposite && pen.state.clip === null) pen.restart();
    else if (pen.recording.length > CanvasWipeLength && coversBitmap(pen, x, y, w, h)) {
      for (let again = wipeAway(pen, pen.state.fill); again > 0; again--) {
        if (pen.dirty & DirtyForFill) pen.flushFill();
        writeRect(pen.recording, CanvasOp.fillRect, x, y, w, h);
      }
    }
    if (pen.dirty & DirtyForFill) pen.flushFill();
    writeRect(pen.recording, CanvasOp.fillRect, x, y, w, h);
  },
  strokeRect(x, y, w, h) {
    if (arguments.length < 4) requireArguments('strokeRect', 'CanvasRenderingContext2D', arguments.length, 4);
    x = +x;
    y = +y;
    w = +w;
    h = +h;
    const sum = x + y + w + h;
    if (sum - sum !== 0 || (w === 0 && h === 0)) return;
    const pen = this[kPen];
    if (pen.state.composite === CanvasCopyComposite && pen.state.clip === null) pen.restart();
    if (pen.dirty & DirtyForStroke) pen.flush(DirtyForStroke);
    writeRect(pen.recording, CanvasOp.strokeRect, x, y, w, h);
  },
  clearRect(x, y, w, h) {
    if (arguments.length < 4) requireArguments('clearRect', 'CanvasRenderingContext2D', arguments.length, 4);
    x = +x;
    y = +y;
    w = +w;
    h = +h;
    if (!isFiniteSum(x + y + w + h) || w === 0 || h === 0) return;
    const pen = this[kPen];
    if (coversBitmap(pen, x, y, w, h)) pen.restart();
    pen.recording.solid = false;
    if (pen.dirty & DirtyForClear) pen.flush(DirtyForClear);
    writeRect(pen.recording, CanvasOp.clearRect, x, y, w, h);
  },

  beginPath() { this[kPen].path.clear(); },
  fill(path = undefined, rule = undefined) {
    const pen = this[kPen];
    if (isPath2D(path)) {
      fillPath(pen, transformedPath(pen, path), ruleIndex(rule, 'fill'));
      return;
    }
    if (arguments.length > 1) throw notAPath('fill');
    fillPath(pen, pen.path, ruleIndex(path, 'fill'));
  },
  stroke(path = undefined) {
    const pen = this[kPen];
    if (arguments.length === 0) {
      strokePath(pen, pen.path);
      return;
    }
    if (!isPath2D(path)) throw notAPath('stroke');
    strokePath(pen, transformedPath(pen, path));
  },
  clip(path = undefined, rule = undefined) {
    const pen = this[kPen];
    const given = isPath2D(path);
    if (!given && arguments.length > 1) throw notAPath('clip');
    const index = ruleIndex(given ? rule : path, 'clip');
    const source = given ? transformedPath(pen, path) : pen.path;
    pen.state.clip = { parent: pen.state.clip, numbers: source.numbers(), rule: index };
    pen.dirty |= DirtyClip;
  },
  isPointInPath(path, x, y, rule = undefined) {
    const pen = penOf(this);
    const given = isPath2D(path);
    requireArguments('isPointInPath', 'CanvasRenderingContext2D', arguments.length, given ? 3 : 2);
    if (!given && arguments.length > 3) throw notAPath('isPointInPath');
    const index = ruleIndex(given ? rule : y, 'isPointInPath');
    const px = given ? +x : +path;
    const py = given ? +y : +x;
    const { a, b, c, d } = pen.state;
    if (!isFiniteSum(px + py) || a * d - b * c === 0) return false;
    return PathHits().isInside(given ? transformedPath(pen, path) : pen.path, px, py, index);
  },
  isPointInStroke(path, x, y) {
    const pen = this[kPen];
    const given = isPath2D(path);
    requireArguments('isPointInStroke', 'CanvasRenderingContext2D', arguments.length, given ? 3 : 2);
    if (!given && arguments.length > 2) throw notAPath('isPointInStroke');
    const px = given ? +x : +path;
    const py = given ? +y : +x;
    if (!isFiniteSum(px + py)) return false;
    return PathHits().isOnStroke(given ? transformedPath(pen, path) : pen.path, px, py, pen.state);
  },
  drawFocusIfNeeded(path, element) {
    const given = isPath2D(path);
    requireArguments('drawFocusIfNeeded', 'CanvasRenderingContext2D', arguments.length, given ? 2 : 1);
    const target = given ? element : path;
    if (!(target instanceof Element)) throw argumentError('drawFocusIfNeeded', 'CanvasRenderingContext2D', "parameter 1 is not of type 'Element'.");
  },

  createLinearGradient(x0, y0, x1, y1) {
    requireArguments('createLinearGradient', 'CanvasRenderingContext2D', arguments.length, 4);
    const p = finiteArguments('createLinearGradient', [+x0, +y0, +x1, +y1, 0, 0]);
    return createGradient(GradientLinear, p, p[0] !== p[2] || p[1] !== p[3]);
  },
  createRadialGradient(x0, y0, r0, x1, y1, r1) {
    requireArguments('createRadialGradient', 'CanvasRenderingContext2D', arguments.length, 6);
    const p = finiteArguments('createRadialGradient', [+x0, +y0, +r0, +x1, +y1, +r1]);
    if (p[2] < 0) throwDOMException('IndexSizeError', "Failed to execute 'createRadialGradient' on 'CanvasRenderingContext2D': The r0 provided is less than 0.");
    if (p[5] < 0) throwDOMException('IndexSizeError', "Failed to execute 'createRadialGradient' on 'CanvasRenderingContext2D': The r1 provided is less than 0.");
    const distance = MathHypot(p[0] - p[3], p[1] - p[4]);
    return createGradient(GradientRadial, p, distance < MathAbs(p[2] - p[5]));
  },
  createConicGradient(startAngle, x, y) {
    requireArguments('createConicGradient', 'CanvasRenderingContext2D', arguments.length, 3);
    return createGradient(GradientConic, finiteArguments('createConicGradient', [+startAngle, +x, +y, 0, 0, 0]), true);
  },
  createPattern(image, repetition) {
    requireArguments('createPattern', 'CanvasRenderingContext2D', arguments.length, 2);
    const text = repetition === null ? '' : `${repetition}`;
    const source = CanvasImages().check(image, 'createPattern');
    const index = PatternRepetitions[text];
    if (index === undefined) throwDOMException('SyntaxError', `Failed to execute 'createPattern' on 'CanvasRenderingContext2D': The provided type ('${text}') is not one of 'repeat', 'no-repeat', 'repeat-x', or 'repeat-y'.`);
    return source === null ? null : createCanvasPattern(source.resource(), index);
  },

  scale(x, y) {
    requireArguments('scale', 'CanvasRenderingContext2D', arguments.length, 2);
    x = +x;
    y = +y;
    if (!isFiniteSum(x + y)) return;
    const pen = this[kPen];
    const { state } = pen;
    state.a *= x;
    state.b *= x;
    state.c *= y;
    state.d *= y;
    pen.transformChanged();
  },
  rotate(angle) {
    requireArguments('rotate', 'CanvasRenderingContext2D', arguments.length, 1);
    angle = +angle;
    if (!isFiniteSum(angle)) return;
    const cosine = MathCos(angle);
    const sine = MathSin(angle);
    multiplyTransform(this[kPen], cosine, sine, -sine, cosine, 0, 0);
  },
  translate(x, y) {
    requireArguments('translate', 'CanvasRenderingContext2D', arguments.length, 2);
    x = +x;
    y = +y;
    if (!isFiniteSum(x + y)) return;
    const pen = this[kPen];
    const { state } = pen;
    state.e += state.a * x + state.c * y;
    state.f += state.b * x + state.d * y;
    pen.transformChanged();
  },
  transform(a, b, c, d, e, f) {
    requireArguments('transform', 'CanvasRenderingContext2D', arguments.length, 6);
    a = +a;
    b = +b;
    c = +c;
    d = +d;
    e = +e;
    f = +f;
    if (isFiniteSum(a + b + c + d + e + f)) multiplyTransform(this[kPen], a, b, c, d, e, f);
  },
  setTransform(a = undefined, b, c, d, e, f) {
    const pen = this[kPen];
    if (arguments.length < 2) {
      const m = matrixFromInit(a, 'setTransform');
      if (isFiniteSum(m.a + m.b + m.c + m.d + m.e + m.f)) pen.setTransform(m.a, m.b, m.c, m.d, m.e, m.f);
      return;
    }
    requireArguments('setTransform', 'CanvasRenderingContext2D', arguments.length, 6);
    a = +a;
    b = +b;
    c = +c;
    d = +d;
    e = +e;
    f = +f;
    if (isFiniteSum(a + b + c + d + e + f)) pen.setTransform(a, b, c, d, e, f);
  },
  getTransform() {
    const { a, b, c, d, e, f } = this[kPen].state;
    return new (Geometry().DOMMatrix)([a, b, c, d, e, f]);
  },
  resetTransform() { this[kPen].setTransform(1, 0, 0, 1, 0, 0); },
});

const multiplyTransform = (pen, a, b, c, d, e, f) => {
  const s = pen.state;
  pen.setTransform(s.a * a + s.c * b, s.b * a + s.d * b, s.a * c + s.c * d, s.b * c + s.d * d,
    s.a * e + s.c * f + s.e, s.b * e + s.d * f + s.f);
};
const finiteArguments = (method, numbers) => {
  for (let i = 0; i < numbers.length; i++) {
    if (!isFiniteSum(numbers[i])) throw argumentError(method, 'CanvasRenderingContext2D', 'The provided double value is non-finite.');
  }
  return numbers;
};
