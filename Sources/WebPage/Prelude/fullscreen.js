// Fullscreen, Pointer Lock and page visibility: granted at once, with their events.
{
  const state = { fullscreen: null, pointerLock: null };

  const enterFullscreen = (element) => new Promise((resolve) => {
    EventLoop.queueTask(() => {
      state.fullscreen = element;
      fireEvent(element, 'fullscreenchange', true);
      resolve(undefined);
    });
  });
  const exitFullscreen = () => new Promise((resolve, reject) => {
    if (state.fullscreen === null) {
      reject(new TypeError('Document not active'));
      return;
    }
    EventLoop.queueTask(() => {
      const element = state.fullscreen;
      state.fullscreen = null;
      if (element !== null) fireEvent(element, 'fullscreenchange', true);
      resolve(undefined);
    });
  });
  const setPointerLock = (element) => new Promise((resolve) => {
    EventLoop.queueTask(() => {
      state.pointerLock = element;
      fireEvent(DocumentState.document, 'pointerlockchange', true);
      resolve(undefined);
    });
  });

  defineMembers(Element.prototype, {
    requestFullscreen() { return enterFullscreen(this); },
    webkitRequestFullscreen() { enterFullscreen(this); },
    webkitRequestFullScreen() { enterFullscreen(this); },
    requestPointerLock() { return setPointerLock(this); },
  });
  defineEventHandlers(Element.prototype, ['fullscreenchange', 'fullscreenerror']);
  defineMembers(Document.prototype, {
    // These can be set without an error, and stay as they are (WebIDL's LegacyLenientSetter).
    get fullscreenElement() { return state.fullscreen; },
    set fullscreenElement(value) {},
    get webkitFullscreenElement() { return state.fullscreen; },
    get fullscreen() { return state.fullscreen !== null; },
    set fullscreen(value) {},
    get webkitIsFullScreen() { return state.fullscreen !== null; },
    get fullscreenEnabled() { return true; },
    set fullscreenEnabled(value) {},
    get webkitFullscreenEnabled() { return true; },
    exitFullscreen,
    webkitExitFullscreen() { if (state.fullscreen !== null) exitFullscreen(); },
    get pointerLockElement() { return state.pointerLock; },
    exitPointerLock() { if (state.pointerLock !== null) setPointerLock(null); },
    get hidden() { return EventLoop.isHidden(); },
    get visibilityState() { return EventLoop.isHidden() ? 'hidden' : 'visible'; },
    get webkitHidden() { return EventLoop.isHidden(); },
    get webkitVisibilityState() { return EventLoop.isHidden() ? 'hidden' : 'visible'; },
    get pictureInPictureElement() { return null; },
    get pictureInPictureEnabled() { return false; },
  });
  EventLoop.onVisibilityChange(() => { fireEvent(DocumentState.document, 'visibilitychange', true); });
}
