// Small conversions of WebIDL with the messages that Chromium gives.

/** A TypeError as Chromium words it: `Failed to execute 'atob' on 'Window': …`. */
const argumentError = (method, interfaceName, detail) =>
  new TypeError(`Failed to execute '${method}' on '${interfaceName}': ${detail}`);

/** Throws unless at least `required` arguments were given. */
const requireArguments = (method, interfaceName, count, required) => {
  if (count >= required) return;
  throw argumentError(method, interfaceName, `${required} argument${required === 1 ? '' : 's'} required, but only ${count} present.`);
};

/** The guard of an interface that pages can't construct: its constructor wants this token as first argument. */
const kInternal = Symbol('internal');
const refuseConstruction = (token) => {
  if (token !== kInternal) throw new TypeError('Illegal constructor');
};

/** USVString: lone surrogates become U+FFFD. */
const StringToWellFormed = uncurryThis(String.prototype.toWellFormed ?? function toWellFormed() {
  let result = '';
  for (let i = 0; i < this.length; i++) {
    const code = StringCodePointAt(this, i);
    result += code >= 0xd800 && code <= 0xdfff ? '\ufffd' : StringFromCodePoint(code);
    if (code > 0xffff) i += 1;
  }
  return result;
});
const toUSVString = (value) => StringToWellFormed(`${value}`);

/** Makes an array's elements reachable by an iterator that doesn't depend on the page's Array.prototype. */
const arrayIterator = function* (items) {
  for (let i = 0; i < items.length; i++) yield items[i];
};

/** The elements of any iterable that the page passed in, as an array. */
const arrayFromIterable = (iterable) => {
  const items = [];
  const iterator = ReflectApply(iterable[SymbolIterator], iterable, []);
  for (;;) {
    const result = iterator.next();
    if (result.done) return items;
    ArrayPush(items, result.value);
  }
};
