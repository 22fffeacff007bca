// What is at a point of the page: CSSOM View 5.

const HitTesting = lazily(() => {
  const holds = (place, x, y) => x >= place.x && y >= place.y && x < place.x + place.width && y < place.y + place.height;
  const isHit = (item, x, y) => {
    const { box, state } = item;
    const { clip } = state;
    if (x < clip.left || y < clip.top || x >= clip.right || y >= clip.bottom) return false;
    const rects = box.kind === 'text' ? box.fragments : box.kind === 'inline' ? box.rects : null;
    if (rects === null) return box.kind !== 'text' && box.kind !== 'inline' && holds(placeOf(state, box.px, box.py, box.w, box.h), x, y);
    for (let i = 0; i < rects.length; i++) {
      const rect = rects[i];
      if (holds(placeOf(state, box.px + rect.x - box.x, box.py + rect.y - box.y, rect.w || 0, rect.h), x, y)) return true;
    }
    return false;
  };
  const placeOf = (state, x, y, width, height) => (state.matrix === null ? { x, y, width, height } : Transforms.boundsOf(state.matrix, x, y, width, height));
  const takesPointer = (element) => {
    const { values } = element[kStyle];
    return values[P.pointerEvents] !== 'none' && values[P.visibility] === 'visible';
  };
  const hitDrawing = (box, x, y, found) => {
    const shapes = [];
    SVGLayout().walk(box, (seen) => {
      if (holds(seen, x, y) && takesPointer(seen.element)) ArrayPush(shapes, seen.element);
    });
    for (let i = shapes.length - 1; i >= 0; i--) ArrayPush(found, shapes[i]);
  };
  /** The elements whose boxes hold a point of the page, topmost first. */
  const hits = (x, y) => {
    const painted = Painting.items();
    const found = [];
    for (let i = painted.length - 1; i >= 0; i--) {
      if (!isHit(painted[i], x, y)) continue;
      const { box } = painted[i];
      const element = Painting.elementOf(box.kind === 'text' ? box.parent : box);
      if (element[kNodeType] !== 1 || !element[kStyle] || !takesPointer(element)) continue;
      if (box.kind === 'replaced' && element[kTag] === 'svg') hitDrawing(box, x, y, found);
      ArrayPush(found, element);
    }
    return found;
  };

  return { hits };
});
