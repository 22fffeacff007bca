// The pseudo-classes of Selectors 4 and HTML § 4.16.3.

/** The 1-based position of `element` among its siblings that are elements and satisfy `accept`, from either end. */
const siblingPosition = (element, fromEnd, accept, scope) => {
  let position = 1;
  const parent = element[kParent];
  if (parent === null) return 1;
  const siblings = parent[kChildren];
  const index = indexOfNode(element);
  const step = fromEnd ? 1 : -1;
  for (let i = index + step; i >= 0 && i < siblings.length; i += step) {
    if (siblings[i][kNodeType] === 1 && (accept === null || accept(siblings[i], scope))) position++;
  }
  return position;
};
const sameTypeAs = (element) => (other) => other[kTag] === element[kTag] && other[kNamespace] === element[kNamespace];
const satisfiesNth = (position, a, b) => (a === 0 ? position === b : (position - b) / a >= 0 && NumberIsInteger((position - b) / a));

const disableableTags = { __proto__: null, button: 1, input: 1, select: 1, textarea: 1, option: 1, optgroup: 1, fieldset: 1 };
/** "Actually disabled": by its own attribute or by a fieldset around it, except in that fieldset's first legend. */
const isDisabled = (element) => {
  if (disableableTags[element[kTag]] === undefined) return false;
  if (element[kAttributes].has('disabled')) return true;
  if (element[kTag] === 'option') return element[kParent] !== null && element[kParent][kTag] === 'optgroup' && element[kParent][kAttributes].has('disabled');
  for (let at = element[kParent], child = element; at !== null; child = at, at = at[kParent]) {
    if (at[kTag] === 'fieldset' && at[kAttributes].has('disabled')) return child[kTag] !== 'legend';
  }
  return false;
};
const isFocusedWithin = (element) => DocumentState.activeElement !== null && isShadowIncluding(element, DocumentState.activeElement);
/** Types of `<input>` that nobody can type into. */
const untypedTypes = { __proto__: null, hidden: 1, range: 1, color: 1, checkbox: 1, radio: 1, file: 1, submit: 1, image: 1, reset: 1, button: 1 };
const isReadWrite = (element) => (element[kTag] === 'input' || element[kTag] === 'textarea'
  ? untypedTypes[element.type] === undefined && !element[kAttributes].has('readonly') && !isDisabled(element) : element.isContentEditable === true);
const isJudged = (element) => element[kTag] === 'form' || element[kTag] === 'fieldset' || element.willValidate === true;
const isValid = (element) => {
  if (element[kTag] !== 'form' && element[kTag] !== 'fieldset') return element.validity.valid;
  const { elements } = element;
  for (let i = 0; elements !== undefined && i < elements.length; i++) if (elements[i].willValidate && !elements[i].validity.valid) return false;
  return true;
};
const hasRange = (element) => element[kTag] === 'input' && element.willValidate
  && (element.type === 'range' || (InputValues().hasNumber(element) && (element[kAttributes].has('min') || element[kAttributes].has('max'))));
/** The button that submits a form by itself, and what is chosen in the document's text. */
const isDefault = (element) => {
  if (element[kTag] === 'option') return element[kAttributes].has('selected');
  if (element[kTag] === 'input' && (element.type === 'checkbox' || element.type === 'radio')) return element[kAttributes].has('checked');
  if ((element[kTag] !== 'button' && element[kTag] !== 'input') || (element.type !== 'submit' && element.type !== 'image')) return false;
  const form = formOwnerOf(element);
  return form !== null && Selectors.first(form, 'button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]') === element;
};
const isBlankNode = (node) => node[kNodeType] !== 1 && (node[kNodeType] !== 3 || node[kData] === '');

