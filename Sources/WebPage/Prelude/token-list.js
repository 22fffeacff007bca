// DOMTokenList, DOMStringMap and NamedNodeMap (DOM § 7.1, HTML § 3.2.6.6, DOM § 4.9.1).

/** Splits at ASCII whitespace, keeping the first of equal tokens: an "ordered set". */
const splitTokens = (text) => {
  const tokens = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? StringCharCodeAt(text, i) : 32;
    const blank = code === 32 || (code >= 9 && code <= 13 && code !== 11);
    if (!blank && start < 0) start = i;
    else if (blank && start >= 0) {
      const token = StringSlice(text, start, i);
      if (!ArrayIncludes(tokens, token)) ArrayPush(tokens, token);
      start = -1;
    }
  }
  return tokens;
};

const kClasses = Symbol('classes');
/** Token lists by text, never changed in place: a game's cells take the same few class names again and again. */
const knownTokens = new SafeMap();
const KNOWN_TOKENS_MAX = 5000;
const tokensOfText = (text) => {
  let tokens = knownTokens.get(text);
  if (tokens === undefined) {
    tokens = splitTokens(text);
    if (knownTokens.size >= KNOWN_TOKENS_MAX) knownTokens.clear();
    knownTokens.set(text, tokens);
  }
  return tokens;
};
/** The element's classes, cached until the attribute changes. */
const classesOf = (element) => {
  if (element[kClasses] === null) {
    const value = element[kAttributes].get('class');
    element[kClasses] = value === undefined ? noChildren : tokensOfText(value);
  }
  return element[kClasses];
};

const kOwner = Symbol('owner');
const kAttributeName = Symbol('attributeName');

const tokensOf = (list) => {
  if (list[kAttributeName] === 'class') return classesOf(list[kOwner]);
  return splitTokens(list[kOwner][kAttributes].get(list[kAttributeName]) ?? '');
};
const checkToken = (token) => {
  token = `${token}`;
  if (token === '') throwDOMException('SyntaxError', 'The token provided must not be empty.');
  for (let i = 0; i < token.length; i++) {
    const code = StringCharCodeAt(token, i);
    if (code === 32 || (code >= 9 && code <= 13 && code !== 11)) {
      throwDOMException('InvalidCharacterError', `The token provided ('${token}') contains HTML space characters, which are not valid in tokens.`);
    }
  }
  return token;
};
const storeTokens = (list, tokens) => {
  if (tokens.length === 0 && !list[kOwner][kAttributes].has(list[kAttributeName])) return;
  setAttributeValue(list[kOwner], list[kAttributeName], ArrayJoin(tokens, ' '));
};

class DOMTokenList {
  get length() { return tokensOf(this).length; }
  get value() { return this[kOwner][kAttributes].get(this[kAttributeName]) ?? ''; }
  set value(value) { setAttributeValue(this[kOwner], this[kAttributeName], `${value}`); }
  item(index) { return tokensOf(this)[index >>> 0] ?? null; }
  contains(token) { return ArrayIncludes(tokensOf(this), `${token}`); }
  add() {
    for (let i = 0; i < arguments.length; i++) checkToken(arguments[i]);
    const old = tokensOf(this);
    let tokens = old;
    for (let i = 0; i < arguments.length; i++) {
      const token = `${arguments[i]}`;
      if (ArrayIncludes(tokens, token)) continue;
      if (tokens === old) tokens = ArraySlice(old);
      ArrayPush(tokens, token);
    }
    // The standard writes the attribute even if nothing changed; only MutationObservers could tell, so it's left out.
    if (tokens !== old) storeTokens(this, tokens);
  }
  remove() {
    for (let i = 0; i < arguments.length; i++) checkToken(arguments[i]);
    const old = tokensOf(this);
    const rest = [];
    for (let i = 0; i < old.length; i++) {
      let removed = false;
      for (let j = 0; j < arguments.length; j++) if (old[i] === `${arguments[j]}`) removed = true;
      if (!removed) ArrayPush(rest, old[i]);
    }
    if (rest.length !== old.length) storeTokens(this, rest);
  }
  toggle(token, force) {
    token = checkToken(token);
    const present = ArrayIncludes(tokensOf(this), token);
    const wanted = force === undefined ? !present : Boolean(force);
    if (wanted && !present) this.add(token);
    else if (!wanted && present) this.remove(token);
    return wanted;
  }
  replace(token, replacement) {
    token = checkToken(token);
    replacement = checkToken(replacement);
    const old = tokensOf(this);
    if (!ArrayIncludes(old, token)) return false;
    const tokens = [];
    for (let i = 0; i < old.length; i++) {
      const next = old[i] === token ? replacement : old[i];
      if (!ArrayIncludes(tokens, next)) ArrayPush(tokens, next);
    }
    storeTokens(this, tokens);
    return true;
  }
  supports() {
    const { [kAttributeName]: attribute } = this;
    if (attribute === 'class') throw argumentError('supports', 'DOMTokenList', 'DOMTokenList has no supported tokens.');
    return true;
  }
  forEach(callback, thisArg) {
    const tokens = tokensOf(this);
    for (let i = 0; i < tokens.length; i++) ReflectApply(callback, thisArg, [tokens[i], i, this]);
  }
  toString() { return this.value; }
  *entries() { for (let i = 0; i < tokensOf(this).length; i++) yield [i, tokensOf(this)[i]]; }
  *keys() { for (let i = 0; i < tokensOf(this).length; i++) yield i; }
  *values() { for (let i = 0; i < tokensOf(this).length; i++) yield tokensOf(this)[i]; }
  [SymbolIterator]() { return this.values(); }
}
exposeInterface('DOMTokenList', DOMTokenList);
{
  const names = ['add', 'remove', 'toggle', 'contains', 'replace', 'item', 'forEach', 'supports', 'toString'];
  for (let i = 0; i < names.length; i++) ObjectDefineProperty(DOMTokenList.prototype, names[i], { enumerable: true });
}

