// Which style rules an element matches, found once for all elements that look the same to selectors.

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
    /** Whether one of them asks for the state of a form control. */
    this.form = false;
    this.results = null;
  }
}

const StyleMatching = (() => {
  let nextSignature = 1;
  let nextMatch = 1;
  let nextScope = 1;
  let shadowScopes = new SafeWeakMap();

  /** What an element without a parent in the scope is below. */
  const topSignature = (scope) => new StyleSignature(nextSignature++, scope);

  /** The style rules of a document or shadow root, and the names that they ask for. */
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
    scope.top = topSignature(scope);
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
  /** What the rules of a host's own shadow tree can see of it. */
  const hostKey = (element) => {
    const scope = shadowScope(element[kShadow]);
    if (scope.rules.host.length === 0) return '^' + scope.id;
    const attributes = element[kAttributes];
    return '^' + scope.id + '.' + (attributes.get('class') ?? '') + '#' + (attributes.get('id') ?? '') + attributeKey(attributes, scope);
  };
  /** The element's signature below one of its parent's. */
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
    if (element[kShadow]) key += hostKey(element);
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
    key += attributeKey(attributes, scope) + (element[kShadow] ? hostKey(element) : '');
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
    const parentShadow = element[kParent] === null ? undefined : element[kParent][kShadow];
    if (parentShadow) RuleSet.append(candidates, shadowScope(parentShadow).rules.slotted);
    signature.stable = [];
    signature.unstable = [];
    for (let i = 0; i < candidates.length; i++) {
      const rule = candidates[i];
      const entry = { rule, isUA: i < uaCount };
      if (!rule.stable) {
        ArrayPush(signature.unstable, entry);
        if (rule.volatile) signature.volatile = true;
        if (rule.form) signature.form = true;
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
  const MASK_BITS = 30;
  /** Which of the rules match: a number, or a text where there are too many for one. */
  const maskOf = (element, rules) => {
    const { document } = DocumentState;
    if (rules.length <= MASK_BITS) {
      let bits = 0;
      for (let i = 0; i < rules.length; i++) if (rules[i].rule.matches(element, document)) bits |= 1 << i;
      return bits;
    }
    let mask = '';
    for (let i = 0; i < rules.length; i++) mask += rules[i].rule.matches(element, document) ? '1' : '0';
    return mask;
  };
  /** The blocks that apply to the element, `{id, main, before, after}`: one object for each set of rules. */
  const matchOf = (element, signature) => {
    if (signature.stable === null) {
      sortRules(signature, element);
      signature.results = new SafeMap();
    }
    const { unstable, results } = signature;
    const mask = maskOf(element, unstable);
    let result = results.get(mask);
    if (result === undefined) {
      const entries = ArraySlice(signature.stable);
      for (let i = 0; i < unstable.length; i++) if (unstable[i].rule.matches(element, DocumentState.document)) ArrayPush(entries, unstable[i]);
      results.set(mask, result = buildMatch(entries));
    }
    return result;
  };

  return {
    scopeFor, shadowScope, topSignature, signatureOf, matchOf,
    /** The style sheets have changed: shadow trees have other rules. */
    forget() { shadowScopes = new SafeWeakMap(); },
  };
})();
