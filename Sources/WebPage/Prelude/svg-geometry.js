// Lengths along SVG shapes and their boxes, in their own coordinates (SVG 2, 4.6 and 9).

const SVGGeometry = lazily(() => {
  const CURVE_PIECES = 48;

  const points = (element) => {
    const words = StringSplit(StringTrim(StringReplaceAll(element[kAttributes].get('points') ?? '', ',', ' ')), ' ');
    return ArrayMap(ArrayFilter(words, (word) => word !== ''), (word) => +word);
  };
  /** A shape's outline as a path; null for what is no shape. */
  const outlineOf = (element) => {
    const path = new PathBuilder();
    const n = (name) => attributeNumber(element, name);
    switch (element[kTag]) {
      case 'path': appendSVGPath(path, element[kAttributes].get('d') ?? ''); return path;
      case 'rect': path.rect(n('x'), n('y'), n('width'), n('height')); return path;
      case 'circle': path.ellipse(n('cx'), n('cy'), n('r'), n('r'), 0, 0, 2 * MathPI, false); return path;
      case 'ellipse': path.ellipse(n('cx'), n('cy'), n('rx'), n('ry'), 0, 0, 2 * MathPI, false); return path;
      case 'line': path.moveTo(n('x1'), n('y1')); path.lineTo(n('x2'), n('y2')); return path;
      case 'polygon': case 'polyline': {
        const list = points(element);
        for (let i = 0; i + 1 < list.length; i += 2) path.lineTo(list[i], list[i + 1]);
        if (element[kTag] === 'polygon') path.close();
        return path;
      }
      default: return null;
    }
  };
  /** Calls `visit(x1, y1, x2, y2)` for each short straight piece of a path. */
  const forEachPiece = ({ data, length }, visit) => {
    let x = 0;
    let y = 0;
    let startX = 0;
    let startY = 0;
    const to = (nextX, nextY) => {
      visit(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    };
    for (let i = 0; i < length; i += PathSegmentLengths[data[i]]) {
      switch (data[i]) {
        case PathMove: x = startX = data[i + 1]; y = startY = data[i + 2]; break;
        case PathLine: to(data[i + 1], data[i + 2]); break;
        case PathClose: to(startX, startY); break;
        default: {
          const fromX = x;
          const fromY = y;
          for (let k = 1; k <= CURVE_PIECES; k++) {
            const t = k / CURVE_PIECES;
            const u = 1 - t;
            const at = (from, a, b, end) => u * u * u * from + 3 * u * u * t * a + 3 * u * t * t * b + t * t * t * end;
            to(at(fromX, data[i + 1], data[i + 3], data[i + 5]), at(fromY, data[i + 2], data[i + 4], data[i + 6]));
          }
        }
      }
    }
  };
  const lengthOf = (element) => {
    let total = 0;
    forEachPiece(outlineOf(element), (x1, y1, x2, y2) => { total += MathHypot(x2 - x1, y2 - y1); });
    return total;
  };
  const pointAt = (element, distance) => {
    let left = MathMax(0, distance);
    let found = null;
    let last = [0, 0];
    forEachPiece(outlineOf(element), (x1, y1, x2, y2) => {
      const size = MathHypot(x2 - x1, y2 - y1);
      last = [x2, y2];
      if (found !== null) return;
      if (left <= size) found = size === 0 ? [x1, y1] : [x1 + (x2 - x1) * left / size, y1 + (y2 - y1) * left / size];
      else left -= size;
    });
    const [x, y] = found ?? last;
    return new (Geometry().DOMPoint)(x, y);
  };

  /** [left, top, right, bottom] of a shape, or of what a group holds, without strokes; null where there is nothing. */
  const boundsOf = (element) => {
    const path = outlineOf(element);
    let bounds = null;
    const add = (x, y) => {
      if (bounds === null) bounds = [x, y, x, y];
      else bounds = [MathMin(bounds[0], x), MathMin(bounds[1], y), MathMax(bounds[2], x), MathMax(bounds[3], y)];
    };
    if (path !== null) {
      forEachPiece(path, (x1, y1, x2, y2) => { add(x1, y1); add(x2, y2); });
      return bounds;
    }
    const { children } = element;
    for (let i = 0; i < children.length; i++) {
      if (children[i].getBBox === undefined) continue;
      const box = children[i].getBBox();
      if (box.width === 0 && box.height === 0) continue;
      add(box.x, box.y);
      add(box.x + box.width, box.y + box.height);
    }
    return bounds;
  };
  return { lengthOf, pointAt, boundsOf };
});
