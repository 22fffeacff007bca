// The members of Node.prototype (DOM § 4.4).

const collectText = (node) => {
  const children = node[kChildren];
  if (children.length === 1 && children[0][kNodeType] === 3) return children[0][kData];
  let text = '';
  for (let i = 0; i < children.length; i++) {
    const type = children[i][kNodeType];
    if (type === 3) text += children[i][kData];
    else if (type === 1) text += collectText(children[i]);
  }
  return text;
};

const cloneNodeOf = (node, deep, document) => {
  const copy = node[kCloneShallow](document);
  if (deep) {
    const children = node[kChildren];
    for (let i = 0; i < children.length; i++) insertNode(copy, cloneNodeOf(children[i], true, document), null);
    node[kCloneExtras]?.(copy, document);
  }
  return copy;
};
const kCloneShallow = Symbol('cloneShallow');
/** What a deep clone takes along besides its children: a template's content, a shadow root that says so. */
const kCloneExtras = Symbol('cloneExtras');

const nodesEqual = (a, b) => {
  if (a[kNodeType] !== b[kNodeType] || a.nodeName !== b.nodeName || a[kData] !== b[kData]) return false;
  if (a[kChildren].length !== b[kChildren].length) return false;
  if (a[kNodeType] === 1) {
    if (a[kAttributes].size !== b[kAttributes].size) return false;
    let same = true;
    a[kAttributes].forEach((value, name) => { if (b[kAttributes].get(name) !== value) same = false; });
    if (!same) return false;
  }
  for (let i = 0; i < a[kChildren].length; i++) if (!nodesEqual(a[kChildren][i], b[kChildren][i])) return false;
  return true;
};

ObjectDefineProperties(Node, NodeConstants);
ObjectDefineProperties(Node.prototype, NodeConstants);

