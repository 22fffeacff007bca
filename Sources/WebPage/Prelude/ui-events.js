// UI Events, Pointer Events, Touch Events and Input Events: what a player's input arrives as.

const finishUIEvent = ({ prototype }) => defineMembers(prototype, {
  get which() { return 0; },
  get sourceCapabilities() { return null; },
  initUIEvent(type, bubbles, cancelable, view = null, detail = 0) {
    if (this[kDispatching]) return;
    this.initEvent(type, bubbles, cancelable);
    this[kValues].view = view;
    this[kValues].detail = detail;
  },
});
const UIEvent = defineEvent('UIEvent', { view: null, detail: 0 }, plainEvent, finishUIEvent);

const modifierFields = {
  ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, modifierAltGraph: false, modifierCapsLock: false,
  modifierFn: false, modifierFnLock: false, modifierHyper: false, modifierNumLock: false, modifierScrollLock: false,
  modifierSuper: false, modifierSymbol: false, modifierSymbolLock: false,
};
const modifierMembers = {
  getModifierState(key) {
    const values = this[kValues];
    if (key === 'Control') return values.ctrlKey;
    if (key === 'Shift' || key === 'Alt' || key === 'Meta') return values[`${StringToLowerCase(key)}Key`];
    return values[`modifier${key}`] === true;
  },
};

const KeyboardEvent = defineEvent('KeyboardEvent', {
  key: '', code: '', location: 0, repeat: false, isComposing: false, charCode: 0, keyCode: 0, which: 0, ...modifierFields,
}, UIEvent, (Interface) => {
  const { prototype } = Interface;
  defineMembers(prototype, modifierMembers);
  ObjectDefineProperty(prototype, 'key', KeyAnswers.modernField('key'));
  ObjectDefineProperty(prototype, 'code', KeyAnswers.modernField('code'));
  ObjectDefineProperty(prototype, 'keyCode', KeyAnswers.legacyField('keyCode'));
  ObjectDefineProperty(prototype, 'charCode', KeyAnswers.legacyField('charCode'));
  defineMembers(prototype, {
    // A script-made event may give `which` alone or `keyCode` alone; each then stands for itself, as in Chromium.
    get which() {
      KeyAnswers.noteLegacyRead(this);
      return this[kValues].which || this[kValues].keyCode || this[kValues].charCode;
    },
    initKeyboardEvent(type, bubbles, cancelable, view = null, key = '', location = 0, ctrlKey = false, altKey = false, shiftKey = false, metaKey = false) {
      if (this[kDispatching]) return;
      this.initUIEvent(type, bubbles, cancelable, view, 0);
      ObjectAssign(this[kValues], { key: `${key}`, location, ctrlKey, altKey, shiftKey, metaKey });
    },
  });
  ObjectDefineProperties(Interface, KeyboardConstants);
  ObjectDefineProperties(prototype, KeyboardConstants);
});

const MouseEvent = defineEvent('MouseEvent', {
  screenX: 0, screenY: 0, clientX: 0, clientY: 0, button: 0, buttons: 0, relatedTarget: null, movementX: 0, movementY: 0,
  ...modifierFields,
}, UIEvent, ({ prototype }) => {
  defineMembers(prototype, modifierMembers);
  // A mouse is at whole pixels; a pointer may be between two.
  for (let i = 0; i < mousePlaces.length; i++) {
    const name = mousePlaces[i];
    ObjectDefineProperty(prototype, name, { __proto__: null, get() { return MathFloor(this[kValues][name]); }, enumerable: true, configurable: true });
  }
  defineMembers(prototype, {
    get x() { return this.clientX; },
    get y() { return this.clientY; },
    get pageX() { return this.clientX + (+globalThis.scrollX || 0); },
    get pageY() { return this.clientY + (+globalThis.scrollY || 0); },
    get layerX() { return this.pageX; },
    get layerY() { return this.pageY; },
    get offsetX() { return this.clientX - paddingEdgeOf(this[kTarget]).x; },
    get offsetY() { return this.clientY - paddingEdgeOf(this[kTarget]).y; },
    get fromElement() { return null; },
    get toElement() { return this[kTarget]; },
    get which() { return this[kValues].button + 1; },
    initMouseEvent(type, bubbles, cancelable, view, detail, screenX, screenY, clientX, clientY, ctrlKey, altKey, shiftKey, metaKey, button, relatedTarget) {
      if (this[kDispatching]) return;
      this.initUIEvent(type, bubbles, cancelable, view, detail);
      ObjectAssign(this[kValues], {
        screenX: +screenX || 0, screenY: +screenY || 0, clientX: +clientX || 0, clientY: +clientY || 0, ctrlKey: Boolean(ctrlKey),
        altKey: Boolean(altKey), shiftKey: Boolean(shiftKey), metaKey: Boolean(metaKey), button: button | 0,
        relatedTarget: relatedTarget ?? null,
      });
    },
  });
});
const mousePlaces = ['clientX', 'clientY', 'screenX', 'screenY'];
/** offsetX/Y count from the target's padding edge (CSSOM View § 8). */
const paddingEdgeOf = (target) => {
  if (!(target instanceof Element)) return { x: 0, y: 0 };
  const box = target.getBoundingClientRect();
  return { x: box.left + (target.clientLeft || 0), y: box.top + (target.clientTop || 0) };
};

