// Event dispatch (DOM § 2.9). A dispatch is a small machine that runs one listener at a time: `dispatchEvent` runs it
// to its end, user input is stepped by the event loop so that microtasks run between the listeners, as in a browser.

/** The targets from the event's target up to the window, each with the target that listeners there may see. */
class EventPath {
  constructor(target, event) {
    this.items = [target];
    this.targets = [target];
    let shown = target;
    let item = null;
    for (let previous = target; (item = EventPath.parentOf(previous, event, shown)) !== null; previous = item) {
      // Out of a shadow tree: if the target that was shown is in there, its host stands for it from here on.
      if (previous[kHostOfShadow] === item && shown instanceof Node && shadowRootOf(shown) === previous) shown = item;
      ArrayPush(this.items, item);
      ArrayPush(this.targets, shown);
    }
  }

  static parentOf(item, event, target) {
    if (!(item instanceof Node)) return null;
    const slot = item[kAssignedSlot];
    if (slot !== undefined && slot !== null) return slot;
    if (item[kParent] !== null) return item[kParent];
    if (item[kHostOfShadow] !== undefined) {
      // A shadow root lets an event out when it is composed, or began further out than in here.
      return event[kComposed] || shadowRootOf(target) !== item ? item[kHostOfShadow] : null;
    }
    return item === DocumentState.document && event[kType] !== 'load' ? globalThis : null;
  }

  /** composedPath(): the items that a listener at `current` may know of: none inside shadow trees below it that are closed. */
  visibleFrom(current) {
    const visible = [];
    for (let i = 0; i < this.items.length; i++) {
      const item = this.items[i];
      const root = item instanceof Node ? shadowRootOf(item) : null;
      const hidden = root !== null && root.mode === 'closed' && !(current instanceof Node && isShadowIncluding(root, current));
      if (!hidden) ArrayPush(visible, item);
    }
    return visible;
  }
}

/** The shadow root at the top of `node`'s tree, or null. */
const shadowRootOf = (node) => {
  let top = node;
  while (top[kParent] !== null) top = top[kParent];
  return top[kHostOfShadow] === undefined ? null : top;
};
/** Whether `node` is inside `root`, shadow trees within it included. */
const isShadowIncluding = (root, node) => {
  for (let at = node; at instanceof Node;) {
    if (at === root) return true;
    at = at[kParent] ?? at[kHostOfShadow] ?? null;
  }
  return false;
};

/** `node` as a listener at `item` may see it: the host of every shadow tree that `item` isn't in stands for what is inside. */
const retargeted = (node, item) => {
  let shown = node;
  for (let root; shown instanceof Node && (root = shadowRootOf(shown)) !== null && !(item instanceof Node && isShadowIncluding(root, item));) {
    shown = root[kHostOfShadow];
  }
  return shown;
};

const noListeners = ObjectFreeze([]);
/** Event types that listeners may have under an older name, when there is none under the new one (DOM § 2.10, "inner invoke"). */
const LegacyEventTypes = {
  __proto__: null, animationend: 'webkitAnimationEnd', animationiteration: 'webkitAnimationIteration',
  animationstart: 'webkitAnimationStart', transitionend: 'webkitTransitionEnd',
};

class EventDispatch {
  constructor(target, event) {
    this.event = event;
    this.target = target;
    event[kDispatching] = true;
    event[kTarget] = target;
    this.path = new EventPath(target, event);
    event[kEventPath] = this.path;
    // Positions run from -(n) .. -1 while capturing (top to target) and 0 .. n-1 while bubbling.
    this.position = -this.path.items.length - 1;
    this.list = noListeners;
    this.index = 0;
    this.capturing = true;
    this.done = false;
    /** What is no node has all its listeners run in the order of their registration. */
    this.flat = !(target instanceof Node);
    this.activation = activationTargetOf(this.path, event);
    const related = event[kValues]?.relatedTarget ?? null;
    this.related = related instanceof Node && shadowRootOf(related) !== null ? related : null;
    this.legacyType = null;
    this.undo = this.activation === null ? null : this.activation[kPreActivation]?.() ?? null;
  }

