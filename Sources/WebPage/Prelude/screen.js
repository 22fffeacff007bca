// Screen, its orientation, and the fixed facts about the window on it (CSSOM View § 4.3). Sizes of the viewport itself
// belong to cssom-view.js.
defineLazyGlobals(['screen', 'Screen', 'ScreenOrientation', 'screenX', 'screenY', 'screenLeft', 'screenTop', 'locationbar', 'menubar', 'personalbar', 'scrollbars', 'statusbar', 'toolbar'], () => {
  class ScreenOrientation extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  defineMembers(ScreenOrientation.prototype, {
    get type() { return 'landscape-primary'; },
    get angle() { return 0; },
    lock: () => PromiseReject(new (DOMException())('screen.orientation.lock() is not available on this device.', 'NotSupportedError')),
    unlock() {},
  });
  defineEventHandlers(ScreenOrientation.prototype, ['change']);
  exposeInterface('ScreenOrientation', ScreenOrientation);
  const orientation = new ScreenOrientation(kInternal);

  class Screen extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  defineMembers(Screen.prototype, {
    get width() { return settings.viewportWidth; },
    get height() { return settings.viewportHeight; },
    get availWidth() { return settings.viewportWidth; },
    get availHeight() { return settings.viewportHeight; },
    get availLeft() { return 0; },
    get availTop() { return 0; },
    get colorDepth() { return 24; },
    get pixelDepth() { return 24; },
    get isExtended() { return false; },
    get orientation() { return orientation; },
  });
  exposeInterface('Screen', Screen);
  const screen = new Screen(kInternal);
  defineGlobalAccessor('screen', () => screen);

  const facts = { screenX: 0, screenY: 0, screenLeft: 0, screenTop: 0 };
  const names = ObjectKeys(facts);
  for (let i = 0; i < names.length; i++) defineGlobalAccessor(names[i], () => facts[names[i]]);

  const visible = () => ({ get visible() { return true; } });
  const bars = ['locationbar', 'menubar', 'personalbar', 'scrollbars', 'statusbar', 'toolbar'];
  for (let i = 0; i < bars.length; i++) {
    const bar = visible();
    defineGlobalAccessor(bars[i], () => bar);
  }
});
