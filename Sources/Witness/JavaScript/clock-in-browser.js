// The rest of a real browser's time on the virtual clock: timestamps, animations, loads that take real time, and the
// real window, which the page is not to notice.

const NativeWork = (() => {
  const { document } = globalThis;
  const getAnimations = uncurryThis(globalThis.Document.prototype.getAnimations);
  let observing = false;
  let loading = 0;
  let finished = false;

  const accessor = (prototype, name, get) => ObjectDefineProperty(prototype, name, { get, configurable: true, enumerable: true });
  accessor(globalThis.Event.prototype, 'timeStamp', () => EventLoop.now());
  accessor(globalThis.AnimationTimeline.prototype, 'currentTime', () => EventLoop.frameTimestamp());
  accessor(document, 'hidden', () => false);
  accessor(document, 'visibilityState', () => 'visible');
  document.hasFocus = () => true;

  // Animations stand still and are moved on by hand. One that a frame's callbacks began, began with that frame.
  const started = new SafeWeakMap();
  const adoptAnimations = () => {
    const animations = getAnimations(document);
    for (let i = 0; i < animations.length; i++) {
      if (started.has(animations[i]) || animations[i].playState !== 'running') continue;
      animations[i].pause();
      animations[i].currentTime = 0;
      started.set(animations[i], EventLoop.frameTimestamp());
    }
  };
  const moveAnimations = (timestamp) => {
    const animations = getAnimations(document);
    for (let i = 0; i < animations.length; i++) {
      const animation = animations[i];
      if (!started.has(animation) || animation.playState !== 'paused') continue;
      const time = timestamp - started.get(animation);
      if (time >= animation.effect.getComputedTiming().endTime) {
        animation.finish();
        finished = true;
      } else {
        animation.currentTime = time;
      }
    }
  };
  EventLoop.onFrame(moveAnimations);
  EventLoop.afterFrameCallbacks(adoptAnimations);

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

  // A person's own keys and changes of window are not part of what is played; a glass pane keeps the mouse away.
  const hide = (event) => {
    const isKey = event.type === 'keydown' || event.type === 'keypress' || event.type === 'keyup';
    if (!event.isTrusted || !(isKey || event.target === globalThis || event.target === document)) return;
    event.stopImmediatePropagation();
    if (isKey) event.preventDefault();
  };
  const hidden = ['keydown', 'keypress', 'keyup', 'blur', 'focus', 'visibilitychange', 'resize'];
  for (let i = 0; i < hidden.length; i++) globalThis.addEventListener(hidden[i], hide, true);

  return {
    /** Whether the browser has to draw a frame before the page goes on, so that it tells what it has to tell. */
    takeFrameRequest() {
      const wanted = finished || loading > 0;
      finished = false;
      return wanted;
    },
    wantsEveryFrame: () => observing,
  };
})();
