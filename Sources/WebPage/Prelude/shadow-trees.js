// Shadow roots and slots (DOM § 4.2.2, § 4.8).

const kSlotNodes = Symbol('assignedNodes');

class ShadowRoot extends DocumentFragment {
  get mode() { return this[kValues].mode; }
  get host() { return this[kHostOfShadow]; }
  get delegatesFocus() { return this[kValues].delegatesFocus; }
  get slotAssignment() { return 'named'; }
  get clonable() { return this[kValues].clonable; }
  get activeElement() {
    const active = DocumentState.activeElement;
    return active !== null && isShadowIncluding(this, active) ? active : null;
  }
  get innerHTML() { return serializeChildren(this); }
  set innerHTML(html) { replaceAllChildren(this, parseFragment(this[kDocument], `${html ?? ''}`, 'template')); }
  get styleSheets() { return []; }
  get adoptedStyleSheets() { return this[kValues].sheets; }
  set adoptedStyleSheets(sheets) {
    this[kValues].sheets = sheets;
    if (this[kConnected]) notifyDomObservers('children', this, null);
  }
  elementFromPoint(x, y) { return this[kDocument].elementFromPoint(x, y); }
}
exposeInterface('ShadowRoot', ShadowRoot);

/** Whether the page has made shadow trees at all: most have none, and nobody has to look for them there. */
const ShadowTrees = { __proto__: null, exist: false };

const shadowHosts = {
  __proto__: null, article: 1, aside: 1, blockquote: 1, body: 1, div: 1, footer: 1, h1: 1, h2: 1, h3: 1, h4: 1, h5: 1, h6: 1, header: 1,
  main: 1, nav: 1, p: 1, section: 1, span: 1,
};
const attachShadowTo = (host, init) => {
  if (init === undefined || init === null || (init.mode !== 'open' && init.mode !== 'closed')) {
    throw new TypeError("Failed to execute 'attachShadow' on 'Element': Failed to read the 'mode' property from 'ShadowRootInit': Required member is undefined.");
  }
  if (shadowHosts[host[kTag]] === undefined && !StringIncludes(host[kTag], '-')) {
    throwDOMException('NotSupportedError', "Failed to execute 'attachShadow' on 'Element': This element does not support attachShadow");
  }
  if (host[kShadow]) throwDOMException('NotSupportedError', "Failed to execute 'attachShadow' on 'Element': Shadow root cannot be created on a host which already hosts a shadow tree.");
  Creation.document = host[kDocument];
  const root = new ShadowRoot();
  Creation.document = null;
  root[kHostOfShadow] = host;
  root[kValues] = { mode: init.mode, delegatesFocus: Boolean(init.delegatesFocus), clonable: Boolean(init.clonable), sheets: [] };
  root[kConnected] = host[kConnected];
  host[kShadow] = root;
  ShadowTrees.exist = true;
  if (host[kConnected]) notifyDomObservers('children', host, null);
  return root;
};

/** Gives each child of a host its slot: the first with the child's slot name, in tree order. */
const assignSlots = (node) => {
  const host = node[kShadow] ? node : rootOf(node)[kHostOfShadow];
  if (!host || !host[kShadow]) return;
  const slots = new SafeMap();
  for (let at = nextInTree(host[kShadow], host[kShadow]); at !== null; at = nextInTree(at, host[kShadow])) {
    if (at[kTag] !== 'slot') continue;
    at[kSlotNodes] = [];
    const name = at[kAttributes].get('name') ?? '';
    if (!slots.has(name)) slots.set(name, at);
  }
  for (let i = 0; i < host[kChildren].length; i++) {
    const child = host[kChildren][i];
    if (child[kNodeType] !== 1 && child[kNodeType] !== 3) continue;
    const slot = slots.get(child[kNodeType] === 1 ? child[kAttributes].get('slot') ?? '' : '') ?? null;
    if (slot !== null) ArrayPush(slot[kSlotNodes], child);
    if (child[kAssignedSlot] === slot) continue;
    child[kAssignedSlot] = slot;
    if (child[kNodeType] === 1) StyleListeners.elementChanged(child);
    if (slot !== null) signalSlotChange(slot);
  }
};
const changedSlots = new SafeSet();
const signalSlotChange = (slot) => {
  if (changedSlots.size === 0) {
    PromiseThen(PromiseResolve(), () => {
      const slots = [];
      changedSlots.forEach((changed) => ArrayPush(slots, changed));
      changedSlots.clear();
      for (let i = 0; i < slots.length; i++) fireEvent(slots[i], 'slotchange', true);
    });
  }
  changedSlots.add(slot);
};
onInsertionOf(['slot'], assignSlots);

/** `<template shadowrootmode>` becomes its parent's shadow root. */
const adoptDeclarativeShadow = (template, parent) => {
  const mode = template[kAttributes].get('shadowrootmode');
  if ((mode !== 'open' && mode !== 'closed') || parent[kShadow]) return;
  removeNode(template);
  insertNode(attachShadowTo(parent, { mode }), template[kContent], null);
};
/** Does so for all such templates below `root`, the innermost first. */
const adoptDeclarativeShadows = (root) => {
  const templates = Selectors.all(root, 'template');
  for (let i = templates.length - 1; i >= 0; i--) {
    adoptDeclarativeShadows(templates[i][kContent]);
    adoptDeclarativeShadow(templates[i], templates[i][kParent]);
  }
};
