// CanvasPath and Path2D: https://html.spec.whatwg.org/multipage/canvas.html#path2d-objects

const kPath = Symbol('path');

/** True when no argument is an infinity or NaN (the sum of finite ones may only overflow beyond any bitmap). */
const isFiniteSum = (sum) => sum - sum === 0;

/** The four corner radii of roundRect, as [{x, y} × 4], or null when one isn't finite. */
const cornerRadii = (radii, interfaceName) => {
  const list = [];
  if (radii !== null && typeof radii === 'object' && typeof radii[SymbolIterator] === 'function') {
    const iterator = ReflectApply(radii[SymbolIterator], radii, []);
    for (let item = iterator.next(); !item.done; item = iterator.next()) ArrayPush(list, item.value);
  } else {
    ArrayPush(list, radii);
  }
  if (list.length < 1 || list.length > 4) {
    throw new RangeError(`Failed to execute 'roundRect' on '${interfaceName}': ${list.length} radii provided. Between one and four radii are necessary.`);
  }
  const corners = [];
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    const isPoint = value !== null && value !== undefined && typeof value === 'object';
    const x = isPoint ? +(value.x ?? 0) : value === undefined || value === null ? (value === null ? 0 : NaN) : +value;
    const y = isPoint ? +(value.y ?? 0) : x;
    if (!isFiniteSum(x + y)) return null;
    if (x < 0 || y < 0) {
      throw new RangeError(`Failed to execute 'roundRect' on '${interfaceName}': Radius value ${x < 0 ? x : y} is negative.`);
    }
    ArrayPush(corners, { x, y });
  }
  const first = corners[0];
  switch (corners.length) {
    case 1: return [first, first, first, first];
    case 2: return [first, corners[1], first, corners[1]];
    case 3: return [first, corners[1], corners[2], corners[1]];
    default: return corners;
  }
};

/** https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-roundrect, steps 8 to 11. */
const appendRoundRect = (path, x, y, w, h, corners) => {
  let upperLeft = corners[0];
  let upperRight = corners[1];
  let lowerRight = corners[2];
  let lowerLeft = corners[3];
  let clockwise = true;
  let swap;
  if (w < 0) {
    clockwise = !clockwise;
    x += w;
    w = -w;
    swap = upperLeft; upperLeft = upperRight; upperRight = swap;
    swap = lowerLeft; lowerLeft = lowerRight; lowerRight = swap;
  }
  if (h < 0) {
    clockwise = !clockwise;
    y += h;
    h = -h;
    swap = upperLeft; upperLeft = lowerLeft; lowerLeft = swap;
    swap = upperRight; upperRight = lowerRight; lowerRight = swap;
  }
  const fit = (size, sum) => (sum > size ? size / sum : 1);
  const scale = MathMin(fit(w, upperLeft.x + upperRight.x), fit(h, upperRight.y + lowerRight.y),
    fit(w, lowerRight.x + lowerLeft.x), fit(h, upperLeft.y + lowerLeft.y));
  const right = x + w;
  const bottom = y + h;
  const startX = x + upperLeft.x * scale;
  path.moveTo(startX, y);
  if (clockwise) {
    appendCorner(path, right - upperRight.x * scale, y, right, y, right, y + upperRight.y * scale);
    appendCorner(path, right, bottom - lowerRight.y * scale, right, bottom, right - lowerRight.x * scale, bottom);
    appendCorner(path, x + lowerLeft.x * scale, bottom, x, bottom, x, bottom - lowerLeft.y * scale);
    appendCorner(path, x, y + upperLeft.y * scale, x, y, startX, y);
  } else {
    appendCorner(path, startX, y, x, y, x, y + upperLeft.y * scale);
    appendCorner(path, x, bottom - lowerLeft.y * scale, x, bottom, x + lowerLeft.x * scale, bottom);
    appendCorner(path, right - lowerRight.x * scale, bottom, right, bottom, right, bottom - lowerRight.y * scale);
    appendCorner(path, right, y + upperRight.y * scale, right, y, right - upperRight.x * scale, y);
  }
  path.close();
};

/** The same where all corners are alike and the sides have no negative lengths, as games draw their blocks. */
const appendEvenRoundRect = (path, x, y, w, h, radius) => {
  const both = radius + radius;
  const inset = radius * MathMin(both > w ? w / both : 1, both > h ? h / both : 1);
  const right = x + w;
  const bottom = y + h;
  if (path.matrix === null && inset > 0) {
    path.rawRoundRect(x, y, right, bottom, inset);
    return;
  }
  path.moveTo(x + inset, y);
  appendCorner(path, right - inset, y, right, y, right, y + inset);
  appendCorner(path, right, bottom - inset, right, bottom, right - inset, bottom);
  appendCorner(path, x + inset, bottom, x, bottom, x, bottom - inset);
  appendCorner(path, x, y + inset, x, y, x + inset, y);
  path.close();
};

/** A line to where a corner begins, then its quarter of an ellipse. */
const appendCorner = (path, fromX, fromY, cornerX, cornerY, toX, toY) => {
  path.lineTo(fromX, fromY);
  if (fromX === toX || fromY === toY) return;
  path.curveTo(cornerX + (fromX - cornerX) * CornerHandle, cornerY + (fromY - cornerY) * CornerHandle,
    cornerX + (toX - cornerX) * CornerHandle, cornerY + (toY - cornerY) * CornerHandle, toX, toY);
};

const negativeRadius = (interfaceName, method, radius, which = 'radius') => throwDOMException('IndexSizeError',
  `Failed to execute '${method}' on '${interfaceName}': The ${which} provided (${radius}) is negative.`);

