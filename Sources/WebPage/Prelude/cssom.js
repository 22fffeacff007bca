// Style sheets and rules as objects: https://www.w3.org/TR/cssom-1/#css-style-sheets

const kAdoptedList = Symbol('adoptedList');
/** What changes an array of adopted sheets in place. */
const ArrayChanges = {
  push: Array.prototype.push, unshift: Array.prototype.unshift, splice: Array.prototype.splice, pop: Array.prototype.pop, shift: Array.prototype.shift,
};

/** What wraps sheets and rules for scripts. */
const StyleObjects = defineLazyGlobals([
  'StyleSheet', 'CSSRule', 'CSSGroupingRule', 'CSSStyleRule', 'CSSMediaRule', 'CSSSupportsRule', 'CSSKeyframesRule',
  'CSSKeyframeRule', 'CSSFontFaceRule', 'CSSImportRule', 'CSSStyleSheet',
], () => {
  const { StyleSheets, SheetData } = Rendering();
  const changed = StyleSigns.sheetsChanged;
  const kRuleData = Symbol('ruleData');
  const kParentSheet = Symbol('parentStyleSheet');
  const kParentRule = Symbol('parentRule');
  const kRules = Symbol('cssRules');

  /** An array of rule or sheet objects that also answers `item`. */
  const listOf = (items) => {
    ObjectDefineProperty(items, 'item', { value: (index) => items[index] ?? null });
    return items;
  };

  class StyleSheet {
    get type() { return 'text/css'; }
    get href() { return this[kSheet].href; }
    get title() { return this[kSheet].owner?.[kAttributes].get('title') ?? null; }
    get ownerNode() { return this[kSheet].owner; }
    get parentStyleSheet() { return null; }
    get disabled() { return this[kSheet].disabled; }
    set disabled(value) {
      this[kSheet].disabled = Boolean(value);
      changed();
    }
    get media() { return mediaList(this[kSheet].media); }
  }
  exposeInterface('StyleSheet', StyleSheet);
  const mediaList = (text) => {
    const list = text === '' ? [] : ArraySlice(CSSSyntax.split(text, ','));
    ObjectDefineProperty(list, 'mediaText', { value: text });
    return listOf(list);
  };

  class CSSRule {
    get type() { return TYPES[this[kRuleData].at] ?? 0; }
    get parentStyleSheet() { return this[kParentSheet]; }
    get parentRule() { return this[kParentRule]; }
    get cssText() { return ruleText(this[kRuleData]); }
    set cssText(value) {}
  }
  const TYPES = { __proto__: null, '': 1, import: 3, media: 4, 'font-face': 5, keyframes: 7, '-webkit-keyframes': 7, supports: 12, layer: 0, namespace: 10 };
  exposeInterface('CSSRule', CSSRule);
  class CSSGroupingRule extends CSSRule {
    get cssRules() { return wrappersOf(this[kRuleData], this[kParentSheet], this); }
    insertRule(text, index) { return insert(this[kRuleData], text, index ?? 0); }
    deleteRule(index) { remove(this[kRuleData], index); }
  }
  exposeInterface('CSSGroupingRule', CSSGroupingRule);
  class CSSStyleRule extends CSSGroupingRule {
    get selectorText() { return this[kRuleData].prelude; }
    set selectorText(value) {
      this[kRuleData].prelude = `${value}`;
      changed();
    }
    get style() { return styleOf(this); }
    set style(value) { styleOf(this).cssText = value; }
  }
  exposeInterface('CSSStyleRule', CSSStyleRule);
  class CSSMediaRule extends CSSGroupingRule {
    get conditionText() { return this[kRuleData].prelude; }
    get media() { return mediaList(this[kRuleData].prelude); }
    get matches() { return MediaQueries().matches(this[kRuleData].prelude); }
  }
  exposeInterface('CSSMediaRule', CSSMediaRule);
  class CSSSupportsRule extends CSSGroupingRule {
    get conditionText() { return this[kRuleData].prelude; }
  }
  exposeInterface('CSSSupportsRule', CSSSupportsRule);
  class CSSKeyframesRule extends CSSRule {
    get name() { return this[kRuleData].prelude; }
    get cssRules() { return wrappersOf(this[kRuleData], this[kParentSheet], this); }
    get length() { return this[kRuleData].rules.length; }
    appendRule(text) { insert(this[kRuleData], text, this[kRuleData].rules.length); }
  }
  exposeInterface('CSSKeyframesRule', CSSKeyframesRule);
  class CSSKeyframeRule extends CSSRule {
    get keyText() { return this[kRuleData].prelude; }
    get style() { return styleOf(this); }
  }
  exposeInterface('CSSKeyframeRule', CSSKeyframeRule);
  class CSSFontFaceRule extends CSSRule {
    get style() { return styleOf(this); }
  }
  exposeInterface('CSSFontFaceRule', CSSFontFaceRule);
  class CSSImportRule extends CSSRule {
    get href() { return this[kRuleData].prelude; }
  }
  exposeInterface('CSSImportRule', CSSImportRule);

  const classFor = (data, parent) => {
    switch (data.at) {
      case '': return parent instanceof CSSKeyframesRule ? CSSKeyframeRule : CSSStyleRule;
      case 'media': return CSSMediaRule;
      case 'supports': return CSSSupportsRule;
      case 'keyframes': case '-webkit-keyframes': return CSSKeyframesRule;
      case 'font-face': return CSSFontFaceRule;
      case 'import': return CSSImportRule;
      case 'layer': case 'container': return CSSGroupingRule;
      default: return CSSRule;
    }
  };
  const wrap = (data, sheet, parent) => {
    if (data.wrapper === undefined) {
      const rule = new (classFor(data, parent))();
      ObjectDefineProperty(rule, kRuleData, { value: data });
      ObjectDefineProperty(rule, kParentSheet, { value: sheet });
      ObjectDefineProperty(rule, kParentRule, { value: parent });
      data.wrapper = rule;
    }
    return data.wrapper;
  };
  /** The live list of wrappers of a sheet's or group's rules: one array, filled again when asked for. */
  const wrappersOf = (data, sheet, parent) => {
    const list = data[kRules] ?? (data[kRules] = listOf([]));
    list.length = 0;
    for (let i = 0; i < data.rules.length; i++) ArrayPush(list, wrap(data.rules[i], sheet, parent));
    return list;
  };

  const kRuleStyle = Symbol('ruleStyle');
  const styleOf = (rule) => {
    if (rule[kRuleStyle] !== undefined) return rule[kRuleStyle];
    const data = rule[kRuleData];
    const list = new DeclarationList(() => {
      data.declarations = [];
      list.entries.forEach((entry) => ArrayPush(data.declarations, {
        name: entry.index !== undefined ? Properties.names[entry.index] : entry.name ?? entry.pending, value: entry.text, important: entry.important,
      }));
      data.block = undefined;
      changed();
    });
    list.load(data.declarations);
    list.parentRule = rule;
    const style = createStyleDeclaration(list);
    ObjectDefineProperty(rule, kRuleStyle, { value: style });
    return style;
  };
  const ruleText = (data) => {
    const list = new DeclarationList(() => {});
    list.load(data.declarations);
    const parts = [];
    const own = list.cssText();
    if (own !== '') ArrayPush(parts, own);
    for (let i = 0; i < data.rules.length; i++) ArrayPush(parts, ruleText(data.rules[i]));
    const head = data.at === '' ? data.prelude : '@' + data.at + (data.prelude === '' ? '' : ' ' + data.prelude);
    return head + ' { ' + ArrayJoin(parts, ' ') + (parts.length > 0 ? ' }' : '}');
  };

  const insert = (data, text, index) => {
    const rules = CSSSyntax.parseRules(`${text}`);
    if (rules.length !== 1) throwDOMException('SyntaxError', "Failed to execute 'insertRule' on 'CSSStyleSheet': Failed to parse the rule '" + text + "'.");
    if (!(index >= 0 && index <= data.rules.length)) {
      throwDOMException('IndexSizeError', "Failed to execute 'insertRule' on 'CSSStyleSheet': The index provided (" + index + ') is larger than the maximum index (' + data.rules.length + ').');
    }
    ArraySplice(data.rules, index, 0, rules[0]);
    changed();
    return index;
  };
  const remove = (data, index) => {
    if (!(index >= 0 && index < data.rules.length)) {
      throwDOMException('IndexSizeError', "Failed to execute 'deleteRule' on 'CSSStyleSheet': The index provided (" + index + ') is larger than the maximum index (' + (data.rules.length - 1) + ').');
    }
    ArraySplice(data.rules, index, 1);
    changed();
  };

  class CSSStyleSheet extends StyleSheet {
    constructor(options) {
      super();
      const data = new SheetData([], null);
      data.media = options?.media === undefined ? '' : `${options.media}`;
      data.disabled = Boolean(options?.disabled);
      data.wrapper = this;
      ObjectDefineProperty(this, kSheet, { value: data, writable: true });
    }
    get ownerRule() { return null; }
    get cssRules() { return wrappersOf(this[kSheet], this, null); }
    get rules() { return this.cssRules; }
    insertRule(text, index = 0) { return insert(this[kSheet], text, index); }
    deleteRule(index) { remove(this[kSheet], index); }
    addRule(selector, style, index) {
      insert(this[kSheet], (selector ?? 'undefined') + ' { ' + (style ?? 'undefined') + ' }', index ?? this[kSheet].rules.length);
      return -1;
    }
    removeRule(index = 0) { remove(this[kSheet], index); }
    replaceSync(text) {
      this[kSheet].rules = CSSSyntax.parseRules(`${text}`);
      changed();
    }
    replace(text) {
      this.replaceSync(text);
      return PromiseResolve(this);
    }
  }
  exposeInterface('CSSStyleSheet', CSSStyleSheet);

  const wrapperOf = (data) => {
    if (data.wrapper === null) {
      const sheet = new CSSStyleSheet();
      sheet[kSheet] = data;
      data.wrapper = sheet;
    }
    return data.wrapper;
  };
  const sheetsOf = (root) => {
    const data = StyleSheets.sheetsOf(root);
    const list = [];
    for (let i = 0; i < data.length; i++) ArrayPush(list, wrapperOf(data[i]));
    return listOf(list);
  };
  /** An array of sheets whose changes in place (push) are seen when styles are next worked out. */
  const adopt = (root, sheets) => {
    const list = arrayFromIterable(sheets);
    const data = [];
    for (let i = 0; i < list.length; i++) {
      if (!(list[i] instanceof CSSStyleSheet)) throw new TypeError("Failed to set the 'adoptedStyleSheets' property on 'Document': Failed to convert value to 'CSSStyleSheet'.");
      ArrayPush(data, list[i][kSheet]);
    }
    root[kAdoptedList] = adoptedList(root, list);
    root[kAdopted] = data;
    changed();
  };
  const adoptedList = (root, list) => {
    const readopt = () => {
      root[kAdopted] = ArrayMap(list, (sheet) => sheet[kSheet]);
      changed();
    };
    const methods = ObjectKeys(ArrayChanges);
    for (let i = 0; i < methods.length; i++) {
      const native = ArrayChanges[methods[i]];
      ObjectDefineProperty(list, methods[i], { value: (...given) => {
        const result = ReflectApply(native, list, given);
        readopt();
        return result;
      } });
    }
    return list;
  };
  return { wrapperOf, sheetsOf, adopt, adoptedList };
});

