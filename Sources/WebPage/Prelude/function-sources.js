// The texts of functions, ECMAScript 20.2.3.5: the browser's own are native, the page's are as they were written.

{
  /** What the host has put into scripts, see `exposure.js`. */
  const hook = settings.exposeHook;
  const accessors = String.raw`\((?:0|\(\)=>\(\{[^]*?\}\)|o=>\(\{[^]*?\}\)),"(?:[^"\\]|\\.)*",'\d+:\d+'(?:,this)?\);`;
  const inserted = new RegExp(`(?:static #${hook}S=|#${hook}=)?${hook}${accessors}`, 'g');
  const withoutInsertions = (text) => {
    let rest = '';
    let end = 0;
    inserted.lastIndex = 0;
    for (let match = RegExpExec(inserted, text); match !== null; match = RegExpExec(inserted, text)) {
      rest += StringSlice(text, end, match.index);
      end = match.index + match[0].length;
    }
    return rest + StringSlice(text, end);
  };
  const nameOf = (target) => {
    const name = ObjectGetOwnPropertyDescriptor(target, 'name')?.value;
    return typeof name === 'string' ? name : '';
  };
  const KNOWN_MAX = 2000;
  let known = new SafeMap();
  /** Libraries ask the same functions for their texts again and again, and the prelude is long. */
  const isPrelude = (text) => {
    let result = known.get(text);
    if (result !== undefined) return result;
    if (known.size >= KNOWN_MAX) known = new SafeMap();
    known.set(text, result = host.isPrelude(text));
    return result;
  };
  const native = {
    toString() {
      const text = FunctionToString(this);
      if (StringEndsWith(text, '[native code]\n}')) return `function ${nameOf(this)}() { [native code] }`;
      if (StringIncludes(text, hook)) return withoutInsertions(text);
      return isPrelude(text) ? `function ${nameOf(this)}() { [native code] }` : text;
    },
  };
  ObjectDefineProperty(Function.prototype, 'toString', { value: native.toString, writable: true, configurable: true, enumerable: false });
}
