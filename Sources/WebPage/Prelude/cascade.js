// The cascade: each element's style record, found again only for elements that a change may have touched.

const kPseudoStyles = Symbol('pseudoStyles');
const kSignature = Symbol('signature');
const kStyleDirty = Symbol('styleDirty');
/** The rules that the element was found to match. */
const kMatch = Symbol('match');
/** The class attribute with which an element was styled last. */
const kStyledClass = Symbol('styledClass');
/** Declarations that running animations lay over an element's style: {id, animations, transitions} entry lists. */
const kOverlay = Symbol('styleOverlay');

/** The style without what animations lay over it. */
const kBaseStyle = Symbol('baseStyle');
/** What animations do about styles: `baseChanged(element, old | null, record)` may start them, `sample()` sets the overlays. */
const AnimationHook = { baseChanged: () => {}, sample: () => {} };

/** `(element, old | null, record)`: told when an element's record becomes another. */
const StyleObservers = [];

const Cascade = (() => {
  const { scopeFor, shadowScope, topSignature, signatureOf, matchOf } = StyleMatching;
  const SELF = 1;
  const CHILDREN = 2;
  const SUBTREE = 4;
  /** The class attribute: games set it at every frame, often to what it was. */
  const CLASS = 8;
  let documentScope = null;
  let queue = [];
  /** So many elements wait for a style by themselves: what has come and gone is not kept long where nobody looks. */
  const SINGLE_MAX = 2000;
  let updating = false;
  let version = 0;
  let rootRecord = null;
  /** Whether animated elements have been styled with regard to children that inherit what others don't. */
  let knowsOfInheritance = false;
  let matched = new SafeMap();
  const MATCHED_MAX = 4000;
  let volatileElements = new SafeSet();
  /** Those of them whose rules ask for the state of form controls. */
  let formElements = new SafeSet();
  const seenState = { hovered: null, pressed: null, activeElement: null };

  // --- Records
  const NO_ENTRIES = ObjectFreeze([]);
  const listsOf = (part, hints, inline, overlay, extra) => {
    const lists = [extra];
    for (let i = 0; i < part.ua.length; i++) ArrayPush(lists, part.ua[i].normal);
    if (hints !== '') ArrayPush(lists, PresentationalHints.blockOf(hints).normal);
    for (let i = 0; i < part.author.length; i++) ArrayPush(lists, part.author[i].normal);
    if (inline !== null) ArrayPush(lists, inline.normal);
    if (overlay !== null) ArrayPush(lists, overlay.animations);
    for (let i = 0; i < part.author.length; i++) if (part.author[i].important.length > 0) ArrayPush(lists, part.author[i].important);
    if (inline !== null && inline.important.length > 0) ArrayPush(lists, inline.important);
    if (overlay !== null) ArrayPush(lists, overlay.transitions);
    return lists;
  };
  const computeRecord = (parentRecord, match, hints, inline, overlay) => {
    const extra = parentRecord === null ? StyleSheets.registeredEntries() : NO_ENTRIES;
    return ComputedStyle.compute(parentRecord, parentRecord === null ? null : rootRecord, listsOf(match.main, hints, inline, overlay, extra));
  };
  /** The element's record without what animations lay over it. */
  const recordOf = (element, parentRecord, match) => {
    const inline = InlineStyle.peek(element);
    const hints = PresentationalHints.of(element);
    const key = (parentRecord === null ? 0 : parentRecord.id) + '|' + match.id + '|' + (inline === null ? '' : inline.text) + '|' + hints;
    let record = matched.get(key);
    if (record !== undefined) return record;
    record = computeRecord(parentRecord, match, hints, inline, null);
    if (matched.size >= MATCHED_MAX) matched = new SafeMap();
    matched.set(key, record);
    return record;
  };
  const pseudoRecord = (part, record) => {
    if (part === null) return null;
    const lists = listsOf(part, '', null, null, NO_ENTRIES);
    const result = ComputedStyle.compute(record, rootRecord ?? record, lists);
    const content = result.values[P.content];
    return content === 'none' || content === 'normal' ? null : result;
  };
  /** What an animated element computes to. */
  const overlaidRecord = (element, parentRecord, match, base, overlay) => {
    const inline = InlineStyle.peek(element);
    const entries = overlay.transitions.length === 0 ? overlay.animations : ArrayConcat(overlay.animations, overlay.transitions);
    if (rootRecord !== null && parentRecord !== null && !hasImportant(match.main, inline) && ComputedStyle.isPlain(entries)) {
      return ComputedStyle.overlaid(base, rootRecord, entries);
    }
    return computeRecord(parentRecord, match, PresentationalHints.of(element), inline, overlay);
  };
  const hasImportant = (part, inline) => {
    if (inline !== null && inline.important.length > 0) return true;
    for (let i = 0; i < part.author.length; i++) if (part.author[i].important.length > 0) return true;
    return false;
  };
  /** The record that an element's children and pseudo-elements take their values over from. */
  const givenRecord = (record) => (record ? record.plainBase ?? record : record);
  const updatePseudos = (element, match, record) => {
    const known = element[kPseudoStyles];
    if (match.before === null && match.after === null) {
      if (known) {
        element[kPseudoStyles] = null;
        return true;
      }
      return false;
    }
    if (known && known.match === match && known.record === record) return false;
    const before = pseudoRecord(match.before, record);
    const after = pseudoRecord(match.after, record);
    element[kPseudoStyles] = { match, record, before, after };
    return !known || known.before !== before || known.after !== after;
  };

  // --- The walk
  const styleElement = (element, parentRecord, parentSignature, deep) => {
    const signature = signatureOf(element, parentSignature);
    const match = matchOf(element, signature);
    if (signature.volatile) volatileElements.add(element);
    if (signature.form) formElements.add(element);
    const base = recordOf(element, parentRecord, match);
    const old = element[kStyle] ?? null;
    if (StyleSigns.traits.animates || element[kOverlay]) AnimationHook.baseChanged(element, old === null ? null : element[kBaseStyle] ?? old, base);
    element[kBaseStyle] = base;
    const overlay = element[kOverlay] ?? null;
    let record = overlay === null ? base : overlaidRecord(element, parentRecord, match, base, overlay);
    const descend = deep || givenRecord(old) !== givenRecord(record) || signature !== element[kSignature];
    element[kStyleDirty] = 0;
    element[kStyledClass] = element[kAttributes].get('class');
    element[kSignature] = signature;
    element[kMatch] = match;
    element[kStyle] = record;
    if (parentRecord === null) rootRecord = record;
    const pseudosChanged = updatePseudos(element, match, givenRecord(record));
    if (old !== record || pseudosChanged) {
      version++;
      for (let i = 0; i < StyleObservers.length; i++) StyleObservers[i](element, old, record, pseudosChanged);
      record = element[kStyle];
    }
    if (descend) styleChildren(element, true, deep);
  };
  /** Styles the element's children, all of them or those that never were. */
  const styleChildren = (element, all, deep) => {
    const record = givenRecord(element[kStyle]);
    styleList(element[kChildren], record, element[kSignature], all, deep);
    const shadow = element[kShadow];
    if (!shadow) return;
    const scope = shadowScope(shadow);
    const shadows = element[kSignature].shadows ??= new SafeMap();
    let top = shadows.get(scope.id);
    if (top === undefined) shadows.set(scope.id, top = topSignature(scope));
    styleList(shadow[kChildren], record, top, all, deep);
  };
  const styleList = (children, record, signature, all, deep) => {
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child[kNodeType] === 1 && (all || !child[kStyle])) styleElement(child, record, signature, deep);
    }
  };

  const parentElement = (element) => {
    const parent = element[kParent];
    return parent === null ? null : parent[kHostOfShadow] !== undefined && parent[kNodeType] === 11 ? parent[kHostOfShadow] : parent;
  };
  const signatureOver = (element, parent) => {
    if (parent[kShadow] && element[kParent] === parent[kShadow]) {
      return parent[kSignature].shadows?.get(shadowScope(parent[kShadow]).id) ?? null;
    }
    return parent[kSignature];
  };
  const restyle = (node) => {
    const flags = node[kStyleDirty];
    node[kStyleDirty] = 0;
    if (!node[kConnected]) return;
    if (node[kNodeType] === 9) {
      const root = node.documentElement;
      if (root !== null) styleElement(root, null, documentScope.top, (flags & SUBTREE) !== 0);
      return;
    }
    const element = node[kNodeType] === 11 ? node[kHostOfShadow] : node;
    const parent = parentElement(element);
    if (parent === null || (parent[kNodeType] === 1 && !parent[kStyle])) return;
    if (flags === CLASS && element[kStyle] && element[kStyledClass] === element[kAttributes].get('class')) return;
    if ((flags & (SELF | SUBTREE | CLASS)) !== 0 || !element[kStyle]) {
      const isRoot = parent[kNodeType] === 9;
      const signature = isRoot ? documentScope.top : signatureOver(element, parent);
      if (signature !== null) styleElement(element, isRoot ? null : givenRecord(parent[kStyle]), signature, (flags & SUBTREE) !== 0);
    }
    if ((flags & CHILDREN) !== 0 && element[kStyle]) styleChildren(element, false, false);
  };

  const mark = (node, flag) => {
    LookSigns.noteDocument();
    const flags = node[kStyleDirty] ?? 0;
    if ((flags & flag) === flag) return;
    if (flags === 0) ArrayPush(queue, node);
    node[kStyleDirty] = flags | flag;
  };
  /** An element is styled with its parent where that has no style yet; else by itself, so that nobody goes through its siblings for it. */
  const markInserted = (element, parent) => {
    if (parent === null || (parent[kNodeType] === 1 && !parent[kStyle])) return;
    const isAlone = parent[kNodeType] === 1 && queue.length < SINGLE_MAX;
    mark(isAlone ? element : parent, isAlone ? SELF : CHILDREN);
  };
  const markAll = () => { if (DocumentState.document !== null) mark(DocumentState.document, SELF | SUBTREE); };

  /** Restyles what a state that nobody tells of may have changed: always that of form controls, else where the pointer and the focus are. */
  const checkStates = () => {
    const { hovered, pressed, activeElement } = DocumentState;
    const moved = hovered !== seenState.hovered || pressed !== seenState.pressed || activeElement !== seenState.activeElement;
    seenState.hovered = hovered;
    seenState.pressed = pressed;
    seenState.activeElement = activeElement;
    const elements = moved ? volatileElements : formElements;
    // Those that :focus ~ x and :has(:checked) reach are among them: they are the subjects of such rules. Rules whose subject
    // is told by its tag alone make that all elements of a field.
    elements.forEach((element) => {
      if (element[kConnected]) {
        const signature = element[kSignature];
        if (!signature || matchOf(element, signature) !== element[kMatch]) mark(element, SELF);
        return;
      }
      volatileElements.delete(element);
      formElements.delete(element);
    });
  };

  const rebuild = () => {
    StyleSigns.sheetsRead();
    StyleSheets.reset();
    StyleMatching.forget();
    matched = new SafeMap();
    volatileElements = new SafeSet();
    formElements = new SafeSet();
    documentScope = scopeFor(DocumentState.document);
    markAll();
  };

  /** Brings every connected element's record up to date, with what animations make of it unless `samples` is false. */
  const update = (samples = true) => {
    if (updating || DocumentState.document === null) return;
    updating = true;
    try {
      if (StyleSigns.hasNewSheets()) rebuild();
      checkStates();
      if (samples) AnimationHook.sample();
      for (let rounds = 0; queue.length > 0 && rounds < 100; rounds++) {
        const work = queue;
        queue = [];
        const rootSize = rootRecord === null ? 0 : rootRecord.fontSize;
        for (let i = 0; i < work.length; i++) if (work[i][kStyleDirty]) restyle(work[i]);
        if (!knowsOfInheritance && ComputedStyle.inheritsPlainValues()) {
          knowsOfInheritance = true;
          markAll();
        }
        if (rootRecord !== null && rootRecord.fontSize !== rootSize && rounds === 0) {
          matched = new SafeMap();
          markAll();
        }
      }
    } finally {
      updating = false;
    }
  };

  const attributeChanged = (element, name) => {
    if (documentScope === null) return;
    const scope = element[kSignature]?.scope ?? documentScope;
    const isName = name === 'class' || name === 'id';
    const isSeenInside = element[kShadow] ? shadowScope(element[kShadow]).attributeSet.has(name) : false;
    if (!isName && name !== 'style' && !isSeenInside && !scope.attributeSet.has(name) && !PresentationalHints.names.has(name)) return;
    mark(element, name === 'class' ? CLASS : SELF);
    if (scope.rules.reachesSiblings(element, name, element[kStyledClass])) mark(element[kParent], SUBTREE | SELF);
    if (scope.rules.has) markAll();
    if (element[kTag] === 'table' && !isName) mark(element, SUBTREE);
  };
  ArrayPush(DomObservers, (kind, node, name) => {
    if (kind === 'attribute') attributeChanged(node, name);
    else if (kind === 'children') {
      const rules = documentScope === null ? null : (node[kSignature]?.scope ?? documentScope).rules;
      if (rules !== null && (rules.structural || rules.siblings)) mark(node, SELF | CHILDREN | SUBTREE);
      else LookSigns.noteDocument();
      if (rules !== null && rules.has) markAll();
    }
  });
  ArrayPush(InsertionSteps, (node) => {
    if (node[kStyle]) node[kStyle] = null;
    if (node[kNodeType] === 1) markInserted(node, node[kParent]);
    if (node[kShadow]) mark(node, CHILDREN);
  });
  ArrayPush(RemovalSteps, (node) => { if (node[kStyle]) node[kStyle] = null; });
  StyleListeners.elementChanged = (element) => { if (element[kConnected]) mark(element, SELF); };
  StyleListeners.fontsChanged = () => {
    TextMeasure.forget();
    markAll();
  };

  return {
    update,
    /** Whether another update finds nothing to do until something is noted: what a control holds is told by nobody. */
    isSettled: () => queue.length === 0 && formElements.size === 0 && !StyleSigns.hasNewSheets(),
    /** The element's record, brought up to date; null when it isn't in the document. */
    recordOf: (element) => {
      if (!element[kConnected]) return null;
      update();
      return element[kStyle] ?? null;
    },
    version: () => version,
  };
})();
