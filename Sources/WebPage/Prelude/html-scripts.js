// `<script>`, `<style>`, `<link>` and `<noscript>`: the elements that bring in code and style (HTML § 4.12.1, § 4.2.4, § 4.2.6).

/** '' (made by script: runs once connected), 'parsing' (the parser decides), 'started', 'dead' (from innerHTML: never runs). */
const kScriptState = Symbol('scriptState');
const kAsync = Symbol('forceAsync');

const javascriptTypes = {
  __proto__: null,
  'application/ecmascript': 1, 'application/javascript': 1, 'application/x-ecmascript': 1, 'application/x-javascript': 1,
  'text/ecmascript': 1, 'text/javascript': 1, 'text/javascript1.0': 1, 'text/javascript1.1': 1, 'text/javascript1.2': 1,
  'text/javascript1.3': 1, 'text/javascript1.4': 1, 'text/javascript1.5': 1, 'text/jscript': 1, 'text/livescript': 1,
  'text/x-ecmascript': 1, 'text/x-javascript': 1,
};
/** 'classic', 'module', 'importmap' or null for data blocks. */
const scriptKindOf = (script) => {
  const type = script[kAttributes].get('type');
  const language = script[kAttributes].get('language');
  if (type === '' || (type === undefined && (language === undefined || language === ''))) return 'classic';
  const text = StringToLowerCase(type === undefined ? `text/${language}` : type);
  if (javascriptTypes[StringTrim(text)] !== undefined) return 'classic';
  return text === 'module' || text === 'importmap' ? text : null;
};

/**
 * What the host is to evaluate for a script element, or null if it doesn't run: `{ kind, text, src, line, column,
 * element }`. A source that isn't in the submission's folder is recorded, and its error event queued.
 */
const describeScript = (script) => {
  const kind = scriptKindOf(script);
  if (kind === null || (kind === 'classic' && script[kAttributes].has('nomodule'))) return null;
  const src = script[kAttributes].get('src');
  const place = { line: script[kSourceLine] ?? 1, column: script[kSourceColumn] ?? 1, element: script };
  if (src === undefined) {
    const text = collectText(script);
    return text === '' ? null : { kind, text, src: '', ...place };
  }
  const address = Resources.resolve(StringTrim(src));
  if (kind !== 'importmap' && src !== '' && address !== null) {
    const record = PageLocation.resolve(address);
    const path = Resources.pathOf(record);
    if (path !== null) return { kind: kind === 'module' ? 'external-module' : 'external', text: '', src: path, line: 1, column: 1, element: script };
    const isLocal = record.scheme === 'data:' || record.scheme === 'blob:';
    if (!isLocal) Records.missing(`network script ${address}`);
    const text = isLocal ? Resources.readText(address) : null;
    if (text !== null) return { kind, text, src: address, line: 1, column: 1, element: script };
  }
  EventLoop.queueTask(() => fireEvent(script, 'error'));
  return null;
};

/** A script that came into the document other than by the parser: inline code runs at once, what has to be fetched later. */
const startInsertedScript = (script) => {
  if (script[kScriptState] !== '' || !script[kConnected]) return;
  if (!script[kAttributes].has('src') && script[kChildren].length === 0) return;
  script[kScriptState] = 'started';
  const descriptor = describeScript(script);
  if (descriptor === null) return;
  if (descriptor.kind === 'importmap') Parser.takeImportMap(descriptor);
  else if (descriptor.kind === 'classic' && descriptor.src === '') Parser.runInserted(descriptor);
  else Parser.scheduleInserted(descriptor);
};

class HTMLScriptElement extends HTMLElement {
  constructor() {
    super();
    this[kScriptState] = '';
    this[kAsync] = true;
  }
  get text() { return collectText(this); }
  set text(value) { this.textContent = value; }
  get async() { return this[kAsync] && this[kScriptState] !== 'parsing' || this[kAttributes].has('async'); }
  set async(value) { this[kAsync] = false; this.toggleAttribute('async', Boolean(value)); }
  static supports(type) { return type === 'classic' || type === 'module' || type === 'importmap'; }
  [kChildrenChanged]() { startInsertedScript(this); }
  [kAttributeChanged](name) { if (name === 'src') startInsertedScript(this); }
  [kCloneExtras](copy) { copy[kScriptState] = this[kScriptState] === 'started' ? 'dead' : this[kScriptState]; }
}
reflectStrings(HTMLScriptElement, ['type', 'charset', 'crossOrigin', 'integrity', 'htmlFor=for', 'event', 'referrerPolicy']);
reflectBooleans(HTMLScriptElement, ['defer', 'noModule']);
reflectURLs(HTMLScriptElement, ['src']);
exposeInterface('HTMLScriptElement', HTMLScriptElement);
registerElement('script', HTMLScriptElement);
onInsertionOf(['script'], (script) => { if (script[kNamespace] === 'html') startInsertedScript(script); });

/** The `sheet` of an element that brings in style. */
const linkedSheetOf = (element) => {
  const data = element[kConnected] ? Rendering().StyleSheets.ofOwner(element) : null;
  return data === null ? null : StyleObjects().wrapperOf(data);
};
defineElement('HTMLStyleElement', 'style', () => {
  class HTMLStyleElement extends HTMLElement {
    get disabled() { return this[kAttributes].has('disabled'); }
    set disabled(value) { this.toggleAttribute('disabled', Boolean(value)); }
    [kChildrenChanged]() { if (this[kConnected]) notifyDomObservers('text', this, null); }
  }
  reflectStrings(HTMLStyleElement, ['media', 'type']);
  defineMembers(HTMLStyleElement.prototype, { get sheet() { return linkedSheetOf(this); } });
  return HTMLStyleElement;
});

defineElement('HTMLLinkElement', 'link', () => {
  class HTMLLinkElement extends HTMLElement {
    get relList() { return tokenListOf(this, 'rel'); }
    [kAttributeChanged](name) { if ((name === 'href' || name === 'rel') && this[kConnected]) loadLink(this); }
  }
  reflectStrings(HTMLLinkElement, ['rel', 'media', 'type', 'as', 'crossOrigin', 'integrity', 'hreflang', 'sizes']);
  reflectBooleans(HTMLLinkElement, ['disabled']);
  reflectURLs(HTMLLinkElement, ['href']);
  defineMembers(HTMLLinkElement.prototype, { get sheet() { return linkedSheetOf(this); } });
  return HTMLLinkElement;
});
const loadLink = (link) => {
  const href = link[kAttributes].get('href');
  if (href === undefined || href === '' || !ArrayIncludes(splitTokens(StringToLowerCase(link[kAttributes].get('rel') ?? '')), 'stylesheet')) return;
  // The cascade reads the sheet itself; here it matters only whether there is one.
  const resource = Resources.read(href);
  ResourceLoads.begin();
  EventLoop.queueTask(() => {
    fireEvent(link, resource === null ? 'error' : 'load');
    ResourceLoads.end();
  });
};
onInsertionOf(['link'], loadLink);
