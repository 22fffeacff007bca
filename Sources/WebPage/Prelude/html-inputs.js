// `<input>`, `<textarea>`, `<select>` and `<option>` (HTML § 4.10.5 to 4.10.11).

/** The value or checkedness that script or user gave; undefined while the attribute still decides. */
const kValue = Symbol('value');
const kChecked = Symbol('checked');
const kValueAtFocus = Symbol('valueAtFocus');
const kSelectionStart = Symbol('selectionStart');
const kSelectionEnd = Symbol('selectionEnd');
const inputTypes = ' button checkbox color date datetime-local email file hidden image month number password radio range reset search submit tel text time url week ';
const buttonTypes = { __proto__: null, button: 1, submit: 1, reset: 1, image: 1 };
const toggleTypes = { __proto__: null, checkbox: 1, radio: 1 };

/** `maxLength` and `minLength`: -1 where there is no limit, and never set to it. */
const reflectLengthLimits = (Class) => {
  const names = ['maxLength', 'minLength'];
  for (let i = 0; i < names.length; i++) {
    const attribute = StringToLowerCase(names[i]);
    reflectAccessor(Class.prototype, names[i], function () {
      const limit = parseIntegerAttribute(this[kAttributes].get(attribute), -1);
      return limit < 0 ? -1 : limit;
    }, function (value) {
      if ((value | 0) < 0) throwDOMException('IndexSizeError', `Failed to set the '${names[i]}' property on '${Class.name}': The value provided (${value | 0}) is not positive or 0.`);
      setAttributeValue(this, attribute, `${value | 0}`);
    });
  }
};

