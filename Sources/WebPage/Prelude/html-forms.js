// Buttons, forms, labels and options (HTML § 4.10), with what a click does to each.

/** The form that a control belongs to: by its `form` attribute, or the nearest around it. */
const formOwnerOf = (element) => {
  const id = element[kAttributes].get('form');
  if (id !== undefined) return findById(rootOf(element), id);
  for (let at = element[kParent]; at !== null; at = at[kParent]) if (at[kTag] === 'form') return at;
  return null;
};
const validState = ObjectFreeze({ valid: true, valueMissing: false, rangeUnderflow: false, rangeOverflow: false, typeMismatch: false, patternMismatch: false, tooLong: false, tooShort: false, stepMismatch: false, badInput: false, customError: false });
const kCustomError = Symbol('customError');
const formControlMembers = {
  get form() { return formOwnerOf(this); },
  get labels() { return labelsOf(this); },
  get willValidate() { return willValidate(this); },
  get validity() { return validityOf(this); },
  get validationMessage() { return this[kCustomError] || (this.validity.valid ? '' : 'Please fill out this field.'); },
  checkValidity() { return !willValidate(this) || this.validity.valid || (fireEvent(this, 'invalid', false, true), false); },
  reportValidity() { return this.checkValidity(); },
  setCustomValidity(message) { this[kCustomError] = `${message}`; },
};
const labelsOf = (control) => liveDescendants(
  DocumentState.document, `labels ${labelSerial(control)}`, (element) => element[kTag] === 'label' && element.control === control, NodeList);
/** Whether the control is a candidate for constraint validation (HTML § 4.10.21.1). */
const willValidate = (element) => {
  if (isDisabled(element) || element[kTag] === 'output' || element[kTag] === 'fieldset' || element[kTag] === 'object') return false;
  const { type } = element;
  if (type === 'hidden' || type === 'reset' || type === 'button') return false;
  return !((element[kTag] === 'input' || element[kTag] === 'textarea') && element[kAttributes].has('readonly'));
};
const labelSerials = new SafeWeakMap();
const labelCounter = { next: 1 };
const labelSerial = (element) => {
  if (!labelSerials.has(element)) labelSerials.set(element, labelCounter.next++);
  return labelSerials.get(element);
};
const judgeText = (input, value, state) => {
  if (value === '') return;
  const { type } = input;
  if (type === 'email') state.typeMismatch = !RegExpTest(/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i, value);
  if (type === 'url') state.typeMismatch = URLParser().parse(value) === null;
  const pattern = input[kAttributes].get('pattern');
  if (pattern === undefined || InputValues().hasNumber(input) || type === 'checkbox' || type === 'radio') return;
  try {
    state.patternMismatch = !RegExpTest(new RegExp(`^(?:${pattern})$`, 'v'), value);
  } catch {
    // A pattern that doesn't parse asks for nothing.
  }
};
const validityOf = (element) => {
  const state = { ...validState };
  const value = element.value ?? '';
  state.customError = Boolean(element[kCustomError]);
  state.valueMissing = element[kAttributes].has('required') && (element.type === 'checkbox' ? !element.checked : value === '');
  if (element[kTag] === 'input') {
    if (InputValues().hasNumber(element)) InputValues().judge(element, state);
    judgeText(element, value, state);
  }
  state.valid = true;
  for (const name in state) if (name !== 'valid' && state[name]) state.valid = false;
  return state;
};

defineElement('HTMLButtonElement', 'button', () => {
  class HTMLButtonElement extends HTMLElement {
    get type() {
      const type = StringToLowerCase(this[kAttributes].get('type') ?? '');
      return type === 'button' || type === 'reset' ? type : 'submit';
    }
    set type(value) { setAttributeValue(this, 'type', `${value}`); }
    [kActivation]() { activateButton(this); }
  }
  reflectStrings(HTMLButtonElement, ['name', 'value', 'formAction', 'formMethod', 'formTarget']);
  reflectBooleans(HTMLButtonElement, ['disabled', 'formNoValidate']);
  defineMembers(HTMLButtonElement.prototype, formControlMembers);
  return HTMLButtonElement;
});
const activateButton = (button) => {
  const form = formOwnerOf(button);
  if (isDisabled(button)) return;
  if (form === null) {
    if (button[kAttributes].has('popovertarget')) TopLayer.activate(button);
    return;
  }
  if (button.type === 'submit' || button.type === 'image') submitForm(form, button);
  else if (button.type === 'reset') form.reset();
  else if (button[kAttributes].has('popovertarget')) TopLayer.activate(button);
};

