// What the host calls: one object, returned by the prelude.

const page = (() => {
  let clickables = [];

  /** JSON text of a list that the prelude made. Without prototypes, so that a page's `toJSON` has no say. */
  const json = (list) => {
    for (let i = 0; i < list.length; i++) if (typeof list[i] === 'object') ObjectSetPrototypeOf(list[i], null);
    return JSONStringify(ObjectSetPrototypeOf(list, null));
  };

  const clickElement = (element) => {
    if (!element) return false;
    Input.clickElement(element);
    return true;
  };

  /** All canvas elements of the document, those in shadow trees too, in tree order: found again when the tree has changed. */
  let canvasList = null;
  ArrayPush(DomObservers, (kind) => { if (kind === 'children') canvasList = null; });
  const allCanvases = () => canvasList ??= findCanvases();
  const findCanvases = () => {
    if (!ShadowTrees.exist) return Selectors.all(document, 'canvas');
    const found = [];
    const visit = (node) => {
      for (let i = 0; i < node[kChildren].length; i++) {
        const child = node[kChildren][i];
        if (child[kNodeType] !== 1) continue;
        if (child[kTag] === 'canvas') ArrayPush(found, child);
        if (child[kShadow]) visit(child[kShadow]);
        visit(child);
      }
    };
    visit(document);
    return found;
  };

  const paintVersion = () => Rendering().Painting.version();

  /** What `stamp` tells: waiting records, the version of the document's painting, then each canvas's number and head. */
  let stamps = new Float64Array(64);
  const STAMP_HEAD = 2;
  const STAMP_CANVAS = 1 + CanvasRecordings.headLength;
  /** Puts the page's stamp into `stampCells`, which are others where they don't suffice, and answers how many numbers it takes. */
  const stamp = () => {
    const canvases = allCanvases();
    const most = STAMP_HEAD + canvases.length * STAMP_CANVAS;
    if (most > stamps.length) stamps = new Float64Array(most * 2);
    stamps[0] = Records.count();
    stamps[1] = paintVersion();
    LookSigns.stampTaken();
    let at = STAMP_HEAD;
    for (let i = 0; i < canvases.length; i++) {
      const recording = canvases[i][kRecording];
      if (!recording) continue;
      stamps[at] = recording.id;
      CanvasRecordings.putHead(recording, stamps, at + 1);
      at += STAMP_CANVAS;
    }
    return at;
  };

  return {
    // Clock and event loop
    /** `EventLoop.step`, unless scripts that the page has inserted come first: 2, and the host runs them. */
    step(limit) {
      if (Parser.pending.length > 0) return 2;
      const result = EventLoop.step(limit);
      return result === 3 && Parser.pending.length > 0 ? 1 : result;
    },
    clock: EventLoop.cells,
    isIdle: () => !EventLoop.hasFrameRequests() && TimerQueue.top() === null,
    setFrameInterval: EventLoop.setFrameInterval,
    setHidden: EventLoop.setHidden,
    stall: EventLoop.stall,

    // Loading
    begin(treeText) { Parser.begin(JSONParse(treeText)); },
    nextScript() { return Parser.next(); },
    nextPendingScript: Parser.nextPending,
    scriptFinished(element, isLoaded) { Parser.scriptFinished(element, isLoaded); },
    finish(state) { Parser.finish(state); },
    /** The text behind a data: or blob: address, or undefined. */
    resourceText: (address) => Resources.readText(address) ?? undefined,
    importMap() { return Parser.importMap === undefined ? undefined : Parser.importMap(); },

    /** A global constant that scripts of the page can't enumerate. */
    defineHidden(name, value) { ObjectDefineProperty(globalThis, name, { value, enumerable: false }); },

    // Records
    drain: Records.drain,
    missing: Records.missing,
    /** Reports an exception that left a script; the host may know its place in the source better. */
    reportException(value, line, column, isParseError) { Records.exception(value, line, column, isParseError); },
    /** Reports an error that no script threw: a module that can't be linked. */
    reportProblem(name, message, source, line, column) {
      const error = name === 'TypeError' ? new TypeError(message) : new SyntaxError(message);
      error.sourceURL = source;
      error.stack = `${source}:${line}:${column}`;
      Records.exception(error, line, column);
    },
    rejected(promise, reason) { Records.rejection(reason, promise); },

    // Input
    key: Input.key,
    clickSelector(selector) {
      let element = null;
      try {
        element = document.querySelector(selector);
      } catch {
        return false;
      }
      return clickElement(element);
    },
    clickAt(x, y) { Input.mouse('click', x, y); },
    /** 'touchstart', 'touchmove' or 'touchend' of one finger. */
    touch(type, x, y) { return Input.touch(type, [{ identifier: 0, x, y }]); },
    /** The middle of the first element that a selector matches; null when there is none. */
    middleOf(selector) {
      let element = null;
      try {
        element = document.querySelector(selector);
      } catch {
        return 'null';
      }
      if (element === null) return 'null';
      const box = Input.boxOf(element);
      return json({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    },
    clickables() {
      clickables = Input.clickables();
      const list = [];
      for (let i = 0; i < clickables.length; i++) {
        const { tag, id, className, text, box, disabled, charactersWanted, covered } = clickables[i];
        ArrayPush(list, {
          index: i, tag, id, className, text, x: box.x, y: box.y, width: box.width, height: box.height, disabled, charactersWanted, isCovered: covered,
        });
      }
      return json(list);
    },
    containers() {
      const list = Input.containers();
      for (let i = 0; i < list.length; i++) list[i] = { x: list[i].x, y: list[i].y, width: list[i].width, height: list[i].height };
      return json(list);
    },
    clickClickable(index) { return clickElement(clickables[index]?.element); },
    /** What the page did with each key that was pressed. */
    keyAnswers() { return json(KeyAnswers.list()); },
    sounds() {
      const { started, heard, lost } = Sounds.report();
      return json({ started, heard, lost: ObjectSetPrototypeOf(ArrayConcat(lost, []), null) });
    },
    restoreStorage(text) { Storages().restore(JSONParse(text)); },
    stored() {
      const { items, reads } = Storages().report();
      return json({ items, reads: ObjectSetPrototypeOf(reads, null) });
    },
    listenedEvents() { return json(Input.listenedEvents()); },

    // What can be seen
    texts() { return json(Rendering().Painting.texts()); },
    /** The document's boxes: `{numbers, count}`, see `Painting.list`. */
    paint() { return Rendering().Painting.list(); },
    paintVersion, stamp,
    get stampCells() { return stamps; },
    lookCells: LookSigns.cells,
    looks(from) { return Rendering().Painting.looks(from); },
    recording: CanvasRecordings.get,
    recordingHead: CanvasRecordings.head,
    readRecordingHead: CanvasRecordings.readHead,
    canvasNumbers() {
      const numbers = [];
      const elements = allCanvases();
      for (let i = 0; i < elements.length; i++) if (elements[i][kRecording]) ArrayPush(numbers, elements[i][kRecording].id);
      return json(numbers);
    },
    showsCanvas(id) {
      const elements = allCanvases();
      for (let i = 0; i < elements.length; i++) if (elements[i][kRecording]?.id === id) return Rendering().CanvasVisibility().shows(elements[i]);
      return false;
    },
    /** Where the canvases are, which may need a layout. */
    canvases() {
      const list = [];
      const elements = allCanvases();
      for (let i = 0; i < elements.length; i++) {
        const recording = elements[i][kRecording];
        if (!recording) continue;
        const box = Input.boxOf(elements[i]);
        ArrayPush(list, {
          id: recording.id, width: recording.width, height: recording.height,
          x: box.x, y: box.y, boxWidth: box.width, boxHeight: box.height,
        });
      }
      return json(list);
    },
  };
})();
