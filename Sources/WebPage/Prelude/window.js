// The window itself (HTML § 7.2): its methods, its many names for itself, and what a lone window has no use for.
{
  const window = globalThis;

  class Window extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  exposeInterface('Window', Window);
  // JavaScriptCore's global object keeps its prototype (and one of a class of the host's own would make every global
  // variable thirty times slower), so the methods go onto the global object itself.
  defineGlobalMethods({
    addEventListener: EventTarget.prototype.addEventListener,
    removeEventListener: EventTarget.prototype.removeEventListener,
    dispatchEvent: EventTarget.prototype.dispatchEvent,
  });
  ObjectDefineProperty(Window, Symbol.hasInstance, { value: (object) => object === window });
  ObjectDefineProperty(window, 'constructor', { value: Window, writable: true, configurable: true, enumerable: false });
  ObjectDefineProperty(window, SymbolToStringTag, { value: 'Window', configurable: true });

  const fixed = (name, value) => ObjectDefineProperty(window, name, { value, writable: false, enumerable: true, configurable: false });
  fixed('window', window);
  fixed('top', window);
  ObjectDefineProperty(window, 'document', { get: () => DocumentState.document, enumerable: true, configurable: false });
  defineGlobalAccessor('self', () => window);
  defineGlobalAccessor('parent', () => window);
  defineGlobalAccessor('frames', () => window);
  defineGlobalAccessor('length', () => 0);
  defineGlobalAccessor('frameElement', () => null, null);
  defineGlobalAccessor('closed', () => false, null);
  defineGlobalAccessor('isSecureContext', () => true, null);
  defineGlobalAccessor('crossOriginIsolated', () => false, null);
  defineGlobalAccessor('originAgentCluster', () => false, null);
  defineGlobalAccessor('origin', () => 'null');
  defineGlobalAccessor('devicePixelRatio', () => 1);
  defineGlobalAccessor('external', () => external);
  const external = { AddSearchProvider() {}, IsSearchProviderInstalled() {} };

  const named = { name: '', status: '' };
  const textAccessor = (name) => defineGlobalAccessor(name, () => named[name], (value) => { named[name] = `${value}`; });
  textAccessor('name');
  textAccessor('status');
  let opener = null;
  defineGlobalAccessor('opener', () => opener, (value) => { opener = value; });

  const textOf = (value) => (value === undefined ? '' : `${value}`);
  defineGlobalMethods({
    open(url) {
      Records.navigation(`open ${textOf(url)}`);
      return null;
    },
    close() {},
    stop() {},
    focus() {},
    blur() {},
    captureEvents() {},
    releaseEvents() {},
    find: () => false,
    moveTo() {}, moveBy() {}, resizeTo() {}, resizeBy() {},
    reportError(error) {
      requireArguments('reportError', 'Window', arguments.length, 1);
      Records.exception(error);
    },
  });

  // Without cross-origin isolation a page has no SharedArrayBuffer.
  delete window.SharedArrayBuffer;
}
