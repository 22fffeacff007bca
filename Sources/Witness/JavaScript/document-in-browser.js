// Stand-ins, in a real browser, for the parts of the prelude's document that `input.js`, `console.js` and others use:
// the same names for the browser's own elements, events and focus.

const kConnected = 'isConnected';
const kTag = 'localName';
const kNodeType = 'nodeType';
const kParent = 'parentNode';
const kCanceled = 'defaultPrevented';
const kValue = 'value';
const kSelectionStart = 'selectionStart';
const kSelectionEnd = 'selectionEnd';
const kTyped = Symbol('typed');
const kIsModal = Symbol('modal');
const kAttributes = Symbol('attributes');
const kCommitChange = Symbol('commitChange');

const {
  Document, Element, Event, EventTarget, HTMLDialogElement, HTMLInputElement,
  InputEvent: NativeInputEvent, KeyboardEvent: NativeKeyboardEvent, MouseEvent: NativeMouseEvent, PointerEvent: NativePointerEvent,
  WheelEvent: NativeWheelEvent,
} = globalThis;
// The prelude makes these when they are first asked for.
const InputEvent = () => NativeInputEvent;
const KeyboardEvent = () => NativeKeyboardEvent;
const MouseEvent = () => NativeMouseEvent;
const PointerEvent = () => NativePointerEvent;
const WheelEvent = () => NativeWheelEvent;
const buttonTypes = { __proto__: null, button: 1, submit: 1, reset: 1, image: 1 };

{
  const getAttribute = uncurryThis(Element.prototype.getAttribute);
  const hasAttribute = uncurryThis(Element.prototype.hasAttribute);
  const getAttributeNames = uncurryThis(Element.prototype.getAttributeNames);
  const matches = uncurryThis(Element.prototype.matches);
  const hidden = (prototype, name, get) => ObjectDefineProperty(prototype, name, { get });
  hidden(Element.prototype, kAttributes, function attributes() {
    return {
      has: (name) => hasAttribute(this, name),
      get: (name) => getAttribute(this, name) ?? undefined,
      forEach: (visit) => ArrayForEach(getAttributeNames(this), (name) => visit(getAttribute(this, name), name)),
    };
  });
  hidden(HTMLDialogElement.prototype, kIsModal, function isModal() { return matches(this, ':modal'); });
  ObjectDefineProperty(HTMLInputElement.prototype, kCommitChange, {
    value() { if (this[kTyped]) { this[kTyped] = false; fireEvent(this, 'change', true); } },
  });
}

const dispatchEvent = uncurryThis(EventTarget.prototype.dispatchEvent);
const DocumentState = {
  document: globalThis.document, hovered: null, pressed: null,
  get activeElement() {
    const { activeElement, body } = this.document;
    return activeElement === body ? null : activeElement;
  },
};
const browserRendering = {
  Layout: {
    boxOf: (element) => element.getBoundingClientRect(),
    isRendered: (element) => element.getClientRects().length > 0,
  },
};
const Rendering = () => browserRendering;
const Selectors = {
  all: (root, selector) => [...root.querySelectorAll(selector)],
  first: (root, selector) => root.querySelector(selector),
};
/** Events made by script hide no popovers, so it is done here as `dialogs-and-popovers.js` does it. */
const TopLayer = {
  open: () => ArrayFilter(Selectors.all(DocumentState.document, ':popover-open'), (element) => element.popover !== 'manual'),
  dismiss(target) {
    const button = target.closest('[popovertarget]');
    const inner = button === null ? target : DocumentState.document.getElementById(button.getAttribute('popovertarget')) ?? target;
    const open = TopLayer.open();
    for (let i = open.length - 1; i >= 0; i--) if (!isAncestorOrSelf(open[i], inner)) open[i].hidePopover();
  },
  isPopoverOnTop: () => TopLayer.open().length > 0,
  hideTopPopover() {
    const open = TopLayer.open();
    open[open.length - 1].hidePopover();
  },
};
const PointerCapture = { get: () => undefined, set() {} };

/** Nobody asks here what the page does with its keys. */
const KeyAnswers = { add() {} };
/** A browser's listeners can't be counted. */
const isListenedFor = () => true;
const notifyDomObservers = () => {};
const isAncestorOrSelf = (ancestor, node) => ancestor.contains(node);
const isDisabled = (element) => element.matches(':disabled');
const isFocusable = (element) => element.tabIndex >= 0 || element.hasAttribute('tabindex');
const moveFocus = (element) => {
  if (element === null) DocumentState.activeElement?.blur();
  else element.focus();
};
const formOwnerOf = (element) => element.form ?? null;
const submitForm = (form) => form.requestSubmit();
/** A page can't make trusted events, so these are the only ones that tell a replay from a person. */
const trustedEvent = (Interface, type, init) => new Interface(type, init);
const dispatchNow = (target, event) => dispatchEvent(target, event);
const fireEvent = (target, type, bubbles = false, cancelable = false) => dispatchEvent(target, new Event(type, { bubbles, cancelable }));

/** A dispatch as `input.js` steps it: a browser runs all listeners in one go. */
class EventDispatch {
  constructor(target, event) {
    this.target = target;
    this.event = event;
    this.done = false;
  }

  next() {
    if (this.done) return false;
    this.done = true;
    dispatchEvent(this.target, this.event);
    return true;
  }
}
