// Runs a workload in jsdom: node jsdom.cjs WORKLOAD.json. Prints what it took as JSON.
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { runInThisContext } = require('node:vm');
const { JSDOM, VirtualConsole } = require('jsdom');

const workload = JSON.parse(readFileSync(process.argv[2], 'utf8'));
runInThisContext(readFileSync(join(__dirname, 'frame-loop.js'), 'utf8'));
const loop = makeFrameLoop();
const nothing = () => undefined;
/** A canvas context whose every method does nothing. */
const makePen = (canvas) => new Proxy({ canvas }, {
  get(target, name) {
    if (name in target) return target[name];
    const method = () => (name === 'measureText' ? { width: 10 } : { addColorStop: nothing, data: [] });
    target[name] = method;
    return method;
  },
});

const install = (window) => {
  Object.assign(window, loop.members);
  window.performance.now = loop.now;
  window.Date.now = loop.now;
  window.alert = nothing;
  const pens = new WeakMap();
  window.HTMLCanvasElement.prototype.getContext = function getContext() {
    if (!pens.has(this)) pens.set(this, makePen(this));
    return pens.get(this);
  };
};

const runInput = (window, input) => {
  if (input.type === 'click') {
    window.document.querySelector(input.selector)?.click();
    return;
  }
  const { key, code, keyCode, isRepeat } = input;
  const target = window.document.activeElement ?? window.document.body;
  target.dispatchEvent(new window.KeyboardEvent(input.type, { key, code, keyCode, repeat: isRepeat, bubbles: true, cancelable: true }));
};

const begin = process.hrtime.bigint();
const { window } = new JSDOM(workload.html, {
  runScripts: 'dangerously', virtualConsole: new VirtualConsole(), beforeParse: install, url: 'https://submission.test/',
});
window.document.dispatchEvent(new window.Event('DOMContentLoaded'));
window.dispatchEvent(new window.Event('load'));
const loaded = process.hrtime.bigint();
const busy = loop.run(workload.seconds * 1000, workload.inputs, (input) => runInput(window, input));
const played = process.hrtime.bigint();
console.log(JSON.stringify({ load: Number(loaded - begin) / 1e9, play: Number(played - loaded) / 1e9, frames: busy }));
process.exit(0);
