// Date on the virtual clock. The engine's own Date does all the arithmetic; only "now" is replaced.
{
  const currentTime = () => MathFloor(settings.startTime + EventLoop.readClock());

  const VirtualDate = function Date(year, month, date, hours, minutes, seconds, ms) {
    if (new.target === undefined) return DateToString(new NativeDate(currentTime()));
    return ReflectConstruct(NativeDate, arguments.length === 0 ? [currentTime()] : arguments, new.target);
  };
  const { prototype } = NativeDate;
  ObjectDefineProperty(VirtualDate, 'prototype', { value: prototype, writable: false, enumerable: false, configurable: false });
  const hidden = (target, name, value) => {
    ObjectDefineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
  };
  hidden(prototype, 'constructor', VirtualDate);
  hidden(VirtualDate, 'now', { now: () => currentTime() }.now);
  hidden(VirtualDate, 'parse', NativeDate.parse);
  hidden(VirtualDate, 'UTC', NativeDate.UTC);
  defineGlobal('Date', VirtualDate);

  /** Formatting without an argument means "now" as well. */
  const formatterPrototype = globalThis.Intl?.DateTimeFormat?.prototype;
  const nativeFormat = formatterPrototype && ObjectGetOwnPropertyDescriptor(formatterPrototype, 'format')?.get;
  if (nativeFormat) {
    const nativeParts = formatterPrototype.formatToParts;
    ObjectDefineProperty(formatterPrototype, 'format', {
      get() {
        const format = ReflectApply(nativeFormat, this, []);
        return (date) => format(date === undefined ? currentTime() : date);
      },
      configurable: true,
      enumerable: false,
    });
    hidden(formatterPrototype, 'formatToParts', function formatToParts(date) {
      return ReflectApply(nativeParts, this, [date === undefined ? currentTime() : date]);
    });
  }
}
