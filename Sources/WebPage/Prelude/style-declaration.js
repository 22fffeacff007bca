// CSSStyleDeclaration: https://www.w3.org/TR/cssom-1/#the-cssstyledeclaration-interface
// The interface forwards to a source: an element's inline style, a rule's declarations, or computed values.

const kStyleSource = Symbol('styleSource');

/** A changeable list of declarations, as inline styles and rules have. */
class DeclarationList {
  /** `onChange()` is called after each change. */
  constructor(onChange) {
    /** Entries {index | name | pending, text, important} in order, by index, custom name or 'var:' + pending name. */
    this.entries = new SafeMap();
    this.onChange = onChange;
    this.text = null;
    this.readOnly = false;
  }

  /** Replaces everything by a parsed declaration list. */
  load(declarations) {
    this.entries = new SafeMap();
    this.text = null;
    for (let i = 0; i < declarations.length; i++) {
      const { name, value, important } = declarations[i];
      this.put(Declarations.expand(name, value), important);
    }
  }
  put(entries, important) {
    if (entries === null) return false;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (entry.index !== undefined) {
        const known = this.entries.get(entry.index);
        if (known !== undefined && known.important && !important && entries.length > 1) continue;
        this.entries.set(entry.index, { index: entry.index, text: entry.text, important });
      } else if (entry.name !== undefined) this.entries.set(entry.name, { name: entry.name, text: entry.text, important });
      else this.putPending(entry, important);
    }
    return true;
  }
  putPending(entry, important) {
    const index = Properties.index(entry.pending);
    if (index >= 0) {
      this.entries.set(index, { index, pending: entry.pending, text: entry.text, important });
      return;
    }
    const { longhands } = Shorthands.get(entry.pending) ?? { longhands: [] };
    for (let i = 0; i < longhands.length; i++) this.entries.delete(longhands[i]);
    this.entries.set('var:' + entry.pending, { pending: entry.pending, text: entry.text, important });
  }

  get(property) {
    if (StringStartsWith(property, '--')) return this.entries.get(property)?.text ?? '';
    const name = Properties.canonicalName(property);
    const index = Properties.index(name);
    if (index >= 0) return this.entries.get(index)?.text ?? '';
    const pending = this.entries.get('var:' + name);
    if (pending !== undefined) return pending.text;
    const shorthand = Shorthands.get(name);
    return shorthand === undefined ? '' : this.collapse(shorthand)?.text ?? '';
  }
  /** {text, important} of a shorthand when all its longhands are here and agree. */
  collapse(shorthand) {
    const values = [];
    let important = false;
    for (let i = 0; i < shorthand.longhands.length; i++) {
      const entry = this.entries.get(shorthand.longhands[i]);
      if (entry === undefined || entry.pending !== undefined || (i > 0 && entry.important !== important)) return null;
      important = entry.important;
      ArrayPush(values, entry.text);
    }
    const first = values[0];
    if (first === 'inherit' || first === 'initial' || first === 'unset' || first === 'revert') {
      for (let i = 1; i < values.length; i++) if (values[i] !== first) return null;
      return { text: first, important };
    }
    const text = shorthand.collapse(values);
    return text === '' ? null : { text, important };
  }

  set(property, value, important) {
    if (this.readOnly) return;
    if (value === '') {
      this.remove(property);
      return;
    }
    const entries = Declarations.expand(property, value);
    if (entries === null || this.holds(entries, important)) return;
    this.put(entries, important);
    this.changed();
  }
  /** Whether setting the entries would change nothing. */
  holds(entries, important) {
    for (let i = 0; i < entries.length; i++) {
      const { index, name, text } = entries[i];
      const known = this.entries.get(index ?? name);
      if (known === undefined || known.text !== text || known.important !== important) return false;
    }
    return entries.length > 0;
  }
  remove(property) {
    const old = this.get(property);
    if (this.readOnly) return old;
    const name = Properties.canonicalName(property);
    const index = Properties.index(name);
    let removed = false;
    if (StringStartsWith(property, '--')) removed = this.entries.delete(property);
    else if (index >= 0) removed = this.entries.delete(index);
    else {
      removed = this.entries.delete('var:' + name);
      const longhands = Shorthands.get(name)?.longhands ?? [];
      for (let i = 0; i < longhands.length; i++) removed = this.entries.delete(longhands[i]) || removed;
    }
    if (removed) this.changed();
    return old;
  }
  changed() {
    this.text = null;
    this.onChange();
  }

  priority(property) {
    const name = Properties.canonicalName(property);
    const index = Properties.index(name);
    const entry = StringStartsWith(property, '--') ? this.entries.get(property) : index >= 0 ? this.entries.get(index) : this.entries.get('var:' + name);
    if (entry !== undefined) return entry.important ? 'important' : '';
    const shorthand = Shorthands.get(name);
    return shorthand !== undefined && this.collapse(shorthand)?.important ? 'important' : '';
  }

  cssText() {
    if (this.text !== null) return this.text;
    const parts = [];
    const done = new SafeSet();
    this.entries.forEach((entry, key) => {
      if (done.has(key)) return;
      const shorthand = entry.index === undefined ? null : this.shorthandFor(entry.index, done);
      const name = shorthand !== null ? shorthand.name : entry.index !== undefined ? Properties.names[entry.index] : entry.name ?? entry.pending;
      const value = shorthand !== null ? shorthand : entry;
      ArrayPush(parts, name + ': ' + value.text + (value.important ? ' !important' : '') + ';');
    });
    return this.text = ArrayJoin(parts, ' ');
  }
  /** The widest shorthand that speaks for the longhand and its sisters, which are then `done`; or null. */
  shorthandFor(index, done) {
    const names = DeclarationList.shorthandsOf(index);
    for (let i = 0; i < names.length; i++) {
      const shorthand = Shorthands.get(names[i]);
      const collapsed = this.collapse(shorthand);
      if (collapsed === null) continue;
      for (let j = 0; j < shorthand.longhands.length; j++) done.add(shorthand.longhands[j]);
      return { name: names[i], text: collapsed.text, important: collapsed.important };
    }
    return null;
  }
  static shorthandsOf(index) {
    if (DeclarationList.widest === null) {
      DeclarationList.widest = new SafeMap();
      Shorthands.table.forEach((shorthand, name) => {
        if (StringEndsWith(name, '-inline') || StringEndsWith(name, '-block')) return;
        for (let i = 0; i < shorthand.longhands.length; i++) {
          const list = DeclarationList.widest.get(shorthand.longhands[i]) ?? [];
          ArrayPush(list, name);
          DeclarationList.widest.set(shorthand.longhands[i], list);
        }
      });
      const width = (name) => Shorthands.get(name).longhands.length;
      DeclarationList.widest.forEach((list) => ArraySort(list, (a, b) => width(b) - width(a)));
    }
    return DeclarationList.widest.get(index) ?? noChildren;
  }

  /** Property names in order, shorthands of variables included. */
  names() {
    const names = [];
    this.entries.forEach((entry) => ArrayPush(names, entry.index !== undefined ? Properties.names[entry.index] : entry.name ?? entry.pending));
    return names;
  }
  /** The entries for the cascade, {text, normal, important}; the text only tells lists apart. */
  forCascade() {
    const normal = [];
    const important = [];
    let text = '';
    this.entries.forEach((entry, key) => {
      text += key + ':' + entry.text + (entry.important ? '!;' : ';');
      ArrayPush(entry.important ? important : normal, entry.pending === undefined ? entry : { pending: entry.pending, text: entry.text });
    });
    return { text, normal, important };
  }
}
DeclarationList.widest = null;

