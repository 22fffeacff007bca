// What the game's variables hold: the tables that can be reached from its scopes and objects.

{
  const { list, dataOf, isObject, isElement, isMap, MapForEach } = VariableTables;
  const TABLES_MAX = 240;
  const OBJECTS_MAX = 3000;
  const DEPTH_MAX = 5;
  const KEYS_MAX = 120;
  const ELEMENTS_MAX = 8;
  const PLAIN_MAX = 1000;
  const WORD_MAX = 24;
  /** Arrays up to this length may be a pair of coordinates. */
  const PAIR_MAX = 4;

  const attempt = (read) => { try { return read(); } catch { return undefined; } };
  const isHostObject = (value) => value === globalThis || value[kNodeType] !== undefined || value[kCanvas] !== undefined;

  /** Accessors of an object's private fields, by their names with `#`. */
  const privates = (object) => {
    const makers = Scopes.privatesOf(object);
    const found = list();
    for (let i = 0; i < makers.length; i++) found[i] = attempt(() => makers[i](object)) ?? {};
    return found;
  };

  /** Calls `visit(key, value)` for what an object keeps; functions of the game don't run. */
  const forEachMember = (object, visit) => {
    const hidden = privates(object);
    for (let i = 0; i < hidden.length; i++) {
      const names = ObjectKeys(hidden[i]);
      for (let j = 0; j < names.length; j++) visit(names[j], attempt(() => hidden[i][names[j]]));
    }
    if (isMap(object)) {
      MapForEach(object, (value, key) => { if (typeof key === 'string') visit(key, value); });
      return;
    }
    const length = VariableTables.lengthOf(object);
    const names = length >= 0 ? [] : ObjectKeys(object);
    for (let i = 0; i < names.length && i < KEYS_MAX; i++) visit(names[i], dataOf(object, names[i]));
    for (let i = 0; i < length && i < ELEMENTS_MAX; i++) visit(i, dataOf(object, i));
  };

  const member = (object, key) => {
    const hidden = typeof key === 'string' && key[0] === '#' ? privates(object) : [];
    for (let i = 0; i < hidden.length; i++) if (ObjectHasOwn(hidden[i], key)) return attempt(() => hidden[i][key]);
    if (isMap(object)) {
      let found;
      MapForEach(object, (value, name) => { if (name === key) found = value; });
      return found;
    }
    return dataOf(object, key);
  };

  const nameOf = (owner, key) => (typeof key === 'number' ? `${owner}[${key}]` : owner === '' ? key : `${owner}.${key}`);

  /** Everything that the scopes hold, scripts first, then the objects that handed themselves over. */
  const roots = () => {
    const global = list();
    const enclosed = list();
    const owners = list();
    // Of which there are several, one comes after another: a longer way to each that stays the same is worth more.
    const passing = list();
    Scopes.forEach(({ accessors, name, place, owner }, slot) => {
      if (owner !== undefined) {
        ArrayPush(Scopes.entry(place, 1) === undefined ? owners : passing, { value: owner, path: [place, slot], name, depth: 1 });
        return;
      }
      const scope = attempt(accessors);
      if (!isObject(scope)) return;
      const found = name === 'script' ? global : enclosed;
      const names = ObjectKeys(scope);
      for (let i = 0; i < names.length; i++) {
        ArrayPush(found, { value: attempt(() => scope[names[i]]), path: [place, slot, names[i]], name: names[i], depth: 0 });
      }
    });
    for (let i = 0; i < enclosed.length; i++) ArrayPush(global, enclosed[i]);
    for (let i = 0; i < owners.length; i++) ArrayPush(global, owners[i]);
    return { lasting: global, passing };
  };

  /** The value at a path: a place of `Scopes`, the slot there, then the keys to follow. */
  const valueAt = (path) => {
    const entry = Scopes.entry(path[0], path[1]);
    if (entry === undefined) return undefined;
    let value = entry.owner ?? attempt(entry.accessors);
    for (let i = 2; i < path.length && isObject(value); i++) {
      value = i === 2 && entry.owner === undefined ? attempt(() => value[path[2]]) : member(value, path[i]);
    }
    return value;
  };

  /** A path as a text; without prototypes, so that a page's `toJSON` has no say. */
  const pathText = (path, property) => JSONStringify(ObjectSetPrototypeOf([ObjectSetPrototypeOf(path, null), property], null));
  const longer = (path, key) => {
    const result = list();
    for (let i = 0; i < path.length; i++) result[i] = path[i];
    result[path.length] = key;
    return result;
  };

  /**
   * Calls `visit` for every plain value and every object that can be reached, those nearest to the scopes first.
   * With `byAllPaths` an object is met once on each way to it, else once.
   */
  const forEachReachable = (visit, byAllPaths) => {
    const seen = new SafeSet();
    const { lasting: queue, passing } = roots();
    let left = 0;
    for (let i = 0; seen.size < OBJECTS_MAX; i++) {
      if (i === queue.length) {
        if (left === passing.length) break;
        ArrayPush(queue, passing[left++]);
      }
      const item = queue[i];
      const { value } = item;
      if (!isObject(value)) {
        attempt(() => visit(item));
        continue;
      }
      const isKnown = seen.has(value);
      if (isKnown && !byAllPaths) continue;
      seen.add(value);
      if (attempt(() => isHostObject(value)) !== false) continue;
      attempt(() => visit(item));
      if (isKnown || item.depth >= DEPTH_MAX) continue;
      const length = VariableTables.lengthOf(value);
      attempt(() => forEachMember(value, (key, inner) => {
        if (inner === undefined || inner === null || typeof inner === 'function') return;
        ArrayPush(queue, { value: inner, path: longer(item.path, key), name: nameOf(item.name, key), depth: item.depth + 1, length });
      }));
    }
  };

  const noteTables = (tables, { value, path, name }) => {
    if (!isObject(value) && typeof value !== 'string') return;
    VariableTables.forEach(value, (property, table) => {
      if (tables.length >= TABLES_MAX) return;
      ArrayPush(tables, { __proto__: null, ...table, path: pathText(path, property), name: property === null ? name : `${name}[].${property}` });
    });
  };

  /** All tables, those nearest to the scopes first. */
  page.variables = () => {
    const tables = list();
    forEachReachable((item) => noteTables(tables, item), false);
    return JSONStringify({ __proto__: null, tables });
  };

  const isPlain = (value) => NumberIsInteger(value) || (typeof value === 'string' && value.length <= WORD_MAX);

  /** The same by all ways to them, with all whole numbers and words that are variables, properties, or elements of short arrays. */
  page.allVariables = () => {
    const tables = list();
    const plain = list();
    forEachReachable((item) => {
      noteTables(tables, item);
      const { value, path, length } = item;
      if (plain.length >= PLAIN_MAX || !isPlain(value) || length > PAIR_MAX) return;
      ArrayPush(plain, { __proto__: null, path: pathText(path, null), value: `${value}`, isWord: typeof value === 'string' });
    }, true);
    return JSONStringify({ __proto__: null, tables, plain });
  };

  /** The whole numbers and words of some paths as texts, null where there is none any more. */
  page.plainValues = (text) => {
    const paths = JSONParse(text);
    const values = list();
    for (let i = 0; i < paths.length; i++) {
      const value = attempt(() => valueAt(JSONParse(paths[i])[0]));
      values[i] = isPlain(value) ? `${value}` : null;
    }
    return JSONStringify(values);
  };

  /** The table of a path that `variables` gave; null when there is none any more. */
  page.variableTable = (text) => {
    const place = JSONParse(text);
    return JSONStringify(attempt(() => VariableTables.of(valueAt(place[0]), place[1])) ?? null);
  };

  const isFunction = (value) => typeof value === 'function';
  const cellAt = (table, place) => (place[1] === null ? table[place[0]] : table[place[0]][place[1]]);
  const put = (table, places, write) => {
    for (let i = 0; i < places.length; i++) {
      const row = places[i][1] === null ? table : table[places[i][0]];
      write(row, places[i][1] === null ? places[i][0] : places[i][1]);
    }
  };

  /** What makes an element look and count as another one: its class and its style. */
  const shape = (element, sample) => {
    setAttributeValue(element, 'class', sample[kAttributes].get('class') ?? '');
    setAttributeValue(element, 'style', sample[kAttributes].get('style') ?? '');
  };
  /** Gives an object the plain values that another one has. */
  const fillIn = (object, sample) => {
    const names = ObjectKeys(sample);
    for (let i = 0; i < names.length && i < KEYS_MAX; i++) {
      const value = dataOf(sample, names[i]);
      if (!isObject(value) && !isFunction(value)) object[names[i]] = value;
    }
    return object;
  };

  /** A function that makes a cell like a sample, which it must not change; undefined where that can't be done. */
  const writer = (sample, other) => {
    if (!isObject(sample)) return isFunction(sample) || isElement(other) ? undefined : (row, key) => { row[key] = sample; };
    if (isElement(sample)) {
      return isElement(other) ? (row, key) => { if (isElement(row[key])) shape(row[key], sample); } : undefined;
    }
    return (row, key) => {
      row[key] = fillIn(isObject(row[key]) ? row[key] : { __proto__: ObjectGetPrototypeOf(sample) }, sample);
    };
  };

  /**
   * Makes cells of a table like two others: a plan is {filled, empty, fill, clear}, two places and two lists of places.
   * Answers whether it could be done: only arrays of plain values, of objects that hold some, and of elements are touched.
   */
  page.arrangeTable = (text, planText) => {
    const place = JSONParse(text);
    const plan = JSONParse(planText);
    return JSONStringify(attempt(() => {
      const table = valueAt(place[0]);
      if (!isObject(table) || VariableTables.lengthOf(table) < 0) return false;
      const filled = cellAt(table, plan.filled);
      const empty = cellAt(table, plan.empty);
      const fill = writer(filled, empty);
      const clear = writer(empty, filled);
      if (fill === undefined || clear === undefined || filled === empty) return false;
      put(table, plan.fill, fill);
      put(table, plan.clear, clear);
      return true;
    }) ?? false);
  };
}
