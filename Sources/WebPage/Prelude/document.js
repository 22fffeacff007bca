// Document (DOM § 4.5, HTML § 3.1).

const kReadyState = Symbol('readyState');
const kCurrentScript = Symbol('currentScript');
const kWritten = Symbol('written');

class Document extends Node {
  constructor() {
    super();
    this[kDocument] = this;
    this[kReadyState] = 'complete';
    this[kCurrentScript] = null;
    this[kShadow] = null;
  }
  [kCloneShallow]() { return new Document(); }
}
ObjectDefineProperty(Document.prototype, kNodeType, { value: 9 });
exposeInterface('Document', Document);
class HTMLDocument extends Document {}
exposeInterface('HTMLDocument', HTMLDocument);
class XMLDocument extends Document {}
exposeInterface('XMLDocument', XMLDocument);
defineMembers(Document.prototype, parentNodeMembers);
// Handler attributes look names up in the document too, where these must not hide a page's functions either.
ObjectDefineProperty(Document.prototype, Symbol.unscopables, {
  value: { __proto__: null, append: true, fullscreen: true, prepend: true, replaceChildren: true }, configurable: true,
});

const childWithTag = (parent, tag) => {
  if (parent === null) return null;
  for (let i = 0; i < parent[kChildren].length; i++) if (parent[kChildren][i][kTag] === tag) return parent[kChildren][i];
  return null;
};
const descendantsByTag = (document, tag) => liveDescendants(document, `tag ${tag}`, (element) => element[kTag] === tag);
const namespaceOfURI = (uri) => {
  if (uri === namespaceURIs.svg) return 'svg';
  if (uri === namespaceURIs.mathml) return 'mathml';
  return uri === null || uri === '' || uri === namespaceURIs.html ? 'html' : uri;
};
const checkTagName = (tag) => {
  if (!RegExpTest(/^[A-Za-z_:\u0080-\uffff][^\s/>\0]*$/, tag)) throwDOMException('InvalidCharacterError', `Failed to execute 'createElement' on 'Document': The tag name provided ('${tag}') is not a valid name.`);
};
const isPage = (document) => document === DocumentState.document;