const documentOrShadow = {
  get styleSheets() { return StyleObjects().sheetsOf(this); },
  get adoptedStyleSheets() { return this[kAdoptedList] ?? (this[kAdoptedList] = StyleObjects().adoptedList(this, [])); },
  set adoptedStyleSheets(sheets) { StyleObjects().adopt(this, sheets); },
};
defineMembers(Document.prototype, documentOrShadow);
defineMembers(ShadowRoot.prototype, documentOrShadow);

// --- The CSS namespace
defineLazyGlobals(['CSS'], () => {
  const CSS = ObjectCreate(null);
  defineMembers(CSS, {
    supports(property, value) {
      if (arguments.length === 0) throw new TypeError("Failed to execute 'supports' on 'CSS': 1 argument required, but only 0 present.");
      return arguments.length === 1 ? MediaQueries().supports(`${property}`) : MediaQueries().supportsDeclaration(`${property}`, `${value}`);
    },
    escape(value) {
      const text = `${value}`;
      let out = '';
      for (let i = 0; i < text.length; i++) {
        const code = StringCharCodeAt(text, i);
        const isDigit = code >= 48 && code <= 57;
        if (code === 0) out += '\ufffd';
        else if (code < 32 || code === 127 || (isDigit && (i === 0 || (i === 1 && text[0] === '-')))) out += '\\' + NumberToString(code, 16) + ' ';
        else if (i === 0 && code === 45 && text.length === 1) out += '\\-';
        else if (code >= 128 || code === 45 || code === 95 || isDigit || RegExpTest(/[a-zA-Z]/, text[i])) out += text[i];
        else out += '\\' + text[i];
      }
      return out;
    },
    registerProperty(definition) {
      const root = DocumentState.document;
      const sheet = new SheetData([{ at: 'property', prelude: `${definition.name}`, rules: [], declarations: definition.initialValue === undefined ? []
        : [{ name: 'initial-value', value: `${definition.initialValue}`, important: false }] }], null);
      root[kAdopted] = ArrayConcat(root[kAdopted] ?? [], sheet);
      StyleSigns.sheetsChanged();
    },
    px: (value) => ({ value: +value, unit: 'px', toString: () => value + 'px' }),
  });
  ObjectDefineProperty(CSS, SymbolToStringTag, { value: 'CSS', configurable: true });
  defineGlobal('CSS', CSS);
});
