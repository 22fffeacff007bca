// The HTML elements that do nothing but reflect attributes, as one table.

/** Defines `HTML…Element` for some tags, with string, boolean, integer and URL properties; `finish(prototype)` adds to it. */
const definePlainElement = (name, tags, members = noMembers) => defineElement(name, tags, () => {
  const { strings = noChildren, booleans = noChildren, integers = noChildren, urls = noChildren, finish = null } = members;
  const Class = { [name]: class extends HTMLElement {} }[name];
  reflectStrings(Class, strings);
  reflectBooleans(Class, booleans);
  reflectIntegers(Class, integers);
  reflectURLs(Class, urls);
  if (finish !== null) finish(Class.prototype);
  return Class;
});
const noMembers = ObjectFreeze({});
definePlainElement('HTMLHtmlElement', 'html', { strings: ['version'] });
definePlainElement('HTMLHeadElement', 'head');
definePlainElement('HTMLMetaElement', 'meta', { strings: ['name', 'content', 'httpEquiv=http-equiv', 'media', 'scheme', 'charset'] });
definePlainElement('HTMLBaseElement', 'base', { strings: ['target'], urls: ['href'] });
definePlainElement('HTMLDivElement', 'div', { strings: ['align'] });
definePlainElement('HTMLSpanElement', 'span');
definePlainElement('HTMLParagraphElement', 'p', { strings: ['align'] });
definePlainElement('HTMLHeadingElement', 'h1 h2 h3 h4 h5 h6', { strings: ['align'] });
definePlainElement('HTMLPreElement', 'pre listing xmp', { integers: ['width'] });
definePlainElement('HTMLQuoteElement', 'blockquote q', { urls: ['cite'] });
definePlainElement('HTMLBRElement', 'br', { strings: ['clear'] });
definePlainElement('HTMLHRElement', 'hr', { strings: ['align', 'color', 'size', 'width'], booleans: ['noShade'] });
definePlainElement('HTMLUListElement', 'ul', { strings: ['type'], booleans: ['compact'] });
definePlainElement('HTMLOListElement', 'ol', { strings: ['type'], booleans: ['reversed', 'compact'], integers: ['start'] });
definePlainElement('HTMLLIElement', 'li', { strings: ['type'], integers: ['value'] });
definePlainElement('HTMLDListElement', 'dl');
definePlainElement('HTMLMenuElement', 'menu');
definePlainElement('HTMLModElement', 'ins del', { strings: ['dateTime'], urls: ['cite'] });
definePlainElement('HTMLTimeElement', 'time', { strings: ['dateTime'] });
definePlainElement('HTMLDataElement', 'data', { strings: ['value'] });
definePlainElement('HTMLFontElement', 'font', { strings: ['color', 'face', 'size'] });
definePlainElement('HTMLMarqueeElement', 'marquee', { strings: ['behavior', 'direction', 'width', 'height'] });
definePlainElement('HTMLPictureElement', 'picture');
definePlainElement('HTMLSourceElement', 'source', { strings: ['srcset', 'sizes', 'media', 'type'], urls: ['src'] });
definePlainElement('HTMLTrackElement', 'track', { strings: ['kind', 'srclang', 'label'], booleans: ['default'], urls: ['src'] });
definePlainElement('HTMLMapElement', 'map', { strings: ['name'] });
definePlainElement('HTMLEmbedElement', 'embed', { strings: ['type', 'width', 'height'], urls: ['src'] });
definePlainElement('HTMLObjectElement', 'object', { strings: ['type', 'name', 'width', 'height'], urls: ['data'] });
definePlainElement('HTMLParamElement', 'param', { strings: ['name', 'value'] });
const textMembers = {
  get text() { return collectText(this); },
  set text(value) { this.textContent = value; },
};
definePlainElement('HTMLTitleElement', 'title', { finish: (prototype) => defineMembers(prototype, textMembers) });

definePlainElement('HTMLBodyElement', 'body', {
  strings: ['bgColor', 'text', 'link', 'vLink', 'aLink', 'background'],
  finish(prototype) {
    defineEventHandlers(prototype, HandlerNames.bodyWindow, (element) => (element[kDocument] === DocumentState.document ? globalThis : element));
  },
});

defineElement('HTMLTemplateElement', 'template', () => {
  class HTMLTemplateElement extends HTMLElement {
    constructor() {
      super();
      this[kContent] = createFragment(this[kDocument]);
    }
    get content() { return this[kContent]; }
    [kCloneExtras](copy, document) {
      const children = this[kContent][kChildren];
      for (let i = 0; i < children.length; i++) insertNode(copy[kContent], cloneNodeOf(children[i], true, document), null);
    }
  }
  return HTMLTemplateElement;
});

defineElement('HTMLSlotElement', 'slot', () => {
  class HTMLSlotElement extends HTMLElement {
    assignedNodes(options) {
      const assigned = this[kSlotNodes] ?? noChildren;
      return ArraySlice(assigned.length === 0 && options?.flatten ? this[kChildren] : assigned);
    }
    assignedElements(options) { return ArrayFilter(this.assignedNodes(options), isElementNode); }
    assign() {}
  }
  reflectStrings(HTMLSlotElement, ['name']);
  return HTMLSlotElement;
});

