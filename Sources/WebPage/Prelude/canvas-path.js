// Path building blocks: https://html.spec.whatwg.org/multipage/canvas.html#building-paths
// A path is numbers: code, then points. Everything is lines and cubic curves, so that a transform is exact.

const PathMove = 0;
const PathLine = 1;
const PathCurve = 2;
const PathClose = 3;
/** How many numbers a segment takes, its code included, by code. */
const PathSegmentLengths = [3, 3, 7, 1];

/** A path in the coordinate space of its bitmap (or, in a Path2D, of its own). */
class PathBuilder {
  constructor() {
    this.data = new Float64Array(32);
    this.length = 0;
    // The transform that points go through on their way in; null is the identity.
    this.matrix = null;
    this.hasPoint = false;
    this.x = 0; // the current point and the subpath's start, after the transform
    this.y = 0;
    this.startX = 0;
    this.startY = 0;
    /** How often the path was begun anew. In between it only grows. */
    this.beginnings = 0;
  }

  clear() {
    this.length = 0;
    this.hasPoint = false;
    this.beginnings++;
  }

  /** Makes room for one more segment. */
  grow() {
    const larger = new Float64Array(this.data.length * 2);
    Float64ArraySet(larger, this.data);
    this.data = larger;
  }

  /** The path's numbers, which later segments don't change. */
  numbers() {
    const { data, length } = this;
    const copy = new Float64Array(length);
    for (let i = 0; i < length; i++) copy[i] = data[i];
    return copy;
  }

  moveTo(x, y) {
    const m = this.matrix;
    if (m === null) this.rawMove(x, y);
    else this.rawMove(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f);
  }

  lineTo(x, y) {
    if (!this.hasPoint) {
      this.moveTo(x, y);
      return;
    }
    const m = this.matrix;
    if (m === null) this.rawLine(x, y);
    else this.rawLine(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f);
  }

  curveTo(x1, y1, x2, y2, x, y) {
    if (!this.hasPoint) this.moveTo(x1, y1);
    const m = this.matrix;
    if (m === null) {
      this.rawCurve(x1, y1, x2, y2, x, y);
      return;
    }
    this.rawCurve(m.a * x1 + m.c * y1 + m.e, m.b * x1 + m.d * y1 + m.f, m.a * x2 + m.c * y2 + m.e,
      m.b * x2 + m.d * y2 + m.f, m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f);
  }

  quadraticTo(x1, y1, x, y) {
    if (!this.hasPoint) this.moveTo(x1, y1);
    const m = this.matrix;
    const cx = m === null ? x1 : m.a * x1 + m.c * y1 + m.e;
    const cy = m === null ? y1 : m.b * x1 + m.d * y1 + m.f;
    const ex = m === null ? x : m.a * x + m.c * y + m.e;
    const ey = m === null ? y : m.b * x + m.d * y + m.f;
    this.rawCurve(this.x + (cx - this.x) * 2 / 3, this.y + (cy - this.y) * 2 / 3,
      ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3, ex, ey);
  }

  close() {
    if (!this.hasPoint) return;
    if (this.length === this.data.length) this.grow();
    this.data[this.length++] = PathClose;
    this.x = this.startX;
    this.y = this.startY;
  }

  rect(x, y, width, height) {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.close();
  }

  /** An elliptical arc from `start` to `end` (radians), joined to the current subpath by a line. */
  ellipse(x, y, radiusX, radiusY, rotation, start, end, counterclockwise) {
    const sweep = arcSweep(start, end, counterclockwise);
    const cosine = MathCos(rotation);
    const sine = MathSin(rotation);
    const startCosine = MathCos(start) * radiusX;
    const startSine = MathSin(start) * radiusY;
    this.lineTo(x + cosine * startCosine - sine * startSine, y + sine * startCosine + cosine * startSine);
    if (sweep === 0 || (radiusX === 0 && radiusY === 0)) return;
    const pieces = MathCeil(MathAbs(sweep) / (MathPI / 2) - 1e-9) * (radiusX > 64 || radiusY > 64 ? 2 : 1);
    const step = sweep / pieces;
    const handle = 4 / 3 * MathTan(step / 4);
    let fromX = MathCos(start);
    let fromY = MathSin(start);
    for (let i = 1; i <= pieces; i++) {
      const angle = start + step * i;
      const toX = MathCos(angle);
      const toY = MathSin(angle);
      const ax = (fromX - handle * fromY) * radiusX;
      const ay = (fromY + handle * fromX) * radiusY;
      const bx = (toX + handle * toY) * radiusX;
      const by = (toY - handle * toX) * radiusY;
      const px = toX * radiusX;
      const py = toY * radiusY;
      this.curveTo(x + cosine * ax - sine * ay, y + sine * ax + cosine * ay, x + cosine * bx - sine * by,
        y + sine * bx + cosine * by, x + cosine * px - sine * py, y + sine * px + cosine * py);
      fromX = toX;
      fromY = toY;
    }
  }

