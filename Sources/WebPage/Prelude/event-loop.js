// The event loop and its virtual clock (HTML § 8.1.7 and § 8.6): tasks, timers, animation frames, user input.

/**
 * One page's event loop. The host drives it with `step(limit)`: each call runs at most one page callback, because the
 * engine performs its microtask checkpoint when a call from the host returns.
 *
 * Time stands still while a callback runs, with one exception, so that a page that waits in a loop for the clock gets
 * out of it: from the 1,001st reading of the clock within one callback, and from the 1,001st task in a row without a
 * timer or frame between, each takes 1/256 ms (a power of two adds up exactly). That is deterministic, and ordinary games never notice.
 */
const EventLoop = (() => {
  const FREE_STEPS_MAX = 1000;
  const STEP_COST_MS = 1 / 256;
  const NESTED_TIMER_MS_MIN = 4;
  const TIMER_NESTING_MAX = 5;
  const HIDDEN_TIMER_MS = 1000;
  const NO_ARGUMENTS = ObjectFreeze([]);
  const FramePhase = { none: 0, hooksBefore: 1, callbacks: 2, hooksAfter: 3 };

  /**
   * What the host reads without a call, as numbers by these indexes: the clock, when the next frame is due, how many
   * frames there have been, whether anything was queued since the last step came to its end, and how many animations
   * are in effect or to come, which make the page look otherwise as time goes by. And one that the host writes: whether
   * it looks at the page just now.
   */
  const cells = new Float64Array(6);
  const NOW = 0;
  const NEXT_FRAME = 1;
  const FRAMES = 2;
  const QUEUED = 3;
  const ANIMATIONS = 4;
  const LOOKED_AT = 5;
  let clockReads = 0;
  let tasksInARow = 0;

  // Clock

  const readClock = () => {
    clockReads += 1;
    if (clockReads > FREE_STEPS_MAX) cells[NOW] += STEP_COST_MS;
    return cells[NOW];
  };

  // Callbacks

  const invoke = function (callback, thisArg, a, b) {
    const count = arguments.length;
    try {
      if (count === 3) return ReflectApply(callback, thisArg, [a]);
      return ReflectApply(callback, thisArg, count > 3 ? [a, b] : NO_ARGUMENTS);
    } catch (error) {
      Records.exception(error);
      return undefined;
    }
  };

  // Tasks

  const tasks = [];
  let taskHead = 0;
  // Of tasks and timers that are due at one time, the one that was queued first runs first.
  let sequenceNumber = 0;

  const queueTask = (callback) => {
    cells[QUEUED] = 1;
    sequenceNumber += 1;
    ArrayPush(tasks, { callback, time: cells[NOW], sequence: sequenceNumber });
  };

  const runTask = () => {
    const { callback } = tasks[taskHead];
    tasks[taskHead++] = undefined;
    if (taskHead === tasks.length) {
      tasks.length = taskHead = 0;
    } else if (taskHead > 1024) {
      ArraySplice(tasks, 0, taskHead);
      taskHead = 0;
    }
    tasksInARow += 1;
    if (tasksInARow > FREE_STEPS_MAX) cells[NOW] += STEP_COST_MS;
    invoke(callback, undefined);
  };

  // User input: dispatchers whose next() runs one listener

  const inputs = [];
  const queueInput = (dispatcher) => {
    cells[QUEUED] = 1;
    ArrayPush(inputs, dispatcher);
  };

  const runInput = () => {
    let more = false;
    try {
      more = inputs[0].next();
    } catch (error) {
      Records.exception(error);
    }
    if (!more) ArrayShift(inputs);
  };

  // Timers

  const timersById = new SafeMap();
  let lastTimerId = 0;
  let nestingLevel = 0;
  let hidden = false;

  const schedule = (callback, due, id, args, interval, level) => {
    cells[QUEUED] = 1;
    sequenceNumber += 1;
    const timer = { callback, due, sequence: sequenceNumber, id, args, interval, level, live: true };
    TimerQueue.add(timer);
    return timer;
  };

  /** Runs a function of the prelude after some time, without the clamps of page timers; answers a handle for `cancelTask`. */
  const queueTaskAfter = (delay, callback) => schedule(callback, cells[NOW] + MathMax(0, delay), 0, NO_ARGUMENTS, -1, 0);
  const cancelTask = (handle) => { if (handle.live) TimerQueue.kill(handle); };

  /**
   * HTML § 8.6 with Chromium's clamps: the delay is a 32-bit integer; what a timer nested deeper than five levels sets
   * waits at least 4 ms.
   */
  const setTimer = (callback, delay, args, repeats) => {
    let wait = delay | 0;
    if (wait < 0) wait = 0;
    const level = nestingLevel + 1;
    if (nestingLevel > TIMER_NESTING_MAX && wait < NESTED_TIMER_MS_MIN) wait = NESTED_TIMER_MS_MIN;
    lastTimerId += 1;
    timersById.set(lastTimerId, schedule(callback, cells[NOW] + wait, lastTimerId, args, repeats ? wait : -1, level));
    return lastTimerId;
  };

  const clearTimer = (id) => {
    const timer = timersById.get(id);
    if (timer === undefined) return;
    timersById.delete(id);
    if (timer.live) TimerQueue.kill(timer);
  };

  /** As Chromium does it: next due without drift, missed beats left out, and before the callback runs. */
  const repeatTimer = (timer) => {
    if (timer.level > TIMER_NESTING_MAX && timer.interval < NESTED_TIMER_MS_MIN) timer.interval = NESTED_TIMER_MS_MIN;
    timer.level += 1;
    timer.due = cells[NOW] + timer.interval - (timer.interval > 0 ? (cells[NOW] - timer.due) % timer.interval : 0);
    sequenceNumber += 1;
    timer.sequence = sequenceNumber;
    TimerQueue.add(timer);
  };

  const runTimer = (timer) => {
    TimerQueue.removeTop();
    if (timer.interval >= 0) {
      repeatTimer(timer);
    } else {
      timer.live = false;
      if (timer.id !== 0) timersById.delete(timer.id);
    }
    nestingLevel = timer.level;
    try {
      if (typeof timer.callback === 'function') ReflectApply(timer.callback, globalThis, timer.args);
      else host.evaluate(timer.callback, settings.url, 1);
    } catch (error) {
      Records.exception(error);
    }
  };

  // Animation frames. Frame k of an interval is at base + k * interval; two pairs of lists are swapped each frame, so
  // that a callback requested during a frame runs in the next and nothing is allocated.

  let frameInterval = settings.frameInterval;
  let frameBase = 0;
  let frameNumber = 1;
  cells[NEXT_FRAME] = frameInterval;
  let frameTimestamp = 0;
  let framePhase = FramePhase.none;
  let frameCursor = 0;
  let lastFrameId = 0;
  let pending = { ids: [], callbacks: [], count: 0 };
  let running = { ids: [], callbacks: [], count: 0 };
  const hooksBefore = [];
  const hooksAfter = [];
  /** For each hook of `hooksAfter` what tells whether it has anything to do. */
  const waiting = [];

  const requestFrame = (callback) => {
    lastFrameId += 1;
    const index = pending.count++;
    pending.ids[index] = lastFrameId;
    pending.callbacks[index] = callback;
    return lastFrameId;
  };

  const cancelIn = (list, id) => {
    for (let i = list.count - 1; i >= 0; i--) {
      if (list.ids[i] !== id) continue;
      list.callbacks[i] = undefined;
      return true;
    }
    return false;
  };
  const cancelFrame = (id) => { if (!cancelIn(pending, id)) cancelIn(running, id); };

  const setFrameNumber = (number) => {
    frameNumber = number;
    cells[NEXT_FRAME] = frameBase + number * frameInterval;
  };

  const beginFrame = () => {
    frameTimestamp = cells[NEXT_FRAME];
    if (cells[NOW] < frameTimestamp) cells[NOW] = frameTimestamp;
    setFrameNumber(frameNumber + 1);
    tasksInARow = 0;
    cells[FRAMES] += 1;
    framePhase = FramePhase.hooksBefore;
    frameCursor = 0;
  };

  /** Runs hooks until one says that it ran a page callback (it is asked again in the next step); false when all are through. */
  const runHooks = (hooks) => {
    while (frameCursor < hooks.length) {
      if (hooks[frameCursor](frameTimestamp) === true) return true;
      frameCursor += 1;
    }
    frameCursor = 0;
    return false;
  };

  const swapLists = () => {
    const swapped = running;
    running = pending;
    pending = swapped;
    pending.count = 0;
  };

  const runFrameCallback = () => {
    while (frameCursor < running.count) {
      const callback = running.callbacks[frameCursor];
      running.callbacks[frameCursor++] = undefined;
      if (callback === undefined) continue;
      try {
        callback(frameTimestamp);
      } catch (error) {
        Records.exception(error);
      }
      return true;
    }
    running.count = frameCursor = 0;
    return false;
  };

  /** Goes on with the frame under way; true when a page callback was run. */
  const continueFrame = () => {
    if (framePhase === FramePhase.hooksBefore) {
      if (runHooks(hooksBefore)) return true;
      swapLists();
      framePhase = FramePhase.callbacks;
    }
    if (framePhase === FramePhase.callbacks) {
      if (runFrameCallback()) return true;
      framePhase = FramePhase.hooksAfter;
    }
    if (runHooks(hooksAfter)) return true;
    framePhase = FramePhase.none;
    return false;
  };

  /** Whether all that is left of the frame under way is to find that nobody waits for its end. */
  const isFrameThrough = () => {
    if (framePhase === FramePhase.none) return true;
    if (framePhase !== FramePhase.callbacks || frameCursor < running.count) return false;
    for (let i = 0; i < waiting.length; i++) if (waiting[i]()) return false;
    return true;
  };

  // The loop

  const finishAt = (limit) => {
    if (cells[NOW] < limit) {
      cells[NOW] = limit;
      tasksInARow = 0;
    }
    return 0;
  };

  const timerDue = (timer) => {
    if (timer === null) return Infinity;
    return hidden ? MathCeil(timer.due / HIDDEN_TIMER_MS) * HIDDEN_TIMER_MS : timer.due;
  };

  /** Whether nothing more is due by `limit`, which is now, but for what the callback's microtasks will queue. */
  const isThrough = (limit) => {
    if (cells[NOW] < limit || inputs.length > 0 || taskHead < tasks.length || !isFrameThrough()) return false;
    return timerDue(TimerQueue.top()) > limit && (hidden || cells[NEXT_FRAME] > limit);
  };

  /**
   * Runs the next page callback that is due at or before `limit` (ms, finite) and answers 1, or 3 where it was the last
   * unless something is queued after it (`cells`); answers 0 when there was none, with the clock at `limit`.
   */
  const step = (limit) => {
    if (runNext(limit) === 0) return 0;
    if (!isThrough(limit)) return 1;
    cells[QUEUED] = 0;
    return 3;
  };
  /** At one time: input, tasks and timers in the order of their queueing, then the frame. */
  const runNext = (limit) => {
    // Microtasks of the callback before belong to its nesting level, so both end here and not when it returned.
    nestingLevel = 0;
    clockReads = 0;
    for (;;) {
      if (framePhase !== FramePhase.none && continueFrame()) return 1;
      if (inputs.length > 0) {
        runInput();
        return 1;
      }
      // After a stall only the last of the missed frames takes place.
      if (cells[NOW] >= cells[NEXT_FRAME] + frameInterval) setFrameNumber(MathFloor((cells[NOW] - frameBase) / frameInterval));
      const timer = TimerQueue.top();
      const due = timerDue(timer);
      const frameDue = hidden ? Infinity : cells[NEXT_FRAME];
      if (taskHead < tasks.length) {
        const { time, sequence } = tasks[taskHead];
        if ((time < due || (time === due && sequence < timer.sequence)) && time <= frameDue) {
          if (time > limit) return 0;
          runTask();
          return 1;
        }
      }
      if (due <= frameDue) {
        if (due > limit) return finishAt(limit);
        if (cells[NOW] < due) cells[NOW] = due;
        tasksInARow = 0;
        runTimer(timer);
        return 1;
      }
      if (frameDue > limit) return finishAt(limit);
      beginFrame();
    }
  };

  let announceVisibility = null;
  const setHidden = (value) => {
    if (hidden === value) return;
    hidden = value;
    if (!hidden && cells[NEXT_FRAME] < cells[NOW]) setFrameNumber(MathFloor((cells[NOW] - frameBase) / frameInterval) + 1);
    if (announceVisibility !== null) queueTask(announceVisibility);
  };

  return {
    /** Milliseconds since navigation start, for the prelude's own use. */
    now: () => cells[NOW],
    /** The same for a page that asks: see above for what many readings cost. */
    readClock,
    invoke, queueTask, queueTaskAfter, cancelTask, queueInput, setTimer, clearTimer, requestFrame, cancelFrame, step,
    /** The hook runs at the start of each frame; it answers true when it ran a page callback and wants another turn. */
    onFrame(hook) { ArrayPush(hooksBefore, hook); },
    /** The same after the frame's animation callbacks. `hasWork` tells, without doing anything, whether it may have something to do. */
    afterFrameCallbacks(hook, hasWork = () => true) {
      ArrayPush(hooksAfter, hook);
      ArrayPush(waiting, hasWork);
    },
    cells,
    /** Something came up that the next step has to look at. */
    noteQueued() { cells[QUEUED] = 1; },
    isLookedAt: () => cells[LOOKED_AT] !== 0,
    noteAnimations(count) { cells[ANIMATIONS] = count; },
    /** The timestamp of the current or last frame. */
    frameTimestamp: () => frameTimestamp,
    nextFrameTime: () => cells[NEXT_FRAME],
    hasFrameRequests: () => pending.count > 0,
    frameCount: () => cells[FRAMES],
    frameInterval: () => frameInterval,
    /** Changes the frame rate from the last frame on. */
    setFrameInterval(interval) {
      frameBase = cells[NEXT_FRAME] - frameInterval;
      frameInterval = interval;
      setFrameNumber(1);
    },
    isHidden: () => hidden,
    /** A hidden tab: no frames, timers once a second at most. */
    setHidden,
    onVisibilityChange(announce) { announceVisibility = announce; },
    /** The tab hangs: the clock goes on, callbacks don't. What came due meanwhile runs once, and one frame. */
    stall(milliseconds) { cells[NOW] += milliseconds; },
  };
})();