defineElement('HTMLInputElement', 'input', () => {
  class HTMLInputElement extends HTMLElement {
    get type() {
      const type = StringToLowerCase(this[kAttributes].get('type') ?? 'text');
      return type !== '' && StringIncludes(inputTypes, ` ${type} `) ? type : 'text';
    }
    set type(value) { setAttributeValue(this, 'type', `${value}`); }
    get value() {
      const { type } = this;
      const attribute = this[kAttributes].get('value');
      if (toggleTypes[type]) return attribute ?? 'on';
      if (buttonTypes[type] || type === 'hidden') return attribute ?? '';
      return InputValues().sanitize(this, this[kValue] ?? attribute ?? '');
    }
    set value(value) {
      const { type } = this;
      value = value === null ? '' : `${value}`;
      if (type === 'file') {
        if (value !== '') throwDOMException('InvalidStateError', "Failed to set the 'value' property on 'HTMLInputElement': This input element accepts a filename, which may only be programmatically set to the empty string.");
        return;
      }
      if (toggleTypes[type] || buttonTypes[type] || type === 'hidden') { setAttributeValue(this, 'value', value); return; }
      const before = this.value;
      this[kValue] = InputValues().sanitize(this, value);
      if (this[kValue] !== before) this[kSelectionStart] = this[kSelectionEnd] = this[kValue].length;
      if (this[kConnected]) notifyDomObservers('attribute', this, ':value');
    }
    get valueAsNumber() { return InputValues().numberOf(this); }
    set valueAsNumber(value) {
      const number = +value;
      if (number === Infinity || number === -Infinity) throw new TypeError("Failed to set the 'valueAsNumber' property on 'HTMLInputElement': The value provided is infinite.");
      this.value = InputValues().textOf(this, number);
    }
    get valueAsDate() { const time = InputValues().numberOf(this); return this.type === 'date' && !NumberIsNaN(time) ? new NativeDate(time) : null; }
    get checked() { return this[kChecked] ?? this[kAttributes].has('checked'); }
    set checked(value) { setChecked(this, Boolean(value)); }
    set valueAsDate(value) {
      if (value !== null && !(value instanceof NativeDate)) throw new TypeError("Failed to set the 'valueAsDate' property on 'HTMLInputElement': The provided value is not a Date.");
      this.valueAsNumber = value === null ? NaN : DateGetTime(value);
    }
    get list() { const id = this[kAttributes].get('list'); return id === undefined ? null : findById(rootOf(this), id); }
    get files() { return this.type === 'file' ? [] : null; }
    stepUp(count = 1) { InputValues().step(this, count | 0); }
    stepDown(count = 1) { InputValues().step(this, -(count | 0)); }
    showPicker() {}
    get indeterminate() { return this[kIndeterminate] === true; }
    set indeterminate(value) { this[kIndeterminate] = Boolean(value); }
    [kReset]() { this[kValue] = this[kChecked] = undefined; }
    [kCloneShallow](document) {
      const copy = super[kCloneShallow](document);
      copy[kValue] = this[kValue];
      copy[kChecked] = this[kChecked];
      copy[kIndeterminate] = this[kIndeterminate];
      return copy;
    }
    [kNoteValue]() { this[kValueAtFocus] = this.value; }
    [kCommitChange]() { commitText(this); }
    [kPreActivation]() {
      if (this.type === 'checkbox') {
        const { checked, indeterminate } = this;
        this[kIndeterminate] = false;
        setChecked(this, !checked);
        return () => {
          this[kIndeterminate] = indeterminate;
          setChecked(this, checked);
        };
      }
      if (this.type !== 'radio') return null;
      const group = radioGroup(this);
      const old = ArrayFind(group, (radio) => radio.checked) ?? null;
      this[kWasChecked] = this.checked;
      setChecked(this, true);
      return () => { setChecked(this, false); if (old !== null) setChecked(old, true); };
    }
    [kActivation]() {
      const { type } = this;
      if (type === 'checkbox' || (type === 'radio' && !this[kWasChecked])) {
        if (this[kConnected]) { fireEvent(this, 'input', true); fireEvent(this, 'change', true); }
      } else if (buttonTypes[type] && !isDisabled(this)) activateButton(this);
    }
  }
  reflectStrings(HTMLInputElement, ['name', 'placeholder', 'min', 'max', 'step', 'pattern', 'autocomplete', 'accept', 'alt', 'defaultValue=value', 'formAction', 'dirName']);
  reflectBooleans(HTMLInputElement, ['disabled', 'readOnly', 'required', 'multiple', 'defaultChecked=checked']);
  reflectLengthLimits(HTMLInputElement);
  reflectIntegers(HTMLInputElement, ['size'], 20);
  reflectURLs(HTMLInputElement, ['src']);
  defineMembers(HTMLInputElement.prototype, formControlMembers);
  defineMembers(HTMLInputElement.prototype, textFieldMembers);
  return HTMLInputElement;
});
const kIndeterminate = Symbol('indeterminate');
const kWasChecked = Symbol('wasChecked');
const radioGroup = (radio) => {
  const name = radio[kAttributes].get('name');
  const found = [];
  if (name === undefined || name === '') return [radio];
  const root = rootOf(radio);
  const form = formOwnerOf(radio);
  for (let node = root; node !== null; node = nextInTree(node, root)) {
    if (node[kTag] === 'input' && node.type === 'radio' && node[kAttributes].get('name') === name && formOwnerOf(node) === form) ArrayPush(found, node);
  }
  return found;
};
const setChecked = (input, checked) => {
  if (checked && input.type === 'radio') {
    const group = radioGroup(input);
    for (let i = 0; i < group.length; i++) if (group[i] !== input) group[i][kChecked] = false;
  }
  input[kChecked] = checked;
  if (input[kConnected]) notifyDomObservers('attribute', input, ':checked');
};
const commitText = (field) => {
  if (field[kValueAtFocus] !== undefined && field[kValueAtFocus] !== field.value && field[kTyped] === true) fireEvent(field, 'change', true);
  field[kTyped] = false;
  field[kValueAtFocus] = field.value;
};
/** Whether the user has typed since the field last told its value: script's own changes fire no `change`. */
const kTyped = Symbol('typed');

