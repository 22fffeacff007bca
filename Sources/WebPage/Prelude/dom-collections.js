// NodeList, HTMLCollection and their kin (DOM § 4.2.10). Lists of a node's direct children hold real index properties
// that each change of the children brings up to date, since games index `children` in their hot loops; other live lists
// are proxies over a cache that the DOM version keeps valid.

const kItems = Symbol('items');
const kVersion = Symbol('version');
const kCompute = Symbol('compute');
const kRefresh = Symbol('refresh');

/** The current members of any of the collections below. */
const itemsOf = (collection) => {
  const compute = collection[kCompute];
  if (compute !== undefined && collection[kVersion] !== DocumentState.version) {
    collection[kItems] = compute();
    collection[kVersion] = DocumentState.version;
  }
  return collection[kItems];
};

const iterateItems = function* (collection) {
  for (let i = 0; i < itemsOf(collection).length; i++) yield itemsOf(collection)[i];
};

class NodeList {
  get length() { return itemsOf(this).length; }
  item(index) { return itemsOf(this)[index >>> 0] ?? null; }
  forEach(callback, thisArg) {
    // As Array.prototype.forEach (Web IDL § 3.7.9): so many steps as there are items at first, for those that are there then.
    const { length } = itemsOf(this);
    for (let i = 0; i < length; i++) if (i < itemsOf(this).length) ReflectApply(callback, thisArg, [itemsOf(this)[i], i, this]);
  }
  *entries() { for (let i = 0; i < itemsOf(this).length; i++) yield [i, itemsOf(this)[i]]; }
  *keys() { for (let i = 0; i < itemsOf(this).length; i++) yield i; }
  values() { return iterateItems(this); }
}
ObjectDefineProperty(NodeList.prototype, SymbolIterator, { value: NodeList.prototype.values, writable: true, configurable: true });
exposeInterface('NodeList', NodeList);
class RadioNodeList extends NodeList {
  get value() {
    const list = itemsOf(this);
    for (let i = 0; i < list.length; i++) if (list[i].type === 'radio' && list[i].checked) return list[i].value;
    return '';
  }
  set value(value) {
    const list = itemsOf(this);
    for (let i = 0; i < list.length; i++) if (list[i].type === 'radio' && list[i].value === `${value}`) list[i].checked = true;
  }
}
exposeInterface('RadioNodeList', RadioNodeList);

const findNamed = (list, name) => {
  if (name === '') return null;
  for (let i = 0; i < list.length; i++) {
    const attributes = list[i][kAttributes];
    if (attributes.get('id') === name || (list[i][kNamespace] === 'html' && attributes.get('name') === name)) return list[i];
  }
  return null;
};
class HTMLCollection {
  get length() { return itemsOf(this).length; }
  item(index) { return itemsOf(this)[index >>> 0] ?? null; }
  namedItem(name) { return findNamed(itemsOf(this), `${name}`); }
  [SymbolIterator]() { return iterateItems(this); }
}
exposeInterface('HTMLCollection', HTMLCollection);

/** A list that never changes: what querySelectorAll gives. */
const staticNodeList = (nodes, Interface = NodeList) => {
  const list = new Interface();
  for (let i = 0; i < nodes.length; i++) list[i] = nodes[i];
  ObjectDefineProperty(list, kItems, { value: nodes });
  return list;
};

/** A list of direct children with index properties of its own, refreshed by the mutation functions. */
class ChildListView {
  constructor(parent, collection, filter) {
    this.parent = parent;
    this.collection = collection;
    this.filter = filter;
    ObjectDefineProperty(collection, kItems, { value: [], writable: true });
    this.refresh();
  }

  refresh() {
    const { collection, filter } = this;
    const children = this.parent[kChildren];
    const items = [];
    for (let i = 0; i < children.length; i++) if (filter === null || filter(children[i])) ArrayPush(items, children[i]);
    const old = collection[kItems];
    for (let i = 0; i < items.length; i++) if (old[i] !== items[i]) collection[i] = items[i];
    for (let i = items.length; i < old.length; i++) delete collection[i];
    collection[kItems] = items;
  }

  /** Takes over nodes that were put after all others, without a look at those. */
  append(nodes) {
    const { collection, filter } = this;
    const items = collection[kItems];
    for (let i = 0; i < nodes.length; i++) {
      if (filter !== null && !filter(nodes[i])) continue;
      collection[items.length] = nodes[i];
      ArrayPush(items, nodes[i]);
    }
  }
}
const childListOf = (parent, key, Interface, filter) => {
  if (parent[kLiveLists] === null) parent[kLiveLists] = [];
  const views = parent[kLiveLists];
  for (let i = 0; i < views.length; i++) if (views[i].key === key) return views[i].collection;
  const view = new ChildListView(parent, new Interface(), filter);
  view.key = key;
  ArrayPush(views, view);
  return view.collection;
};
const isElementNode = (node) => node[kNodeType] === 1;
const childNodesOf = (node) => childListOf(node, 'childNodes', NodeList, null);
const childElementsOf = (node) => childListOf(node, 'children', HTMLCollection, isElementNode);

