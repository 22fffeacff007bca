// CSS colours: https://www.w3.org/TR/css-color-4/. A colour is one number, 0xRRGGBBAA, as legacy sRGB colours are in browsers.

const Colors = (() => {
  const NAMED = 'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 '
    + 'black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 '
    + 'chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff '
    + 'darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b '
    + 'darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a '
    + 'darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 '
    + 'darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 '
    + 'floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 '
    + 'gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 '
    + 'ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 '
    + 'lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 '
    + 'lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 '
    + 'lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 '
    + 'magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db '
    + 'mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 '
    + 'midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 '
    + 'olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 '
    + 'paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd '
    + 'powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 '
    + 'salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb '
    + 'slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c '
    + 'teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 '
    + 'yellow ffff00 yellowgreen 9acd32 '
    // System colours of a light desktop, https://www.w3.org/TR/css-color-4/#css-system-colors
    + 'canvas ffffff canvastext 000000 linktext 0000ee visitedtext 551a8b activetext ff0000 buttonface efefef '
    + 'buttontext 000000 buttonborder 000000 field ffffff fieldtext 000000 highlight 3367d1 highlighttext ffffff '
    + 'selecteditem 1967d2 selecteditemtext ffffff mark ffff00 marktext 000000 graytext 808080 accentcolor 0075ff accentcolortext ffffff '
    // Deprecated ones, which stand for those above: https://www.w3.org/TR/css-color-4/#deprecated-system-colors
    + 'activeborder 000000 activecaption ffffff appworkspace ffffff background ffffff buttonhighlight efefef buttonshadow efefef '
    + 'captiontext 000000 inactiveborder 000000 inactivecaption ffffff inactivecaptiontext 808080 infobackground ffffff '
    + 'infotext 000000 menu ffffff menutext 000000 scrollbar ffffff threeddarkshadow 000000 threedface efefef '
    + 'threedhighlight 000000 threedlightshadow 000000 threedshadow 000000 window ffffff windowframe 000000 windowtext 000000';

  /** Name → packed colour; made when the first name is asked for, since most pages use few. */
  let named = null;
  const namedColors = () => {
    named = new SafeMap();
    const words = StringSplit(NAMED, ' ');
    for (let i = 0; i < words.length; i += 2) named.set(words[i], ((NumberParseInt(words[i + 1], 16) << 8) | 255) >>> 0);
    named.set('transparent', 0);
    return named;
  };

  const clamp = (value, low, high) => (value > low ? (value < high ? value : high) : low);
  const byte = (value) => clamp(MathRound(value), 0, 255);
  /** Packs channels of 0…255 and an alpha of 0…1. */
  const pack = (r, g, b, alpha) => ((byte(r) << 24) | (byte(g) << 16) | (byte(b) << 8) | byte(clamp(alpha, 0, 1) * 255)) >>> 0;

  const HEX = /^#[0-9a-f]+$/;
  const parseHex = (text) => {
    const digits = text.length - 1;
    if (!RegExpTest(HEX, text)) return null;
    const value = NumberParseInt(StringSlice(text, 1), 16);
    if (digits === 6) return ((value << 8) | 255) >>> 0;
    if (digits === 8) return value >>> 0;
    if (digits !== 3 && digits !== 4) return null;
    const all = digits === 3 ? (value << 4) | 15 : value;
    return (((all >> 12 & 15) * 17 << 24) | ((all >> 8 & 15) * 17 << 16) | ((all >> 4 & 15) * 17 << 8) | (all & 15) * 17) >>> 0;
  };

  const COMPONENT = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(%|deg|rad|grad|turn)?$/;
  const TURN_UNITS = { __proto__: null, deg: 1, rad: 180 / MathPI, grad: 0.9, turn: 360 };

  /** One component: {value, unit} with unit '' | '%' | an angle's | 'none'. */
  const component = (word) => {
    if (word === 'none') return { value: 0, unit: 'none' };
    const match = RegExpExec(COMPONENT, word);
    return match === null ? null : { value: +match[1], unit: match[2] ?? '' };
  };

  const SPACES = /\s+/g;
  const squeeze = (text) => {
    let out = '';
    let last = 0;
    SPACES.lastIndex = 0;
    for (let match; (match = RegExpExec(SPACES, text)) !== null;) {
      out += StringSlice(text, last, match.index) + ' ';
      last = SPACES.lastIndex;
    }
    return StringTrim(out + StringSlice(text, last));
  };

  /** Splits a function's arguments: {parts: three components, alpha, legacy} or null. */
  const channels = (text) => {
    const legacy = StringIncludes(text, ',');
    const words = [];
    let alphaWord = null;
    if (legacy) {
      const raw = StringSplit(text, ',');
      for (let i = 0; i < raw.length; i++) ArrayPush(words, StringTrim(raw[i]));
      if (words.length === 4) alphaWord = ArrayPop(words);
    } else {
      const slash = StringIndexOf(text, '/');
      if (slash >= 0) alphaWord = StringTrim(StringSlice(text, slash + 1));
      const raw = StringSplit(squeeze(slash >= 0 ? StringSlice(text, 0, slash) : text), ' ');
      for (let i = 0; i < raw.length; i++) ArrayPush(words, raw[i]);
    }
    if (words.length !== 3) return null;
    const parts = [component(words[0]), component(words[1]), component(words[2])];
    if (parts[0] === null || parts[1] === null || parts[2] === null) return null;
    if (legacy && (parts[0].unit === 'none' || parts[1].unit === 'none' || parts[2].unit === 'none')) return null;
    const alpha = alphaWord === null ? 1 : alphaOf(alphaWord, legacy);
    return alpha === null ? null : { parts, alpha, legacy };
  };
  const alphaOf = (word, legacy) => {
    const part = component(word);
    if (part === null || (legacy && part.unit === 'none') || (part.unit !== '' && part.unit !== '%' && part.unit !== 'none')) return null;
    return clamp(part.unit === '%' ? part.value / 100 : part.value, 0, 1);
  };

  const parseRGB = (given) => {
    const values = [0, 0, 0];
    for (let i = 0; i < 3; i++) {
      const part = given.parts[i];
      if (given.legacy && part.unit !== given.parts[0].unit) return null;
      if (part.unit !== '' && part.unit !== '%' && part.unit !== 'none') return null;
      values[i] = part.unit === '%' ? part.value * 255 / 100 : part.value;
    }
    return pack(values[0], values[1], values[2], given.alpha);
  };

  const hueOf = (part) => {
    if (part.unit === '%') return null;
    const degrees = part.value * (TURN_UNITS[part.unit] ?? 1) % 360;
    return degrees < 0 ? degrees + 360 : degrees;
  };
  const fractionOf = (part, legacy) => (part.unit === '%' || (!legacy && (part.unit === '' || part.unit === 'none'))
    ? clamp(part.value / 100, 0, 1) : null);

  /** One sRGB channel of a hue, https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
  const hslChannel = (n, hue, saturation, lightness) => {
    const k = (n + hue / 30) % 12;
    return lightness - saturation * MathMin(lightness, 1 - lightness) * MathMax(-1, MathMin(k - 3, 9 - k, 1));
  };
  const parseHue = (given, isHWB) => {
    const hue = hueOf(given.parts[0]);
    const second = fractionOf(given.parts[1], given.legacy);
    const third = fractionOf(given.parts[2], given.legacy);
    if (hue === null || second === null || third === null || (isHWB && given.legacy)) return null;
    const channel = (n) => {
      if (!isHWB) return hslChannel(n, hue, second, third) * 255;
      if (second + third >= 1) return second / (second + third) * 255;
      return (hslChannel(n, hue, 1, 0.5) * (1 - second - third) + second) * 255;
    };
    return pack(channel(0), channel(8), channel(4), given.alpha);
  };

  const splitArguments = (text) => {
    const parts = [];
    let depth = 0;
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (c === '(') depth++;
      else if (c === ')') depth--;
      else if (c === ',' && depth === 0) {
        ArrayPush(parts, StringTrim(StringSlice(text, start, i)));
        start = i + 1;
      }
    }
    ArrayPush(parts, StringTrim(StringSlice(text, start)));
    return parts;
  };

  /** The colour at `share` (0…1) between two, with premultiplied alpha as transitions have it. */
  const mix = (from, to, share) => {
    const fromAlpha = (from & 255) / 255 * (1 - share);
    const toAlpha = (to & 255) / 255 * share;
    const alpha = fromAlpha + toAlpha;
    if (alpha <= 0) return 0;
    const channel = (shift) => ((from >>> shift & 255) * fromAlpha + (to >>> shift & 255) * toAlpha) / alpha;
    return pack(channel(24), channel(16), channel(8), alpha);
  };

  const parseFunction = (name, body, current) => {
    if (name === 'light-dark') return parse(splitArguments(body)[0], current);
    const modern = isModern(name, body) ? ColorFunctions.parse(name, body, current) : null;
    if (modern !== null) return ColorFunctions.pack(modern);
    const given = channels(StringIncludes(body, '(') ? CSSValues.absolutize(body, CSSValues.DEFAULT_CONTEXT) : body);
    if (given === null) return null;
    switch (name) {
      case 'rgb': case 'rgba': return parseRGB(given);
      case 'hsl': case 'hsla': return parseHue(given, false);
      case 'hwb': return parseHue(given, true);
      default: return null;
    }
  };
  /** Whether a function may be another than the legacy ones of sRGB. */
  const isModern = (name, body) => (name !== 'rgb' && name !== 'rgba' && name !== 'hsl' && name !== 'hsla' && name !== 'hwb')
    || StringStartsWith(body, 'from ');

  const FUNCTION = /^([a-z-]+)\(([^]*?)\)?$/;
  const parseUncached = (text, current) => {
    const lower = StringToLowerCase(StringTrim(text));
    if (lower[0] === '#') return parseHex(lower);
    if (lower === 'currentcolor') return current;
    const match = RegExpExec(FUNCTION, lower);
    if (match !== null) return parseFunction(match[1], StringTrim(match[2]), current);
    return (named ?? namedColors()).get(lower) ?? null;
  };

  const CACHE_ENTRIES_MAX = 4096;
  let cache = new SafeMap();
  /** The packed colour that `text` names, or null; `current` is what `currentcolor` stands for. */
  const parse = (text, current = 255) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const color = parseUncached(text, current);
    if (color !== null && StringIncludes(StringToLowerCase(text), 'currentcolor')) return color;
    if (cache.size >= CACHE_ENTRIES_MAX) cache = new SafeMap();
    cache.set(text, color);
    return color;
  };

  /** Alpha in the fewest decimals that give the same byte back, https://www.w3.org/TR/css-color-4/#serializing-alpha-values */
  const alphaNumber = (alpha) => {
    const rounded = MathRound(alpha / 255 * 100) / 100;
    return MathRound(rounded * 255) === alpha ? rounded : MathRound(alpha / 255 * 1000) / 1000;
  };
  const channelsText = (color) => (color >>> 24) + ', ' + (color >>> 16 & 255) + ', ' + (color >>> 8 & 255);
  /** As `getComputedStyle` and CSSOM give it: rgb(…) or rgba(…). */
  const serializeCSS = (color) => ((color & 255) === 255
    ? 'rgb(' + channelsText(color) + ')' : 'rgba(' + channelsText(color) + ', ' + alphaNumber(color & 255) + ')');
  /** As a canvas context's `fillStyle` gives it: #rrggbb, or rgba(…) when not opaque. */
  const serialize = (color) => ((color & 255) === 255
    ? '#' + StringPadStart(NumberToString(color >>> 8, 16), 6, '0') : serializeCSS(color));

  /** The text of a colour that isn't a legacy one, such as `oklch(0.7 0.15 240)`; null for all others. */
  const modernText = (text, current = 255) => {
    const match = RegExpExec(FUNCTION, StringToLowerCase(StringTrim(text)));
    if (match === null || !isModern(match[1], match[2])) return null;
    const color = ColorFunctions.parse(match[1], StringTrim(match[2]), current);
    return color === null ? null : ColorFunctions.serialize(color);
  };
  /** A colour's computed value as a text, given its text and what that was read as. */
  const computedText = (text, color, current) => (text[0] !== '#' && StringIncludes(text, '(') ? modernText(text, current) : null) ?? serializeCSS(color);

  return { parse, serialize, serializeCSS, modernText, computedText, splitArguments, alphaNumber, pack, mix };
})();
