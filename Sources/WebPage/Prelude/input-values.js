// What the types of `<input>` make of a value: sanitization, numbers, steps (HTML § 4.10.5.1, § 4.10.5.3.8).

const InputValues = lazily(() => {
  const DAY = 86_400_000;
  const FLOAT = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;
  const DATE = /^(\d{4,})-(\d\d)-(\d\d)$/;
  const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;
  const MONTH = /^(\d{4,})-(\d\d)$/;
  const { UTC } = NativeDate;
  const withoutLines = (text) => StringReplaceAll(StringReplaceAll(text, '\n', ''), '\r', '');

  const parseDate = (text) => {
    const parts = RegExpExec(DATE, text);
    if (parts === null) return NaN;
    const time = UTC(+parts[1], parts[2] - 1, +parts[3]);
    return StringStartsWith(DateToISOString(new NativeDate(time)), text) ? time : NaN;
  };
  const parseTime = (text) => {
    const parts = RegExpExec(TIME, text);
    if (parts === null) return NaN;
    return ((+parts[1] * 60 + +parts[2]) * 60 + +(parts[3] ?? 0)) * 1000 + +StringSlice(`${parts[4] ?? 0}00`, 0, 3);
  };
  const parseMonth = (text) => {
    const parts = RegExpExec(MONTH, text);
    return parts === null || parts[2] < 1 || parts[2] > 12 ? NaN : (parts[1] - 1970) * 12 + +parts[2] - 1;
  };
  const parseFloatingPoint = (text) => (RegExpTest(FLOAT, text) && NumberIsFinite(+text) ? +text : NaN);
  const parseDateTime = (text) => {
    const at = StringIndexOf(text, 'T');
    return parseDate(StringSlice(text, 0, at)) + parseTime(StringSlice(text, at + 1));
  };
  /** `parse` answers NaN for what is no value of the type; `scale` is what one step of 1 stands for. */
  const kinds = {
    __proto__: null,
    number: { parse: parseFloatingPoint, format: (number) => `${number}`, scale: 1, step: 1 },
    range: { parse: parseFloatingPoint, format: (number) => `${number}`, scale: 1, step: 1 },
    date: { parse: parseDate, format: (time) => StringSlice(DateToISOString(new NativeDate(time)), 0, 10), scale: DAY, step: 1 },
    month: { parse: parseMonth, format: (months) => StringSlice(DateToISOString(new NativeDate(UTC(1970, months, 1))), 0, 7), scale: 1, step: 1 },
    time: { parse: parseTime, format: (time) => StringSlice(DateToISOString(new NativeDate(time)), 11, time % 60_000 === 0 ? 16 : 19), scale: 1000, step: 60 },
    'datetime-local': { parse: parseDateTime, format: (time) => StringSlice(DateToISOString(new NativeDate(time)), 0, 16), scale: 1000, step: 60 },
  };

  const limit = (input, name) => {
    const text = input[kAttributes].get(name);
    return text === undefined ? NaN : kinds[input.type].parse(text);
  };
  /** The distance between allowed values; NaN for `step="any"`. */
  const stepOf = (input) => {
    const text = input[kAttributes].get('step');
    const { scale, step } = kinds[input.type];
    if (text !== undefined && StringToLowerCase(text) === 'any') return NaN;
    const given = text === undefined ? NaN : parseFloatingPoint(text);
    return (given > 0 ? given : step) * scale;
  };
  const stepBase = (input) => {
    const least = limit(input, 'min');
    if (!NumberIsNaN(least)) return least;
    const initial = kinds[input.type].parse(input[kAttributes].get('value') ?? '');
    return NumberIsNaN(initial) ? 0 : initial;
  };
  const tidy = (number) => NumberParseFloat(NumberToFixed(number, 10));
  const stepsFrom = (input, number) => tidy((number - stepBase(input)) / stepOf(input));

  const sanitizeRange = (input, value) => {
    const given = limit(input, 'min');
    const min = NumberIsNaN(given) ? 0 : given;
    const asked = limit(input, 'max');
    const max = NumberIsNaN(asked) ? 100 : asked;
    let number = parseFloatingPoint(value);
    if (NumberIsNaN(number)) number = max < min ? min : min + (max - min) / 2;
    number = MathMax(min, MathMin(MathMax(min, max), number));
    const step = stepOf(input);
    if (step > 0) {
      number = tidy(stepBase(input) + MathRound((number - stepBase(input)) / step) * step);
      if (number > max && max >= min) number = tidy(number - step);
    }
    return `${number}`;
  };
  const sanitizeColor = (value) => {
    const color = Colors.parse(StringTrim(value));
    return color === null ? '#000000' : `#${StringPadStart(NumberToString(color >>> 8, 16), 6, '0')}`;
  };

  return {
    /** "Value sanitization" of the types that have one. */
    sanitize(input, value) {
      const { type } = input;
      if (type === 'range') return sanitizeRange(input, value);
      if (type === 'color') return sanitizeColor(value);
      if (kinds[type] !== undefined) return NumberIsNaN(kinds[type].parse(value)) ? '' : value;
      if (buttonTypes[type] || type === 'hidden') return value;
      return type === 'email' || type === 'url' ? StringTrim(withoutLines(value)) : withoutLines(value);
    },
    hasNumber: (input) => kinds[input.type] !== undefined,
    numberOf(input) { return kinds[input.type] === undefined ? NaN : kinds[input.type].parse(input.value); },
    textOf(input, number) {
      if (kinds[input.type] === undefined) throwDOMException('InvalidStateError', "Failed to set the 'valueAsNumber' property on 'HTMLInputElement': This input element does not support Number values.");
      return NumberIsNaN(number) ? '' : kinds[input.type].format(number);
    },
    /** Fills in what the number says about its validity. */
    judge(input, state) {
      const number = this.numberOf(input);
      if (NumberIsNaN(number)) return;
      state.rangeUnderflow = number < limit(input, 'min');
      state.rangeOverflow = number > limit(input, 'max');
      state.stepMismatch = stepOf(input) > 0 && !NumberIsInteger(stepsFrom(input, number));
    },
    /** Goes `count` steps up or down, to the next allowed value first where the present one is none. */
    step(input, count) {
      const step = kinds[input.type] === undefined ? NaN : stepOf(input);
      if (NumberIsNaN(step)) {
        throwDOMException('InvalidStateError', "Failed to execute 'stepUp' on 'HTMLInputElement': This form element does not have an allowed value step.");
      }
      const min = limit(input, 'min');
      const max = limit(input, 'max');
      if (max < min) return;
      const present = this.numberOf(input);
      const start = NumberIsNaN(present) ? 0 : present;
      // Below the least value nothing goes down any more.
      if (count < 0 && present < min) return;
      const steps = stepsFrom(input, start);
      let next = NumberIsInteger(steps) ? start + count * step
        : stepBase(input) + ((count > 0 ? MathFloor(steps) : MathCeil(steps)) + count) * step;
      if (next < min) next = min;
      if (next > max) next = stepBase(input) + MathFloor(stepsFrom(input, max)) * step;
      input.value = kinds[input.type].format(tidy(next));
    },
  };
});
