// The page's view of animations: https://www.w3.org/TR/web-animations-1/#programming-interface

const WebAnimations = defineLazyGlobals([
  'AnimationEffect', 'KeyframeEffect', 'AnimationTimeline', 'DocumentTimeline', 'Animation', 'CSSAnimation', 'CSSTransition',
], () => {
  const { Animations, Cascade, ComputedStyle } = Rendering();
  const kState = Symbol('animationState');
  const kEffect = Symbol('effect');

  // --- Keyframes and timing as pages give them
  const propertyOf = (name) => {
    if (name === 'cssFloat') return 'float';
    let out = '';
    for (let i = 0; i < name.length; i++) {
      const lower = StringToLowerCase(name[i]);
      out += lower === name[i] ? name[i] : '-' + lower;
    }
    return out;
  };
  const RESERVED = { __proto__: null, offset: 1, easing: 1, composite: 1, computedOffset: 1 };
  const entriesOf = (frame) => {
    const entries = [];
    const names = ObjectKeys(frame);
    for (let i = 0; i < names.length; i++) {
      if (RESERVED[names[i]] !== undefined || frame[names[i]] === undefined || frame[names[i]] === null) continue;
      const expanded = Declarations.expand(propertyOf(names[i]), `${frame[names[i]]}`);
      for (let j = 0; expanded !== null && j < expanded.length; j++) ArrayPush(entries, expanded[j]);
    }
    return entries;
  };
  /** {opacity: [0, 1]} turned into a list of frames. */
  const framesFromColumns = (columns) => {
    const frames = [];
    const names = ObjectKeys(columns);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name === 'offset' || name === 'easing' || name === 'composite') continue;
      const list = ArrayIsArray(columns[name]) ? columns[name] : [columns[name]];
      for (let j = 0; j < list.length; j++) {
        const offset = list.length === 1 ? 1 : j / (list.length - 1);
        let frame = ArrayFind(frames, (known) => known.offset === offset);
        if (frame === undefined) {
          frame = { offset };
          ArrayPush(frames, frame);
        }
        frame[name] = list[j];
      }
    }
    ArraySort(frames, (a, b) => a.offset - b.offset);
    const easings = columns.easing === undefined ? [] : ArrayIsArray(columns.easing) ? columns.easing : [columns.easing];
    for (let i = 0; i < frames.length && easings.length > 0; i++) frames[i].easing = easings[i % easings.length];
    return frames;
  };
  const spaced = (frames) => {
    const offsets = [];
    for (let i = 0; i < frames.length; i++) ArrayPush(offsets, frames[i].offset === undefined || frames[i].offset === null ? NaN : +frames[i].offset);
    if (offsets.length > 0 && NumberIsNaN(offsets[offsets.length - 1])) offsets[offsets.length - 1] = 1;
    if (offsets.length > 1 && NumberIsNaN(offsets[0])) offsets[0] = 0;
    for (let i = 1; i < offsets.length; i++) {
      if (!NumberIsNaN(offsets[i])) continue;
      let next = i;
      while (NumberIsNaN(offsets[next])) next++;
      for (let j = i; j < next; j++) offsets[j] = offsets[i - 1] + (offsets[next] - offsets[i - 1]) * (j - i + 1) / (next - i + 1);
    }
    return offsets;
  };
  const readFrames = (given) => {
    if (given === null || given === undefined) return [];
    const frames = typeof given[SymbolIterator] === 'function' ? arrayFromIterable(given) : framesFromColumns(given);
    const offsets = spaced(frames);
    const out = [];
    for (let i = 0; i < frames.length; i++) {
      const easing = frames[i].easing === undefined ? 'linear' : `${frames[i].easing}`;
      if (AnimationValues.easing(easing) === null) throw new TypeError("Failed to execute 'animate' on 'Element': '" + easing + "' is not a valid value for easing");
      if (!(offsets[i] >= 0 && offsets[i] <= 1)) throw new TypeError("Failed to execute 'animate' on 'Element': Offsets must be null or in the range [0,1].");
      ArrayPush(out, { offset: offsets[i], easing, entries: entriesOf(frames[i]), given: frames[i] });
    }
    return out;
  };
  const readTiming = (options) => {
    const given = typeof options === 'number' ? { duration: options } : options ?? {};
    const duration = given.duration === undefined || given.duration === 'auto' ? 0 : +given.duration;
    const iterations = given.iterations === undefined ? 1 : +given.iterations;
    if (!(duration >= 0)) throw new TypeError("Failed to execute 'animate' on 'Element': duration must be non-negative or auto");
    if (!(iterations >= 0)) throw new TypeError("Failed to execute 'animate' on 'Element': iterationCount must be non-negative.");
    const easing = given.easing === undefined ? 'linear' : `${given.easing}`;
    if (AnimationValues.easing(easing) === null) throw new TypeError("Failed to execute 'animate' on 'Element': '" + easing + "' is not a valid value for easing");
    return {
      duration, iterations, delay: +(given.delay ?? 0), endDelay: +(given.endDelay ?? 0), direction: given.direction ?? 'normal',
      fill: given.fill === undefined || given.fill === 'auto' ? 'none' : `${given.fill}`, easing: AnimationValues.easing(easing), easingText: easing,
    };
  };
  const compute = (element, frames) => {
    const record = element === null ? null : Cascade.recordOf(element);
    const out = [];
    for (let i = 0; i < frames.length; i++) {
      const values = new SafeMap();
      const { offset, easing, entries } = frames[i];
      if (record !== null) {
        const computed = ComputedStyle.withEntries(element[kParent]?.[kStyle] ?? null, record, entries);
        computed.indexes.forEach((index) => values.set(index, computed.values[index]));
      }
      ArrayPush(out, { offset, easing: AnimationValues.easing(easing), values });
    }
    return out;
  };

  // --- Interfaces
  class AnimationEffect {
    getTiming() {
      const { duration, iterations, delay, endDelay, direction, fill, easingText } = this[kEffect].timing;
      return { delay, direction, duration, easing: easingText ?? 'linear', endDelay, fill, iterationStart: 0, iterations };
    }
    getComputedTiming() {
      const { state } = this[kEffect];
      const now = state === null ? { phase: 'idle', progress: null, iteration: null } : state.state(EventLoop.now());
      const timing = this.getTiming();
      const activeDuration = timing.duration * timing.iterations || 0;
      return {
        ...timing, activeDuration, endTime: MathMax(0, timing.delay + activeDuration + timing.endDelay), currentIteration: now.iteration,
        localTime: state === null ? null : state.currentTime(EventLoop.now()), progress: now.progress,
      };
    }
    updateTiming(options) {
      const effect = this[kEffect];
      effect.timing = readTiming({ ...this.getTiming(), ...options });
      if (effect.state !== null) {
        effect.state.timing = effect.timing;
        Animations.touch(effect.state);
      }
    }
  }
  exposeInterface('AnimationEffect', AnimationEffect);
  class KeyframeEffect extends AnimationEffect {
    constructor(target, keyframes, options) {
      super();
      if (target instanceof KeyframeEffect) this[kEffect] = { ...target[kEffect], state: null };
      else this[kEffect] = { target: target ?? null, frames: readFrames(keyframes), timing: readTiming(options), state: null };
    }
    get target() { return this[kEffect].target; }
    get pseudoElement() { return null; }
    get composite() { return 'replace'; }
    getKeyframes() {
      return ArrayMap(this[kEffect].frames, (frame) => ({ ...frame.given, computedOffset: frame.offset, easing: frame.easing, composite: 'auto' }));
    }
    setKeyframes(keyframes) {
      const effect = this[kEffect];
      effect.frames = readFrames(keyframes);
      if (effect.state !== null) {
        effect.state.keyframes = compute(effect.target, effect.frames);
        Animations.touch(effect.state);
      }
    }
  }
  exposeInterface('KeyframeEffect', KeyframeEffect);

  class AnimationTimeline {
    get currentTime() { return EventLoop.frameTimestamp(); }
  }
  exposeInterface('AnimationTimeline', AnimationTimeline);
  class DocumentTimeline extends AnimationTimeline {
    constructor() { super(); }
  }
  exposeInterface('DocumentTimeline', DocumentTimeline);
  const timeline = new DocumentTimeline();

  const isActive = (state) => ArrayIndexOf(Animations.active(), state) >= 0;
  class Animation extends EventTarget {
    constructor(effect = null) {
      super();
      const given = effect === null ? { target: null, frames: [], timing: readTiming(0) } : effect[kEffect];
      const state = new Animations.AnimationState(given.target, compute(given.target, given.frames), given.timing);
      state.playState = 'idle';
      bind(this, state, effect);
    }
    get effect() { return this[kEffect]; }
    get timeline() { return timeline; }
    get playState() { return this[kState].playState; }
    get pending() { return this[kState].playState === 'running' && this[kState].startTime === null; }
    get replaceState() { return 'active'; }
    get startTime() { return this[kState].startTime; }
    set startTime(value) {
      this[kState].startTime = value === null ? null : +value;
      Animations.touch(this[kState]);
    }
    get currentTime() { return this[kState].currentTime(EventLoop.now()); }
    set currentTime(value) {
      const state = this[kState];
      state.holdTime = +value;
      state.startTime = null;
      if (state.playState === 'idle') state.playState = 'paused';
      if (!isActive(state)) Animations.add(state);
      Animations.touch(state);
    }
    get playbackRate() { return this[kState].rate; }
    set playbackRate(value) { this.updatePlaybackRate(value); }
    get ready() { return PromiseResolve(this); }
    get finished() { return finishedOf(this); }
    play() {
      const state = this[kState];
      if (state.playState === 'running') return;
      const now = state.currentTime(EventLoop.now()) ?? 0;
      const ended = state.playState === 'finished' || state.playState === 'idle' || now >= state.endTime();
      if (state.settled) renew(this);
      state.holdTime = ended ? (state.rate < 0 ? state.endTime() : 0) : now;
      state.startTime = null;
      state.playState = 'running';
      if (!isActive(state)) Animations.add(state);
    }
    pause() {
      const state = this[kState];
      state.holdTime = state.currentTime(EventLoop.now()) ?? 0;
      state.startTime = null;
      state.playState = 'paused';
      if (!isActive(state)) Animations.add(state);
      Animations.touch(state);
    }
    cancel() { Animations.cancel(this[kState]); }
    finish() {
      const state = this[kState];
      if (state.endTime() === Infinity && state.rate > 0) throwDOMException('InvalidStateError', "Failed to execute 'finish' on 'Animation': Cannot finish Animation with an infinite target effect end.");
      if (state.playState !== 'finished') {
        if (!isActive(state)) Animations.add(state);
        Animations.finish(state);
      }
    }
    reverse() {
      const state = this[kState];
      const now = state.currentTime(EventLoop.now()) ?? 0;
      if (state.settled) renew(this);
      state.rate = -state.rate;
      state.holdTime = state.rate < 0 && now <= 0 ? state.endTime() : state.rate > 0 && now >= state.endTime() ? 0 : now;
      state.startTime = null;
      state.playState = 'running';
      if (!isActive(state)) Animations.add(state);
    }
    updatePlaybackRate(rate) {
      const state = this[kState];
      state.holdTime = state.currentTime(EventLoop.now()) ?? 0;
      state.startTime = null;
      state.rate = +rate;
      Animations.touch(state);
    }
    persist() {}
    commitStyles() {
      const state = this[kState];
      const entries = [];
      state.sampleInto(entries, EventLoop.now(), state.element[kBaseStyle] ?? null);
      const style = InlineStyle.of(state.element);
      for (let i = 0; i < entries.length; i++) style.setProperty(Properties.names[entries[i].index], entries[i].text);
    }
  }
  defineEventHandlers(Animation.prototype, ['finish', 'cancel', 'remove']);
  exposeInterface('Animation', Animation);
  class CSSAnimation extends Animation {
    get animationName() { return this[kState].name; }
  }
  exposeInterface('CSSAnimation', CSSAnimation);
  class CSSTransition extends Animation {
    get transitionProperty() { return Properties.names[this[kState].property]; }
  }
  exposeInterface('CSSTransition', CSSTransition);

  const bind = (animation, state, effect) => {
    ObjectDefineProperty(animation, kState, { value: state });
    ObjectDefineProperty(animation, kEffect, { value: effect });
    ObjectDefineProperty(animation, kFinished, { value: { promise: null }, writable: true });
    state.object = animation;
    if (effect !== null) effect[kEffect].state = state;
  };
  const kFinished = Symbol('finished');
  /** The `finished` promise, made when first asked for: a rejected one that nobody asked for must not be reported. */
  const finishedOf = (animation) => {
    const held = animation[kFinished];
    const state = animation[kState];
    if (held.promise !== null) return held.promise;
    if (state.playState === 'finished') return held.promise = PromiseResolve(animation);
    held.promise = new Promise((resolve, reject) => { state.resolvers = { resolve, reject }; });
    return held.promise;
  };
  const renew = (animation) => {
    animation[kFinished].promise = null;
    animation[kState].settled = false;
    animation[kState].resolvers = null;
  };
  /** The object of an animation that style sheets started. */
  const objectOf = (state) => {
    if (state.object !== null) return state.object;
    const Class = state.isTransition ? CSSTransition : CSSAnimation;
    const effect = new KeyframeEffect(state.element, [], 0);
    const animation = ObjectCreate(Class.prototype);
    effect[kEffect].timing = state.timing;
    bind(animation, state, effect);
    return animation;
  };
  const animationsWhere = (test) => {
    Cascade.update();
    const active = Animations.active();
    const out = [];
    for (let i = 0; i < active.length; i++) if (test(active[i])) ArrayPush(out, objectOf(active[i]));
    return out;
  };
  const animate = (element, keyframes, options) => {
    const effect = new KeyframeEffect(element, keyframes, options);
    const animation = new Animation(effect);
    animation.id = typeof options === 'object' && options !== null && options.id !== undefined ? `${options.id}` : '';
    animation.play();
    return animation;
  };

  return { animate, animationsWhere, timeline };
});

defineMembers(Element.prototype, {
  animate(keyframes, options) {
    return WebAnimations().animate(this, keyframes, options);
  },
  getAnimations(options) {
    const subtree = Boolean(options?.subtree);
    return WebAnimations().animationsWhere((state) => state.element === this || (subtree && state.element !== null && isAncestorOrSelf(this, state.element)));
  },
});
defineMembers(Document.prototype, {
  getAnimations() { return WebAnimations().animationsWhere(() => true); },
  get timeline() { return WebAnimations().timeline; },
});
