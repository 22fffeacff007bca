// Transitions (https://www.w3.org/TR/css-transitions-1/) and @keyframes (https://www.w3.org/TR/css-animations-1/).

{
  const item = (text, index) => {
    const items = CSSSyntax.split(text, ',');
    return items[index % items.length];
  };

  // --- Transitions
  /** {duration, delay, easing} for a property, or null when it has no transition. */
  const transitionOf = (values, index) => {
    const names = CSSSyntax.split(values[P.transitionProperty], ',');
    for (let i = names.length - 1; i >= 0; i--) {
      const name = StringToLowerCase(names[i]);
      if (name !== 'all' && Properties.index(Properties.canonicalName(name)) !== index && !isPartOf(name, index)) continue;
      const duration = CSSValues.time(item(values[P.transitionDuration], i)) ?? 0;
      const delay = CSSValues.time(item(values[P.transitionDelay], i)) ?? 0;
      if (duration + delay <= 0) return null;
      return { duration, delay, easing: AnimationValues.easing(item(values[P.transitionTimingFunction], i)) ?? AnimationValues.easing('ease') };
    }
    return null;
  };
  const isPartOf = (name, index) => {
    const shorthand = Shorthands.get(Properties.canonicalName(name));
    return shorthand !== undefined && ArrayIndexOf(shorthand.longhands, index) >= 0;
  };
  const isTransitionable = (index) => index !== P.display && index !== P.position
    && !StringStartsWith(Properties.names[index], 'transition') && !StringStartsWith(Properties.names[index], 'animation');

  const runningTransition = (element, index) => {
    const active = Animations.active();
    for (let i = 0; i < active.length; i++) if (active[i].element === element && active[i].isTransition && active[i].property === index) return active[i];
    return null;
  };
  const startTransitions = (element, old, record) => {
    const { values } = record;
    cancelUncovered(element, values);
    if (values[P.transitionDuration] === '0s' && values[P.transitionDelay] === '0s') {
      endTransitions(element, old, record);
      return;
    }
    if (old.values[P.display] === 'none' || values[P.display] === 'none') return;
    for (let index = 0; index < Properties.count; index++) {
      if (old.values[index] === values[index] || !isTransitionable(index)) continue;
      const running = runningTransition(element, index);
      const from = running === null ? old.values[index] : element[kStyle].values[index];
      if (running !== null) Animations.cancel(running);
      const timing = transitionOf(values, index);
      if (timing === null || from === values[index] || !AnimationValues.canInterpolate(index, from, values[index])) continue;
      start(element, index, from, values[index], timing);
    }
  };
  /** What `transition-property` no longer names, or isn't rendered any more, stops where it is going to. */
  const cancelUncovered = (element, values) => {
    const states = Animations.of(element);
    for (let i = 0; i < states.length; i++) {
      if (states[i].isTransition && (values[P.display] === 'none' || !isCovered(values, states[i].property))) Animations.cancel(states[i]);
    }
  };
  const isCovered = (values, index) => {
    const names = CSSSyntax.split(values[P.transitionProperty], ',');
    for (let i = 0; i < names.length; i++) {
      const name = StringToLowerCase(names[i]);
      if (name === 'all' || Properties.index(Properties.canonicalName(name)) === index || isPartOf(name, index)) return true;
    }
    return false;
  };
  /** A property that changes again without a transition ends the one under way. */
  const endTransitions = (element, old, record) => {
    const states = Animations.of(element);
    for (let i = 0; i < states.length; i++) {
      if (states[i].isTransition && old.values[states[i].property] !== record.values[states[i].property]) Animations.cancel(states[i]);
    }
  };
  const frame = (offset, index, text, easing) => {
    const values = new SafeMap();
    values.set(index, text);
    return { offset, easing, values };
  };
  const start = (element, index, from, to, { duration, delay, easing }) => {
    const state = new Animations.AnimationState(element, [frame(0, index, from, null), frame(1, index, to, null)],
      { duration: MathMax(0, duration), delay, endDelay: 0, iterations: 1, direction: 'normal', fill: 'backwards', easing });
    state.isTransition = true;
    state.isCSS = true;
    state.property = index;
    Animations.add(state);
    Animations.cssEvent(state, 'run', 0);
  };

  // --- @keyframes
  const compiledFrames = new SafeWeakMap();
  const OFFSETS = { __proto__: null, from: 0, to: 1 };
  /** A rule's frames in order: [{offset, entries, easing text}]. */
  const framesOf = (rule) => {
    let frames = compiledFrames.get(rule);
    if (frames !== undefined) return frames;
    frames = [];
    for (let i = 0; i < rule.rules.length; i++) {
      const selectors = CSSSyntax.split(rule.rules[i].prelude, ',');
      const { normal } = Declarations.block(rule.rules[i].declarations);
      for (let j = 0; j < selectors.length; j++) {
        const offset = OFFSETS[StringToLowerCase(selectors[j])] ?? NumberParseFloat(selectors[j]) / 100;
        if (offset >= 0 && offset <= 1) ArrayPush(frames, { offset, entries: normal });
      }
    }
    ArraySort(frames, (a, b) => a.offset - b.offset);
    compiledFrames.set(rule, frames);
    return frames;
  };
  /** The frames with values computed for an element. */
  const computedFrames = (element, record, frames, defaultEasing) => {
    const parent = element[kParent];
    const parentRecord = parent !== null && parent[kStyle] ? parent[kStyle] : null;
    const out = [];
    for (let i = 0; i < frames.length; i++) {
      const values = new SafeMap();
      let easing = AnimationValues.easing(defaultEasing);
      const computed = ComputedStyle.withEntries(parentRecord, record, frames[i].entries);
      computed.indexes.forEach((index) => {
        if (index === P.animationTimingFunction) easing = AnimationValues.easing(computed.values[index]) ?? easing;
        else if (isTransitionable(index)) values.set(index, computed.values[index]);
      });
      ArrayPush(out, { offset: frames[i].offset, easing, values });
    }
    return out;
  };

  const updateAnimations = (element, old, record) => {
    const { values } = record;
    const names = values[P.display] === 'none' || values[P.animationName] === 'none' ? [] : CSSSyntax.split(values[P.animationName], ',');
    const states = Animations.of(element);
    for (let i = 0; i < states.length; i++) {
      const state = states[i];
      if (!state.isCSS || state.isTransition) continue;
      if (ArrayIndexOf(names, state.name) < 0) Animations.cancel(state);
    }
    for (let i = 0; i < names.length; i++) updateAnimation(element, record, names[i], i, states);
  };
  const kPlayedAnimations = Symbol('playedAnimations');
  const updateAnimation = (element, record, name, place, states) => {
    const { values } = record;
    for (let i = 0; i < states.length; i++) {
      const state = states[i];
      if (state.name !== name || !state.isCSS || state.isTransition) continue;
      setPaused(state, item(values[P.animationPlayState], place) === 'paused');
      return;
    }
    const rule = StyleSheets.keyframesNamed(name);
    // A finished animation that doesn't fill is no longer among the active ones, yet must not begin again.
    const played = element[kPlayedAnimations] ?? (element[kPlayedAnimations] = new SafeMap());
    if (rule === undefined || played.get(name) === rule) return;
    played.set(name, rule);
    const count = item(values[P.animationIterationCount], place);
    const state = new Animations.AnimationState(element, computedFrames(element, record, framesOf(rule), item(values[P.animationTimingFunction], place)), {
      duration: CSSValues.time(item(values[P.animationDuration], place)) ?? 0, delay: CSSValues.time(item(values[P.animationDelay], place)) ?? 0,
      endDelay: 0, iterations: count === 'infinite' ? Infinity : +count, direction: item(values[P.animationDirection], place),
      fill: item(values[P.animationFillMode], place), easing: AnimationValues.easing('linear'),
    });
    state.isCSS = true;
    state.name = name;
    Animations.add(state);
    setPaused(state, item(values[P.animationPlayState], place) === 'paused');
  };
  const setPaused = (state, paused) => {
    if (paused && state.playState === 'running') {
      state.holdTime = state.currentTime(EventLoop.now());
      state.startTime = null;
      state.playState = 'paused';
    } else if (!paused && state.playState === 'paused') state.playState = 'running';
  };
  /** Names that an element's style no longer gives may begin anew when they come back. */
  const forgetPlayed = (element, old, record) => {
    const played = element[kPlayedAnimations];
    if (played === undefined) return;
    const names = record.values[P.display] === 'none' ? [] : CSSSyntax.split(record.values[P.animationName], ',');
    played.forEach((_, name) => { if (ArrayIndexOf(names, name) < 0) played.delete(name); });
  };

  AnimationHook.baseChanged = (element, old, record) => {
    if (old === record) return;
    if (old === null) element[kPlayedAnimations] = undefined;
    forgetPlayed(element, old, record);
    if (old !== null) startTransitions(element, old, record);
    if (record.values[P.animationName] !== 'none' || (old !== null && old.values[P.animationName] !== 'none')) updateAnimations(element, old, record);
    // One that is over leaves at once.
    if (element[kOverlay] || Animations.of(element).length > 0) Animations.sampleElement(element);
  };
}
