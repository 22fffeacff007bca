// Values of variables that may be playfields, pieces or lists of cells, in a few plain forms.

/**
 * A table is {kind, cells, values}: `values` are the texts of the values that its cells have, `cells` is a text of numbers
 * of these, with commas between.
 *   rows    rows with semicolons between; they may be of different lengths
 *   flat    one row
 *   points  groups "a,b,number" with semicolons between: cells by coordinates, or "index,,number"
 * An array of objects gives a table for every property of theirs that holds plain values.
 */
const VariableTables = (() => {
  const CELLS_MAX = 4096;
  const SIDE_MAX = 64;
  const PROPERTIES_MAX = 8;
  const TEXT_MAX = 40;
  const TypedArrayPrototype = ObjectGetPrototypeOf(Uint8Array.prototype);
  const TypedArrayLength = uncurryThis(ObjectGetOwnPropertyDescriptor(TypedArrayPrototype, 'length').get);
  const { isView: ArrayBufferIsView } = ArrayBuffer;
  const COORDINATES = /^\D*?(-?\d{1,3})\D+?(-?\d{1,3})\D*$/;
  const NAMES = [['x', 'y'], ['col', 'row'], ['c', 'r'], ['column', 'row'], ['j', 'i'], ['X', 'Y']];

  /** An empty array without a prototype: it grows without asking for accessors that a page put on `Array.prototype`. */
  const list = () => ObjectSetPrototypeOf([], null);
  const succeeds = (test) => { try { test(); return true; } catch { return false; } };
  const isMap = (value) => succeeds(() => MapSize(value));
  const isSet = (value) => succeeds(() => SetSize(value));
  const isObject = (value) => typeof value === 'object' && value !== null;
  const isElement = (value) => isObject(value) && value[kNodeType] === 1;

  /** How many elements an array, a typed array or a text has; -1 for anything else. */
  const lengthOf = (value) => {
    if (typeof value === 'string') return value.length;
    if (!isObject(value)) return -1;
    if (ArrayIsArray(value)) return value.length;
    return ArrayBufferIsView(value) && succeeds(() => TypedArrayLength(value)) ? TypedArrayLength(value) : -1;
  };
  const elementAt = (sequence, index) =>
    (typeof sequence === 'string' ? StringCharAt(sequence, index) : ArrayBufferIsView(sequence) ? sequence[index] : dataOf(sequence, index));

  /** A property's value, if it is the object's own and no accessor: reading it runs none of the game's code. */
  const dataOf = (object, key) => {
    const descriptor = ObjectGetOwnPropertyDescriptor(object, key);
    return descriptor === undefined ? undefined : descriptor.value;
  };

  const textOf = (value) => {
    switch (typeof value) {
      case 'string': return `'${StringSlice(value, 0, TEXT_MAX)}'`;
      case 'object': return value === null ? 'null' : 'object';
      case 'bigint': return 'bigint';
      case 'symbol': return 'symbol';
      case 'function': return 'function';
      case 'number': return NumberToString(value);
      default: return value === undefined ? 'undefined' : value ? 'true' : 'false';
    }
  };
  const classOf = (element) => element[kAttributes].get('class') ?? '';

  /** Numbers for values, by their texts, as they are met. */
  const numbering = () => {
    const numbers = new SafeMap();
    const values = list();
    return {
      values,
      of(value) {
        const text = textOf(value);
        let number = numbers.get(text);
        if (number === undefined) {
          number = values.length;
          numbers.set(text, number);
          values[number] = text;
        }
        return number;
      },
    };
  };

  const arrayOf = (length, make) => {
    const array = list();
    for (let i = 0; i < length; i++) array[i] = make(i);
    return array;
  };

  /** Whether a sequence's elements are sequences themselves, as far as there are any. */
  const isNested = (sequence, length) => {
    if (typeof sequence === 'string' || length > SIDE_MAX || ArrayBufferIsView(sequence)) return false;
    let hasAny = false;
    for (let i = 0; i < length; i++) {
      const element = elementAt(sequence, i);
      if (element === undefined || element === null) continue;
      const inner = lengthOf(element);
      if (inner < 1 && !(inner === 0 && ArrayIsArray(element))) return false;
      if (inner > SIDE_MAX || (typeof element === 'string' && inner < 4)) return false;
      hasAny = true;
    }
    return hasAny;
  };

  const raggedRows = (sequence, length) => arrayOf(length, (i) => {
    const row = elementAt(sequence, i);
    const width = row === undefined || row === null ? 0 : lengthOf(row);
    return arrayOf(width, (j) => elementAt(row, j));
  });

  const textRows = (text) => {
    const lines = StringSplit(text, '\n');
    return arrayOf(lines.length, (i) => arrayOf(lines[i].length, (j) => StringCharAt(lines[i], j)));
  };

  const pointsOfKeys = (keys, valueOf) => {
    const points = list();
    for (let i = 0; i < keys.length; i++) {
      const match = typeof keys[i] === 'string' ? RegExpExec(COORDINATES, keys[i]) : null;
      if (match !== null) points[i] = [+match[1], +match[2], valueOf(keys[i])];
      else if (NumberIsInteger(+keys[i])) points[i] = [+keys[i], null, valueOf(keys[i])];
      else return undefined;
    }
    return points;
  };

  const coordinatesOf = (object) => {
    for (let i = 0; i < NAMES.length; i++) {
      const a = dataOf(object, NAMES[i][0]);
      const b = dataOf(object, NAMES[i][1]);
      if (typeof a === 'number' && typeof b === 'number') return [a, b];
    }
    return undefined;
  };

  const pointsOfObjects = (sequence, length) => {
    const points = list();
    for (let i = 0; i < length; i++) {
      const element = elementAt(sequence, i);
      const place = isObject(element) && !isElement(element) ? coordinatesOf(element) : undefined;
      if (place === undefined) return undefined;
      points[i] = [place[0], place[1], element];
    }
    return points;
  };

  /** {kind, cells} with the values themselves as cells; undefined for what is no table. */
  const formOf = (value) => {
    const length = lengthOf(value);
    if (length > CELLS_MAX) return undefined;
    if (typeof value === 'string') {
      if (length < 32) return undefined;
      return StringIncludes(value, '\n') ? { kind: 'rows', cells: textRows(value) } : { kind: 'flat', cells: arrayOf(length, (i) => value[i]) };
    }
    if (length === 0) return ArrayIsArray(value) ? { kind: 'points', cells: [] } : undefined;
    if (length > 0) {
      if (isNested(value, length)) return { kind: 'rows', cells: raggedRows(value, length) };
      const points = length <= SIDE_MAX * 8 ? pointsOfObjects(value, length) : undefined;
      if (points !== undefined) return { kind: 'points', cells: points };
      return { kind: 'flat', cells: arrayOf(length, (i) => elementAt(value, i)) };
    }
    return isObject(value) ? formOfCollection(value) : undefined;
  };

  const formOfCollection = (value) => {
    const keys = list();
    let valueOf = (key) => dataOf(value, key);
    if (isMap(value)) {
      if (MapSize(value) > CELLS_MAX) return undefined;
      const values = new SafeMap();
      MapForEach(value, (entry, key) => { keys[keys.length] = key; values.set(key, entry); });
      valueOf = (key) => values.get(key);
    } else if (isSet(value)) {
      if (SetSize(value) > CELLS_MAX) return undefined;
      SetForEach(value, (key) => { keys[keys.length] = key; });
      valueOf = () => true;
    } else {
      const names = ObjectKeys(value);
      if (names.length === 0 || names.length > CELLS_MAX) return undefined;
      for (let i = 0; i < names.length; i++) keys[i] = names[i];
    }
    const points = pointsOfKeys(keys, valueOf);
    return points === undefined ? undefined : { kind: 'points', cells: points };
  };

  const forEachCell = (form, visit) => {
    const { kind, cells } = form;
    for (let i = 0; i < cells.length; i++) {
      if (kind === 'flat') visit(cells[i]);
      else if (kind === 'points') visit(cells[i][2]);
      else for (let j = 0; j < cells[i].length; j++) visit(cells[i][j]);
    }
  };

  const numbered = ({ kind, cells }, project) => {
    const numbers = numbering();
    let text = '';
    for (let i = 0; i < cells.length; i++) {
      const separator = i === 0 ? '' : kind === 'flat' ? ',' : ';';
      if (kind === 'flat') {
        text += separator + numbers.of(project(cells[i]));
      } else if (kind === 'points') {
        const point = cells[i];
        text += `${separator}${point[0]},${point[1] ?? ''},${numbers.of(project(point[2]))}`;
      } else {
        text += separator;
        for (let j = 0; j < cells[i].length; j++) text += (j === 0 ? '' : ',') + numbers.of(project(cells[i][j]));
      }
    }
    return { __proto__: null, kind, cells: text, values: numbers.values };
  };

  /** Names of the plain properties that the first of the form's objects has. */
  const propertiesOf = (form) => {
    const names = list();
    let isKnown = false;
    forEachCell(form, (value) => {
      if (isKnown || !isObject(value)) return;
      isKnown = true;
      if (isElement(value)) { names[0] = 'class'; return; }
      const keys = ObjectKeys(value);
      for (let i = 0; i < keys.length && names.length < PROPERTIES_MAX; i++) {
        const held = dataOf(value, keys[i]);
        if (!isObject(held) && typeof held !== 'function') names[names.length] = keys[i];
      }
    });
    return names;
  };

  const projection = (name) => (value) => {
    if (!isObject(value)) return value;
    return isElement(value) ? classOf(value) : dataOf(value, name);
  };

  return {
    list, dataOf, isObject, isElement, isMap, lengthOf, MapForEach,
    /** Calls `visit(property, table)` for the tables that a value is; the property is null for the value itself. */
    forEach(value, visit) {
      const form = formOf(value);
      if (form === undefined) return;
      visit(null, numbered(form, (cell) => cell));
      const properties = propertiesOf(form);
      for (let i = 0; i < properties.length; i++) visit(properties[i], numbered(form, projection(properties[i])));
    },
    /** The table that a value is, or one property of the objects in it; null when it isn't one. */
    of(value, property) {
      const form = formOf(value);
      if (form === undefined) return null;
      return numbered(form, property === null ? (cell) => cell : projection(property));
    },
  };
})();
