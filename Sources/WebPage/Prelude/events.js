// Event (DOM § 2.2) and the table-driven definition of its subclasses.

const kType = Symbol('type');
const kTarget = Symbol('target');
const kCurrentTarget = Symbol('currentTarget');
const kPhase = Symbol('eventPhase');
const kBubbles = Symbol('bubbles');
const kCancelable = Symbol('cancelable');
const kComposed = Symbol('composed');
const kCanceled = Symbol('canceled');
const kPassiveListener = Symbol('inPassiveListener');
const kStopped = Symbol('stopPropagation');
const kStoppedNow = Symbol('stopImmediatePropagation');
const kDispatching = Symbol('dispatching');
const kInitialized = Symbol('initialized');
const kTrusted = Symbol('isTrusted');
const kTime = Symbol('timeStamp');
const kEventPath = Symbol('path');
const kValues = Symbol('values');

class Event {
  constructor(type, init = undefined) {
    if (arguments.length === 0) throw new TypeError("Failed to construct 'Event': 1 argument required, but only 0 present.");
    if (init !== undefined && init !== null && typeof init !== 'object' && typeof init !== 'function') {
      throw new TypeError("Failed to construct 'Event': The provided value is not of type 'EventInit'.");
    }
    this[kType] = `${type}`;
    this[kTarget] = null;
    this[kCurrentTarget] = null;
    this[kPhase] = 0;
    const given = init !== undefined && init !== null;
    this[kBubbles] = given && Boolean(init.bubbles);
    this[kCancelable] = given && Boolean(init.cancelable);
    this[kComposed] = given && Boolean(init.composed);
    this[kCanceled] = false;
    this[kPassiveListener] = false;
    this[kStopped] = false;
    this[kStoppedNow] = false;
    this[kDispatching] = false;
    this[kInitialized] = true;
    this[kTrusted] = false;
    this[kTime] = EventLoop.now();
    this[kEventPath] = null;
    this[kValues] = null;
  }
}
ObjectDefineProperties(Event, EventConstants);
ObjectDefineProperties(Event.prototype, EventConstants);
defineMembers(Event.prototype, {
  get type() { return this[kType]; },
  get target() { return this[kTarget]; },
  get srcElement() { return this[kTarget]; },
  get currentTarget() { return this[kCurrentTarget]; },
  get eventPhase() { return this[kPhase]; },
  get bubbles() { return this[kBubbles]; },
  get cancelable() { return this[kCancelable]; },
  get composed() { return this[kComposed]; },
  get defaultPrevented() { return this[kCanceled]; },
  get isTrusted() { return this[kTrusted]; },
  get timeStamp() { return this[kTime]; },
  get returnValue() { return !this[kCanceled]; },
  set returnValue(value) { if (!value) this.preventDefault(); },
  get cancelBubble() { return this[kStopped]; },
  set cancelBubble(value) { if (value) this[kStopped] = true; },
  stopPropagation() { this[kStopped] = true; },
  stopImmediatePropagation() { this[kStopped] = true; this[kStoppedNow] = true; },
  preventDefault() { if (this[kCancelable] && !this[kPassiveListener]) this[kCanceled] = true; },
  composedPath() { return this[kEventPath] === null ? [] : this[kEventPath].visibleFrom(this[kCurrentTarget]); },
  initEvent(type, bubbles = false, cancelable = false) {
    requireArguments('initEvent', 'Event', arguments.length, 1);
    if (this[kDispatching]) return;
    this[kInitialized] = true;
    this[kStopped] = this[kStoppedNow] = this[kCanceled] = false;
    this[kTrusted] = false;
    this[kTarget] = null;
    this[kType] = `${type}`;
    this[kBubbles] = Boolean(bubbles);
    this[kCancelable] = Boolean(cancelable);
  },
});
exposeInterface('Event', Event);

const toInitNumber = (value) => +value;
const toInitString = (value) => `${value}`;
const toInitBoolean = (value) => Boolean(value);
const keepInitValue = (value) => value;
const toInitWindow = (value) => {
  if (value !== null && value !== globalThis) throw new TypeError("Failed to convert value to 'Window'.");
  return value;
};
/** What an init member is converted by, found from its default, or its name where the default says nothing. */
const initConverterFor = (initial, name) => {
  if (name === 'view') return toInitWindow;
  if (typeof initial === 'number') return toInitNumber;
  if (typeof initial === 'string') return toInitString;
  return typeof initial === 'boolean' ? toInitBoolean : keepInitValue;
};

/** The getters of events' own members by name, shared by all interfaces: a page's start-up would else make hundreds. */
const eventFields = ObjectCreate(null);
const eventField = (field) => (eventFields[field] ??= {
  get() { return this[kValues][field]; }, enumerable: true, configurable: true,
});

/** By interface: what its events' members are where nothing is said of them, its own and those that it inherits. */
const eventDefaults = new SafeMap();

