// Replaced elements and form controls: sizes that come from the element instead of from boxes within.

const LayoutReplaced = (() => {
  const number = (text) => {
    const match = text === undefined ? null : RegExpExec(/^\s*([\d.]+)/, text);
    return match === null ? NaN : +match[1];
  };
  const CONTROL_SIZES = { __proto__: null, checkbox: [13, 13], radio: [13, 13], range: [129, 16], color: [50, 27], image: [20, 20], file: [253, 21] };

  const viewBoxOf = (element) => {
    const text = element[kAttributes].get('viewBox');
    if (text === undefined) return null;
    const parts = CSSSyntax.split(StringReplaceAll(text, ',', ' '), ' ');
    const box = [+parts[0], +parts[1], +parts[2], +parts[3]];
    return parts.length === 4 && box[2] > 0 && box[3] > 0 ? box : null;
  };

  /** Natural content size {width, height, ratio}; NaN where there is none. */
  const natural = (box) => {
    const element = box.node;
    const attributes = element[kAttributes];
    switch (element[kTag]) {
      case 'canvas': {
        const width = parseDimension(attributes.get('width'), 300);
        const height = parseDimension(attributes.get('height'), 150);
        return { width, height, ratio: width / height };
      }
      case 'svg': return naturalSVG(attributes, viewBoxOf(element));
      case 'img': return naturalImage(element, attributes);
      case 'video': case 'iframe': case 'object': case 'embed': return { width: 300, height: 150, ratio: element[kTag] === 'video' ? 2 : NaN };
      case 'audio': return attributes.has('controls') ? { width: 300, height: 54, ratio: NaN } : { width: 0, height: 0, ratio: NaN };
      case 'progress': return { width: 10 * box.style.fontSize, height: box.style.fontSize, ratio: NaN };
      case 'meter': return { width: 5 * box.style.fontSize, height: box.style.fontSize, ratio: NaN };
      default: return naturalControl(box, element, attributes);
    }
  };
  const naturalSVG = (attributes, viewBox) => {
    const percent = (name) => StringEndsWith(attributes.get(name) ?? '', '%');
    const width = percent('width') ? NaN : number(attributes.get('width'));
    const height = percent('height') ? NaN : number(attributes.get('height'));
    const ratio = viewBox !== null ? viewBox[2] / viewBox[3] : width / height;
    return { width, height, ratio };
  };
  const naturalImage = (element, attributes) => {
    const width = element.naturalWidth || 0;
    const height = element.naturalHeight || 0;
    const ratio = width > 0 && height > 0 ? width / height : number(attributes.get('width')) / number(attributes.get('height'));
    return { width, height, ratio };
  };
  const lineHeightOf = (style) => {
    const metrics = TextMeasure.metrics(style.font);
    return NumberIsNaN(style.lineHeight) ? metrics.ascent + metrics.descent : style.lineHeight;
  };
  const naturalControl = (box, element, attributes) => {
    const { style } = box;
    const line = lineHeightOf(style);
    if (element[kTag] === 'textarea') {
      const columns = number(attributes.get('cols')) || 20;
      const rows = number(attributes.get('rows')) || 2;
      return { width: columns * MathRound(style.fontSize * AVERAGE_WIDTH) + 15, height: rows * line, ratio: NaN };
    }
    if (element[kTag] === 'select') return { width: widestOption(element, style) + 20, height: line + 2, ratio: NaN };
    const type = StringToLowerCase(attributes.get('type') ?? 'text');
    const fixed = CONTROL_SIZES[type];
    if (fixed !== undefined) return { width: fixed[0] - box.edgesX(), height: fixed[1] - box.edgesY(), ratio: NaN };
    if (type === 'button' || type === 'submit' || type === 'reset') {
      const label = attributes.get('value') ?? (type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : '');
      return { width: TextMeasure.width(style.font, label), height: line, ratio: NaN };
    }
    const size = number(attributes.get('size')) || 20;
    return { width: size * MathRound(style.fontSize * AVERAGE_WIDTH) + MathRound(style.fontSize * 2.475), height: line, ratio: NaN };
  };
  /** The average width of a character of the one font, as a part of its size: what columns of text fields count in. */
  const AVERAGE_WIDTH = 0.507;
  const widestOption = (element, style) => {
    let widest = 0;
    for (let node = nextInTree(element, element); node !== null; node = nextInTree(node, element)) {
      if (node[kTag] === 'option') widest = MathMax(widest, TextMeasure.width(style.font, StringTrim(node.textContent)));
    }
    return widest;
  };

  /** The used border-box size (CSS 2.2, 10.3.2, 10.4, 10.6.2). */
  const size = (box, containerWidth, containerHeight) => {
    const own = natural(box);
    const edgesX = box.edgesX();
    const edgesY = box.edgesY();
    let { ratio } = own;
    if (!NumberIsNaN(box.style.aspectRatio) && (NumberIsNaN(ratio) || !box.style.prefersNaturalRatio)) ratio = box.style.aspectRatio;
    let width = LayoutSizes.widthOf(box, box.style.width, containerWidth, containerWidth);
    let height = LayoutSizes.heightOf(box, box.style.height, containerHeight);
    if (box.node[kTag] === 'svg') {
      if (NumberIsNaN(width)) width = svgLength(box.node, 'width', containerWidth, edgesX, NumberIsNaN(height) || NumberIsNaN(ratio));
      if (NumberIsNaN(height)) height = svgLength(box.node, 'height', containerHeight, edgesY, false);
    }
    const autoWidth = NumberIsNaN(width);
    const autoHeight = NumberIsNaN(height);
    if (autoWidth && !autoHeight && ratio > 0) width = (height - edgesY) * ratio + edgesX;
    else if (autoWidth) width = (NumberIsNaN(own.width) ? 300 : own.width) + edgesX;
    const clamped = LayoutSizes.clampWidth(box, width, containerWidth);
    if (autoHeight && ratio > 0 && (!autoWidth || clamped !== width || NumberIsNaN(own.height))) height = (clamped - edgesX) / ratio + edgesY;
    else if (autoHeight) height = (NumberIsNaN(own.height) ? 150 : own.height) + edgesY;
    const used = LayoutSizes.clampHeight(box, height, containerHeight);
    const shrunk = autoWidth && used !== height && ratio > 0 ? LayoutSizes.clampWidth(box, (used - edgesY) * ratio + edgesX, containerWidth) : clamped;
    return { width: shrunk, height: used, ratio };
  };
  const svgLength = (element, name, base, edges, fillsByDefault) => {
    const text = element[kAttributes].get(name);
    if (text === undefined) return name === 'width' && fillsByDefault && !NumberIsNaN(base) ? base : NaN;
    if (StringEndsWith(text, '%')) return NumberParseFloat(text) * base / 100;
    const value = CSSValues.parseLength(StringTrim(text), CSSValues.DEFAULT_CONTEXT);
    return value === null ? NaN : CSSValues.resolve(value, base) + edges;
  };

  const SIZING = { __proto__: null, width: 1, height: 1, viewBox: 1, src: 1, type: 1, value: 1, size: 1, cols: 1, rows: 1, colspan: 1, rowspan: 1, controls: 1, open: 1 };
  /** Whether the element's box may change when the attribute does. */
  const dependsOn = (element, name) => SIZING[name] !== undefined;

  return { size, dependsOn, viewBoxOf, lineHeightOf };
})();
