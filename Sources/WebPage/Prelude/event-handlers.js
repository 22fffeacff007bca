// Event handlers (HTML § 8.1.8.1): `on…` properties, and `on…` attributes compiled on first use.

const kHandlers = Symbol('handlers');
const NativeFunction = Function;

/** One `on…` slot: its value, or the attribute text that it is still to be compiled from. */
class EventHandlerSlot {
  constructor(type) {
    this.type = type;
    this.value = null;
    this.text = null;
    this.record = null;
  }
}

/** Windows and `error` get (message, source, line, column, error) instead of an event. */
const handlerParameters = (target, type) =>
  (type === 'error' && (target === globalThis || target === DocumentState.document?.body) ? 'event,source,lineno,colno,error' : 'event');

/** The function of an attribute's text, its scope chain being document, form owner and element, as the standard has it. */
const compileHandler = (target, slot) => {
  const text = slot.text;
  slot.text = null;
  const name = `on${slot.type}`;
  try {
    const element = slot.owner ?? target;
    const build = new NativeFunction('document', 'form', 'element',
      `with(document){with(form){with(element){return function ${name}(${handlerParameters(target, slot.type)}){\n${text}\n}}}}`);
    const nothing = ObjectCreate(null);
    slot.value = element === globalThis ? build(nothing, nothing, nothing)
      : build(element[kDocument] ?? nothing, element.form ?? nothing, element);
  } catch (error) {
    slot.value = null;
    Records.exception(error);
  }
};

const handlerSlot = (target, type, create) => {
  let slots = target[kHandlers];
  if (slots === undefined) {
    if (!create) return undefined;
    slots = new SafeMap();
    ObjectDefineProperty(target, kHandlers, { value: slots });
  }
  let slot = slots.get(type);
  if (slot === undefined && create) {
    slot = new EventHandlerSlot(type);
    slots.set(type, slot);
  }
  return slot;
};

const getEventHandler = (target, type) => {
  const slot = handlerSlot(target, type, false);
  if (slot === undefined) return null;
  if (slot.text !== null) compileHandler(target, slot);
  return slot.value;
};

/** The slot takes its place among the listeners when it is first set, and gives it up when set to null. */
const activateHandler = (target, slot, active) => {
  if (active && slot.record === null) {
    const record = new EventListenerRecord(HandlerNames.type(slot.type), slot, false, false, isPassiveByDefault(slot.type, target));
    record.isHandler = true;
    slot.record = record;
    appendListener(target, record);
  } else if (!active && slot.record !== null) {
    removeListenerRecord(target, slot.record);
    slot.record = null;
  }
};

const setEventHandler = (target, type, value) => {
  const usable = typeof value === 'function' || (typeof value === 'object' && value !== null);
  const slot = handlerSlot(target, type, usable);
  if (slot === undefined) return;
  slot.value = usable ? value : null;
  slot.text = null;
  activateHandler(target, slot, usable);
};

/** An `on…` attribute was set (`text`) or removed (null). `owner` is the element that carries it. */
const setEventHandlerText = (target, type, text, owner) => {
  const slot = handlerSlot(target, type, text !== null);
  if (slot === undefined) return;
  slot.value = null;
  slot.text = text;
  slot.owner = owner;
  activateHandler(target, slot, text !== null);
};

/** Runs a slot's handler; its return value cancels the event (`true` for window's error handler, `false` for all else). */
const invokeHandlerSlot = (slot, event, target) => {
  if (slot.text !== null) compileHandler(target, slot);
  const callback = slot.value;
  if (typeof callback !== 'function') return;
  if (event[kType] === 'error' && target === globalThis && event instanceof ErrorEvent()) {
    try {
      const { message, filename, lineno, colno, error } = event;
      if (ReflectApply(callback, target, [message, filename, lineno, colno, error]) === true) event[kCanceled] = true;
    } catch (error) {
      Records.exception(error);
    }
    return;
  }
  const result = EventLoop.invoke(callback, target, event);
  if (result === false) event.preventDefault();
};

const handlerAccessor = (type, redirect) => ({
  get() { return getEventHandler(redirect(this), type); },
  set(value) { setEventHandler(redirect(this), type, value); },
  enumerable: true, configurable: true,
});
/** The accessors that need no redirection, shared by all prototypes: a page's start-up would else make thousands. */
const handlerAccessors = new SafeMap();
const sharedHandlerAccessor = (name) => {
  let accessor = handlerAccessors.get(name);
  if (accessor === undefined) handlerAccessors.set(name, accessor = handlerAccessor(name, thisOrWindow));
  return accessor;
};
/** Gives `prototype` an accessor `on<name>` for each name; `redirect` says which target really holds the handler. */
const defineEventHandlers = (prototype, names, redirect = thisOrWindow) => {
  for (let i = 0; i < names.length; i++) {
    const accessor = redirect === thisOrWindow ? sharedHandlerAccessor(names[i]) : handlerAccessor(names[i], redirect);
    ObjectDefineProperty(prototype, HandlerNames.property(names[i]), accessor);
  }
};
defineEventHandlers(globalThis, HandlerNames.global);
defineEventHandlers(globalThis, HandlerNames.window);
