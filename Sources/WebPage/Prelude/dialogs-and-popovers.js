// What opens above the page: `<dialog>` (HTML § 4.11.4) and popovers (§ 6.12).

/** The toggle event that an element still has to get: {oldState, newState}. */
const kToggleTask = Symbol('toggleTask');

/** Queues the `toggle` event; changes before it comes are told as one, from the first state to the last. */
const queueToggle = (element, isOpen) => {
  const newState = isOpen ? 'open' : 'closed';
  const waiting = element[kToggleTask];
  if (waiting) {
    waiting.newState = newState;
    return;
  }
  const states = { oldState: isOpen ? 'closed' : 'open', newState };
  element[kToggleTask] = states;
  EventLoop.queueTask(() => {
    element[kToggleTask] = undefined;
    dispatchNow(element, trustedEvent(ToggleEvent(), 'toggle', states));
  });
};
/** Fires `beforetoggle`; false when the page doesn't let the element open. */
const announceToggle = (element, isOpening) => dispatchNow(element, trustedEvent(ToggleEvent(), 'beforetoggle', {
  cancelable: isOpening, oldState: isOpening ? 'closed' : 'open', newState: isOpening ? 'open' : 'closed',
}));

const openDialog = (dialog, modal) => {
  if (!announceToggle(dialog, true) || dialog[kAttributes].has('open')) return;
  if (modal) TopLayer.add(dialog);
  dialog[kIsModal] = modal;
  setAttributeValue(dialog, 'open', '');
  queueToggle(dialog, true);
  const target = Selectors.first(dialog, '[autofocus]') ?? Selectors.first(dialog, 'button, input, select, textarea, a[href], [tabindex]');
  if (target !== null) target.focus();
  else if (modal) moveFocus(null);
};
const closeDialog = (dialog, result) => {
  if (!dialog[kAttributes].has('open')) return;
  announceToggle(dialog, false);
  if (!dialog[kAttributes].has('open')) return;
  TopLayer.remove(dialog);
  dialog[kIsModal] = false;
  removeAttributeNamed(dialog, 'open');
  queueToggle(dialog, false);
  if (result !== undefined) dialog.returnValue = result;
  // With the next frame, as Chromium has it.
  EventLoop.requestFrame(() => fireEvent(dialog, 'close'));
};

/** The elements above all others: modal dialogs and open popovers, in the order in which they were opened. */
const TopLayer = {
  elements: [],
  add(element) { ArrayPush(TopLayer.elements, element); },
  remove(element) {
    const index = ArrayIndexOf(TopLayer.elements, element);
    if (index >= 0) ArraySplice(TopLayer.elements, index, 1);
  },
  /** The place of an element, from 1; 0 for one that isn't in it. */
  placeOf: (element) => (TopLayer.elements.length === 0 ? 0 : ArrayIndexOf(TopLayer.elements, element) + 1),
};
ArrayPush(RemovalSteps, (node) => {
  if (TopLayer.elements.length === 0 || TopLayer.placeOf(node) === 0) return;
  TopLayer.remove(node);
  node[kIsModal] = false;
  node[kPopoverOpen] = false;
});

defineElement('HTMLDialogElement', 'dialog', () => {
  const refuse = (method, message) => throwDOMException('InvalidStateError', `Failed to execute '${method}' on 'HTMLDialogElement': ${message}`);
  class HTMLDialogElement extends HTMLElement {
    get returnValue() { return this[kData] ?? ''; }
    set returnValue(value) { this[kData] = `${value}`; }
    show() {
      if (!this.open) openDialog(this, false);
      else if (this[kIsModal]) refuse('show', 'The dialog is already open as a modal dialog, and therefore cannot be opened as a non-modal dialog.');
    }
    showModal() {
      if (this.open) {
        if (!this[kIsModal]) refuse('showModal', 'The dialog is already open as a non-modal dialog, and therefore cannot be opened as a modal dialog.');
        return;
      }
      if (!this[kConnected]) refuse('showModal', 'The element is not in a Document.');
      if (this[kPopoverOpen]) refuse('showModal', 'The dialog is already open as a Popover, and therefore cannot be opened as a modal dialog.');
      openDialog(this, true);
    }
    close(result) { closeDialog(this, result); }
    requestClose(result) { if (this.open && fireEvent(this, 'cancel', false, true)) closeDialog(this, result); }
  }
  reflectBooleans(HTMLDialogElement, ['open']);
  reflectStrings(HTMLDialogElement, ['closedBy']);
  return HTMLDialogElement;
});

