// Runs a workload in jsdom: node jsdom.cjs WORKLOAD.json. Prints what it took as JSON.
'use strict';

const { readFileSync } = require('node:fs');
const { JSDOM, VirtualConsole } = require('jsdom');

const workload = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const frameInterval = 1000 / 60;
let now = 0;
let frames = [];
let timers = [];
let lastId = 0;

const setTimer = (callback, delay, repeats, args) => {
  lastId += 1;
  timers.push({ id: lastId, callback, due: now + Math.max(1, delay || 0), delay: Math.max(1, delay || 0), repeats, args });
  return lastId;
};
const clearTimer = (id) => { timers = timers.filter((timer) => timer.id !== id); };
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
  window.requestAnimationFrame = (callback) => { lastId += 1; frames.push({ id: lastId, callback }); return lastId; };
  window.cancelAnimationFrame = (id) => { frames = frames.filter((frame) => frame.id !== id); };
  window.setTimeout = (callback, delay, ...args) => setTimer(callback, delay, false, args);
  window.setInterval = (callback, delay, ...args) => setTimer(callback, delay, true, args);
  window.clearTimeout = window.clearInterval = clearTimer;
  window.performance.now = () => now;
  window.Date.now = () => now;
  window.alert = nothing;
  const pens = new WeakMap();
  window.HTMLCanvasElement.prototype.getContext = function getContext() {
    if (!pens.has(this)) pens.set(this, makePen(this));
    return pens.get(this);
  };
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
let busy = 0;
let at = 0;
for (let frame = 1; frame * frameInterval <= workload.seconds * 1000; frame++) {
  const time = frame * frameInterval;
  for (; at < workload.inputs.length && workload.inputs[at].time <= time; at++) {
    runTimers(workload.inputs[at].time);
    now = Math.max(now, workload.inputs[at].time);
    runInput(window, workload.inputs[at]);
  }
  runTimers(time);
  now = time;
  const due = frames;
  frames = [];
  if (due.length > 0) busy += 1;
  for (const { callback } of due) callback(time);
}
const played = process.hrtime.bigint();
console.log(JSON.stringify({ load: Number(loaded - begin) / 1e9, play: Number(played - loaded) / 1e9, frames: busy }));
process.exit(0);
