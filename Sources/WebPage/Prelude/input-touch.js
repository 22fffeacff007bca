// Touch input (Touch Events § 5): touch events with the pointer events of the same contact, and a tap's mouse events.

Input.touch = (() => {
  const { document } = DocumentState;
  const contacts = new SafeMap();
  const pointerTypes = { __proto__: null, touchstart: 'pointerdown', touchmove: 'pointermove', touchend: 'pointerup', touchcancel: 'pointercancel' };
  const TAP_SLOP_PX = 15;

  const touchOf = (contact) => new (Touch())({
    identifier: contact.id, target: contact.target, clientX: contact.x, clientY: contact.y, screenX: contact.x, screenY: contact.y,
    pageX: contact.x + (+globalThis.scrollX || 0), pageY: contact.y + (+globalThis.scrollY || 0), radiusX: 11.5, radiusY: 11.5, force: 1,
  });
  const pointerEventFor = (type, contact) => {
    const init = { ...Input.mouseInit(contact.x, contact.y, type === 'pointermove' ? -1 : 0, type === 'pointerup' ? 0 : 1, 0) };
    return Input.dispatchOf(contact.target, PointerEvent(), type, { ...Input.pointerInit(init, 'touch', contact.id + 2), isPrimary: contact.isPrimary });
  };
  const touchEventFor = (type, changed, ending) => {
    const all = [];
    const same = [];
    contacts.forEach((contact) => {
      if (ending && contact.id === changed.id) return;
      ArrayPush(all, touchOf(contact));
      if (contact.target === changed.target) ArrayPush(same, touchOf(contact));
    });
    return Input.dispatchOf(changed.target, TouchEvent(), type, {
      bubbles: true, cancelable: type !== 'touchcancel', composed: true, view: globalThis, touches: all, targetTouches: same, changedTouches: [touchOf(changed)],
    });
  };
  const tapSteps = (contact, outcome) => {
    const init = Input.mouseInit(contact.x, contact.y, 0, 0, 1);
    const isTap = () => !outcome.prevented && !contact.prevented && !contact.moved && contact.target[kConnected] && !isDisabled(contact.target);
    return [
      () => (isTap() ? Input.dispatchOf(contact.target, MouseEvent(), 'mousemove', { ...init, detail: 0 }) : null),
      () => (isTap() ? Input.dispatchOf(contact.target, MouseEvent(), 'mousedown', { ...init, buttons: 1 }) : null),
      () => { if (isTap()) Input.focusByPointer(contact.target); return null; },
      () => (isTap() ? Input.dispatchOf(contact.target, MouseEvent(), 'mouseup', init) : null),
      () => (isTap() ? Input.dispatchOf(contact.target, PointerEvent(), 'click', { ...init, pointerId: contact.id + 2, pointerType: 'touch' }) : null),
    ];
  };

  const contactFor = (type, point) => {
    const id = point.identifier ?? 0;
    if (type === 'touchstart') {
      const contact = { id, x: point.x, y: point.y, startX: point.x, startY: point.y, moved: false, prevented: false, isPrimary: contacts.size === 0, target: point.target ?? Input.elementAt(point.x, point.y) };
      contacts.set(id, contact);
      return contact;
    }
    const contact = contacts.get(id);
    if (contact === undefined) return null;
    contact.x = point.x ?? contact.x;
    contact.y = point.y ?? contact.y;
    if (MathHypot(contact.x - contact.startX, contact.y - contact.startY) > TAP_SLOP_PX) contact.moved = true;
    return contact;
  };

  /** Queues a touch action: 'touchstart', 'touchmove', 'touchend' or 'touchcancel' with points `{ identifier, x, y }`. */
  return (type, points) => {
    const ending = type === 'touchend' || type === 'touchcancel';
    for (let i = 0; i < points.length; i++) {
      const contact = contactFor(type, points[i]);
      if (contact === null) continue;
      const outcome = { prevented: false };
      let touch = null;
      const steps = [
        () => pointerEventFor(pointerTypes[type], contact),
        () => (touch = touchEventFor(type, contact, ending)),
        () => {
          outcome.prevented = touch.event[kCanceled];
          if (type === 'touchstart') contact.prevented = outcome.prevented;
          if (ending) noteUserActivation();
          if (ending) contacts.delete(contact.id);
          return null;
        },
      ];
      EventLoop.queueInput(new InputSequence(type === 'touchend' ? ArrayConcat(steps, tapSteps(contact, outcome)) : steps));
    }
    return document.body !== null;
  };
})();
