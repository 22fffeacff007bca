// Geometry interfaces: https://drafts.fxtf.org/geometry/

const kGeometry = Symbol('geometry');

/** {a…f} of a DOMMatrix2DInit dictionary (or nothing: the identity), with its aliases m11… checked against each other. */
const matrixFromInit = (init, method) => {
  if (init === undefined || init === null) return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  if (typeof init !== 'object' && typeof init !== 'function') {
    throw new TypeError(`Failed to execute '${method}': The provided value is not of type 'DOMMatrixInit'.`);
  }
  const member = (short, long, fallback) => {
    const first = init[short];
    const second = init[long];
    if (first !== undefined && second !== undefined && !(+first === +second || (+first !== +first && +second !== +second))) {
      throw new TypeError(`Failed to execute '${method}': The '${short}' and '${long}' properties of the matrix differ.`);
    }
    return first !== undefined ? +first : second !== undefined ? +second : fallback;
  };
  return {
    a: member('a', 'm11', 1), b: member('b', 'm12', 0), c: member('c', 'm21', 0),
    d: member('d', 'm22', 1), e: member('e', 'm41', 0), f: member('f', 'm42', 0),
  };
};

/** Makes the interfaces, for other standards' that answer with geometry as well. */
const Geometry = defineLazyGlobals([
  'DOMMatrixReadOnly', 'DOMMatrix', 'WebKitCSSMatrix', 'DOMPointReadOnly', 'DOMPoint', 'DOMRectReadOnly', 'DOMRect', 'DOMQuad',
], () => {
  // Matrices are sixteen numbers, column by column: m11 m12 m13 m14 m21 … m44.
  const identity = () => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const flat = (a, b, c, d, e, f) => [a, b, 0, 0, c, d, 0, 0, 0, 0, 1, 0, e, f, 0, 1];

  /** `first` × `second`: what `second` does is done before `first`. */
  const product = (first, second) => {
    const out = [];
    for (let column = 0; column < 4; column++) {
      for (let row = 0; row < 4; row++) {
        let sum = 0;
        for (let k = 0; k < 4; k++) sum += first[k * 4 + row] * second[column * 4 + k];
        out[column * 4 + row] = sum;
      }
    }
    return out;
  };

  const isFlat = (m) => m[2] === 0 && m[3] === 0 && m[6] === 0 && m[7] === 0 && m[8] === 0 && m[9] === 0
    && m[10] === 1 && m[11] === 0 && m[14] === 0 && m[15] === 1;

  /** The inverse by Gauss–Jordan elimination, or null. */
  const inverse = (m) => {
    const left = ArraySlice(m);
    const right = identity();
    for (let pivot = 0; pivot < 4; pivot++) {
      let best = pivot;
      for (let row = pivot + 1; row < 4; row++) if (MathAbs(left[row * 4 + pivot]) > MathAbs(left[best * 4 + pivot])) best = row;
      const scale = left[best * 4 + pivot];
      if (scale === 0 || scale - scale !== 0) return null;
      for (let k = 0; k < 4; k++) {
        let swap = left[pivot * 4 + k];
        left[pivot * 4 + k] = left[best * 4 + k] / scale;
        if (best !== pivot) left[best * 4 + k] = swap;
        swap = right[pivot * 4 + k];
        right[pivot * 4 + k] = right[best * 4 + k] / scale;
        if (best !== pivot) right[best * 4 + k] = swap;
      }
      for (let row = 0; row < 4; row++) {
        const factor = left[row * 4 + pivot];
        if (row === pivot || factor === 0) continue;
        for (let k = 0; k < 4; k++) {
          left[row * 4 + k] -= factor * left[pivot * 4 + k];
          right[row * 4 + k] -= factor * right[pivot * 4 + k];
        }
      }
    }
    return right;
  };

  const ANGLES = { __proto__: null, deg: 1, rad: 180 / MathPI, grad: 0.9, turn: 360, '': 1 };
  const FUNCTION = /\s*([a-z0-9]+)\(([^)]*)\)\s*/giy;
  const VALUE = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i;

  /** The matrix of a CSS transform list (absolute lengths only, as the standard demands). */
  const fromText = (text) => {
    let matrix = identity();
    const trimmed = StringTrim(text);
    if (trimmed === '' || trimmed === 'none') return matrix;
    let at = 0;
    while (at < trimmed.length) {
      FUNCTION.lastIndex = at;
      const match = RegExpExec(FUNCTION, trimmed);
      if (match === null) throwDOMException('SyntaxError', `Failed to construct 'DOMMatrix': Failed to parse '${text}'.`);
      at = FUNCTION.lastIndex;
      const words = StringSplit(match[2], ',');
      const n = [];
      for (let i = 0; i < words.length; i++) {
        const value = RegExpExec(VALUE, words[i]);
        if (value === null) throwDOMException('SyntaxError', `Failed to construct 'DOMMatrix': Failed to parse '${text}'.`);
        ArrayPush(n, +value[1] * (ANGLES[StringToLowerCase(value[2])] ?? 1));
      }
      matrix = product(matrix, functionMatrix(StringToLowerCase(match[1]), n, text));
    }
    return matrix;
  };
  const functionMatrix = (name, n, text) => {
    const tan = (degrees) => MathTan((degrees ?? 0) * MathPI / 180);
    switch (name) {
      case 'matrix': return flat(n[0], n[1], n[2], n[3], n[4], n[5]);
      case 'matrix3d': return n;
      case 'translate': return flat(1, 0, 0, 1, n[0], n[1] ?? 0);
      case 'translatex': return flat(1, 0, 0, 1, n[0], 0);
      case 'translatey': return flat(1, 0, 0, 1, 0, n[0]);
      case 'scale': return flat(n[0], 0, 0, n[1] ?? n[0], 0, 0);
      case 'scalex': return flat(n[0], 0, 0, 1, 0, 0);
      case 'scaley': return flat(1, 0, 0, n[0], 0, 0);
      case 'rotate': case 'rotatez': return rotation(0, 0, 1, n[0]);
      case 'rotatex': return rotation(1, 0, 0, n[0]);
      case 'rotatey': return rotation(0, 1, 0, n[0]);
      case 'skew': return flat(1, tan(n[1]), tan(n[0]), 1, 0, 0);
      case 'skewx': return flat(1, 0, tan(n[0]), 1, 0, 0);
      case 'skewy': return flat(1, tan(n[0]), 0, 1, 0, 0);
      default: return throwDOMException('SyntaxError', `Failed to construct 'DOMMatrix': Failed to parse '${text}'.`);
    }
  };
  const QUARTER_COSINES = [1, 0, -1, 0];
  const rotation = (x, y, z, degrees) => {
    const length = MathSqrt(x * x + y * y + z * z);
    if (length === 0) return identity();
    x /= length;
    y /= length;
    z /= length;
    if (z === 1) {
      const quarter = degrees / 90;
      const isExact = NumberIsInteger(quarter);
      const cosine = isExact ? QUARTER_COSINES[((quarter % 4) + 4) % 4] : MathCos(degrees * MathPI / 180);
      const sine = isExact ? QUARTER_COSINES[((quarter + 3) % 4 + 4) % 4] : MathSin(degrees * MathPI / 180);
      return flat(cosine, sine, 0 - sine, cosine, 0, 0);
    }
    const half = degrees * MathPI / 360;
    const sc = MathSin(half) * MathCos(half);
    const sq = MathSin(half) * MathSin(half);
    return [
      1 - 2 * (y * y + z * z) * sq, 2 * (x * y * sq + z * sc), 2 * (x * z * sq - y * sc), 0,
      2 * (x * y * sq - z * sc), 1 - 2 * (x * x + z * z) * sq, 2 * (y * z * sq + x * sc), 0,
      2 * (x * z * sq + y * sc), 2 * (y * z * sq - x * sc), 1 - 2 * (x * x + y * y) * sq, 0, 0, 0, 0, 1];
  };

  /** Numbers of the constructor's argument: 6 or 16 of them, or a transform list. */
  const fromArgument = (init) => {
    if (init === undefined) return identity();
    if (typeof init === 'string' || typeof init !== 'object' || init === null) return fromText(`${init}`);
    if (init[kGeometry] !== undefined && init instanceof DOMMatrixReadOnly) return ArraySlice(init[kGeometry]);
    const list = [];
    for (let i = 0; i < init.length; i++) ArrayPush(list, +init[i]);
    if (list.length === 6) return flat(list[0], list[1], list[2], list[3], list[4], list[5]);
    if (list.length === 16) return list;
    throw new TypeError("Failed to construct 'DOMMatrix': The sequence must contain 6 elements for a 2D matrix or 16 elements for a 3D matrix.");
  };
  const fromDictionary = (init) => {
    if (init !== null && typeof init === 'object' && init[kGeometry] !== undefined && init instanceof DOMMatrixReadOnly) {
      return ArraySlice(init[kGeometry]);
    }
    const m = matrixFromInit(init, 'fromMatrix');
    const out = flat(m.a, m.b, m.c, m.d, m.e, m.f);
    if (init === undefined || init === null) return out;
    for (let i = 0; i < 16; i++) {
      const value = init[MATRIX_NAMES[i]];
      if (value !== undefined) out[i] = +value;
    }
    return out;
  };
  const MATRIX_NAMES = [
    'm11', 'm12', 'm13', 'm14', 'm21', 'm22', 'm23', 'm24', 'm31', 'm32', 'm33', 'm34', 'm41', 'm42', 'm43', 'm44'];
  const ALIASES = { __proto__: null, a: 0, b: 1, c: 4, d: 5, e: 12, f: 13 };

  const wrap = (numbers) => {
    const matrix = new DOMMatrix();
    matrix[kGeometry] = numbers;
    return matrix;
  };
  const aroundOrigin = (m, x, y, z, change) => product(product(product(m, translation(x, y, z)), change), translation(-x, -y, -z));
  const translation = (x, y, z) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];

  class DOMMatrixReadOnly {
    constructor(init) { this[kGeometry] = fromArgument(init); }
    static fromMatrix(init) {
      const matrix = new this();
      matrix[kGeometry] = fromDictionary(init);
      return matrix;
    }
    static fromFloat32Array(array) { return new this(array); }
    static fromFloat64Array(array) { return new this(array); }
  }
  const self = (matrix, numbers) => {
    matrix[kGeometry] = numbers;
    return matrix;
  };
  const scaling = (m, x, y, z, ox, oy, oz) => aroundOrigin(m, +ox, +oy, +oz,
    [+x, 0, 0, 0, 0, +(y ?? x), 0, 0, 0, 0, +z, 0, 0, 0, 0, 1]);
  const turning = (m, x, y, z) => {
    if (y === undefined && z === undefined) {
      z = x;
      x = y = 0;
    }
    return product(product(product(m, rotation(0, 0, 1, +(z ?? 0))), rotation(0, 1, 0, +(y ?? 0))), rotation(1, 0, 0, +x));
  };
  const skewing = (m, x, y) => product(m, flat(1, MathTan(y * MathPI / 180), MathTan(x * MathPI / 180), 1, 0, 0));
  defineMembers(DOMMatrixReadOnly.prototype, {
    get is2D() { return isFlat(this[kGeometry]); },
    get isIdentity() {
      const m = this[kGeometry];
      for (let i = 0; i < 16; i++) if (m[i] !== (i % 5 === 0 ? 1 : 0)) return false;
      return true;
    },
    translate(x = 0, y = 0, z = 0) { return wrap(product(this[kGeometry], translation(+x, +y, +z))); },
    scale(x = 1, y = undefined, z = 1, ox = 0, oy = 0, oz = 0) { return wrap(scaling(this[kGeometry], x, y, z, ox, oy, oz)); },
    scaleNonUniform(x = 1, y = 1) { return wrap(scaling(this[kGeometry], x, y, 1, 0, 0, 0)); },
    scale3d(s = 1, ox = 0, oy = 0, oz = 0) { return wrap(scaling(this[kGeometry], s, s, s, ox, oy, oz)); },
    rotate(x = 0, y = undefined, z = undefined) { return wrap(turning(this[kGeometry], x, y, z)); },
    rotateFromVector(x = 0, y = 0) { return wrap(product(this[kGeometry], rotation(0, 0, 1, MathAtan2(+y, +x) * 180 / MathPI))); },
    rotateAxisAngle(x = 0, y = 0, z = 0, angle = 0) { return wrap(product(this[kGeometry], rotation(+x, +y, +z, +angle))); },
    skewX(x = 0) { return wrap(skewing(this[kGeometry], +x, 0)); },
    skewY(y = 0) { return wrap(skewing(this[kGeometry], 0, +y)); },
    multiply(other) { return wrap(product(this[kGeometry], fromDictionary(other))); },
    flipX() { return wrap(product(this[kGeometry], flat(-1, 0, 0, 1, 0, 0))); },
    flipY() { return wrap(product(this[kGeometry], flat(1, 0, 0, -1, 0, 0))); },
    inverse() {
      const m = inverse(this[kGeometry]);
      return wrap(m ?? ArrayFill(identity(), NaN));
    },
    transformPoint(point) {
      const m = this[kGeometry];
      const x = +(point?.x ?? 0);
      const y = +(point?.y ?? 0);
      const z = +(point?.z ?? 0);
      const w = +(point?.w ?? 1);
      return new DOMPoint(m[0] * x + m[4] * y + m[8] * z + m[12] * w, m[1] * x + m[5] * y + m[9] * z + m[13] * w,
        m[2] * x + m[6] * y + m[10] * z + m[14] * w, m[3] * x + m[7] * y + m[11] * z + m[15] * w);
    },
    toFloat32Array() { return new Float32Array(this[kGeometry]); },
    toFloat64Array() { return new Float64Array(this[kGeometry]); },
    toJSON() {
      const out = {};
      const m = this[kGeometry];
      const names = ObjectKeys(ALIASES);
      for (let i = 0; i < 6; i++) out[names[i]] = m[ALIASES[names[i]]];
      for (let i = 0; i < 16; i++) out[MATRIX_NAMES[i]] = m[i];
      out.is2D = this.is2D;
      out.isIdentity = this.isIdentity;
      return out;
    },
    toString() {
      const m = this[kGeometry];
      if (!isFlat(m)) return 'matrix3d(' + ArrayJoin(m, ', ') + ')';
      return `matrix(${m[0]}, ${m[1]}, ${m[4]}, ${m[5]}, ${m[12]}, ${m[13]})`;
    },
  });

  class DOMMatrix extends DOMMatrixReadOnly {}
  defineMembers(DOMMatrix.prototype, {
    translateSelf(x = 0, y = 0, z = 0) { return self(this, product(this[kGeometry], translation(+x, +y, +z))); },
    scaleSelf(x = 1, y = undefined, z = 1, ox = 0, oy = 0, oz = 0) { return self(this, scaling(this[kGeometry], x, y, z, ox, oy, oz)); },
    scale3dSelf(s = 1, ox = 0, oy = 0, oz = 0) { return self(this, scaling(this[kGeometry], s, s, s, ox, oy, oz)); },
    rotateSelf(x = 0, y = undefined, z = undefined) { return self(this, turning(this[kGeometry], x, y, z)); },
    rotateFromVectorSelf(x = 0, y = 0) { return self(this, product(this[kGeometry], rotation(0, 0, 1, MathAtan2(+y, +x) * 180 / MathPI))); },
    rotateAxisAngleSelf(x = 0, y = 0, z = 0, angle = 0) { return self(this, product(this[kGeometry], rotation(+x, +y, +z, +angle))); },
    skewXSelf(x = 0) { return self(this, skewing(this[kGeometry], +x, 0)); },
    skewYSelf(y = 0) { return self(this, skewing(this[kGeometry], 0, +y)); },
    multiplySelf(other) { return self(this, product(this[kGeometry], fromDictionary(other))); },
    preMultiplySelf(other) { return self(this, product(fromDictionary(other), this[kGeometry])); },
    invertSelf() { return self(this, inverse(this[kGeometry]) ?? ArrayFill(identity(), NaN)); },
    setMatrixValue(text) { return self(this, fromText(`${text}`)); },
  });
  const defineEntry = (name, index) => {
    ObjectDefineProperty(DOMMatrixReadOnly.prototype, name, {
      get() { return this[kGeometry][index]; }, set: undefined, enumerable: true, configurable: true,
    });
    ObjectDefineProperty(DOMMatrix.prototype, name, {
      get() { return this[kGeometry][index]; }, set(value) { this[kGeometry][index] = +value; }, enumerable: true, configurable: true,
    });
  };
  for (let i = 0; i < 16; i++) defineEntry(MATRIX_NAMES[i], i);
  const aliases = ObjectKeys(ALIASES);
  for (let i = 0; i < aliases.length; i++) defineEntry(aliases[i], ALIASES[aliases[i]]);
  exposeInterface('DOMMatrixReadOnly', DOMMatrixReadOnly);
  exposeInterface('DOMMatrix', DOMMatrix);
  defineGlobal('WebKitCSSMatrix', DOMMatrix);

  /** A pair of interfaces, read-only and writable, over named numbers with defaults. */
  const definePair = (name, fields, defaults, derived) => {
    const ReadOnly = { [name + 'ReadOnly']: class {
      constructor(a = defaults[0], b = defaults[1], c = defaults[2], d = defaults[3]) { this[kGeometry] = [+a, +b, +c, +d]; }
    } }[name + 'ReadOnly'];
    const Writable = { [name]: class extends ReadOnly {} }[name];
    for (let i = 0; i < 4; i++) {
      const get = function () { return this[kGeometry][i]; };
      const set = function (value) { this[kGeometry][i] = +value; };
      ObjectDefineProperty(ReadOnly.prototype, fields[i], { get, set: undefined, enumerable: true, configurable: true });
      ObjectDefineProperty(Writable.prototype, fields[i], { get, set, enumerable: true, configurable: true });
    }
    defineMembers(ReadOnly.prototype, derived);
    defineMembers(ReadOnly.prototype, {
      toJSON() {
        const out = {};
        for (let i = 0; i < 4; i++) out[fields[i]] = this[fields[i]];
        return out;
      },
    });
    const from = function (init) { return new this(init?.[fields[0]], init?.[fields[1]], init?.[fields[2]], init?.[fields[3]]); };
    const factory = 'from' + StringSlice(name, 3);
    ObjectDefineProperty(ReadOnly, factory, { value: from, writable: true, configurable: true, enumerable: true });
    exposeInterface(name + 'ReadOnly', ReadOnly);
    exposeInterface(name, Writable);
    return { ReadOnly, Writable };
  };

  const { ReadOnly: DOMPointReadOnly, Writable: DOMPoint } = definePair('DOMPoint', ['x', 'y', 'z', 'w'], [0, 0, 0, 1], {
    matrixTransform(matrix) { return wrap(fromDictionary(matrix)).transformPoint(this); },
  });
  const { ReadOnly: DOMRectReadOnly, Writable: DOMRect } = definePair('DOMRect', ['x', 'y', 'width', 'height'], [0, 0, 0, 0], {
    get top() { const r = this[kGeometry]; return MathMin(r[1], r[1] + r[3]); },
    get right() { const r = this[kGeometry]; return MathMax(r[0], r[0] + r[2]); },
    get bottom() { const r = this[kGeometry]; return MathMax(r[1], r[1] + r[3]); },
    get left() { const r = this[kGeometry]; return MathMin(r[0], r[0] + r[2]); },
  });
  // The names of a rectangle's derived edges belong to its JSON form as well.
  const rectJSON = ObjectGetOwnPropertyDescriptor(DOMRectReadOnly.prototype, 'toJSON').value;
  defineMembers(DOMRectReadOnly.prototype, {
    toJSON() {
      const out = ReflectApply(rectJSON, this, []);
      out.top = this.top;
      out.right = this.right;
      out.bottom = this.bottom;
      out.left = this.left;
      return out;
    },
  });

  class DOMQuad {
    constructor(p1, p2, p3, p4) {
      const point = (init) => new DOMPoint(init?.x, init?.y, init?.z, init?.w);
      this[kGeometry] = [point(p1), point(p2), point(p3), point(p4)];
    }
    static fromRect(rect) {
      const x = +(rect?.x ?? 0);
      const y = +(rect?.y ?? 0);
      const w = +(rect?.width ?? 0);
      const h = +(rect?.height ?? 0);
      return new DOMQuad({ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, { x, y: y + h });
    }
    static fromQuad(quad) { return new DOMQuad(quad?.p1, quad?.p2, quad?.p3, quad?.p4); }
  }
  defineMembers(DOMQuad.prototype, {
    get p1() { return this[kGeometry][0]; },
    get p2() { return this[kGeometry][1]; },
    get p3() { return this[kGeometry][2]; },
    get p4() { return this[kGeometry][3]; },
    getBounds() {
      const q = this[kGeometry];
      const left = MathMin(q[0].x, q[1].x, q[2].x, q[3].x);
      const top = MathMin(q[0].y, q[1].y, q[2].y, q[3].y);
      return new DOMRect(left, top, MathMax(q[0].x, q[1].x, q[2].x, q[3].x) - left, MathMax(q[0].y, q[1].y, q[2].y, q[3].y) - top);
    },
    toJSON() { return { p1: this.p1, p2: this.p2, p3: this.p3, p4: this.p4 }; },
  });
  exposeInterface('DOMQuad', DOMQuad);

  const serializable = (ReadOnly, Writable, cloneOf) => ArrayPush(SerializableClasses, {
    Class: ReadOnly,
    clone: (value, memory) => {
      const copy = ObjectCreate((value instanceof Writable ? Writable : ReadOnly).prototype);
      copy[kGeometry] = ArrayMap(value[kGeometry], (part) => cloneOf(part, memory));
      return copy;
    },
  });
  const sameNumber = (number) => number;
  serializable(DOMMatrixReadOnly, DOMMatrix, sameNumber);
  serializable(DOMPointReadOnly, DOMPoint, sameNumber);
  serializable(DOMRectReadOnly, DOMRect, sameNumber);
  serializable(DOMQuad, DOMQuad, cloneOfPlatformObject);
  return { DOMMatrix, DOMPoint, DOMRectReadOnly, DOMRect };
});