defineMembers(Document.prototype, {
  get nodeName() { return '#document'; },
  get URL() { return settings.url ?? 'about:blank'; },
  get documentURI() { return this.URL; },
  get compatMode() { return this[kChildren][0]?.[kNodeType] === 10 ? 'CSS1Compat' : 'BackCompat'; },
  get characterSet() { return 'UTF-8'; },
  get charset() { return 'UTF-8'; },
  get inputEncoding() { return 'UTF-8'; },
  get contentType() { return 'text/html'; },
  get referrer() { return ''; },
  get domain() { return ''; },
  get lastModified() { return '01/01/1970 00:00:00'; },
  get designMode() { return 'off'; },
  set designMode(value) {},
  get dir() { return this.documentElement?.getAttribute('dir') ?? ''; },
  set dir(value) { this.documentElement?.setAttribute('dir', value); },
  get doctype() { for (let i = 0; i < this[kChildren].length; i++) if (this[kChildren][i][kNodeType] === 10) return this[kChildren][i]; return null; },
  get documentElement() { return firstElementFrom(this[kChildren], 0, 1); },
  get head() { return childWithTag(this.documentElement, 'head'); },
  get body() { return childWithTag(this.documentElement, 'body') ?? childWithTag(this.documentElement, 'frameset'); },
  set body(element) {
    const old = this.body;
    if (old === null) this.documentElement.appendChild(element);
    else if (old !== element) old.replaceWith(element);
  },
  get title() {
    const title = Selectors.first(this, 'title');
    return title === null ? '' : ArrayJoin(splitBlanks(collectText(title)), ' ');
  },
  set title(value) {
    let title = Selectors.first(this, 'title');
    if (title === null) {
      if (this.head === null) return;
      title = this.head.appendChild(this.createElement('title'));
    }
    title.textContent = value;
  },
  get readyState() { return this[kReadyState]; },
  get currentScript() { return this[kCurrentScript]; },
  get defaultView() { return isPage(this) ? globalThis : null; },
  get location() { return isPage(this) ? globalThis.location : null; },
  set location(value) { if (isPage(this)) globalThis.location.href = value; },
  get implementation() { return DocumentMaking(); },
  get forms() { return descendantsByTag(this, 'form'); },
  get images() { return descendantsByTag(this, 'img'); },
  get scripts() { return descendantsByTag(this, 'script'); },
  get embeds() { return descendantsByTag(this, 'embed'); },
  get plugins() { return descendantsByTag(this, 'embed'); },
  get links() { return liveDescendants(this, 'links', (element) => (element[kTag] === 'a' || element[kTag] === 'area') && element[kAttributes].has('href')); },
  get anchors() { return liveDescendants(this, 'anchors', (element) => element[kTag] === 'a' && element[kAttributes].has('name')); },
  get all() { return liveDescendants(this, 'all', () => true); },
  get activeElement() {
    if (!isPage(this)) return null;
    let active = DocumentState.activeElement;
    while (active !== null && shadowRootOf(active) !== null) active = shadowRootOf(active)[kHostOfShadow];
    return active ?? this.body;
  },
  hasFocus() { return isPage(this) && !settings.hidden; },
  // They do nothing, but a handler attribute's `clear()` is this one and not the page's function.
  clear() {},
  captureEvents() {},
  releaseEvents() {},
  get bgColor() { return this.body?.bgColor ?? ''; },
  set bgColor(value) { if (this.body !== null) this.body.bgColor = value; },
  get fgColor() { return this.body?.text ?? ''; },
  set fgColor(value) { if (this.body !== null) this.body.text = value; },
  createElement(name, options) {
    const tag = StringToLowerCase(`${name}`);
    checkTagName(tag);
    const element = createElementIn(this, tag, 'html');
    if (tag === 'script') element[kScriptState] = '';
    if (options?.is !== undefined) CustomElements.makeBuiltIn(element, `${options.is}`);
    return element;
  },
  createElementNS(namespace, name) {
    const space = namespaceOfURI(namespace);
    checkTagName(`${name}`);
    return createElementIn(this, space === 'html' ? `${name}` : `${name}`, space);
  },
  createTextNode(data) { return createText(this, `${data}`); },
  createComment(data) { return createComment(this, `${data}`); },
  createProcessingInstruction(target, data) {
    if (StringIncludes(`${data}`, '?>')) throwDOMException('InvalidCharacterError', "The data provided ('" + data + "') contains '?>'.");
    return createProcessingInstruction(this, `${target}`, `${data}`);
  },
  /** The new state shows at once: there is no picture of the old one to fade from. */
  startViewTransition(given) {
    const update = typeof given === 'function' ? given : given?.update;
    const updateCallbackDone = PromiseThen(PromiseResolve(undefined), () => update?.());
    const ready = PromiseThen(updateCallbackDone, () => undefined);
    return { updateCallbackDone, ready, finished: PromiseThen(ready, () => undefined), skipTransition() {} };
  },
  createDocumentFragment() { return createFragment(this); },
  createAttribute(name) { return createAttribute(StringToLowerCase(`${name}`), ''); },
  createAttributeNS(namespace, name) { return createAttribute(`${name}`, ''); },
  createEvent(name) {
    const Interface = legacyEventNames[StringToLowerCase(`${name}`)];
    if (Interface === undefined) throwDOMException('NotSupportedError', `Failed to execute 'createEvent' on 'Document': The provided event type ('${name}') is invalid.`);
    const event = new (Interface())('');
    event[kInitialized] = false;
    return event;
  },
  createRange() { return Ranges().createRange(); },
  createTreeWalker(root, whatToShow, filter) { return Ranges().createTreeWalker(root, whatToShow, filter); },
  createNodeIterator(root, whatToShow, filter) { return Ranges().createNodeIterator(root, whatToShow, filter); },
  importNode(node, deep = false) { return cloneNodeOf(node, Boolean(deep), this); },
  adoptNode(node) {
    if (node[kParent] !== null) removeNode(node);
    adoptTree(node, this);
    return node;
  },
  getElementById(id) { return findById(this, `${id}`); },
  getElementsByTagName(name) { return elementsByTag(this, `${name}`); },
  getElementsByTagNameNS(namespace, name) { return elementsByTag(this, `${name}`); },
  getElementsByClassName(names) { return elementsByClass(this, `${names}`); },
  getElementsByName(name) {
    name = `${name}`;
    return liveDescendants(this, `name ${name}`, (element) => element[kNamespace] === 'html' && element[kAttributes].get('name') === name, NodeList);
  },
  getSelection() { return globalThis.getSelection(); },
  write(...texts) { Parser.write(this, ArrayJoin(texts, '')); },
  writeln(...texts) { Parser.write(this, `${ArrayJoin(texts, '')}\n`); },
  open() { Parser.open(this); return this; },
  close() {},
  execCommand() { return false; },
  queryCommandSupported() { return false; },
});
const splitBlanks = (text) => {
  const words = [];
  const pieces = StringSplit(StringReplaceAll(StringReplaceAll(StringReplaceAll(text, '\n', ' '), '\t', ' '), '\r', ' '), ' ');
  for (let i = 0; i < pieces.length; i++) if (pieces[i] !== '') ArrayPush(words, pieces[i]);
  return words;
};
const legacyEventNames = {
  __proto__: null, event: () => Event, events: () => Event, htmlevents: () => Event, svgevents: () => Event, uievent: UIEvent,
  uievents: UIEvent, mouseevent: MouseEvent, mouseevents: MouseEvent, keyboardevent: KeyboardEvent, keyboardevents: KeyboardEvent,
  customevent: CustomEvent, focusevent: FocusEvent, touchevent: TouchEvent, messageevent: MessageEvent,
  storageevent: StorageEvent, hashchangeevent: HashChangeEvent, dragevent: DragEvent, compositionevent: CompositionEvent,
  beforeunloadevent: BeforeUnloadEvent, devicemotionevent: () => DeviceMotionEvent(), deviceorientationevent: () => DeviceOrientationEvent(),
};
defineEventHandlers(Document.prototype, HandlerNames.global);
defineEventHandlers(Document.prototype, HandlerNames.document);

