// Navigator (HTML § 8.9) and what hangs on it: a current Chromium on Linux without devices, sensors or permissions.
defineLazyGlobals(['navigator', 'clientInformation', 'Navigator', 'Clipboard', 'MediaDevices', 'ServiceWorkerContainer', 'Permissions', 'WakeLock', 'LockManager', 'Geolocation', 'StorageManager', 'MediaSession', 'Keyboard', 'NetworkInformation', 'UserActivation', 'NavigatorUAData', 'PluginArray'], () => {
  const VERSION = '139.0.0.0';
  const USER_AGENT = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${VERSION} Safari/537.36`;
  const language = settings.language ?? 'en-US';
  const dash = StringIndexOf(language, '-');
  const languages = ObjectFreeze(dash < 0 ? [language] : [language, StringSlice(language, 0, dash)]);

  const rejects = (name, message) => () => PromiseReject(new (DOMException())(message, name));
  const denied = (feature, name = 'NotAllowedError') => {
    const reject = rejects(name, `${feature} is not available.`);
    return () => {
      Records.missing(feature);
      return reject();
    };
  };
  /** An object that looks like the only instance of an interface. */
  const singleton = (interfaceName, members, handlers = []) => {
    const Interface = {
      [interfaceName]: class extends EventTarget {
        constructor(token) {
          refuseConstruction(token);
          super();
        }
      },
    }[interfaceName];
    defineMembers(Interface.prototype, members);
    defineEventHandlers(Interface.prototype, handlers);
    exposeInterface(interfaceName, Interface);
    return new Interface(kInternal);
  };

  let clipboardText = '';
  const clipboard = singleton('Clipboard', {
    writeText(text) {
      clipboardText = `${text}`;
      return PromiseResolve(undefined);
    },
    readText: () => PromiseResolve(clipboardText),
    write: () => PromiseResolve(undefined),
    read: () => PromiseResolve([]),
  });
  const mediaDevices = singleton('MediaDevices', {
    getUserMedia: denied('camera and microphone', 'NotFoundError'),
    getDisplayMedia: denied('screen capture'),
    enumerateDevices: () => PromiseResolve([]),
    getSupportedConstraints: () => ({}),
  }, ['devicechange']);
  const serviceWorker = singleton('ServiceWorkerContainer', {
    get controller() { return null; },
    get ready() { return new Promise(() => {}); },
    register: denied('service worker', 'InvalidStateError'),
    getRegistration: () => PromiseResolve(undefined),
    getRegistrations: () => PromiseResolve([]),
    startMessages() {},
  }, ['controllerchange', 'message', 'messageerror']);
  const permissions = singleton('Permissions', {
    query: (descriptor) => PromiseResolve({ name: descriptor?.name, state: 'denied', onchange: null, addEventListener() {}, removeEventListener() {} }),
  });
  const wakeLock = singleton('WakeLock', {
    request() {
      const sentinel = new EventTarget();
      return PromiseResolve(ObjectAssign(sentinel, { released: false, type: 'screen', onrelease: null, release() {
        sentinel.released = true;
        return PromiseResolve(undefined);
      } }));
    },
  });
  // Nobody else is there, so that whoever asks for a lock has it once the one before has given it back.
  const held = new SafeMap();
  const locks = singleton('LockManager', {
    request(name, options, callback = options) {
      const before = held.get(name) ?? PromiseResolve(undefined);
      const result = PromiseThen(before, () => callback({ name: `${name}`, mode: options?.mode ?? 'exclusive' }));
      held.set(name, PromiseThen(result, () => {}, () => {}));
      return result;
    },
    query: () => PromiseResolve({ held: [], pending: [] }),
  });
  const geolocation = singleton('Geolocation', {
    getCurrentPosition(success, error) {
      Records.missing('geolocation');
      if (typeof error === 'function') EventLoop.queueTask(() => EventLoop.invoke(error, undefined, { code: 1, message: 'User denied Geolocation' }));
    },
    watchPosition() { return 1; },
    clearWatch() {},
  });
  const storage = singleton('StorageManager', {
    estimate: () => PromiseResolve({ quota: 1_000_000_000, usage: 0 }),
    persist: () => PromiseResolve(false),
    persisted: () => PromiseResolve(false),
  });
  const mediaSession = singleton('MediaSession', {
    metadata: null, playbackState: 'none', setActionHandler() {}, setPositionState() {},
  });
  const keyboard = singleton('Keyboard', {
    lock: () => PromiseResolve(undefined), unlock() {}, getLayoutMap: () => PromiseResolve(new Map()),
  });
  const connection = singleton('NetworkInformation', {
    get effectiveType() { return '4g'; }, get downlink() { return 10; }, get rtt() { return 50; }, get saveData() { return false; },
  }, ['change']);
  const userActivation = singleton('UserActivation', {
    get hasBeenActive() { return UserActivation.hasBeenActive; },
    get isActive() { return EventLoop.now() - UserActivation.time < 5000; },
  });
  const userAgentData = singleton('NavigatorUAData', {
    get brands() { return [{ brand: 'Chromium', version: '139' }, { brand: 'Not;A=Brand', version: '99' }]; },
    get mobile() { return false; },
    get platform() { return 'Linux'; },
    getHighEntropyValues: () => PromiseResolve({ mobile: false, platform: 'Linux' }),
  });

  class PluginArray {}
  exposeInterface('PluginArray', PluginArray);
  const plugins = ObjectAssign(new PluginArray(), { length: 0 });

  class Navigator {
    constructor(token) { refuseConstruction(token); }
  }
  const fixed = {
    userAgent: USER_AGENT, appVersion: StringSlice(USER_AGENT, 8), appName: 'Netscape', appCodeName: 'Mozilla', product: 'Gecko',
    productSub: '20030107', vendor: 'Google Inc.', vendorSub: '', platform: 'Linux x86_64', language, languages, onLine: true,
    cookieEnabled: true, doNotTrack: null, hardwareConcurrency: 4, deviceMemory: 8, maxTouchPoints: 0, webdriver: false,
    pdfViewerEnabled: false, plugins, mimeTypes: plugins, clipboard, mediaDevices, serviceWorker, permissions, wakeLock, locks, geolocation, storage,
    mediaSession, keyboard, connection, userActivation, userAgentData,
  };
  const names = ObjectKeys(fixed);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    ObjectDefineProperty(Navigator.prototype, name, { get() { return fixed[name]; }, enumerable: true, configurable: true });
  }
  defineMembers(Navigator.prototype, {
    javaEnabled: () => false,
    get gpu() {
      Records.missing('webgpu');
      return undefined;
    },
    vibrate: () => true,
    getGamepads: () => [null, null, null, null],
    sendBeacon(url) {
      Records.missing(`network ${Resources.resolve(url) ?? url}`);
      return true;
    },
    share: rejects('NotAllowedError', "Failed to execute 'share' on 'Navigator': Must be handling a user gesture to perform a share request."),
    canShare: () => false,
    getBattery: () => PromiseResolve(ObjectAssign(new EventTarget(), { charging: true, chargingTime: 0, dischargingTime: Infinity, level: 1 })),
    requestMIDIAccess: denied('MIDI'),
    requestMediaKeySystemAccess: denied('media keys', 'NotSupportedError'),
    getUserMedia(constraints, success, failure) {
      Records.missing('camera and microphone');
      if (typeof failure === 'function') EventLoop.queueTask(() => EventLoop.invoke(failure, undefined, new (DOMException())('Requested device not found', 'NotFoundError')));
    },
    registerProtocolHandler() {},
  });
  exposeInterface('Navigator', Navigator);
  const navigator = new Navigator(kInternal);
  defineGlobalAccessor('navigator', () => navigator, null);
  defineGlobalAccessor('clientInformation', () => navigator);
});
