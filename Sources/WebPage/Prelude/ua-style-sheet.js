// The browser's own style sheet: https://html.spec.whatwg.org/multipage/rendering.html, with Chromium's form controls.
// A rule a line, read only for the tags that a page has: most pages use a tenth of it.

const UA_RULES = `
[hidden], area, base, datalist, head, link, meta, noembed, noframes, param, rp, script, style, template, title, noscript { display: none }
html, body, div, p, section, article, aside, nav, header, footer, main, hgroup, search, address, blockquote, center, dialog, dd, dl, dt, figure, figcaption, form, fieldset, legend, h1, h2, h3, h4, h5, h6, hr, listing, plaintext, pre, xmp, ol, ul, menu, dir, details, summary, optgroup, option, frameset, frame { display: block }
body { margin: 8px }
p, dl, blockquote, figure, listing, plaintext, pre, xmp { margin-top: 1em; margin-bottom: 1em }
blockquote, figure { margin-left: 40px; margin-right: 40px }
dd { margin-left: 40px }
h1 { font-size: 2em; margin-top: .67em; margin-bottom: .67em; font-weight: bold }
h2 { font-size: 1.5em; margin-top: .83em; margin-bottom: .83em; font-weight: bold }
h3 { font-size: 1.17em; margin-top: 1em; margin-bottom: 1em; font-weight: bold }
h4 { margin-top: 1.33em; margin-bottom: 1.33em; font-weight: bold }
h5 { font-size: .83em; margin-top: 1.67em; margin-bottom: 1.67em; font-weight: bold }
h6 { font-size: .67em; margin-top: 2.33em; margin-bottom: 2.33em; font-weight: bold }
ul, menu, dir { list-style-type: disc; margin-top: 1em; margin-bottom: 1em; padding-left: 40px }
ol { list-style-type: decimal; margin-top: 1em; margin-bottom: 1em; padding-left: 40px }
ul ul, ol ul, ul ol, ol ol { margin-top: 0; margin-bottom: 0 }
ul ul, ol ul { list-style-type: circle }
li { display: list-item }
summary { display: list-item }
details:not([open]) > :not(summary) { display: none }
hr { border: 1px inset gray; margin: .5em auto; overflow: hidden; color: gray }
b, strong { font-weight: bolder }
i, em, cite, var, dfn, address { font-style: italic }
u, ins { text-decoration: underline }
s, strike, del { text-decoration: line-through }
small { font-size: smaller }
big { font-size: larger }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
code, kbd, samp, tt, pre, listing, plaintext, xmp { font-family: monospace }
pre, listing, plaintext, xmp { white-space: pre }
center { text-align: -webkit-center }
mark { background-color: yellow; color: black }
nobr { white-space: nowrap }
a[href] { color: rgb(0, 0, 238); text-decoration: underline; cursor: pointer }
table { display: table; border-spacing: 2px; border-collapse: separate; box-sizing: border-box; text-indent: 0 }
caption { display: table-caption; text-align: center }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
col { display: table-column }
colgroup { display: table-column-group }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
th { font-weight: bold; text-align: -internal-center }
fieldset { margin: 0 2px; padding: .35em .75em .625em; border: 2px groove rgb(192, 192, 192); min-width: min-content }
legend { padding: 0 2px }
dialog { position: absolute; left: 0; right: 0; width: fit-content; height: fit-content; margin: auto; border: 3px solid black; padding: 1em; background-color: white; color: black }
dialog:not([open]) { display: none }
dialog:modal { position: fixed; top: 0; bottom: 0; overflow: auto; max-width: calc(100% - 6px - 2em); max-height: calc(100% - 6px - 2em) }
[popover] { position: fixed; left: 0; right: 0; top: 0; bottom: 0; width: fit-content; height: fit-content; margin: auto; border: 3px solid black; padding: .25em; overflow: auto; background-color: white; color: black }
[popover]:not(:popover-open) { display: none }
button, input, select, textarea { display: inline-block; margin: 0; font: 400 13.3333px Arial; letter-spacing: normal; word-spacing: normal; line-height: normal; text-transform: none; text-indent: 0; text-shadow: none; text-align: start; color: black; appearance: auto; box-sizing: border-box }
button, select, input[type=button], input[type=submit], input[type=reset] { cursor: default }
button, input[type=button], input[type=submit], input[type=reset] { padding: 1px 6px; border: 2px outset black; background-color: rgb(239, 239, 239); text-align: center; white-space: nowrap }
button { white-space: inherit }
input { padding: 1px 2px; border: 2px inset rgb(118, 118, 118); background-color: white; box-sizing: content-box; cursor: text }
input[type=button], input[type=submit], input[type=reset] { box-sizing: border-box }
input[type=hidden] { display: none }
input[type=checkbox], input[type=radio] { margin: 3px 3px 3px 4px; padding: 0; border: none; background-color: transparent; box-sizing: border-box; cursor: default }
input[type=radio] { margin: 3px 3px 0 5px }
input[type=checkbox], input[type=radio], input[type=range] { overflow: visible }
input[type=range] { margin: 2px; padding: 0; border: none; background-color: transparent; box-sizing: border-box; cursor: default }
input[type=color] { padding: 1px 2px; border: 1px solid rgb(118, 118, 118); width: 50px; height: 27px; box-sizing: border-box; background-color: rgb(239, 239, 239) }
textarea { overflow: auto; cursor: text; padding: 2px; border: 1px solid rgb(118, 118, 118); background-color: white; font-family: monospace; white-space: pre-wrap; box-sizing: content-box }
select { border: 1px solid rgb(118, 118, 118); background-color: rgb(239, 239, 239); white-space: pre }
option { white-space: nowrap; padding: 0 2px 1px; min-height: 1.2em }
optgroup { font-weight: bolder }
button:disabled, input:disabled, select:disabled, textarea:disabled { color: rgba(16, 16, 16, .3) }
button:disabled { border-color: rgba(118, 118, 118, .3) }
progress, meter { display: inline-block; vertical-align: -.2em; box-sizing: border-box }
img, video, canvas, iframe, object, embed, select, input { overflow: clip }
label { cursor: default }
video { object-fit: contain }
iframe { border: 2px inset rgb(238, 238, 238) }
svg:not(:root) { overflow: hidden }
text, foreignObject { display: block }
slot { display: contents }
`;

