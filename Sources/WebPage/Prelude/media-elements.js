// <audio> and <video> (HTML § 4.8.11): silent and blind, but with the time, the events and the errors of real ones.

/** Seconds of sound in a file: from a WAV header, otherwise guessed at 128 kbit/s, the usual rate of what games bundle. */
const mediaDuration = (bytes) => {
  const at = (offset, length) => bytes[offset] + (length > 1 ? 256 * at(offset + 1, length - 1) : 0);
  const isWave = bytes.length >= 44 && at(0, 4) === 0x46464952 && at(8, 4) === 0x45564157;
  if (!isWave) return bytes.length / 16000;
  const bytesPerSecond = at(28, 4);
  for (let offset = 12; offset + 8 <= bytes.length; offset += 8 + at(offset + 4, 4)) {
    if (at(offset, 4) === 0x61746164) return MathMin(at(offset + 4, 4), bytes.length - offset - 8) / bytesPerSecond;
  }
  return 0;
};

const MediaElements = defineLazyGlobals(['MediaError', 'TimeRanges', 'HTMLMediaElement', 'HTMLAudioElement', 'HTMLVideoElement', 'Audio'], () => {
  const TIME_UPDATE_MS = 250;
  const kMedia = Symbol('media');
  const networkStates = { NETWORK_EMPTY: 0, NETWORK_IDLE: 1, NETWORK_LOADING: 2, NETWORK_NO_SOURCE: 3 };
  const readyStates = { HAVE_NOTHING: 0, HAVE_METADATA: 1, HAVE_CURRENT_DATA: 2, HAVE_FUTURE_DATA: 3, HAVE_ENOUGH_DATA: 4 };
  const errorCodes = { MEDIA_ERR_ABORTED: 1, MEDIA_ERR_NETWORK: 2, MEDIA_ERR_DECODE: 3, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 };

  class MediaError {
    constructor(token, code, message) {
      refuseConstruction(token);
      ObjectAssign(this, { code, message });
    }
  }
  defineMembers(MediaError, errorCodes);
  defineMembers(MediaError.prototype, errorCodes);
  exposeInterface('MediaError', MediaError);

  class TimeRanges {
    #end;
    constructor(token, end) {
      refuseConstruction(token);
      this.#end = end;
    }
    get length() { return this.#end > 0 ? 1 : 0; }
    start() { return 0; }
    end() { return this.#end; }
  }
  exposeInterface('TimeRanges', TimeRanges);

  class HTMLMediaElement extends HTMLElement {
    constructor() {
      super();
      this[kMedia] = {
        src: '', load: 0, duration: NaN, networkState: 0, readyState: 0, error: null, paused: true, position: 0, playingSince: 0, rate: 1,
        defaultRate: 1, volume: 1, muted: false, endTask: null, waiting: [], ended: false,
      };
    }
    [kAttributeChanged](name, old, value) {
      if (name === 'src' && value !== undefined && value !== null) beginLoad(this);
      else if (name === 'muted' && old === undefined) this[kMedia].muted = true;
    }
  }

  const isRunning = (media) => !media.paused && media.readyState === readyStates.HAVE_ENOUGH_DATA && !media.ended;
  const positionOf = (media) => {
    if (!isRunning(media)) return media.position;
    return MathMin(media.duration, media.position + ((EventLoop.now() - media.playingSince) / 1000) * media.rate);
  };

  const stopClock = (media) => {
    media.position = positionOf(media);
    media.playingSince = EventLoop.now();
    if (media.endTask !== null) EventLoop.cancelTask(media.endTask);
    media.endTask = null;
  };
  /** One task at a time: the next time update or the end, whichever comes first. */
  const startClock = (element) => {
    const media = element[kMedia];
    media.playingSince = EventLoop.now();
    if (!isRunning(media) || media.rate <= 0) return;
    const rest = ((media.duration - media.position) * 1000) / media.rate;
    media.endTask = EventLoop.queueTaskAfter(MathMin(rest, TIME_UPDATE_MS), () => {
      media.endTask = null;
      media.position = positionOf(media);
      fireEvent(element, 'timeupdate');
      if (rest > TIME_UPDATE_MS) startClock(element);
      else if (isRunning(media)) finish(element);
    });
  };
  const finish = (element) => {
    const media = element[kMedia];
    if (element.loop) {
      media.position = 0;
      startClock(element);
      fireEvent(element, 'seeking');
      fireEvent(element, 'seeked');
      return;
    }
    media.position = media.duration;
    media.ended = true;
    media.paused = true;
    fireEvent(element, 'pause');
    fireEvent(element, 'ended');
  };

  const settleWaiting = (media, error) => {
    const { waiting } = media;
    media.waiting = [];
    for (let i = 0; i < waiting.length; i++) {
      if (error === null) waiting[i].resolve(undefined);
      else waiting[i].reject(error);
    }
  };

  const firstSource = (element) => {
    const own = element[kAttributes].get('src');
    if (own !== undefined) return own;
    for (let i = 0; i < element[kChildren].length; i++) {
      const child = element[kChildren][i];
      const src = child[kTag] === 'source' ? child[kAttributes].get('src') : undefined;
      if (src !== undefined) return src;
    }
    return undefined;
  };

  const failLoad = (element) => {
    const media = element[kMedia];
    media.networkState = networkStates.NETWORK_NO_SOURCE;
    media.error = new MediaError(kInternal, errorCodes.MEDIA_ERR_SRC_NOT_SUPPORTED, 'MEDIA_ELEMENT_ERROR: Format error');
    fireEvent(element, 'error');
    if (media.waiting.length > 0) Sounds.lose(media.src);
    settleWaiting(media, new (DOMException())('Failed to load because no supported source was found.', 'NotSupportedError'));
  };
  const finishLoad = (element, bytes) => {
    const media = element[kMedia];
    media.duration = mediaDuration(bytes);
    media.networkState = networkStates.NETWORK_IDLE;
    media.readyState = readyStates.HAVE_ENOUGH_DATA;
    const events = ['durationchange', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough'];
    for (let i = 0; i < events.length; i++) fireEvent(element, events[i]);
    if (element[kAttributes].has('autoplay') && media.paused) playElement(element);
    else if (!media.paused) beginPlaying(element);
  };

  /** "Media element load algorithm", in two tasks. */
  const beginLoad = (element) => {
    const media = element[kMedia];
    stopClock(media);
    settleWaiting(media, new (DOMException())('The play() request was interrupted by a new load request.', 'AbortError'));
    const load = ++media.load;
    ObjectAssign(media, { duration: NaN, readyState: 0, error: null, position: 0, ended: false, networkState: networkStates.NETWORK_NO_SOURCE });
    const source = firstSource(element);
    if (source === undefined) {
      media.networkState = networkStates.NETWORK_EMPTY;
      return;
    }
    media.src = Resources.resolve(source) ?? source;
    media.networkState = networkStates.NETWORK_LOADING;
    EventLoop.queueTask(() => {
      if (load !== media.load) return;
      fireEvent(element, 'loadstart');
      const resource = source === '' ? null : Resources.read(source);
      EventLoop.queueTask(() => {
        if (load !== media.load) return;
        if (resource === null || resource.bytes.length === 0) failLoad(element);
        else finishLoad(element, resource.bytes);
      });
    });
  };

  const beginPlaying = (element) => {
    startClock(element);
    fireEvent(element, 'playing');
    Sounds.start(() => true);
    settleWaiting(element[kMedia], null);
  };
  const playElement = (element) => {
    const media = element[kMedia];
    if (media.error !== null) {
      Sounds.lose(media.src);
      return PromiseReject(new (DOMException())('Failed to load because no supported source was found.', 'NotSupportedError'));
    }
    if (media.networkState === networkStates.NETWORK_EMPTY) beginLoad(element);
    return new Promise((resolve, reject) => {
      const wasPaused = media.paused;
      ArrayPush(media.waiting, { resolve, reject });
      if (media.ended) {
        media.ended = false;
        media.position = 0;
      }
      media.paused = false;
      EventLoop.queueTask(() => {
        if (wasPaused) fireEvent(element, 'play');
        if (media.readyState === readyStates.HAVE_ENOUGH_DATA && !media.paused) {
          if (wasPaused) beginPlaying(element);
          else settleWaiting(media, null);
        }
      });
    });
  };
  const pauseElement = (element) => {
    const media = element[kMedia];
    if (media.paused) return;
    stopClock(media);
    media.paused = true;
    settleWaiting(media, new (DOMException())('The play() request was interrupted by a call to pause().', 'AbortError'));
    queueFire(element, 'timeupdate');
    queueFire(element, 'pause');
  };

  defineMembers(HTMLMediaElement, ObjectAssign({}, networkStates, readyStates));
  defineMembers(HTMLMediaElement.prototype, ObjectAssign({}, networkStates, readyStates));
  defineMembers(HTMLMediaElement.prototype, {
    play() { return playElement(this); },
    pause() { pauseElement(this); },
    load() { beginLoad(this); },
    canPlayType(type) {
      const text = StringToLowerCase(`${type}`);
      if (!RegExpTest(/^(?:audio|video)\/(?:mpeg|mp3|mp4|ogg|wav|wave|x-wav|webm|aac|flac|x-m4a)/, text)) return '';
      return StringIncludes(text, 'codecs') || StringIncludes(text, 'mpeg') || StringIncludes(text, 'mp3') ? 'probably' : 'maybe';
    },
    get currentSrc() { return this[kMedia].src; },
    get currentTime() { return positionOf(this[kMedia]); },
    set currentTime(value) {
      const media = this[kMedia];
      if (!NumberIsFinite(+value)) throw new TypeError("Failed to set the 'currentTime' property on 'HTMLMediaElement': The provided double value is non-finite.");
      stopClock(media);
      media.position = MathMax(0, NumberIsNaN(media.duration) ? +value : MathMin(+value, media.duration));
      media.ended = false;
      startClock(this);
      queueFire(this, 'seeking');
      queueFire(this, 'seeked');
    },
    get duration() { return this[kMedia].duration; },
    get paused() { return this[kMedia].paused; },
    get ended() { return this[kMedia].ended; },
    get seeking() { return false; },
    get error() { return this[kMedia].error; },
    get networkState() { return this[kMedia].networkState; },
    get readyState() { return this[kMedia].readyState; },
    get volume() { return this[kMedia].volume; },
    set volume(value) {
      if (!(+value >= 0 && +value <= 1)) throwDOMException('IndexSizeError', `Failed to set the 'volume' property on 'HTMLMediaElement': The volume provided (${value}) is outside the range [0, 1].`);
      this[kMedia].volume = +value;
      queueFire(this, 'volumechange');
    },
    get muted() { return this[kMedia].muted; },
    set muted(value) {
      this[kMedia].muted = Boolean(value);
      queueFire(this, 'volumechange');
    },
    get playbackRate() { return this[kMedia].rate; },
    set playbackRate(value) {
      stopClock(this[kMedia]);
      this[kMedia].rate = +value;
      startClock(this);
      queueFire(this, 'ratechange');
    },
    get defaultPlaybackRate() { return this[kMedia].defaultRate; },
    set defaultPlaybackRate(value) { this[kMedia].defaultRate = +value; },
    get buffered() { return new TimeRanges(kInternal, this[kMedia].duration); },
    get seekable() { return new TimeRanges(kInternal, this[kMedia].duration); },
    get played() { return new TimeRanges(kInternal, positionOf(this[kMedia])); },
    get srcObject() { return null; },
    set srcObject(value) {},
    fastSeek(time) { this.currentTime = time; },
    captureStream() { return throwDOMException('NotSupportedError', 'captureStream is not supported'); },
  });
  reflectURLs(HTMLMediaElement, ['src']);
  reflectStrings(HTMLMediaElement, ['preload', 'crossOrigin=crossorigin']);
  reflectBooleans(HTMLMediaElement, ['autoplay', 'loop', 'controls', 'defaultMuted=muted']);
  exposeInterface('HTMLMediaElement', HTMLMediaElement);

  class HTMLAudioElement extends HTMLMediaElement {}
  exposeInterface('HTMLAudioElement', HTMLAudioElement);

  class HTMLVideoElement extends HTMLMediaElement {}
  defineMembers(HTMLVideoElement.prototype, {
    get videoWidth() { return 0; },
    get videoHeight() { return 0; },
    requestPictureInPicture() { return PromiseReject(new (DOMException())('Picture-in-Picture is not available.', 'NotSupportedError')); },
  });
  reflectURLs(HTMLVideoElement, ['poster']);
  reflectBooleans(HTMLVideoElement, ['playsInline']);
  reflectIntegers(HTMLVideoElement, ['width', 'height']);
  exposeInterface('HTMLVideoElement', HTMLVideoElement);

  const Audio = function Audio(src) {
    if (new.target === undefined) throw new TypeError("Failed to construct 'Audio': Please use the 'new' operator, this DOM object constructor cannot be called as a function.");
    const element = createElementIn(DocumentState.document, 'audio', 'html');
    setAttributeValue(element, 'preload', 'auto');
    if (src !== undefined) setAttributeValue(element, 'src', `${src}`);
    return element;
  };
  ObjectDefineProperty(Audio, 'prototype', { value: HTMLAudioElement.prototype, writable: false });
  defineGlobal('Audio', Audio);
  return { audio: HTMLAudioElement, video: HTMLVideoElement };
});
elementMakers.set('audio', () => MediaElements().audio);
elementMakers.set('video', () => MediaElements().video);
