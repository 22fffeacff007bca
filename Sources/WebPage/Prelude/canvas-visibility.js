// What a person sees of a canvas among the boxes that are painted.

const CanvasVisibility = lazily(() => {
  const { KINDS, NUMBERS_PER_BOX, elementIdOf } = Painting;
  const OPAQUE = /^#[0-9a-f]{6}ff/;
  const OPAQUE_ALPHA_MIN = 0.98;
  const SEEN_ALPHA_MIN = 0.05;
  const SAMPLES = [1 / 6, 1 / 2, 5 / 6];
  const entryOfCanvas = (element, { numbers, count }) => {
    const id = elementIdOf(element);
    for (let i = 0; i < count; i++) {
      if (numbers[i * NUMBERS_PER_BOX + 6] === KINDS.canvas && numbers[i * NUMBERS_PER_BOX + 7] === id) return i;
    }
    return -1;
  };
  const isOpaque = (numbers, at) => numbers[at + 6] === KINDS.fill && numbers[at + 5] >= OPAQUE_ALPHA_MIN && RegExpTest(OPAQUE, Looks.text(numbers[at + 4]));
  const isUnderOpaque = ({ numbers, count }, entry, x, y) => {
    for (let at = (entry + 1) * NUMBERS_PER_BOX; at < count * NUMBERS_PER_BOX; at += NUMBERS_PER_BOX) {
      const isOver = x >= numbers[at] && y >= numbers[at + 1] && x < numbers[at] + numbers[at + 2] && y < numbers[at + 1] + numbers[at + 3];
      if (isOver && isOpaque(numbers, at)) return true;
    }
    return false;
  };
  /** Whether a person sees something of a canvas: it isn't transparent, nor off the page, nor all under what is opaque. */
  const shows = (element) => {
    const list = Painting.list();
    const { numbers } = list;
    const entry = entryOfCanvas(element, list);
    const at = entry * NUMBERS_PER_BOX;
    if (entry < 0 || numbers[at + 2] <= 0 || numbers[at + 3] <= 0 || numbers[at + 5] < SEEN_ALPHA_MIN) return false;
    for (let i = 0; i < SAMPLES.length; i++) {
      for (let j = 0; j < SAMPLES.length; j++) {
        const x = numbers[at] + numbers[at + 2] * SAMPLES[i];
        const y = numbers[at + 1] + numbers[at + 3] * SAMPLES[j];
        // The page can be scrolled down and to the right, but not to what lies before its beginning.
        if (x >= 0 && y >= 0 && !isUnderOpaque(list, entry, x, y)) return true;
      }
    }
    return false;
  };

  return { shows };
});