const submitForm = (form, submitter) => {
  if (!form[kConnected]) return;
  if (!form.noValidate && !form.checkValidity()) return;
  if (!dispatchNow(form, trustedEvent(SubmitEvent(), 'submit', { bubbles: true, cancelable: true, submitter }))) return;
  if (StringToLowerCase(form[kAttributes].get('method') ?? '') === 'dialog') {
    const dialog = form.closest('dialog');
    if (dialog !== null) dialog.close(submitter?.value);
    return;
  }
  Records.missing('form submission');
};
const controlTags = { __proto__: null, button: 1, fieldset: 1, input: 1, object: 1, output: 1, select: 1, textarea: 1 };
const HTMLFormControlsCollection = exposeLazily('HTMLFormControlsCollection', () => {
  class HTMLFormControlsCollection extends HTMLCollection {}
  HTMLFormControlsCollection.prototype.namedItem = function (name) {
    const found = ArrayFilter(itemsOf(this), (control) => control[kAttributes].get('name') === name || control[kAttributes].get('id') === name);
    return found.length > 1 ? staticNodeList(found, RadioNodeList) : found[0] ?? null;
  };
  return HTMLFormControlsCollection;
});
const controlsOf = (form) => cachedLiveList(form, 'elements', HTMLFormControlsCollection(), () => {
  const found = [];
  const root = rootOf(form);
  for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
    if (controlTags[node[kTag]] !== undefined && formOwnerOf(node) === form && node[kAttributes].get('type') !== 'image') ArrayPush(found, node);
  }
  return found;
});
defineElement('HTMLFormElement', 'form', () => {
  class HTMLFormElement extends HTMLElement {
    get elements() { return controlsOf(this); }
    get length() { return controlsOf(this).length; }
    get method() { return StringToLowerCase(this[kAttributes].get('method') ?? 'get'); }
    set method(value) { setAttributeValue(this, 'method', `${value}`); }
    get enctype() {
      const type = StringToLowerCase(this[kAttributes].get('enctype') ?? '');
      return type === 'multipart/form-data' || type === 'text/plain' ? type : 'application/x-www-form-urlencoded';
    }
    set enctype(value) { setAttributeValue(this, 'enctype', `${value}`); }
    get noValidate() { return this[kAttributes].has('novalidate'); }
    set noValidate(value) { this.toggleAttribute('novalidate', Boolean(value)); }
    submit() { Records.missing('form submission'); }
    requestSubmit(submitter) { submitForm(this, submitter ?? null); }
    reset() {
      if (!fireEvent(this, 'reset', true, true)) return;
      const controls = controlsOf(this);
      for (let i = 0; i < controls.length; i++) controls[i][kReset]?.();
    }
    checkValidity() {
      const controls = controlsOf(this);
      let valid = true;
      for (let i = 0; i < controls.length; i++) if (controls[i].checkValidity && !controls[i].checkValidity()) valid = false;
      return valid;
    }
    reportValidity() { return this.checkValidity(); }
    [SymbolIterator]() { return iterateItems(controlsOf(this)); }
    [kChildrenChanged]() { nameControls(this); }
  }
  defineIndexes(HTMLFormElement.prototype, controlsOf);
  reflectStrings(HTMLFormElement, ['name', 'target', 'autocomplete', 'rel']);
  reflectURLs(HTMLFormElement, ['action']);
  return HTMLFormElement;
});
const kReset = Symbol('reset');
/** `form.fieldName`: own accessors for the names of the controls inside, made as soon as they are there. */
const nameControls = (form) => {
  for (let node = nextInTree(form, form); node !== null; node = nextInTree(node, form)) {
    if (controlTags[node[kTag]] !== undefined) nameControl(form, node);
  }
};
const nameControl = (form, control) => {
  const names = [control[kAttributes].get('name'), control[kAttributes].get('id')];
  for (let i = 0; i < 2; i++) {
    const name = names[i];
    if (name === undefined || name === '' || ObjectGetOwnPropertyDescriptor(form, name) !== undefined) continue;
    ObjectDefineProperty(form, name, { get() { return namedControl(form, name); }, configurable: true });
  }
};
const namedControl = (form, name) => {
  const found = ArrayFilter(itemsOfControls(form), (control) => control[kAttributes].get('name') === name || control[kAttributes].get('id') === name);
  return found.length > 1 ? staticNodeList(found, RadioNodeList) : found[0];
};
const itemsOfControls = (form) => {
  const list = [];
  const controls = controlsOf(form);
  for (let i = 0; i < controls.length; i++) ArrayPush(list, controls[i]);
  return list;
};
onInsertionOf(ObjectKeys(controlTags), (control) => {
  const form = formOwnerOf(control);
  if (form !== null && form[kTag] === 'form') nameControl(form, control);
});