defineElement('HTMLIFrameElement', 'iframe', () => {
  class HTMLIFrameElement extends HTMLElement {
    get contentWindow() { return null; }
    get contentDocument() { return null; }
  }
  reflectStrings(HTMLIFrameElement, ['name', 'srcdoc', 'width', 'height', 'allow', 'loading', 'sandbox']);
  reflectBooleans(HTMLIFrameElement, ['allowFullscreen']);
  reflectURLs(HTMLIFrameElement, ['src']);
  return HTMLIFrameElement;
});
// What these show is another document or program; a page may be nothing but the frame around it.
onInsertionOf(['iframe', 'frame', 'embed', 'object'], (element) => {
  const address = element[kAttributes].get('src') ?? element[kAttributes].get('data') ?? '';
  Records.missing(address === '' ? element[kTag] : `${element[kTag]} ${address}`);
});

defineElement('HTMLDetailsElement', 'details', () => {
  class HTMLDetailsElement extends HTMLElement {
    [kAttributeChanged](name, old, value) {
      if (name !== 'open' || (old === undefined) === (value === undefined)) return;
      queueToggle(this, value !== undefined);
    }
  }
  reflectBooleans(HTMLDetailsElement, ['open']);
  reflectStrings(HTMLDetailsElement, ['name']);
  return HTMLDetailsElement;
});
ObjectDefineProperty(HTMLElement.prototype, kActivation, {
  // A summary's click opens and closes its details; any other plain element only passes the click on.
  get() { return this[kTag] === 'summary' && this[kParent]?.[kTag] === 'details' ? activateSummary : undefined; },
  configurable: true,
});
function activateSummary() { this[kParent].toggleAttribute('open'); }

/** Members that are numbers of attributes: each getter is given the attribute's number, NaN where it has none, and brings it into range. */
const numberMembers = (prototype, getters) => {
  const names = ObjectKeys(getters);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    reflectAccessor(prototype, name, function () {
      const given = NumberParseFloat(this[kAttributes].get(name) ?? '');
      return getters[name](this, NumberIsFinite(given) ? given : NaN);
    }, function (value) {
      const number = +value;
      if (!NumberIsFinite(number)) throw new TypeError(`Failed to set the '${name}' property: The provided double value is non-finite.`);
      setAttributeValue(this, name, `${number}`);
    });
  }
  defineMembers(prototype, { get labels() { return labelsOf(this); } });
};
/** `value` between two bounds, or `fallback` between them where it is NaN. */
const within = (value, fallback, low, high) => MathMax(low, MathMin(NumberIsNaN(value) ? fallback : value, high));
definePlainElement('HTMLProgressElement', 'progress', {
  finish(prototype) {
    numberMembers(prototype, { value: (bar, given) => within(given, 0, 0, bar.max), max: (bar, given) => (given > 0 ? given : 1) });
    defineMembers(prototype, { get position() { return this[kAttributes].has('value') ? this.value / this.max : -1; } });
  },
});
definePlainElement('HTMLMeterElement', 'meter', {
  finish(prototype) {
    numberMembers(prototype, {
      min: (meter, given) => (NumberIsNaN(given) ? 0 : given),
      max: (meter, given) => MathMax(NumberIsNaN(given) ? 1 : given, meter.min),
      value: (meter, given) => within(given, 0, meter.min, meter.max),
      low: (meter, given) => within(given, meter.min, meter.min, meter.max),
      high: (meter, given) => within(given, meter.max, meter.low, meter.max),
      optimum: (meter, given) => within(given, (meter.min + meter.max) / 2, meter.min, meter.max),
    });
  },
});

/** Follows a link, here or, as far as that goes, in a window of its own. */
const follow = (link, href) => {
  const next = PageLocation.resolve(href);
  if (next === null || !StringStartsWith(next.scheme, 'http')) return;
  if (ArrayIncludes(['', '_self', '_parent', '_top'], StringToLowerCase(link.target))) PageLocation.navigate(next, false);
  else Records.navigation(`open ${link.href}`);
};

defineElement('HTMLAnchorElement', 'a area', () => {
  class HTMLAnchorElement extends HTMLElement {
    get text() { return collectText(this); }
    set text(value) { this.textContent = value; }
    toString() { return this.href; }
    [kActivation]() {
      if (!this[kAttributes].has('href')) return;
      const href = this[kAttributes].get('href');
      if (StringStartsWith(href, '#')) globalThis.location.hash = href;
      else if (StringStartsWith(href, 'javascript:')) Parser.pending[Parser.pending.length] = { kind: 'classic', text: StringSlice(href, 11), src: '', line: 1, column: 1, element: null };
      else if (!this[kAttributes].has('download')) follow(this, href);
    }
  }
  reflectStrings(HTMLAnchorElement, ['target', 'download', 'rel', 'type', 'hreflang', 'name', 'ping']);
  reflectURLs(HTMLAnchorElement, ['href']);
  const parts = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    reflectAccessor(HTMLAnchorElement.prototype, part, function () {
      try { return new globalThis.URL(this.href)[part]; } catch { return ''; }
    }, part === 'origin' ? undefined : function (value) {
      try {
        const url = new globalThis.URL(this.href);
        url[part] = value;
        setAttributeValue(this, 'href', url.href);
      } catch {
        // An address that is none has no parts to change.
      }
    });
  }
  return HTMLAnchorElement;
});