const simplePseudoClasses = {
  __proto__: null,
  root: (element) => element[kParent] !== null && element[kParent][kNodeType] === 9,
  scope: (element, scope) => (scope[kNodeType] === 1 ? element === scope : element[kParent] === scope),
  host: (element) => Boolean(element[kShadow]),
  empty: (element) => {
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) if (!isBlankNode(children[i]) && children[i][kNodeType] !== 8) return false;
    return true;
  },
  'first-child': (element) => siblingPosition(element, false, null) === 1,
  'last-child': (element) => siblingPosition(element, true, null) === 1,
  'only-child': (element) => siblingPosition(element, false, null) === 1 && siblingPosition(element, true, null) === 1,
  'first-of-type': (element) => siblingPosition(element, false, sameTypeAs(element)) === 1,
  'last-of-type': (element) => siblingPosition(element, true, sameTypeAs(element)) === 1,
  'only-of-type': (element) => siblingPosition(element, false, sameTypeAs(element)) === 1 && siblingPosition(element, true, sameTypeAs(element)) === 1,
  checked: (element) => (element[kTag] === 'input' ? (element.type === 'checkbox' || element.type === 'radio') && element.checked : element[kTag] === 'option' && element.selected),
  indeterminate: (element) => element.indeterminate === true,
  disabled: (element) => isDisabled(element),
  enabled: (element) => disableableTags[element[kTag]] !== undefined && !isDisabled(element),
  required: (element) => element[kAttributes].has('required'),
  optional: (element) => (element[kTag] === 'input' || element[kTag] === 'select' || element[kTag] === 'textarea') && !element[kAttributes].has('required'),
  valid: (element) => isJudged(element) && isValid(element),
  invalid: (element) => isJudged(element) && !isValid(element),
  'user-valid': () => false,
  'user-invalid': () => false,
  default: (element) => isDefault(element),
  'in-range': (element) => hasRange(element) && !element.validity.rangeUnderflow && !element.validity.rangeOverflow,
  'out-of-range': (element) => hasRange(element) && (element.validity.rangeUnderflow || element.validity.rangeOverflow),
  'read-only': (element) => !isReadWrite(element),
  'read-write': (element) => isReadWrite(element),
  'placeholder-shown': (element) => element[kAttributes].has('placeholder') && element.value === '',
  hover: (element) => DocumentState.hovered !== null && isShadowIncluding(element, DocumentState.hovered),
  active: (element) => DocumentState.pressed !== null && isShadowIncluding(element, DocumentState.pressed),
  focus: (element) => DocumentState.activeElement === element,
  'focus-visible': (element) => DocumentState.activeElement === element,
  'focus-within': (element) => isFocusedWithin(element),
  link: (element) => (element[kTag] === 'a' || element[kTag] === 'area') && element[kAttributes].has('href'),
  'any-link': (element) => (element[kTag] === 'a' || element[kTag] === 'area') && element[kAttributes].has('href'),
  visited: () => false,
  target: (element) => element[kAttributes].has('id') && element[kAttributes].get('id') === DocumentState.document.fragmentId,
  open: (element) => element[kAttributes].has('open'),
  'popover-open': (element) => element[kPopoverOpen] === true,
  modal: (element) => element[kIsModal] === true,
  fullscreen: (element) => DocumentState.document.fullscreenElement === element,
  defined: (element) => !StringIncludes(element[kTag], '-') || element[kNamespace] !== 'html' || CustomElements.isDefined(element),
  autofill: () => false,
};
const kIsModal = Symbol('isModal');
const kPopoverOpen = Symbol('popoverOpen');

/** The matcher of a pseudo-class that parseSelectorList read; an unknown one makes the selector invalid. */
const pseudoClassMatcher = (simple, compileList) => {
  const { name, nth } = simple;
  const list = simple.list === null ? null : simple.list.length === 0 ? () => false : compileList(simple.list);
  switch (name) {
    case 'is': case 'where': case 'matches': case '-webkit-any': return list;
    case 'not': return (element, scope) => !list(element, scope);
    case 'has': return hasMatcher(list, simple.list);
    case 'nth-child': return (element, scope) => (list === null || list(element, scope)) && satisfiesNth(siblingPosition(element, false, list, scope), nth.a, nth.b);
    case 'nth-last-child': return (element, scope) => (list === null || list(element, scope)) && satisfiesNth(siblingPosition(element, true, list, scope), nth.a, nth.b);
    case 'nth-of-type': return (element) => satisfiesNth(siblingPosition(element, false, sameTypeAs(element)), nth.a, nth.b);
    case 'nth-last-of-type': return (element) => satisfiesNth(siblingPosition(element, true, sameTypeAs(element)), nth.a, nth.b);
    case 'host': case 'host-context': return (element, scope) => Boolean(element[kShadow]) && (list === null || list(element, scope));
    case 'lang': return (element) => {
      const tagged = closestWith(element, 'lang');
      return tagged !== null && StringStartsWith(StringToLowerCase(tagged[kAttributes].get('lang')), StringToLowerCase(simple.argument));
    };
    case 'dir': return (element) => (closestWith(element, 'dir')?.[kAttributes].get('dir') ?? 'ltr') === simple.argument;
    case 'state': return () => false;
    default: {
      const matcher = simplePseudoClasses[name];
      if (matcher === undefined) throwDOMException('SyntaxError', `':${name}' is not a valid selector.`);
      return matcher;
    }
  }
};
const closestWith = (element, attribute) => {
  for (let at = element; at !== null && at[kNodeType] === 1; at = at[kParent]) if (at[kAttributes].has(attribute)) return at;
  return null;
};

/** `:has(relative)`: a descendant, or with + and ~ one of the following siblings' trees, matches with the element as scope. */
const hasMatcher = (list, selectors) => {
  let lookBeside = false;
  for (let i = 0; i < selectors.length; i++) if (selectors[i].combinators[0] === '+' || selectors[i].combinators[0] === '~') lookBeside = true;
  return (element) => {
    const root = lookBeside && element[kParent] !== null ? element[kParent] : element;
    for (let node = nextInTree(lookBeside ? element : root, root); node !== null; node = nextInTree(node, root)) {
      if (node[kNodeType] === 1 && list(node, element)) return true;
    }
    return false;
  };
};