const UARules = (() => {
  /** Rules with nothing but tags for selectors, and the others, both by tag: texts until they are asked for. */
  let plain = null;
  let special = null;
  const compiled = new SafeMap();
  const ATTRIBUTES = ['hidden', 'type', 'open', 'href', 'disabled', 'popover'];
  /** Under this name the rules of popovers are filed, which nearly no page has. */
  const POPOVER = '[popover]';

  const file = (index, tag, entry) => {
    const list = index.get(tag);
    if (list === undefined) index.set(tag, [entry]);
    else ArrayPush(list, entry);
  };
  const LAST_TAG = /([a-z0-9]*)[^ >a-z0-9][^ >]*$|([a-z0-9]+)$/;
  const readLines = () => {
    plain = new SafeMap();
    special = new SafeMap();
    const lines = StringSplit(UA_RULES, '\n');
    for (let i = 0; i < lines.length; i++) {
      const open = StringIndexOf(lines[i], ' {');
      if (open < 0) continue;
      const line = { order: i, text: StringSlice(lines[i], open + 2, -1), block: null };
      const selectors = StringSplit(StringSlice(lines[i], 0, open), ', ');
      for (let j = 0; j < selectors.length; j++) {
        if (RegExpTest(/^[a-z0-9]+$/, selectors[j])) file(plain, selectors[j], line);
        else {
          const match = RegExpExec(LAST_TAG, selectors[j]);
          file(special, StringStartsWith(selectors[j], POPOVER) ? POPOVER : match[1] ?? match[2], { selector: selectors[j], line });
        }
      }
    }
  };
  const blockOf = (line) => line.block ?? (line.block = Declarations.block(CSSSyntax.parseDeclarations(line.text)));
  const always = () => true;

  /** The rules whose last compound may fit elements of a tag ('' stands for any tag). */
  const compile = (tag) => {
    if (plain === null) readLines();
    const rules = [];
    const lines = tag === '' ? undefined : plain.get(tag);
    for (let i = 0; lines !== undefined && i < lines.length; i++) {
      ArrayPush(rules, { matches: always, specificity: 1, layer: 0, block: blockOf(lines[i]), pseudo: '', stable: true, volatile: false, order: lines[i].order });
    }
    const others = special.get(tag);
    if (others === undefined) return rules;
    const set = new RuleSet();
    for (let i = 0; i < others.length; i++) {
      set.count = others[i].line.order;
      set.add(others[i].selector, blockOf(others[i].line), 0);
    }
    set.byTag.forEach((list) => RuleSet.append(rules, list));
    RuleSet.append(rules, set.universal);
    return rules;
  };
  const rulesFor = (tag) => {
    let rules = compiled.get(tag);
    if (rules === undefined) compiled.set(tag, rules = compile(tag));
    return rules;
  };
  /** Appends the rules that may apply to the element. */
  const candidates = (element, out) => {
    RuleSet.append(out, rulesFor(''));
    RuleSet.append(out, rulesFor(element[kTag]));
    if (element[kAttributes].has('popover')) RuleSet.append(out, rulesFor(POPOVER));
    return out;
  };
  return { candidates, attributes: ATTRIBUTES };
})();