/**
 * An event interface whose constructor's init dictionary has the members of `fields` (name → default) and whose prototype has
 * a getter for each, but for the `modifier…` ones. Converting by the default's type is what WebIDL does for these dictionaries.
 */
const makeEvent = (name, Base, fields) => {
  const names = ObjectKeys(fields);
  const converters = [];
  for (let i = 0; i < names.length; i++) ArrayPush(converters, initConverterFor(fields[names[i]], names[i]));
  const Interface = {
    [name]: class extends Base {
      constructor(type, init = undefined) {
        super(type, init);
        const values = this[kValues] === null ? (this[kValues] = ObjectCreate(null)) : this[kValues];
        const given = init !== undefined && init !== null;
        for (let i = 0; i < names.length; i++) {
          const value = given ? init[names[i]] : undefined;
          values[names[i]] = value === undefined ? fields[names[i]] : converters[i](value);
        }
      }
    },
  }[name];
  for (let i = 0; i < names.length; i++) {
    if (!StringStartsWith(names[i], 'modifier')) ObjectDefineProperty(Interface.prototype, names[i], eventField(names[i]));
  }
  eventDefaults.set(Interface, ObjectAssign(ObjectCreate(null), eventDefaults.get(Base), fields));
  return Interface;
};
/** Lets such an interface be made when it is first asked for, by the result; `finish(Interface)` adds to it. */
const defineEvent = (name, fields, base = plainEvent, finish = null) => exposeLazily(name, () => {
  const Interface = makeEvent(name, base(), fields);
  if (finish !== null) finish(Interface);
  return Interface;
});
const plainEvent = () => Event;

const customEventMembers = {
  initCustomEvent(type, bubbles = false, cancelable = false, detail = null) {
    requireArguments('initCustomEvent', 'CustomEvent', arguments.length, 1);
    if (this[kDispatching]) return;
    this.initEvent(type, bubbles, cancelable);
    this[kValues].detail = detail;
  },
};
const CustomEvent = defineEvent('CustomEvent', { detail: null }, plainEvent, ({ prototype }) => defineMembers(prototype, customEventMembers));

const ErrorEvent = defineEvent('ErrorEvent', { message: '', filename: '', lineno: 0, colno: 0, error: undefined });
const PromiseRejectionEvent = defineEvent('PromiseRejectionEvent', { promise: undefined, reason: undefined });
const MessageEvent = defineEvent('MessageEvent', { data: null, origin: '', lastEventId: '', source: null, ports: null }, plainEvent, ({ prototype }) => {
  ObjectDefineProperty(prototype, 'ports', { get() { return this[kValues].ports ?? ObjectFreeze([]); }, enumerable: true, configurable: true });
});
const StorageEvent = defineEvent('StorageEvent', { key: null, oldValue: null, newValue: null, url: '', storageArea: null });
const PopStateEvent = defineEvent('PopStateEvent', { state: null, hasUAVisualTransition: false });
const HashChangeEvent = defineEvent('HashChangeEvent', { oldURL: '', newURL: '' });
const PageTransitionEvent = defineEvent('PageTransitionEvent', { persisted: false });
const BeforeUnloadEvent = defineEvent('BeforeUnloadEvent', {});
const ProgressEvent = defineEvent('ProgressEvent', { lengthComputable: false, loaded: 0, total: 0 });
const CloseEvent = defineEvent('CloseEvent', { wasClean: false, code: 0, reason: '' });
const SubmitEvent = defineEvent('SubmitEvent', { submitter: null });
const FormDataEvent = defineEvent('FormDataEvent', { formData: null });
const ToggleEvent = defineEvent('ToggleEvent', { oldState: '', newState: '' });
const TransitionEvent = defineEvent('TransitionEvent', { propertyName: '', elapsedTime: 0, pseudoElement: '' });
const AnimationEvent = defineEvent('AnimationEvent', { animationName: '', elapsedTime: 0, pseudoElement: '' });
const AnimationPlaybackEvent = defineEvent('AnimationPlaybackEvent', { currentTime: null, timelineTime: null });
const MediaQueryListEvent = defineEvent('MediaQueryListEvent', { media: '', matches: false });
const GamepadEvent = defineEvent('GamepadEvent', { gamepad: null });
const SecurityPolicyViolationEvent = defineEvent('SecurityPolicyViolationEvent', { blockedURI: '', violatedDirective: '' });

/** An event as the browser itself makes it: what it says of the members needs no conversion. */
const trustedEvent = (Interface, type, init) => {
  const event = ReflectConstruct(Event, [type, init], Interface);
  const defaults = eventDefaults.get(Interface);
  if (defaults !== undefined) event[kValues] = ObjectAssign(ObjectCreate(null), defaults, init);
  event[kTrusted] = true;
  return event;
};
/** Fires a simple trusted event at `target`, all listeners at once. */
const fireEvent = (target, type, bubbles = false, cancelable = false) => {
  const event = new Event(type);
  event[kBubbles] = bubbles;
  event[kCancelable] = cancelable;
  event[kTrusted] = true;
  return dispatchNow(target, event);
};
