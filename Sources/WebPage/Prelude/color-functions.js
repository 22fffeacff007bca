// The colour functions that aren't legacy sRGB: color(), lab() and kin, color-mix() and relative colours
// (https://www.w3.org/TR/css-color-5/). A colour here is {space, c: three components, alpha}, NaN standing for `none`.

const ColorFunctions = (() => {
  /** For each function: the space, the names of its components, and what 100% of each means. */
  const FUNCTIONS = {
    __proto__: null,
    rgb: { space: 'srgb', names: ['r', 'g', 'b'], full: [255, 255, 255], divisor: 255 },
    hsl: { space: 'hsl', names: ['h', 's', 'l'], full: [0, 100, 100], divisor: 1 },
    hwb: { space: 'hwb', names: ['h', 'w', 'b'], full: [0, 100, 100], divisor: 1 },
    lab: { space: 'lab', names: ['l', 'a', 'b'], full: [100, 125, 125], divisor: 1 },
    lch: { space: 'lch', names: ['l', 'c', 'h'], full: [100, 150, 0], divisor: 1 },
    oklab: { space: 'oklab', names: ['l', 'a', 'b'], full: [1, 0.4, 0.4], divisor: 1 },
    oklch: { space: 'oklch', names: ['l', 'c', 'h'], full: [1, 0.4, 0], divisor: 1 },
  };
  FUNCTIONS.rgba = FUNCTIONS.rgb;
  FUNCTIONS.hsla = FUNCTIONS.hsl;
  const RGB_NAMES = ['r', 'g', 'b'];
  const XYZ_NAMES = ['x', 'y', 'z'];

  /** The words of a text, those of a nested function together; `/` is a word of its own. */
  const wordsOf = (text) => {
    const words = [];
    let word = '';
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (c === '(') depth++;
      else if (c === ')') depth--;
      const isBlank = depth === 0 && (c === ' ' || c === '\t' || c === '\n');
      if (depth > 0 || c === ')' || (!isBlank && c !== '/')) word += c;
      else {
        if (word !== '') ArrayPush(words, word);
        word = '';
        if (c === '/') ArrayPush(words, c);
      }
    }
    if (word !== '') ArrayPush(words, word);
    return words;
  };

  /** A component's number, of which 100% is `full` (an angle's is 0: it has no percentages); null when it is none. */
  const numberOf = (word, full, env) => {
    if (word === 'none') return NaN;
    const known = env === null ? undefined : env[word];
    if (known !== undefined) return known;
    const leaf = CSSValues.math(env === null ? word : withChannels(word, env));
    if (leaf === null) return null;
    if (leaf.unit === '%') return full === 0 ? null : leaf.value * full / 100;
    return leaf.unit === '' || (leaf.unit === 'deg' && full === 0) ? leaf.value : null;
  };
  /** A calculation with the names of the origin's channels replaced by their numbers. */
  const withChannels = (text, env) => {
    let out = '';
    const name = /[a-z]+/g;
    let last = 0;
    for (let match; (match = RegExpExec(name, text)) !== null;) {
      const value = env[match[0]];
      if (value === undefined || text[name.lastIndex] === '(' || RegExpTest(/[\d.]/, text[match.index - 1] ?? ' ')) continue;
      out += StringSlice(text, last, match.index) + '(' + (NumberIsNaN(value) ? 0 : NumberToFixed(value, 12)) + ')';
      last = name.lastIndex;
    }
    return out + StringSlice(text, last);
  };

  /** The channels of a colour in a space by their names, as relative colours see them. */
  const environment = (origin, { space, names, divisor }) => {
    const c = origin.space === space ? origin.c : ColorSpaces.convert(origin.c, origin.space, space);
    return { __proto__: null, [names[0]]: c[0] * divisor, [names[1]]: c[1] * divisor, [names[2]]: c[2] * divisor, alpha: origin.alpha };
  };

  /** Components and alpha after the function's name and origin. */
  const components = (words, form, env) => {
    const slash = ArrayIndexOf(words, '/');
    if (words.length !== 3 && !(slash === 3 && words.length === 5)) return null;
    const c = [];
    for (let i = 0; i < 3; i++) {
      const value = numberOf(words[i], form.full[i], env);
      if (value === null) return null;
      c[i] = value / form.divisor;
    }
    const given = slash === 3 ? numberOf(words[4], 1, env) : env === null ? 1 : env.alpha;
    if (given === null) return null;
    return { space: form.space, c, alpha: NumberIsNaN(given) ? given : MathMax(0, MathMin(1, given)) };
  };

  /** Lightness and chroma stay in their ranges; hues and saturations of relative colours become sRGB. */
  const finished = (color) => {
    if (color === null) return null;
    const { space, c } = color;
    if (space === 'hsl' || space === 'hwb') return { space: 'srgb', c: ColorSpaces.convert(c, space, 'srgb'), alpha: color.alpha };
    if (space === 'lab' || space === 'lch') c[0] = MathMax(0, MathMin(100, c[0]));
    else if (space === 'oklab' || space === 'oklch') c[0] = MathMax(0, MathMin(1, c[0]));
    if (space === 'lch' || space === 'oklch') {
      c[1] = MathMax(0, c[1]);
      c[2] = ColorSpaces.degrees(c[2]);
    }
    return color;
  };

  /** Any colour as components: legacy ones are sRGB; null when the text is no colour. */
  const valueOf = (text, current) => {
    const match = RegExpExec(/^([a-z-]+)\(([^]*?)\)?$/, text);
    const modern = match === null ? null : parse(match[1], StringTrim(match[2]), current);
    if (modern !== null) return modern;
    const packed = Colors.parse(text, current);
    if (packed === null) return null;
    return { space: 'srgb', c: [(packed >>> 24) / 255, (packed >>> 16 & 255) / 255, (packed >>> 8 & 255) / 255], alpha: Colors.alphaNumber(packed & 255) };
  };

  const parseColorFunction = (words, current) => {
    let env = null;
    let origin = null;
    if (words[0] === 'from') {
      origin = valueOf(words[1] ?? '', current);
      if (origin === null) return null;
      words = ArraySlice(words, 2);
    }
    const space = words[0] === 'xyz' ? 'xyz-d65' : words[0];
    if (!ColorSpaces.has(space) || FUNCTIONS[space] !== undefined) return null;
    const form = { space, names: StringStartsWith(space, 'xyz') ? XYZ_NAMES : RGB_NAMES, full: [1, 1, 1], divisor: 1 };
    if (origin !== null) env = environment(origin, form);
    return components(ArraySlice(words, 1), form, env);
  };

  // --- color-mix()
  const MIX_SIDE = /^(?:([\d.]+)%\s+)?([^]*?)(?:\s+([\d.]+)%)?$/;
  /** The second hue moved so that the way to it is the wanted one, https://www.w3.org/TR/css-color-4/#hue-interpolation */
  const adjustedHue = (from, to, method) => {
    const difference = to - from;
    switch (method) {
      case 'longer': return difference > 0 && difference < 180 ? to - 360 : difference > -180 && difference <= 0 ? to + 360 : to;
      case 'increasing': return difference < 0 ? to + 360 : to;
      case 'decreasing': return difference > 0 ? to - 360 : to;
      default: return difference > 180 ? to - 360 : difference < -180 ? to + 360 : to;
    }
  };
  const HUE_INDEX = { __proto__: null, hsl: 0, hwb: 0, lch: 2, oklch: 2 };
  /** Two colours of one space, with premultiplied alpha; what one of them lacks it takes from the other. */
  const interpolated = (first, second, share, space, method) => {
    const hue = HUE_INDEX[space] ?? -1;
    const firstAlpha = NumberIsNaN(first.alpha) ? second.alpha : first.alpha;
    const secondAlpha = NumberIsNaN(second.alpha) ? first.alpha : second.alpha;
    const alpha = firstAlpha * (1 - share) + secondAlpha * share;
    const c = [];
    for (let i = 0; i < 3; i++) {
      const a = NumberIsNaN(first.c[i]) ? second.c[i] : first.c[i];
      const b = NumberIsNaN(second.c[i]) ? a : second.c[i];
      if (i === hue) c[i] = ColorSpaces.degrees(a + (adjustedHue(a, b, method) - a) * share);
      else if (NumberIsNaN(alpha)) c[i] = a * (1 - share) + b * share;
      else c[i] = alpha === 0 ? a * (1 - share) + b * share : (a * firstAlpha * (1 - share) + b * secondAlpha * share) / alpha;
    }
    return { space, c, alpha };
  };
  const sideOf = (text, current, space) => {
    const match = RegExpExec(MIX_SIDE, text);
    const color = valueOf(match[2], current);
    if (color === null) return null;
    const share = match[1] ?? match[3];
    if (share !== undefined && +share > 100) return null;
    const c = color.space === space ? color.c : ColorSpaces.convert(color.c, color.space, space);
    return { color: { space, c, alpha: color.alpha }, share: share === undefined ? NaN : +share };
  };
  const parseMix = (body, current) => {
    const parts = Colors.splitArguments(body);
    let method = ['oklab'];
    if (StringStartsWith(parts[0], 'in ')) method = StringSplit(StringSlice(ArrayShift(parts), 3), ' ');
    const space = method[0] === 'xyz' ? 'xyz-d65' : method[0];
    if (parts.length !== 2 || !ColorSpaces.has(space)) return null;
    const first = sideOf(parts[0], current, space);
    const second = sideOf(parts[1], current, space);
    if (first === null || second === null) return null;
    const a = NumberIsNaN(first.share) ? (NumberIsNaN(second.share) ? 50 : 100 - second.share) : first.share;
    const b = NumberIsNaN(second.share) ? 100 - a : second.share;
    const total = a + b;
    const mixed = interpolated(first.color, second.color, total === 0 ? 0.5 : b / total, space, method[1]);
    if (total < 100) mixed.alpha *= total / 100;
    return finished(mixed);
  };

  /** The colour that a function stands for; null for legacy forms, and for what is no colour. */
  const parse = (name, body, current) => {
    if (name === 'color-mix') return parseMix(body, current);
    const words = wordsOf(body);
    if (name === 'color') return parseColorFunction(words, current);
    const form = FUNCTIONS[name];
    if (form === undefined || StringIncludes(body, ',') && words[0] !== 'from') return null;
    if (words[0] !== 'from') return form.divisor === 255 || form.space === 'hsl' || form.space === 'hwb' ? null : finished(components(words, form, null));
    const origin = valueOf(words[1] ?? '', current);
    return origin === null ? null : finished(components(ArraySlice(words, 2), form, environment(origin, form)));
  };

  /** The nearest sRGB colour by clipping, packed. */
  const pack = ({ space, c, alpha }) => {
    const channels = ColorSpaces.convert(c, space, 'srgb');
    return Colors.pack(channels[0] * 255 || 0, channels[1] * 255 || 0, channels[2] * 255 || 0, alpha || 0);
  };
  const numberText = (value) => (NumberIsNaN(value) ? 'none' : CSSValues.numberText(MathAbs(value) < 1e-12 ? 0 : value));
  /** https://www.w3.org/TR/css-color-4/#serializing-color-values */
  const serialize = ({ space, c, alpha }) => {
    const parts = numberText(c[0]) + ' ' + numberText(c[1]) + ' ' + numberText(c[2]) + (alpha === 1 ? '' : ' / ' + numberText(alpha));
    return FUNCTIONS[space] !== undefined ? space + '(' + parts + ')' : 'color(' + space + ' ' + parts + ')';
  };
  return { parse, pack, serialize };
})();
