// The names of properties that reflect attributes (HTML § 2.6.1), and lists of words, taken apart once for all pages.

const ReflectedNames = (() => {
  const known = new SafeMap();
  /** A name is a property, or `property=attribute` where the two differ in more than case. */
  const split = (name) => {
    const equals = StringIndexOf(name, '=');
    if (equals < 0) return { property: name, attribute: StringToLowerCase(name) };
    return { property: StringSlice(name, 0, equals), attribute: StringSlice(name, equals + 1) };
  };
  const aria = StringSplit('Atomic Busy Checked Current Description Disabled Expanded Hidden Label Level Live '
    + 'Modal Pressed Selected ValueMax ValueMin ValueNow ValueText', ' ');
  return {
    of(name) {
      let names = known.get(name);
      if (names === undefined) known.set(name, names = split(name));
      return names;
    },
    /** What all elements have of WAI-ARIA. */
    aria: ArrayConcat(['role'], ArrayMap(aria, (name) => `aria${name}=aria-${StringToLowerCase(name)}`)),
  };
})();

/** The words of a text that are divided by blanks. */
const wordsOf = (() => {
  const known = new SafeMap();
  return (text) => {
    let words = known.get(text);
    if (words === undefined) known.set(text, words = StringSplit(text, ' '));
    return words;
  };
})();
