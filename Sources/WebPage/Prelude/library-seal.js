// The last file of the library: nothing that a page gets hold of by an error thrown in here leads to a place where it could
// keep something from one page to the next, or change what another page runs on.
{
  // Whoever has a function has its constructor, which evaluates texts here.
  const functions = [() => {}, function* () {}, async () => {}, async function* () {}];
  for (let i = 0; i < functions.length; i++) delete ObjectGetPrototypeOf(functions[i]).constructor;

  const seen = new Set();
  const freeze = (value) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.add(value);
    ObjectFreeze(value);
    freeze(ObjectGetPrototypeOf(value));
    const keys = ReflectOwnKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const { value: held, get, set } = ObjectGetOwnPropertyDescriptor(value, keys[i]);
      freeze(held);
      freeze(get);
      freeze(set);
    }
  };
  const names = ReflectOwnKeys(globalThis);
  for (let i = 0; i < names.length; i++) freeze(ObjectGetOwnPropertyDescriptor(globalThis, names[i]).value);
  for (let i = 0; i < functions.length; i++) freeze(functions[i]);
  ObjectFreeze(globalThis);
}
