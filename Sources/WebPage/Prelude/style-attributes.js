// The attributes of CSSStyleDeclaration by which pages name properties: https://www.w3.org/TR/cssom-1/#cssstyledeclaration

/** The property behind each attribute, which is a property's name, dashed or in camel case. */
const StyleAttributes = (() => {
  const properties = new SafeMap();
  const add = (name) => {
    properties.set(name, name);
    properties.set(camelCase(name), name);
  };
  const PREFIXED = 'transform transform-origin transform-style transition transition-property transition-duration '
    + 'transition-timing-function transition-delay animation animation-name animation-duration animation-timing-function '
    + 'animation-delay animation-iteration-count animation-direction animation-fill-mode animation-play-state user-select appearance '
    + 'box-shadow border-radius filter backdrop-filter backface-visibility perspective perspective-origin box-sizing flex flex-direction '
    + 'flex-wrap flex-grow flex-shrink flex-basis order align-items align-self align-content justify-content background-clip background-size '
    + 'mask mask-image text-stroke text-stroke-width text-stroke-color text-fill-color tap-highlight-color touch-callout font-smoothing '
    + 'line-clamp box-orient user-drag clip-path text-size-adjust opacity';
  const OTHER = ['word-wrap', 'grid-gap', 'grid-row-gap', 'grid-column-gap', 'inline-size', 'block-size', 'margin-inline-start',
    'margin-inline-end', 'margin-block-start', 'margin-block-end', 'padding-inline-start', 'padding-inline-end', 'padding-block-start',
    'padding-block-end', 'inset-inline-start', 'inset-inline-end', 'inset-block-start', 'inset-block-end'];

  for (let i = 0; i < Properties.count; i++) add(Properties.names[i]);
  Shorthands.table.forEach((shorthand, name) => add(name));
  for (let i = 0; i < OTHER.length; i++) add(OTHER[i]);
  const prefixed = StringSplit(PREFIXED, ' ');
  for (let i = 0; i < prefixed.length; i++) {
    const name = '-webkit-' + prefixed[i];
    add(name);
    properties.set('w' + StringSlice(camelCase(name), 1), name);
  }
  const names = [];
  properties.forEach((property, attribute) => ArrayPush(names, attribute));
  return { names: ObjectFreeze(names), propertyOf: (attribute) => properties.get(attribute) };
})();
