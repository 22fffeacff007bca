// FormData (XMLHttpRequest Standard § 4) and FileList.
defineLazyGlobals(['FormData', 'FileList'], () => {
  const { Blob, File } = Files();
  const kEntries = Symbol('entries');
  const skippedTypes = { __proto__: null, button: 1, reset: 1, image: 1, submit: 1, file: 1 };

  /** "Construct the entry list" (HTML § 4.10.22.4) for the controls that games have. */
  const entriesOf = (form, submitter) => {
    const entries = [];
    const { elements } = form;
    for (let i = 0; i < elements.length; i++) {
      const control = elements[i];
      const name = control[kAttributes].get('name');
      if (name === undefined || name === '' || isDisabled(control) || control[kTag] === 'output' || control[kTag] === 'fieldset') continue;
      const { type } = control;
      if ((type === 'checkbox' || type === 'radio') && !control.checked) continue;
      if (control !== submitter && (control[kTag] === 'button' || skippedTypes[type] === 1)) continue;
      if (control[kTag] !== 'select') {
        ArrayPush(entries, { name, value: `${control.value}` });
        continue;
      }
      const { options } = control;
      for (let j = 0; j < options.length; j++) if (options[j].selected) ArrayPush(entries, { name, value: options[j].value });
    }
    return entries;
  };

  class FormData {
    constructor(form = undefined, submitter = null) {
      if (form !== undefined && form?.[kTag] !== 'form') throw new TypeError("Failed to construct 'FormData': parameter 1 is not of type 'HTMLFormElement'.");
      this[kEntries] = form === undefined ? [] : entriesOf(form, submitter);
      if (form !== undefined) dispatchNow(form, trustedEvent(FormDataEvent(), 'formdata', { bubbles: true, formData: this }));
    }
  }
  const entryValue = (value, fileName) => {
    if (!(value instanceof Blob)) return toUSVString(value);
    return value instanceof File && fileName === undefined ? value : new File([value], fileName ?? 'blob', { type: value.type });
  };
  const iterate = function* (data, pick) {
    for (let i = 0; i < data[kEntries].length; i++) yield pick(data[kEntries][i]);
  };
  const named = (name) => {
    const wanted = toUSVString(name);
    return (entry) => entry.name === wanted;
  };
  defineMembers(FormData.prototype, {
    append(name, value, fileName) { ArrayPush(this[kEntries], { name: toUSVString(name), value: entryValue(value, fileName) }); },
    delete(name) {
      const matches = named(name);
      this[kEntries] = ArrayFilter(this[kEntries], (entry) => !matches(entry));
    },
    get(name) { return ArrayFind(this[kEntries], named(name))?.value ?? null; },
    getAll(name) { return ArrayMap(ArrayFilter(this[kEntries], named(name)), (entry) => entry.value); },
    has(name) { return ArraySome(this[kEntries], named(name)); },
    set(name, value, fileName) {
      const entry = ArrayFind(this[kEntries], named(name));
      if (entry === undefined) {
        ArrayPush(this[kEntries], { name: toUSVString(name), value: entryValue(value, fileName) });
        return;
      }
      entry.value = entryValue(value, fileName);
      this[kEntries] = ArrayFilter(this[kEntries], (other) => other === entry || other.name !== entry.name);
    },
    forEach(callback, thisArg) {
      for (let i = 0; i < this[kEntries].length; i++) ReflectApply(callback, thisArg, [this[kEntries][i].value, this[kEntries][i].name, this]);
    },
    keys() { return iterate(this, (entry) => entry.name); },
    values() { return iterate(this, (entry) => entry.value); },
    entries() { return iterate(this, (entry) => [entry.name, entry.value]); },
  });
  ObjectDefineProperty(FormData.prototype, SymbolIterator, { value: FormData.prototype.entries, writable: true, configurable: true });
  exposeInterface('FormData', FormData);

  class FileList {
    constructor(token) { refuseConstruction(token); }
    get length() { return 0; }
    item() { return null; }
    [SymbolIterator]() { return arrayIterator([]); }
  }
  exposeInterface('FileList', FileList);
});
