// HTMLElement (HTML § 3.2.2), focus, and the accessors by which properties reflect attributes (§ 2.6.1).

class HTMLElement extends Element {
  constructor() {
    if (!Creation.pending) return CustomElements.constructed(new.target);
    super();
  }
}
exposeInterface('HTMLElement', HTMLElement);
class HTMLUnknownElement extends HTMLElement {}
exposeInterface('HTMLUnknownElement', HTMLUnknownElement);

const reflectAccessor = (prototype, property, get, set) => {
  ObjectDefineProperty(prototype, property, { get, set, enumerable: true, configurable: true });
};
/** Accessors by attribute, shared by all interfaces: a page's start-up would else make hundreds. */
const stringReflections = ObjectCreate(null);
const booleanReflections = ObjectCreate(null);
const stringReflection = (attribute) => ({
  get() { return this[kAttributes].get(attribute) ?? ''; },
  set(value) { setAttributeValue(this, attribute, `${value}`); },
  enumerable: true, configurable: true,
});
const booleanReflection = (attribute) => ({
  get() { return this[kAttributes].has(attribute); },
  set(value) { if (value) setAttributeValue(this, attribute, ''); else removeAttributeNamed(this, attribute); },
  enumerable: true, configurable: true,
});
const reflectStrings = (Class, names) => {
  for (let i = 0; i < names.length; i++) {
    const { property, attribute } = ReflectedNames.of(names[i]);
    ObjectDefineProperty(Class.prototype, property, stringReflections[attribute] ??= stringReflection(attribute));
  }
};
const reflectBooleans = (Class, names) => {
  for (let i = 0; i < names.length; i++) {
    const { property, attribute } = ReflectedNames.of(names[i]);
    ObjectDefineProperty(Class.prototype, property, booleanReflections[attribute] ??= booleanReflection(attribute));
  }
};
const parseIntegerAttribute = (text, fallback) => {
  const number = text === undefined ? NaN : NumberParseInt(text, 10);
  return NumberIsNaN(number) || number > 2147483647 || number < -2147483648 ? fallback : number + 0;
};
const reflectIntegers = (Class, names, fallback = 0) => {
  for (let i = 0; i < names.length; i++) {
    const { property, attribute } = ReflectedNames.of(names[i]);
    reflectAccessor(Class.prototype, property, function () { return parseIntegerAttribute(this[kAttributes].get(attribute), fallback); },
      function (value) { setAttributeValue(this, attribute, `${NativeMath.trunc(+value) || 0}`); });
  }
};
/** URLs are given resolved against the page's address. */
const resolveURL = (text) => (text === '' ? '' : Resources.resolve(text) ?? text);
const reflectURLs = (Class, names) => {
  for (let i = 0; i < names.length; i++) {
    const { property, attribute } = ReflectedNames.of(names[i]);
    reflectAccessor(Class.prototype, property, function () { return resolveURL(this[kAttributes].get(attribute) ?? ''); },
      function (value) { setAttributeValue(this, attribute, `${value}`); });
  }
};

reflectStrings(HTMLElement, ['title', 'lang', 'dir', 'accessKey', 'nonce', 'enterKeyHint', 'inputMode']);
reflectBooleans(HTMLElement, ['hidden', 'autofocus', 'inert']);
for (let i = 0; i < ReflectedNames.aria.length; i++) {
  const { property, attribute } = ReflectedNames.of(ReflectedNames.aria[i]);
  reflectAccessor(Element.prototype, property, function () { return this[kAttributes].get(attribute) ?? null; },
    function (value) { if (value === null) removeAttributeNamed(this, attribute); else setAttributeValue(this, attribute, `${value}`); });
}

const focusableTags = { __proto__: null, button: 1, input: 1, select: 1, textarea: 1, iframe: 1, summary: 1 };
const isFocusable = (element) => {
  if (!element[kConnected] || isDisabled(element)) return false;
  if (element[kTag] === 'input' && element[kAttributes].get('type') === 'hidden') return false;
  if (element[kTag] === 'summary' ) return element[kParent]?.[kTag] === 'details';
  if (focusableTags[element[kTag]] !== undefined || element[kAttributes].has('tabindex')) return !isHiddenFromFocus(element);
  return (element[kTag] === 'a' || element[kTag] === 'area') && element[kAttributes].has('href') && !isHiddenFromFocus(element)
    || element.isContentEditable === true;
};
/** An element that is not rendered can't have the focus. */
const isHiddenFromFocus = (element) => {
  for (let at = element; at !== null && at[kNodeType] === 1; at = at[kParent] ?? at[kHostOfShadow] ?? null) {
    if (at[kAttributes].has('inert') || (at[kTag] === 'dialog' && !at[kAttributes].has('open'))) return true;
    if (globalThis.getComputedStyle !== undefined && computedDisplayOf(at) === 'none') return true;
  }
  return false;
};
const nativeGetComputedStyle = { value: null };
const computedDisplayOf = (element) => {
  if (nativeGetComputedStyle.value === null) nativeGetComputedStyle.value = globalThis.getComputedStyle;
  return nativeGetComputedStyle.value(element).display;
};
const fireFocusEvent = (target, type, related, bubbles) => {
  const event = trustedEvent(FocusEvent(), type, { bubbles, composed: true, view: globalThis, relatedTarget: related });
  dispatchNow(target, event);
};
/** Moves the focus to `element` (null: to nothing), with change, blur, focusout, focus and focusin as Chromium orders them. */
const moveFocus = (element) => {
  const old = DocumentState.activeElement;
  if (old === element) return;
  DocumentState.activeElement = null;
  if (old !== null) {
    if (old[kCommitChange] !== undefined) old[kCommitChange]();
    notifyDomObservers('attribute', old, ':focus');
    if (old[kConnected]) {
      fireFocusEvent(old, 'blur', element, false);
      fireFocusEvent(old, 'focusout', element, true);
    }
  }
  if (element === null || DocumentState.activeElement !== null) return;
  DocumentState.activeElement = element;
  if (element[kNoteValue] !== undefined) element[kNoteValue]();
  notifyDomObservers('attribute', element, ':focus');
  fireFocusEvent(element, 'focus', old, false);
  fireFocusEvent(element, 'focusin', old, true);
};
/** Text fields: remember the value at focus, and fire `change` if it differs when the user leaves. */
const kNoteValue = Symbol('noteValue');
const kCommitChange = Symbol('commitChange');
ArrayPush(RemovalSteps, (node) => { if (node === DocumentState.activeElement) DocumentState.activeElement = null; });

