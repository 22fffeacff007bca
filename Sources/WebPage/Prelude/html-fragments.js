// HTML fragments in both directions: parsing by the host's HTML parser, serialising by HTML § 13.3.

const voidElements = { __proto__: null, area: 1, base: 1, br: 1, col: 1, embed: 1, hr: 1, img: 1, input: 1, link: 1, meta: 1, source: 1, track: 1, wbr: 1 };
const rawTextElements = { __proto__: null, style: 1, script: 1, xmp: 1, iframe: 1, noembed: 1, noframes: 1, plaintext: 1 };

const escapeText = (text) => {
  if (!RegExpTest(/[&<>\u00a0]/, text)) return text;
  return StringReplaceAll(StringReplaceAll(StringReplaceAll(StringReplaceAll(text, '&', '&amp;'), '\u00a0', '&nbsp;'), '<', '&lt;'), '>', '&gt;');
};
const escapeAttribute = (text) => {
  if (!RegExpTest(/[&"\u00a0<>]/, text)) return text;
  return StringReplaceAll(StringReplaceAll(StringReplaceAll(text, '&', '&amp;'), '\u00a0', '&nbsp;'), '"', '&quot;');
};
const serializeNode = (node) => {
  switch (node[kNodeType]) {
    case 1: {
      let html = `<${node[kTag]}`;
      if (node[kIsName] !== undefined && !node[kAttributes].has('is')) html += ` is="${escapeAttribute(node[kIsName])}"`;
      node[kAttributes].forEach((value, name) => { html += ` ${name}="${escapeAttribute(value)}"`; });
      if (voidElements[node[kTag]] && node[kNamespace] === 'html') return `${html}>`;
      return `${html}>${serializeChildren(node)}</${node[kTag]}>`;
    }
    case 3: return node[kParent] !== null && rawTextElements[node[kParent][kTag]] ? node[kData] : escapeText(node[kData]);
    case 8: return `<!--${node[kData]}-->`;
    case 10: return `<!DOCTYPE ${node[kData]}>`;
    default: return serializeChildren(node);
  }
};
const serializeChildren = (parent) => {
  const children = (parent[kTag] === 'template' && parent[kContent] !== undefined ? parent[kContent] : parent)[kChildren];
  let html = '';
  for (let i = 0; i < children.length; i++) html += serializeNode(children[i]);
  return html;
};
const kContent = Symbol('content');

/** Parsed trees by context and text: a game that rewrites its board's innerHTML often repeats itself. */
const parsedTrees = new SafeMap();
const PARSED_TREES_MAX = 64;
const parseTree = (html, context) => {
  const key = `${context} ${html}`;
  let tree = parsedTrees.get(key);
  if (tree !== undefined) return tree;
  tree = JSONParse(host.parseHTML(html, context));
  if (parsedTrees.size >= PARSED_TREES_MAX) parsedTrees.clear();
  if (html.length < 100000) parsedTrees.set(key, tree);
  return tree;
};
const plainText = /^[^<&\0\r]*$/;
/** The name by which the parser knows the element that a fragment is for. */
const fragmentContext = (node) => (node === null || node[kTag] === undefined ? 'body' : node[kNamespace] === 'svg' ? `svg ${node[kTag]}` : node[kTag]);
/** A fragment with what `html` stands for inside a `context` element; its scripts never run. */
const parseFragment = (document, html, context) => {
  const fragment = createFragment(document);
  if (html === '') return fragment;
  if (RegExpTest(plainText, html) && !tableContexts[context]) {
    insertNode(fragment, createText(document, html), null);
    return fragment;
  }
  if (CustomElements.hasDefinitions()) CustomElements.deferred(() => appendTree(fragment, parseTree(html, context), document, true));
  else appendTree(fragment, parseTree(html, context), document, true);
  return fragment;
};
const tableContexts = { __proto__: null, table: 1, tbody: 1, thead: 1, tfoot: 1, tr: 1, colgroup: 1, select: 1, html: 1, head: 1 };

const parserNamespaces = { __proto__: null, svg: 'svg', math: 'mathml' };
/** The element that a parsed node describes, with its attributes, without its children. */
const elementFromTree = (item, document, scriptsDead) => {
  const element = createElementIn(document, item[0], parserNamespaces[item[5]] ?? 'html');
  if (item[0] === 'script') element[kScriptState] = scriptsDead ? 'dead' : 'parsing';
  const attributes = item[1];
  if (attributes) {
    const names = ObjectKeys(attributes);
    for (let i = 0; i < names.length; i++) setAttributeValue(element, names[i], attributes[names[i]]);
  }
  if (item[3] !== undefined) { element[kSourceLine] = item[3]; element[kSourceColumn] = item[4]; }
  return element;
};
const kSourceLine = Symbol('sourceLine');
const kSourceColumn = Symbol('sourceColumn');
const nodeFromTree = (item, document) => {
  if (typeof item === 'string') return createText(document, item);
  if (item[0] === '#comment') return createComment(document, item[1]);
  if (item[0] === '#doctype') return createDoctype(document, item[1]);
  return null;
};
/** Builds a whole parsed tree below `parent` at once, for fragments, where no script can interrupt. */
const appendTree = (parent, items, document, scriptsDead) => {
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    let node = nodeFromTree(item, document);
    if (node === null) {
      node = elementFromTree(item, document, scriptsDead);
      appendTree(node[kContent] ?? node, item[2] || noChildren, document, scriptsDead);
    }
    insertNode(parent, node, null);
  }
};

defineMembers(Element.prototype, {
  get innerHTML() { return serializeChildren(this); },
  set innerHTML(html) {
    const text = html === null ? '' : `${html}`;
    const target = this[kContent] ?? this;
    replaceAllChildren(target, text === '' ? null : parseFragment(this[kDocument], text, fragmentContext(this)));
  },
  get outerHTML() { return serializeNode(this); },
  set outerHTML(html) {
    const parent = this[kParent];
    if (parent === null) return;
    if (parent[kNodeType] === 9) throwDOMException('NoModificationAllowedError', "This element's parent is of type '#document', which is not an element node.");
    const next = siblingOf(this, 1);
    removeNode(this);
    insertNode(parent, parseFragment(this[kDocument], html === null ? '' : `${html}`, fragmentContext(parent)), next);
  },
  insertAdjacentHTML(where, html) {
    const outside = RegExpTest(/^(?:beforebegin|afterend)$/i, `${where}`);
    if (outside && (this[kParent] === null || this[kParent][kNodeType] === 9)) throwDOMException('NoModificationAllowedError', 'The element has no parent.');
    const context = outside ? this[kParent] : this;
    insertAdjacent(this, where, parseFragment(this[kDocument], `${html}`, fragmentContext(context)));
  },
});
