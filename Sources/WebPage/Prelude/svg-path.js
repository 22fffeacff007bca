// SVG path data: https://www.w3.org/TR/SVG2/paths.html#PathDataBNF

/** Appends the segments of an SVG path string to a PathBuilder, up to the first error as SVG has it. */
const appendSVGPath = (() => {
  const NUMBER = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
  const FLAG = /[\s,]*([01])/y;
  const COMMAND = /[\s,]*([MmLlHhVvCcSsQqTtAaZz])/y;
  const ARITY = { __proto__: null, m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

  /** https://www.w3.org/TR/SVG2/implnote.html#ArcImplementationNotes */
  const arc = (path, x1, y1, rx, ry, degrees, large, sweep, x2, y2) => {
    if (x1 === x2 && y1 === y2) return;
    if (rx === 0 || ry === 0) {
      path.lineTo(x2, y2);
      return;
    }
    rx = MathAbs(rx);
    ry = MathAbs(ry);
    const rotation = degrees * MathPI / 180;
    const cosine = MathCos(rotation);
    const sine = MathSin(rotation);
    const dx = (x1 - x2) / 2;
    const dy = (y1 - y2) / 2;
    const px = cosine * dx + sine * dy;
    const py = cosine * dy - sine * dx;
    const excess = px * px / (rx * rx) + py * py / (ry * ry);
    if (excess > 1) {
      rx *= MathSqrt(excess);
      ry *= MathSqrt(excess);
    }
    const square = rx * rx * py * py + ry * ry * px * px;
    const factor = (large === sweep ? -1 : 1) * MathSqrt(MathMax(0, rx * rx * ry * ry / square - 1));
    const cx = factor * rx * py / ry;
    const cy = -factor * ry * px / rx;
    const start = MathAtan2((py - cy) / ry, (px - cx) / rx);
    const end = MathAtan2((-py - cy) / ry, (-px - cx) / rx);
    path.ellipse(cosine * cx - sine * cy + (x1 + x2) / 2, sine * cx + cosine * cy + (y1 + y2) / 2,
      rx, ry, rotation, start, end, sweep === 0);
  };

  /** The pen while a string is read: where it is, where the subpath began, the last control point. */
  const newPen = () => ({ x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0, last: '' });

  const place = (pen, x, y) => {
    pen.x = x;
    pen.y = y;
  };
  const cubic = (path, pen, x1, y1, x2, y2, x, y) => {
    path.curveTo(x1, y1, x2, y2, x, y);
    pen.controlX = x2;
    pen.controlY = y2;
    place(pen, x, y);
  };
  const quadratic = (path, pen, x1, y1, x, y) => {
    path.quadraticTo(x1, y1, x, y);
    pen.controlX = x1;
    pen.controlY = y1;
    place(pen, x, y);
  };

  const segment = (path, pen, command, relative, n) => {
    const bx = relative ? pen.x : 0;
    const by = relative ? pen.y : 0;
    switch (command) {
      case 'm':
        place(pen, bx + n[0], by + n[1]);
        pen.startX = pen.x;
        pen.startY = pen.y;
        path.moveTo(pen.x, pen.y);
        break;
      case 'l': place(pen, bx + n[0], by + n[1]); path.lineTo(pen.x, pen.y); break;
      case 'h': place(pen, bx + n[0], pen.y); path.lineTo(pen.x, pen.y); break;
      case 'v': place(pen, pen.x, by + n[0]); path.lineTo(pen.x, pen.y); break;
      case 'c': cubic(path, pen, bx + n[0], by + n[1], bx + n[2], by + n[3], bx + n[4], by + n[5]); break;
      case 's': {
        const smooth = pen.last === 'c' || pen.last === 's';
        cubic(path, pen, smooth ? 2 * pen.x - pen.controlX : pen.x, smooth ? 2 * pen.y - pen.controlY : pen.y,
          bx + n[0], by + n[1], bx + n[2], by + n[3]);
        break;
      }
      case 'q': quadratic(path, pen, bx + n[0], by + n[1], bx + n[2], by + n[3]); break;
      case 't': {
        const smooth = pen.last === 'q' || pen.last === 't';
        quadratic(path, pen, smooth ? 2 * pen.x - pen.controlX : pen.x, smooth ? 2 * pen.y - pen.controlY : pen.y,
          bx + n[0], by + n[1]);
        break;
      }
      case 'a':
        arc(path, pen.x, pen.y, n[0], n[1], n[2], n[3], n[4], bx + n[5], by + n[6]);
        place(pen, bx + n[5], by + n[6]);
        break;
      default:
        path.close();
        place(pen, pen.startX, pen.startY);
    }
    pen.last = command;
  };

  return (path, text) => {
    const pen = newPen();
    let at = 0;
    const take = (pattern) => {
      pattern.lastIndex = at;
      const match = RegExpExec(pattern, text);
      if (match === null) return null;
      at = pattern.lastIndex;
      return match[1];
    };
    let letter = take(COMMAND);
    if (letter !== 'M' && letter !== 'm') return;
    const numbers = [0, 0, 0, 0, 0, 0, 0];
    while (letter !== null) {
      let command = StringToLowerCase(letter);
      const relative = command === letter;
      const arity = ARITY[command];
      for (let first = true; ; first = false) {
        let complete = true;
        for (let i = 0; i < arity && complete; i++) {
          const token = take(command === 'a' && (i === 3 || i === 4) ? FLAG : NUMBER);
          if (token === null) {
            if (first || i > 0) return;
            complete = false;
          } else {
            numbers[i] = +token;
          }
        }
        if (!complete) break;
        segment(path, pen, command, relative, numbers);
        if (arity === 0) break;
        if (command === 'm') command = 'l';
      }
      letter = take(COMMAND);
    }
  };
})();