const DocumentMaking = defineLazyGlobals(['DOMImplementation'], () => {
  class DOMImplementation {
    hasFeature() { return true; }
    createHTMLDocument(title) {
      const document = new HTMLDocument();
      insertNode(document, createDoctype(document, 'html'), null);
      const html = insertNode(document, createElementIn(document, 'html', 'html'), null);
      const head = insertNode(html, createElementIn(document, 'head', 'html'), null);
      if (title !== undefined) insertNode(head, createElementIn(document, 'title', 'html'), null).textContent = title;
      insertNode(html, createElementIn(document, 'body', 'html'), null);
      return document;
    }
    createDocument(namespace, name) {
      const document = new XMLDocument();
      if (name) insertNode(document, createElementIn(document, `${name}`, namespaceOfURI(namespace)), null);
      return document;
    }
    createDocumentType(name) { return createDoctype(DocumentState.document, `${name}`); }
  }
  exposeInterface('DOMImplementation', DOMImplementation);
  return new DOMImplementation();
});

/** Of XML read as HTML the root element and what stands before it. */
const firstElementItems = (items) => {
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== 'string' && items[i][0][0] !== '#') return [items[i]];
  return noChildren;
};
exposeLazily('DOMParser', () => class DOMParser {
  parseFromString(text, type) {
    const document = type === 'text/html' ? new HTMLDocument() : new XMLDocument();
    if (type === 'text/html') appendTree(document, parseTree(`${text}`, ''), document, true);
    else appendTree(document, firstElementItems(parseTree(`${text}`, 'body')), document, true);
    return document;
  }
});

exposeLazily('XMLSerializer', () => class XMLSerializer {
  serializeToString(node) {
    const html = serializeNode(node);
    const namespace = node[kNodeType] === 1 ? namespaceURIs[node[kNamespace]] : undefined;
    if (namespace === undefined || node[kAttributes].has('xmlns')) return html;
    return `<${node[kTag]} xmlns="${namespace}"${StringSlice(html, node[kTag].length + 1)}`;
  }
});

DocumentState.document = new HTMLDocument();
DocumentState.document[kConnected] = true;
DocumentState.document[kReadyState] = 'loading';
defineGlobalAccessor('document', () => DocumentState.document, null);
