// The rest of a real browser's time on the virtual clock: timestamps, animations, loads that take real time, and the
// real window, which the page is not to notice.

const NativeWork = (() => {
  const { document, AnimationEvent, CSSAnimation, CSSTransition, TransitionEvent } = globalThis;
  const getAnimations = uncurryThis(globalThis.Document.prototype.getAnimations);
  let observing = false;
  let loading = 0;
  /** Frames that the browser needs to tell a page's own animation object that it has ended. */
  const FRAMES_AFTER_FINISH = 1;
  let framesWanted = 0;

  const accessor = (prototype, name, get) => ObjectDefineProperty(prototype, name, { get, configurable: true, enumerable: true });
  accessor(globalThis.Event.prototype, 'timeStamp', () => EventLoop.now());
  accessor(globalThis.AnimationTimeline.prototype, 'currentTime', () => EventLoop.frameTimestamp());
  accessor(document, 'hidden', () => false);
  accessor(document, 'visibilityState', () => 'visible');
  document.hasFocus = () => true;

  // Animations stand still and are moved on by hand. One that a frame's callbacks began, began with that frame. The
  // browser's own clock must not run away with what the document begins while it loads, so a style sheet that no
  // script can find holds them from the start.
  const holding = new globalThis.CSSStyleSheet();
  holding.replaceSync('*, ::before, ::after { animation-play-state: paused !important }');
  document.adoptedStyleSheets = [holding];
  const started = new SafeWeakMap();
  const adoptAnimations = () => {
    const animations = getAnimations(document);
    for (let i = 0; i < animations.length; i++) {
      if (started.has(animations[i]) || animations[i].playState === 'finished') continue;
      animations[i].pause();
      animations[i].currentTime = 0;
      started.set(animations[i], EventLoop.frameTimestamp());
    }
  };
  /** The events of animations that have ended, dispatched one a turn; the browser's own would come some frames later. */
  const ended = [];
  let movedAt = -1;
  const moveAnimations = (timestamp) => {
    const animations = getAnimations(document);
    for (let i = 0; i < animations.length; i++) {
      const animation = animations[i];
      if (!started.has(animation) || animation.playState !== 'paused') continue;
      const time = timestamp - started.get(animation);
      const { endTime, activeDuration } = animation.effect.getComputedTiming();
      if (time < endTime) {
        animation.currentTime = time;
        continue;
      }
      animation.finish();
      framesWanted = FRAMES_AFTER_FINISH;
      noteEnd(animation, activeDuration / 1000);
    }
  };
  const noteEnd = (animation, elapsedTime) => {
    const { target } = animation.effect;
    if (animation instanceof CSSTransition) {
      ArrayPush(ended, { target, event: new TransitionEvent('transitionend', { bubbles: true, propertyName: animation.transitionProperty, elapsedTime }) });
    } else if (animation instanceof CSSAnimation) {
      ArrayPush(ended, { target, event: new AnimationEvent('animationend', { bubbles: true, animationName: animation.animationName, elapsedTime }) });
    }
  };
  const stepAnimations = (timestamp) => {
    if (movedAt !== timestamp) {
      movedAt = timestamp;
      moveAnimations(timestamp);
    }
    if (ended.length === 0) return false;
    const { target, event } = ArrayShift(ended);
    dispatchEvent(target, event);
    return true;
  };
  EventLoop.onFrame(stepAnimations);
  EventLoop.afterFrameCallbacks(adoptAnimations);
  document.addEventListener('readystatechange', adoptAnimations);

  const watchObserver = (Interface) => {
    const { observe } = Interface.prototype;
    Interface.prototype.observe = function (...values) {
      observing = true;
      return ReflectApply(observe, this, values);
    };
  };
  watchObserver(globalThis.ResizeObserver);
  watchObserver(globalThis.IntersectionObserver);

  const { prototype } = globalThis.HTMLImageElement;
  const source = ObjectGetOwnPropertyDescriptor(prototype, 'src');
  ObjectDefineProperty(prototype, 'src', {
    ...source,
    set(value) {
      loading += 1;
      const done = () => {
        loading -= 1;
        this.removeEventListener('load', done);
        this.removeEventListener('error', done);
      };
      this.addEventListener('load', done);
      this.addEventListener('error', done);
      ReflectApply(source.set, this, [value]);
    },
  });

  // A person's own keys and changes of window are not part of what is played, nor is the browser's own end of an
  // animation; a glass pane keeps the mouse away.
  const hide = (event) => {
    const isKey = event.type === 'keydown' || event.type === 'keypress' || event.type === 'keyup';
    const isEnd = event.type === 'animationend' || event.type === 'transitionend';
    if (!event.isTrusted || !(isKey || isEnd || event.target === globalThis || event.target === document)) return;
    event.stopImmediatePropagation();
    if (isKey) event.preventDefault();
  };
  const hidden = ['keydown', 'keypress', 'keyup', 'blur', 'focus', 'visibilitychange', 'resize', 'animationend', 'transitionend'];
  for (let i = 0; i < hidden.length; i++) globalThis.addEventListener(hidden[i], hide, true);

  return {
    adoptAnimations,
    /** Whether the browser has to draw a frame before the page goes on, so that it tells what it has to tell. */
    takeFrameRequest() {
      if (framesWanted === 0) return loading > 0;
      framesWanted -= 1;
      return true;
    },
    wantsEveryFrame: () => observing,
  };
})();