class CSSStyleDeclaration {
  constructor(token, source) {
    refuseConstruction(token);
    this[kStyleSource] = source;
  }
  [SymbolIterator]() { return arrayIterator(this[kStyleSource].names()); }
}
const propertyNameOf = (property) => {
  const name = `${property}`;
  return StringStartsWith(name, '--') ? name : StringToLowerCase(name);
};

/**
 * Stands behind the prototype, which has none of the hundreds of attributes to begin with: each is made when it is first
 * named, by the page or by this prelude.
 */
const styleFallback = (() => {
  const define = (attribute, property) => ObjectDefineProperty(CSSStyleDeclaration.prototype, attribute, {
    get() { return this[kStyleSource].get(property); },
    set(value) { this[kStyleSource].set(property, value === null ? '' : typeof value === 'string' ? value : `${value}`, false); },
    configurable: true,
    enumerable: true,
  });
  /** Whether an attribute of that name is there now. */
  const make = (name) => {
    const property = typeof name === 'string' ? StyleAttributes.propertyOf(name) : undefined;
    if (property === undefined) return false;
    define(name, property);
    return true;
  };
  return {
    __proto__: null,
    has: (behind, name) => make(name) || ReflectHas(behind, name),
    get: (behind, name, receiver) => (make(name) ? ReflectGet(CSSStyleDeclaration.prototype, name, receiver) : ReflectGet(behind, name, receiver)),
    set: (behind, name, value, receiver) => ReflectSet(make(name) ? CSSStyleDeclaration.prototype : behind, name, value, receiver),
    ownKeys: (behind) => ArrayConcat(StyleAttributes.names, ReflectOwnKeys(behind)),
    getOwnPropertyDescriptor(behind, name) {
      return ReflectGetOwnPropertyDescriptor(make(name) ? CSSStyleDeclaration.prototype : behind, name);
    },
  };
})();
ObjectSetPrototypeOf(CSSStyleDeclaration.prototype, new Proxy(Object.prototype, styleFallback));
defineMembers(CSSStyleDeclaration.prototype, {
  get cssText() { return this[kStyleSource].cssText(); },
  set cssText(value) {
    const source = this[kStyleSource];
    if (source.readOnly) return;
    source.load(CSSSyntax.parseDeclarations(`${value}`));
    source.changed();
  },
  get length() { return this[kStyleSource].names().length; },
  get parentRule() { return this[kStyleSource].parentRule ?? null; },
  get cssFloat() { return this[kStyleSource].get('float'); },
  set cssFloat(value) { this[kStyleSource].set('float', value === null ? '' : `${value}`, false); },
  item(index) { return this[kStyleSource].names()[index >>> 0] ?? ''; },
  getPropertyValue(property) { return this[kStyleSource].get(propertyNameOf(property)); },
  getPropertyPriority(property) { return this[kStyleSource].priority(propertyNameOf(property)); },
  setProperty(property, value, priority) {
    const level = priority === undefined || priority === null ? '' : StringToLowerCase(`${priority}`);
    if (level !== '' && level !== 'important') return;
    this[kStyleSource].set(propertyNameOf(property), value === null ? '' : StringTrim(`${value}`), level === 'important');
  },
  removeProperty(property) { return this[kStyleSource].remove(propertyNameOf(property)); },
});
exposeInterface('CSSStyleDeclaration', CSSStyleDeclaration);

const createStyleDeclaration = (source) => new CSSStyleDeclaration(kInternal, source);
