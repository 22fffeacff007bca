// SVG files as pictures of a canvas: their shapes are drawn onto a canvas of their own, whose recording is the picture.
// What is read: shapes, texts, groups, `use`, gradients, transforms, opacity, attributes, `style` and plain style rules.

const SVGPictures = lazily(() => {
  /** Properties that children take over, with what the root has. */
  const INHERITED = {
    __proto__: null, color: 'black', fill: 'black', 'fill-opacity': '1', 'fill-rule': 'nonzero', stroke: 'none', 'stroke-opacity': '1',
    'stroke-width': '1', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-miterlimit': '4', 'stroke-dasharray': 'none',
    'stroke-dashoffset': '0', visibility: 'visible', 'font-size': '16px', 'font-family': 'serif', 'font-weight': 'normal',
    'font-style': 'normal', 'text-anchor': 'start',
  };
  const OWN = { __proto__: null, opacity: '1', display: 'inline', 'stop-color': 'black', 'stop-opacity': '1', transform: 'none' };
  const UNSEEN = {
    __proto__: null, defs: 1, symbol: 1, clipPath: 1, mask: 1, pattern: 1, linearGradient: 1, radialGradient: 1, title: 1, desc: 1,
    metadata: 1, style: 1, script: 1, marker: 1, filter: 1,
  };
  const DEPTH_MAX = 50;
  const inheritedNames = ObjectKeys(INHERITED);
  const ownNames = ObjectKeys(OWN);

  /** The methods of a context, out of reach of what pages do to its interface. */
  let drawing = null;
  const newContext = (width, height) => {
    if (drawing === null) defineContextMembers(drawing = {});
    const canvas = new (OffscreenCanvas())(width, height);
    const context = ObjectCreate(drawing);
    initializeContext(context, canvas, undefined);
    return context;
  };

  const attribute = (element, name) => element[kAttributes].get(name);
  const numberOf = (element, name, base, fallback) => Rendering().SVGLayout().lengthOf(element, name, base, fallback);
  const hrefOf = (element) => attribute(element, 'href') ?? attribute(element, 'xlink:href') ?? '';
  const byId = (root, id) => {
    for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
      if (node[kNodeType] === 1 && attribute(node, 'id') === id) return node;
    }
    return null;
  };

  /** The declarations that a picture's own style sheets and the element's `style` make. */
  const declared = (element, rules) => {
    const values = { __proto__: null };
    const take = (list) => { for (let i = 0; i < list.length; i++) values[list[i].name] = list[i].value; };
    for (let i = 0; i < rules.length; i++) {
      if (rules[i].at === '' && matchesQuietly(element, rules[i].prelude)) take(rules[i].declarations);
    }
    take(CSSSyntax.parseDeclarations(attribute(element, 'style') ?? ''));
    return values;
  };
  const matchesQuietly = (element, selector) => {
    try {
      return Selectors.matches(element, selector);
    } catch {
      return false;
    }
  };
  const styleOf = (element, rules, parent) => {
    const values = declared(element, rules);
    const style = { __proto__: null };
    for (let i = 0; i < inheritedNames.length; i++) {
      const name = inheritedNames[i];
      const value = values[name] ?? attribute(element, name);
      style[name] = value === undefined || value === 'inherit' ? parent[name] : StringTrim(value);
    }
    for (let i = 0; i < ownNames.length; i++) style[ownNames[i]] = values[ownNames[i]] ?? OWN[ownNames[i]];
    for (let i = 0; i < ownNames.length; i++) {
      const value = attribute(element, ownNames[i]);
      if (value !== undefined && values[ownNames[i]] === undefined) style[ownNames[i]] = ownNames[i] === 'transform' ? SVGTransforms.toCSS(value) : value;
    }
    return style;
  };
  const fraction = (text) => {
    const value = NumberParseFloat(text);
    return value - value !== 0 ? 1 : MathMin(MathMax(StringEndsWith(text, '%') ? value / 100 : value, 0), 1);
  };

  /** A colour as the context takes it, with an opacity; null paints nothing. */
  const colorText = (text, opacity, style) => {
    const packed = Colors.parse(text, Colors.parse(style.color, 255) ?? 255);
    if (packed === null) return null;
    const alpha = (packed & 255) / 255 * fraction(opacity);
    return alpha === 0 ? null : `rgba(${packed >>> 24}, ${packed >> 16 & 255}, ${packed >> 8 & 255}, ${alpha})`;
  };
  const paintOfStyle = (picture, style, name, box) => {
    const text = style[name];
    if (text === 'none') return null;
    const match = RegExpExec(/^url\(\s*["']?#([^"')]+)["']?\s*\)/, text);
    const server = match === null ? null : byId(picture.root, match[1]);
    return server === null ? colorText(text, style[name + '-opacity'], style) : gradientOf(picture, server, box, style, style[name + '-opacity']);
  };
  const gradientOf = (picture, element, box, style, opacity) => {
    const { context } = picture;
    const isUser = attribute(element, 'gradientUnits') === 'userSpaceOnUse';
    const place = isUser ? [0, 0, picture.view[0], picture.view[1]] : box ?? [0, 0, 1, 1];
    const at = (name, fallback, axis) => {
      const text = attribute(element, name) ?? fallback;
      const value = NumberParseFloat(text);
      const size = place[2 + axis];
      if (StringEndsWith(text, '%')) return place[axis] + value / 100 * size;
      return isUser ? value : place[axis] + value * size;
    };
    let gradient;
    if (element[kTag] === 'radialGradient') {
      const x = at('cx', '50%', 0);
      const y = at('cy', '50%', 1);
      const radius = at('r', '50%', 0) - place[0];
      gradient = context.createRadialGradient(at('fx', attribute(element, 'cx') ?? '50%', 0), at('fy', attribute(element, 'cy') ?? '50%', 1), 0, x, y, MathMax(radius, 0));
    } else gradient = context.createLinearGradient(at('x1', '0%', 0), at('y1', '0%', 1), at('x2', '100%', 0), at('y2', '0%', 1));
    const target = byId(picture.root, StringSlice(hrefOf(element), 1));
    const stops = (element[kChildren].length > 0 || target === null ? element : target)[kChildren];
    for (let i = 0; i < stops.length; i++) {
      if (stops[i][kTag] !== 'stop') continue;
      const own = styleOf(stops[i], picture.rules, style);
      const color = colorText(own['stop-color'], `${fraction(own['stop-opacity']) * fraction(opacity)}`, own) ?? 'transparent';
      gradient.addColorStop(fraction(attribute(stops[i], 'offset') ?? '0'), color);
    }
    return gradient;
  };

  /** Makes the shape's outline the context's path; false when there is none. */
  const beginShape = (context, element, view) => {
    const n = (name, axis, fallback = 0) => numberOf(element, name, view[axis], fallback);
    context.beginPath();
    switch (element[kTag]) {
      case 'rect': return addRect(context, n);
      case 'circle': context.arc(n('cx', 0), n('cy', 1), MathMax(n('r', 0), 0), 0, 2 * MathPI); return true;
      case 'ellipse': context.ellipse(n('cx', 0), n('cy', 1), MathMax(n('rx', 0), 0), MathMax(n('ry', 1), 0), 0, 0, 2 * MathPI); return true;
      case 'line': context.moveTo(n('x1', 0), n('y1', 1)); context.lineTo(n('x2', 0), n('y2', 1)); return true;
      case 'polyline': case 'polygon': return addPath(context, `M ${attribute(element, 'points') ?? ''}${element[kTag] === 'polygon' ? ' z' : ''}`);
      case 'path': return addPath(context, attribute(element, 'd') ?? '');
      default: return false;
    }
  };
  const addRect = (context, n) => {
    const width = n('width', 0);
    const height = n('height', 1);
    if (width <= 0 || height <= 0) return false;
    const rx = MathMin(n('rx', 0, n('ry', 1)), width / 2);
    const ry = MathMin(n('ry', 1, rx), height / 2);
    if (rx > 0 && ry > 0) context.roundRect(n('x', 0), n('y', 1), width, height, { x: rx, y: ry });
    else context.rect(n('x', 0), n('y', 1), width, height);
    return true;
  };
  const addPath = (context, data) => {
    const path = new PathBuilder();
    appendSVGPath(path, data);
    context[kPath].append(path, context[kPen].state);
    return true;
  };

  const setPen = (context, style) => {
    context.lineWidth = NumberParseFloat(style['stroke-width']) || 0;
    context.lineCap = style['stroke-linecap'];
    context.lineJoin = style['stroke-linejoin'];
    context.miterLimit = NumberParseFloat(style['stroke-miterlimit']);
    const dashes = StringSplit(StringReplaceAll(style['stroke-dasharray'], ',', ' '), ' ');
    context.setLineDash(style['stroke-dasharray'] === 'none' ? [] : ArrayMap(ArrayFilter(dashes, (word) => word !== ''), NumberParseFloat));
    context.lineDashOffset = NumberParseFloat(style['stroke-dashoffset']) || 0;
  };
  const drawShape = (picture, element, style) => {
    const { context } = picture;
    if (!beginShape(context, element, picture.view)) return;
    const box = Rendering().SVGLayout().shapeBox(element, picture.view);
    const fill = element[kTag] === 'line' ? null : paintOfStyle(picture, style, 'fill', box);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(style['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero');
    }
    const stroke = NumberParseFloat(style['stroke-width']) > 0 ? paintOfStyle(picture, style, 'stroke', box) : null;
    if (stroke === null) return;
    setPen(context, style);
    context.strokeStyle = stroke;
    context.stroke();
  };
  const drawText = (picture, element, style) => {
    const { context } = picture;
    const text = StringTrim(element.textContent);
    const size = NumberParseFloat(style['font-size']) || 16;
    context.font = `${style['font-style']} ${style['font-weight']} ${size}px ${style['font-family']}`;
    context.textAlign = style['text-anchor'] === 'middle' ? 'center' : style['text-anchor'] === 'end' ? 'end' : 'start';
    const fill = paintOfStyle(picture, style, 'fill', null);
    if (fill === null) return;
    context.fillStyle = fill;
    context.fillText(text, numberOf(element, 'x', picture.view[0], 0), numberOf(element, 'y', picture.view[1], 0));
  };

  const applyMatrix = (context, m) => context.transform(m[0], m[1], m[2], m[3], m[4], m[5]);
  const drawChildren = (picture, element, style, depth) => {
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) if (children[i][kNodeType] === 1) drawOne(picture, children[i], style, depth);
  };
  const drawOne = (picture, element, parent, depth) => {
    if (depth > DEPTH_MAX || UNSEEN[element[kTag]] !== undefined) return;
    const { context } = picture;
    const style = styleOf(element, picture.rules, parent);
    if (style.display === 'none') return;
    context.save();
    context.globalAlpha *= fraction(style.opacity);
    const box = Rendering().SVGLayout().shapeBox(element, picture.view) ?? [0, 0, 0, 0];
    if (style.transform !== 'none') applyMatrix(context, Transforms.parse(style.transform, box[2], box[3]));
    const tag = element[kTag];
    if (tag === 'use') {
      const target = byId(picture.root, StringSlice(hrefOf(element), 1));
      context.translate(numberOf(element, 'x', picture.view[0], 0), numberOf(element, 'y', picture.view[1], 0));
      if (target !== null && target[kTag] === 'symbol') drawChildren(picture, target, style, depth + 10);
      else if (target !== null) drawOne(picture, target, style, depth + 10);
    } else if (style.visibility === 'visible' && tag === 'text') drawText(picture, element, style);
    else if (tag === 'g' || tag === 'a' || tag === 'svg' || tag === 'switch') drawChildren(picture, element, style, depth + 1);
    else if (style.visibility === 'visible') drawShape(picture, element, style);
    context.restore();
  };

  return {
    /** The picture of an SVG document's text, as canvases draw it; null when there is no `<svg>` in it. */
    resource(text, width, height) {
      const source = RegExpExec(/<svg[\s>][^]*/i, text);
      if (source === null) return null;
      const root = parseFragment(DocumentState.document, source[0], 'body')[kChildren][0];
      if (root?.[kTag] !== 'svg') return null;
      let rules = [];
      for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
        if (node[kTag] === 'style') rules = ArrayConcat(rules, CSSSyntax.parseRules(node.textContent));
      }
      const context = newContext(width, height);
      const viewBox = Rendering().LayoutReplaced.viewBoxOf(root);
      applyMatrix(context, Rendering().SVGLayout().viewBoxMatrix(viewBox, root, 0, 0, width, height));
      drawChildren({ context, root, rules, view: viewBox === null ? [width, height] : [viewBox[2], viewBox[3]] }, root, styleOf(root, rules, INHERITED), 0);
      return context[kPen].recording.snapshot();
    },
  };
});
