// The nodes of the Web Audio API (§ 1.5 to § 1.33): a graph that makes no sound but keeps its values, errors and times.

const kOutputs = Symbol('outputs');
/** The values of attributes that take one of some words. */
const kWords = Symbol('words');
const kStartTime = Symbol('startTime');
const kEndTime = Symbol('endTime');
const kEndTask = Symbol('endTask');

/** Makes the node interfaces and puts them into `parts` by name; `parts.times` schedules the end of sources. */
const buildAudioNodes = (parts) => {
  const { AudioParam } = parts;

  class AudioNode extends EventTarget {
    constructor(token, context) {
      refuseConstruction(token);
      if (!(context instanceof parts.BaseAudioContext)) {
        throw new TypeError("Failed to construct 'AudioNode': parameter 1 is not of type 'BaseAudioContext'.");
      }
      super();
      this[kContext] = context;
      this[kOutputs] = new SafeSet();
      this.channelCount = 2;
      this.channelCountMode = 'max';
      this.channelInterpretation = 'speakers';
    }
  }
  defineMembers(AudioNode.prototype, {
    get context() { return this[kContext]; },
    get numberOfInputs() { return this instanceof AudioScheduledSourceNode ? 0 : 1; },
    get numberOfOutputs() { return 1; },
    connect(destination) {
      if (!(destination instanceof AudioNode) && !(destination instanceof AudioParam)) {
        throw argumentError('connect', 'AudioNode', 'Overload resolution failed.');
      }
      if (destination[kContext] !== this[kContext]) {
        throwDOMException('InvalidAccessError', "Failed to execute 'connect' on 'AudioNode': cannot connect to a destination belonging to a different audio context.");
      }
      this[kOutputs].add(destination);
      return destination instanceof AudioNode ? destination : undefined;
    },
    disconnect(destination) {
      if (destination === undefined || typeof destination === 'number') {
        this[kOutputs].clear();
      } else if (!this[kOutputs].delete(destination)) {
        throwDOMException('InvalidAccessError', "Failed to execute 'disconnect' on 'AudioNode': the given destination is not connected.");
      }
    },
  });
  exposeInterface('AudioNode', AudioNode);

  /** A source that is started once and fires `ended` at the context's time of its end. */
  class AudioScheduledSourceNode extends AudioNode {
    constructor(token, context) {
      super(token, context);
      this[kStartTime] = -1;
      this[kEndTime] = Infinity;
      this[kEndTask] = null;
    }
  }

  const startSource = (source, when) => {
    if (source[kStartTime] >= 0) {
      throwDOMException('InvalidStateError', "Failed to execute 'start' on 'AudioScheduledSourceNode': cannot call start more than once.");
    }
    if (!(when >= 0)) throw new RangeError(`Failed to execute 'start' on 'AudioScheduledSourceNode': The start time provided (${when}) cannot be negative.`);
    const context = source[kContext];
    parts.times.wake(context);
    source[kStartTime] = MathMax(when, context.currentTime);
    const isConnected = source[kOutputs].size > 0;
    Sounds.start(() => context.state !== 'suspended' && (isConnected || source[kOutputs].size > 0));
  };
  defineMembers(AudioScheduledSourceNode.prototype, {
    start(when = 0) {
      startSource(this, +when);
      parts.times.add(this);
    },
    stop(when = 0) {
      if (this[kStartTime] < 0) {
        throwDOMException('InvalidStateError', "Failed to execute 'stop' on 'AudioScheduledSourceNode': cannot call stop without calling start first.");
      }
      if (!(+when >= 0)) throw new RangeError(`Failed to execute 'stop' on 'AudioScheduledSourceNode': The stop time provided (${when}) cannot be negative.`);
      this[kEndTime] = MathMin(this.naturalEnd?.() ?? Infinity, MathMax(+when, this[kContext].currentTime));
      parts.times.add(this);
    },
  });
  defineEventHandlers(AudioScheduledSourceNode.prototype, ['ended']);
  exposeInterface('AudioScheduledSourceNode', AudioScheduledSourceNode);

  /** Each kind of node: its parameters and plain attributes with their initial values, and the words that attributes are restricted to. */
  const kinds = {
    GainNode: { params: { gain: 1 } },
    DelayNode: { params: { delayTime: 0 } },
    BiquadFilterNode: { params: { frequency: 350, detune: 0, Q: 1, gain: 0 }, fields: { type: 'lowpass' }, words: { type: ['lowpass', 'highpass', 'bandpass', 'lowshelf', 'highshelf', 'peaking', 'notch', 'allpass'] } },
    DynamicsCompressorNode: { params: { threshold: -24, knee: 30, ratio: 12, attack: 0.003, release: 0.25 }, fields: { reduction: 0 } },
    WaveShaperNode: { fields: { curve: null, oversample: 'none' } },
    StereoPannerNode: { params: { pan: 0 } },
    PannerNode: {
      params: { positionX: 0, positionY: 0, positionZ: 0, orientationX: 1, orientationY: 0, orientationZ: 0 },
      fields: { panningModel: 'equalpower', distanceModel: 'inverse', refDistance: 1, maxDistance: 10000, rolloffFactor: 1, coneInnerAngle: 360, coneOuterAngle: 360, coneOuterGain: 0 },
      methods: { setPosition() {}, setOrientation() {} },
    },
    ConvolverNode: { fields: { buffer: null, normalize: true } },
    ChannelMergerNode: {}, ChannelSplitterNode: {}, IIRFilterNode: { methods: { getFrequencyResponse() {} } },
    AudioDestinationNode: { fields: { maxChannelCount: 2 } },
    MediaElementAudioSourceNode: {}, MediaStreamAudioSourceNode: {}, MediaStreamAudioDestinationNode: { fields: { stream: null } },
    ScriptProcessorNode: { fields: { bufferSize: 4096, onaudioprocess: null } },
    AnalyserNode: {
      fields: { fftSize: 2048, minDecibels: -100, maxDecibels: -30, smoothingTimeConstant: 0.8 },
      methods: {
        get frequencyBinCount() { return this.fftSize / 2; },
        getByteFrequencyData(array) { for (let i = 0; i < array.length; i++) array[i] = 0; },
        getFloatFrequencyData(array) { for (let i = 0; i < array.length; i++) array[i] = -Infinity; },
        getByteTimeDomainData(array) { for (let i = 0; i < array.length; i++) array[i] = 128; },
        getFloatTimeDomainData(array) { for (let i = 0; i < array.length; i++) array[i] = 0; },
      },
    },
    OscillatorNode: {
      Base: AudioScheduledSourceNode, params: { frequency: 440, detune: 0 }, fields: { type: 'sine' },
      words: { type: ['sine', 'square', 'sawtooth', 'triangle'] }, methods: { setPeriodicWave() { this[kWords].type = 'custom'; } },
    },
    ConstantSourceNode: { Base: AudioScheduledSourceNode, params: { offset: 1 } },
    AudioBufferSourceNode: {
      Base: AudioScheduledSourceNode, params: { playbackRate: 1, detune: 0 },
      fields: { buffer: null, loop: false, loopStart: 0, loopEnd: 0 },
      methods: {
        start(when = 0, offset = 0, duration = Infinity) {
          startSource(this, +when);
          const rate = MathMax(1e-6, MathAbs(this.playbackRate.value));
          const rest = this.loop || this.buffer === null ? Infinity : (this.buffer.duration - offset) / rate;
          const naturalEnd = this[kStartTime] + MathMax(0, MathMin(rest, +duration));
          this.naturalEnd = () => naturalEnd;
          this[kEndTime] = naturalEnd;
          parts.times.add(this);
        },
      },
    },
  };

  const applyOptions = (node, options) => {
    if (options === undefined || options === null) return;
    const names = ObjectKeys(options);
    for (let i = 0; i < names.length; i++) {
      if (node[names[i]] instanceof AudioParam) node[names[i]].value = options[names[i]];
      else if (names[i] in node && options[names[i]] !== undefined) node[names[i]] = options[names[i]];
    }
  };
  /** An attribute of which other words than these are passed over. */
  const defineWord = (prototype, name, allowed) => ObjectDefineProperty(prototype, name, {
    get() { return this[kWords][name]; },
    set(value) { if (ArrayIncludes(allowed, `${value}`)) this[kWords][name] = `${value}`; },
    enumerable: true, configurable: true,
  });
  const defineNode = (name, { Base = AudioNode, params = {}, fields = {}, words = {}, methods = {} }) => {
    const paramNames = ObjectKeys(params);
    const Interface = {
      [name]: class extends Base {
        constructor(context, options = undefined) {
          super(kInternal, context);
          for (let i = 0; i < paramNames.length; i++) {
            const value = new AudioParam(kInternal, context, params[paramNames[i]]);
            ObjectDefineProperty(this, paramNames[i], { value, enumerable: true });
          }
          this[kWords] = ObjectCreate(null);
          ObjectAssign(this, fields);
          applyOptions(this, options);
        }
      },
    }[name];
    defineMembers(Interface.prototype, methods);
    const wordNames = ObjectKeys(words);
    for (let i = 0; i < wordNames.length; i++) defineWord(Interface.prototype, wordNames[i], words[wordNames[i]]);
    exposeInterface(name, Interface);
    parts[name] = Interface;
  };
  const names = ObjectKeys(kinds);
  for (let i = 0; i < names.length; i++) defineNode(names[i], kinds[names[i]]);
};
