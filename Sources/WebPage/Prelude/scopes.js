// The page's closures, as its instrumented scripts hand them over: see `ScriptParser.exposingScopes`.

/**
 * Scopes and objects with their accessors, the last few of each place in the source: a function can run, and a class can
 * be made, any number of times.
 */
const Scopes = (() => {
  const PLACE_MAX = 4;
  const PLACES_MAX = 400;
  const places = new SafeMap();
  /** Accessors of private fields by the object that has them, so that they are found from wherever the object is. */
  const owned = new SafeWeakMap();

  const register = (accessors, name, place, owner) => {
    if (owner !== undefined && accessors !== 0) {
      const known = owned.get(owner);
      if (known === undefined) owned.set(owner, [accessors]);
      else ArrayPush(known, accessors);
    }
    let entries = places.get(place);
    if (entries === undefined) {
      if (places.size >= PLACES_MAX) return;
      entries = { next: 0, list: [] };
      places.set(place, entries);
    }
    entries.list[entries.next] = { accessors, name, place, owner };
    entries.next = (entries.next + 1) % PLACE_MAX;
  };

  // The host makes a constant of it, see `Page.declareExposeHook`.
  ObjectDefineProperty(globalThis, `${settings.exposeHook}_`, { value: register, configurable: true });

  return {
    /** Calls `visit({accessors, name, place, owner}, slot)` for all that is known, in the order of the places' first runs. */
    forEach(visit) {
      places.forEach((entries) => {
        for (let i = 0; i < entries.list.length; i++) visit(entries.list[i], i);
      });
    },
    /** What a place handed over, by the number that `forEach` gave it; undefined when there is no such entry. */
    entry(place, slot) {
      return places.get(place)?.list[slot];
    },
    /** Functions that make accessors of the object's private fields from it. */
    privatesOf(object) {
      return owned.get(object) ?? [];
    },
  };
})();
