// AudioContext and OfflineAudioContext (Web Audio § 1.1 to § 1.3) on the virtual clock.

const kAudioState = Symbol('audioState');

/** Fires `ended` of started sources when the context's clock reaches their end; a suspended context holds them back. */
const makeAudioTimes = () => {
  const cancel = (source) => {
    if (source[kEndTask] !== null) EventLoop.cancelTask(source[kEndTask]);
    source[kEndTask] = null;
  };
  const schedule = (source) => {
    cancel(source);
    const context = source[kContext];
    if (context[kAudioState].state !== 'running' || source[kEndTime] === Infinity) return;
    const wait = (source[kEndTime] - context.currentTime) * 1000;
    source[kEndTask] = EventLoop.queueTaskAfter(wait, () => {
      source[kEndTask] = null;
      context[kAudioState].sources.delete(source);
      fireEvent(source, 'ended');
    });
  };
  return {
    add(source) {
      if (source[kEndTime] === Infinity) return;
      source[kContext][kAudioState].sources.add(source);
      schedule(source);
    },
    resume(context) { context[kAudioState].sources.forEach(schedule); },
    suspend(context) { context[kAudioState].sources.forEach(cancel); },
    /** A source starts: Chromium then lets a context run that waits for no more than the user's first gesture. */
    wake(context) { context[kAudioState].wake?.(); },
  };
};

