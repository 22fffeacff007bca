// Timers, animation frames and a loop over frames on a clock that stands still while scripts run: the least that a page needs,
// for contestants that bring none of their own.
'use strict';

globalThis.makeFrameLoop = () => {
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
    now: () => now,
    /** What a window has of these. */
    members: {
      requestAnimationFrame(callback) { lastId += 1; frames.push({ id: lastId, callback }); return lastId; },
      cancelAnimationFrame(id) { frames = frames.filter((frame) => frame.id !== id); },
      setTimeout: (callback, delay, ...args) => setTimer(callback, delay, false, args),
      setInterval: (callback, delay, ...args) => setTimer(callback, delay, true, args),
      clearTimeout: clearTimer,
      clearInterval: clearTimer,
    },
    /** Runs so many milliseconds with these inputs; answers the number of frames in which a callback ran. */
    run(milliseconds, inputs, runInput) {
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
};
