// The ParentNode, ChildNode and NonDocumentTypeChildNode mixins, and lookup by id (DOM § 4.2.4 to 4.2.8).

/** What append() and the like take, strings and nodes, as one node to insert. */
const nodeFromArguments = (document, values) => {
  if (values.length === 1) return values[0] instanceof Node ? values[0] : createText(document, `${values[0]}`);
  const fragment = createFragment(document);
  for (let i = 0; i < values.length; i++) insertNode(fragment, values[i] instanceof Node ? values[i] : createText(document, `${values[i]}`), null);
  return fragment;
};

const firstElementFrom = (nodes, index, step) => {
  for (let i = index; i >= 0 && i < nodes.length; i += step) if (nodes[i][kNodeType] === 1) return nodes[i];
  return null;
};

const findById = (root, id) => {
  if (root === DocumentState.document) return NamedAccess.elementById(id);
  for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
    if (node[kNodeType] === 1 && node[kAttributes].get('id') === id) return node;
  }
  return null;
};

const parentNodeMembers = {
  get children() { return childElementsOf(this); },
  get firstElementChild() { return firstElementFrom(this[kChildren], 0, 1); },
  get lastElementChild() { return firstElementFrom(this[kChildren], this[kChildren].length - 1, -1); },
  get childElementCount() {
    let count = 0;
    for (let i = 0; i < this[kChildren].length; i++) if (this[kChildren][i][kNodeType] === 1) count++;
    return count;
  },
  append(...nodes) {
    if (nodes.length === 0) return;
    const node = nodeFromArguments(this[kDocument] ?? this, nodes);
    checkInsertion(this, node, null, 'append');
    insertNode(this, node, null);
  },
  prepend(...nodes) {
    if (nodes.length === 0) return;
    const node = nodeFromArguments(this[kDocument] ?? this, nodes);
    checkInsertion(this, node, null, 'prepend');
    insertNode(this, node, this[kChildren][0] ?? null);
  },
  replaceChildren(...nodes) {
    const node = nodes.length === 0 ? null : nodeFromArguments(this[kDocument] ?? this, nodes);
    if (node !== null) checkInsertion(this, node, null, 'replaceChildren');
    replaceAllChildren(this, node);
  },
  moveBefore(node, child) { insertNode(this, node, child ?? null); },
  querySelector(selectors) { return Selectors.first(this, `${selectors}`); },
  querySelectorAll(selectors) { return staticNodeList(Selectors.all(this, `${selectors}`)); },
};
defineMembers(Element.prototype, parentNodeMembers);
defineMembers(DocumentFragment.prototype, parentNodeMembers);

const siblingAfter = (node, excluded, step) => {
  let at = siblingOf(node, step);
  while (at !== null && ArrayIncludes(excluded, at)) at = siblingOf(at, step);
  return at;
};
const childNodeMembers = {
  before(...nodes) {
    const parent = this[kParent];
    if (parent === null || nodes.length === 0) return;
    const previous = siblingAfter(this, nodes, -1);
    const node = nodeFromArguments(this[kDocument], nodes);
    checkInsertion(parent, node, null, 'before');
    insertNode(parent, node, previous === null ? parent[kChildren][0] ?? null : siblingOf(previous, 1));
  },
  after(...nodes) {
    const parent = this[kParent];
    if (parent === null || nodes.length === 0) return;
    const next = siblingAfter(this, nodes, 1);
    const node = nodeFromArguments(this[kDocument], nodes);
    checkInsertion(parent, node, null, 'after');
    insertNode(parent, node, next);
  },
  replaceWith(...nodes) {
    const parent = this[kParent];
    if (parent === null) return;
    const next = siblingAfter(this, nodes, 1);
    const node = nodes.length === 0 ? null : nodeFromArguments(this[kDocument], nodes);
    if (node !== null) checkInsertion(parent, node, null, 'replaceWith');
    if (this[kParent] === parent) removeNode(this);
    if (node !== null) insertNode(parent, node, next);
  },
  remove() { removeNode(this); },
};
defineMembers(Element.prototype, childNodeMembers);
defineMembers(CharacterData.prototype, childNodeMembers);

const siblingElementMembers = {
  get previousElementSibling() {
    return this[kParent] === null ? null : firstElementFrom(this[kParent][kChildren], indexOfNode(this) - 1, -1);
  },
  get nextElementSibling() {
    return this[kParent] === null ? null : firstElementFrom(this[kParent][kChildren], indexOfNode(this) + 1, 1);
  },
};
defineMembers(Element.prototype, siblingElementMembers);
defineMembers(CharacterData.prototype, siblingElementMembers);

// Handler attributes run inside `with (element)`: these names must not hide a page's functions there.
ObjectDefineProperty(Element.prototype, Symbol.unscopables, {
  value: { __proto__: null, slot: true, before: true, after: true, replaceWith: true, remove: true, prepend: true, append: true, replaceChildren: true },
  configurable: true,
});
