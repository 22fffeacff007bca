// Custom elements (HTML § 4.13).

/** The `is` name of a customized built-in element. */
const kIsName = Symbol('is');

const CustomElements = (() => {
  const definitions = new SafeMap();
  const byConstructor = new SafeMap();
  const waiting = new SafeMap();
  const validName = /^[a-z][^A-Z\s/>\0]*-[^A-Z\s/>\0]*$/;
  /** Elements being upgraded, innermost last: HTMLElement's constructor returns the last instead of a new one. */
  const constructionStack = [];
  const callbackNames = ['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];

  const readDefinition = (name, constructor, options) => {
    const prototype = constructor.prototype;
    const definition = { name, constructor, localName: options?.extends ?? name, observed: new SafeSet() };
    for (let i = 0; i < callbackNames.length; i++) definition[callbackNames[i]] = prototype[callbackNames[i]];
    if (definition.attributeChangedCallback !== undefined) {
      const observed = constructor.observedAttributes;
      for (let i = 0; observed && i < observed.length; i++) definition.observed.add(`${observed[i]}`);
    }
    return definition;
  };

  const upgrade = (element, definition) => {
    if (element[kStateOfCustomElement] !== undefined) return;
    ArrayPush(constructionStack, element);
    try {
      new definition.constructor();
    } catch (error) {
      Records.exception(error);
      return;
    } finally {
      if (constructionStack[constructionStack.length - 1] === element) constructionStack.length--;
    }
    element[kStateOfCustomElement] = definition;
    element[kAttributes].forEach((value, attribute) => attributeChanged(element, attribute, null, value));
    if (element[kConnected]) call(element, definition.connectedCallback);
  };
  const call = (element, callback) => {
    if (typeof callback === 'function') EventLoop.invoke(callback, element);
  };
  const attributeChanged = (element, attribute, old, value) => {
    const definition = element[kStateOfCustomElement];
    if (!definition.observed.has(attribute)) return;
    try {
      ReflectApply(definition.attributeChangedCallback, element, [attribute, old, value, null]);
    } catch (error) {
      Records.exception(error);
    }
  };
  const upgradeTree = (root) => {
    for (let node = root; node !== null; node = nextInTree(node, root)) {
      if (node[kNodeType] !== 1) continue;
      const definition = definitions.get(node[kIsName] ?? node[kTag]);
      if (definition !== undefined && definition.localName === node[kTag]) upgrade(node, definition);
      if (node[kShadow]) upgradeTree(node[kShadow]);
    }
  };

  const create = (document, tag) => {
    const definition = definitions.get(tag);
    beginCreation(document, tag, 'html');
    const element = finishCreation(new HTMLElement());
    if (definition !== undefined) upgrade(element, definition);
    return element;
  };
  const makeBuiltIn = (element, name) => {
    element[kIsName] = name;
    const definition = definitions.get(name);
    if (definition !== undefined) upgrade(element, definition);
  };

  /** What `super()` of a custom element's constructor gets: the element under upgrade, or a fresh one for `new`. */
  const constructed = (target) => {
    const definition = byConstructor.get(target);
    if (definition === undefined) throw new TypeError('Illegal constructor');
    if (constructionStack.length > 0) {
      const element = constructionStack[constructionStack.length - 1];
      constructionStack.length--;
      ObjectSetPrototypeOf(element, target.prototype);
      return element;
    }
    beginCreation(DocumentState.document, definition.localName, 'html');
    const element = finishCreation(new HTMLElement());
    ObjectSetPrototypeOf(element, target.prototype);
    element[kStateOfCustomElement] = definition;
    return element;
  };

  class CustomElementRegistry {
    define(name, constructor, options) {
      name = `${name}`;
      if (typeof constructor !== 'function') throw new TypeError("Failed to execute 'define' on 'CustomElementRegistry': parameter 2 is not of type 'Function'.");
      if (!RegExpTest(validName, name)) throwDOMException('SyntaxError', `"${name}" is not a valid custom element name`);
      if (definitions.has(name)) throwDOMException('NotSupportedError', `the name "${name}" has already been used with this registry`);
      if (byConstructor.has(constructor)) throwDOMException('NotSupportedError', 'this constructor has already been used with this registry');
      const definition = readDefinition(name, constructor, options);
      definitions.set(name, definition);
      byConstructor.set(constructor, definition);
      upgradeTree(DocumentState.document);
      const waiter = waiting.get(name);
      if (waiter !== undefined) waiter.resolve(constructor);
    }
    get(name) { return definitions.get(`${name}`)?.constructor; }
    getName(constructor) { return byConstructor.get(constructor)?.name ?? null; }
    upgrade(root) { upgradeTree(root); }
    whenDefined(name) {
      if (definitions.has(name)) return PromiseResolve(definitions.get(name).constructor);
      if (!waiting.has(name)) {
        const waiter = {};
        waiter.promise = new Promise((resolve) => { waiter.resolve = resolve; });
        waiting.set(name, waiter);
      }
      return waiting.get(name).promise;
    }
  }
  exposeInterface('CustomElementRegistry', CustomElementRegistry);
  defineGlobal('customElements', new CustomElementRegistry());

  ArrayPush(InsertionSteps, (node) => {
    if (node[kNodeType] !== 1) return;
    if (node[kStateOfCustomElement] !== undefined) call(node, node[kStateOfCustomElement].connectedCallback);
    else if (definitions.size > 0 && (StringIncludes(node[kTag], '-') || node[kIsName] !== undefined)) {
      const definition = definitions.get(node[kIsName] ?? node[kTag]);
      if (definition !== undefined && definition.localName === node[kTag]) upgrade(node, definition);
    }
  });
  ArrayPush(RemovalSteps, (node) => {
    if (node[kNodeType] === 1 && node[kStateOfCustomElement] !== undefined) call(node, node[kStateOfCustomElement].disconnectedCallback);
  });

  return { create, makeBuiltIn, constructed, attributeChanged, isDefined: (element) => element[kStateOfCustomElement] !== undefined };
})();
