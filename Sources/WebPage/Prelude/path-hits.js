// Is a point in a path, or on its stroke? https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-ispointinpath

const PathHits = lazily(() => {
  /** The path as polylines: [{points: [x, y, …], closed}], curves in `pieces` lines each, through `matrix` if given. */
  const polylines = (path, matrix) => {
    const lines = [];
    const { data, length } = path;
    let line = null;
    const add = (x, y) => {
      ArrayPush(line.points, matrix === null ? x : matrix.a * x + matrix.c * y + matrix.e);
      ArrayPush(line.points, matrix === null ? y : matrix.b * x + matrix.d * y + matrix.f);
    };
    const begin = (x, y) => {
      line = { points: [], closed: false, startX: x, startY: y };
      ArrayPush(lines, line);
      add(x, y);
    };
    let x = 0;
    let y = 0;
    for (let i = 0; i < length;) {
      const code = data[i];
      if (code === PathMove) {
        begin(x = data[i + 1], y = data[i + 2]);
      } else if (code === PathClose) {
        line.closed = true;
        x = line.startX;
        y = line.startY;
      } else {
        if (line.closed) begin(x, y);
        if (code === PathLine) add(x = data[i + 1], y = data[i + 2]);
        else {
          addCurve(add, x, y, data, i);
          x = data[i + 5];
          y = data[i + 6];
        }
      }
      i += PathSegmentLengths[code];
    }
    return lines;
  };
  const addCurve = (add, x, y, data, i) => {
    const pieces = 32;
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const u = 1 - t;
      const p0 = u * u * u;
      const p1 = 3 * u * u * t;
      const p2 = 3 * u * t * t;
      const p3 = t * t * t;
      add(p0 * x + p1 * data[i + 1] + p2 * data[i + 3] + p3 * data[i + 5], p0 * y + p1 * data[i + 2] + p2 * data[i + 4] + p3 * data[i + 6]);
    }
  };

  /** Squared distance of (px, py) from a segment. */
  const distanceSquared = (px, py, x1, y1, x2, y2) => {
    const dx = x2 - x1;
    const dy = y2 - y1;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : MathMax(0, MathMin(1, ((px - x1) * dx + (py - y1) * dy) / length));
    const ex = px - x1 - t * dx;
    const ey = py - y1 - t * dy;
    return ex * ex + ey * ey;
  };

  /** A point on the outline counts as inside, as in browsers. */
  const isInside = (path, px, py, rule) => {
    const lines = polylines(path, null);
    let winding = 0;
    for (let i = 0; i < lines.length; i++) {
      const { points } = lines[i];
      const { length } = points;
      for (let k = 0; k < length; k += 2) {
        const next = k + 2 < length ? k + 2 : 0;
        const x1 = points[k];
        const y1 = points[k + 1];
        const x2 = points[next];
        const y2 = points[next + 1];
        if (length > 4 && distanceSquared(px, py, x1, y1, x2, y2) < 1e-12) return true;
        const side = (x2 - x1) * (py - y1) - (px - x1) * (y2 - y1);
        if (y1 <= py) {
          if (y2 > py && side > 0) winding++;
        } else if (y2 <= py && side < 0) {
          winding--;
        }
      }
    }
    return rule === 0 ? winding !== 0 : (winding & 1) !== 0;
  };

  /** The polylines cut into their dashes. */
  const dashed = (lines, dash, offset) => {
    let total = 0;
    for (let i = 0; i < dash.length; i++) total += dash[i];
    if (!(total > 0)) return lines;
    const out = [];
    for (let i = 0; i < lines.length; i++) cutIntoDashes(out, lines[i], dash, ((offset % total) + total) % total);
    return out;
  };
  const cutIntoDashes = (out, line, dash, offset) => {
    let index = 0;
    let left = dash[0];
    while (offset > 0 && offset >= left) {
      offset -= left;
      index = (index + 1) % dash.length;
      left = dash[index];
    }
    left -= offset;
    const points = line.closed ? ArrayConcat(line.points, [line.points[0], line.points[1]]) : line.points;
    let piece = index % 2 === 0 ? [points[0], points[1]] : null;
    for (let k = 2; k < points.length; k += 2) {
      let x = points[k - 2];
      let y = points[k - 1];
      let length = MathHypot(points[k] - x, points[k + 1] - y);
      while (length > left) {
        x += (points[k] - x) * left / length;
        y += (points[k + 1] - y) * left / length;
        length -= left;
        if (piece !== null) {
          ArrayPush(piece, x);
          ArrayPush(piece, y);
          ArrayPush(out, { points: piece, closed: false });
          piece = null;
        } else {
          piece = [x, y];
        }
        index = (index + 1) % dash.length;
        left = dash[index];
        if (left === 0 && out.length > 100000) return;
      }
      left -= length;
      if (piece !== null) {
        ArrayPush(piece, points[k]);
        ArrayPush(piece, points[k + 1]);
      }
    }
    if (piece !== null && piece.length > 2) ArrayPush(out, { points: piece, closed: false });
  };

  /** Whether the point is within the join of two segments that meet at (x, y). */
  const isInJoin = (px, py, x, y, inX, inY, outX, outY, half, state) => {
    if (state.join === 1) return (px - x) * (px - x) + (py - y) * (py - y) <= half * half;
    const cross = inX * outY - inY * outX;
    const side = cross > 0 ? -1 : 1;
    const ax = x - inY * half * side;
    const ay = y + inX * half * side;
    const bx = x - outY * half * side;
    const by = y + outX * half * side;
    if (isInTriangle(px, py, x, y, ax, ay, bx, by)) return true;
    const cosine = inX * outX + inY * outY;
    const sineHalf = MathSqrt((1 + cosine) / 2);
    if (state.join !== 0 || sineHalf < 1e-6 || 1 / sineHalf > state.miterLimit) return false;
    const mx = (ax + bx) / 2 - x;
    const my = (ay + by) / 2 - y;
    const scale = half * half / (mx * mx + my * my);
    return isInTriangle(px, py, ax, ay, bx, by, x + mx * scale, y + my * scale);
  };
  const isInTriangle = (px, py, ax, ay, bx, by, cx, cy) => {
    const d1 = (px - bx) * (ay - by) - (ax - bx) * (py - by);
    const d2 = (px - cx) * (by - cy) - (bx - cx) * (py - cy);
    const d3 = (px - ax) * (cy - ay) - (cx - ax) * (py - ay);
    return !((d1 < 0 || d2 < 0 || d3 < 0) && (d1 > 0 || d2 > 0 || d3 > 0));
  };

  const withoutRepeats = (points, closed) => {
    const out = [];
    for (let k = 0; k < points.length; k += 2) {
      const n = out.length;
      if (n > 0 && out[n - 2] === points[k] && out[n - 1] === points[k + 1]) continue;
      ArrayPush(out, points[k]);
      ArrayPush(out, points[k + 1]);
    }
    if (closed && out.length > 2 && out[0] === out[out.length - 2] && out[1] === out[out.length - 1]) out.length -= 2;
    return out;
  };

  /** What curves lose by being cut into lines, and points by going through a transform. */
  const tolerance = 1e-6;
  const isOnLine = (line, px, py, half, state) => {
    const p = withoutRepeats(line.points, line.closed);
    const count = p.length / 2;
    if (count < 2) return false;
    const segments = line.closed ? count : count - 1;
    const cap = state.cap === 0 ? 0 : half;
    let lastX = 0;
    let lastY = 0;
    for (let s = 0; s <= segments; s++) {
      if (s === segments && !line.closed) break;
      const k = s % count * 2;
      const next = (s + 1) % count * 2;
      const length = MathHypot(p[next] - p[k], p[next + 1] - p[k + 1]);
      const dx = (p[next] - p[k]) / length;
      const dy = (p[next + 1] - p[k + 1]) / length;
      const along = (px - p[k]) * dx + (py - p[k + 1]) * dy;
      const across = MathAbs((py - p[k + 1]) * dx - (px - p[k]) * dy);
      const before = !line.closed && s === 0 ? cap : 0;
      const after = !line.closed && s === segments - 1 ? cap : 0;
      if (across <= half + tolerance && along >= -before - tolerance && along <= length + after + tolerance) {
        const excess = along < 0 ? -along : along > length ? along - length : 0;
        if (state.cap !== 1 || excess * excess + across * across <= half * half) return true;
      }
      if (s > 0 && isInJoin(px, py, p[k], p[k + 1], lastX, lastY, dx, dy, half, state)) return true;
      lastX = dx;
      lastY = dy;
    }
    return false;
  };

  /** In the space of the pen: the path and the point go back through the transform, where the pen is round. */
  const isOnStroke = (path, px, py, state) => {
    const inverse = invertedMatrix(state);
    if (inverse === null) return false;
    const x = inverse.a * px + inverse.c * py + inverse.e;
    const y = inverse.b * px + inverse.d * py + inverse.f;
    let lines = polylines(path, inverse);
    if (state.dash.length > 0) lines = dashed(lines, state.dash, state.dashOffset);
    for (let i = 0; i < lines.length; i++) if (isOnLine(lines[i], x, y, state.lineWidth / 2, state)) return true;
    return false;
  };
  return { isInside, isOnStroke };
});
