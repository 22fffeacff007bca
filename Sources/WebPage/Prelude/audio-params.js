// AudioParam and AudioBuffer (Web Audio § 1.4, § 1.6).

const kParamValue = Symbol('value');
const kParamEvents = Symbol('events');
const kContext = Symbol('context');

/** Makes the interfaces of this file and puts them into `parts`, for audio-nodes.js and audio-context.js. */
const buildAudioParams = (parts) => {
  /** Nothing is heard, so an automation only decides what `value` answers at a later time. */
  class AudioParam {
    constructor(token, context, initial, minimum = -3.4028234663852886e38, maximum = 3.4028234663852886e38) {
      refuseConstruction(token);
      this[kContext] = context;
      this[kParamValue] = initial;
      this[kParamEvents] = [];
      ObjectDefineProperty(this, 'defaultValue', { value: initial, enumerable: true });
      ObjectDefineProperty(this, 'minValue', { value: minimum, enumerable: true });
      ObjectDefineProperty(this, 'maxValue', { value: maximum, enumerable: true });
      this.automationRate = 'a-rate';
    }
  }

  const { exp: MathExp } = NativeMath;
  const EVENTS_MAX = 1000;
  const requireFinite = (method, value) => {
    const number = +value;
    if (!NumberIsFinite(number)) throw argumentError(method, 'AudioParam', 'The provided float value is non-finite.');
    return number;
  };
  const requireTime = (method, time) => {
    const number = requireFinite(method, time);
    if (number < 0) throw new RangeError(`Failed to execute '${method}' on 'AudioParam': Time must be a finite non-negative number: ${number}`);
    return number;
  };
  const addEvent = (param, event) => {
    const events = param[kParamEvents];
    let index = events.length;
    while (index > 0 && events[index - 1].time > event.time) index -= 1;
    ArraySplice(events, index, 0, event);
    if (events.length > EVENTS_MAX) settle(param, param[kContext].currentTime);
    return param;
  };

  /** The value between an event and the next one, by Web Audio § 1.6.2. */
  const valueAt = (events, index, before, time) => {
    const event = events[index];
    if (event.kind === 'curve') {
      const place = MathMin(1, (time - event.time) / event.duration) * (event.values.length - 1);
      const low = MathFloor(place);
      const high = MathMin(low + 1, event.values.length - 1);
      return event.values[low] + (event.values[high] - event.values[low]) * (place - low);
    }
    if (event.kind === 'target') return event.value + (before - event.value) * MathExp((event.time - time) / event.constant);
    return event.value;
  };
  const rampValue = (next, from, fromTime, time) => {
    const part = (time - fromTime) / (next.time - fromTime);
    if (next.kind === 'linear') return from + (next.value - from) * part;
    return from * next.value > 0 ? from * MathPow(next.value / from, part) : from;
  };
  const evaluate = (param, time) => {
    const events = param[kParamEvents];
    let value = param[kParamValue];
    let valueTime = 0;
    let last = -1;
    for (let i = 0; i < events.length; i++) {
      if (events[i].time > time) {
        const isRamp = events[i].kind === 'linear' || events[i].kind === 'exponential';
        if (isRamp) return rampValue(events[i], last < 0 ? value : valueAt(events, last, value, valueTime), valueTime, time);
        break;
      }
      if (last >= 0) value = valueAt(events, last, value, events[i].time);
      last = i;
      valueTime = events[i].time;
    }
    return last < 0 ? value : valueAt(events, last, value, time);
  };
  /** Folds what is past into the base value, so that a long game's automation doesn't pile up. */
  const settle = (param, time) => {
    const value = evaluate(param, time);
    param[kParamEvents] = ArrayFilter(param[kParamEvents], (event) => event.time > time);
    param[kParamValue] = value;
  };

  defineMembers(AudioParam.prototype, {
    get value() {
      return this[kParamEvents].length === 0 ? this[kParamValue] : MathFround(evaluate(this, this[kContext].currentTime));
    },
    set value(value) {
      const number = +value;
      if (!NumberIsFinite(number)) throw new TypeError("Failed to set the 'value' property on 'AudioParam': The provided float value is non-finite.");
      this[kParamEvents] = ArrayFilter(this[kParamEvents], (event) => event.time > this[kContext].currentTime);
      this[kParamValue] = MathFround(MathMin(MathMax(number, this.minValue), this.maxValue));
    },
    setValueAtTime(value, time) {
      return addEvent(this, { kind: 'set', value: requireFinite('setValueAtTime', value), time: requireTime('setValueAtTime', time) });
    },
    linearRampToValueAtTime(value, time) {
      return addEvent(this, { kind: 'linear', value: requireFinite('linearRampToValueAtTime', value), time: requireTime('linearRampToValueAtTime', time) });
    },
    exponentialRampToValueAtTime(value, time) {
      const target = requireFinite('exponentialRampToValueAtTime', value);
      if (MathFround(target) === 0) {
        throw new RangeError(`Failed to execute 'exponentialRampToValueAtTime' on 'AudioParam': The float target value provided (${target}) should not be in the range (-1.40130e-45, 1.40130e-45).`);
      }
      return addEvent(this, { kind: 'exponential', value: target, time: requireTime('exponentialRampToValueAtTime', time) });
    },
    setTargetAtTime(value, time, constant) {
      return addEvent(this, { kind: 'target', value: requireFinite('setTargetAtTime', value), time: requireTime('setTargetAtTime', time), constant: MathMax(1e-9, +constant) });
    },
    setValueCurveAtTime(values, time, duration) {
      return addEvent(this, { kind: 'curve', values: ArrayFrom(values), time: requireTime('setValueCurveAtTime', time), duration: +duration });
    },
    cancelScheduledValues(time) {
      this[kParamEvents] = ArrayFilter(this[kParamEvents], (event) => event.time < time);
      return this;
    },
    cancelAndHoldAtTime(time) {
      const value = evaluate(this, time);
      this[kParamEvents] = ArrayFilter(this[kParamEvents], (event) => event.time < time);
      return addEvent(this, { kind: 'set', value, time });
    },
  });
  exposeInterface('AudioParam', AudioParam);

  class AudioBuffer {
    #channels = [];
    constructor(options) {
      const { length, sampleRate, numberOfChannels = 1 } = options;
      if (!(length > 0) || !(sampleRate >= 3000 && sampleRate <= 768000) || !(numberOfChannels >= 1 && numberOfChannels <= 32)) {
        throwDOMException('NotSupportedError', `Failed to construct 'AudioBuffer': The number of frames (${length}), channels (${numberOfChannels}) or the sample rate (${sampleRate}) is out of range.`);
      }
      const values = { length: MathTrunc(length), sampleRate, numberOfChannels, duration: MathTrunc(length) / sampleRate };
      const names = ObjectKeys(values);
      for (let i = 0; i < names.length; i++) ObjectDefineProperty(this, names[i], { value: values[names[i]], enumerable: true });
    }
    getChannelData(channel) {
      if (!(channel >= 0 && channel < this.numberOfChannels)) {
        throwDOMException('IndexSizeError', `Failed to execute 'getChannelData' on 'AudioBuffer': channel index (${channel}) exceeds number of channels (${this.numberOfChannels})`);
      }
      return this.#channels[channel] ??= new Float32Array(this.length);
    }
    copyFromChannel(destination, channel, start = 0) {
      const data = this.getChannelData(channel);
      for (let i = 0; i < destination.length && start + i < data.length; i++) destination[i] = data[start + i];
    }
    copyToChannel(source, channel, start = 0) {
      const data = this.getChannelData(channel);
      for (let i = 0; i < source.length && start + i < data.length; i++) data[start + i] = source[i];
    }
  }
  exposeInterface('AudioBuffer', AudioBuffer);

  class PeriodicWave {}
  exposeInterface('PeriodicWave', PeriodicWave);
  class AudioListener {
    constructor(token, context) {
      refuseConstruction(token);
      const initial = { positionX: 0, positionY: 0, positionZ: 0, forwardX: 0, forwardY: 0, forwardZ: -1, upX: 0, upY: 1, upZ: 0 };
      const names = ObjectKeys(initial);
      for (let i = 0; i < names.length; i++) this[names[i]] = new AudioParam(kInternal, context, initial[names[i]]);
    }
    setPosition() {}
    setOrientation() {}
  }
  exposeInterface('AudioListener', AudioListener);
  ObjectAssign(parts, { AudioParam, AudioBuffer, PeriodicWave, AudioListener });
};
