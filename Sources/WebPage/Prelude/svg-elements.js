// SVG elements as far as games draw with them: attributes as animated lengths, class names as animated strings.

const SVGElement = exposeLazily('SVGElement', () => {
  class SVGElement extends Element {
    get ownerSVGElement() {
      for (let at = this[kParent]; at !== null; at = at[kParent]) if (at[kTag] === 'svg') return at;
      return null;
    }
    get viewportElement() { return this.ownerSVGElement; }
    get className() { return animatedString(this, 'class'); }
  }
  defineMembers(SVGElement.prototype, htmlOrSvgMembers);
  defineEventHandlers(SVGElement.prototype, HandlerNames.global);
  return SVGElement;
});

const SVGAnimatedString = exposeLazily('SVGAnimatedString', () => {
  class SVGAnimatedString {
    get baseVal() { return this[kOwner][kAttributes].get(this[kAttributeName]) ?? ''; }
    set baseVal(value) { setAttributeValue(this[kOwner], this[kAttributeName], `${value}`); }
    get animVal() { return this.baseVal; }
  }
  return SVGAnimatedString;
});
const animatedString = (element, attribute) => {
  const value = new (SVGAnimatedString())();
  ObjectDefineProperty(value, kOwner, { value: element });
  ObjectDefineProperty(value, kAttributeName, { value: attribute });
  return value;
};

const SVGLength = exposeLazily('SVGLength', () => {
  class SVGLength {
    get value() { return NumberParseFloat(this[kOwner][kAttributes].get(this[kAttributeName]) ?? '0') || 0; }
    set value(value) { setAttributeValue(this[kOwner], this[kAttributeName], `${+value}`); }
    get valueInSpecifiedUnits() { return this.value; }
    set valueInSpecifiedUnits(value) { this.value = value; }
    get valueAsString() { return this[kOwner][kAttributes].get(this[kAttributeName]) ?? '0'; }
    set valueAsString(value) { setAttributeValue(this[kOwner], this[kAttributeName], `${value}`); }
    get unitType() { return 1; }
  }
  return SVGLength;
});
const SVGAnimatedLength = exposeLazily('SVGAnimatedLength', () => {
  class SVGAnimatedLength {
    get baseVal() {
      const length = new (SVGLength())();
      ObjectDefineProperty(length, kOwner, { value: this[kOwner] });
      ObjectDefineProperty(length, kAttributeName, { value: this[kAttributeName] });
      return length;
    }
    get animVal() { return this.baseVal; }
  }
  return SVGAnimatedLength;
});

/** An SVG interface with some attributes as lengths, divided by blanks; `base` makes what it extends, `finish(prototype)` adds to it. */
const defineSVGElement = (name, lengths, base = SVGElement, finish = null) => exposeLazily(name, () => {
  const Class = { [name]: class extends base() {} }[name];
  const attributes = lengths === '' ? noChildren : StringSplit(lengths, ' ');
  for (let i = 0; i < attributes.length; i++) {
    const attribute = attributes[i];
    reflectAccessor(Class.prototype, attribute, function () {
      const value = new (SVGAnimatedLength())();
      ObjectDefineProperty(value, kOwner, { value: this });
      ObjectDefineProperty(value, kAttributeName, { value: attribute });
      return value;
    }, undefined);
  }
  if (finish !== null) finish(Class.prototype);
  return Class;
});
const SVGRect = exposeLazily('SVGRect', () => {
  class SVGRect {
    constructor() { throw new TypeError('Illegal constructor'); }
  }
  return SVGRect;
});
const makeRect = (x, y, width, height) => ObjectAssign(ObjectCreate(SVGRect().prototype), { x, y, width, height });
const attributeNumber = (element, name) => NumberParseFloat(element[kAttributes].get(name) ?? '0') || 0;

