// Selectors 4: matchers compiled once per selector text and cached.

const Selectors = (() => {
  const KNOWN_PSEUDO_ELEMENTS = ' before after first-line first-letter marker selection placeholder backdrop file-selector-button slotted part cue details-content '
    + 'spelling-error grammar-error target-text highlight search-text scroll-marker scroll-button column checkmark picker picker-icon view-transition '
    + 'view-transition-group view-transition-image-pair view-transition-old view-transition-new ';
  const CACHED_MAX = 2000;
  const cache = new SafeMap();

  /** Specificity as one number that compares: ids × 1,000,000 + classes × 1,000 + types. */
  const specificityOf = (complex) => {
    let total = 0;
    for (let i = 0; i < complex.compounds.length; i++) {
      const compound = complex.compounds[i];
      for (let j = 0; j < compound.length; j++) total += simpleSpecificity(compound[j]);
    }
    return total;
  };
  const highest = (list) => {
    let result = 0;
    for (let i = 0; list !== null && i < list.length; i++) result = MathMax(result, specificityOf(list[i]));
    return result;
  };
  const simpleSpecificity = (simple) => {
    switch (simple.kind) {
      case 'id': return 1000000;
      case 'class': case 'attribute': return 1000;
      case 'tag': case 'pseudo-element': return 1;
      case 'pseudo':
        if (simple.name === 'where') return 0;
        if (simple.name === 'not' || simple.name === 'is' || simple.name === 'has' || simple.name === 'matches') return highest(simple.list);
        return 1000 + highest(simple.list);
      default: return 0;
    }
  };

  const attributeMatcher = ({ name, operator, value, ignoreCase }) => {
    const lower = StringToLowerCase(name);
    const wanted = ignoreCase || (lower === 'type' && operator !== '') ? StringToLowerCase(value) : value;
    const fold = wanted !== value || ignoreCase || lower === 'type';
    const impossible = operator !== '' && operator !== '=' && operator !== '|=' && (value === '' || (operator === '~=' && RegExpTest(/\s/, value)));
    return (element) => {
      let actual = element[kAttributes].get(element[kNamespace] === 'html' ? lower : name);
      if (lower === 'style') actual = element.getAttribute('style') ?? undefined;
      if (actual === undefined || impossible) return false;
      if (fold) actual = StringToLowerCase(actual);
      switch (operator) {
        case '': return true;
        case '=': return actual === wanted;
        case '~=': return ArrayIncludes(splitTokens(actual), wanted);
        case '|=': return actual === wanted || StringStartsWith(actual, `${wanted}-`);
        case '^=': return StringStartsWith(actual, wanted);
        case '$=': return StringEndsWith(actual, wanted);
        default: return StringIncludes(actual, wanted);
      }
    };
  };

  const simpleMatcher = (simple) => {
    const { name } = simple;
    switch (simple.kind) {
      case 'any': return null;
      case 'id': return (element) => element[kAttributes].get('id') === name;
      case 'class': return (element) => ArrayIncludes(classesOf(element), name);
      case 'tag': {
        const { lower } = simple;
        return (element) => element[kTag] === (element[kNamespace] === 'html' ? lower : name);
      }
      case 'attribute': return attributeMatcher(simple);
      case 'pseudo-element':
        if (!StringIncludes(KNOWN_PSEUDO_ELEMENTS, ` ${name} `) && !StringStartsWith(name, '-webkit-')) throwDOMException('SyntaxError', `'::${name}' is not a valid selector.`);
        return null;
      default: return pseudoClassMatcher(simple, compileComplexList);
    }
  };

  const compoundMatcher = (compound) => {
    const matchers = [];
    // Cheap tests first: pseudo-classes may walk siblings.
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < compound.length; i++) {
        if ((compound[i].kind === 'pseudo') !== (pass === 1)) continue;
        const matcher = simpleMatcher(compound[i]);
        if (matcher !== null) ArrayPush(matchers, matcher);
      }
    }
    if (matchers.length === 1) return matchers[0];
    return (element, scope) => {
      for (let i = 0; i < matchers.length; i++) if (!matchers[i](element, scope)) return false;
      return true;
    };
  };

  const parentOf = (element) => {
    const parent = element[kParent];
    return parent !== null && parent[kNodeType] === 1 ? parent : null;
  };
  const previousElement = (element) => {
    let at = siblingOf(element, -1);
    while (at !== null && at[kNodeType] !== 1) at = siblingOf(at, -1);
    return at;
  };

  /** Joins a matcher for what stands left of a combinator with the one for what stands right. */
  const joined = (left, combinator, right) => {
    switch (combinator) {
      case '>': return (element, scope) => {
        if (!right(element, scope)) return false;
        const parent = parentOf(element);
        return parent !== null && left(parent, scope);
      };
      case '+': return (element, scope) => {
        if (!right(element, scope)) return false;
        const previous = previousElement(element);
        return previous !== null && left(previous, scope);
      };
      case '~': return (element, scope) => {
        if (!right(element, scope)) return false;
        for (let at = previousElement(element); at !== null; at = previousElement(at)) if (left(at, scope)) return true;
        return false;
      };
      default: return (element, scope) => {
        if (!right(element, scope)) return false;
        for (let at = parentOf(element); at !== null; at = parentOf(at)) if (left(at, scope)) return true;
        return false;
      };
    }
  };

  const compileComplex = (complex) => {
    const { compounds, combinators } = complex;
    let matcher = combinators[0] === '' ? compoundMatcher(compounds[0])
      : joined((element, scope) => element === scope, combinators[0], compoundMatcher(compounds[0]));
    for (let i = 1; i < compounds.length; i++) matcher = joined(matcher, combinators[i], compoundMatcher(compounds[i]));
    return matcher;
  };
  function compileComplexList(list) {
    const matchers = [];
    for (let i = 0; i < list.length; i++) ArrayPush(matchers, compileComplex(list[i]));
    if (matchers.length === 1) return matchers[0];
    return (element, scope) => {
      for (let i = 0; i < matchers.length; i++) if (matchers[i](element, scope)) return true;
      return false;
    };
  }

  /** The most telling simple selector of the rightmost compound, by which a cascade can sort its rules. */
  const keyOf = (compound) => {
    let key = { kind: 'any', name: '*' };
    for (let i = 0; i < compound.length; i++) {
      const { kind, name } = compound[i];
      if (kind === 'id') return { kind, name };
      if (kind === 'class') key = { kind, name };
      else if (kind === 'tag' && key.kind === 'any') key = { kind, name: compound[i].lower };
    }
    return key;
  };
  const pseudoElementOf = (compound) => {
    for (let i = 0; i < compound.length; i++) if (compound[i].kind === 'pseudo-element') return compound[i].name;
    return null;
  };

  /**
   * The selectors of a list, each `{ specificity, matches(element, scope), key, pseudoElement }`; a `matches` says
   * nothing about the pseudo-element. Throws a SyntaxError DOMException for an invalid list.
   */
  const compile = (text) => {
    let compiled = cache.get(text);
    if (compiled !== undefined) return compiled;
    const list = parseSelectorList(text);
    compiled = [];
    for (let i = 0; i < list.length; i++) {
      const last = list[i].compounds[list[i].compounds.length - 1];
      ArrayPush(compiled, {
        specificity: specificityOf(list[i]), matches: compileComplex(list[i]) ?? (() => true), key: keyOf(last),
        pseudoElement: pseudoElementOf(last), isLone: list[i].compounds.length === 1 && last.length === 1, isAboutPlaces: isAboutPlaces(list[i]),
      });
    }
    if (cache.size >= CACHED_MAX) cache.clear();
    cache.set(text, compiled);
    return compiled;
  };

  const matches = (element, text, scope = element) => {
    const compiled = compile(text);
    for (let i = 0; i < compiled.length; i++) {
      if (compiled[i].pseudoElement === null && compiled[i].matches(element, scope)) return true;
    }
    return false;
  };

  /** Whether what a selector finds depends on nothing that changes when elements get other classes, styles or states. */
  const isAboutPlaces = ({ compounds }) => {
    for (let i = 0; i < compounds.length; i++) {
      for (let j = 0; j < compounds[i].length; j++) {
        const { kind, name } = compounds[i][j];
        if (kind !== 'id' && kind !== 'tag' && kind !== 'attribute') return false;
        const lower = StringToLowerCase(name);
        if (kind === 'attribute' && (lower === 'class' || lower === 'style')) return false;
      }
    }
    return true;
  };

  /** What was found inside of a root, as {stamp, elements}: many games look each cell up by its coordinates again and again. */
  const found = new SafeWeakMap();
  const foundIn = (root) => {
    const stamp = DocumentState.version - DocumentState.restylings;
    const known = found.get(root);
    if (known !== undefined && known.stamp === stamp && known.elements.size < CACHED_MAX) return known.elements;
    const elements = new SafeMap();
    found.set(root, { stamp, elements });
    return elements;
  };

  const first = (root, text) => {
    const compiled = compile(text);
    if (compiled.length !== 1 || !compiled[0].isAboutPlaces) return search(root, compiled, root);
    if (compiled[0].isLone && compiled[0].key.kind === 'id') return findById(root, compiled[0].key.name);
    const elements = foundIn(root);
    let element = elements.get(text);
    if (element === undefined) {
      element = search(root, compiled, root);
      elements.set(text, element);
    }
    return element;
  };
  const search = (node, compiled, scope) => {
    const children = node[kChildren];
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child[kNodeType] !== 1) continue;
      if (matchesAny(child, compiled, scope)) return child;
      const inner = child[kChildren].length > 0 ? search(child, compiled, scope) : null;
      if (inner !== null) return inner;
    }
    return null;
  };
  const matchesAny = (element, compiled, scope) => {
    for (let i = 0; i < compiled.length; i++) if (compiled[i].pseudoElement === null && compiled[i].matches(element, scope)) return true;
    return false;
  };

  const collect = (node, compiled, scope, found) => {
    const children = node[kChildren];
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child[kNodeType] !== 1) continue;
      if (matchesAny(child, compiled, scope)) ArrayPush(found, child);
      if (child[kChildren].length > 0) collect(child, compiled, scope, found);
    }
  };
  const all = (root, text) => {
    const found = [];
    collect(root, compile(text), root, found);
    return found;
  };

  return { compile, compileList: compileComplexList, matches, first, all };
})();
