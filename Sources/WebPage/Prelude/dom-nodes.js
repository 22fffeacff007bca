// Node (DOM § 4.4) and the four functions through which every change of a tree goes: insertNode, removeNode,
// setNodeData here, and setAttributeValue in dom-elements.js.

const kParent = Symbol('parent');
const kChildren = Symbol('children');
const kTag = Symbol('tag');
const kNamespace = Symbol('namespace');
const kAttributes = Symbol('attributes');
const kData = Symbol('data');
const kShadow = Symbol('shadow');
const kDocument = Symbol('document');
/** Whether the node is in the page's document, shadow trees included. */
const kConnected = Symbol('connected');
/** Where the node last stood among its siblings: checked before use, so it may be stale. */
const kIndexHint = Symbol('indexHint');
const kHostOfShadow = Symbol('host');
const kAssignedSlot = Symbol('assignedSlot');
/** Live lists of the node's direct children that hold real index properties, or null. */
const kLiveLists = Symbol('liveLists');

const noChildren = ObjectFreeze([]);

/** `(kind, node, name) => void`, kind 'attribute' | 'children' | 'text': told of each change in a connected tree. */
const DomObservers = [];
/**
 * `version` counts changes of structure and of attributes that live collections depend on, `restylings` those among them
 * that changed a class or a style.
 */
const DocumentState = (() => {
  let activeElement = null;
  let hovered = null;
  let pressed = null;
  return {
    document: null, version: 0, restylings: 0,
    // Styles depend on these, and nobody else tells of them.
    get activeElement() { return activeElement; },
    set activeElement(element) { activeElement = element; LookSigns.noteDocument(); },
    get hovered() { return hovered; },
    set hovered(element) { hovered = element; LookSigns.noteDocument(); },
    get pressed() { return pressed; },
    set pressed(element) { pressed = element; LookSigns.noteDocument(); },
  };
})();
/** Set by mutation-observer.js once a page observes; the mutation functions then describe each change to it. */
const MutationHook = { record: null };
/** Called with each node that enters or leaves the page's document: `(node) => void`. */
const InsertionSteps = [];
const RemovalSteps = [];
/** The insertion steps of elements of one tag, by it. */
const TagInsertionSteps = { __proto__: null };
const onInsertionOf = (tags, step) => {
  for (let i = 0; i < tags.length; i++) ArrayPush(TagInsertionSteps[tags[i]] ??= [], step);
};

const notifyDomObservers = (kind, node, name) => {
  for (let i = 0; i < DomObservers.length; i++) DomObservers[i](kind, node, name);
};

/** What the next Node constructor call is to make: set by the create functions, empty for a page's own `new`. */
const Creation = { pending: false, document: null, tag: '', namespace: 'html' };
const beginCreation = (document, tag, namespace) => {
  Creation.pending = true;
  Creation.document = document;
  Creation.tag = tag;
  Creation.namespace = namespace;
};

class Node extends EventTarget {
  constructor() {
    super();
    this[kParent] = null;
    this[kChildren] = noChildren;
    this[kDocument] = Creation.document ?? DocumentState.document;
    this[kConnected] = false;
    this[kIndexHint] = 0;
    this[kLiveLists] = null;
    this[kAssignedSlot] = null;
  }
}

const indexOfNode = (node) => {
  const siblings = node[kParent][kChildren];
  const hint = node[kIndexHint];
  if (siblings[hint] === node) return hint;
  for (let i = 0; i < siblings.length; i++) siblings[i][kIndexHint] = i;
  return node[kIndexHint];
};
const siblingOf = (node, step) => (node[kParent] === null ? null : node[kParent][kChildren][indexOfNode(node) + step] ?? null);
const isAncestorOrSelf = (ancestor, node) => {
  for (let at = node; at !== null; at = at[kParent]) if (at === ancestor) return true;
  return false;
};
const rootOf = (node) => {
  let top = node;
  while (top[kParent] !== null) top = top[kParent];
  return top;
};
/** The next node of `root`'s subtree in tree order, or null. */
const nextInTree = (node, root) => {
  if (node[kChildren].length > 0) return node[kChildren][0];
  return nextSkippingChildren(node, root);
};
const nextSkippingChildren = (node, root) => {
  for (let at = node; at !== root && at !== null; at = at[kParent]) {
    const next = siblingOf(at, 1);
    if (next !== null) return next;
  }
  return null;
};

/**
 * The reactions of custom elements wait until the outermost change of the tree is done (HTML § 4.13.6). `depth` counts
 * the changes under way; `run` is set by custom-elements.js once there is a queue to run.
 */
const ElementReactions = { depth: 0, run: null, adopted: null };
const endTreeChange = () => {
  ElementReactions.depth -= 1;
  if (ElementReactions.depth === 0 && ElementReactions.run !== null) ElementReactions.run();
};

