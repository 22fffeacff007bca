// SVG inside the page: shapes and texts of an <svg> element as boxes in page coordinates.

const SVGLayout = lazily(() => {
  const { multiply, translation, boundsOf } = Transforms;
  const NUMBERS = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;
  const numbersOf = (text) => {
    const out = [];
    NUMBERS.lastIndex = 0;
    for (let match; (match = RegExpExec(NUMBERS, text)) !== null;) ArrayPush(out, +match[0]);
    return out;
  };

  /** A geometry attribute or property in user units; percentages of the viewport's side. */
  const lengthOf = (element, name, base, fallback = 0) => {
    const record = element[kStyle];
    const index = Properties.index(name);
    const initial = index < 0 ? undefined : Properties.initial[index];
    const styled = record && index >= 0 && (name !== 'width' && name !== 'height' ? record.values[index] !== initial : record.values[index] !== 'auto') ? record.values[index] : undefined;
    const text = styled ?? element[kAttributes].get(name);
    if (text === undefined) return fallback;
    const value = CSSValues.length(StringTrim(text));
    return typeof value === 'string' ? fallback : CSSValues.resolve(value, base) || 0;
  };

  /** The matrix from a viewBox to the content box it is shown in. */
  const viewBoxMatrix = (viewBox, element, x, y, width, height) => {
    if (viewBox === null) return translation(x, y);
    let scaleX = width / viewBox[2];
    let scaleY = height / viewBox[3];
    const aspect = element[kAttributes].get('preserveAspectRatio') ?? 'xMidYMid meet';
    let shiftX = 0;
    let shiftY = 0;
    if (!StringStartsWith(StringTrim(aspect), 'none')) {
      scaleX = scaleY = StringIncludes(aspect, 'slice') ? MathMax(scaleX, scaleY) : MathMin(scaleX, scaleY);
      const place = (free, near, far) => (StringIncludes(aspect, near) ? 0 : StringIncludes(aspect, far) ? free : free / 2);
      shiftX = place(width - viewBox[2] * scaleX, 'xMin', 'xMax');
      shiftY = place(height - viewBox[3] * scaleY, 'YMin', 'YMax');
    }
    return [scaleX, 0, 0, scaleY, x + shiftX - viewBox[0] * scaleX, y + shiftY - viewBox[1] * scaleY];
  };

  /** The box of a shape in its own coordinates, [x, y, width, height], or null when it has no size. */
  const shapeBox = (element, view) => {
    const n = (name, base, fallback) => lengthOf(element, name, base, fallback);
    const width = view[0];
    const height = view[1];
    switch (element[kTag]) {
      case 'rect': case 'image': case 'foreignObject': return [n('x', width), n('y', height), n('width', width), n('height', height)];
      case 'circle': {
        const r = n('r', MathHypot(width, height) / MathSqrt(2));
        return [n('cx', width) - r, n('cy', height) - r, 2 * r, 2 * r];
      }
      case 'ellipse': return [n('cx', width) - n('rx', width), n('cy', height) - n('ry', height), 2 * n('rx', width), 2 * n('ry', height)];
      case 'line': {
        const x1 = n('x1', width);
        const x2 = n('x2', width);
        const y1 = n('y1', height);
        const y2 = n('y2', height);
        return [MathMin(x1, x2), MathMin(y1, y2), MathAbs(x2 - x1), MathAbs(y2 - y1)];
      }
      case 'polygon': case 'polyline': return pointsBox(numbersOf(element[kAttributes].get('points') ?? ''));
      case 'path': return pathBox(element[kAttributes].get('d') ?? '');
      default: return null;
    }
  };
  const pointsBox = (numbers) => {
    if (numbers.length < 2) return null;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      left = MathMin(left, numbers[i]);
      right = MathMax(right, numbers[i]);
      top = MathMin(top, numbers[i + 1]);
      bottom = MathMax(bottom, numbers[i + 1]);
    }
    return [left, top, right - left, bottom - top];
  };
  const COMMAND = /([mlhvcsqtaz])((?:[^a-z]|e(?=[-+\d]))*)/gi;
  /** The box around a path's points and control points; relative commands are followed. */
  const pathBox = (d) => {
    const points = [];
    let x = 0;
    let y = 0;
    let startX = 0;
    let startY = 0;
    COMMAND.lastIndex = 0;
    for (let match; (match = RegExpExec(COMMAND, d)) !== null;) {
      const at = COMMAND.lastIndex;
      const command = StringToLowerCase(match[1]);
      const relative = command === match[1];
      const args = numbersOf(match[2]);
      const width = command === 'h' || command === 'v' ? 1 : command === 'c' ? 6 : command === 's' || command === 'q' ? 4 : command === 'a' ? 7 : 2;
      for (let i = 0; i + width <= args.length; i += width) {
        const fromX = relative ? x : 0;
        const fromY = relative ? y : 0;
        if (command === 'h') x = fromX + args[i];
        else if (command === 'v') y = fromY + args[i];
        else {
          const first = command === 'a' ? 5 : 0;
          for (let j = first; j + 1 < width; j += 2) {
            ArrayPush(points, fromX + args[i + j]);
            ArrayPush(points, fromY + args[i + j + 1]);
          }
          x = fromX + args[i + width - 2];
          y = fromY + args[i + width - 1];
        }
        if (command === 'm' && i === 0) {
          startX = x;
          startY = y;
        }
        ArrayPush(points, x);
        ArrayPush(points, y);
      }
      if (command === 'z') {
        x = startX;
        y = startY;
      }
      COMMAND.lastIndex = at;
    }
    return pointsBox(points);
  };

  const transformOf = (element, record, box) => {
    const text = record.values[P.transform];
    if (text === 'none') return null;
    const origin = record.values[P.transformOrigin];
    const isDefault = origin === '50% 50%';
    const size = box ?? [0, 0, 0, 0];
    const inBox = record.values[P.transformBox] === 'fill-box';
    const matrix = Transforms.parse(text, size[2], size[3]);
    if (isDefault && !inBox) return matrix;
    const shift = Transforms.originOf(origin, size[2], size[3]);
    const x = shift[0] + (inBox ? size[0] : 0);
    const y = shift[1] + (inBox ? size[1] : 0);
    return multiply(multiply(translation(x, y), matrix), translation(-x, -y));
  };

  const paintColor = (text, opacity, color) => {
    if (text === 'none') return 0;
    if (StringStartsWith(text, 'url(')) return -1;
    const parsed = Colors.parse(text, Colors.parse(color) ?? 255) ?? 0;
    return opacity === 1 ? parsed : ((parsed & 0xffffff00) | MathRound((parsed & 255) * opacity)) >>> 0;
  };

  /** Walks the drawing, calling `visit` with {element, kind, x, y, width, height, look, alpha, text} for each thing seen. */
  const walk = (svgBox, visit) => {
    const element = svgBox.node;
    const x = svgBox.px + svgBox.contentLeft();
    const y = svgBox.py + svgBox.contentTop();
    const width = svgBox.w - svgBox.edgesX();
    const height = svgBox.h - svgBox.edgesY();
    const viewBox = LayoutReplaced.viewBoxOf(element);
    let matrix = viewBoxMatrix(viewBox, element, x, y, width, height);
    const outer = Transforms.above(svgBox);
    if (outer !== null) matrix = multiply(outer, matrix);
    walkChildren(element, matrix, 1, viewBox === null ? [width, height] : [viewBox[2], viewBox[3]], visit, 0);
  };
  const walkChildren = (element, matrix, alpha, view, visit, depth) => {
    if (depth > 100) return;
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) if (children[i][kNodeType] === 1) walkOne(children[i], matrix, alpha, view, visit, depth);
  };
  const INVISIBLE = { __proto__: null, defs: 1, symbol: 1, clipPath: 1, mask: 1, pattern: 1, linearGradient: 1, radialGradient: 1, title: 1, desc: 1, style: 1, script: 1, marker: 1, filter: 1 };
  const walkOne = (element, matrix, alpha, view, visit, depth) => {
    const record = element[kStyle];
    if (!record || INVISIBLE[element[kTag]] !== undefined || record.values[P.display] === 'none') return;
    const inner = alpha * record.values[P.opacity];
    const box = shapeBox(element, view);
    const own = transformOf(element, record, box);
    let full = own === null ? matrix : multiply(matrix, own);
    switch (element[kTag]) {
      case 'g': case 'a': case 'switch': walkChildren(element, full, inner, view, visit, depth + 1); return;
      case 'svg': {
        const place = [lengthOf(element, 'x', view[0]), lengthOf(element, 'y', view[1]), lengthOf(element, 'width', view[0], view[0]), lengthOf(element, 'height', view[1], view[1])];
        const viewBox = LayoutReplaced.viewBoxOf(element);
        full = multiply(full, viewBoxMatrix(viewBox, element, place[0], place[1], place[2], place[3]));
        walkChildren(element, full, inner, viewBox === null ? [place[2], place[3]] : [viewBox[2], viewBox[3]], visit, depth + 1);
        return;
      }
      case 'use': walkUse(element, full, inner, view, visit, depth); return;
      case 'text': walkText(element, record, full, inner, view, visit); return;
      default: if (box !== null) visitShape(element, record, box, full, inner, visit);
    }
  };
  const walkUse = (element, matrix, alpha, view, visit, depth) => {
    const href = element[kAttributes].get('href') ?? element[kAttributes].get('xlink:href') ?? '';
    const target = href[0] === '#' ? DocumentState.document.getElementById(StringSlice(href, 1)) : null;
    if (target === null || depth > 20) return;
    const full = multiply(matrix, translation(lengthOf(element, 'x', view[0]), lengthOf(element, 'y', view[1])));
    const visitUsed = (seen) => visit({ ...seen, element });
    const outside = heir;
    heir = { from: target[kParent]?.[kStyle]?.values ?? null, to: element[kStyle].values };
    walkUsed(element, target, full, alpha, view, visitUsed, depth);
    heir = outside;
  };
  const walkUsed = (element, target, full, alpha, view, visitUsed, depth) => {
    if (target[kTag] !== 'symbol') {
      walkOne(target, full, alpha, view, visitUsed, depth + 1);
      return;
    }
    const viewBox = LayoutReplaced.viewBoxOf(target);
    const place = [lengthOf(element, 'width', view[0], view[0]), lengthOf(element, 'height', view[1], view[1])];
    walkChildren(target, multiply(full, viewBoxMatrix(viewBox, target, 0, 0, place[0], place[1])), alpha, viewBox === null ? place : [viewBox[2], viewBox[3]], visitUsed, depth + 1);
  };

  /** What a use shows inherits from the use, and not from where it stands: the values of both places, while it is walked. */
  let heir = null;
  const INHERITED = [P.fill, P.fillOpacity, P.stroke, P.strokeOpacity, P.strokeWidth, P.color, P.visibility];
  const shownValues = (values) => {
    if (heir === null || heir.from === null) return values;
    const shown = ArraySlice(values);
    for (let i = 0; i < INHERITED.length; i++) if (values[INHERITED[i]] === heir.from[INHERITED[i]]) shown[INHERITED[i]] = heir.to[INHERITED[i]];
    return shown;
  };
  const visitShape = (element, record, box, matrix, alpha, visit) => {
    const v = shownValues(record.values);
    const fill = element[kTag] === 'line' ? 0 : paintColor(v[P.fill], +v[P.fillOpacity], v[P.color]);
    const stroke = paintColor(v[P.stroke], +v[P.strokeOpacity], v[P.color]);
    const strokeWidth = stroke === 0 ? 0 : NumberParseFloat(v[P.strokeWidth]) || 0;
    const place = boundsOf(matrix, box[0], box[1], box[2], box[3]);
    visit({
      element, kind: fill === 0 ? 'stroke' : element[kTag] === 'path' || element[kTag] === 'polygon' ? 'path' : element[kTag] === 'image' ? 'image' : 'fill',
      x: place.x, y: place.y, width: place.width, height: place.height, alpha, matrix, box, text: null,
      isSeen: v[P.visibility] === 'visible' && ((fill !== 0 && (fill === -1 || (fill & 255) > 2)) || (stroke !== 0 && strokeWidth > 0) || element[kTag] === 'image'),
      look: shapeLook(element, fill, v[P.fill], stroke, strokeWidth * MathAbs(matrix[0] || matrix[1]), v),
    });
  };
  const shapeLook = (element, fill, fillText, stroke, strokeWidth, v) => {
    const tag = element[kTag];
    let look = tag === 'image' ? 'image ' + (element[kAttributes].get('href') ?? '') : fill === -1 ? fillText : Looks.hex(fill);
    if (tag === 'circle' || tag === 'ellipse') look += ' | ' + tag;
    if (tag === 'path') look += ' | path ' + element[kAttributes].get('d');
    if (tag === 'polygon' || tag === 'polyline') look += ' | ' + tag + ' ' + element[kAttributes].get('points');
    if (stroke !== 0 && strokeWidth > 0) look += ' | stroke ' + CSSValues.numberText(strokeWidth) + ' ' + (stroke === -1 ? v[P.stroke] : Looks.hex(stroke));
    return v[P.filter] === 'none' ? look : look + ' | filter ' + v[P.filter];
  };

  const walkText = (element, record, matrix, alpha, view, visit) => {
    const state = { x: lengthOf(element, 'x', view[0]), y: lengthOf(element, 'y', view[1]) };
    textRuns(element, record, matrix, alpha, view, visit, state);
  };
  const textRuns = (element, record, matrix, alpha, view, visit, state) => {
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child[kNodeType] === 3) visitText(element, record, child[kData], matrix, alpha, visit, state);
      else if (child[kTag] === 'tspan' && child[kStyle]) {
        const attributes = child[kAttributes];
        if (attributes.has('x')) state.x = lengthOf(child, 'x', view[0]);
        if (attributes.has('y')) state.y = lengthOf(child, 'y', view[1]);
        state.x += svgEm(child, 'dx', record);
        state.y += svgEm(child, 'dy', record);
        textRuns(child, child[kStyle], matrix, alpha, view, visit, state);
      }
    }
  };
  const svgEm = (element, name, record) => {
    const text = element[kAttributes].get(name);
    if (text === undefined) return 0;
    const value = CSSValues.parseLength(text, { fontSize: record.fontSize, rootFontSize: 16 });
    return typeof value === 'number' ? value : 0;
  };
  const visitText = (element, record, data, matrix, alpha, visit, state) => {
    const text = ArrayJoin(CSSSyntax.split(StringReplaceAll(StringReplaceAll(StringReplaceAll(data, '"', '\u0001'), "'", '\u0002'), '(', '\u0003'), ' '), ' ');
    const clean = StringReplaceAll(StringReplaceAll(StringReplaceAll(text, '\u0001', '"'), '\u0002', "'"), '\u0003', '(');
    if (clean === '') return;
    const v = record.values;
    const style = boxStyleOf(record);
    // Measured at a size that the font can be laid out in, whatever the user units are.
    const size = record.fontSize;
    const width = TextMeasure.width(StringReplaceAll(style.font, v[P.fontSize], '100px'), clean) * size / 100 + style.letterSpacing * clean.length;
    const anchor = v[P.textAnchor];
    const left = state.x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    const baseline = v[P.dominantBaseline];
    const top = state.y - size * (baseline === 'middle' || baseline === 'central' ? 0.58 : StringStartsWith(baseline, 'hanging') || baseline === 'text-before-edge' ? 0.1 : 0.928);
    const place = boundsOf(matrix, left, top, width, size * 1.164);
    const fill = paintColor(v[P.fill], +v[P.fillOpacity], v[P.color]);
    visit({
      element, kind: 'text', x: place.x, y: place.y, width: place.width, height: place.height, alpha, matrix, box: [left, top, width, size * 1.164],
      text: clean, isSeen: v[P.visibility] === 'visible' && fill !== 0,
      look: 'text ' + Looks.hex(fill === -1 ? 255 : fill) + ' ' + CSSValues.numberText(size * MathAbs(matrix[3] || matrix[2])) + ' ' + v[P.fontWeight] + ' ' + clean,
    });
    state.x += width;
  };

  const union = (a, b) => {
    if (a === null) return { x: b.x, y: b.y, width: b.width, height: b.height };
    const x = MathMin(a.x, b.x);
    const y = MathMin(a.y, b.y);
    return { x, y, width: MathMax(a.x + a.width, b.x + b.width) - x, height: MathMax(a.y + a.height, b.y + b.height) - y };
  };
  /** The box on the page of an element inside an <svg>: its own shape's, or the one around what it holds. */
  const boxOf = (element) => {
    let top = element;
    while (top !== null && !(top[kBox] && top[kTag] === 'svg')) top = top[kParent] ?? null;
    if (top === null) return null;
    let result = null;
    walk(top[kBox], (seen) => {
      if (seen.element === element || isAncestorOrSelf(element, seen.element)) result = union(result, seen);
    });
    return result;
  };

  return { walk, boxOf, shapeBox, lengthOf, viewBoxMatrix };
});
