// A browser that does nothing: the least that a game's scripts need to run, for measuring what the engine itself takes.
'use strict';

globalThis.bare = (() => {
  const frameInterval = 1000 / 60;
  let now = 0;
  let frames = [];
  let timers = [];
  let lastId = 0;
  let inputs = [];
  let html = '';
  const listeners = new Map();
  const elements = new Map();

  const nothing = () => undefined;
  const makePen = (canvas) => {
    const pen = { canvas, measureText: () => ({ width: 10 }) };
    const names = `arc arcTo beginPath bezierCurveTo clearRect clip closePath drawImage ellipse fill fillRect fillText lineTo
      moveTo putImageData quadraticCurveTo rect resetTransform restore rotate roundRect save scale setLineDash setTransform
      stroke strokeRect strokeText transform translate`.split(/\s+/);
    for (const name of names) pen[name] = nothing;
    pen.createLinearGradient = pen.createRadialGradient = () => ({ addColorStop: nothing });
    pen.createPattern = () => ({});
    pen.getImageData = (x, y, width, height) => ({ data: new Uint8ClampedArray(width * height * 4), width, height });
    return pen;
  };

  const addListener = function (type, listener) {
    if (!listeners.has(this)) listeners.set(this, []);
    listeners.get(this).push({ type, listener });
  };
  const dispatch = (target, event) => {
    for (const { type, listener } of listeners.get(target) ?? []) {
      if (type === event.type) typeof listener === 'function' ? listener.call(target, event) : listener.handleEvent(event);
    }
    const handler = target[`on${event.type}`];
    if (typeof handler === 'function') handler.call(target, event);
  };

  const makeElement = (tag) => {
    let pen = null;
    const element = {
      tagName: tag.toUpperCase(), style: { setProperty: nothing, removeProperty: nothing }, dataset: {}, children: [], childNodes: [],
      textContent: '', innerHTML: '', innerText: '', className: '', value: '', width: 300, height: 150, clientWidth: 300,
      clientHeight: 600, offsetWidth: 300, offsetHeight: 600, disabled: false, hidden: false,
      classList: { add: nothing, remove: nothing, toggle: nothing, replace: nothing, contains: () => false },
      addEventListener: addListener, removeEventListener: nothing, focus: nothing, blur: nothing, remove: nothing,
      setAttribute: nothing, removeAttribute: nothing, getAttribute: () => null, animate: () => ({ finished: Promise.resolve() }),
      append(...items) { for (const item of items) element.appendChild(item); },
      appendChild(child) { element.children.push(child); return child; },
      replaceChildren(...items) { element.children = items; },
      insertBefore(child) { element.children.push(child); return child; },
      removeChild(child) { return child; },
      getContext: () => (pen ??= makePen(element)),
      getBoundingClientRect: () => ({ x: 0, y: 0, left: 0, top: 0, right: 300, bottom: 600, width: 300, height: 600 }),
      querySelector: (selector) => find(selector), querySelectorAll: () => [], closest: () => null,
    };
    element.ownerDocument = globalThis.document;
    return element;
  };
  /** One element a selector, with the size that the page gives a canvas of that id. */
  const find = (selector) => {
    const known = elements.get(selector);
    if (known !== undefined) return known;
    const element = makeElement('div');
    const id = selector.startsWith('#') ? selector.slice(1) : null;
    const tag = html.match(id === null ? new RegExp(`<${selector}\\b[^>]*>`) : new RegExp(`<\\w+[^>]*\\bid\\s*=\\s*["']?${id}\\b[^>]*>`));
    if (tag !== null) {
      for (const side of ['width', 'height']) {
        const size = tag[0].match(new RegExp(`\\b${side}\\s*=\\s*["']?(\\d+)`));
        if (size !== null) element[side] = Number(size[1]);
      }
      const click = tag[0].match(/\bonclick\s*=\s*"([^"]*)"/);
      if (click !== null) element.onclick = () => (0, eval)(click[1]);
    }
    elements.set(selector, element);
    return element;
  };

  const setTimer = (callback, delay, repeats, args) => {
    lastId += 1;
    timers.push({ id: lastId, callback, due: now + Math.max(1, delay || 0), delay: Math.max(1, delay || 0), repeats, args });
    return lastId;
  };
  const clearTimer = (id) => { timers = timers.filter((timer) => timer.id !== id); };

  const document = {
    body: makeElement('body'), documentElement: makeElement('html'), head: makeElement('head'), hidden: false, readyState: 'complete',
    getElementById: (id) => find(`#${id}`), querySelector: find, querySelectorAll: () => [],
    getElementsByClassName: () => [], getElementsByTagName: () => [], createElement: makeElement, createTextNode: (data) => ({ data }),
    createDocumentFragment: () => makeElement('fragment'), addEventListener: addListener, removeEventListener: nothing, activeElement: null,
  };
  Object.assign(globalThis, {
    window: globalThis, self: globalThis, document, innerWidth: 1280, innerHeight: 720, devicePixelRatio: 1,
    addEventListener: addListener.bind(globalThis), removeEventListener: nothing, alert: nothing, confirm: () => true, prompt: () => null,
    requestAnimationFrame(callback) { lastId += 1; frames.push({ id: lastId, callback }); return lastId; },
    cancelAnimationFrame(id) { frames = frames.filter((frame) => frame.id !== id); },
    setTimeout: (callback, delay, ...args) => setTimer(callback, delay, false, args),
    setInterval: (callback, delay, ...args) => setTimer(callback, delay, true, args),
    clearTimeout: clearTimer, clearInterval: clearTimer, performance: { now: () => now, mark: nothing },
    localStorage: { getItem: () => null, setItem: nothing, removeItem: nothing }, navigator: { userAgent: '', vibrate: nothing },
    console: { log: nothing, warn: nothing, error: nothing, info: nothing }, matchMedia: () => ({ matches: false, addEventListener: nothing }),
    getComputedStyle: () => ({ getPropertyValue: () => '' }), location: { reload: nothing, href: '', search: '' },
  });

  const runInput = (input) => {
    if (input.type === 'click') {
      dispatch(find(input.selector), { type: 'click', target: find(input.selector), preventDefault: nothing, stopPropagation: nothing });
      return;
    }
    const event = {
      type: input.type, key: input.key, code: input.code, keyCode: input.keyCode, which: input.keyCode, repeat: input.isRepeat,
      target: document.body, preventDefault: nothing, stopPropagation: nothing,
    };
    dispatch(document, event);
    dispatch(globalThis, event);
  };
  const runTimers = (limit) => {
    for (;;) {
      let next = null;
      for (const timer of timers) if (timer.due <= limit && (next === null || timer.due < next.due)) next = timer;
      if (next === null) return;
      now = Math.max(now, next.due);
      if (next.repeats) next.due += next.delay;
      else clearTimer(next.id);
      next.callback(...next.args);
    }
  };

  return {
    prepare(text, inputText) {
      html = text;
      inputs = JSON.parse(inputText);
    },
    scripts: () => [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map((match) => match[1]),
    loaded() {
      dispatch(document, { type: 'DOMContentLoaded' });
      dispatch(globalThis, { type: 'load' });
    },
    /** Runs so many milliseconds; answers the number of frames in which a callback ran. */
    run(milliseconds) {
      let busy = 0;
      let at = 0;
      for (let frame = 1; frame * frameInterval <= milliseconds; frame++) {
        const time = frame * frameInterval;
        for (; at < inputs.length && inputs[at].time <= time; at++) {
          runTimers(inputs[at].time);
          now = Math.max(now, inputs[at].time);
          runInput(inputs[at]);
        }
        runTimers(time);
        now = time;
        const due = frames;
        frames = [];
        if (due.length > 0) busy += 1;
        for (const { callback } of due) callback(time);
      }
      return busy;
    },
  };
})();
