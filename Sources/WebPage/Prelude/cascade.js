// The cascade: each element's style record, found again only for elements that a change may have touched.

const kStyle = Symbol('styleRecord');
const kPseudoStyles = Symbol('pseudoStyles');
const kSignature = Symbol('signature');
const kStyleDirty = Symbol('styleDirty');
/** Declarations that running animations lay over an element's style: {id, animations, transitions} entry lists. */
const kOverlay = Symbol('styleOverlay');

/** The style without what animations lay over it. */
const kBaseStyle = Symbol('baseStyle');
/** What animations do about styles: `baseChanged(element, old | null, record)` may start them, `sample()` sets the overlays. */
const AnimationHook = { baseChanged: () => {}, sample: () => {} };

/** `(element, old | null, record)`: told when an element's record becomes another. */
const StyleObservers = [];

/**
 * What stable selectors can see of an element: its tag, and those of its id, classes and attributes that any selector
 * names, and the same of its ancestors. Elements with equal signatures match the same stable rules.
 */
class StyleSignature {
  constructor(id, scope) {
    this.id = id;
    this.scope = scope;
    this.children = new SafeMap();
    this.aliases = new SafeMap();
    this.shadows = null;
    this.stable = null;
    this.unstable = null;
    this.volatile = false;
    this.results = null;
  }
}