const kTokenLists = Symbol('tokenLists');
/** The element's DOMTokenList over one attribute. Its index properties are those at its last reading. */
const tokenListOf = (element, attribute) => {
  let lists = element[kTokenLists];
  if (lists === undefined) lists = element[kTokenLists] = ObjectCreate(null);
  let list = lists[attribute];
  if (list === undefined) {
    list = lists[attribute] = new DOMTokenList();
    ObjectDefineProperty(list, kOwner, { value: element });
    ObjectDefineProperty(list, kAttributeName, { value: attribute });
    ObjectDefineProperty(list, kItems, { value: noChildren, writable: true });
  }
  const tokens = tokensOf(list);
  if (tokens !== list[kItems]) {
    for (let i = 0; i < tokens.length; i++) list[i] = tokens[i];
    for (let i = tokens.length; i < list[kItems].length; i++) delete list[i];
    list[kItems] = tokens;
  }
  return list;
};

/** `dataset.someName` is the attribute `data-some-name`. */
const dataAttributeName = (key) => {
  let name = 'data-';
  for (let i = 0; i < key.length; i++) {
    const code = StringCharCodeAt(key, i);
    if (code === 45 && StringCharCodeAt(key, i + 1) >= 97 && StringCharCodeAt(key, i + 1) <= 122) {
      throwDOMException('SyntaxError', `'${key}' is not a valid property name.`);
    }
    name += code >= 65 && code <= 90 ? `-${StringFromCharCode(code + 32)}` : key[i];
  }
  return name;
};
const datasetKey = (attribute) => {
  let key = '';
  for (let i = 5; i < attribute.length; i++) {
    const next = attribute[i + 1];
    if (attribute[i] === '-' && next >= 'a' && next <= 'z') key += StringToUpperCase(attribute[++i]);
    else key += attribute[i];
  }
  return key;
};
class DOMStringMap {}
exposeInterface('DOMStringMap', DOMStringMap);
const datasetHandler = {
  __proto__: null,
  get(target, key) {
    if (typeof key !== 'string') return target[key];
    return target[kOwner][kAttributes].get(dataAttributeNameOrNone(key)) ?? target[key];
  },
  set(target, key, value) {
    if (typeof key === 'string') setAttributeValue(target[kOwner], dataAttributeName(key), `${value}`);
    return true;
  },
  has(target, key) { return typeof key === 'string' && target[kOwner][kAttributes].has(dataAttributeNameOrNone(key)) || key in target; },
  deleteProperty(target, key) {
    if (typeof key === 'string') removeAttributeNamed(target[kOwner], dataAttributeNameOrNone(key));
    return true;
  },
  ownKeys(target) {
    const keys = [];
    target[kOwner][kAttributes].forEach((_, name) => { if (StringStartsWith(name, 'data-')) ArrayPush(keys, datasetKey(name)); });
    return keys;
  },
  getOwnPropertyDescriptor(target, key) {
    if (typeof key !== 'string') return undefined;
    const value = target[kOwner][kAttributes].get(dataAttributeNameOrNone(key));
    return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
  },
};
const dataAttributeNameOrNone = (key) => (RegExpTest(/-[a-z]/, key) ? '' : dataAttributeName(key));
const kDataset = Symbol('dataset');
const datasetOf = (element) => {
  if (element[kDataset] === undefined) {
    const target = new DOMStringMap();
    ObjectDefineProperty(target, kOwner, { value: element, configurable: true });
    element[kDataset] = new Proxy(target, datasetHandler);
  }
  return element[kDataset];
};
