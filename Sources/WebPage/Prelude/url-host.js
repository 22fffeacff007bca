// Hosts of URLs (URL Standard § 3): domains with Punycode, IPv4 and IPv6 addresses. Parsers answer null for failure.

const URLHost = (() => {
  const isDigit = (code) => code >= 48 && code <= 57;
  const forbiddenInDomain = '\0\t\n\r #/:<>?@[\\]^|%\x7f';
  const forbiddenInOpaque = '\0\t\n\r #/:<>?@[\\]^|';
  const hasAny = (text, characters) => {
    for (let i = 0; i < text.length; i++) if (StringIncludes(characters, text[i])) return true;
    return false;
  };

  /** RFC 3492 § 6.3. */
  const punycode = (label) => {
    const points = [];
    for (let i = 0; i < label.length; i++) {
      const point = StringCodePointAt(label, i);
      ArrayPush(points, point);
      if (point > 0xffff) i += 1;
    }
    let output = '';
    for (let i = 0; i < points.length; i++) if (points[i] < 128) output += StringFromCharCode(points[i]);
    const basicCount = output.length;
    if (basicCount === points.length) return label;
    if (basicCount > 0) output += '-';
    let n = 128;
    let delta = 0;
    let bias = 72;
    let handled = basicCount;
    const digit = (value) => StringFromCharCode(value < 26 ? value + 97 : value + 22);
    const adapt = (value, count, first) => {
      let rest = first ? MathFloor(value / 700) : value >> 1;
      rest += MathFloor(rest / count);
      let k = 0;
      while (rest > 455) {
        rest = MathFloor(rest / 35);
        k += 36;
      }
      return k + MathFloor((36 * rest) / (rest + 38));
    };
    while (handled < points.length) {
      let next = 0x7fffffff;
      for (let i = 0; i < points.length; i++) if (points[i] >= n && points[i] < next) next = points[i];
      delta += (next - n) * (handled + 1);
      n = next;
      for (let i = 0; i < points.length; i++) {
        if (points[i] < n) delta += 1;
        if (points[i] !== n) continue;
        let q = delta;
        for (let k = 36; ; k += 36) {
          const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
          if (q < t) break;
          output += digit(t + ((q - t) % (36 - t)));
          q = MathFloor((q - t) / (36 - t));
        }
        output += digit(q);
        bias = adapt(delta, handled + 1, handled === basicCount);
        delta = 0;
        handled += 1;
      }
      delta += 1;
      n += 1;
    }
    return `xn--${output}`;
  };

  const toASCII = (domain) => {
    const labels = StringSplit(StringToLowerCase(domain), '.');
    for (let i = 0; i < labels.length; i++) labels[i] = punycode(labels[i]);
    return ArrayJoin(labels, '.');
  };

  const parseNumber = (text) => {
    if (text === '') return null;
    let radix = 10;
    let digits = text;
    if (text.length >= 2 && text[0] === '0' && (text[1] === 'x' || text[1] === 'X')) {
      radix = 16;
      digits = StringSlice(text, 2);
    } else if (text.length >= 2 && text[0] === '0') {
      radix = 8;
      digits = StringSlice(text, 1);
    }
    if (digits === '') return 0;
    let value = 0;
    for (let i = 0; i < digits.length; i++) {
      const digit = NumberParseInt(digits[i], radix);
      if (NumberIsNaN(digit)) return null;
      value = value * radix + digit;
    }
    return value;
  };
  const endsInNumber = (domain) => {
    const parts = StringSplit(domain, '.');
    if (parts[parts.length - 1] === '') {
      if (parts.length === 1) return false;
      ArrayPop(parts);
    }
    const last = parts[parts.length - 1];
    let digitsOnly = last !== '';
    for (let i = 0; i < last.length; i++) if (!isDigit(StringCharCodeAt(last, i))) digitsOnly = false;
    return digitsOnly || (StringStartsWith(last, '0x') && parseNumber(last) !== null);
  };
  const parseIPv4 = (text) => {
    const parts = StringSplit(text, '.');
    if (parts[parts.length - 1] === '' && parts.length > 1) ArrayPop(parts);
    if (parts.length > 4) return null;
    let address = 0;
    for (let i = 0; i < parts.length; i++) {
      const number = parseNumber(parts[i]);
      if (number === null) return null;
      const isLast = i === parts.length - 1;
      if (number >= (isLast ? MathPow(256, 5 - parts.length) : 256)) return null;
      address += isLast ? number : number * MathPow(256, 3 - i);
    }
    return `${MathFloor(address / 0x1000000)}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
  };

  /** The pieces of an IPv6 address; an embedded IPv4 address counts for two. */
  const ipv6Pieces = (text) => {
    const pieces = [];
    if (text === '') return pieces;
    const parts = StringSplit(text, ':');
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (i === parts.length - 1 && StringIncludes(part, '.')) {
        if (!RegExpTest(/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/, part)) return null;
        const bytes = StringSplit(part, '.');
        ArrayPush(pieces, bytes[0] * 256 + +bytes[1]);
        ArrayPush(pieces, bytes[2] * 256 + +bytes[3]);
      } else {
        if (!RegExpTest(/^[0-9a-fA-F]{1,4}$/, part)) return null;
        ArrayPush(pieces, NumberParseInt(part, 16));
      }
    }
    return pieces;
  };
  const parseIPv6 = (text) => {
    const gap = StringIndexOf(text, '::');
    const head = ipv6Pieces(gap < 0 ? text : StringSlice(text, 0, gap));
    const tail = gap < 0 ? [] : ipv6Pieces(StringSlice(text, gap + 2));
    if (head === null || tail === null) return null;
    const count = head.length + tail.length;
    if (gap < 0 ? count !== 8 : count > 7) return null;
    while (head.length < 8 - tail.length) ArrayPush(head, 0);
    return `[${serializeIPv6(ArrayConcat(head, tail))}]`;
  };
  /** The first longest run of two or more zeros becomes "::". */
  const serializeIPv6 = (pieces) => {
    let best = -1;
    let bestLength = 1;
    for (let i = 0; i < 8; i++) {
      let length = 0;
      while (i + length < 8 && pieces[i + length] === 0) length += 1;
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    let text = '';
    for (let i = 0; i < 8; i++) {
      if (i === best) {
        text += i === 0 ? '::' : ':';
        i += bestLength - 1;
        continue;
      }
      text += NumberToString(pieces[i], 16) + (i < 7 ? ':' : '');
    }
    return text;
  };

  return {
    /** "Host parsing"; `percentDecode` and `percentEncode` are given so that the two files need not know each other. */
    parse(input, isSpecial, percentDecode, percentEncode) {
      if (input[0] === '[') return StringEndsWith(input, ']') ? parseIPv6(StringSlice(input, 1, -1)) : null;
      if (!isSpecial) return hasAny(input, forbiddenInOpaque) ? null : percentEncode(input);
      const domain = toASCII(percentDecode(input));
      if (domain === '' || hasAny(domain, forbiddenInDomain)) return null;
      for (let i = 0; i < domain.length; i++) if (domain[i] < '\x20') return null;
      return endsInNumber(domain) ? parseIPv4(domain) : domain;
    },
  };
})();