const refreshLiveLists = (parent) => {
  const lists = parent[kLiveLists];
  for (let i = 0; i < lists.length; i++) lists[i].refresh();
};
const appendToLiveLists = (parent, nodes) => {
  const lists = parent[kLiveLists];
  for (let i = 0; i < lists.length; i++) lists[i].append(nodes);
};

const connectTree = (node) => {
  node[kConnected] = true;
  for (let i = 0; i < InsertionSteps.length; i++) InsertionSteps[i](node);
  const steps = TagInsertionSteps[node[kTag]];
  if (steps !== undefined) for (let i = 0; i < steps.length; i++) steps[i](node);
  const children = node[kChildren];
  for (let i = 0; i < children.length; i++) connectTree(children[i]);
  if (node[kShadow]) connectTree(node[kShadow]);
};
const disconnectTree = (node) => {
  node[kConnected] = false;
  for (let i = 0; i < RemovalSteps.length; i++) RemovalSteps[i](node);
  const children = node[kChildren];
  for (let i = 0; i < children.length; i++) disconnectTree(children[i]);
  if (node[kShadow]) disconnectTree(node[kShadow]);
};
const adoptTree = (node, document) => {
  const old = node[kDocument];
  node[kDocument] = document;
  if (node[kStateOfCustomElement] !== undefined) ElementReactions.adopted(node, old, document);
  const children = node[kChildren];
  for (let i = 0; i < children.length; i++) adoptTree(children[i], document);
};

/** Puts one node (never a fragment) at its place, without checks; the caller reports the change. */
const linkNode = (parent, node, before) => {
  if (node[kParent] !== null) removeNode(node);
  let children = parent[kChildren];
  if (children === noChildren) children = parent[kChildren] = [];
  if (before === null) {
    node[kIndexHint] = children.length;
    ArrayPush(children, node);
  } else {
    const index = indexOfNode(before);
    ArraySplice(children, index, 0, node);
    node[kIndexHint] = index;
  }
  node[kParent] = parent;
  const document = parent[kDocument] ?? parent;
  if (node[kDocument] !== document) adoptTree(node, document);
};

/** Inserts `node`, or a fragment's children, into `parent` before `before` (null: at the end). Unchecked. */
const insertNode = (parent, node, before) => {
  if (before === node) before = siblingOf(node, 1);
  const fragment = node[kNodeType] === 11;
  const added = fragment ? ArraySlice(node[kChildren]) : [node];
  if (added.length === 0) return node;
  ElementReactions.depth += 1;
  for (let i = 0; i < added.length; i++) linkNode(parent, added[i], before);
  if (parent[kLiveLists] !== null) {
    if (before === null) appendToLiveLists(parent, added);
    else refreshLiveLists(parent);
  }
  DocumentState.version++;
  if (parent[kShadow] || parent[kTag] === 'slot') assignSlots(parent);
  if (MutationHook.record !== null) {
    const first = indexOfNode(added[0]);
    MutationHook.record('childList', parent, null, null, added, noChildren, parent[kChildren][first - 1] ?? null, parent[kChildren][first + added.length] ?? null);
  }
  if (parent[kConnected]) {
    notifyDomObservers('children', parent, null);
    for (let i = 0; i < added.length; i++) if (added[i][kParent] === parent && !added[i][kConnected]) connectTree(added[i]);
  }
  endTreeChange();
  if (parent[kChildrenChanged] !== undefined) parent[kChildrenChanged]();
  return node;
};
/** A method of elements that depend on their children (option lists, textareas, scripts, styles, slots). */
const kChildrenChanged = Symbol('childrenChanged');
const kNodeType = Symbol('nodeType');

const removeNode = (node) => {
  const parent = node[kParent];
  if (parent === null) return;
  const children = parent[kChildren];
  const index = indexOfNode(node);
  ElementReactions.depth += 1;
  if (index === children.length - 1) children.length--;
  else if (index === 0) ArrayShift(children);
  else ArraySplice(children, index, 1);
  node[kParent] = null;
  node[kAssignedSlot] = null;
  if (parent[kLiveLists] !== null) refreshLiveLists(parent);
  DocumentState.version++;
  if (MutationHook.record !== null) {
    MutationHook.record('childList', parent, null, null, noChildren, [node], children[index - 1] ?? null, children[index] ?? null);
  }
  if (node[kConnected]) {
    disconnectTree(node);
    notifyDomObservers('children', parent, null);
  }
  if (parent[kShadow]) assignSlots(parent);
  endTreeChange();
  if (parent[kChildrenChanged] !== undefined) parent[kChildrenChanged]();
};

