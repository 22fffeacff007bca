// Draws a page's canvases from recorded commands (CanvasScript.swift) onto one picture.

/** Draws one command after the other on a bitmap. */
class CanvasScript {
  constructor(width, height) {
    this.bitmap = document.createElement('canvas');
    this.bitmap.width = Math.max(1, width);
    this.bitmap.height = Math.max(1, height);
    this.context = this.bitmap.getContext('2d');
    this.path = new Path2D();
    this.clips = 0;
    /** What the next `draw` draws. */
    this.picture = null;
    this.replaces = false;
  }

  perform(line) {
    const space = line.indexOf(' ');
    const word = space < 0 ? line : line.slice(0, space);
    const rest = space < 0 ? '' : line.slice(space + 1);
    CanvasScript.commands[word]?.call(this, rest, rest.split(' ').map(Number), this.context);
  }

  /** The recorded path, which is in the bitmap's space, in the space of the present transform. */
  ownPath() {
    const transform = this.context.getTransform();
    if (transform.isIdentity) return this.path;
    const path = new Path2D();
    path.addPath(this.path, transform.inverse());
    return path;
  }

  gradient(rest) {
    const [kind, ...numbers] = rest.split(' ');
    const [p0, p1, p2, p3, p4, p5] = numbers.slice(0, 6).map(Number);
    const gradient = kind === 'linear' ? this.context.createLinearGradient(p0, p1, p2, p3)
      : kind === 'radial' ? this.context.createRadialGradient(p0, p1, Math.max(p2, 0), p3, p4, Math.max(p5, 0))
        : this.context.createConicGradient(p0, p1, p2);
    for (let index = 6; index + 1 < numbers.length; index += 2) gradient.addColorStop(Number(numbers[index]), numbers[index + 1]);
    return gradient;
  }

  /** Clips are undone one by one: the drawing state that goes with them is set again by the recording. */
  unclip() {
    if (this.clips === 0) return;
    const { context } = this;
    const names = ['fillStyle', 'strokeStyle', 'globalAlpha', 'globalCompositeOperation', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit',
      'lineDashOffset', 'shadowOffsetX', 'shadowOffsetY', 'shadowBlur', 'shadowColor', 'font', 'textAlign', 'textBaseline', 'direction',
      'letterSpacing', 'imageSmoothingEnabled', 'filter'];
    const state = names.map((name) => context[name]);
    const transform = context.getTransform();
    const dash = context.getLineDash();
    for (; this.clips > 0; this.clips -= 1) context.restore();
    names.forEach((name, index) => { context[name] = state[index]; });
    context.setLineDash(dash);
    context.setTransform(transform);
  }
}