/** Types of `<input>` that have no caret. */
const caretlessTypes = {
  __proto__: null, button: 1, checkbox: 1, color: 1, date: 1, 'datetime-local': 1, email: 1, file: 1, hidden: 1, image: 1, month: 1,
  number: 1, radio: 1, range: 1, reset: 1, submit: 1, time: 1, week: 1,
};
const hasCaret = (field) => caretlessTypes[field.type] === undefined;
const requireCaret = (field, what) => {
  if (!hasCaret(field)) throwDOMException('InvalidStateError', `Failed to ${what} on 'HTMLInputElement': The input element's type ('${field.type}') does not support selection.`);
};
const setSelection = (field, start, end, direction) => {
  const { length } = field.value;
  field[kSelectionEnd] = MathMin(end >>> 0, length);
  field[kSelectionStart] = MathMin(start >>> 0, field[kSelectionEnd]);
  // On desktops without a direction-less selection, none is forward.
  field[kSelectionDirection] = direction === 'backward' ? direction : 'forward';
};
const kSelectionDirection = Symbol('selectionDirection');
const textFieldMembers = {
  get selectionStart() { return hasCaret(this) ? this[kSelectionStart] ?? 0 : null; },
  set selectionStart(value) {
    requireCaret(this, "set the 'selectionStart' property");
    setSelection(this, value, MathMax(value, this.selectionEnd), this.selectionDirection);
  },
  get selectionEnd() { return hasCaret(this) ? this[kSelectionEnd] ?? 0 : null; },
  set selectionEnd(value) {
    requireCaret(this, "set the 'selectionEnd' property");
    setSelection(this, MathMin(value, this.selectionStart), value, this.selectionDirection);
  },
  get selectionDirection() { return hasCaret(this) ? this[kSelectionDirection] ?? 'forward' : null; },
  set selectionDirection(value) { setSelection(this, this.selectionStart, this.selectionEnd, value); },
  select() { setSelection(this, 0, this.value.length, 'none'); },
  setSelectionRange(start, end, direction = 'none') {
    requireCaret(this, "execute 'setSelectionRange'");
    setSelection(this, start, end, direction);
  },
  setRangeText(text, start = this.selectionStart, end = this.selectionEnd) {
    requireCaret(this, "execute 'setRangeText'");
    const { selectionStart, selectionEnd } = this;
    const from = MathMin(start, this.value.length);
    const to = MathMin(end, this.value.length);
    this.value = StringSlice(this.value, 0, from) + text + StringSlice(this.value, to);
    // "preserve": an offset behind the replaced text moves along, one inside it goes to the new text's start or end.
    const shifted = (offset, inside) => (offset > to ? offset + text.length - (to - from) : offset > from ? inside : offset);
    setSelection(this, shifted(selectionStart, from), shifted(selectionEnd, from + `${text}`.length), 'none');
  },
};

defineElement('HTMLTextAreaElement', 'textarea', () => {
  class HTMLTextAreaElement extends HTMLElement {
    get type() { return 'textarea'; }
    get value() { return this[kValue] ?? collectText(this); }
    set value(value) {
      this[kValue] = value === null ? '' : StringReplaceAll(`${value}`, '\r\n', '\n');
      this[kSelectionStart] = this[kSelectionEnd] = this[kValue].length;
      if (this[kConnected]) notifyDomObservers('attribute', this, ':value');
    }
    get defaultValue() { return collectText(this); }
    set defaultValue(value) { this.textContent = value; }
    get textLength() { return this.value.length; }
    [kReset]() { this[kValue] = undefined; }
    [kCloneShallow](document) {
      const copy = super[kCloneShallow](document);
      copy[kValue] = this[kValue];
      return copy;
    }
    [kNoteValue]() { this[kValueAtFocus] = this.value; }
    [kCommitChange]() { commitText(this); }
  }
  reflectStrings(HTMLTextAreaElement, ['name', 'placeholder', 'wrap', 'autocomplete']);
  reflectBooleans(HTMLTextAreaElement, ['disabled', 'readOnly', 'required']);
  reflectLengthLimits(HTMLTextAreaElement);
  reflectIntegers(HTMLTextAreaElement, ['rows'], 2);
  reflectIntegers(HTMLTextAreaElement, ['cols'], 20);
  defineMembers(HTMLTextAreaElement.prototype, formControlMembers);
  defineMembers(HTMLTextAreaElement.prototype, textFieldMembers);
  return HTMLTextAreaElement;
});