/** The methods that a context and a Path2D have in common, for an interface whose `this[kPath]` is a PathBuilder. */
const canvasPathMembers = (interfaceName) => ({
  moveTo(x, y) {
    requireArguments('moveTo', interfaceName, arguments.length, 2);
    x = +x;
    y = +y;
    if (isFiniteSum(x + y)) this[kPath].moveTo(x, y);
  },
  lineTo(x, y) {
    requireArguments('lineTo', interfaceName, arguments.length, 2);
    x = +x;
    y = +y;
    if (isFiniteSum(x + y)) this[kPath].lineTo(x, y);
  },
  quadraticCurveTo(cpx, cpy, x, y) {
    requireArguments('quadraticCurveTo', interfaceName, arguments.length, 4);
    cpx = +cpx;
    cpy = +cpy;
    x = +x;
    y = +y;
    if (isFiniteSum(cpx + cpy + x + y)) this[kPath].quadraticTo(cpx, cpy, x, y);
  },
  bezierCurveTo(cp1x, cp1y, cp2x, cp2y, x, y) {
    requireArguments('bezierCurveTo', interfaceName, arguments.length, 6);
    cp1x = +cp1x;
    cp1y = +cp1y;
    cp2x = +cp2x;
    cp2y = +cp2y;
    x = +x;
    y = +y;
    if (isFiniteSum(cp1x + cp1y + cp2x + cp2y + x + y)) this[kPath].curveTo(cp1x, cp1y, cp2x, cp2y, x, y);
  },
  arcTo(x1, y1, x2, y2, radius) {
    requireArguments('arcTo', interfaceName, arguments.length, 5);
    x1 = +x1;
    y1 = +y1;
    x2 = +x2;
    y2 = +y2;
    radius = +radius;
    if (!isFiniteSum(x1 + y1 + x2 + y2 + radius)) return;
    if (radius < 0) negativeRadius(interfaceName, 'arcTo', radius);
    this[kPath].arcTo(x1, y1, x2, y2, radius);
  },
  arc(x, y, radius, startAngle, endAngle, counterclockwise = false) {
    requireArguments('arc', interfaceName, arguments.length, 5);
    x = +x;
    y = +y;
    radius = +radius;
    startAngle = +startAngle;
    endAngle = +endAngle;
    if (!isFiniteSum(x + y + radius + startAngle + endAngle)) return;
    if (radius < 0) negativeRadius(interfaceName, 'arc', radius);
    this[kPath].ellipse(x, y, radius, radius, 0, startAngle, endAngle, !!counterclockwise);
  },
  ellipse(x, y, radiusX, radiusY, rotation, startAngle, endAngle, counterclockwise = false) {
    requireArguments('ellipse', interfaceName, arguments.length, 7);
    x = +x;
    y = +y;
    radiusX = +radiusX;
    radiusY = +radiusY;
    rotation = +rotation;
    startAngle = +startAngle;
    endAngle = +endAngle;
    if (!isFiniteSum(x + y + radiusX + radiusY + rotation + startAngle + endAngle)) return;
    if (radiusX < 0) negativeRadius(interfaceName, 'ellipse', radiusX, 'major-axis radius');
    if (radiusY < 0) negativeRadius(interfaceName, 'ellipse', radiusY, 'minor-axis radius');
    this[kPath].ellipse(x, y, radiusX, radiusY, rotation, startAngle, endAngle, !!counterclockwise);
  },
  rect(x, y, w, h) {
    requireArguments('rect', interfaceName, arguments.length, 4);
    x = +x;
    y = +y;
    w = +w;
    h = +h;
    if (isFiniteSum(x + y + w + h)) this[kPath].rect(x, y, w, h);
  },
  roundRect(x, y, w, h, radii = 0) {
    requireArguments('roundRect', interfaceName, arguments.length, 4);
    x = +x;
    y = +y;
    w = +w;
    h = +h;
    const finite = isFiniteSum(x + y + w + h);
    if (finite && typeof radii === 'number' && radii >= 0 && radii < Infinity && w >= 0 && h >= 0) {
      appendEvenRoundRect(this[kPath], x, y, w, h, radii);
      return;
    }
    const corners = cornerRadii(radii, interfaceName);
    if (finite && corners !== null) appendRoundRect(this[kPath], x, y, w, h, corners);
  },
  closePath() {
    this[kPath].close();
  },
});

const Path2D = exposeLazily('Path2D', () => {
  class Path2D {
    constructor(path) {
      const own = new PathBuilder();
      this[kPath] = own;
      if (path === undefined) return;
      const other = path !== null && typeof path === 'object' ? path[kPath] : undefined;
      if (other !== undefined && path instanceof Path2D) own.append(other, null);
      else appendSVGPath(own, `${path}`);
    }

    addPath(path, transform = undefined) {
      requireArguments('addPath', 'Path2D', arguments.length, 1);
      if (!(path instanceof Path2D)) throw new TypeError("Failed to execute 'addPath' on 'Path2D': parameter 1 is not of type 'Path2D'.");
      const matrix = matrixFromInit(transform, 'addPath');
      if (!isFiniteSum(matrix.a + matrix.b + matrix.c + matrix.d + matrix.e + matrix.f)) return;
      // Appending a path to itself must not read what it writes.
      const source = path[kPath];
      this[kPath].append({ data: source === this[kPath] ? source.numbers() : source.data, length: source.length }, matrix);
    }
  }
  defineMembers(Path2D.prototype, canvasPathMembers('Path2D'));
  defineMembers(Path2D.prototype, { addPath: Path2D.prototype.addPath });
  return Path2D;
});
