// Builds the document from the host's parsed tree, stopping at each script in the standard's order
// (HTML § 13.2.6.4.8, § 4.12.1, § 8.4).

const Parser = (() => {
  const { document } = DocumentState;
  /** Scripts with a file that page code has inserted, for the host to evaluate after the current callback. */
  const pending = [];
  const deferred = [];
  const asynchronous = [];
  /** Open places: `{ parent, items, next }`, innermost last. */
  const stack = [];
  let finishedTree = false;
  let asksForFocus = false;
  let importMapText;
  let writing = '';
  const done = ObjectFreeze({ kind: 'done' });

  const begin = (tree) => {
    ArrayPush(stack, { parent: document, items: typeof tree === 'string' ? JSONParse(tree) : tree, next: 0 });
  };

  /** The first map is the page's, whoever put it in. */
  const takeImportMap = (descriptor) => { importMapText = importMapText ?? descriptor.text; };

  /** What the parser does at the end tag of a script: run it here, keep it for the end, or leave it. */
  const prepareScript = (script) => {
    script[kAsync] = false;
    const descriptor = describeScript(script);
    script[kScriptState] = 'started';
    if (descriptor === null) return null;
    if (descriptor.kind === 'importmap') {
      takeImportMap(descriptor);
      return null;
    }
    const isModule = descriptor.kind === 'module' || descriptor.kind === 'external-module';
    const external = script[kAttributes].has('src');
    if (script[kAttributes].has('async') && (external || isModule)) { ArrayPush(asynchronous, descriptor); return null; }
    if (isModule || (external && script[kAttributes].has('defer'))) { ArrayPush(deferred, descriptor); return null; }
    return descriptor;
  };

  /** Puts in nodes up to the next script to run, and returns its descriptor; null at the end of the tree. */
  const build = () => {
    while (stack.length > 0) {
      const place = stack[stack.length - 1];
      if (place.next >= place.items.length) {
        stack.length--;
        continue;
      }
      const item = place.items[place.next++];
      const node = nodeFromTree(item, document);
      if (node !== null) {
        insertNode(place.parent, node, null);
        continue;
      }
      const element = elementFromTree(item, document, false);
      if (item[1] !== 0 && item[1].autofocus !== undefined) asksForFocus = true;
      const children = item[2] || noChildren;
      if (item[0] === 'script') {
        appendTree(element, children, document, false);
        insertNode(place.parent, element, null);
        const descriptor = item[6] === 1 ? describeScript(element) : prepareScript(element);
        // What the document ends in the middle of never runs (HTML § 13.2.6.4.8); the host tells why.
        if (item[6] === 1 && descriptor !== null) {
          element[kScriptState] = 'dead';
          descriptor.hasNoEnd = true;
        }
        if (descriptor !== null) return descriptor;
      } else if (element[kContent] !== undefined) {
        appendTree(element[kContent], children, document, false);
        insertNode(place.parent, element, null);
        adoptDeclarativeShadow(element, place.parent);
      } else {
        insertNode(place.parent, element, null);
        if (children.length > 0) ArrayPush(stack, { parent: element, items: children, next: 0 });
      }
    }
    return null;
  };
  /** Classic scripts run with currentScript set; an async one runs between two others, when it would have arrived. */
  const next = () => {
    const descriptor = finishedTree ? null : build();
    if (descriptor !== null) return starting(descriptor);
    finishedTree = true;
    if (document[kReadyState] === 'loading') document[kReadyState] = 'interactive', fireEvent(document, 'readystatechange');
    if (deferred.length > 0) return starting(ArrayShift(deferred));
    if (asynchronous.length > 0) return starting(ArrayShift(asynchronous));
    return done;
  };
  const starting = (descriptor) => {
    const isClassic = descriptor.kind === 'classic' || descriptor.kind === 'external';
    document[kCurrentScript] = isClassic ? descriptor.element : null;
    return descriptor;
  };
  /** The host has run (`ok`) or could not find (`!ok`) a script. */
  const scriptFinished = (element, ok) => {
    document[kCurrentScript] = null;
    if (element && element[kAttributes].has('src')) EventLoop.queueInput(new InputSequence([() => new EventDispatch(element, trustedEvent(Event, ok ? 'load' : 'error'))]));
    flushWritten(element);
  };
  /** Runs inline code inside the script that inserted it. */
  const runInserted = (descriptor) => {
    const outer = document[kCurrentScript];
    document[kCurrentScript] = descriptor.element;
    host.runScript(descriptor);
    document[kCurrentScript] = outer;
  };
  const scheduleInserted = (descriptor) => {
    EventLoop.noteQueued();
    ArrayPush(pending, descriptor);
  };
  /** The next script that a page inserted, ready to run, or null. */
  const nextPending = () => (pending.length === 0 ? null : starting(ArrayShift(pending)));

  const finish = (state) => {
    if (state === 'interactive') {
      if (document[kReadyState] === 'loading') { document[kReadyState] = 'interactive'; fireEvent(document, 'readystatechange'); }
      EventLoop.queueInput(new InputSequence([() => new EventDispatch(document, trustedEvent(Event, 'DOMContentLoaded', { bubbles: true }))]));
      return;
    }
    ResourceLoads.whenIdle(queueLoadEvents);
  };
  const queueLoadEvents = () => {
    EventLoop.queueInput(new InputSequence([
      () => {
        flushAutofocus();
        document[kReadyState] = 'complete';
        return new EventDispatch(document, trustedEvent(Event, 'readystatechange'));
      },
      () => windowLoadDispatch(),
      () => (isListenedFor('pageshow') ? new EventDispatch(globalThis, trustedEvent(PageTransitionEvent(), 'pageshow')) : null),
    ]));
  };
  /** "Flush autofocus candidates" (HTML § 6.6.7): the first that can have the focus gets it, unless a script has moved it. */
  const flushAutofocus = () => {
    if (!asksForFocus || DocumentState.activeElement !== null) return;
    const target = ArrayFind(Selectors.all(document, '[autofocus]'), isFocusable);
    if (target !== undefined) moveFocus(target);
  };
  /** The window's load event names the document as its target. */
  const windowLoadDispatch = () => {
    const event = trustedEvent(Event, 'load');
    const dispatch = new EventDispatch(globalThis, event);
    event[kTarget] = document;
    dispatch.path.targets[0] = document;
    return dispatch;
  };

  // document.write: text written while a script of the parser runs goes in right behind that script.

  const write = (target, text) => {
    if (target !== document || finishedTree) {
      if (target[kWritten] === undefined) open(target);
      target[kWritten] += text;
      rewrite(target);
      return;
    }
    writing += text;
    writeNow();
  };
  const OPENING = /<([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
  const CLOSING = /<\/[a-z]/gi;
  const countOf = (pattern, accept) => {
    let count = 0;
    pattern.lastIndex = 0;
    for (let match = RegExpExec(pattern, writing); match !== null; match = RegExpExec(pattern, writing)) if (accept(match)) count += 1;
    return count;
  };
  /**
   * What has been written goes in at once when it is complete: as many elements closed as opened, and no script with a
   * file. Otherwise it waits for more, or for the end of the script, and is parsed as a whole.
   */
  const writeNow = () => {
    const script = document[kCurrentScript];
    if (script === null || script[kParent] === null || stack.length === 0 || StringIncludes(writing, 'src')) return;
    const opened = countOf(OPENING, (match) => voidElements[StringToLowerCase(match[1])] === undefined);
    if (opened !== countOf(CLOSING, () => true) || StringLastIndexOf(writing, '<') > StringLastIndexOf(writing, '>')) return;
    const items = parseTree(writing, script[kParent][kTag] === 'head' ? 'body' : script[kParent][kTag] ?? 'body');
    writing = '';
    writeItems(script[kParent], items);
  };
  const writeItems = (parent, items) => {
    for (let i = 0; i < items.length; i++) {
      const before = parent[kChildren].length;
      appendTree(parent, [items[i]], document, false);
      const added = parent[kChildren][before];
      if (added === undefined || added[kNodeType] !== 1) continue;
      for (let node = added; node !== null; node = nextInTree(node, added)) {
        const descriptor = node[kTag] === 'script' && node[kScriptState] === 'parsing' ? prepareScript(node) : null;
        if (descriptor !== null) runInserted(descriptor);
      }
    }
  };
  const flushWritten = (element) => {
    if (writing === '' || !element || element[kParent] === null) return;
    const html = writing;
    writing = '';
    const parent = element[kParent];
    const place = stack.length > 0 && stack[stack.length - 1].parent === parent ? stack[stack.length - 1] : null;
    const items = parseTree(html, parent[kTag] === 'head' ? 'body' : parent[kTag] ?? 'body');
    if (place !== null) place.items = ArrayConcat(items, ArraySlice(place.items, place.next));
    if (place !== null) place.next = 0;
    else appendTree(parent, items, document, false);
  };
  const open = (target) => {
    replaceAllChildren(target, null);
    target[kWritten] = '';
  };
  /** After the document is complete, written text replaces it; each write parses all of it again. */
  const rewrite = (target) => {
    replaceAllChildren(target, null);
    appendTree(target, parseTree(target[kWritten], ''), target, false);
    const scripts = Selectors.all(target, 'script');
    for (let i = 0; i < scripts.length; i++) { scripts[i][kScriptState] = ''; startInsertedScript(scripts[i]); }
  };

  return { pending, begin, next, nextPending, scriptFinished, runInserted, scheduleInserted, takeImportMap, finish, write, open, importMap: () => importMapText };
})();
