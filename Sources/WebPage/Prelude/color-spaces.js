// Colour spaces and the ways between them, by way of CIE XYZ with a D65 white: https://www.w3.org/TR/css-color-4/#color-conversion-code

const ColorSpaces = (() => {
  const times = (m, c) => [
    m[0] * c[0] + m[1] * c[1] + m[2] * c[2], m[3] * c[0] + m[4] * c[1] + m[5] * c[2], m[6] * c[0] + m[7] * c[1] + m[8] * c[2]];
  const inverted = (m) => {
    const cofactor = (a, b, c, d) => m[a] * m[d] - m[b] * m[c];
    const out = [
      cofactor(4, 5, 7, 8), -cofactor(1, 2, 7, 8), cofactor(1, 2, 4, 5), -cofactor(3, 5, 6, 8), cofactor(0, 2, 6, 8),
      -cofactor(0, 2, 3, 5), cofactor(3, 4, 6, 7), -cofactor(0, 1, 6, 7), cofactor(0, 1, 3, 4)];
    const determinant = m[0] * out[0] + m[1] * out[3] + m[2] * out[6];
    for (let i = 0; i < 9; i++) out[i] /= determinant;
    return out;
  };
  const each = (c, f) => [f(c[0]), f(c[1]), f(c[2])];
  const signed = (f) => (value) => MathSign(value) * f(MathAbs(value));

  const toD65 = [0.9554734527042182, -0.023098536874261423, 0.0632593086610217, -0.028369706963208136, 1.0099954580058226, 0.021041398966943008,
    0.012314001688319899, -0.020507696433477912, 1.3303659366080753];
  const toD50 = inverted(toD65);

  /** An RGB space: its matrix to XYZ, its decoding of a channel and the way back. */
  const rgb = (matrix, decode, encode, isD50 = false) => {
    const back = inverted(matrix);
    return {
      to: (c) => (isD50 ? times(toD65, times(matrix, each(c, decode))) : times(matrix, each(c, decode))),
      from: (c) => each(times(back, isD50 ? times(toD50, c) : c), encode),
    };
  };
  const same = (value) => value;
  const decodeSRGB = signed((v) => (v <= 0.04045 ? v / 12.92 : MathPow((v + 0.055) / 1.055, 2.4)));
  const encodeSRGB = signed((v) => (v > 0.0031308 ? 1.055 * MathPow(v, 1 / 2.4) - 0.055 : 12.92 * v));
  const power = (exponent) => signed((v) => MathPow(v, exponent));
  const SRGB = [0.41239079926595934, 0.357584339383878, 0.1804807884018343, 0.21263900587151027, 0.715168678767756, 0.07219231536073371,
    0.01933081871559182, 0.11919477979462598, 0.9505321522496607];

  const WHITE_D50 = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];
  const lab = {
    to(c) {
      const fy = (c[0] + 16) / 116;
      const cube = (f) => (f * f * f > 216 / 24389 ? f * f * f : (116 * f - 16) * 27 / 24389);
      const xyz = [cube(fy + c[1] / 500), c[0] > 8 ? fy * fy * fy : c[0] * 27 / 24389, cube(fy - c[2] / 200)];
      return times(toD65, [xyz[0] * WHITE_D50[0], xyz[1], xyz[2] * WHITE_D50[2]]);
    },
    from(c) {
      const xyz = times(toD50, c);
      const root = (v) => (v > 216 / 24389 ? NativeMath.cbrt(v) : (v * 24389 / 27 + 16) / 116);
      const f = [root(xyz[0] / WHITE_D50[0]), root(xyz[1]), root(xyz[2] / WHITE_D50[2])];
      return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    },
  };
  const XYZ_TO_LMS = [0.819022437996703, 0.3619062600528904, -0.1288737815209879, 0.0329836539323885, 0.9292868615863434, 0.0361446663506424,
    0.0481771893596242, 0.2642395317527308, 0.6335478284694309];
  const LMS_TO_OKLAB = [0.210454268309314, 0.7936177747023054, -0.0040720430116193, 1.9779985324311684, -2.4285922420485799, 0.450593709617411,
    0.0259040424655478, 0.7827717124575296, -0.8086757549230774];
  const LMS_TO_XYZ = inverted(XYZ_TO_LMS);
  const OKLAB_TO_LMS = inverted(LMS_TO_OKLAB);
  const oklab = {
    to: (c) => times(LMS_TO_XYZ, each(times(OKLAB_TO_LMS, c), (v) => v * v * v)),
    from: (c) => times(LMS_TO_OKLAB, each(times(XYZ_TO_LMS, c), (v) => NativeMath.cbrt(v))),
  };
  /** Lightness, chroma and hue of a space with two opponent axes; a colour without chroma has no hue. */
  const polar = (space, epsilon) => ({
    to(c) {
      const hue = c[2] * MathPI / 180;
      return space.to([c[0], c[1] * MathCos(hue), c[1] * MathSin(hue)]);
    },
    from(c) {
      const [lightness, a, b] = space.from(c);
      const chroma = MathHypot(a, b);
      return [lightness, chroma, chroma <= epsilon ? NaN : degrees(MathAtan2(b, a) * 180 / MathPI)];
    },
  });
  const degrees = (hue) => (hue % 360 + 360) % 360;

  const srgb = rgb(SRGB, decodeSRGB, encodeSRGB);
  /** One sRGB channel of a hue, https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
  const hslChannel = (n, hue, saturation, lightness) => {
    const k = (n + hue / 30) % 12;
    return lightness - saturation * MathMin(lightness, 1 - lightness) * MathMax(-1, MathMin(k - 3, 9 - k, 1));
  };
  const hslToRGB = (c) => {
    const hue = degrees(c[0]);
    return [hslChannel(0, hue, c[1] / 100, c[2] / 100), hslChannel(8, hue, c[1] / 100, c[2] / 100), hslChannel(4, hue, c[1] / 100, c[2] / 100)];
  };
  const hueOf = (c, high, span) => {
    if (span < 1e-6) return NaN;
    const turned = high === c[0] ? (c[1] - c[2]) / span : high === c[1] ? (c[2] - c[0]) / span + 2 : (c[0] - c[1]) / span + 4;
    return degrees(turned * 60);
  };
  const hsl = {
    to: (c) => srgb.to(hslToRGB(c)),
    from(given) {
      const c = srgb.from(given);
      const high = MathMax(c[0], c[1], c[2]);
      const low = MathMin(c[0], c[1], c[2]);
      const lightness = (high + low) / 2;
      const saturation = high - low < 1e-6 ? 0 : (high - lightness) / MathMin(lightness, 1 - lightness);
      return [hueOf(c, high, high - low), saturation * 100, lightness * 100];
    },
  };
  const hwb = {
    to(c) {
      const white = c[1] / 100;
      const black = c[2] / 100;
      if (white + black >= 1) return srgb.to(each([1, 1, 1], () => white / (white + black)));
      return srgb.to(each(hslToRGB([c[0], 100, 50]), (v) => v * (1 - white - black) + white));
    },
    from(given) {
      const c = srgb.from(given);
      const high = MathMax(c[0], c[1], c[2]);
      const low = MathMin(c[0], c[1], c[2]);
      return [hueOf(c, high, high - low), low * 100, (1 - high) * 100];
    },
  };

  /** Each space: `to(components)` gives XYZ, `from(xyz)` the components. */
  const spaces = {
    __proto__: null, srgb, lab, oklab, hsl, hwb,
    'srgb-linear': rgb(SRGB, same, same),
    'display-p3': rgb([0.4865709486482162, 0.26566769316909306, 0.1982172852343625, 0.2289745640697488, 0.6917385218365064, 0.079286914093745,
      0, 0.04511338185890264, 1.043944368900976], decodeSRGB, encodeSRGB),
    'a98-rgb': rgb([0.5766690429101305, 0.1855582379065463, 0.1882286462349947, 0.29734497525053605, 0.6273635662554661, 0.07529145849399788,
      0.02703136138641234, 0.07068885253582723, 0.9913375368376388], power(563 / 256), power(256 / 563)),
    'prophoto-rgb': rgb([0.7977604896723027, 0.13518583717574031, 0.0313493495815248, 0.2880711282292934, 0.7118432178101014,
      0.00008565396060525902, 0, 0, 0.8251046025104601], signed((v) => (v <= 16 / 512 ? v / 16 : MathPow(v, 1.8))),
    signed((v) => (v >= 1 / 512 ? MathPow(v, 1 / 1.8) : 16 * v)), true),
    rec2020: rgb([0.6369580483012914, 0.14461690358620832, 0.1688809751641721, 0.2627002120112671, 0.6779980715188708, 0.05930171646986196,
      0, 0.028072693049087428, 1.060985057710791], signed((v) => (v < 0.018053968510807 * 4.5 ? v / 4.5 : MathPow((v + 0.09929682680944) / 1.09929682680944, 1 / 0.45))),
    signed((v) => (v < 0.018053968510807 ? 4.5 * v : 1.09929682680944 * MathPow(v, 0.45) - 0.09929682680944))),
    'xyz-d65': { to: same, from: same },
    'xyz-d50': { to: (c) => times(toD65, c), from: (c) => times(toD50, c) },
    lch: polar(lab, 0.0015),
    oklch: polar(oklab, 0.000004),
  };
  spaces.xyz = spaces['xyz-d65'];

  return {
    has: (name) => spaces[name] !== undefined,
    /** Components of one space in another; what is missing (NaN) counts as 0. */
    convert(components, from, to) {
      if (from === to) return ArraySlice(components);
      return spaces[to].from(spaces[from].to(each(components, (v) => (NumberIsNaN(v) ? 0 : v))));
    },
    degrees,
  };
})();