defineMembers(Node.prototype, {
  get nodeType() { return this[kNodeType]; },
  get nodeName() { return '#node'; },
  get baseURI() { return DocumentState.document.URL; },
  get isConnected() { return this[kConnected]; },
  get ownerDocument() { return this[kNodeType] === 9 ? null : this[kDocument]; },
  get parentNode() { return this[kParent]; },
  get parentElement() { const parent = this[kParent]; return parent !== null && parent[kNodeType] === 1 ? parent : null; },
  get childNodes() { return childNodesOf(this); },
  get firstChild() { return this[kChildren][0] ?? null; },
  get lastChild() { return this[kChildren][this[kChildren].length - 1] ?? null; },
  get previousSibling() { return siblingOf(this, -1); },
  get nextSibling() { return siblingOf(this, 1); },
  get nodeValue() { return null; },
  set nodeValue(value) {},
  get textContent() { return this[kNodeType] === 1 || this[kNodeType] === 11 ? collectText(this) : null; },
  set textContent(value) {
    if (this[kNodeType] !== 1 && this[kNodeType] !== 11) return;
    const text = value === null || value === undefined ? '' : `${value}`;
    const children = this[kChildren];
    if (children.length === 0 && text === '') return;
    replaceAllChildren(this, text === '' ? null : createText(this[kDocument], text));
  },
  hasChildNodes() { return this[kChildren].length > 0; },
  getRootNode(options) {
    let root = rootOf(this);
    if (options?.composed) while (root[kHostOfShadow] !== undefined) root = rootOf(root[kHostOfShadow]);
    return root;
  },
  appendChild(node) {
    checkInsertion(this, node, null, 'appendChild');
    return insertNode(this, node, null);
  },
  insertBefore(node, before = null) {
    if (before !== null && !(before instanceof Node)) throw new TypeError("Failed to execute 'insertBefore' on 'Node': parameter 2 is not of type 'Node'.");
    checkInsertion(this, node, before, 'insertBefore');
    return insertNode(this, node, before);
  },
  replaceChild(node, child) {
    if (!(child instanceof Node)) throw new TypeError("Failed to execute 'replaceChild' on 'Node': parameter 2 is not of type 'Node'.");
    checkInsertion(this, node, child, 'replaceChild');
    if (node === child) return child;
    let before = siblingOf(child, 1);
    if (before === node) before = siblingOf(node, 1);
    removeNode(child);
    insertNode(this, node, before);
    return child;
  },
  removeChild(child) {
    if (!(child instanceof Node)) throw new TypeError("Failed to execute 'removeChild' on 'Node': parameter 1 is not of type 'Node'.");
    if (child[kParent] !== this) {
      throwDOMException('NotFoundError', "Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.");
    }
    removeNode(child);
    return child;
  },
  cloneNode(deep = false) {
    if (!CustomElements.hasDefinitions()) return cloneNodeOf(this, Boolean(deep), this[kDocument]);
    const copy = CustomElements.deferred(() => cloneNodeOf(this, Boolean(deep), this[kDocument]));
    CustomElements.upgradeTree(copy);
    return copy;
  },
  normalize() {
    for (let node = this[kChildren][0] ?? null; node !== null;) {
      const next = nextInTree(node, this);
      if (node[kNodeType] === 3) {
        const previous = siblingOf(node, -1);
        if (node[kData] === '') removeNode(node);
        else if (previous !== null && previous[kNodeType] === 3) {
          setNodeData(previous, previous[kData] + node[kData]);
          removeNode(node);
        }
      }
      node = next;
    }
  },
  contains(other) { return other instanceof Node && isAncestorOrSelf(this, other); },
  isEqualNode(other) { return other instanceof Node && nodesEqual(this, other); },
  isSameNode(other) { return this === other; },
  compareDocumentPosition(other) {
    if (this === other) return 0;
    if (rootOf(this) !== rootOf(other)) return 1 | 32 | 4;
    if (isAncestorOrSelf(this, other)) return 16 | 4;
    if (isAncestorOrSelf(other, this)) return 8 | 2;
    return precedesInTree(this, other) ? 4 : 2;
  },
  lookupNamespaceURI() { return 'http://www.w3.org/1999/xhtml'; },
  lookupPrefix() { return null; },
  isDefaultNamespace(namespace) { return namespace === 'http://www.w3.org/1999/xhtml'; },
});

/** Whether `a` comes before `b` in tree order; neither contains the other, and both share a root. */
const precedesInTree = (a, b) => {
  const pathA = [];
  const pathB = [];
  for (let at = a; at !== null; at = at[kParent]) ArrayUnshift(pathA, at);
  for (let at = b; at !== null; at = at[kParent]) ArrayUnshift(pathB, at);
  let i = 0;
  while (pathA[i] === pathB[i]) i++;
  if (i >= pathA.length || i >= pathB.length) return pathA.length < pathB.length;
  return indexOfNode(pathA[i]) < indexOfNode(pathB[i]);
};
exposeInterface('Node', Node);

class CharacterData extends Node {
  get data() { return this[kData]; }
  set data(value) { setNodeData(this, value === null ? '' : `${value}`); }
  get nodeValue() { return this[kData]; }
  set nodeValue(value) { setNodeData(this, value === null || value === undefined ? '' : `${value}`); }
  get textContent() { return this[kData]; }
  set textContent(value) { setNodeData(this, value === null || value === undefined ? '' : `${value}`); }
  get length() { return this[kData].length; }
  substringData(offset, count) {
    const start = checkOffset(this, offset);
    return StringSlice(this[kData], start, start + (count >>> 0));
  }
  appendData(text) { setNodeData(this, this[kData] + text); }
  insertData(offset, text) { this.replaceData(offset, 0, text); }
  deleteData(offset, count) { this.replaceData(offset, count, ''); }
  replaceData(offset, count, text) {
    const start = checkOffset(this, offset);
    setNodeData(this, StringSlice(this[kData], 0, start) + text + StringSlice(this[kData], start + (count >>> 0)));
  }
}
const checkOffset = (node, given) => {
  const offset = given >>> 0;
  if (offset > node[kData].length) throwDOMException('IndexSizeError', `The offset ${offset} is greater than the node's length (${node[kData].length}).`);
  return offset;
};
exposeInterface('CharacterData', CharacterData);

