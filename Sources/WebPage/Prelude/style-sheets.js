// The style sheets of a tree: where they come from, and their rules made ready for matching.

/** A parsed style sheet; CSSOM's objects are views of it. */
class SheetData {
  constructor(rules, owner) {
    this.rules = rules;
    this.owner = owner;
    this.href = null;
    this.media = '';
    this.disabled = false;
    this.wrapper = null;
  }
}

const StyleSheets = (() => {
  const UNLAYERED = 1e6;
  /** @keyframes by name → {id, frames: [{offset, entries}]}. */
  let keyframes = new SafeMap();
  /** Initial values of registered custom properties (@property). */
  let registered = [];
  let layers = new SafeMap();
  const { traits } = StyleSigns;

  const isLocal = (address) => !RegExpTest(/^(?:[a-z][a-z+.-]*:|\/\/)/i, address);
  const readLocal = (address, base) => {
    if (StringStartsWith(address, 'data:')) return dataText(address);
    if (!isLocal(address)) {
      Records.missing('network ' + address);
      return null;
    }
    const path = StringSplit(StringSplit(address, '?')[0], '#')[0];
    return host.readFile(StringStartsWith(path, './') ? base + StringSlice(path, 2) : StringStartsWith(path, '/') ? StringSlice(path, 1) : base + path);
  };
  const { decodeURIComponent: decodeText, atob: decodeBase64 } = globalThis;
  const dataText = (address) => {
    const comma = StringIndexOf(address, ',');
    const body = StringSlice(address, comma + 1);
    return StringEndsWith(StringSlice(address, 0, comma), ';base64') ? decodeBase64?.(body) ?? null : decodeText(body);
  };
  const folderOf = (path) => StringSlice(path, 0, StringLastIndexOf(path, '/') + 1);

  const IMPORT = /^(?:url\(\s*)?["']?([^"')\s]+)["']?\s*\)?\s*([^]*)$/;
  const importedRules = (prelude, base, depth) => {
    const match = RegExpExec(IMPORT, prelude);
    if (match === null || depth > 5) return null;
    const text = readLocal(match[1], base);
    return text === null ? null : { rules: CSSSyntax.parseRules(text), media: match[2], base: folderOf(base + match[1]) };
  };

  const layerIndex = (name) => {
    let index = layers.get(name);
    if (index === undefined) layers.set(name, index = layers.size + 1);
    return index;
  };

  const blockOf = (rule) => {
    if (rule.block === undefined) {
      rule.block = Declarations.block(rule.declarations);
      noteAnimations(rule.block.normal);
      noteAnimations(rule.block.important);
    }
    return rule.block;
  };
  const noteAnimations = (entries) => {
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (entry.pending !== undefined ? StringStartsWith(entry.pending, 'transition') || StringStartsWith(entry.pending, 'animation')
        : entry.index === P.transitionDuration || entry.index === P.animationName) traits.animates = true;
    }
  };

  const nested = (selector, parent) => {
    if (parent === null) return selector;
    const group = ':is(' + parent + ')';
    const parts = CSSSyntax.split(selector, ',');
    const out = [];
    for (let i = 0; i < parts.length; i++) {
      ArrayPush(out, StringIncludes(parts[i], '&') ? StringReplaceAll(parts[i], '&', group) : group + ' ' + parts[i]);
    }
    return ArrayJoin(out, ', ');
  };

  /** Files a list of rules, with what at-rules say about them, in `set`. */
  const file = (rules, set, context) => {
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i];
      if (rule.at !== '') fileAtRule(rule, set, context);
      else {
        const selector = nested(rule.prelude, context.parent);
        if (rule.declarations.length > 0) set.add(selector, blockOf(rule), context.layer);
        if (rule.rules.length > 0) file(rule.rules, set, { ...context, parent: selector });
      }
    }
  };
  const fileAtRule = (rule, set, context) => {
    switch (rule.at) {
      case 'media': if (MediaQueries().matches(rule.prelude)) fileGroup(rule, set, context); return;
      case 'supports': if (MediaQueries().supports(rule.prelude)) fileGroup(rule, set, context); return;
      case 'container': if (MediaQueries().matches(StringReplaceAll(rule.prelude, 'inline-size', 'width'))) fileGroup(rule, set, context); return;
      case 'scope': case 'starting-style': if (rule.at === 'scope') fileGroup(rule, set, context); return;
      case 'layer': fileLayer(rule, set, context); return;
      case 'keyframes': case '-webkit-keyframes': keyframes.set(StringReplaceAll(StringReplaceAll(rule.prelude, '"', ''), "'", ''), rule); return;
      case 'font-face': PageFonts().adopt(rule, context.base); return;
      case 'property': ArrayPush(registered, rule); return;
      case 'import': {
        const imported = importedRules(rule.prelude, context.base, context.depth);
        if (imported !== null && (imported.media === '' || MediaQueries().matches(imported.media))) {
          file(imported.rules, set, { ...context, base: imported.base, depth: context.depth + 1 });
        }
        return;
      }
      default:
    }
  };
  const fileGroup = (rule, set, context) => {
    if (context.parent !== null && rule.declarations.length > 0) set.add(context.parent, blockOf(rule), context.layer);
    file(rule.rules, set, context);
  };
  const fileLayer = (rule, set, context) => {
    const names = CSSSyntax.split(rule.prelude, ',');
    for (let i = 0; i < names.length; i++) layerIndex(context.layerName + names[i]);
    if (rule.rules.length === 0) return;
    const layerName = context.layerName + (names[0] === '' ? 'anonymous' + layers.size : names[0]);
    file(rule.rules, set, { ...context, layer: layerIndex(layerName), layerName: layerName + '.' });
  };

  /** The sheet of a <style> or <link> element, parsed again only when its text or address is another. */
  const ofOwner = (element) => {
    const attributes = element[kAttributes];
    const sheet = element[kTag] === 'style' ? styleSheetOf(element) : linkSheetOf(element);
    if (sheet !== null) sheet.media = attributes.get('media') ?? '';
    return sheet;
  };
  const styleSheetOf = (element) => {
    const type = element[kAttributes].get('type') ?? '';
    if (type !== '' && StringToLowerCase(type) !== 'text/css') return null;
    let text = '';
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) text += children[i][kData] ?? '';
    let known = element[kSheet];
    if (known === undefined || known.source !== text) {
      known = element[kSheet] = new SheetData(CSSSyntax.parseRules(text), element);
      known.source = text;
      known.base = '';
    }
    return known;
  };
  const linkSheetOf = (element) => {
    const attributes = element[kAttributes];
    const rel = ' ' + StringToLowerCase(attributes.get('rel') ?? '') + ' ';
    const href = StringTrim(attributes.get('href') ?? '');
    if (!StringIncludes(rel, ' stylesheet ') || StringIncludes(rel, ' alternate ') || href === '' || attributes.has('disabled')) return null;
    let known = element[kSheet];
    if (known === undefined || known.source !== href) {
      const text = readLocal(href, '');
      known = element[kSheet] = new SheetData(CSSSyntax.parseRules(text ?? ''), element);
      known.source = href;
      known.base = folderOf(href);
      known.href = href;
      known.failed = text === null;
    }
    return known;
  };

  /** All sheets of a document or shadow root, in order: elements' first, then the adopted ones. */
  const sheetsOf = (root) => {
    const sheets = [];
    for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
      if (node[kTag] !== 'style' && node[kTag] !== 'link') continue;
      const sheet = ofOwner(node);
      if (sheet !== null) ArrayPush(sheets, sheet);
    }
    return sheets;
  };

  /** The rules of a document or shadow root, indexed. */
  const rulesOf = (root) => {
    const set = new RuleSet();
    const sheets = ArrayConcat(sheetsOf(root), root[kAdopted] ?? []);
    for (let i = 0; i < sheets.length; i++) {
      const sheet = sheets[i];
      if (sheet.disabled || (sheet.media !== '' && !MediaQueries().matches(sheet.media))) continue;
      file(sheet.rules, set, { parent: null, layer: UNLAYERED, layerName: '', base: sheet.base ?? '', depth: 0 });
    }
    return set;
  };
  const reset = () => {
    keyframes = new SafeMap();
    registered = [];
    layers = new SafeMap();
  };
  /** Custom properties' initial values as entries for the root element. */
  const registeredEntries = () => {
    const entries = [];
    for (let i = 0; i < registered.length; i++) {
      const list = registered[i].declarations;
      for (let j = 0; j < list.length; j++) {
        if (list[j].name === 'initial-value') ArrayPush(entries, { name: registered[i].prelude, text: list[j].value });
      }
    }
    return entries;
  };

  return {
    rulesOf, sheetsOf, reset, registeredEntries, ofOwner,
    keyframesNamed: (name) => keyframes.get(name),
  };
})();