const svgGraphicsMembers = {
  getBBox() {
    const n = (name) => attributeNumber(this, name);
    switch (this[kTag]) {
      case 'circle': return makeRect(n('cx') - n('r'), n('cy') - n('r'), 2 * n('r'), 2 * n('r'));
      case 'ellipse': return makeRect(n('cx') - n('rx'), n('cy') - n('ry'), 2 * n('rx'), 2 * n('ry'));
      case 'path': case 'polygon': case 'polyline': case 'line': case 'g': case 'svg': case 'a': {
        const bounds = SVGGeometry().boundsOf(this);
        return bounds === null ? makeRect(0, 0, 0, 0) : makeRect(bounds[0], bounds[1], bounds[2] - bounds[0], bounds[3] - bounds[1]);
      }
      default: return makeRect(n('x'), n('y'), n('width'), n('height'));
    }
  },
  getCTM() { return new (Geometry().DOMMatrix)(); },
  getScreenCTM() { return new (Geometry().DOMMatrix)(); },
};
const SVGGraphicsElement = defineSVGElement('SVGGraphicsElement', '', SVGElement, (prototype) => defineMembers(prototype, svgGraphicsMembers));
const svgGeometryMembers = {
  getTotalLength() { return SVGGeometry().lengthOf(this); },
  getPointAtLength(distance) { return SVGGeometry().pointAt(this, +distance); },
};
const SVGGeometryElement = defineSVGElement('SVGGeometryElement', '', SVGGraphicsElement, (prototype) => defineMembers(prototype, svgGeometryMembers));
const svgRootMembers = {
  get viewBox() {
    const parts = splitBlanks(StringReplaceAll(this[kAttributes].get('viewBox') ?? '', ',', ' '));
    const baseVal = makeRect(+parts[0] || 0, +parts[1] || 0, +parts[2] || 0, +parts[3] || 0);
    return { baseVal, animVal: baseVal };
  },
  createSVGRect() { return makeRect(0, 0, 0, 0); },
  createSVGPoint() { return new (Geometry().DOMPoint)(); },
  createSVGMatrix() { return new (Geometry().DOMMatrix)(); },
  getElementById(id) { return findById(this, `${id}`); },
};
/** `<image>`: loads its picture for canvases that draw it; in the page itself it is a box. */
const svgImageMembers = {
  [kAttributeChanged](name, old, value) {
    if (name !== 'href' && name !== 'xlink:href') return;
    if (value === undefined || value === '') this[kPicture] = noImage;
    else loadImage(this, value);
  },
};
const svgClasses = new SafeMap();
{
  const graphics = SVGGraphicsElement;
  const geometry = SVGGeometryElement;
  const table = [
    ['g', 'SVGGElement', '', graphics], ['defs', 'SVGDefsElement', '', graphics], ['use', 'SVGUseElement', 'x y width height', graphics],
    ['image', 'SVGImageElement', 'x y width height', graphics], ['text', 'SVGTextElement', 'x y', graphics], ['tspan', 'SVGTSpanElement', 'x y', graphics],
    ['foreignObject', 'SVGForeignObjectElement', 'x y width height', graphics], ['a', 'SVGAElement', '', graphics],
    ['rect', 'SVGRectElement', 'x y width height rx ry', geometry], ['circle', 'SVGCircleElement', 'cx cy r', geometry],
    ['ellipse', 'SVGEllipseElement', 'cx cy rx ry', geometry], ['line', 'SVGLineElement', 'x1 y1 x2 y2', geometry],
    ['path', 'SVGPathElement', '', geometry], ['polygon', 'SVGPolygonElement', '', geometry], ['polyline', 'SVGPolylineElement', '', geometry],
    ['svg', 'SVGSVGElement', 'x y width height', graphics], ['symbol', 'SVGSymbolElement', '', SVGElement], ['style', 'SVGStyleElement', '', SVGElement],
    ['linearGradient', 'SVGLinearGradientElement', 'x1 y1 x2 y2', SVGElement], ['radialGradient', 'SVGRadialGradientElement', 'cx cy r fx fy', SVGElement],
    ['stop', 'SVGStopElement', '', SVGElement], ['filter', 'SVGFilterElement', 'x y width height', SVGElement], ['mask', 'SVGMaskElement', 'x y width height', SVGElement],
    ['pattern', 'SVGPatternElement', 'x y width height', SVGElement], ['clipPath', 'SVGClipPathElement', '', SVGElement], ['title', 'SVGTitleElement', '', SVGElement],
    ['script', 'SVGScriptElement', '', SVGElement], ['animate', 'SVGAnimateElement', '', SVGElement],
  ];
  for (let i = 0; i < table.length; i++) {
    const members = table[i][0] === 'svg' ? svgRootMembers : table[i][0] === 'image' ? svgImageMembers : null;
    const finish = members === null ? null : (prototype) => defineMembers(prototype, members);
    svgClasses.set(table[i][0], defineSVGElement(table[i][1], table[i][2], table[i][3], finish));
  }
}
const svgElementClass = (tag) => (svgClasses.get(tag) ?? SVGElement)();