defineElement('HTMLLabelElement', 'label', () => {
  class HTMLLabelElement extends HTMLElement {
    get control() {
      const id = this[kAttributes].get('for');
      if (id !== undefined) return findById(rootOf(this), id);
      return Selectors.first(this, 'button, input, meter, output, progress, select, textarea');
    }
    get form() { return this.control === null ? null : formOwnerOf(this.control); }
    [kActivation](event) {
      const { control } = this;
      // A click on the control itself bubbles through its label and must not come back.
      if (control === null || isDisabled(control) || (event[kTarget] instanceof Node && isAncestorOrSelf(control, event[kTarget]))) return;
      if (event[kTrusted] && isFocusable(control)) moveFocus(control);
      control.click();
    }
  }
  reflectStrings(HTMLLabelElement, ['htmlFor=for']);
  return HTMLLabelElement;
});

const addFormControl = (prototype) => defineMembers(prototype, formControlMembers);
definePlainElement('HTMLFieldSetElement', 'fieldset', {
  strings: ['name'], booleans: ['disabled'],
  finish(prototype) {
    addFormControl(prototype);
    defineMembers(prototype, {
      get type() { return 'fieldset'; },
      get elements() { return liveDescendants(this, 'elements', (element) => controlTags[element[kTag]] !== undefined); },
    });
  },
});
definePlainElement('HTMLLegendElement', 'legend', {
  finish(prototype) {
    defineMembers(prototype, { get form() { return this[kParent]?.[kTag] === 'fieldset' ? formOwnerOf(this[kParent]) : null; } });
  },
});
definePlainElement('HTMLOptGroupElement', 'optgroup', { strings: ['label'], booleans: ['disabled'] });
definePlainElement('HTMLDataListElement', 'datalist', {
  finish(prototype) { defineMembers(prototype, { get options() { return descendantsByTag(this, 'option'); } }); },
});
/** What an output shows after a reset, once script has given it a value. */
const kDefaultOutput = Symbol('defaultOutput');
definePlainElement('HTMLOutputElement', 'output', {
  strings: ['name', 'htmlFor=for'],
  finish(prototype) {
    addFormControl(prototype);
    defineMembers(prototype, {
      get value() { return collectText(this); },
      set value(value) {
        this[kDefaultOutput] ??= collectText(this);
        this.textContent = value;
      },
      get defaultValue() { return this[kDefaultOutput] ?? collectText(this); },
      set defaultValue(value) { if (this[kDefaultOutput] === undefined) this.textContent = value; else this[kDefaultOutput] = `${value}`; },
      get type() { return 'output'; },
      [kReset]() { if (this[kDefaultOutput] !== undefined) { this.textContent = this[kDefaultOutput]; this[kDefaultOutput] = undefined; } },
    });
  },
});
