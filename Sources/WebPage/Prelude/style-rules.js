// Style rules in an index by what their selectors ask for last, and what of an element their matching depends on.

/** What makes a selector's outcome more than a question of tags, ids, classes and attributes on the way up to the root. */
const SelectorDependence = (() => {
  const STABLE_PSEUDOS = { __proto__: null, not: 1, is: 1, where: 1, matches: 1, root: 1, host: 1, '-webkit-any': 1 };
  const FORM_PSEUDOS = {
    __proto__: null, checked: 1, indeterminate: 1, valid: 1, invalid: 1, 'in-range': 1, 'out-of-range': 1, 'placeholder-shown': 1, modal: 1,
    'popover-open': 1, fullscreen: 1, defined: 1,
  };
  const POINTER_PSEUDOS = { __proto__: null, hover: 1, active: 1, focus: 1, 'focus-within': 1, 'focus-visible': 1, target: 1 };

  /** Adds what `complex` mentions to `facts`. */
  const scan = (complex, facts) => {
    for (let i = 0; i < complex.compounds.length; i++) {
      const sign = complex.combinators[i];
      if (sign === '+' || sign === '~') {
        facts.stable = false;
        facts.siblings = true;
        for (let j = 0; j < i; j++) for (let k = 0; k < complex.compounds[j].length; k++) scanSimple(complex.compounds[j][k], facts.before);
      }
      for (let j = 0; j < complex.compounds[i].length; j++) scanSimple(complex.compounds[i][j], facts);
    }
  };
  const scanSimple = (simple, facts) => {
    switch (simple.kind) {
      case 'id': facts.ids.add(simple.name); return;
      case 'class': facts.classes.add(simple.name); return;
      case 'attribute': facts.attributes.add(StringToLowerCase(simple.name)); return;
      case 'pseudo': scanPseudo(simple, facts); return;
      default:
    }
  };
  const scanPseudo = (simple, facts) => {
    if (simple.list !== null) for (let i = 0; i < simple.list.length; i++) scan(simple.list[i], facts);
    if (STABLE_PSEUDOS[simple.name] !== undefined) return;
    facts.stable = false;
    if (FORM_PSEUDOS[simple.name] !== undefined) facts.form = true;
    else if (POINTER_PSEUDOS[simple.name] !== undefined) facts.pointer = true;
    else if (simple.name === 'has') facts.has = true;
    else if (simple.name === 'disabled' || simple.name === 'enabled') facts.attributes.add('disabled');
    else facts.structural = true;
  };
  return { scan };
})();

/** By so much the layers of a shadow tree's rules for elements outside of it are below those of the elements' own tree. */
const OUTER_TREE = 1e9;

/** The rules that apply to one tree: the document's or a shadow root's, or the browser's own. */
class RuleSet {
  constructor() {
    this.byId = new SafeMap();
    this.byClass = new SafeMap();
    this.byTag = new SafeMap();
    this.universal = [];
    /** Rules of a shadow tree whose subject is its host, and those for what is in its slots. */
    this.host = [];
    this.slotted = [];
    this.ids = new SafeSet();
    this.classes = new SafeSet();
    this.attributes = new SafeSet();
    this.siblings = false;
    /** What rules ask for of what stands before their subject's siblings. */
    this.before = { ids: new SafeSet(), classes: new SafeSet(), attributes: new SafeSet() };
    this.before.before = this.before;
    this.structural = false;
    this.has = false;
    this.pointer = false;
    this.form = false;
    this.count = 0;
  }

  /** Adds a rule for each selector of the list; a list that doesn't parse adds none. */
  add(selector, block, layer) {
    let list;
    let compiled;
    try {
      list = parseSelectorList(selector);
      compiled = Selectors.compile(selector);
    } catch {
      return;
    }
    for (let i = 0; i < list.length; i++) this.addOne(list[i], compiled[i], block, layer);
  }

  addOne(complex, { specificity, matches, key, pseudoElement }, block, layer) {
    const facts = {
      ids: this.ids, classes: this.classes, attributes: this.attributes, before: this.before,
      stable: true, siblings: false, structural: false, has: false, pointer: false, form: false,
    };
    SelectorDependence.scan(complex, facts);
    this.siblings ||= facts.siblings;
    this.structural ||= facts.structural;
    this.has ||= facts.has;
    this.pointer ||= facts.pointer;
    this.form ||= facts.form;
    const rule = {
      matches, specificity, layer, block, pseudo: pseudoElement ?? '', stable: facts.stable,
      volatile: facts.pointer || facts.form, form: facts.form, order: this.count++,
    };
    const subject = complex.compounds[complex.compounds.length - 1];
    if (pseudoElement === 'slotted') {
      RuleSet.reachIntoSlots(rule, subject);
      ArrayPush(this.slotted, rule);
    } else if (subject[0].kind === 'pseudo' && subject[0].name === 'host') {
      rule.layer -= OUTER_TREE;
      ArrayPush(this.host, rule);
    }
    else if (key.kind === 'id') RuleSet.file(this.byId, key.name, rule);
    else if (key.kind === 'class') RuleSet.file(this.byClass, key.name, rule);
    else if (key.kind === 'tag') RuleSet.file(this.byTag, key.name, rule);
    else ArrayPush(this.universal, rule);
  }

  /** `::slotted(x)` means the elements that are x in slots which the rest of the selector matches. */
  static reachIntoSlots(rule, subject) {
    const inner = Selectors.compileList(subject[subject.length - 1].list ?? []);
    const { matches } = rule;
    rule.matches = (element, scope) => {
      const slot = element[kAssignedSlot];
      return slot !== null && slot !== undefined && inner(element, scope) && matches(slot, scope);
    };
    rule.pseudo = '';
    rule.stable = false;
    rule.layer -= OUTER_TREE;
  }

  static file(index, name, rule) {
    const list = index.get(name);
    if (list === undefined) index.set(name, [rule]);
    else ArrayPush(list, rule);
  }

  /** Whether an attribute of an element that had the given class may decide which rules apply to its siblings. */
  reachesSiblings(element, name, oldClass) {
    if (!this.siblings || element[kParent] === null) return false;
    const { ids, classes, attributes } = this.before;
    if (attributes.has(name) || (name === 'id' && ids.size > 0)) return true;
    if (name !== 'class' || classes.size === 0) return false;
    const names = ArrayConcat(classesOf(element), tokensOfText(oldClass ?? ''));
    for (let i = 0; i < names.length; i++) if (classes.has(names[i])) return true;
    return false;
  }

  /** The rules whose last compound may fit the element. */
  candidates(element, out) {
    RuleSet.append(out, this.universal);
    RuleSet.append(out, this.byTag.get(element[kTag]));
    const classes = classesOf(element);
    for (let i = 0; i < classes.length; i++) RuleSet.append(out, this.byClass.get(classes[i]));
    const id = element[kAttributes].get('id');
    if (id !== undefined) RuleSet.append(out, this.byId.get(id));
    return out;
  }

  static append(out, rules) {
    if (rules === undefined) return;
    for (let i = 0; i < rules.length; i++) ArrayPush(out, rules[i]);
  }

  /** Ascending precedence within the origin. */
  static compare(a, b) {
    return a.layer - b.layer || a.specificity - b.specificity || a.order - b.order;
  }
}
