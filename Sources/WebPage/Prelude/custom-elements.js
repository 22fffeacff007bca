// Custom elements (HTML § 4.13).

/** The `is` name of a customized built-in element. */
const kIsName = Symbol('is');
/** Whether the element's constructor threw, so that it is never upgraded. */
const kFailed = Symbol('failed');

const CustomElements = (() => {
  const definitions = new SafeMap();
  const byConstructor = new SafeMap();
  const waiting = new SafeMap();
  const validName = /^[a-z][^A-Z\s/>\0]*-[^A-Z\s/>\0]*$/;
  const reservedNames = {
    __proto__: null, 'annotation-xml': 1, 'color-profile': 1, 'font-face': 1, 'font-face-format': 1, 'font-face-name': 1,
    'font-face-src': 1, 'font-face-uri': 1, 'missing-glyph': 1,
  };
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

  const reactions = [];
  const run = () => {
    // What a reaction changes has reactions of its own, which run at the end of that change.
    const due = ArraySplice(reactions, 0, reactions.length);
    ElementReactions.run = null;
    for (let i = 0; i < due.length; i++) due[i]();
  };
  /** Runs `reaction` when the change of the tree that is under way is done; now, if none is. */
  const react = (reaction) => {
    ArrayPush(reactions, reaction);
    if (ElementReactions.depth === 0) run();
    else ElementReactions.run = run;
  };

  const upgrade = (element, definition) => {
    if (element[kStateOfCustomElement] !== undefined || element[kFailed]) return;
    if (!construct(element, definition)) return;
    element[kStateOfCustomElement] = definition;
    element[kAttributes].forEach((value, attribute) => attributeChanged(element, attribute, null, value));
    if (element[kConnected]) call(element, definition.connectedCallback);
  };
  /** Runs the constructor on an element that exists; false when it throws, which leaves the element as it is for good. */
  const construct = (element, definition) => {
    ArrayPush(constructionStack, element);
    try {
      new definition.constructor();
      return true;
    } catch (error) {
      element[kFailed] = true;
      Records.exception(error);
      return false;
    } finally {
      if (constructionStack[constructionStack.length - 1] === element) constructionStack.length--;
    }
  };
  const call = (element, callback, a, b) => {
    if (typeof callback === 'function') EventLoop.invoke(callback, element, a, b);
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
  const definitionFor = (element) => {
    if (definitions.size === 0 || element[kNodeType] !== 1) return undefined;
    const definition = definitions.get(element[kIsName] ?? element[kAttributes].get('is') ?? element[kTag]);
    return definition !== undefined && definition.localName === element[kTag] ? definition : undefined;
  };
  /** Upgrades what can be in a subtree, shadow trees included, once the change under way is done. */
  const upgradeTree = (root) => {
    for (let node = root; node !== null; node = nextInTree(node, root)) {
      const definition = definitionFor(node);
      if (definition !== undefined) react(() => upgrade(node, definition));
      if (node[kShadow]) upgradeTree(node[kShadow]);
    }
  };

  /** While a fragment is parsed or a tree is copied, elements are made plain and upgraded later. */
  let deferring = 0;
  const deferred = (make) => {
    deferring += 1;
    try {
      return make();
    } finally {
      deferring -= 1;
    }
  };

  const create = (document, tag) => {
    const definition = definitions.get(tag);
    beginCreation(document, tag, 'html');
    const element = finishCreation(new HTMLElement());
    if (definition === undefined || deferring > 0) return element;
    upgrade(element, definition);
    if (element[kStateOfCustomElement] === undefined || element[kChildren].length > 0 || element[kAttributes].size > 0) return unknownInstead(element, document, tag);
    return element;
  };
  /** What createElement gives for an element whose constructor failed, or gave it what it must not have yet. */
  const unknownInstead = (element, document, tag) => {
    if (element[kStateOfCustomElement] !== undefined) {
      Records.exception(new (DOMException())("Failed to execute 'createElement' on 'Document': The result must not have attributes or children", 'NotSupportedError'));
    }
    beginCreation(document, tag, 'html');
    const unknown = finishCreation(new HTMLElement());
    unknown[kFailed] = true;
    ObjectSetPrototypeOf(unknown, HTMLUnknownElement.prototype);
    return unknown;
  };
  const makeBuiltIn = (element, name) => {
    element[kIsName] = name;
    const definition = definitionFor(element);
    if (definition !== undefined) upgrade(element, definition);
  };

  /** What `super()` of a custom element's constructor gets: the element under upgrade, or a fresh one for `new`. */
  const constructed = (target) => {
    const definition = byConstructor.get(target);
    if (definition === undefined) throw new TypeError("Failed to construct 'HTMLElement': Illegal constructor");
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

  const refuse = (name, message) => throwDOMException(name, `Failed to execute 'define' on 'CustomElementRegistry': ${message}`);
  class CustomElementRegistry {
    define(name, constructor, options) {
      name = `${name}`;
      if (typeof constructor !== 'function') throw new TypeError("Failed to execute 'define' on 'CustomElementRegistry': parameter 2 is not of type 'Function'.");
      if (!RegExpTest(validName, name) || reservedNames[name] === 1) refuse('SyntaxError', `"${name}" is not a valid custom element name`);
      if (definitions.has(name)) refuse('NotSupportedError', `the name "${name}" has already been used with this registry`);
      if (byConstructor.has(constructor)) refuse('NotSupportedError', 'this constructor has already been used with this registry');
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
      if (!RegExpTest(validName, `${name}`)) return PromiseReject(new (DOMException())(`"${name}" is not a valid custom element name`, 'SyntaxError'));
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
    const state = node[kStateOfCustomElement];
    if (state !== undefined) {
      react(() => call(node, state.connectedCallback));
      return;
    }
    const definition = definitionFor(node);
    if (definition !== undefined) react(() => upgrade(node, definition));
  });
  ArrayPush(RemovalSteps, (node) => {
    const state = node[kStateOfCustomElement];
    if (state !== undefined) react(() => call(node, state.disconnectedCallback));
  });
  ElementReactions.adopted = (node, from, to) => {
    const state = node[kStateOfCustomElement];
    if (state.adoptedCallback !== undefined) react(() => call(node, state.adoptedCallback, from, to));
  };

  return { create, makeBuiltIn, deferred, upgradeTree, hasDefinitions: () => definitions.size > 0, constructed, attributeChanged, isDefined: (element) => element[kStateOfCustomElement] !== undefined };
})();
