// Elements by id, and named access on the window (HTML § 7.2.2.3): `score.innerHTML` for id="score".
// The engine's global object has a prototype that can't be replaced, so that names become accessors of the global
// object itself, configurable, and only while no property of that name is there; assigning replaces them.

const NamedAccess = (() => {
  const byId = new SafeMap();
  const byName = new SafeMap();
  const exposed = new SafeSet();
  const namedTags = { __proto__: null, embed: 1, form: 1, img: 1, object: 1, iframe: 1 };

  const earliest = (elements) => {
    let first = elements[0];
    for (let i = 1; i < elements.length; i++) {
      if (elements[i] !== first && !isAncestorOrSelf(first, elements[i]) && precedesInTree(elements[i], first)) first = elements[i];
      else if (isAncestorOrSelf(elements[i], first)) first = elements[i];
    }
    return first;
  };
  const elementById = (id) => {
    const elements = byId.get(id);
    if (elements === undefined || id === '') return null;
    return elements.length === 1 ? elements[0] : earliest(elements);
  };
  const namedObject = (name) => {
    const elements = byId.get(name) ?? byName.get(name);
    if (elements === undefined) return undefined;
    return elements.length === 1 ? elements[0] : staticNodeList(ArraySlice(elements), HTMLCollection);
  };

  const expose = (name) => {
    if (name === '' || exposed.has(name) || name in globalThis) return;
    exposed.add(name);
    ObjectDefineProperty(globalThis, name, {
      get() { return namedObject(name); },
      set(value) {
        exposed.delete(name);
        ObjectDefineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
      },
      configurable: true, enumerable: false,
    });
  };
  const conceal = (name) => {
    if (!exposed.has(name) || byId.has(name) || byName.has(name)) return;
    exposed.delete(name);
    const descriptor = ObjectGetOwnPropertyDescriptor(globalThis, name);
    if (descriptor !== undefined && descriptor.get !== undefined) delete globalThis[name];
  };

  const add = (map, name, element) => {
    const elements = map.get(name);
    if (elements === undefined) map.set(name, [element]);
    else ArrayPush(elements, element);
    expose(name);
  };
  const drop = (map, name, element) => {
    const elements = map.get(name);
    const index = elements === undefined ? -1 : ArrayIndexOf(elements, element);
    if (index < 0) return;
    if (elements.length === 1) map.delete(name);
    else ArraySplice(elements, index, 1);
    conceal(name);
  };
  const isListed = (element) => element[kConnected] && shadowRootOf(element) === null;

  ArrayPush(InsertionSteps, (node) => {
    if (node[kNodeType] !== 1) return;
    const id = node[kAttributes].get('id');
    const name = namedTags[node[kTag]] === undefined ? undefined : node[kAttributes].get('name');
    if (id === undefined && name === undefined || shadowRootOf(node) !== null) return;
    if (id !== undefined) add(byId, id, node);
    if (name !== undefined) add(byName, name, node);
  });
  ArrayPush(RemovalSteps, (node) => {
    if (node[kNodeType] !== 1) return;
    const id = node[kAttributes].get('id');
    const name = namedTags[node[kTag]] === undefined ? undefined : node[kAttributes].get('name');
    if (id !== undefined) drop(byId, id, node);
    if (name !== undefined) drop(byName, name, node);
  });

  const attributeChanged = (element, attribute, old, value) => {
    if (!isListed(element) || (attribute === 'name' && namedTags[element[kTag]] === undefined)) return;
    const map = attribute === 'id' ? byId : byName;
    if (old !== undefined) drop(map, old, element);
    if (value !== undefined) add(map, value, element);
  };

  /**
   * Gives up the names that a script is about to declare with `var` or `function`: a declaration must find no property
   * of its own on the global object, or `var score;` would leave the element there.
   */
  const yieldTo = (names) => {
    for (let i = 0; i < names.length; i++) {
      if (exposed.has(names[i])) { exposed.delete(names[i]); delete globalThis[names[i]]; }
    }
  };

  return { elementById, attributeChanged, yieldTo, namedObject };
})();
