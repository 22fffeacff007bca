// `<input>`, `<textarea>`, `<select>` and `<option>` (HTML § 4.10.5 to 4.10.11).

/** The value or checkedness that script or user gave; undefined while the attribute still decides. */
const kValue = Symbol('value');
const kChecked = Symbol('checked');
const kValueAtFocus = Symbol('valueAtFocus');
const kSelectionStart = Symbol('selectionStart');
const kSelectionEnd = Symbol('selectionEnd');
const inputTypes = new SafeSet();
{
  const names = StringSplit('button checkbox color date datetime-local email file hidden image month number password radio range reset search submit tel text time url week', ' ');
  for (let i = 0; i < names.length; i++) inputTypes.add(names[i]);
}
const buttonTypes = { __proto__: null, button: 1, submit: 1, reset: 1, image: 1 };
const toggleTypes = { __proto__: null, checkbox: 1, radio: 1 };

/** "Value sanitization" of the types that have one. */
const sanitizeInput = (input, value) => {
  const attributes = input[kAttributes];
  switch (input.type) {
    case 'number': return value !== '' && NumberIsFinite(+value) && StringTrim(value) === value ? value : '';
    case 'range': {
      const min = +(attributes.get('min') ?? 0) || 0;
      const max = attributes.has('max') && NumberIsFinite(+attributes.get('max')) ? +attributes.get('max') : 100;
      const step = attributes.get('step') === 'any' ? 0 : +(attributes.get('step') ?? 1) || 1;
      let number = value === '' || !NumberIsFinite(+value) ? min + MathMax(0, max - min) / 2 : +value;
      number = MathMax(min, MathMin(MathMax(min, max), number));
      if (step > 0) number = NumberParseFloat(NumberToFixed(min + MathRound((number - min) / step) * step, 10));
      return `${number > max && max >= min ? number - step : number}`;
    }
    case 'color': return RegExpTest(/^#[0-9a-f]{6}$/i, value) ? StringToLowerCase(value) : '#000000';
    default: return buttonTypes[input.type] || input.type === 'hidden' ? value : StringReplaceAll(StringReplaceAll(value, '\n', ''), '\r', '');
  }
};

defineElement('HTMLInputElement', 'input', () => {
  class HTMLInputElement extends HTMLElement {
    get type() {
      const type = StringToLowerCase(this[kAttributes].get('type') ?? 'text');
      return inputTypes.has(type) ? type : 'text';
    }
    set type(value) { setAttributeValue(this, 'type', `${value}`); }
    get value() {
      const { type } = this;
      const attribute = this[kAttributes].get('value');
      if (toggleTypes[type]) return attribute ?? 'on';
      if (buttonTypes[type] || type === 'hidden') return attribute ?? '';
      return sanitizeInput(this, this[kValue] ?? attribute ?? '');
    }
    set value(value) {
      const { type } = this;
      value = value === null ? '' : `${value}`;
      if (toggleTypes[type] || buttonTypes[type] || type === 'hidden') { setAttributeValue(this, 'value', value); return; }
      this[kValue] = sanitizeInput(this, value);
      this[kSelectionStart] = this[kSelectionEnd] = this[kValue].length;
      if (this[kConnected]) notifyDomObservers('attribute', this, ':value');
    }
    get valueAsNumber() { const { value } = this; return value === '' ? NaN : +value; }
    set valueAsNumber(value) { this.value = `${value}`; }
    get valueAsDate() { return null; }
    get checked() { return this[kChecked] ?? this[kAttributes].has('checked'); }
    set checked(value) { setChecked(this, Boolean(value)); }
    get list() { const id = this[kAttributes].get('list'); return id === undefined ? null : findById(rootOf(this), id); }
    get files() { return this.type === 'file' ? [] : null; }
    stepUp(count = 1) { this.value = `${(+this.value || 0) + count * (+(this[kAttributes].get('step') ?? 1) || 1)}`; }
    stepDown(count = 1) { this.stepUp(-count); }
    showPicker() {}
    get indeterminate() { return this[kIndeterminate] === true; }
    set indeterminate(value) { this[kIndeterminate] = Boolean(value); }
    [kReset]() { this[kValue] = this[kChecked] = undefined; }
    [kNoteValue]() { this[kValueAtFocus] = this.value; }
    [kCommitChange]() { commitText(this); }
    [kPreActivation]() {
      if (this.type === 'checkbox') {
        const before = this.checked;
        setChecked(this, !before);
        return () => setChecked(this, before);
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
      if (isDisabled(this)) return;
      if (type === 'checkbox' || (type === 'radio' && !this[kWasChecked])) {
        if (this[kConnected]) { fireEvent(this, 'input', true); fireEvent(this, 'change', true); }
      } else if (buttonTypes[type]) activateButton(this);
    }
  }
  reflectStrings(HTMLInputElement, ['name', 'placeholder', 'min', 'max', 'step', 'pattern', 'autocomplete', 'accept', 'alt', 'defaultValue=value', 'formAction', 'dirName']);
  reflectBooleans(HTMLInputElement, ['disabled', 'readOnly', 'required', 'multiple', 'defaultChecked=checked']);
  reflectIntegers(HTMLInputElement, ['maxLength', 'minLength'], -1);
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

const textFieldMembers = {
  get selectionStart() { return this[kSelectionStart] ?? this.value.length; },
  set selectionStart(value) { this[kSelectionStart] = value; },
  get selectionEnd() { return this[kSelectionEnd] ?? this.value.length; },
  set selectionEnd(value) { this[kSelectionEnd] = value; },
  get selectionDirection() { return 'none'; },
  select() { this[kSelectionStart] = 0; this[kSelectionEnd] = this.value.length; },
  setSelectionRange(start, end) { this[kSelectionStart] = start; this[kSelectionEnd] = end; },
  setRangeText(text, start = this.selectionStart, end = this.selectionEnd) {
    this.value = StringSlice(this.value, 0, start) + text + StringSlice(this.value, end);
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
    [kNoteValue]() { this[kValueAtFocus] = this.value; }
    [kCommitChange]() { commitText(this); }
  }
  reflectStrings(HTMLTextAreaElement, ['name', 'placeholder', 'wrap', 'autocomplete']);
  reflectBooleans(HTMLTextAreaElement, ['disabled', 'readOnly', 'required']);
  reflectIntegers(HTMLTextAreaElement, ['maxLength', 'minLength'], -1);
  reflectIntegers(HTMLTextAreaElement, ['rows'], 2);
  reflectIntegers(HTMLTextAreaElement, ['cols'], 20);
  defineMembers(HTMLTextAreaElement.prototype, formControlMembers);
  defineMembers(HTMLTextAreaElement.prototype, textFieldMembers);
  return HTMLTextAreaElement;
});
