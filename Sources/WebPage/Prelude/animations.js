// The animation model: https://www.w3.org/TR/web-animations-1/ — effects on one timeline, the virtual clock.

const Animations = (() => {
  /** All animations that are in effect or may come to be: running, pending, paused, or filling. */
  const active = StyleSigns.animations;
  let nextOverlay = 1;
  let sampledAt = -1;
  let sampledChanges = -1;
  let changes = 0;
  /** Events to dispatch: {target, event}, in order. */
  const events = [];

  /** One animation's state; the page's Animation object is `object`. */
  class AnimationState {
    constructor(element, keyframes, timing) {
      this.element = element;
      /** [{offset, easing (function), values: SafeMap of index → text}] in order of offset. */
      this.keyframes = keyframes;
      this.timing = timing;
      this.startTime = null;
      /** The current time while there is no start time: pending or paused. */
      this.holdTime = 0;
      this.rate = 1;
      this.playState = 'running';
      this.isTransition = false;
      this.isCSS = false;
      this.name = '';
      this.property = -1;
      this.iteration = 0;
      this.hasStarted = false;
      this.object = null;
      this.settled = false;
      this.resolvers = null;
    }
    currentTime(now) {
      if (this.playState === 'idle') return null;
      if (this.startTime === null) return this.holdTime;
      return (now - this.startTime) * this.rate;
    }
    activeDuration() { return this.timing.duration === 0 || this.timing.iterations === 0 ? 0 : this.timing.duration * this.timing.iterations; }
    endTime() { return MathMax(0, this.timing.delay + this.activeDuration() + this.timing.endDelay); }
    /** {phase, progress}: progress is null when the effect isn't in force (Web Animations, 4.8). */
    state(now) {
      const time = this.currentTime(now);
      const { timing } = this;
      if (time === null) return { phase: 'idle', progress: null, iteration: 0 };
      const activeTime = time - timing.delay;
      const whole = this.activeDuration();
      if (activeTime < 0 || (activeTime === 0 && this.rate < 0)) {
        return { phase: 'before', progress: timing.fill === 'backwards' || timing.fill === 'both' ? this.directed(0, 0) : null, iteration: 0 };
      }
      if (activeTime >= whole) {
        const fills = timing.fill === 'forwards' || timing.fill === 'both';
        const last = timing.iterations === 0 ? 0 : MathCeil(timing.iterations) - 1;
        const part = timing.iterations === 0 ? 0 : timing.iterations - last;
        return { phase: 'after', progress: fills ? this.directed(last, part) : null, iteration: last };
      }
      const overall = timing.duration === 0 ? timing.iterations : activeTime / timing.duration;
      const iteration = MathFloor(overall);
      return { phase: 'active', progress: this.directed(iteration, overall - iteration), iteration };
    }
    directed(iteration, part) {
      const { direction, easing } = this.timing;
      const odd = iteration % 2 === 1;
      const reversed = direction === 'reverse' || (direction === 'alternate' ? odd : direction === 'alternate-reverse' ? !odd : false);
      return easing(reversed ? 1 - part : part);
    }

    /** Adds {index, text} entries for the moment to `out`. */
    sampleInto(out, now, base) {
      const { progress } = this.state(now);
      if (progress === null) return;
      const seen = new SafeSet();
      for (let i = 0; i < this.keyframes.length; i++) {
        this.keyframes[i].values.forEach((_, index) => {
          if (seen.has(index)) return;
          seen.add(index);
          ArrayPush(out, { index, text: this.valueAt(index, progress, base) });
        });
      }
    }
    valueAt(index, progress, base) {
      let before = null;
      let after = null;
      for (let i = 0; i < this.keyframes.length; i++) {
        const frame = this.keyframes[i];
        if (!frame.values.has(index)) continue;
        if (frame.offset <= progress || (before === null && frame.offset === 0)) {
          if (before === null || frame.offset <= progress) before = frame;
        }
        if (after === null && frame.offset > (progress < 0 ? 0 : progress)) after = frame;
      }
      const own = base === null ? Properties.initial[index] : base.values[index];
      const from = before === null ? own : before.values.get(index);
      const fromOffset = before === null ? 0 : before.offset;
      if (after === null && fromOffset >= 1) return progress > 1 ? this.beyond(index, from, progress) : from;
      const to = after === null ? own : after.values.get(index);
      const toOffset = after === null ? 1 : after.offset;
      const share = toOffset === fromOffset ? 1 : (progress - fromOffset) / (toOffset - fromOffset);
      const easing = before === null ? null : before.easing;
      return AnimationValues.interpolate(index, from, to, easing === null ? share : easing(share));
    }
    /** An overshooting timing function goes on past the last keyframe. */
    beyond(index, last, progress) {
      for (let i = this.keyframes.length - 2; i >= 0; i--) {
        const frame = this.keyframes[i];
        if (frame.values.has(index)) return AnimationValues.interpolate(index, frame.values.get(index), last, (progress - frame.offset) / (1 - frame.offset));
      }
      return last;
    }
  }

  const touch = (state) => {
    changes++;
    StyleListeners.elementChanged(state.element);
  };
  const add = (state) => {
    ArrayPush(active, state);
    EventLoop.noteAnimations(active.length);
    touch(state);
  };
  const drop = (state) => {
    const index = ArrayIndexOf(active, state);
    if (index >= 0) ArraySplice(active, index, 1);
    EventLoop.noteAnimations(active.length);
    touch(state);
  };

  const byElement = (now) => {
    const elements = [];
    const overlays = new SafeMap();
    for (let i = 0; i < active.length; i++) {
      const state = active[i];
      const { element } = state;
      if (element === null) continue;
      let overlay = overlays.get(element);
      if (overlay === undefined) {
        overlays.set(element, overlay = { id: 0, animations: [], transitions: [] });
        ArrayPush(elements, element);
      }
      state.sampleInto(state.isTransition ? overlay.transitions : overlay.animations, now, element[kBaseStyle] ?? null);
    }
    return { elements, overlays };
  };
  let overlaid = [];
  const sameEntries = (a, b) => {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i].index !== b[i].index || a[i].text !== b[i].text) return false;
    return true;
  };
  /**
   * Most milliseconds by which what a look of the host's shows of animations may lag behind, while there are none but such
   * as go on for ever: those are ornament, and styles and boxes made anew for each look would cost more than the game.
   */
  const LAG_MS_MAX = 100;
  let endless = { changes: -1, result: false };
  const areEndless = () => {
    if (endless.changes !== changes) endless = { changes, result: findEnd() === null };
    return endless.result;
  };
  /** The first animation that comes to an end by itself, or null. */
  const findEnd = () => {
    for (let i = 0; i < active.length; i++) {
      if (active[i].playState === 'running' && (active[i].isTransition || active[i].timing.iterations !== Infinity)) return active[i];
    }
    return null;
  };
  /** Sets what animations lay over their elements now; does nothing when no time has passed. */
  const sample = () => {
    const now = EventLoop.now();
    if (active.length === 0 && overlaid.length === 0) return;
    if (changes === sampledChanges) {
      if (now === sampledAt) return;
      if (EventLoop.isLookedAt() && now - sampledAt < LAG_MS_MAX && areEndless()) return;
    }
    sampledAt = now;
    sampledChanges = changes;
    const { elements, overlays } = byElement(now);
    for (let i = 0; i < overlaid.length; i++) {
      if (overlays.has(overlaid[i])) continue;
      overlaid[i][kOverlay] = null;
      StyleListeners.elementChanged(overlaid[i]);
    }
    for (let i = 0; i < elements.length; i++) layOver(elements[i], overlays.get(elements[i]));
    overlaid = elements;
  };
  const layOver = (element, overlay) => {
    const old = element[kOverlay] ?? null;
    const isEmpty = overlay.animations.length === 0 && overlay.transitions.length === 0;
    if (isEmpty ? old === null : old !== null && sameEntries(old.animations, overlay.animations) && sameEntries(old.transitions, overlay.transitions)) return;
    overlay.id = nextOverlay++;
    element[kOverlay] = isEmpty ? null : overlay;
    StyleListeners.elementChanged(element);
  };
  /** What a new animation shows at once, during the update of styles that started it. */
  const sampleElement = (element) => {
    const overlay = { id: nextOverlay++, animations: [], transitions: [] };
    const now = EventLoop.now();
    for (let i = 0; i < active.length; i++) {
      if (active[i].element === element) active[i].sampleInto(active[i].isTransition ? overlay.transitions : overlay.animations, now, element[kBaseStyle] ?? null);
    }
    element[kOverlay] = overlay.animations.length === 0 && overlay.transitions.length === 0 ? null : overlay;
    if (ArrayIndexOf(overlaid, element) < 0) ArrayPush(overlaid, element);
  };

  const queueEvent = (target, event) => ArrayPush(events, { target, event });
  const cssEvent = (state, type, elapsed) => {
    const seconds = MathMax(0, elapsed) / 1000;
    const event = state.isTransition
      ? new (TransitionEvent())('transition' + type, { bubbles: true, propertyName: Properties.names[state.property], elapsedTime: seconds })
      : new (AnimationEvent())('animation' + type, { bubbles: true, animationName: state.name, elapsedTime: seconds });
    queueEvent(state.element, event);
  };

  /** Starts what is pending, and queues the events of what began, repeated or ended since the last frame. */
  const advance = (now) => {
    for (let i = 0; i < active.length; i++) {
      const state = active[i];
      if (state.playState === 'running' && state.startTime === null) {
        state.startTime = now - state.holdTime / (state.rate || 1);
        changes++;
      }
      if (state.element !== null && !state.element[kConnected] && state.isCSS) {
        cancel(state);
        i--;
        continue;
      }
      if (state.playState !== 'running') continue;
      noteProgress(state, now);
      const time = state.currentTime(now);
      if (state.rate > 0 ? time >= state.endTime() : time <= 0 && state.rate < 0) {
        finish(state);
        if (active[i] !== state) i--;
      }
    }
  };
  const noteProgress = (state, now) => {
    if (!state.isCSS) return;
    const { phase, iteration } = state.state(now);
    if (!state.hasStarted && phase !== 'before') {
      state.hasStarted = true;
      cssEvent(state, 'start', MathMax(0, -state.timing.delay));
    }
    if (!state.isTransition && phase === 'active' && iteration > state.iteration) {
      state.iteration = iteration;
      cssEvent(state, 'iteration', iteration * state.timing.duration);
    }
  };
  /** Ends an animation: events, the `finished` promise, and the end of its effect unless it fills. */
  const finish = (state) => {
    state.playState = 'finished';
    state.holdTime = state.rate < 0 ? 0 : state.endTime();
    state.startTime = null;
    if (state.isCSS && !state.hasStarted) {
      state.hasStarted = true;
      cssEvent(state, 'start', MathMax(0, -state.timing.delay));
    }
    if (state.isCSS) cssEvent(state, 'end', state.isTransition ? state.timing.duration : state.activeDuration());
    settle(state, true);
    const { fill } = state.timing;
    if (state.isTransition || !(fill === 'forwards' || fill === 'both')) drop(state);
    else touch(state);
  };
  /** Settles the promise and queues the `finish` or `cancel` event of the page's object. */
  const settle = (state, finished) => {
    state.settled = true;
    if (state.object === null) return;
    if (state.resolvers !== null) {
      if (finished) state.resolvers.resolve(state.object);
      else state.resolvers.reject(new (DOMException())('The user aborted a request.', 'AbortError'));
    }
    queueEvent(state.object, new (AnimationPlaybackEvent())(finished ? 'finish' : 'cancel', {
      currentTime: finished ? state.currentTime(EventLoop.now()) : null, timelineTime: EventLoop.now(),
    }));
  };
  const cancel = (state) => {
    if (state.playState === 'idle') return;
    const wasFinished = state.playState === 'finished';
    state.playState = 'idle';
    if (state.isCSS && !wasFinished && (state.isTransition || state.hasStarted)) cssEvent(state, 'cancel', 0);
    if (!wasFinished) settle(state, false);
    state.startTime = null;
    state.holdTime = 0;
    drop(state);
  };

  EventLoop.onFrame((timestamp) => {
    if (active.length > 0 && events.length === 0) {
      advance(timestamp);
      // Promises that have been settled come before the events.
      if (events.length > 0) return true;
    }
    if (events.length === 0) return false;
    const { target, event } = ArrayShift(events);
    dispatchTrusted(target, event);
    return true;
  });
  /** Gives those a time to start from that have begun by now; how far they are gets computed when somebody looks. */
  const begin = (timestamp) => {
    Cascade.update(false);
    for (let i = 0; i < active.length; i++) {
      const state = active[i];
      if (state.playState === 'running' && state.startTime === null) {
        state.startTime = timestamp - state.holdTime / (state.rate || 1);
        changes++;
      }
    }
  };
  AnimationHook.sample = sample;

  return {
    AnimationState, begin, add, drop, cancel, finish, sampleElement, cssEvent, touch, queueEvent,
    active: () => active,
    of: (element) => ArrayFilter(active, (state) => state.element === element),
  };
})();