  /** https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-arcto */
  arcTo(x1, y1, x2, y2, radius) {
    if (!this.hasPoint) this.moveTo(x1, y1);
    let x0 = this.x;
    let y0 = this.y;
    if (this.matrix !== null) {
      const inverse = invertedMatrix(this.matrix);
      if (inverse === null) return;
      x0 = inverse.a * this.x + inverse.c * this.y + inverse.e;
      y0 = inverse.b * this.x + inverse.d * this.y + inverse.f;
    }
    const inX = x0 - x1;
    const inY = y0 - y1;
    const outX = x2 - x1;
    const outY = y2 - y1;
    const inLength = MathSqrt(inX * inX + inY * inY);
    const outLength = MathSqrt(outX * outX + outY * outY);
    const cross = inX * outY - inY * outX;
    if (inLength === 0 || outLength === 0 || radius === 0 || MathAbs(cross) < 1e-9 * inLength * outLength) {
      this.lineTo(x1, y1);
      return;
    }
    const cosine = (inX * outX + inY * outY) / (inLength * outLength);
    const tangent = radius * MathSqrt((1 + cosine) / (1 - cosine));
    const fromX = x1 + inX / inLength * tangent;
    const fromY = y1 + inY / inLength * tangent;
    const side = cross > 0 ? 1 : -1;
    const centreX = fromX - inY / inLength * radius * side;
    const centreY = fromY + inX / inLength * radius * side;
    const toX = x1 + outX / outLength * tangent;
    const toY = y1 + outY / outLength * tangent;
    this.ellipse(centreX, centreY, radius, radius, 0, MathAtan2(fromY - centreY, fromX - centreX),
      MathAtan2(toY - centreY, toX - centreX), side > 0);
  }

  /** Appends `path`'s segments, each point through `matrix` ({a…f} or null). */
  append(path, matrix) {
    const { data, length } = path;
    const own = this.matrix;
    this.matrix = matrix;
    for (let i = 0; i < length;) {
      const code = data[i];
      if (code === PathMove) this.moveTo(data[i + 1], data[i + 2]);
      else if (code === PathLine) this.lineTo(data[i + 1], data[i + 2]);
      else if (code === PathCurve) this.curveTo(data[i + 1], data[i + 2], data[i + 3], data[i + 4], data[i + 5], data[i + 6]);
      else this.close();
      i += PathSegmentLengths[code];
    }
    this.matrix = own;
  }

  rawMove(x, y) {
    const n = this.length;
    if (n + 3 > this.data.length) this.grow();
    const { data } = this;
    data[n] = PathMove;
    data[n + 1] = x;
    data[n + 2] = y;
    this.length = n + 3;
    this.x = this.startX = x;
    this.y = this.startY = y;
    this.hasPoint = true;
  }

  /** A rectangle with corners that are quarters of circles, `inset` in radius: all its segments at once. */
  rawRoundRect(x, y, right, bottom, inset) {
    const n = this.length;
    while (n + 44 > this.data.length) this.grow();
    const { data } = this;
    const handle = inset * CornerHandle;
    data[n] = PathMove;
    data[n + 1] = x + inset;
    data[n + 2] = y;
    writeCorner(data, n + 3, right - inset, y, right - handle, y, right, y + handle, right, y + inset);
    writeCorner(data, n + 13, right, bottom - inset, right, bottom - handle, right - handle, bottom, right - inset, bottom);
    writeCorner(data, n + 23, x + inset, bottom, x + handle, bottom, x, bottom - handle, x, bottom - inset);
    writeCorner(data, n + 33, x, y + inset, x, y + handle, x + handle, y, x + inset, y);
    data[n + 43] = PathClose;
    this.length = n + 44;
    this.x = this.startX = x + inset;
    this.y = this.startY = y;
    this.hasPoint = true;
  }

  rawLine(x, y) {
    const n = this.length;
    if (n + 3 > this.data.length) this.grow();
    const { data } = this;
    data[n] = PathLine;
    data[n + 1] = x;
    data[n + 2] = y;
    this.length = n + 3;
    this.x = x;
    this.y = y;
  }

  rawCurve(x1, y1, x2, y2, x, y) {
    const n = this.length;
    if (n + 7 > this.data.length) this.grow();
    const { data } = this;
    data[n] = PathCurve;
    data[n + 1] = x1;
    data[n + 2] = y1;
    data[n + 3] = x2;
    data[n + 4] = y2;
    data[n + 5] = x;
    data[n + 6] = y;
    this.length = n + 7;
    this.x = x;
    this.y = y;
  }
}

/** A line to where a corner begins, and the curve around it: ten numbers. */
const writeCorner = (data, n, fromX, fromY, x1, y1, x2, y2, toX, toY) => {
  data[n] = PathLine;
  data[n + 1] = fromX;
  data[n + 2] = fromY;
  data[n + 3] = PathCurve;
  data[n + 4] = x1;
  data[n + 5] = y1;
  data[n + 6] = x2;
  data[n + 7] = y2;
  data[n + 8] = toX;
  data[n + 9] = toY;
};

/** The distance of a curve's handles from the corner that they round, in parts of the radius: 1 - 4/3 (√2 - 1). */
const CornerHandle = 0.44771525;

/** The signed angle that an arc goes through: a full turn at most. */
const arcSweep = (start, end, counterclockwise) => {
  const turn = 2 * MathPI;
  const difference = counterclockwise ? start - end : end - start;
  // A whole number of turns the wrong way is one turn in browsers, not none.
  const sweep = difference >= turn ? turn : difference >= 0 ? difference : turn - -difference % turn;
  return counterclockwise ? -sweep : sweep;
};

/** The inverse of {a…f}, or null when it has none. */
const invertedMatrix = (m) => {
  const determinant = m.a * m.d - m.b * m.c;
  if (determinant === 0 || determinant - determinant !== 0) return null;
  return {
    a: m.d / determinant, b: -m.b / determinant, c: -m.c / determinant, d: m.a / determinant,
    e: (m.c * m.f - m.d * m.e) / determinant, f: (m.b * m.e - m.a * m.f) / determinant,
  };
};
