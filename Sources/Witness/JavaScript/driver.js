// What the watching page calls: the prelude's clock and input at work on the browser's own page.

// What the page logs is noted for the digest, and shown in the browser's own console.
{
  const noted = globalThis.console;
  const names = ObjectKeys(noted);
  for (let i = 0; i < names.length; i++) {
    const note = noted[names[i]];
    const show = nativeConsole[names[i]];
    if (typeof show !== 'function') continue;
    noted[names[i]] = (...values) => {
      note(...values);
      return ReflectApply(show, nativeConsole, values);
    };
  }
}

const driver = (() => {
  const inputOf = {
    keyDown: ({ _0: stroke, isRepeat }) => Input.key('keydown', { ...stroke, repeat: isRepeat }),
    keyUp: ({ _0: stroke }) => Input.key('keyup', stroke),
    click({ _0: selector }) {
      const element = DocumentState.document.querySelector(selector);
      if (element !== null) Input.clickElement(element);
    },
    clickAt: ({ x, y }) => Input.mouse('click', x, y),
    touchStart: ({ x, y }) => Input.touch('touchstart', [{ identifier: 0, x, y }]),
    touchMove: ({ x, y }) => Input.touch('touchmove', [{ identifier: 0, x, y }]),
    stall: ({ milliseconds }) => EventLoop.stall(milliseconds),
    touchEnd: ({ x, y }) => Input.touch('touchend', [{ identifier: 0, x, y }]),
  };

  return {
    now: EventLoop.now,
    nextFrameTime: EventLoop.nextFrameTime,
    frameCount: EventLoop.frameCount,
    /** Runs the next callback that is due by then; 0 when there is none. The caller ends its task after each. */
    step: EventLoop.step,
    /** Queues an input as traces write it down: an object with one member, named for what is done. */
    apply(action) {
      const [kind] = ObjectKeys(action);
      inputOf[kind](action[kind]);
    },
    takeFrameRequest: NativeWork.takeFrameRequest,
    wantsEveryFrame: NativeWork.wantsEveryFrame,
    look(withBoxes) {
      NativeWork.adoptAnimations();
      return PageDigest.look(withBoxes);
    },
    pixels: PageDigest.pixels,
    records: Records.all,
  };
})();