  /** Runs the next listener; false when none was left, and the dispatch is then finished. */
  next() {
    const { event } = this;
    while (!this.done) {
      while (this.index < this.list.length) {
        const record = this.list[this.index++];
        if (record.removed || (record.capture !== this.capturing && !this.flat)) continue;
        if (event[kStoppedNow]) break;
        this.run(record);
        return true;
      }
      if (!this.enterNext()) this.finish();
    }
    return false;
  }

  /** Moves on to the next target of the path; false at its end. */
  enterNext() {
    const { event } = this;
    const { items, targets } = this.path;
    if (event[kStopped]) return false;
    this.position++;
    if (this.position === 0) {
      this.capturing = false;
      if (this.flat) return false;
    }
    const at = this.position < 0 ? -this.position - 1 : this.position;
    if (at >= items.length) return false;
    const item = items[at];
    const atTarget = at === 0 || targets[at] === item;
    this.list = (this.capturing || atTarget || event[kBubbles]) ? this.listenersOf(item) : noListeners;
    this.index = 0;
    if (this.list.length > 0) {
      event[kCurrentTarget] = item;
      event[kTarget] = targets[at];
      event[kPhase] = atTarget ? 2 : this.capturing ? 1 : 3;
      if (this.related !== null) event[kValues].relatedTarget = retargeted(this.related, item);
    }
    return true;
  }

  listenersOf(item) {
    const { event } = this;
    const list = listenerListOf(item, event[kType]);
    this.legacyType = null;
    if (list !== undefined || !event[kTrusted] || LegacyEventTypes[event[kType]] === undefined) return list ?? noListeners;
    this.legacyType = LegacyEventTypes[event[kType]];
    return listenerListOf(item, this.legacyType) ?? noListeners;
  }

  run(record) {
    const { event } = this;
    const target = event[kCurrentTarget];
    const { callback } = record;
    if (record.once) removeListenerRecord(target, record);
    event[kPassiveListener] = record.passive;
    const outer = CurrentEvent.value;
    if (!(target instanceof Node) || shadowRootOf(target) === null) CurrentEvent.value = event;
    else CurrentEvent.value = undefined;
    const type = event[kType];
    if (this.legacyType !== null) event[kType] = this.legacyType;
    if (record.isHandler) invokeHandlerSlot(callback, event, target);
    else if (typeof callback === 'function') EventLoop.invoke(callback, target, event);
    else this.runObject(callback);
    CurrentEvent.value = outer;
    if (this.legacyType !== null) event[kType] = type;
    event[kPassiveListener] = false;
  }

  runObject(callback) {
    try {
      const { handleEvent } = callback;
      // Where the standard reports an error, Chromium passes over an object without the method.
      if (typeof handleEvent === 'function') EventLoop.invoke(handleEvent, callback, this.event);
    } catch (error) {
      Records.exception(error);
    }
  }

  finish() {
    const { event, path } = this;
    this.done = true;
    event[kPhase] = 0;
    event[kCurrentTarget] = null;
    event[kTarget] = path.targets[path.targets.length - 1];
    event[kDispatching] = false;
    event[kEventPath] = null;
    event[kStopped] = event[kStoppedNow] = false;
    if (this.activation === null) return;
    if (!event[kCanceled]) this.activation[kActivation]?.(event);
    else if (this.undo !== null) this.undo();
  }
}

/** `window.event` while a listener runs. */
const CurrentEvent = { value: undefined };
defineGlobalAccessor('event', () => CurrentEvent.value);

/** The methods by which an element says what a click does to it. */
const kActivation = Symbol('activationBehavior');
const kPreActivation = Symbol('legacyPreActivationBehavior');

/** The nearest element of the path that a click activates. */
const activationTargetOf = (path, event) => {
  if (event[kType] !== 'click' || !(event instanceof MouseEvent())) return null;
  for (let i = 0; i < path.items.length; i++) {
    const item = path.items[i];
    if (item[kActivation] !== undefined && (i === 0 || event[kBubbles])) return item;
  }
  return null;
};

/** Dispatches at once; false if a listener cancelled the event. */
const dispatchNow = (target, event) => {
  const dispatch = new EventDispatch(target, event);
  while (dispatch.next());
  return !event[kCanceled];
};