/** The parts shared by HTML and SVG elements (HTMLOrSVGElement). */
const htmlOrSvgMembers = {
  get style() { return InlineStyle.of(this); },
  set style(value) { InlineStyle.of(this).cssText = value; },
  get dataset() { return datasetOf(this); },
  get tabIndex() {
    const text = this[kAttributes].get('tabindex');
    const native = focusableTags[this[kTag]] !== undefined || (this[kTag] === 'a' && this[kAttributes].has('href'));
    return parseIntegerAttribute(text, native ? 0 : -1);
  },
  set tabIndex(value) { setAttributeValue(this, 'tabindex', `${value | 0}`); },
  focus() { if (isFocusable(this)) moveFocus(this); },
  blur() { if (DocumentState.activeElement === this) moveFocus(null); },
};
defineMembers(HTMLElement.prototype, htmlOrSvgMembers);
defineEventHandlers(HTMLElement.prototype, HandlerNames.global);

const unrenderedTags = { __proto__: null, script: 1, style: 1, template: 1, head: 1, title: 1, meta: 1, link: 1, noscript: 1, canvas: 1, audio: 1, video: 1, select: 0 };
const isRendered = (element) => !unrenderedTags[element[kTag]] && !(element[kConnected] && globalThis.getComputedStyle !== undefined && computedDisplayOf(element) === 'none');

const textWithBreaks = (document, text) => {
  const lines = StringSplit(StringReplaceAll(text, '\r\n', '\n'), '\n');
  if (lines.length === 1) return text === '' ? null : createText(document, text);
  const fragment = createFragment(document);
  for (let i = 0; i < lines.length; i++) {
    if (i > 0) insertNode(fragment, createElementIn(document, 'br', 'html'), null);
    if (lines[i] !== '') insertNode(fragment, createText(document, lines[i]), null);
  }
  return fragment;
};

defineMembers(HTMLElement.prototype, {
  get innerText() { return isRendered(this) ? renderedText(this) : collectText(this); },
  set innerText(value) { replaceAllChildren(this, textWithBreaks(this[kDocument], value === null ? '' : `${value}`)); },
  get outerText() { return this.innerText; },
  set outerText(value) { this.replaceWith(textWithBreaks(this[kDocument], `${value}`) ?? ''); },
  get draggable() { return this[kAttributes].get('draggable') === 'true'; },
  set draggable(value) { setAttributeValue(this, 'draggable', `${Boolean(value)}`); },
  get spellcheck() { return this[kAttributes].get('spellcheck') !== 'false'; },
  set spellcheck(value) { setAttributeValue(this, 'spellcheck', `${Boolean(value)}`); },
  get translate() {
    for (let at = this; at !== null; at = at[kParent]) {
      const given = at[kAttributes]?.get('translate');
      if (given !== undefined) return StringToLowerCase(given) !== 'no';
    }
    return true;
  },
  set translate(value) { setAttributeValue(this, 'translate', value ? 'yes' : 'no'); },
  get contentEditable() { return this[kAttributes].get('contenteditable') ?? 'inherit'; },
  set contentEditable(value) { setAttributeValue(this, 'contenteditable', `${value}`); },
  get isContentEditable() {
    const holder = closestWith(this, 'contenteditable');
    return holder !== null && holder[kAttributes].get('contenteditable') !== 'false';
  },
  click() {
    if (isDisabled(this) || this[kClicking]) return;
    this[kClicking] = true;
    const event = new (PointerEvent())('click', { bubbles: true, cancelable: true, composed: true, view: globalThis, pointerId: -1 });
    dispatchNow(this, event);
    this[kClicking] = false;
  },
  attachInternals() { return ObjectCreate(null); },
});
const kClicking = Symbol('clicking');
