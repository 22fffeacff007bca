// `element.style`: https://www.w3.org/TR/cssom-1/#the-elementcssinlinestyle-mixin
// The style attribute's text is made from the declarations only when something reads the attribute.

const kInlineStyle = Symbol('inlineStyle');

/** The attributes of an element whose `style` object changed: reading `style` brings the text up to date first. */
class StyledAttributes extends SafeMap {
  sync() {
    const { inline } = this;
    if (!inline.ahead) return;
    inline.ahead = false;
    const text = inline.list.cssText();
    if (text !== '' || super.has('style')) super.set('style', text);
  }
  get(name) {
    if (name === 'style') this.sync();
    return super.get(name);
  }
  set(name, value) {
    if (name === 'style') this.inline.attributeWins();
    return super.set(name, value);
  }
  delete(name) {
    if (name === 'style') {
      this.sync();
      this.inline.attributeWins();
    }
    return super.delete(name);
  }
  has(name) {
    if (name === 'style') this.sync();
    return super.has(name);
  }
  forEach(callback, receiver) {
    this.sync();
    super.forEach(callback, receiver);
  }
  keys() {
    this.sync();
    return super.keys();
  }
  values() {
    this.sync();
    return super.values();
  }
  entries() {
    this.sync();
    return super.entries();
  }
  get size() {
    const { inline } = this;
    return inline.ahead && inline.list.entries.size > 0 && !super.has('style') ? super.size + 1 : super.size;
  }
}

const InlineStyle = (() => {
  /** The declarations of one element's style attribute. */
  class Inline {
    constructor(element) {
      this.element = element;
      this.list = new DeclarationList(() => this.changed());
      this.object = null;
      /** The declarations are ahead of the attribute's text. */
      this.ahead = false;
      /** The attribute's text is ahead of the declarations. */
      this.behind = true;
      this.source = undefined;
      this.cascaded = null;
      /** Whether the element's attributes tell of changes by themselves. */
      this.tookOver = false;
    }

    /** The declarations as the attribute has them. */
    current() {
      if (!this.tookOver) this.behind = this.source !== (this.element[kAttributes].get('style') ?? '');
      if (this.behind) {
        this.behind = false;
        this.cascaded = null;
        this.source = this.element[kAttributes].get('style') ?? '';
        StyleSigns.noteInline(this.source);
        this.list.load(CSSSyntax.parseDeclarations(this.source));
      }
      return this.list;
    }
    attributeWins() {
      this.ahead = false;
      this.behind = true;
    }
    changed() {
      const { element } = this;
      const old = MutationHook.record === null ? null : element[kAttributes].get('style') ?? null;
      this.cascaded = null;
      this.ahead = true;
      if (MutationHook.record !== null) {
        element[kAttributes].get('style');
        MutationHook.record('attributes', element, 'style', old, noChildren, noChildren, null, null);
      }
      StyleListeners.elementChanged(element);
    }
    takeOver() {
      const styled = new StyledAttributes();
      styled.inline = this;
      this.element[kAttributes].forEach((value, name) => styled.set(name, value));
      this.element[kAttributes] = styled;
      this.tookOver = true;
    }

    // What CSSStyleDeclaration asks of its source.
    get(property) { return this.current().get(property); }
    set(property, value, important) {
      StyleSigns.noteInline(property);
      this.current().set(property, value, important);
    }
    remove(property) { return this.current().remove(property); }
    priority(property) { return this.current().priority(property); }
    cssText() { return this.current().cssText(); }
    names() { return this.current().names(); }
    load(declarations) {
      this.behind = false;
      for (let i = 0; i < declarations.length; i++) StyleSigns.noteInline(declarations[i].name);
      this.list.load(declarations);
    }
  }
  defineMembers(Inline.prototype, { readOnly: false });

  const inlineOf = (element) => element[kInlineStyle] ?? (element[kInlineStyle] = new Inline(element));

  /** The element's `style` object. */
  const of = (element) => {
    const inline = inlineOf(element);
    if (inline.object === null) {
      inline.takeOver();
      inline.object = createStyleDeclaration(inline);
    }
    return inline.object;
  };

  /** {text, normal, important} for the cascade; null without inline style. */
  const peek = (element) => {
    let inline = element[kInlineStyle];
    if (inline === undefined) {
      if (!element[kAttributes].has('style')) return null;
      inline = inlineOf(element);
    }
    const list = inline.current();
    if (list.entries.size === 0) return null;
    return inline.cascaded ?? (inline.cascaded = list.forCascade());
  };

  return { of, peek };
})();