const buildAudioContexts = (parts) => {
  const { times } = parts;

  class BaseAudioContext extends EventTarget {
    constructor(token, sampleRate) {
      refuseConstruction(token);
      super();
      this[kAudioState] = {
        state: 'suspended', sampleRate, elapsed: 0, runningSince: 0, sources: new SafeSet(), destination: null, listener: null, worklet: null,
      };
    }
  }

  const { AudioBuffer, AudioListener, PeriodicWave } = parts;
  const readTime = (audio) => (audio.state === 'running' ? audio.elapsed + (EventLoop.now() - audio.runningSince) / 1000 : audio.elapsed);

  const changeState = (context, state) => {
    const audio = context[kAudioState];
    if (audio.state === state || audio.state === 'closed') return;
    audio.elapsed = readTime(audio);
    audio.runningSince = EventLoop.now();
    audio.state = state;
    if (state === 'running') times.resume(context);
    else times.suspend(context);
    queueFire(context, 'statechange');
  };

  const decode = (context, bytes) => {
    const { sampleRate } = context;
    const seconds = mediaDuration(bytes);
    return new AudioBuffer({ length: MathMax(1, MathRound(seconds * sampleRate)), sampleRate, numberOfChannels: 2 });
  };
  const makeNode = (context, name, options) => new parts[name](context, options);

  defineMembers(BaseAudioContext.prototype, {
    get destination() { return this[kAudioState].destination ??= makeNode(this, 'AudioDestinationNode'); },
    get listener() { return this[kAudioState].listener ??= new AudioListener(kInternal, this); },
    get sampleRate() { return this[kAudioState].sampleRate; },
    get currentTime() { return readTime(this[kAudioState]); },
    get state() { return this[kAudioState].state; },
    get audioWorklet() {
      return this[kAudioState].worklet ??= {
        addModule() {
          Records.missing('AudioWorklet');
          return PromiseReject(new (DOMException())('The user aborted a request.', 'AbortError'));
        },
      };
    },
    createBuffer(numberOfChannels, length, sampleRate) { return new AudioBuffer({ numberOfChannels, length, sampleRate }); },
    createPeriodicWave() { return new PeriodicWave(); },
    decodeAudioData(data, onSuccess, onError) {
      const promise = new Promise((resolve, reject) => {
        const bytes = bytesOf(data);
        if (bytes === undefined) throw argumentError('decodeAudioData', 'BaseAudioContext', "parameter 1 is not of type 'ArrayBuffer'.");
        EventLoop.queueTask(() => {
          if (bytes.length > 0) resolve(decode(this, bytes));
          else reject(new (DOMException())("Failed to execute 'decodeAudioData' on 'BaseAudioContext': Unable to decode audio data", 'EncodingError'));
        });
      });
      if (typeof onSuccess === 'function') PromiseThen(promise, onSuccess, typeof onError === 'function' ? onError : () => {});
      return promise;
    },
    createDelay(maxDelayTime = 1) { return makeNode(this, 'DelayNode', { maxDelayTime }); },
    createScriptProcessor(bufferSize = 4096) { return makeNode(this, 'ScriptProcessorNode', { bufferSize }); },
    createIIRFilter() { return makeNode(this, 'IIRFilterNode'); },
  });
  const created = {
    createGain: 'GainNode', createOscillator: 'OscillatorNode', createBufferSource: 'AudioBufferSourceNode', createConstantSource: 'ConstantSourceNode',
    createBiquadFilter: 'BiquadFilterNode', createDynamicsCompressor: 'DynamicsCompressorNode', createWaveShaper: 'WaveShaperNode',
    createStereoPanner: 'StereoPannerNode', createPanner: 'PannerNode', createConvolver: 'ConvolverNode', createAnalyser: 'AnalyserNode',
    createChannelMerger: 'ChannelMergerNode', createChannelSplitter: 'ChannelSplitterNode',
  };
  const methods = ObjectKeys(created);
  for (let i = 0; i < methods.length; i++) {
    defineMembers(BaseAudioContext.prototype, { [methods[i]]() { return makeNode(this, created[methods[i]]); } });
  }
  defineEventHandlers(BaseAudioContext.prototype, ['statechange']);
  exposeInterface('BaseAudioContext', BaseAudioContext);
  parts.BaseAudioContext = BaseAudioContext;

  /** Runs from the start once the user has touched the page; before that it waits for resume(), as browsers' autoplay rules have it. */
  class AudioContext extends BaseAudioContext {
    /** Whether the page itself has suspended it. */
    #isHeldBack = false;
    constructor(options = undefined) {
      super(kInternal, options?.sampleRate ?? 48000);
      if (UserActivation.hasBeenActive) EventLoop.queueTask(() => changeState(this, 'running'));
      this[kAudioState].wake = () => {
        if (UserActivation.hasBeenActive && !this.#isHeldBack) changeState(this, 'running');
      };
    }
    get baseLatency() { return 0.01; }
    get outputLatency() { return 0; }
    get sinkId() { return ''; }
    getOutputTimestamp() { return { contextTime: this.currentTime, performanceTime: EventLoop.now() }; }
    resume() {
      this.#isHeldBack = false;
      return this.#become('running');
    }
    suspend() {
      this.#isHeldBack = true;
      return this.#become('suspended');
    }
    close() { return this.#become('closed'); }
    createMediaElementSource(mediaElement) { return makeNode(this, 'MediaElementAudioSourceNode', { mediaElement }); }
    createMediaStreamSource(mediaStream) { return makeNode(this, 'MediaStreamAudioSourceNode', { mediaStream }); }
    createMediaStreamDestination() { return makeNode(this, 'MediaStreamAudioDestinationNode'); }
    #become(state) {
      if (this.state === 'closed') {
        return PromiseReject(new (DOMException())(`Cannot ${state === 'running' ? 'resume' : state === 'closed' ? 'close' : 'suspend'} a closed AudioContext.`, 'InvalidStateError'));
      }
      return new Promise((resolve) => {
        EventLoop.queueTask(() => {
          changeState(this, state);
          resolve(undefined);
        });
      });
    }
  }
  exposeInterface('AudioContext', AudioContext);
  defineGlobal('webkitAudioContext', AudioContext);

  class OfflineAudioContext extends BaseAudioContext {
    #length;
    #channels;
    constructor(channels, length, sampleRate) {
      const options = typeof channels === 'object' ? channels : { numberOfChannels: channels, length, sampleRate };
      super(kInternal, options.sampleRate);
      this.#channels = options.numberOfChannels ?? 1;
      this.#length = options.length;
    }
    get length() { return this.#length; }
    startRendering() {
      return new Promise((resolve) => {
        EventLoop.queueTask(() => {
          const renderedBuffer = this.createBuffer(this.#channels, this.#length, this.sampleRate);
          const event = new Event('complete');
          event.renderedBuffer = renderedBuffer;
          dispatchTrusted(this, event);
          resolve(renderedBuffer);
        });
      });
    }
    suspend() { return PromiseResolve(undefined); }
    resume() { return PromiseResolve(undefined); }
  }
  defineEventHandlers(OfflineAudioContext.prototype, ['complete']);
  exposeInterface('OfflineAudioContext', OfflineAudioContext);
  defineGlobal('webkitOfflineAudioContext', OfflineAudioContext);
};

defineLazyGlobals([
  'AudioContext', 'webkitAudioContext', 'OfflineAudioContext', 'webkitOfflineAudioContext', 'BaseAudioContext', 'AudioParam', 'AudioBuffer',
  'PeriodicWave', 'AudioListener', 'AudioNode', 'AudioScheduledSourceNode', 'GainNode', 'DelayNode', 'BiquadFilterNode', 'DynamicsCompressorNode',
  'WaveShaperNode', 'StereoPannerNode', 'PannerNode', 'ConvolverNode', 'ChannelMergerNode', 'ChannelSplitterNode', 'IIRFilterNode',
  'AudioDestinationNode', 'MediaElementAudioSourceNode', 'MediaStreamAudioSourceNode', 'MediaStreamAudioDestinationNode', 'ScriptProcessorNode',
  'AnalyserNode', 'OscillatorNode', 'ConstantSourceNode', 'AudioBufferSourceNode',
], () => {
  const parts = ObjectCreate(null);
  parts.times = makeAudioTimes();
  buildAudioParams(parts);
  buildAudioNodes(parts);
  buildAudioContexts(parts);
});
