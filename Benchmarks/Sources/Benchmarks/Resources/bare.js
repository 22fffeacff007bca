// A browser that does nothing: the least that a game's scripts need to run, for measuring what the engine itself takes.
'use strict';

globalThis.bare = (() => {
  const loop = makeFrameLoop();
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

  const document = {
    body: makeElement('body'), documentElement: makeElement('html'), head: makeElement('head'), hidden: false, readyState: 'complete',
    getElementById: (id) => find(`#${id}`), querySelector: find, querySelectorAll: () => [],
    getElementsByClassName: () => [], getElementsByTagName: () => [], createElement: makeElement, createElementNS: (namespace, tag) => makeElement(tag), createTextNode: (data) => ({ data }),
    createDocumentFragment: () => makeElement('fragment'), addEventListener: addListener, removeEventListener: nothing, activeElement: null,
  };
  Object.assign(globalThis, {
    window: globalThis, self: globalThis, document, innerWidth: 1280, innerHeight: 720, devicePixelRatio: 1,
    addEventListener: addListener.bind(globalThis), removeEventListener: nothing, alert: nothing, confirm: () => true, prompt: () => null,
    ...loop.members, performance: { now: loop.now, mark: nothing },
    localStorage: { getItem: () => null, setItem: nothing, removeItem: nothing }, navigator: { userAgent: '', vibrate: nothing },
    console: { log: nothing, warn: nothing, error: nothing, info: nothing }, matchMedia: () => ({ matches: false, addEventListener: nothing }),
    getComputedStyle: () => ({ getPropertyValue: () => '' }), location: { reload: nothing, href: '', search: '' },
  });

  const runInput = (input) => {
    if (input.type === 'click') {
      const target = find(input.selector);
      dispatch(target, { type: 'click', target, currentTarget: target, preventDefault: nothing, stopPropagation: nothing });
      return;
    }
    const event = {
      type: input.type, key: input.key, code: input.code, keyCode: input.keyCode, which: input.keyCode, repeat: input.isRepeat,
      target: document.body, currentTarget: document, preventDefault: nothing, stopPropagation: nothing,
    };
    dispatch(document, event);
    dispatch(globalThis, event);
  };

  return {
    prepare(text, inputText) {
      html = text;
      inputs = JSON.parse(inputText);
      // Elements are global variables by their ids.
      for (const [, id] of html.matchAll(/\bid\s*=\s*["']?([A-Za-z_$][\w$]*)/g)) globalThis[id] ??= find(`#${id}`);
    },
    scripts: () => [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map((match) => match[1]),
    loaded() {
      dispatch(document, { type: 'DOMContentLoaded' });
      dispatch(globalThis, { type: 'load' });
    },
    /** Runs so many milliseconds; answers the number of frames in which a callback ran. */
    run: (milliseconds) => loop.run(milliseconds, inputs, runInput),
  };
})();