const arrayIndexOf = (key) => {
  const first = StringCharCodeAt(key, 0);
  if (!(first >= 48 && first <= 57) || (first === 48 && key.length > 1)) return -1;
  const index = +key;
  return NumberIsInteger(index) && index < 4294967295 ? index : -1;
};
/** One handler for all live lists; names are looked up by the target's own `namedItem`. */
const liveListHandler = {
  __proto__: null,
  get(target, key, receiver) {
    if (typeof key === 'string') {
      const index = arrayIndexOf(key);
      if (index >= 0) return itemsOf(target)[index];
      if (key === 'length') return itemsOf(target).length;
      if (!(key in target) && target.namedItem !== undefined) return target.namedItem(key) ?? undefined;
    }
    return target[key];
  },
  has(target, key) {
    if (typeof key === 'string' && arrayIndexOf(key) >= 0) return arrayIndexOf(key) < itemsOf(target).length;
    return key in target || (typeof key === 'string' && target.namedItem !== undefined && target.namedItem(key) !== null);
  },
  set(target, key, value) {
    if (typeof key === 'string' && arrayIndexOf(key) >= 0) return target[kRefresh] !== undefined && target[kRefresh](arrayIndexOf(key), value);
    target[key] = value;
    return true;
  },
  deleteProperty(target, key) { return delete target[key]; },
  ownKeys(target) {
    const keys = [];
    for (let i = 0; i < itemsOf(target).length; i++) ArrayPush(keys, `${i}`);
    return ArrayConcat(keys, ArrayFilter(ReflectOwnKeys(target), (key) => typeof key === 'string'));
  },
  getOwnPropertyDescriptor(target, key) {
    if (typeof key === 'string') {
      const index = arrayIndexOf(key);
      if (index >= 0) {
        return index < itemsOf(target).length ? { value: itemsOf(target)[index], writable: false, enumerable: true, configurable: true } : undefined;
      }
    }
    return ObjectGetOwnPropertyDescriptor(target, key);
  },
};
/** So many members of a form or a select can be had by index; elements aren't proxies as their lists are. */
const INDEXED_MEMBERS_MAX = 100;
/** `select[0]`: members of an element by index, of which `set(element, index, value)` may change some. */
const defineIndexes = (prototype, listOf, set = undefined) => {
  for (let i = 0; i < INDEXED_MEMBERS_MAX; i++) {
    ObjectDefineProperty(prototype, i, {
      get() { return listOf(this)[i]; },
      set: set === undefined ? undefined : function (value) { set(this, i, value); },
      configurable: true,
    });
  }
};
/** A live list of what `compute` returns, an array, recomputed when the DOM has changed. */
const liveList = (Interface, compute) => {
  const target = new Interface();
  target[kItems] = noChildren;
  target[kVersion] = -1;
  target[kCompute] = compute;
  return new Proxy(target, liveListHandler);
};
/** Live collection per owner and key, as `document.forms === document.forms`. */
const kCollections = Symbol('collections');
const cachedLiveList = (owner, key, Interface, compute) => {
  let lists = owner[kCollections];
  if (lists === undefined) {
    lists = new SafeMap();
    ObjectDefineProperty(owner, kCollections, { value: lists });
  }
  let list = lists.get(key);
  if (list === undefined) {
    list = liveList(Interface, compute);
    lists.set(key, list);
  }
  return list;
};
/** A live list of the descendant elements of `root` that `accept`s. */
const liveDescendants = (root, key, accept, Interface = HTMLCollection) => cachedLiveList(root, key, Interface, () => {
  const found = [];
  for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
    if (node[kNodeType] === 1 && accept(node)) ArrayPush(found, node);
  }
  return found;
});

const elementsByTag = (root, name) => {
  const lower = StringToLowerCase(name);
  if (name === '*') return liveDescendants(root, 'tag *', () => true);
  return liveDescendants(root, `tag ${name}`, (element) => element[kTag] === (element[kNamespace] === 'html' ? lower : name));
};
const elementsByClass = (root, names) => {
  const wanted = splitTokens(names);
  return liveDescendants(root, `class ${names}`, (element) => {
    const classes = classesOf(element);
    for (let i = 0; i < wanted.length; i++) if (!ArrayIncludes(classes, wanted[i])) return false;
    return wanted.length > 0;
  });
};
