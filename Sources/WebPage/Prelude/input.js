// A player's input as trusted events (UI Events § 3 and § 5, Pointer Events § 4, HTML § 6.6), stepped by the event loop.

/** Steps run in order, each a function that may return a dispatch; `next()` runs one listener. */
class InputSequence {
  constructor(steps) {
    this.steps = steps;
    this.at = 0;
    this.dispatch = null;
  }

  next() {
    for (;;) {
      if (this.dispatch !== null) {
        if (this.dispatch.next()) return true;
        this.dispatch = null;
      }
      if (this.at >= this.steps.length) return false;
      this.dispatch = this.steps[this.at++]() ?? null;
    }
  }
}

const Input = (() => {
  const { document } = DocumentState;
  const textTypes = { __proto__: null, text: 1, search: 1, tel: 1, url: 1, email: 1, password: 1, number: 1 };
  const modifiers = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  const keyLocations = { __proto__: null, ShiftLeft: 1, ControlLeft: 1, AltLeft: 1, MetaLeft: 1, ShiftRight: 2, ControlRight: 2, AltRight: 2, MetaRight: 2 };
  const mouse = { x: 0, y: 0, buttons: 0, target: null, clicks: 0, lastClick: -Infinity };

  /** The button that Space went down on; a keydown that was cancelled arms nothing. */
  let armed = null;

  /** Where keys go. An element that isn't rendered any more has lost the focus (the focus fixup of HTML § 6.6.3). */
  const focused = () => {
    const { activeElement } = DocumentState;
    if (activeElement !== null && activeElement !== undefined && !isRendered(activeElement)) moveFocus(null);
    return DocumentState.activeElement ?? document.body ?? document.documentElement ?? document;
  };
  const isRendered = (element) => element[kConnected] && Rendering().Layout.isRendered(element);
  const isTextField = (element) => element[kTag] === 'textarea' || (element[kTag] === 'input' && textTypes[element.type] === 1);
  const dispatchOf = (target, Interface, type, init) => new EventDispatch(target, trustedEvent(Interface, type, init));

  // Keys

  const keyInit = (given, keyCode, charCode) => ({
    bubbles: true, cancelable: true, composed: true, view: globalThis, key: given.key ?? '', code: given.code ?? '', keyCode, charCode,
    which: keyCode, location: keyLocations[given.code] ?? (StringStartsWith(given.code ?? '', 'Numpad') ? 3 : 0),
    repeat: Boolean(given.repeat), shiftKey: Boolean(given.shiftKey), ctrlKey: Boolean(given.ctrlKey), altKey: Boolean(given.altKey), metaKey: Boolean(given.metaKey),
  });
  /** Null where nobody on the page listens for such an event: players press thousands of keys, and few games care when one comes up. */
  const keyDispatch = (type, given, keyCode = given.keyCode ?? 0, charCode = 0) => {
    const target = focused();
    return isListenedFor(type) ? dispatchOf(target, KeyboardEvent(), type, keyInit(given, keyCode, charCode)) : null;
  };
  const isCanceled = (dispatch) => dispatch !== null && dispatch.event[kCanceled];
  /** Characters that a key types; Enter types a carriage return. */
  const typedCode = (given) => {
    if (given.ctrlKey || given.altKey || given.metaKey) return 0;
    if (given.key === 'Enter') return 13;
    return given.key !== undefined && given.key.length <= 2 && given.key.length > 0 ? StringCodePointAt(given.key, 0) : 0;
  };

  /** Queues a key event (`type` 'keydown' or 'keyup') with what a browser does by itself afterwards. */
  const key = (type, given) => {
    let down = null;
    let press = null;
    if (type === 'keyup') {
      EventLoop.queueInput(new InputSequence([
        () => (down = keyDispatch('keyup', given)),
        () => {
          KeyAnswers.add('keyup', given, down);
          return isCanceled(down) ? null : keyUpAction(given);
        },
      ]));
      return;
    }
    EventLoop.queueInput(new InputSequence([
      () => {
        if (given.key !== 'Escape') noteUserActivation();
        return (down = keyDispatch('keydown', given));
      },
      () => {
        KeyAnswers.add('keydown', given, down);
        const code = typedCode(given);
        if (isCanceled(down) || code === 0) return null;
        return (press = keyDispatch('keypress', given, code, code));
      },
      () => {
        if (press !== null) KeyAnswers.add('keypress', given, press);
        return isCanceled(down) || isCanceled(press) ? null : keyDownAction(given);
      },
    ]));
  };

  const keyDownAction = (given) => {
    const element = focused();
    if (given.key === 'Tab') { moveFocusByTab(given.shiftKey); return null; }
    armed = given.key === ' ' ? element : null;
    if (given.key === 'Enter' && !given.repeat) {
      if (element[kTag] === 'button' || element[kTag] === 'summary' || (element[kTag] === 'a' && element[kAttributes].has('href')) || (element[kTag] === 'input' && buttonTypes[element.type])) return clickDispatch(element);
      if (element[kTag] === 'input') return submitImplicitly(element);
    }
    if (given.key === 'Escape') return closeModal();
    if (isTextField(element)) editText(element, given);
    else if (element[kTag] === 'select' || (element[kTag] === 'input' && element.type === 'range')) stepControl(element, given.key);
    return null;
  };
  /** Space activates when it is released. */
  const keyUpAction = (given) => {
    const element = focused();
    const activates = element[kTag] === 'button' || element[kTag] === 'summary' || (element[kTag] === 'input' && !isTextField(element) && element.type !== 'range');
    const wasArmed = armed === element;
    armed = null;
    return given.key === ' ' && activates && wasArmed ? clickDispatch(element) : null;
  };
  const clickDispatch = (element) => (isDisabled(element) ? null : dispatchOf(element, PointerEvent(), 'click', {
    bubbles: true, cancelable: true, composed: true, view: globalThis, detail: 0, pointerId: -1,
  }));
  const submitImplicitly = (input) => {
    input[kCommitChange]();
    const form = formOwnerOf(input);
    if (form === null) return null;
    const button = Selectors.first(form, 'button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]');
    if (button !== null) return clickDispatch(button);
    submitForm(form, null);
    return null;
  };
  const closeModal = () => {
    if (TopLayer.isPopoverOnTop()) {
      TopLayer.hideTopPopover();
      return null;
    }
    const dialogs = Selectors.all(document, 'dialog[open]');
    for (let i = dialogs.length - 1; i >= 0; i--) if (dialogs[i][kIsModal]) { dialogs[i].requestClose(); break; }
    return null;
  };
  const moveFocusByTab = (backwards) => {
    const candidates = ArrayFilter(Selectors.all(document, 'a[href], button, input, select, textarea, summary, [tabindex]'), (element) => element.tabIndex >= 0 && isFocusable(element));
    if (candidates.length === 0) return;
    const at = ArrayIndexOf(candidates, DocumentState.activeElement);
    moveFocus(candidates[(at + (backwards ? (at < 0 ? 0 : -1) : 1) + candidates.length) % candidates.length]);
  };
  const editText = (field, given) => {
    if (field[kAttributes].has('readonly') || isDisabled(field)) return;
    const { value } = field;
    const start = field.selectionStart;
    const end = field.selectionEnd;
    let text = given.key === 'Enter' ? '\n' : given.key;
    let inputType = given.key === 'Enter' ? 'insertLineBreak' : 'insertText';
    let from = start;
    if (given.key === 'Backspace') { text = ''; inputType = 'deleteContentBackward'; from = start === end ? MathMax(0, start - 1) : start; }
    else if (typedCode(given) === 0) return;
    const limit = field.maxLength;
    if (limit >= 0 && value.length - (end - from) + text.length > limit) return;
    const data = text === '' ? null : text;
    if (!dispatchNow(field, trustedEvent(InputEvent(), 'beforeinput', { bubbles: true, cancelable: true, composed: true, data, inputType, view: globalThis }))) return;
    const changed = StringSlice(value, 0, from) + text + StringSlice(value, end);
    field.value = changed;
    // A number being typed ("-", "1e") isn't yet valid, but the field keeps it.
    if (field.value !== changed) field[kValue] = changed;
    field[kSelectionStart] = field[kSelectionEnd] = from + text.length;
    field[kTyped] = true;
    dispatchNow(field, trustedEvent(InputEvent(), 'input', { bubbles: true, composed: true, data, inputType, view: globalThis }));
  };
  const stepControl = (control, pressed) => {
    const step = pressed === 'ArrowRight' || pressed === 'ArrowDown' ? 1 : pressed === 'ArrowLeft' || pressed === 'ArrowUp' ? -1 : 0;
    if (step === 0 || isDisabled(control)) return;
    const before = control.value;
    if (control[kTag] === 'select') control.selectedIndex = MathMax(0, MathMin(control.length - 1, control.selectedIndex + step));
    else control.stepUp(pressed === 'ArrowUp' || pressed === 'ArrowDown' ? -step : step);
    if (control.value === before) return;
    fireEvent(control, 'input', true);
    fireEvent(control, 'change', true);
  };

  // Mouse and pointer

  const elementAt = (x, y) => document.elementFromPoint?.(x, y) ?? document.body ?? document.documentElement;
  const mouseInit = (x, y, button, buttons, detail, movementX = 0, movementY = 0) => ({
    bubbles: true, cancelable: true, composed: true, view: globalThis, detail, clientX: x, clientY: y, screenX: x, screenY: y,
    button, buttons, movementX, movementY, ...modifiers,
  });
  const pointerInit = (init, pointerType = 'mouse', pointerId = 1) => ({
    ...init, pointerId, pointerType, isPrimary: true, pressure: init.buttons > 0 ? 0.5 : 0, width: 1, height: 1,
  });
  const buttonBit = (button) => (button === 0 ? 1 : button === 1 ? 4 : button === 2 ? 2 : 8);
  /** The over, enter, out and leave events between the element that the pointer was on and `target`: the pointer's, then the mouse's. */
  const crossingSteps = (target, init) => {
    const old = mouse.target !== null && mouse.target[kConnected] ? mouse.target : null;
    if (old === target) return [];
    mouse.target = target;
    DocumentState.hovered = target;
    notifyDomObservers('attribute', target, ':hover');
    const steps = [];
    const mouseSteps = [];
    const both = (element, type, related, bubbles) => {
      const shape = { ...init, bubbles, composed: bubbles, cancelable: bubbles, relatedTarget: related };
      ArrayPush(steps, () => dispatchOf(element, PointerEvent(), `pointer${type}`, pointerInit({ ...shape, button: -1 })));
      ArrayPush(mouseSteps, () => dispatchOf(element, MouseEvent(), `mouse${type}`, shape));
    };
    if (old !== null) {
      both(old, 'out', target, true);
      for (let at = old; at !== null && at[kNodeType] === 1; at = at[kParent]) if (!isAncestorOrSelf(at, target)) both(at, 'leave', target, false);
    }
    both(target, 'over', old, true);
    const entered = [];
    for (let at = target; at !== null && at[kNodeType] === 1; at = at[kParent]) if (old === null || !isAncestorOrSelf(at, old)) ArrayUnshift(entered, at);
    for (let i = 0; i < entered.length; i++) both(entered[i], 'enter', old, false);
    return ArrayConcat(steps, mouseSteps);
  };
  const pointerTarget = (target) => PointerCapture.get(1) ?? target;

  const moveSteps = (x, y, target) => {
    const init = mouseInit(x, y, 0, mouse.buttons, 0, x - mouse.x, y - mouse.y);
    mouse.x = x;
    mouse.y = y;
    const steps = crossingSteps(target, init);
    ArrayPush(steps, () => dispatchOf(pointerTarget(target), PointerEvent(), 'pointermove', pointerInit({ ...init, button: -1 })));
    ArrayPush(steps, () => dispatchOf(pointerTarget(target), MouseEvent(), 'mousemove', init));
    return steps;
  };
  const focusByPointer = (target) => {
    for (let at = target; at !== null && at[kNodeType] === 1; at = at[kParent]) {
      if (isFocusable(at)) { moveFocus(at); return; }
    }
    moveFocus(null);
  };
  const downSteps = (x, y, button, target) => {
    mouse.buttons |= buttonBit(button);
    const now = EventLoop.now();
    mouse.clicks = now - mouse.lastClick <= 500 ? mouse.clicks + 1 : 1;
    mouse.lastClick = now;
    const init = mouseInit(x, y, button, mouse.buttons, mouse.clicks);
    let pointer = null;
    let down = null;
    return [
      () => { noteUserActivation(); DocumentState.pressed = target; notifyDomObservers('attribute', target, ':active'); return (pointer = dispatchOf(pointerTarget(target), PointerEvent(), 'pointerdown', pointerInit({ ...init, detail: 0 }))); },
      // Cancelling pointerdown suppresses the compatibility mouse events (Pointer Events § 11).
      () => { mouse.suppressed = pointer.event[kCanceled]; return mouse.suppressed || isDisabled(target) ? null : (down = dispatchOf(target, MouseEvent(), 'mousedown', init)); },
      () => { if (down === null || !down.event[kCanceled]) focusByPointer(target); return null; },
    ];
  };
  const upSteps = (x, y, button, target) => {
    mouse.buttons &= ~buttonBit(button);
    const init = mouseInit(x, y, button, mouse.buttons, mouse.clicks);
    const clicks = mouse.clicks;
    const steps = [
      () => { TopLayer.dismiss(target); return dispatchOf(pointerTarget(target), PointerEvent(), 'pointerup', pointerInit({ ...init, detail: 0 })); },
      () => (mouse.suppressed || isDisabled(target) ? null : dispatchOf(target, MouseEvent(), 'mouseup', init)),
      () => {
        PointerCapture.set(1, null);
        const pressed = DocumentState.pressed;
        DocumentState.pressed = null;
        notifyDomObservers('attribute', target, ':active');
        return clickAfter(pressed, target, button, init);
      },
    ];
    if (button === 0 && clicks === 2) ArrayPush(steps, () => (isDisabled(target) ? null : dispatchOf(target, MouseEvent(), 'dblclick', init)));
    return steps;
  };
  /** A click goes to the nearest element that saw both the press and the release. */
  const clickAfter = (pressed, released, button, init) => {
    let common = pressed;
    while (common !== null && !isAncestorOrSelf(common, released)) common = common[kParent];
    if (common === null || common[kNodeType] !== 1) return null;
    for (let at = common; at !== null && at[kNodeType] === 1; at = at[kParent]) if (isDisabled(at)) return null;
    const type = button === 0 ? 'click' : button === 2 ? 'contextmenu' : 'auxclick';
    return dispatchOf(common, PointerEvent(), type, { ...init, pointerId: 1, pointerType: 'mouse' });
  };

  /** Queues a mouse action at a point of the viewport: 'move', 'down', 'up', 'click' or 'dblclick'. */
  const mouseAt = (type, x, y, button = 0) => { pointAt(type, x, y, button, elementAt(x, y)); };
  const pointAt = (type, x, y, button, target) => {
    const act = (steps) => EventLoop.queueInput(new InputSequence(steps));
    if (x !== mouse.x || y !== mouse.y || mouse.target !== target) act(moveSteps(x, y, target));
    if (type === 'down' || type === 'mousedown') act(downSteps(x, y, button, target));
    else if (type === 'up' || type === 'mouseup') act(upSteps(x, y, button, target));
    else if (type === 'click' || type === 'dblclick') {
      const count = type === 'click' ? 1 : 2;
      for (let i = 0; i < count; i++) { act(downSteps(x, y, button, target)); act(upSteps(x, y, button, target)); }
    }
  };
  const boxOf = (element) => Rendering().Layout.boxOf(element) ?? { x: 0, y: 0, width: 0, height: 0 };
  /** Queues a click on an element, at the centre of its box, whatever lies above it. */
  const clickElement = (element, button = 0) => {
    const box = boxOf(element);
    pointAt('click', box.x + box.width / 2, box.y + box.height / 2, button, element);
  };
  /** Queues a turn of the wheel. */
  const wheel = (x, y, deltaX, deltaY) => {
    EventLoop.queueInput(new InputSequence([() => dispatchOf(elementAt(x, y), WheelEvent(), 'wheel', { ...mouseInit(x, y, 0, mouse.buttons, 0), deltaX, deltaY })]));
  };

  const clickAt = (x, y, button = 0) => mouseAt('click', x, y, button);

  return { key, mouse: mouseAt, clickAt, clickElement, wheel, elementAt, pointerInit, mouseInit, dispatchOf, boxOf, isTextField, focusByPointer };
})();
