// Custom properties and what refers to them: https://www.w3.org/TR/css-variables-1/

const CustomProperties = (() => {
  const ids = new SafeWeakMap();
  let nextId = 1;
  /** A number that maps of custom properties are told apart by; 0 for null. */
  const id = (custom) => {
    if (custom === null) return 0;
    let number = ids.get(custom);
    if (number === undefined) ids.set(custom, number = nextId++);
    return number;
  };

  const VAR = /(^|[^\w-])(var|env)\(/i;
  /** The text with its var() references replaced; null when one has neither value nor fallback. */
  const substitute = (text, lookup, depth = 0) => {
    let out = '';
    for (let match; (match = RegExpExec(VAR, text)) !== null;) {
      const open = match.index + match[0].length;
      const end = CSSSyntax.findTop(text, open, ')');
      const body = StringSlice(text, open, end);
      const comma = CSSSyntax.findTop(body, 0, ',');
      let value = StringToLowerCase(match[2]) === 'var' ? lookup(StringTrim(StringSlice(body, 0, comma))) : null;
      if (value === null && comma < body.length && depth < 20) value = substitute(StringTrim(StringSlice(body, comma + 1)), lookup, depth + 1);
      if (value === null || out.length + value.length > 1e6) return null;
      out += StringSlice(text, 0, match.index) + match[1] + value;
      text = StringSlice(text, end + 1);
    }
    return out + text;
  };

  let customKeys = new SafeMap();
  /** The custom properties of an element, references resolved; the parent's map when nothing changes. */
  const of = (parentCustom, declared) => {
    if (declared === null) return parentCustom;
    const key = [id(parentCustom)];
    declared.forEach((text, name) => ArrayPush(key, name + ':' + text));
    const joined = ArrayJoin(key, ';');
    const known = customKeys.get(joined);
    if (known !== undefined) return known;
    const result = new SafeMap();
    if (parentCustom !== null) parentCustom.forEach((value, name) => result.set(name, value));
    const active = new SafeSet();
    const lookup = (name) => {
      if (!declared.has(name)) return result.get(name) ?? null;
      if (active.has(name)) return null;
      active.add(name);
      const text = declared.get(name);
      const lower = StringToLowerCase(text);
      const inherits = lower === 'inherit' || lower === 'unset' || lower === 'revert';
      const value = inherits ? parentCustom?.get(name) ?? null : lower === 'initial' ? null : substitute(text, lookup);
      active.delete(name);
      return value;
    };
    declared.forEach((text, name) => {
      const value = lookup(name);
      if (value === null) result.delete(name);
      else result.set(name, value);
    });
    if (customKeys.size > 5000) customKeys = new SafeMap();
    customKeys.set(joined, result);
    return result;
  };

  return { id, of, substitute, isMentioned: (text) => RegExpTest(VAR, text) };
})();
