// Range, Selection, TreeWalker and NodeIterator (DOM § 5, § 6): the basics.

const Ranges = defineLazyGlobals(['Range', 'Selection', 'NodeFilter', 'TreeWalker', 'NodeIterator'], () => {
  const kBounds = Symbol('bounds');
  const lengthOfNode = (node) => (typeof node[kData] === 'string' ? node[kData].length : node[kChildren].length);

  class Range {
    constructor() {
      const { document } = DocumentState;
      ObjectDefineProperty(this, kBounds, { value: { start: document, startAt: 0, end: document, endAt: 0 } });
    }
    get startContainer() { return this[kBounds].start; }
    get startOffset() { return this[kBounds].startAt; }
    get endContainer() { return this[kBounds].end; }
    get endOffset() { return this[kBounds].endAt; }
    get collapsed() { return this[kBounds].start === this[kBounds].end && this[kBounds].startAt === this[kBounds].endAt; }
    get commonAncestorContainer() {
      let at = this[kBounds].start;
      while (!isAncestorOrSelf(at, this[kBounds].end)) at = at[kParent];
      return at;
    }
    setStart(node, offset) {
      const bounds = this[kBounds];
      bounds.start = node;
      bounds.startAt = offset;
      if (rootOf(bounds.end) !== rootOf(node) || isAfter(node, offset, bounds.end, bounds.endAt)) this.collapse(true);
    }
    setEnd(node, offset) {
      const bounds = this[kBounds];
      bounds.end = node;
      bounds.endAt = offset;
      if (rootOf(bounds.start) !== rootOf(node) || isAfter(bounds.start, bounds.startAt, node, offset)) this.collapse(false);
    }
    setStartBefore(node) { this.setStart(node[kParent], indexOfNode(node)); }
    setStartAfter(node) { this.setStart(node[kParent], indexOfNode(node) + 1); }
    setEndBefore(node) { this.setEnd(node[kParent], indexOfNode(node)); }
    setEndAfter(node) { this.setEnd(node[kParent], indexOfNode(node) + 1); }
    collapse(toStart = false) {
      const bounds = this[kBounds];
      if (toStart) { bounds.end = bounds.start; bounds.endAt = bounds.startAt; } else { bounds.start = bounds.end; bounds.startAt = bounds.endAt; }
    }
    selectNode(node) { this.setStartBefore(node); this.setEndAfter(node); }
    selectNodeContents(node) { ObjectAssign(this[kBounds], { start: node, startAt: 0, end: node, endAt: lengthOfNode(node) }); }
    cloneRange() { const copy = new Range(); ObjectAssign(copy[kBounds], this[kBounds]); return copy; }
    detach() {}
    insertNode(node) {
      const bounds = this[kBounds];
      const { start, startAt, collapsed = this.collapsed } = bounds;
      if (typeof start[kData] === 'string') insertNode(start[kParent], node, start.splitText(startAt));
      else insertNode(start, node, start[kChildren][startAt] ?? null);
      if (!collapsed || node[kParent] === null) return;
      bounds.end = node[kParent];
      bounds.endAt = indexOfNode(node) + 1;
    }
    surroundContents(parent) {
      parent.append(this.extractContents());
      this.insertNode(parent);
    }
    cloneContents() { return contentsOf(this, false); }
    extractContents() {
      const bounds = this[kBounds];
      const { start, end } = bounds;
      let reference = start;
      while (!isAncestorOrSelf(reference[kParent] ?? reference, end)) reference = reference[kParent];
      const fragment = contentsOf(this, true);
      if (!isAncestorOrSelf(start, end)) {
        bounds.start = reference[kParent];
        bounds.startAt = indexOfNode(reference) + 1;
      }
      this.collapse(true);
      return fragment;
    }
    deleteContents() { this.extractContents(); }
    createContextualFragment(html) {
      const at = this[kBounds].start;
      const fragment = parseFragment(DocumentState.document, `${html}`, fragmentContext(at[kNodeType] === 1 ? at : at[kParent]));
      for (let node = nextInTree(fragment, fragment); node !== null; node = nextInTree(node, fragment)) if (node[kTag] === 'script') node[kScriptState] = '';
      return fragment;
    }
    getBoundingClientRect() {
      const { start } = this[kBounds];
      return (start[kNodeType] === 1 ? start : start.parentElement ?? DocumentState.document.documentElement).getBoundingClientRect();
    }
    getClientRects() { return [this.getBoundingClientRect()]; }
    toString() {
      const { start, startAt, end, endAt } = this[kBounds];
      if (start === end && typeof start[kData] === 'string') return StringSlice(start[kData], startAt, endAt);
      return collectText(contentsOf(this, false));
    }
  }
  exposeInterface('Range', Range);

  /** Whether boundary point (a, i) is after (b, j). */
  const isAfter = (a, i, b, j) => {
    if (a === b) return i > j;
    if (isAncestorOrSelf(a, b)) {
      let child = b;
      while (child[kParent] !== a) child = child[kParent];
      return indexOfNode(child) < i;
    }
    if (isAncestorOrSelf(b, a)) return !isAfter(b, j, a, i);
    return precedesInTree(b, a);
  };
  /** The contents as a fragment, moved out of the tree or copied ("extract" and "clone the contents of a range", DOM § 5.5). */
  const contentsOf = (range, remove) => {
    const { start, startAt, end, endAt } = range[kBounds];
    return contentsBetween(start, startAt, end, endAt, remove);
  };
  const contentsBetween = (start, startAt, end, endAt, remove) => {
    const { document } = DocumentState;
    const fragment = createFragment(document);
    if (start === end && typeof start[kData] === 'string') {
      insertNode(fragment, partOf(start, startAt, endAt, remove), null);
      return fragment;
    }
    let common = start;
    while (!isAncestorOrSelf(common, end)) common = common[kParent];
    const children = ArraySlice(common[kChildren]);
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      const holdsStart = child !== start ? isAncestorOrSelf(child, start) : typeof start[kData] === 'string' || start !== common;
      const holdsEnd = isAncestorOrSelf(child, end);
      if (holdsStart) insertNode(fragment, firstPart(child, start, startAt, remove), null);
      else if (holdsEnd) insertNode(fragment, lastPart(child, end, endAt, remove), null);
      else if (!isAfter(start, startAt, common, i) && !isAfter(common, i + 1, end, endAt)) {
        insertNode(fragment, remove ? child : cloneNodeOf(child, true, document), null);
      }
    }
    return fragment;
  };
  /** The characters between two offsets, as a node of the same kind. */
  const partOf = (node, from, to, remove) => {
    const part = cloneNodeOf(node, false, DocumentState.document);
    const { [kData]: data } = node;
    setNodeData(part, StringSlice(data, from, to));
    if (remove) setNodeData(node, StringSlice(data, 0, from) + StringSlice(data, to));
    return part;
  };
  const firstPart = (child, start, startAt, remove) => {
    if (typeof child[kData] === 'string') return partOf(child, startAt, lengthOfNode(child), remove);
    const copy = cloneNodeOf(child, false, DocumentState.document);
    insertNode(copy, contentsBetween(start, startAt, child, lengthOfNode(child), remove), null);
    return copy;
  };
  const lastPart = (child, end, endAt, remove) => {
    if (typeof child[kData] === 'string') return partOf(child, 0, endAt, remove);
    const copy = cloneNodeOf(child, false, DocumentState.document);
    insertNode(copy, contentsBetween(child, 0, end, endAt, remove), null);
    return copy;
  };

  const kRange = Symbol('range');
  class Selection {
    get rangeCount() { return this[kRange] ? 1 : 0; }
    get isCollapsed() { return !this[kRange] || this[kRange].collapsed; }
    get type() { return this[kRange] ? (this[kRange].collapsed ? 'Caret' : 'Range') : 'None'; }
    get anchorNode() { return this[kRange]?.startContainer ?? null; }
    get anchorOffset() { return this[kRange]?.startOffset ?? 0; }
    get focusNode() { return this[kRange]?.endContainer ?? null; }
    get focusOffset() { return this[kRange]?.endOffset ?? 0; }
    getRangeAt(index) {
      if (index !== 0 || !this[kRange]) throwDOMException('IndexSizeError', `${index} is not a valid index.`);
      return this[kRange];
    }
    addRange(range) { if (!this[kRange]) this[kRange] = range; }
    removeRange(range) { if (this[kRange] === range) this[kRange] = null; }
    removeAllRanges() { this[kRange] = null; }
    empty() { this[kRange] = null; }
    collapse(node, offset = 0) { this[kRange] = null; if (node !== null) { this[kRange] = new Range(); this[kRange].setStart(node, offset); this[kRange].collapse(true); } }
    selectAllChildren(node) { this[kRange] = new Range(); this[kRange].selectNodeContents(node); }
    containsNode() { return false; }
    toString() { return this[kRange] ? `${this[kRange].toString()}` : ''; }
  }
  exposeInterface('Selection', Selection);
  const selection = new Selection();
  selection[kRange] = null;

  const NodeFilter = {
    FILTER_ACCEPT: 1, FILTER_REJECT: 2, FILTER_SKIP: 3, SHOW_ALL: 0xffffffff, SHOW_ELEMENT: 1, SHOW_ATTRIBUTE: 2, SHOW_TEXT: 4,
    SHOW_CDATA_SECTION: 8, SHOW_PROCESSING_INSTRUCTION: 64, SHOW_COMMENT: 128, SHOW_DOCUMENT: 256, SHOW_DOCUMENT_TYPE: 512, SHOW_DOCUMENT_FRAGMENT: 1024,
  };
  defineGlobal('NodeFilter', NodeFilter);

  const kTraversal = Symbol('traversal');
  const verdictOf = (walker, node) => {
    const { mask, filter } = walker[kTraversal];
    if ((mask & 1 << (node[kNodeType] - 1)) === 0) return 3;
    if (filter === null) return 1;
    return +(typeof filter === 'function' ? ReflectApply(filter, undefined, [node]) : ReflectApply(filter.acceptNode, filter, [node]));
  };
  const previousInTree = (node, root) => {
    if (node === root) return null;
    let at = siblingOf(node, -1);
    if (at === null) return node[kParent];
    while (at[kChildren].length > 0) at = at[kChildren][at[kChildren].length - 1];
    return at;
  };
  class TreeWalker {
    get root() { return this[kTraversal].root; }
    get whatToShow() { return this[kTraversal].mask >>> 0; }
    get filter() { return this[kTraversal].filter; }
    get currentNode() { return this[kTraversal].current; }
    set currentNode(node) { this[kTraversal].current = node; }
    nextNode() {
      const state = this[kTraversal];
      let rejected = false;
      for (let node = state.current; ;) {
        node = rejected ? nextSkippingChildren(node, state.root) : nextInTree(node, state.root);
        if (node === null) return null;
        const verdict = verdictOf(this, node);
        if (verdict === 1) return (state.current = node);
        rejected = verdict === 2;
      }
    }
    previousNode() {
      const state = this[kTraversal];
      for (let node = previousInTree(state.current, state.root); node !== null; node = previousInTree(node, state.root)) {
        if (verdictOf(this, node) === 1) return (state.current = node);
      }
      return null;
    }
    parentNode() {
      const state = this[kTraversal];
      for (let at = state.current; at !== state.root && at !== null;) {
        at = at[kParent];
        if (at !== null && verdictOf(this, at) === 1) return (state.current = at);
      }
      return null;
    }
    firstChild() { return walkAmong(this, this[kTraversal].current[kChildren][0] ?? null, 1); }
    lastChild() { const children = this[kTraversal].current[kChildren]; return walkAmong(this, children[children.length - 1] ?? null, -1); }
    nextSibling() { return this[kTraversal].current === this.root ? null : walkAmong(this, siblingOf(this[kTraversal].current, 1), 1); }
    previousSibling() { return this[kTraversal].current === this.root ? null : walkAmong(this, siblingOf(this[kTraversal].current, -1), -1); }
  }
  const walkAmong = (walker, first, step) => {
    for (let node = first; node !== null; node = siblingOf(node, step)) if (verdictOf(walker, node) === 1) return (walker[kTraversal].current = node);
    return null;
  };
  exposeInterface('TreeWalker', TreeWalker);
  class NodeIterator {
    get root() { return this[kTraversal].root; }
    get referenceNode() { return this[kTraversal].current; }
    get pointerBeforeReferenceNode() { return this[kTraversal].before; }
    nextNode() {
      const state = this[kTraversal];
      for (let node = state.before ? state.current : nextInTree(state.current, state.root); node !== null; node = nextInTree(node, state.root)) {
        state.before = false;
        state.current = node;
        if (verdictOf(this, node) === 1) return node;
      }
      return null;
    }
    previousNode() {
      const state = this[kTraversal];
      for (let node = state.before ? previousInTree(state.current, state.root) : state.current; node !== null; node = previousInTree(node, state.root)) {
        state.before = true;
        state.current = node;
        if (verdictOf(this, node) === 1) return node;
      }
      return null;
    }
    detach() {}
  }
  exposeInterface('NodeIterator', NodeIterator);
  const makeTraversal = (Interface, root, mask = 0xffffffff, filter = null) => {
    const traversal = new Interface();
    ObjectDefineProperty(traversal, kTraversal, { value: { root, mask: mask | 0, filter, current: root, before: true } });
    return traversal;
  };

  return {
    selection,
    createRange: () => new Range(),
    createTreeWalker: (root, mask, filter) => makeTraversal(TreeWalker, root, mask, filter),
    createNodeIterator: (root, mask, filter) => makeTraversal(NodeIterator, root, mask, filter),
  };
});
defineGlobal('getSelection', function getSelection() { return Ranges().selection; });
