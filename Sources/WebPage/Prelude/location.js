// Location and History (HTML § 7.2): the address changes within the page; leaving the page is recorded, never done.

/** The page's address and session history. */
const PageLocation = (() => {
  // The first record is parsed when first asked for: most games never do.
  const entries = [{ record: null, state: null }];
  let index = 0;
  const current = () => (entries[index].record ??= URLParser().parse(settings.url) ?? URLParser().parse('about:blank'));

  const href = () => URLParser().serialize(current());
  const resolve = (url) => URLParser().parse(toUSVString(url), documentBase());

  /** What addresses are relative to, and those that have been made absolute with it. */
  let base = { version: -1, page: null, record: null };
  let resolved = new SafeMap();
  const RESOLVED_MAX = 200;
  const documentBase = () => {
    const page = current();
    if (base.version === DocumentState.version && base.page === page) return base.record;
    const address = DocumentState.document === null ? null : Selectors.first(DocumentState.document, 'base[href]')?.[kAttributes].get('href');
    const record = (address ? URLParser().parse(address, page) : null) ?? page;
    if (record !== base.record) resolved = new SafeMap();
    base = { version: DocumentState.version, page, record };
    return record;
  };
  /** The absolute form of an address, or null. */
  const absolute = (url) => {
    const record = documentBase();
    let known = resolved.get(url);
    if (known === undefined) {
      const parsed = URLParser().parse(toUSVString(url), record);
      known = parsed === null ? null : URLParser().serialize(parsed);
      if (resolved.size >= RESOLVED_MAX) resolved = new SafeMap();
      resolved.set(url, known);
    }
    return known;
  };

  const fireHashChange = (oldURL) => {
    const newURL = href();
    EventLoop.queueTask(() => {
      dispatchTrusted(globalThis, new (HashChangeEvent())('hashchange', { oldURL, newURL }));
    });
  };
  const firePopState = (state) => { dispatchTrusted(globalThis, new (PopStateEvent())('popstate', { state })); };

  const push = (next, state, replaces) => {
    current();
    if (!replaces) index += 1;
    entries.length = index;
    entries[index] = { record: next, state };
  };

  /** "Navigate": a new fragment is done here; anything else would leave the page. */
  const navigate = (next, replaces) => {
    const isFragment = next.fragment !== null && URLParser().serialize(next, true) === URLParser().serialize(current(), true);
    if (!isFragment) {
      Records.navigation(URLParser().serialize(next));
      return;
    }
    const oldURL = href();
    if (URLParser().serialize(next) === oldURL) return;
    push(next, null, replaces);
    firePopState(null);
    fireHashChange(oldURL);
  };

  const traverse = (delta) => {
    EventLoop.queueTask(() => {
      const target = index + delta;
      if (target < 0 || target >= entries.length) return;
      const oldURL = href();
      index = target;
      firePopState(entries[index].state);
      if (oldURL !== href()) fireHashChange(oldURL);
    });
  };

  return {
    href, resolve, absolute, documentBaseURL: () => URLParser().serialize(documentBase()), navigate, push, traverse,
    record: current,
    length: () => entries.length,
    state: () => entries[index].state,
    reload() { Records.navigation('reload'); },
  };
})();

{
  const go = (url, replaces) => {
    const next = PageLocation.resolve(url);
    if (next === null) throwDOMException('SyntaxError', `Failed to set the 'href' property on 'Location': '${url}' is not a valid URL.`);
    if (next.scheme !== 'javascript:') PageLocation.navigate(next, replaces);
  };

  class Location {
    constructor(token) { refuseConstruction(token); }
  }
  exposeInterface('Location', Location);
  const location = new Location(kInternal);
  // Location's members are own and can't be changed ([LegacyUnforgeable]).
  const members = {
    get href() { return PageLocation.href(); },
    set href(url) { go(url, false); },
    get origin() { return URLParser().origin(PageLocation.record()); },
    assign(url) { go(url, false); },
    replace(url) { go(url, true); },
    reload() { PageLocation.reload(); },
    toString() { return PageLocation.href(); },
    get ancestorOrigins() { return { length: 0, item: () => null, contains: () => false }; },
  };
  const parts = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    ObjectDefineProperty(members, part, {
      get() { return urlPart[part](PageLocation.record()); },
      set(value) {
        const next = ObjectAssign({}, PageLocation.record());
        setURLPart(next, part, toUSVString(value));
        if (part === 'hash') next.fragment ??= '';
        PageLocation.navigate(next, false);
      },
      enumerable: true, configurable: true,
    });
  }
  defineMembers(location, members);
  ObjectDefineProperty(globalThis, 'location', {
    get() { return location; },
    set(url) { go(url, false); },
    enumerable: true, configurable: false,
  });
}

const PageHistory = defineLazyGlobals(['History'], () => {
  const change = (method, state, url, replaces) => {
    let next = PageLocation.record();
    if (url !== undefined && url !== null) {
      next = PageLocation.resolve(url);
      const current = PageLocation.record();
      const sameFile = next !== null && next.scheme === current.scheme && URLParser().host(next) === URLParser().host(current)
        && (current.scheme !== 'file:' || URLParser().pathname(next) === URLParser().pathname(current));
      if (!sameFile) {
        throwDOMException('SecurityError', `Failed to execute '${method}' on 'History': A history state object with URL '${url}' cannot be created in a document with origin 'null' and URL '${PageLocation.href()}'.`);
      }
    }
    PageLocation.push(next, structuredCloneOf(state, noChildren, replaces ? "'replaceState' on 'History'" : "'pushState' on 'History'"), replaces);
  };
  let scrollRestoration = 'auto';
  class History {
    constructor(token) { refuseConstruction(token); }
  }
  defineMembers(History.prototype, {
    get length() { return PageLocation.length(); },
    get state() { return PageLocation.state(); },
    get scrollRestoration() { return scrollRestoration; },
    set scrollRestoration(value) { if (value === 'auto' || value === 'manual') scrollRestoration = value; },
    pushState(state, unused, url) { change('pushState', state, url, false); },
    replaceState(state, unused, url) { change('replaceState', state, url, true); },
    go(delta) {
      if ((delta | 0) === 0) PageLocation.reload();
      else PageLocation.traverse(delta | 0);
    },
    back() { PageLocation.traverse(-1); },
    forward() { PageLocation.traverse(1); },
  });
  exposeInterface('History', History);
  return new History(kInternal);
});
defineGlobalAccessor('history', () => PageHistory(), null);
