// Attributes that mean style: https://html.spec.whatwg.org/multipage/rendering.html#presentational-hints and SVG's.

const PresentationalHints = (() => {
  const SVG_ATTRIBUTES = ['fill', 'stroke', 'stroke-width', 'opacity', 'fill-opacity', 'stroke-opacity', 'visibility', 'display', 'color',
    'font-size', 'font-family', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'stop-color',
    'stop-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'transform', 'overflow', 'pointer-events', 'fill-rule',
    'clip-path', 'filter', 'mask', 'cursor', 'shape-rendering', 'vector-effect', 'paint-order'];
  const LENGTH = /^\s*(\d+\.?\d*|\.\d+)(%?)/;
  const lengthHint = (property, value) => {
    const match = value === undefined ? null : RegExpExec(LENGTH, value);
    return match === null ? '' : property + ':' + match[1] + (match[2] || 'px') + ';';
  };
  const colorHint = (property, value) => (value === undefined || Colors.parse(value) === null ? '' : property + ':' + value + ';');
  const SIZED = { __proto__: null, img: 1, iframe: 1, video: 1, embed: 1, object: 1, table: 1, td: 1, th: 1, col: 1, hr: 1, input: 1 };
  const ALIGNED = { __proto__: null, div: 1, p: 1, h1: 1, h2: 1, h3: 1, h4: 1, h5: 1, h6: 1, td: 1, th: 1, tr: 1, thead: 1, tbody: 1, tfoot: 1 };

  const svgHints = (attributes) => {
    let out = '';
    for (let i = 0; i < SVG_ATTRIBUTES.length; i++) {
      const value = attributes.get(SVG_ATTRIBUTES[i]);
      if (value === undefined) continue;
      const text = SVG_ATTRIBUTES[i] === 'font-size' && CSSValues.number(StringTrim(value)) !== null ? value + 'px'
        : SVG_ATTRIBUTES[i] === 'transform' ? SVGTransforms.toCSS(value) : value;
      out += SVG_ATTRIBUTES[i] + ':' + text + ';';
    }
    return out;
  };
  const htmlHints = (tag, attributes, element) => {
    let out = '';
    if (SIZED[tag] !== undefined) out += lengthHint('width', attributes.get('width')) + lengthHint('height', attributes.get('height'));
    out += colorHint('background-color', attributes.get('bgcolor'));
    if (tag === 'font') out += colorHint('color', attributes.get('color'));
    if (tag === 'body') out += colorHint('color', attributes.get('text'));
    const align = attributes.get('align');
    if (align !== undefined && ALIGNED[tag] !== undefined) {
      const lower = StringToLowerCase(align);
      out += 'text-align:' + (lower === 'center' || lower === 'middle' ? '-webkit-center' : lower) + ';';
    }
    if (tag === 'table') out += tableHints(attributes);
    if (tag === 'td' || tag === 'th') out += cellHints(attributes, element);
    if (attributes.has('nowrap')) out += 'white-space:nowrap;';
    return out;
  };
  const tableHints = (attributes) => {
    let out = '';
    const border = attributes.get('border');
    if (border !== undefined && border !== '0') out += 'border:' + (NumberParseInt(border, 10) || 1) + 'px outset;';
    out += lengthHint('border-spacing', attributes.get('cellspacing'));
    if (attributes.get('align') === 'center') out += 'margin-left:auto;margin-right:auto;';
    return out;
  };
  const cellHints = (attributes, element) => {
    let table = element[kParent];
    while (table !== null && table[kTag] !== 'table') table = table[kParent];
    if (table === null) return '';
    const border = table[kAttributes].get('border');
    return (border !== undefined && border !== '0' ? 'border:1px inset;' : '') + lengthHint('padding', table[kAttributes].get('cellpadding'));
  };

  /** The element's attributes as a declaration list, '' for most elements. */
  const of = (element) => {
    const attributes = element[kAttributes];
    if (element[kNamespace] === 'svg') return attributes.size === 0 ? '' : svgHints(attributes);
    const tag = element[kTag];
    if (tag === 'td' || tag === 'th') return htmlHints(tag, attributes, element);
    if (attributes.size === 0 || tag === 'canvas' || tag === 'button' || tag === 'span') return '';
    return htmlHints(tag, attributes, element);
  };

  const names = new SafeSet();
  for (let i = 0; i < SVG_ATTRIBUTES.length; i++) names.add(SVG_ATTRIBUTES[i]);
  const HTML_NAMES = ['width', 'height', 'bgcolor', 'text', 'align', 'border', 'cellspacing', 'cellpadding', 'nowrap'];
  for (let i = 0; i < HTML_NAMES.length; i++) names.add(HTML_NAMES[i]);

  let cache = new SafeMap();
  /** The hints' block of declarations. */
  const blockOf = (hints) => {
    let block = cache.get(hints);
    if (block === undefined) {
      if (cache.size > 4000) cache = new SafeMap();
      cache.set(hints, block = Declarations.block(CSSSyntax.parseDeclarations(hints)));
    }
    return block;
  };
  return { of, blockOf, names };
})();