CanvasScript.commands = {
  transform(rest, [a, b, c, d, e, f], context) { context.setTransform(a, b, c, d, e, f); },
  fill(rest, numbers, context) { context.fillStyle = rest; },
  stroke(rest, numbers, context) { context.strokeStyle = rest; },
  fillGradient(rest, numbers, context) { context.fillStyle = this.gradient(rest); },
  strokeGradient(rest, numbers, context) { context.strokeStyle = this.gradient(rest); },
  alpha(rest, [alpha], context) { context.globalAlpha = alpha; },
  composite(rest, numbers, context) { context.globalCompositeOperation = rest; },
  line(rest, [width, , , miter], context) {
    const [, cap, join] = rest.split(' ');
    Object.assign(context, { lineWidth: width, lineCap: cap, lineJoin: join, miterLimit: miter });
  },
  dash(rest, [offset, ...dash], context) {
    context.setLineDash(dash);
    context.lineDashOffset = offset;
  },
  shadow(rest, [x, y, blur], context) {
    Object.assign(context, { shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: rest.split(' ')[3] });
  },
  font(rest, numbers, context) {
    const [align, baseline, direction, spacing, ...font] = rest.split(' ');
    Object.assign(context, { font: `${font.join(' ')}, sans-serif`, textAlign: align, textBaseline: baseline, direction, letterSpacing: `${spacing}px` });
  },
  smooth(rest, [isOn], context) { context.imageSmoothingEnabled = isOn === 1; },
  filter(rest, numbers, context) { context.filter = rest; },
  unclip() { this.unclip(); },
  clip(rest, numbers, context) {
    const space = rest.indexOf(' ');
    const transform = context.getTransform();
    context.save();
    this.clips += 1;
    context.resetTransform();
    context.clip(new Path2D(rest.slice(space + 1)), rest.slice(0, space));
    context.setTransform(transform);
  },
  rect(rest, [x, y, width, height], context) { context.fillRect(x, y, width, height); },
  frame(rest, [x, y, width, height], context) { context.strokeRect(x, y, width, height); },
  clear(rest, [x, y, width, height], context) { context.clearRect(x, y, width, height); },
  path(rest) { this.path = new Path2D(rest); },
  paint(rest, numbers, context) { context.fill(this.ownPath(), rest); },
  outline(rest, numbers, context) { context.stroke(this.ownPath()); },
  text(rest, numbers, context) { CanvasScript.text(rest, (...values) => context.fillText(...values)); },
  textOutline(rest, numbers, context) { CanvasScript.text(rest, (...values) => context.strokeText(...values)); },
  itself() { this.picture = this.bitmap; },
  put() { this.replaces = true; },
  draw(rest, area, context) {
    if (this.picture === null) return;
    context.save();
    if (this.replaces) {
      context.resetTransform();
      context.clearRect(...area.slice(4));
    }
    if (area[2] !== 0 && area[3] !== 0) context.drawImage(this.picture, ...area);
    context.restore();
    this.replaces = false;
    this.picture = null;
  },
};

CanvasScript.text = (rest, draw) => {
  const [x, y, max, ...words] = rest.split(' ');
  const limit = Number(max) < 0 ? [] : [Number(max)];
  draw(words.join(' '), Number(x), Number(y), ...limit);
};

/** Files that commands carry, decoded once; a frame drawn before its file is decoded lacks it, and is drawn again then. */
const decodedFiles = new Map();

const decodedFile = (base64, onDecoded) => {
  const known = decodedFiles.get(base64);
  if (known !== undefined) return known.complete && known.naturalWidth > 0 ? known : null;
  const image = new Image();
  image.addEventListener('load', onDecoded, { once: true });
  image.src = `data:image/png;base64,${base64}`;
  decodedFiles.set(base64, image);
  return null;
};

/**
 * The picture of one drawing: all canvases at their places on the page, cut to what they cover.
 * @returns a canvas element, or null where nothing is drawn
 */
const drawCanvases = (lines, onDecoded = () => {}) => {
  const shown = [];
  const open = [];
  for (const line of lines) {
    const script = open[open.length - 1];
    if (line.startsWith('canvas ')) {
      const [width, height, x, y, boxWidth, boxHeight] = line.slice(7).split(' ').map(Number);
      open.length = 0;
      open.push(new CanvasScript(width, height));
      shown.push({ script: open[0], x, y, width: boxWidth, height: boxHeight });
    } else if (line.startsWith('image ')) {
      open.push(new CanvasScript(...line.slice(6).split(' ').map(Number)));
    } else if (line === 'end') {
      open.pop();
      open[open.length - 1].picture = script.bitmap;
    } else if (line.startsWith('png ')) {
      script.picture = decodedFile(line.slice(4), onDecoded);
    } else {
      script.perform(line);
    }
  }
  const boxes = shown.filter((box) => box.width > 0 && box.height > 0);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const picture = document.createElement('canvas');
  picture.width = Math.min(2000, Math.max(...boxes.map((box) => box.x + box.width)) - left);
  picture.height = Math.min(2000, Math.max(...boxes.map((box) => box.y + box.height)) - top);
  const context = picture.getContext('2d');
  for (const box of boxes) context.drawImage(box.script.bitmap, box.x - left, box.y - top, box.width, box.height);
  return picture;
};
