// Element and Attr (DOM § 4.9): attributes, class names, shadow roots. Every attribute change goes through
// setAttributeValue and removeAttributeNamed.

const namespaceURIs = { __proto__: null, html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg', mathml: 'http://www.w3.org/1998/Math/MathML' };
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/** A method of elements that react to their own attributes: `(name, oldValue, newValue)`. */
const kAttributeChanged = Symbol('attributeChanged');
const kAttributeNodes = Symbol('attributeNodes');
const kStateOfCustomElement = Symbol('customElementState');

class Element extends Node {
  constructor() {
    if (!Creation.pending) throw new TypeError('Illegal constructor');
    super();
    Creation.pending = false;
    this[kTag] = Creation.tag;
    this[kNamespace] = Creation.namespace;
    this[kAttributes] = new SafeMap();
    this[kClasses] = null;
    this[kShadow] = null;
    this[kTokenLists] = undefined;
    this[kDataset] = undefined;
  }
}
ObjectDefineProperty(Element.prototype, kNodeType, { value: 1 });

const attributeChanged = (element, name, old, value) => {
  if (name === 'class') element[kClasses] = null;
  else if (name === 'id' || name === 'name') NamedAccess.attributeChanged(element, name, old, value);
  else if (name.length > 2 && name[0] === 'o' && name[1] === 'n' && HandlerNames.isKnown(StringSlice(name, 2))) {
    const type = StringSlice(name, 2);
    const target = element[kTag] === 'body' && HandlerNames.isOfWindow(type) && element[kDocument] === DocumentState.document ? globalThis : element;
    setEventHandlerText(target, type, value ?? null, element);
  }
  DocumentState.version++;
  if (name === 'class' || name === 'style') DocumentState.restylings++;
  if (element[kAttributeChanged] !== undefined) element[kAttributeChanged](name, old, value);
  if (MutationHook.record !== null) MutationHook.record('attributes', element, name, old ?? null, noChildren, noChildren, null, null);
  if (element[kConnected]) notifyDomObservers('attribute', element, name);
  if (element[kStateOfCustomElement] !== undefined) CustomElements.attributeChanged(element, name, old ?? null, value ?? null);
  if (name === 'slot' && element[kParent] !== null && element[kParent][kShadow]) assignSlots(element[kParent]);
};
/** Sets an attribute by the name that it is kept under (lower case in HTML). */
const setAttributeValue = (element, name, value) => {
  const old = element[kAttributes].get(name);
  element[kAttributes].set(name, value);
  attributeChanged(element, name, old, value);
};
const removeAttributeNamed = (element, name) => {
  const old = element[kAttributes].get(name);
  if (old === undefined) return;
  element[kAttributes].delete(name);
  if (element[kAttributeNodes] !== undefined) element[kAttributeNodes].delete(name);
  attributeChanged(element, name, old, undefined);
};
const attributeKey = (element, name) => {
  name = `${name}`;
  return element[kNamespace] === 'html' ? StringToLowerCase(name) : name;
};
const checkAttributeName = (name) => {
  if (name === '' || RegExpTest(/[\s/>=\0]/, name)) throwDOMException('InvalidCharacterError', `'${name}' is not a valid attribute name.`);
};
const attributeOf = (element, key) => element[kAttributes].get(key) ?? null;

class Attr extends Node {
  get ownerElement() { return this[kOwner] ?? null; }
  get name() { return this[kAttributeName]; }
  get nodeName() { return this[kAttributeName]; }
  get localName() { const colon = StringIndexOf(this[kAttributeName], ':'); return colon < 0 ? this[kAttributeName] : StringSlice(this[kAttributeName], colon + 1); }
  get prefix() { const colon = StringIndexOf(this[kAttributeName], ':'); return colon < 0 ? null : StringSlice(this[kAttributeName], 0, colon); }
  get namespaceURI() { return StringStartsWith(this[kAttributeName], 'xlink:') ? XLINK_NAMESPACE : null; }
  get specified() { return true; }
  get value() { return this[kOwner] ? attributeOf(this[kOwner], this[kAttributeName]) ?? '' : this[kData] ?? ''; }
  set value(value) {
    if (this[kOwner]) setAttributeValue(this[kOwner], this[kAttributeName], `${value}`);
    else this[kData] = `${value}`;
  }
  get nodeValue() { return this.value; }
  set nodeValue(value) { this.value = value ?? ''; }
  get textContent() { return this.value; }
  set textContent(value) { this.value = value ?? ''; }
  [kCloneShallow]() { return createAttribute(this.name, this.value); }
}
ObjectDefineProperty(Attr.prototype, kNodeType, { value: 2 });
exposeInterface('Attr', Attr);
const createAttribute = (name, value) => {
  const attribute = new Attr();
  attribute[kAttributeName] = name;
  attribute[kData] = value;
  return attribute;
};
const attributeNodeOf = (element, name) => {
  if (!element[kAttributes].has(name)) return null;
  const nodes = element[kAttributeNodes] ?? (element[kAttributeNodes] = new SafeMap());
  let node = nodes.get(name);
  if (node === undefined) {
    node = createAttribute(name, null);
    node[kOwner] = element;
    nodes.set(name, node);
  }
  return node;
};

class NamedNodeMap {
  get length() { return itemsOf(this).length; }
  item(index) { return itemsOf(this)[index >>> 0] ?? null; }
  getNamedItem(name) { return attributeNodeOf(this[kOwner], attributeKey(this[kOwner], name)); }
  setNamedItem(attribute) { return this[kOwner].setAttributeNode(attribute); }
  removeNamedItem(name) {
    const node = this.getNamedItem(name);
    if (node === null) throwDOMException('NotFoundError', `No item with name '${name}' was found.`);
    return this[kOwner].removeAttributeNode(node);
  }
  [SymbolIterator]() { return iterateItems(this); }
}
exposeInterface('NamedNodeMap', NamedNodeMap);
const attributeMapOf = (element) => {
  const map = cachedLiveList(element, 'attributes', NamedNodeMap, () => {
    const nodes = [];
    element[kAttributes].forEach((_, name) => ArrayPush(nodes, attributeNodeOf(element, name)));
    return nodes;
  });
  if (map[kOwner] === undefined) {
    map[kOwner] = element;
    ObjectDefineProperty(map, 'namedItem', { value: (name) => map.getNamedItem(name), configurable: true });
  }
  return map;
};

defineMembers(Element.prototype, {
  get namespaceURI() { return namespaceURIs[this[kNamespace]] ?? null; },
  get prefix() { return null; },
  get localName() { return this[kTag]; },
  get tagName() { return this[kNamespace] === 'html' ? StringToUpperCase(this[kTag]) : this[kTag]; },
  get nodeName() { return this[kNamespace] === 'html' ? StringToUpperCase(this[kTag]) : this[kTag]; },
  get id() { return this[kAttributes].get('id') ?? ''; },
  set id(value) { setAttributeValue(this, 'id', `${value}`); },
  get className() { return this[kAttributes].get('class') ?? ''; },
  set className(value) { setAttributeValue(this, 'class', `${value}`); },
  get classList() { return tokenListOf(this, 'class'); },
  set classList(value) { setAttributeValue(this, 'class', `${value}`); },
  get part() { return tokenListOf(this, 'part'); },
  get slot() { return this[kAttributes].get('slot') ?? ''; },
  set slot(value) { setAttributeValue(this, 'slot', `${value}`); },
  get assignedSlot() { const slot = this[kAssignedSlot]; return slot !== null && rootOf(slot).mode === 'open' ? slot : null; },
  get shadowRoot() { return this[kShadow] && this[kShadow].mode === 'open' ? this[kShadow] : null; },
  get attributes() { return attributeMapOf(this); },
  hasAttributes() { return this[kAttributes].size > 0; },
  getAttributeNames() {
    const names = [];
    this[kAttributes].forEach((_, name) => ArrayPush(names, name));
    return names;
  },
  getAttribute(name) { return attributeOf(this, attributeKey(this, name)); },
  getAttributeNS(namespace, name) { return attributeOf(this, namespacedKey(this, namespace, name)); },
  setAttribute(name, value) {
    checkAttributeName(`${name}`);
    setAttributeValue(this, attributeKey(this, name), `${value}`);
  },
  setAttributeNS(namespace, name, value) {
    checkAttributeName(`${name}`);
    setAttributeValue(this, namespacedKey(this, namespace, name), `${value}`);
  },
  removeAttribute(name) { removeAttributeNamed(this, attributeKey(this, name)); },
  removeAttributeNS(namespace, name) { removeAttributeNamed(this, namespacedKey(this, namespace, name)); },
  hasAttribute(name) { return attributeOf(this, attributeKey(this, name)) !== null; },
  hasAttributeNS(namespace, name) { return attributeOf(this, namespacedKey(this, namespace, name)) !== null; },
  toggleAttribute(name, force) {
    checkAttributeName(`${name}`);
    const key = attributeKey(this, name);
    const present = this[kAttributes].has(key);
    if (!present && (force === undefined || force)) { setAttributeValue(this, key, ''); return true; }
    if (present && !force) { removeAttributeNamed(this, key); return false; }
    return present;
  },
  getAttributeNode(name) { return attributeNodeOf(this, attributeKey(this, name)); },
  setAttributeNode(attribute) {
    const old = attributeNodeOf(this, attribute.name);
    setAttributeValue(this, attribute.name, attribute.value);
    attribute[kOwner] = this;
    (this[kAttributeNodes] ?? (this[kAttributeNodes] = new SafeMap())).set(attribute.name, attribute);
    return old;
  },
  removeAttributeNode(attribute) {
    const { value } = attribute;
    removeAttributeNamed(this, attribute.name);
    attribute[kOwner] = undefined;
    attribute[kData] = value;
    return attribute;
  },
  matches(selectors) { return Selectors.matches(this, `${selectors}`); },
  webkitMatchesSelector(selectors) { return Selectors.matches(this, `${selectors}`); },
  closest(selectors) {
    const text = `${selectors}`;
    for (let at = this; at !== null && at[kNodeType] === 1; at = at[kParent]) if (Selectors.matches(at, text, this)) return at;
    return null;
  },
  getElementsByTagName(name) { return elementsByTag(this, `${name}`); },
  getElementsByTagNameNS(namespace, name) { return elementsByTag(this, `${name}`); },
  getElementsByClassName(names) { return elementsByClass(this, `${names}`); },
  attachShadow(init) { return attachShadowTo(this, init); },
  insertAdjacentElement(where, element) { return insertAdjacent(this, where, element) },
  insertAdjacentText(where, text) { insertAdjacent(this, where, createText(this[kDocument], `${text}`)); },
  setPointerCapture(pointerId) { PointerCapture.set(pointerId, this); },
  releasePointerCapture(pointerId) { PointerCapture.set(pointerId, null); },
  hasPointerCapture(pointerId) { return PointerCapture.get(pointerId) === this; },
  setHTMLUnsafe(html) {
    this.innerHTML = html;
    adoptDeclarativeShadows(this);
  },
  getHTML() { return this.innerHTML; },
  [kCloneShallow](document) {
    const copy = createElementIn(document, this[kTag], this[kNamespace]);
    this[kAttributes].forEach((value, name) => setAttributeValue(copy, name, value));
    return copy;
  },
});

const namespacedKey = (element, namespace, name) => {
  name = `${name}`;
  if (namespace === XLINK_NAMESPACE && !StringStartsWith(name, 'xlink:')) return `xlink:${name}`;
  return name;
};
const insertAdjacent = (element, where, node) => {
  const parent = element[kParent];
  switch (StringToLowerCase(`${where}`)) {
    case 'beforebegin': if (parent === null) return null; checkInsertion(parent, node, element, 'insertAdjacentElement'); return insertNode(parent, node, element);
    case 'afterbegin': checkInsertion(element, node, null, 'insertAdjacentElement'); return insertNode(element, node, element[kChildren][0] ?? null);
    case 'beforeend': checkInsertion(element, node, null, 'insertAdjacentElement'); return insertNode(element, node, null);
    case 'afterend': if (parent === null) return null; checkInsertion(parent, node, null, 'insertAdjacentElement'); return insertNode(parent, node, siblingOf(element, 1));
    default: return throwDOMException('SyntaxError', `The value provided ('${where}') is not one of 'beforebegin', 'afterbegin', 'beforeend', or 'afterend'.`);
  }
};
/** Which element took which pointer's events. */
const PointerCapture = (() => {
  const captures = new SafeMap();
  return { set: (id, element) => { captures.set(id, element); }, get: (id) => captures.get(id) ?? null };
})();
exposeInterface('Element', Element);

const elementClasses = new SafeMap();
/** Makes `new Class()` what createElement(tag) gives in the HTML namespace. */
const registerElement = (tag, Class) => { elementClasses.set(tag, Class); };
/** Functions that make the classes of elements which the page has none of yet. */
const elementMakers = new SafeMap();
/** An element's interface, which is made with the first such element or when it is asked for; `tags` divided by blanks. */
const defineElement = (name, tags, make) => {
  const get = exposeLazily(name, make);
  const names = wordsOf(tags);
  for (let i = 0; i < names.length; i++) elementMakers.set(names[i], get);
  return get;
};
/** Elements of no interface of their own. */
const plainTags = ' abbr address article aside b bdi bdo center cite code dd dfn dt em figcaption figure footer header hgroup i kbd main mark nav noscript rp rt ruby s samp search section small strike strong sub summary sup tt u var wbr acronym big nobr ';
const elementClass = (tag) => {
  let Class = elementClasses.get(tag);
  if (Class !== undefined) return Class;
  Class = elementMakers.get(tag)?.() ?? (StringIncludes(plainTags, ` ${tag} `) ? HTMLElement : undefined);
  if (Class !== undefined) elementClasses.set(tag, Class);
  return Class;
};

/** Creates an element as the parser and createElement do; custom elements are constructed or upgraded when defined. */
const createElementIn = (document, tag, namespace) => {
  if (namespace === 'html') {
    const Class = elementClass(tag);
    if (Class !== undefined) { beginCreation(document, tag, 'html'); return finishCreation(new Class()); }
    if (StringIncludes(tag, '-')) return CustomElements.create(document, tag);
    beginCreation(document, tag, 'html');
    return finishCreation(new HTMLUnknownElement());
  }
  beginCreation(document, tag, namespace);
  if (namespace === 'svg') return finishCreation(new (svgElementClass(tag))());
  return finishCreation(new Element());
};
const finishCreation = (element) => {
  Creation.document = null;
  return element;
};
