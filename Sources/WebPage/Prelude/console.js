// The Console Standard: format specifiers, groups, counters, timers; every message goes to the record book as text.

defineLazyGlobals(['console'], () => {
  /** A value as a browser's console shows it, in one line, bounded in depth, length and number of members. */
  const inspectValue = (() => {
    const DEPTH_MAX = 3;
    const MEMBERS_MAX = 100;
    const STRING_MAX = 10_000;

    const quote = (text) => (StringIncludes(text, "'") && !StringIncludes(text, '"') ? `"${text}"` : `'${text}'`);
    const constructorName = (value) => {
      const prototype = ObjectGetPrototypeOf(value);
      if (prototype === null) return '';
      const descriptor = ObjectGetOwnPropertyDescriptor(prototype, 'constructor');
      return typeof descriptor?.value === 'function' ? `${descriptor.value.name}` : '';
    };

    const members = (value, depth, seen, isList) => {
      const parts = [];
      const keys = ReflectOwnKeys(value);
      for (let i = 0; i < keys.length; i++) {
        if (typeof keys[i] === 'symbol' || (isList && keys[i] === 'length')) continue;
        const descriptor = ObjectGetOwnPropertyDescriptor(value, keys[i]);
        if (descriptor === undefined || !descriptor.enumerable) continue;
        if (parts.length === MEMBERS_MAX) {
          ArrayPush(parts, '…');
          break;
        }
        const shown = 'value' in descriptor ? inspect(descriptor.value, depth + 1, seen) : '(...)';
        const isIndex = isList && `${keys[i] >>> 0}` === keys[i];
        ArrayPush(parts, isIndex ? shown : `${keys[i]}: ${shown}`);
      }
      return ArrayJoin(parts, ', ');
    };

    const collection = (value, depth, seen, isMap) => {
      const parts = [];
      const add = (item, key) => {
        if (parts.length > MEMBERS_MAX) return;
        const shown = inspect(item, depth + 1, seen);
        ArrayPush(parts, parts.length === MEMBERS_MAX ? '…' : isMap ? `${inspect(key, depth + 1, seen)} => ${shown}` : shown);
      };
      if (isMap) MapForEach(value, add);
      else SetForEach(value, add);
      return `{${ArrayJoin(parts, ', ')}}`;
    };

    const inspectElement = (element) => {
      let text = `<${element[kTag]}`;
      element[kAttributes].forEach((value, name) => { text += ` ${name}="${value}"`; });
      return `${text}>`;
    };

    const errorText = (value) => {
      const stack = ObjectGetOwnPropertyDescriptor(value, 'stack')?.value;
      const head = `${value.name}${value.message === '' ? '' : `: ${value.message}`}`;
      if (typeof stack !== 'string' || stack === '') return head;
      return StringStartsWith(stack, head) ? stack : `${head}\n${stack}`;
    };

    const inspectObject = (value, depth, seen) => {
      if (ObjectIsPrototypeOf(Error.prototype, value)) return errorText(value);
      if (value[kAttributes] !== undefined) return inspectElement(value);
      if (value instanceof Document) return '#document';
      const name = constructorName(value);
      const tag = ObjectToString(value);
      if (tag === '[object Date]') return DateToISOString(value);
      if (tag === '[object RegExp]') return RegExpToString(value);
      if (ArrayIsArray(value) || ArrayBufferIsView(value)) {
        const prefix = name === 'Array' ? `(${value.length}) ` : `${name}(${value.length}) `;
        return depth >= DEPTH_MAX ? `${name}(${value.length})` : `${prefix}[${members(value, depth, seen, true)}]`;
      }
      if (tag === '[object Map]' || tag === '[object Set]') {
        return `${name}(${value.size}) ${depth >= DEPTH_MAX ? '{…}' : collection(value, depth, seen, tag === '[object Map]')}`;
      }
      const prefix = name === 'Object' || name === '' ? '' : `${name} `;
      return depth >= DEPTH_MAX ? `${prefix}{…}` : `${prefix}{${members(value, depth, seen, false)}}`;
    };

    const inspect = (value, depth, seen) => {
      if (typeof value === 'string') return quote(StringSlice(value, 0, STRING_MAX));
      if (typeof value === 'symbol') return SymbolToText(value);
      if (typeof value === 'bigint') return `${value}n`;
      if (typeof value === 'function') return `ƒ ${ObjectGetOwnPropertyDescriptor(value, 'name')?.value ?? ''}()`;
      if (typeof value !== 'object' || value === null) return ObjectIs(value, -0) ? '-0' : `${value}`;
      if (ArrayIncludes(seen, value)) return '[Circular]';
      ArrayPush(seen, value);
      let text;
      try {
        text = inspectObject(value, depth, seen);
      } catch {
        text = '{…}';
      }
      ArrayPop(seen);
      return text;
    };
    return (value) => inspect(value, 0, []);
  })();

  const GROUP_INDENT = '  ';
  const GROUPS_MAX = 50;
  const TABLE_ROWS_MAX = 200;
  const counts = new SafeMap();
  const timers = new SafeMap();
  let groupDepth = 0;

  const show = (value) => (typeof value === 'string' ? value : inspectValue(value));

  const number = (value, integer) => {
    if (typeof value === 'symbol') return 'NaN';
    const parsed = integer ? NumberParseInt(`${value}`, 10) : NumberParseFloat(`${value}`);
    return `${parsed}`;
  };
  const formatOne = (specifier, value) => {
    switch (specifier) {
      case 's': return typeof value === 'object' && value !== null ? inspectValue(value) : String(value);
      case 'd': case 'i': return number(value, true);
      case 'f': return number(value, false);
      case 'o': case 'O': return inspectValue(value);
      case 'c': return '';
      default: return undefined;
    }
  };

  /** Console § 2.2: the first argument's specifiers consume the next ones; the rest follows, blank-separated. */
  const format = (args) => {
    if (args.length === 0) return '';
    let used = 1;
    let text = '';
    if (typeof args[0] === 'string' && args.length > 1) {
      const template = args[0];
      for (let i = 0; i < template.length; i++) {
        const specifier = template[i] === '%' ? template[i + 1] : undefined;
        if (specifier === '%') {
          text += '%';
          i += 1;
          continue;
        }
        const formatted = specifier !== undefined && used < args.length ? formatOne(specifier, args[used]) : undefined;
        if (formatted === undefined) {
          text += template[i];
        } else {
          text += formatted;
          used += 1;
          i += 1;
        }
      }
    } else {
      text = show(args[0]);
    }
    for (let i = used; i < args.length; i++) text += ` ${show(args[i])}`;
    return text;
  };

  const print = (level, text) => { Records.console(level, StringRepeat(GROUP_INDENT, groupDepth) + text); };
  const logger = (level) => (...args) => { print(level, format(args)); };

  const tableText = (data, columns) => {
    const lines = [];
    const rows = ObjectKeys(data);
    for (let i = 0; i < rows.length && i < TABLE_ROWS_MAX; i++) {
      const row = data[rows[i]];
      let cells = '';
      if (typeof row === 'object' && row !== null) {
        const names = columns ?? ObjectKeys(row);
        for (let j = 0; j < names.length; j++) cells += ` | ${names[j]}: ${inspectValue(row[names[j]])}`;
      } else {
        cells = ` | ${inspectValue(row)}`;
      }
      ArrayPush(lines, rows[i] + cells);
    }
    return ArrayJoin(lines, '\n');
  };

  const openGroup = (...args) => {
    if (args.length > 0) print('log', format(args));
    groupDepth = MathMin(groupDepth + 1, GROUPS_MAX);
  };
  const elapsed = (label) => `${label}: ${EventLoop.now() - timers.get(label)} ms`;
  const withTimer = (label, action) => {
    if (timers.has(label)) action();
    else print('warn', `Timer '${label}' does not exist`);
  };

  const console = {
    log: logger('log'), info: logger('info'), debug: logger('debug'), warn: logger('warn'), error: logger('error'),
    trace(...args) { print('trace', args.length === 0 ? 'console.trace' : format(args)); },
    dir(value) { print('log', inspectValue(value)); },
    dirxml: logger('log'),
    assert(condition, ...args) {
      if (condition) return;
      print('error', args.length === 0 ? 'Assertion failed' : `Assertion failed: ${format(args)}`);
    },
    table(data, columns) {
      print('log', typeof data === 'object' && data !== null ? tableText(data, columns) : format([data]));
    },
    group: openGroup,
    groupCollapsed: openGroup,
    groupEnd() { groupDepth = MathMax(0, groupDepth - 1); },
    count(label = 'default') {
      const count = (counts.get(`${label}`) ?? 0) + 1;
      counts.set(`${label}`, count);
      print('count', `${label}: ${count}`);
    },
    countReset(label = 'default') { counts.set(`${label}`, 0); },
    time(label = 'default') {
      if (timers.has(`${label}`)) print('warn', `Timer '${label}' already exists`);
      else timers.set(`${label}`, EventLoop.now());
    },
    timeLog(label = 'default', ...args) {
      withTimer(`${label}`, () => print('timeLog', elapsed(`${label}`) + (args.length === 0 ? '' : ` ${format(args)}`)));
    },
    timeEnd(label = 'default') {
      withTimer(`${label}`, () => {
        print('timeEnd', elapsed(`${label}`));
        timers.delete(`${label}`);
      });
    },
    clear() { groupDepth = 0; },
    profile() {}, profileEnd() {}, timeStamp() {},
    context() { return console; },
  };
  ObjectDefineProperty(console, SymbolToStringTag, { value: 'console', configurable: true });
  defineGlobal('console', console);
});