const PointerEvent = defineEvent('PointerEvent', {
  pointerId: 0, width: 1, height: 1, pressure: 0, tangentialPressure: 0, tiltX: 0, tiltY: 0, twist: 0, pointerType: '',
  isPrimary: false, altitudeAngle: MathPI / 2, azimuthAngle: 0, persistentDeviceId: 0,
}, MouseEvent, ({ prototype }) => {
  for (let i = 0; i < mousePlaces.length; i++) ObjectDefineProperty(prototype, mousePlaces[i], eventField(mousePlaces[i]));
  defineMembers(prototype, {
    getCoalescedEvents() { return []; },
    getPredictedEvents() { return []; },
  });
});
const DragEvent = defineEvent('DragEvent', { dataTransfer: null }, MouseEvent);
const WheelEvent = defineEvent('WheelEvent', { deltaX: 0, deltaY: 0, deltaZ: 0, deltaMode: 0 }, MouseEvent, (Interface) => {
  ObjectDefineProperties(Interface, WheelConstants);
  ObjectDefineProperties(Interface.prototype, WheelConstants);
  defineMembers(Interface.prototype, {
    get wheelDelta() { return -(this[kValues].deltaY || this[kValues].deltaX) * 1.2; },
    get wheelDeltaY() { return -this[kValues].deltaY * 1.2; },
    get wheelDeltaX() { return -this[kValues].deltaX * 1.2; },
  });
});

const FocusEvent = defineEvent('FocusEvent', { relatedTarget: null }, UIEvent);
const inputEventMembers = { getTargetRanges() { return []; } };
const InputEvent = defineEvent('InputEvent', { data: null, isComposing: false, inputType: '', dataTransfer: null }, UIEvent, ({ prototype }) => {
  defineMembers(prototype, inputEventMembers);
});
const CompositionEvent = defineEvent('CompositionEvent', { data: '' }, UIEvent);
const ClipboardEvent = defineEvent('ClipboardEvent', { clipboardData: null });

const kTouchList = Symbol('touches');
const TouchList = exposeLazily('TouchList', () => {
  class TouchList {
    get length() { return this[kTouchList]; }
    item(index) { return this[index] ?? null; }
    *[SymbolIterator]() { for (let i = 0; i < this[kTouchList]; i++) yield this[i]; }
  }
  return TouchList;
});
const makeTouchList = (touches) => {
  const list = new (TouchList())();
  let count = 0;
  if (touches !== null && touches !== undefined) for (; count < touches.length; count++) list[count] = touches[count];
  ObjectDefineProperty(list, kTouchList, { value: count });
  return list;
};

const Touch = exposeLazily('Touch', () => {
  class Touch {
    constructor(init) {
      ObjectDefineProperty(this, kValues, { value: {
        identifier: init.identifier | 0, target: init.target, clientX: +init.clientX || 0, clientY: +init.clientY || 0,
        screenX: +init.screenX || 0, screenY: +init.screenY || 0, pageX: +(init.pageX ?? init.clientX) || 0,
        pageY: +(init.pageY ?? init.clientY) || 0, radiusX: +init.radiusX || 0, radiusY: +init.radiusY || 0,
        rotationAngle: +init.rotationAngle || 0, force: +init.force || 0,
      } });
    }
  }
  const names = StringSplit('identifier target clientX clientY screenX screenY pageX pageY radiusX radiusY rotationAngle force', ' ');
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    ObjectDefineProperty(Touch.prototype, name, { get() { return this[kValues][name]; }, enumerable: true, configurable: true });
  }
  return Touch;
});

const TouchEvent = defineEvent('TouchEvent', {
  touches: null, targetTouches: null, changedTouches: null, ...modifierFields,
}, UIEvent, ({ prototype }) => {
  defineMembers(prototype, modifierMembers);
  const lists = ['touches', 'targetTouches', 'changedTouches'];
  for (let i = 0; i < lists.length; i++) {
    const name = lists[i];
    ObjectDefineProperty(prototype, name, {
      get() {
        const value = this[kValues][name];
        return value instanceof TouchList() ? value : (this[kValues][name] = makeTouchList(value));
      },
      enumerable: true, configurable: true,
    });
  }
});
