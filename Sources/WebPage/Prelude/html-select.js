// `<select>` and `<option>` (HTML § 4.10.7, § 4.10.10), and `new Option`.

const kSelectedness = Symbol('selectedness');
const selectOf = (option) => {
  const parent = option[kParent];
  if (parent === null) return null;
  if (parent[kTag] === 'select') return parent;
  return parent[kTag] === 'optgroup' && parent[kParent]?.[kTag] === 'select' ? parent[kParent] : null;
};
const optionsIn = (select) => {
  const options = [];
  for (let node = nextInTree(select, select); node !== null; node = nextInTree(node, select)) if (node[kTag] === 'option') ArrayPush(options, node);
  return options;
};
/** The options that are selected: a drop-down shows its first enabled one if none is. */
const selectedIn = (select) => {
  const options = optionsIn(select);
  const chosen = ArrayFilter(options, (option) => option[kSelectedness] ?? option[kAttributes].has('selected'));
  if (select.multiple) return chosen;
  if (chosen.length > 0) return [chosen[chosen.length - 1]];
  if (select[kNoneSelected] || select.size > 1) return [];
  const first = ArrayFind(options, (option) => !isDisabled(option));
  return first === undefined ? [] : [first];
};
const kNoneSelected = Symbol('noneSelected');
const chooseOption = (select, chosen) => {
  const options = optionsIn(select);
  for (let i = 0; i < options.length; i++) options[i][kSelectedness] = options[i] === chosen;
  select[kNoneSelected] = chosen === null || chosen === undefined;
  if (select[kConnected]) notifyDomObservers('attribute', select, ':value');
};

const Options = defineLazyGlobals(['HTMLOptionElement', 'Option'], () => {
  class HTMLOptionElement extends HTMLElement {
    get text() { return ArrayJoin(splitBlanks(collectText(this)), ' '); }
    set text(value) { this.textContent = value; }
    get value() { return this[kAttributes].get('value') ?? this.text; }
    set value(value) { setAttributeValue(this, 'value', `${value}`); }
    get label() { return this[kAttributes].get('label') ?? this.text; }
    set label(value) { setAttributeValue(this, 'label', `${value}`); }
    get selected() {
      const select = selectOf(this);
      return select === null ? this[kSelectedness] ?? this[kAttributes].has('selected') : ArrayIncludes(selectedIn(select), this);
    }
    set selected(value) {
      const select = selectOf(this);
      if (select !== null && !select.multiple) { if (value) chooseOption(select, this); else this[kSelectedness] = false; }
      else this[kSelectedness] = Boolean(value);
    }
    get index() { const select = selectOf(this); return select === null ? 0 : ArrayIndexOf(optionsIn(select), this); }
    get form() { return formOwnerOf(this); }
  }
  reflectBooleans(HTMLOptionElement, ['disabled', 'defaultSelected=selected']);
  exposeInterface('HTMLOptionElement', HTMLOptionElement);
  function Option(text = '', value = undefined, defaultSelected = false, selected = false) {
    const option = createElementIn(DocumentState.document, 'option', 'html');
    if (text !== '') option.textContent = text;
    if (value !== undefined) option.value = value;
    if (defaultSelected) setAttributeValue(option, 'selected', '');
    if (selected || defaultSelected) option[kSelectedness] = Boolean(selected);
    return option;
  }
  Option.prototype = HTMLOptionElement.prototype;
  defineGlobal('Option', Option);
  return { option: HTMLOptionElement };
});
elementMakers.set('option', () => Options().option);

const HTMLOptionsCollection = exposeLazily('HTMLOptionsCollection', () => class HTMLOptionsCollection extends HTMLCollection {
  get length() { return itemsOf(this).length; }
  set length(value) { this[kOwner].length = value; }
  get selectedIndex() { return this[kOwner].selectedIndex; }
  set selectedIndex(value) { this[kOwner].selectedIndex = value; }
  add(option, before = null) { this[kOwner].add(option, before); }
  remove(index) { this[kOwner].remove(index); }
  [kRefresh](index, value) {
    putOption(this[kOwner], index, value);
    return true;
  }
});
/** `select[index] = option`: in the place of the one there, or at the end behind blank ones; null takes it away. */
const putOption = (select, index, option) => {
  if (option === null) {
    select.remove(index);
    return;
  }
  if (index > select.length) select.length = index;
  const present = optionsIn(select)[index];
  select.add(option, present ?? null);
  if (present !== undefined) removeNode(present);
};

defineElement('HTMLSelectElement', 'select', () => {
  class HTMLSelectElement extends HTMLElement {
    get type() { return this.multiple ? 'select-multiple' : 'select-one'; }
    get options() {
      const list = cachedLiveList(this, 'options', HTMLOptionsCollection(), () => optionsIn(this));
      list[kOwner] = this;
      return list;
    }
    get selectedOptions() { return staticNodeList(selectedIn(this), HTMLCollection); }
    get length() { return optionsIn(this).length; }
    set length(value) {
      for (let i = this.length; i > value; i--) this.remove(i - 1);
      for (let i = this.length; i < value; i++) this.add(createElementIn(DocumentState.document, 'option', 'html'));
    }
    get value() { return selectedIn(this)[0]?.value ?? ''; }
    set value(value) {
      value = `${value}`;
      chooseOption(this, ArrayFind(optionsIn(this), (option) => option.value === value));
    }
    get selectedIndex() { const selected = selectedIn(this)[0]; return selected === undefined ? -1 : selected.index; }
    set selectedIndex(index) { chooseOption(this, optionsIn(this)[index]); }
    item(index) { return optionsIn(this)[index] ?? null; }
    namedItem(name) { return findNamed(optionsIn(this), `${name}`); }
    add(option, before = null) {
      const reference = typeof before === 'number' ? optionsIn(this)[before] ?? null : before;
      insertNode(reference === null ? this : reference[kParent], option, reference);
    }
    remove(index) {
      if (arguments.length === 0) removeNode(this);
      else if (optionsIn(this)[index] !== undefined) removeNode(optionsIn(this)[index]);
    }
    showPicker() {}
    [SymbolIterator]() { return iterateItems(this.options); }
    [kReset]() {
      const options = optionsIn(this);
      for (let i = 0; i < options.length; i++) options[i][kSelectedness] = undefined;
      this[kNoneSelected] = false;
    }
  }
  defineIndexes(HTMLSelectElement.prototype, optionsIn, putOption);
  reflectStrings(HTMLSelectElement, ['name', 'autocomplete']);
  reflectBooleans(HTMLSelectElement, ['disabled', 'multiple', 'required']);
  reflectIntegers(HTMLSelectElement, ['size']);
  defineMembers(HTMLSelectElement.prototype, formControlMembers);
  return HTMLSelectElement;
});
