// What a page has drawn and shows, in a form that is the same in the simulated and in a real browser. Both evaluate
// this file behind `intrinsics.js` and before the page's own scripts.

const PageDigest = (() => {
  const { document } = globalThis;
  const ELEMENTS_MAX = 1500;
  const THUMBNAIL_SIZE = 16;
  /** Numbers are compared in 64ths: engines' sines differ in the last place. */
  const STEPS_PER_UNIT = 64;

  // Canvas calls: their number, and a running FNV-1a of names and arguments

  let callCount = 0;
  let hash = 0x811c9dc5 | 0;
  const mix = (word) => {
    hash = MathImul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  };

  const textHashes = new SafeMap();
  const hashOfText = (text) => {
    let result = textHashes.get(text);
    if (result !== undefined) return result;
    result = 0x811c9dc5 | 0;
    for (let i = 0; i < text.length; i++) result = MathImul(result ^ StringCharCodeAt(text, i), 0x01000193);
    if (textHashes.size < 10_000) textHashes.set(text, result);
    return result;
  };

  const objectNumbers = new SafeWeakMap();
  let objectCount = 0;
  const numberOf = (object) => {
    let number = objectNumbers.get(object);
    if (number === undefined) objectNumbers.set(object, number = ++objectCount);
    return number;
  };

  const mixNumber = (value) => {
    if (NumberIsFinite(value)) mix(MathRound(value * STEPS_PER_UNIT) | 0);
    else mix(value > 0 ? 1 : value < 0 ? 2 : 3);
  };
  const mixValue = (value) => {
    if (typeof value === 'number') return mixNumber(value);
    if (typeof value === 'string') return mix(hashOfText(value));
    if (ArrayIsArray(value)) {
      mix(value.length);
      for (let i = 0; i < value.length; i++) mixValue(value[i]);
      return undefined;
    }
    if (typeof value === 'object' && value !== null) return mix(numberOf(value));
    return mix(value === undefined ? 4 : value === null ? 5 : value === true ? 6 : 7);
  };
  const note = (name, values) => {
    callCount += 1;
    mix(name);
    mix(values.length);
    for (let i = 0; i < values.length; i++) mixValue(values[i]);
  };

  const watchMethod = (prototype, name, method) => {
    const key = hashOfText(name);
    const watched = { [name](...values) { note(key, values); return ReflectApply(method, this, values); } }[name];
    ObjectDefineProperty(prototype, name, { value: watched, writable: true, enumerable: true, configurable: true });
  };
  const watchSetter = (prototype, name, descriptor) => {
    const key = hashOfText(name);
    const { set } = descriptor;
    ObjectDefineProperty(prototype, name, { ...descriptor, set(value) { note(key, [value]); ReflectApply(set, this, [value]); } });
  };
  const watch = (interfaceName, only) => {
    const prototype = globalThis[interfaceName]?.prototype;
    if (prototype === undefined) return;
    const names = only ?? ObjectGetOwnPropertyNames(prototype);
    for (let i = 0; i < names.length; i++) {
      const descriptor = ObjectGetOwnPropertyDescriptor(prototype, names[i]);
      if (names[i] === 'constructor' || descriptor === undefined || !descriptor.configurable) continue;
      if (typeof descriptor.value === 'function') watchMethod(prototype, names[i], descriptor.value);
      else if (descriptor.set !== undefined) watchSetter(prototype, names[i], descriptor);
    }
  };

  const getContext = uncurryThis(globalThis.HTMLCanvasElement.prototype.getContext);
  const getImageData = uncurryThis(globalThis.CanvasRenderingContext2D.prototype.getImageData);
  watch('CanvasRenderingContext2D');
  watch('OffscreenCanvasRenderingContext2D');
  watch('Path2D');
  watch('HTMLCanvasElement', ['width', 'height']);

  // What is shown

  /** The page's text as a person reads it: lines without the blanks around them. */
  const text = () => {
    const lines = StringSplit(document.body?.innerText ?? '', '\n');
    const kept = [];
    for (let i = 0; i < lines.length; i++) {
      const line = StringTrim(lines[i]);
      if (line !== '') ArrayPush(kept, line);
    }
    return ArrayJoin(kept, '\n');
  };

  const styleOf = globalThis.getComputedStyle;
  const rounded = (number) => MathRound(number * 100) / 100;
  /** Each element that takes up room: its name, its border box, its look. */
  const boxes = () => {
    const found = [];
    if (document.body === null) return found;
    const elements = document.body.querySelectorAll('*');
    for (let i = 0; i < elements.length && found.length < ELEMENTS_MAX; i++) {
      const element = elements[i];
      const box = element.getBoundingClientRect();
      if (box.width === 0 && box.height === 0) continue;
      const style = ReflectApply(styleOf, globalThis, [element]);
      ArrayPush(found, {
        __proto__: null, name: `${element.localName}${element.id === '' ? '' : `#${element.id}`}`,
        box: [rounded(box.x), rounded(box.y), rounded(box.width), rounded(box.height)],
        look: `${style.backgroundColor} ${style.color} ${style.visibility} ${style.opacity} ${style.display} ${style.position}`,
      });
    }
    return found;
  };

  /** A canvas as 16 × 16 mean colours. */
  const thumbnail = (canvas) => {
    const { width, height } = canvas;
    const context = width > 0 && height > 0 ? getContext(canvas, '2d') : null;
    if (context === null) return null;
    const { data } = getImageData(context, 0, 0, width, height);
    const cells = [];
    for (let row = 0; row < THUMBNAIL_SIZE; row++) {
      for (let column = 0; column < THUMBNAIL_SIZE; column++) {
        addMean(cells, data, width, MathFloor(column * width / THUMBNAIL_SIZE), MathCeil((column + 1) * width / THUMBNAIL_SIZE),
          MathFloor(row * height / THUMBNAIL_SIZE), MathCeil((row + 1) * height / THUMBNAIL_SIZE));
      }
    }
    return cells;
  };
  const addMean = (cells, data, width, left, right, top, bottom) => {
    const sums = [0, 0, 0, 0];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = (y * width + x) * 4;
        for (let k = 0; k < 4; k++) sums[k] += data[at + k];
      }
    }
    const count = (right - left) * (bottom - top);
    for (let k = 0; k < 4; k++) ArrayPush(cells, MathRound(sums[k] / count));
  };
  const pixels = () => {
    const canvases = document.querySelectorAll('canvas');
    const pictures = [];
    for (let i = 0; i < canvases.length; i++) ArrayPush(pictures, thumbnail(canvases[i]));
    return pictures;
  };

  return {
    /** The canvas calls so far and the text; with boxes where they are asked for. */
    look(withBoxes) {
      return { __proto__: null, draws: `${callCount}:${hash >>> 0}`, text: text(), boxes: withBoxes ? boxes() : null };
    },
    pixels,
  };
})();