const Cascade = (() => {
  const SELF = 1;
  const CHILDREN = 2;
  const SUBTREE = 4;
  let nextSignature = 1;
  let nextMatch = 1;
  let nextScope = 1;
  let documentScope = null;
  let shadowScopes = new SafeWeakMap();
  let queue = [];
  let sheetsDirty = true;
  let updating = false;
  let version = 0;
  let rootRecord = null;
  let matched = new SafeMap();
  const MATCHED_MAX = 30000;
  let volatileElements = new SafeSet();
  const seenState = { hovered: null, pressed: null, activeElement: null };

  // --- Signatures and matching
  const scopeFor = (root) => {
    const rules = StyleSheets.rulesOf(root);
    const attributes = [];
    const seen = new SafeSet();
    const collect = (name) => {
      if (name === 'id' || name === 'class' || seen.has(name)) return;
      seen.add(name);
      ArrayPush(attributes, name);
    };
    ArrayForEach(UARules.attributes, collect);
    rules.attributes.forEach(collect);
    const scope = { id: nextScope++, rules, attributes, attributeSet: seen, top: null };
    scope.top = new StyleSignature(nextSignature++, scope);
    return scope;
  };
  const shadowScope = (shadow) => {
    let scope = shadowScopes.get(shadow);
    if (scope === undefined) shadowScopes.set(shadow, scope = scopeFor(shadow));
    return scope;
  };

  const attributeKey = (attributes, scope) => {
    let key = '';
    const names = scope.attributes;
    for (let i = 0; i < names.length; i++) {
      const value = attributes.get(names[i]);
      if (value !== undefined) key += '[' + names[i] + '=' + value;
    }
    return key;
  };
  const signatureOf = (element, parent) => {
    const { scope } = parent;
    const attributes = element[kAttributes];
    let key = element[kTag];
    if (attributes.size > 0) {
      const id = attributes.get('id');
      if (id !== undefined && scope.rules.ids.has(id)) key += '#' + id;
      const className = attributes.get('class');
      if (className !== undefined && scope.rules.classes.size > 0) key += '.' + className;
      if (scope.attributes.length > 0) key += attributeKey(attributes, scope);
    }
    const known = parent.aliases.get(key);
    return known !== undefined ? known : newSignature(element, parent, key);
  };
  /** Classes that no selector names don't make a signature another. */
  const newSignature = (element, parent, alias) => {
    const { scope } = parent;
    const attributes = element[kAttributes];
    const id = attributes.get('id');
    let key = element[kTag] + '#' + (id !== undefined && scope.rules.ids.has(id) ? id : '');
    const classes = classesOf(element);
    for (let i = 0; i < classes.length; i++) if (scope.rules.classes.has(classes[i])) key += '.' + classes[i];
    key += attributeKey(attributes, scope) + (element[kShadow] ? '^' + shadowScope(element[kShadow]).id : '');
    let signature = parent.children.get(key);
    if (signature === undefined) {
      signature = new StyleSignature(nextSignature++, scope);
      parent.children.set(key, signature);
    }
    if (parent.aliases.size > 4000) parent.aliases = new SafeMap();
    parent.aliases.set(alias, signature);
    return signature;
  };

  const sortRules = (signature, element) => {
    const { scope } = signature;
    const candidates = UARules.candidates(element, []);
    const uaCount = candidates.length;
    scope.rules.candidates(element, candidates);
    if (element[kShadow]) RuleSet.append(candidates, shadowScope(element[kShadow]).rules.host);
    signature.stable = [];
    signature.unstable = [];
    for (let i = 0; i < candidates.length; i++) {
      const rule = candidates[i];
      const entry = { rule, isUA: i < uaCount };
      if (!rule.stable) {
        ArrayPush(signature.unstable, entry);
        if (rule.volatile) signature.volatile = true;
      } else if (rule.matches(element, DocumentState.document)) ArrayPush(signature.stable, entry);
    }
  };
  const emptyPart = () => ({ ua: [], author: [] });
  const buildMatch = (entries) => {
    const result = { id: nextMatch++, main: emptyPart(), before: null, after: null };
    const sorted = ArraySort(ArraySlice(entries), (a, b) => RuleSet.compare(a.rule, b.rule));
    for (let i = 0; i < sorted.length; i++) {
      const { rule, isUA } = sorted[i];
      let part = null;
      if (rule.pseudo === '') part = result.main;
      else if (rule.pseudo === 'before') part = result.before ??= emptyPart();
      else if (rule.pseudo === 'after') part = result.after ??= emptyPart();
      if (part !== null) ArrayPush(isUA ? part.ua : part.author, rule.block);
    }
    return result;
  };
  const matchOf = (element, signature) => {
    if (signature.stable === null) {
      sortRules(signature, element);
      signature.results = new SafeMap();
    }
    const { unstable, results } = signature;
    let mask = '';
    for (let i = 0; i < unstable.length; i++) mask += unstable[i].rule.matches(element, DocumentState.document) ? '1' : '0';
    if (signature.volatile) volatileElements.add(element);
    let result = results.get(mask);
    if (result === undefined) {
      const entries = ArraySlice(signature.stable);
      for (let i = 0; i < unstable.length; i++) if (mask[i] === '1') ArrayPush(entries, unstable[i]);
      results.set(mask, result = buildMatch(entries));
    }
    return result;
  };

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
    const base = recordOf(element, parentRecord, match);
    const old = element[kStyle] ?? null;
    if (StyleSheets.traits.animates || element[kOverlay]) AnimationHook.baseChanged(element, old === null ? null : element[kBaseStyle] ?? old, base);
    element[kBaseStyle] = base;
    const overlay = element[kOverlay] ?? null;
    let record = overlay === null ? base : computeRecord(parentRecord, match, PresentationalHints.of(element), InlineStyle.peek(element), overlay);
    const descend = deep || old !== record || signature !== element[kSignature];
    element[kStyleDirty] = 0;
    element[kSignature] = signature;
    element[kStyle] = record;
    if (parentRecord === null) rootRecord = record;
    const pseudosChanged = updatePseudos(element, match, record);
    if (old !== record || pseudosChanged) {
      version++;
      for (let i = 0; i < StyleObservers.length; i++) StyleObservers[i](element, old, record, pseudosChanged);
      record = element[kStyle];
    }
    if (descend) styleChildren(element, true, deep);
  };
  /** Styles the element's children, all of them or those that never were. */
  const styleChildren = (element, all, deep) => {
    const record = element[kStyle];
    styleList(element[kChildren], record, element[kSignature], all, deep);
    const shadow = element[kShadow];
    if (!shadow) return;
    const scope = shadowScope(shadow);
    const shadows = element[kSignature].shadows ??= new SafeMap();
    let top = shadows.get(scope.id);
    if (top === undefined) shadows.set(scope.id, top = new StyleSignature(nextSignature++, scope));
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
    if ((flags & (SELF | SUBTREE)) !== 0 || !element[kStyle]) {
      const isRoot = parent[kNodeType] === 9;
      const signature = isRoot ? documentScope.top : signatureOver(element, parent);
      if (signature !== null) styleElement(element, isRoot ? null : parent[kStyle], signature, (flags & SUBTREE) !== 0);
    }
    if ((flags & CHILDREN) !== 0 && element[kStyle]) styleChildren(element, false, false);
  };

  const mark = (node, flag) => {
    const flags = node[kStyleDirty] ?? 0;
    if ((flags & flag) === flag) return;
    if (flags === 0) ArrayPush(queue, node);
    node[kStyleDirty] = flags | flag;
  };
  const markAll = () => { if (DocumentState.document !== null) mark(DocumentState.document, SELF | SUBTREE); };
  const markSheets = () => { sheetsDirty = true; };

  const checkStates = () => {
    const { hovered, pressed, activeElement } = DocumentState;
    const moved = hovered !== seenState.hovered || pressed !== seenState.pressed || activeElement !== seenState.activeElement;
    seenState.hovered = hovered;
    seenState.pressed = pressed;
    seenState.activeElement = activeElement;
    if (volatileElements.size === 0 || !(moved || documentScope.rules.form)) return;
    // :focus ~ x and :has(:checked) reach further than the element itself.
    if (documentScope.rules.siblings || documentScope.rules.has) markAll();
    volatileElements.forEach((element) => {
      if (element[kConnected]) mark(element, SELF);
      else volatileElements.delete(element);
    });
  };

  const rebuild = () => {
    sheetsDirty = false;
    StyleSheets.reset();
    shadowScopes = new SafeWeakMap();
    matched = new SafeMap();
    volatileElements = new SafeSet();
    documentScope = scopeFor(DocumentState.document);
    markAll();
  };

  /** Brings every connected element's record up to date. */
  const update = () => {
    if (updating || DocumentState.document === null) return;
    updating = true;
    try {
      if (sheetsDirty) rebuild();
      checkStates();
      AnimationHook.sample();
      for (let rounds = 0; queue.length > 0 && rounds < 100; rounds++) {
        const work = queue;
        queue = [];
        const rootSize = rootRecord === null ? 0 : rootRecord.fontSize;
        for (let i = 0; i < work.length; i++) if (work[i][kStyleDirty]) restyle(work[i]);
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
    if (!isName && name !== 'style' && !scope.attributeSet.has(name) && !PresentationalHints.names.has(name)) {
      if (element[kTag] === 'link' || element[kTag] === 'style') markSheets();
      return;
    }
    mark(element, SELF);
    if (scope.rules.siblings && element[kParent] !== null) mark(element[kParent], SUBTREE | SELF);
    if (scope.rules.has) markAll();
    if (element[kTag] === 'table' && !isName) mark(element, SUBTREE);
  };
  ArrayPush(DomObservers, (kind, node, name) => {
    if (kind === 'attribute') attributeChanged(node, name);
    else if (kind === 'children') {
      if (node[kTag] === 'style') markSheets();
      const rules = documentScope === null ? null : (node[kSignature]?.scope ?? documentScope).rules;
      mark(node, rules !== null && (rules.structural || rules.siblings) ? SELF | CHILDREN | SUBTREE : CHILDREN);
      if (rules !== null && rules.has) markAll();
    } else if (node[kParent] !== null && node[kParent][kTag] === 'style') markSheets();
  });
  ArrayPush(InsertionSteps, (node) => {
    if (node[kStyle]) node[kStyle] = null;
    const tag = node[kTag];
    if (tag === 'style' || tag === 'link') markSheets();
    else if (node[kShadow]) mark(node, CHILDREN);
  });
  ArrayPush(RemovalSteps, (node) => {
    if (node[kStyle]) node[kStyle] = null;
    if (node[kTag] === 'style' || node[kTag] === 'link') markSheets();
  });

  return {
    update, markAll, markSheets,
    hasNewSheets: () => sheetsDirty,
    /** The element's own style changed (its `style` attribute, or an animation). */
    markElement: (element) => { if (element[kConnected]) mark(element, SELF); },
    /** The element's record, brought up to date; null when it isn't in the document. */
    recordOf: (element) => {
      if (!element[kConnected]) return null;
      update();
      return element[kStyle] ?? null;
    },
    version: () => version,
  };
})();