{
  const stateOf = (element) => {
    const value = element[kAttributes].get('popover');
    if (value === undefined) return null;
    const lower = StringToLowerCase(value);
    return lower === '' || lower === 'auto' ? 'auto' : lower === 'hint' ? 'hint' : 'manual';
  };
  const check = (element, method) => {
    if (stateOf(element) === null) {
      throwDOMException('NotSupportedError', `Failed to execute '${method}' on 'HTMLElement': Not supported on elements that do not have a valid value for the 'popover' attribute.`);
    }
    if (!element[kConnected]) {
      throwDOMException('InvalidStateError', `Failed to execute '${method}' on 'HTMLElement': Invalid on disconnected popover elements.`);
    }
  };
  const show = (element) => {
    check(element, 'showPopover');
    if (element[kPopoverOpen]) return;
    if (element[kIsModal]) throwDOMException('InvalidStateError', "Failed to execute 'showPopover' on 'HTMLElement': Invalid on open modal dialogs.");
    if (!announceToggle(element, true) || !element[kConnected]) return;
    if (stateOf(element) === 'auto') hideOthers(element);
    TopLayer.add(element);
    element[kPopoverOpen] = true;
    queueToggle(element, true);
    const target = element[kAttributes].has('autofocus') ? element : Selectors.first(element, '[autofocus]');
    if (target !== null) target.focus();
  };
  const hide = (element) => {
    if (!element[kPopoverOpen]) return;
    announceToggle(element, false);
    if (!element[kPopoverOpen]) return;
    TopLayer.remove(element);
    element[kPopoverOpen] = false;
    queueToggle(element, false);
  };
  /** Hides the open popovers of kind `auto` or `hint` that don't hold `inner`, the latest first. */
  const hideOthers = (inner) => {
    const open = ArraySlice(TopLayer.elements);
    for (let i = open.length - 1; i >= 0; i--) {
      if (open[i][kPopoverOpen] && stateOf(open[i]) !== 'manual' && !isAncestorOrSelf(open[i], inner)) hide(open[i]);
    }
  };
  /** A press outside hides popovers, unless it is on the button that would hide them anyway. */
  TopLayer.dismiss = (target) => {
    if (TopLayer.elements.length === 0) return;
    const button = target[kNodeType] === 1 ? target.closest('[popovertarget]') : null;
    hideOthers(button === null ? target : targetOf(button) ?? target);
  };
  TopLayer.isPopoverOnTop = () => {
    const { elements } = TopLayer;
    return elements.length > 0 && elements[elements.length - 1][kPopoverOpen] === true && stateOf(elements[elements.length - 1]) !== 'manual';
  };
  TopLayer.hideTopPopover = () => hide(TopLayer.elements[TopLayer.elements.length - 1]);

  const targetOf = (button) => (button[kAttributes].has('popovertarget') ? findById(rootOf(button), button[kAttributes].get('popovertarget')) : null);
  /** What a click on a button with `popovertarget` does to the popover. */
  TopLayer.activate = (button) => {
    const target = targetOf(button);
    if (target === null || stateOf(target) === null) return;
    const action = StringToLowerCase(button[kAttributes].get('popovertargetaction') ?? 'toggle');
    if (target[kPopoverOpen]) {
      if (action !== 'show') hide(target);
    } else if (action !== 'hide') show(target);
  };

  defineMembers(HTMLElement.prototype, {
    get popover() { return stateOf(this); },
    set popover(value) {
      if (value === null || value === undefined) removeAttributeNamed(this, 'popover');
      else setAttributeValue(this, 'popover', `${value}`);
    },
    showPopover() { show(this); },
    hidePopover() {
      check(this, 'hidePopover');
      hide(this);
    },
    togglePopover(force = undefined) {
      const forced = typeof force === 'object' && force !== null ? force.force : force;
      if (this[kPopoverOpen] && forced !== true) hide(this);
      else if (!this[kPopoverOpen] && forced !== false) show(this);
      else check(this, 'togglePopover');
      return this[kPopoverOpen] === true;
    },
  });
}