class Text extends CharacterData {
  constructor(data = '') {
    super();
    this[kData] = `${data}`;
  }
  get nodeName() { return '#text'; }
  get wholeText() {
    let first = this;
    for (let at = siblingOf(first, -1); at !== null && at[kNodeType] === 3; at = siblingOf(first, -1)) first = at;
    let text = '';
    for (let at = first; at !== null && at[kNodeType] === 3; at = siblingOf(at, 1)) text += at[kData];
    return text;
  }
  get assignedSlot() { return this[kAssignedSlot]; }
  splitText(offset) {
    checkOffset(this, offset);
    const rest = createText(this[kDocument], StringSlice(this[kData], offset));
    if (this[kParent] !== null) insertNode(this[kParent], rest, siblingOf(this, 1));
    setNodeData(this, StringSlice(this[kData], 0, offset));
    return rest;
  }
  [kCloneShallow](document) { return createText(document, this[kData]); }
}
ObjectDefineProperty(Text.prototype, kNodeType, { value: 3 });
exposeInterface('Text', Text);

class Comment extends CharacterData {
  constructor(data = '') {
    super();
    this[kData] = `${data}`;
  }
  get nodeName() { return '#comment'; }
  [kCloneShallow](document) { return createComment(document, this[kData]); }
}
ObjectDefineProperty(Comment.prototype, kNodeType, { value: 8 });
exposeInterface('Comment', Comment);

class ProcessingInstruction extends CharacterData {
  constructor(token, target, data) {
    refuseConstruction(token);
    super();
    this[kData] = data;
    ObjectDefineProperty(this, 'target', { value: target, enumerable: true });
  }
  get nodeName() { return this.target; }
  get sheet() { return null; }
  [kCloneShallow](document) { return createProcessingInstruction(document, this.target, this[kData]); }
}
ObjectDefineProperty(ProcessingInstruction.prototype, kNodeType, { value: 7 });
exposeInterface('ProcessingInstruction', ProcessingInstruction);

const createProcessingInstruction = (document, target, data) => {
  Creation.document = document;
  const node = new ProcessingInstruction(kInternal, target, data);
  Creation.document = null;
  return node;
};
const createText = (document, data) => {
  Creation.document = document;
  const node = new Text(data);
  Creation.document = null;
  return node;
};
const createComment = (document, data) => {
  Creation.document = document;
  const node = new Comment(data);
  Creation.document = null;
  return node;
};

class DocumentType extends Node {
  get name() { return this[kData]; }
  get publicId() { return ''; }
  get systemId() { return ''; }
  get nodeName() { return this[kData]; }
  remove() { removeNode(this); }
  [kCloneShallow](document) { return createDoctype(document, this[kData]); }
}
ObjectDefineProperty(DocumentType.prototype, kNodeType, { value: 10 });
exposeInterface('DocumentType', DocumentType);
const createDoctype = (document, name) => {
  Creation.document = document;
  const node = new DocumentType();
  Creation.document = null;
  node[kData] = name;
  return node;
};

class DocumentFragment extends Node {
  get nodeName() { return '#document-fragment'; }
  getElementById(id) { return findById(this, `${id}`); }
  [kCloneShallow](document) { return createFragment(document); }
}
ObjectDefineProperty(DocumentFragment.prototype, kNodeType, { value: 11 });
exposeInterface('DocumentFragment', DocumentFragment);
const createFragment = (document) => {
  Creation.document = document;
  const node = new DocumentFragment();
  Creation.document = null;
  return node;
};