/** The text that is to stand where a single other one stood, as when a figure is shown anew; null for any other exchange. */
const exchangedText = (parent, node) => {
  const children = parent[kChildren];
  if (node === null || children.length !== 1 || !parent[kConnected] || parent[kNodeType] !== 1) return null;
  if (parent[kShadow] || parent[kTag] === 'slot' || parent[kChildrenChanged] !== undefined) return null;
  const isFragment = node[kNodeType] === 11;
  if (isFragment && node[kChildren].length !== 1) return null;
  const text = isFragment ? node[kChildren][0] : node;
  const old = children[0];
  const areTexts = old[kNodeType] === 3 && text[kNodeType] === 3 && old[kData] !== '' && text[kData] !== '';
  return areTexts && old !== text && !text[kConnected] ? text : null;
};
/** The new text takes over the box of the old one, so that the same words again change nothing that can be seen. */
const exchangeText = (parent, text) => {
  const old = parent[kChildren][0];
  parent[kChildren] = [];
  old[kParent] = null;
  linkNode(parent, text, null);
  if (old[kBox]) {
    text[kBox] = old[kBox];
    text[kBox].node = text;
    old[kBox] = null;
  }
  disconnectTree(old);
  connectTree(text);
  if (parent[kLiveLists] !== null) refreshLiveLists(parent);
  DocumentState.version++;
  if (MutationHook.record !== null) MutationHook.record('childList', parent, null, null, [text], [old], null, null);
  if (text[kData] !== old[kData]) notifyDomObservers('text', text, null);
};

/** Removes all children and puts `node` (or nothing, null) in their place: one change, as "replace all" is. */
const replaceAllChildren = (parent, node) => {
  const text = exchangedText(parent, node);
  if (text !== null) {
    exchangeText(parent, text);
    return;
  }
  const removed = parent[kChildren];
  ElementReactions.depth += 1;
  if (removed.length > 0) {
    parent[kChildren] = [];
    DocumentState.version++;
    for (let i = 0; i < removed.length; i++) {
      removed[i][kParent] = null;
      removed[i][kAssignedSlot] = null;
      if (removed[i][kConnected]) disconnectTree(removed[i]);
    }
    if (parent[kLiveLists] !== null) refreshLiveLists(parent);
    if (node !== null) {
      const recorder = MutationHook.record;
      const added = node[kNodeType] === 11 ? ArraySlice(node[kChildren]) : [node];
      // One record tells of both, instead of the one that the insertion would make.
      if (recorder !== null) MutationHook.record = null;
      insertNode(parent, node, null);
      if (recorder !== null) {
        MutationHook.record = recorder;
        recorder('childList', parent, null, null, added, removed, null, null);
      }
    } else {
      if (MutationHook.record !== null) MutationHook.record('childList', parent, null, null, noChildren, removed, null, null);
      if (parent[kConnected]) notifyDomObservers('children', parent, null);
      if (parent[kChildrenChanged] !== undefined) parent[kChildrenChanged]();
    }
  } else if (node !== null) insertNode(parent, node, null);
  endTreeChange();
};

/** Changes the data of a text, comment or processing instruction node. */
const setNodeData = (node, data) => {
  const old = node[kData];
  node[kData] = data;
  if (MutationHook.record !== null) MutationHook.record('characterData', node, null, old, noChildren, noChildren, null, null);
  if (node[kConnected]) notifyDomObservers('text', node, null);
  const parent = node[kParent];
  if (parent !== null && parent[kChildrenChanged] !== undefined) parent[kChildrenChanged]();
};

/** "Ensure pre-insertion validity" (DOM § 4.2.3), less the doctype rules that no game meets. */
const checkInsertion = (parent, node, before, method) => {
  if (!(node instanceof Node)) {
    throw new TypeError(`Failed to execute '${method}' on 'Node': parameter 1 is not of type 'Node'.`);
  }
  const type = parent[kNodeType];
  if (type !== 1 && type !== 9 && type !== 11) {
    throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': This node type does not support this method.`);
  }
  if (node[kChildren].length > 0 || node[kShadow]) {
    for (let at = parent; at !== null && at !== undefined; at = at[kParent] ?? at[kHostOfShadow]) {
      if (at === node) throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': The new child element contains the parent.`);
    }
  } else if (node === parent) {
    throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': The new child element contains the parent.`);
  }
  if (before !== null && before[kParent] !== parent) {
    throwDOMException('NotFoundError', `Failed to execute '${method}' on 'Node': The node before which the new node is to be inserted is not a child of this node.`);
  }
  if (node[kNodeType] === 9) throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': Nodes of type '#document' may not be inserted inside nodes of type '${parent.nodeName}'.`);
  if (type === 9 && node[kNodeType] === 3) throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': Nodes of type '#text' may not be inserted inside nodes of type '#document'.`);
  if (type === 9 && node[kNodeType] === 1 && parent.documentElement !== null && parent.documentElement !== node) {
    throwDOMException('HierarchyRequestError', `Failed to execute '${method}' on 'Node': Only one element on document allowed.`);
  }
};
