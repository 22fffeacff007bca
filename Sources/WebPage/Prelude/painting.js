// What a person sees of the document: boxes and texts in paint order (CSS 2.2, appendix E, without its finest points).

const Painting = (() => {
  const NUMBERS_PER_BOX = 8;
  const KINDS = { __proto__: null, fill: 0, stroke: 1, image: 2, text: 3, clear: 4, path: 5, canvas: 6 };
  const ALPHA_MIN = 0.01;
  const kElementId = Symbol('elementId');
  let lastElementId = 0;
  let numbers = new Float64Array(NUMBERS_PER_BOX * 64);
  let count = 0;
  const TEXT_LENGTH_MAX = 10_000;
  let texts = [];
  /** Everything in paint order, for finding what is at a point. */
  let painted = [];
  let paintedVersion = -1;
  /** Whether a canvas was painted that had no recording, and how many there had been by then. */
  let awaitsRecording = false;
  let paintedRecordings = 0;
  let version = 0;
  /** Which list it is: boxes know the one that their entry is in. */
  let list = 0;

  /** What one element has painted is another one's from now on. */
  const handOver = (from, to) => {
    if (from[kElementId] === undefined) return;
    if (to[kElementId] !== undefined) Layout.paintDirty();
    else to[kElementId] = from[kElementId];
    from[kElementId] = undefined;
  };
  const elementIdOf = (element) => element[kElementId] ?? (element[kElementId] = ++lastElementId);

  // --- Output
  const EVERYWHERE = ObjectFreeze({ left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity });
  /** Adds a rectangle, cut to the clip; false when nothing is left of it. */
  const push = (x, y, width, height, look, alpha, kind, element, clip) => {
    const left = MathMax(x, clip.left);
    const top = MathMax(y, clip.top);
    const right = MathMin(x + width, clip.right);
    const bottom = MathMin(y + height, clip.bottom);
    // A line has no thickness of its own.
    if (right < left || bottom < top || (right - left <= 0 && bottom - top <= 0) || alpha < ALPHA_MIN) return false;
    const at = count * NUMBERS_PER_BOX;
    if (at + NUMBERS_PER_BOX > numbers.length) grow();
    numbers[at] = left;
    numbers[at + 1] = top;
    numbers[at + 2] = right - left;
    numbers[at + 3] = bottom - top;
    numbers[at + 4] = look;
    numbers[at + 5] = alpha;
    numbers[at + 6] = kind;
    numbers[at + 7] = elementIdOf(element);
    count++;
    return true;
  };
  const grow = () => {
    const larger = new Float64Array(numbers.length * 2);
    for (let i = 0; i < numbers.length; i++) larger[i] = numbers[i];
    numbers = larger;
  };
  const pushRect = (state, x, y, width, height, look, kind, element) => {
    if (state.matrix === null) return push(x, y, width, height, look, state.alpha, kind, element, state.clip);
    const place = Transforms.boundsOf(state.matrix, x, y, width, height);
    return push(place.x, place.y, place.width, place.height, look, state.alpha, kind, element, state.clip);
  };
  /** A text that goes beyond every screen is told by its beginning and its length. */
  const bounded = (text) => (text.length > TEXT_LENGTH_MAX ? `${StringSlice(text, 0, TEXT_LENGTH_MAX)}… (${text.length})` : text);
  const pushText = (state, x, y, width, height, text, paint, element) => {
    if (text === '' || (paint.color & 255) < 3) return;
    const place = state.matrix === null ? { x, y, width, height } : Transforms.boundsOf(state.matrix, x, y, width, height);
    const isSeen = push(place.x, place.y, place.width, place.height, Looks.id(paint.textLook + bounded(text)), state.alpha, KINDS.text, element, state.clip);
    if (isSeen) ArrayPush(texts, { text: bounded(text), x: place.x, y: place.y, width: place.width, height: place.height, elementId: elementIdOf(element) });
  };

  // --- Boxes
  const elementOf = (box) => {
    for (let at = box; at !== null; at = at.parent) {
      if (at.data !== null && at.data.pseudoOf) return at.data.pseudoOf;
      if (at.node !== null && at.node[kNodeType] === 1) return at.node;
    }
    return DocumentState.document.documentElement;
  };
  const paintDecoration = (box, paint, state) => {
    if (!paint.isPainted || !paint.isVisible || paint.clipsBackgroundToText) return;
    const kind = paint.isFilled ? KINDS.fill : KINDS.stroke;
    if (box.kind !== 'inline') {
      const entry = count;
      if ((box.w > 0 || box.h > 0) && pushRect(state, box.px, box.py, box.w, box.h, paint.boxLook, kind, elementOf(box))) {
        box.paintEntry = entry;
        box.paintList = list;
      }
      return;
    }
    for (let i = 0; box.rects !== null && i < box.rects.length; i++) {
      const rect = box.rects[i];
      if (rect.w > 0) pushRect(state, box.px + rect.x - box.x, box.py + rect.y - box.y, rect.w, rect.h, paint.boxLook, kind, elementOf(box));
    }
  };
  const paintTextBox = (box, paint, state) => {
    if (!paint.isVisible || box.fragments === null) return;
    const element = elementOf(box.parent);
    for (let i = 0; i < box.fragments.length; i++) {
      const fragment = box.fragments[i];
      box.paintEntry = count;
      box.paintedText = texts.length;
      pushText(state, box.px + fragment.x - box.x, box.py + fragment.y - box.y, fragment.w, fragment.h, fragment.text, paint, element);
      box.paintList = count > box.paintEntry ? list : -1;
    }
  };

  const controlText = (element) => {
    switch (element[kTag]) {
      case 'select': return element.selectedOptions?.[0]?.textContent ?? '';
      case 'textarea': return element.value || element[kAttributes].get('placeholder') || '';
      case 'input': {
        const { type } = element;
        if (type === 'checkbox' || type === 'radio' || type === 'range' || type === 'color' || type === 'hidden' || type === 'image') return '';
        const text = element.value || (type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : element[kAttributes].get('placeholder') || '');
        return type === 'password' ? StringRepeat('•', text.length) : text;
      }
      default: return '';
    }
  };
  const paintReplaced = (box, paint, state) => {
    if (!paint.isVisible) return;
    const element = box.node;
    const x = box.px + box.contentLeft();
    const y = box.py + box.contentTop();
    const width = box.w - box.edgesX();
    const height = box.h - box.edgesY();
    switch (element[kTag]) {
      case 'canvas': {
        const recording = element[kRecording];
        // A canvas gets its recording with its context, which no style or box tells of.
        if (!recording) awaitsRecording = true;
        pushRect(state, x, y, width, height, Looks.id('canvas ' + (recording ? recording.id : 0)), KINDS.canvas, element);
        return;
      }
      case 'img': pushRect(state, x, y, width, height, Looks.id('image ' + (element[kAttributes].get('src') ?? '')), KINDS.image, element); return;
      case 'svg': paintDrawing(box, state); return;
      case 'progress': case 'meter': pushRect(state, x, y, width, height, Looks.id(element[kTag] + ' ' + element.value), KINDS.fill, element); return;
      default: paintControl(element, box, paint, state, x, y, width, height);
    }
  };
  const paintControl = (element, box, paint, state, x, y, width, height) => {
    const { type } = element;
    if (element[kTag] === 'input' && (type === 'checkbox' || type === 'radio' || type === 'range')) {
      pushRect(state, x, y, width, height, Looks.id(type + ' ' + (type === 'range' ? element.value : element.checked)), KINDS.fill, element);
      return;
    }
    const text = controlText(element);
    if (text === '') return;
    const metrics = TextMeasure.metrics(box.style.font);
    const textWidth = TextMeasure.width(box.style.font, text);
    const centred = type === 'button' || type === 'submit' || type === 'reset';
    const top = element[kTag] === 'textarea' ? y : y + (height - metrics.ascent - metrics.descent) / 2;
    pushText(state, centred ? x + (width - textWidth) / 2 : x, top, textWidth, metrics.ascent + metrics.descent, text, paint, element);
  };
  const paintDrawing = (box, state) => {
    const clip = box.style.clips ? cut(state.clip, contentRect(box, state)) : state.clip;
    SVGLayout().walk(box, (seen) => {
      if (!seen.isSeen) return;
      const alpha = state.alpha * seen.alpha;
      const isSeen = push(seen.x, seen.y, seen.width, seen.height, Looks.id(seen.look), alpha, KINDS[seen.kind], seen.element, clip);
      if (isSeen && seen.text !== null) {
        ArrayPush(texts, { text: seen.text, x: seen.x, y: seen.y, width: seen.width, height: seen.height, elementId: elementIdOf(seen.element) });
      }
    });
  };

  // --- Order
  const cut = (clip, rect) => ({
    left: MathMax(clip.left, rect.x), top: MathMax(clip.top, rect.y),
    right: MathMin(clip.right, rect.x + rect.width), bottom: MathMin(clip.bottom, rect.y + rect.height),
  });
  const contentRect = (box, state) => {
    const { border } = box.style;
    const x = box.px + border[3];
    const y = box.py + border[0];
    const width = box.w - border[1] - border[3];
    const height = box.h - border[0] - border[2];
    return state.matrix === null ? { x, y, width, height } : Transforms.boundsOf(state.matrix, x, y, width, height);
  };
  /** What holds inside a box for its contents: the clip, the opacity so far and the transform. */
  const innerState = (box, state) => (box.style.clips && box.kind !== 'inline' && !isViewportClip(box)
    ? { clip: cut(state.clip, contentRect(box, state)), alpha: state.alpha, matrix: state.matrix } : state);
  /** `overflow` of the root and of body clips at the viewport, not at the box (CSS Overflow 3, 3.3). */
  const isViewportClip = (box) => {
    const { document } = DocumentState;
    return box.node !== null && (box.node === document.documentElement || box.node === document.body);
  };
  const ownState = (box, state) => {
    const { opacity } = box.style;
    const matrix = box.style.isTransformed ? Transforms.ofBox(box) : null;
    const path = box.style.record.values[P.clipPath];
    if (opacity === 1 && matrix === null && path === 'none') return state;
    const own = { clip: state.clip, alpha: state.alpha * opacity, matrix: matrix === null ? state.matrix : state.matrix === null ? matrix : Transforms.multiply(state.matrix, matrix) };
    return path === 'none' ? own : { clip: cut(own.clip, clipRect(box, own, path)), alpha: own.alpha, matrix: own.matrix };
  };
  const INSET = /^inset\(([^)]*)\)$/;
  /** What `clip-path` leaves of a box; of the shapes only insets are cut out, CSS Shapes 1, 3.1. */
  const clipRect = (box, state, path) => {
    const inset = RegExpExec(INSET, path);
    const { px, py, w, h } = box;
    const edges = inset === null ? ['0'] : StringSplit(StringTrim(StringSplit(inset[1], 'round')[0]), ' ');
    const edge = (index, size) => {
      const text = edges[index] ?? edges[index - 2] ?? edges[0];
      const number = NumberParseFloat(text) || 0;
      return StringEndsWith(text, '%') ? number * size / 100 : number;
    };
    const left = edge(3, w);
    const top = edge(0, h);
    const width = MathMax(0, w - left - edge(1, w));
    const height = MathMax(0, h - top - edge(2, h));
    return state.matrix === null ? { x: px + left, y: py + top, width, height } : Transforms.boundsOf(state.matrix, px + left, py + top, width, height);
  };
  const isContext = (style, parent) => style.opacity < 1 || style.isTransformed || (!NumberIsNaN(style.zIndex)
    && (style.isPositioned || (parent !== null && (parent.kind === 'flex' || parent.kind === 'grid')))) || style.position === 'fixed' || style.position === 'sticky';

  const statesInside = new SafeWeakMap();
  /** The boxes of the top layer, found while the others are collected. */
  let topLayers = [];
  const paintTopLayers = () => {
    while (topLayers.length > 0) {
      const layers = ArraySort(topLayers, byZ);
      topLayers = [];
      for (let i = 0; i < layers.length; i++) paintLayer(layers[i]);
    }
  };
  /** What holds for a box that its containing block places: that block's clip and transform, and the opacity of what it stands in. */
  const placedState = (placed, inside) => (placed.alpha === inside.alpha ? placed : { clip: placed.clip, alpha: inside.alpha, matrix: placed.matrix });
  /** Appends the box and its contents to `order`; what is stacked above or below goes to `layers`. */
  const collect = (box, state, order, layers) => {
    const own = ownState(box, state);
    ArrayPush(order, { box, state: own });
    const { children } = box;
    if (children.length === 0) return;
    const inside = innerState(box, own);
    if (box.style.containsAbsolute) statesInside.set(box, inside);
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child.kind === 'text') {
        ArrayPush(order, { box: child, state: inside });
        continue;
      }
      const { style } = child;
      const around = style.isOutOfFlow ? placedState(child.origin === null ? rootState : statesInside.get(child.origin) ?? inside, inside) : inside;
      const place = child.node === null ? 0 : TopLayer.placeOf(child.node);
      // The top layer is outside of every clip and above every z-index.
      if (place > 0) ArrayPush(topLayers, { box: child, state: rootState, z: place, order: null });
      else if (isContext(style, box)) ArrayPush(layers, { box: child, state: around, z: style.zIndex || 0, order: null });
      else if (style.isPositioned) {
        const nested = [];
        ArrayPush(layers, { box: child, state: around, z: 0, order: nested });
        collect(child, around, nested, layers);
      } else collect(child, around, order, layers);
    }
  };
  const rootState = { clip: EVERYWHERE, alpha: 1, matrix: null };
  const byZ = (a, b) => a.z - b.z;
  const paintContext = (box, state) => {
    const order = [];
    const layers = [];
    collect(box, state, order, layers);
    ArraySort(layers, byZ);
    paintOne(order[0]);
    let i = 0;
    for (; i < layers.length && layers[i].z < 0; i++) paintLayer(layers[i]);
    for (let j = 1; j < order.length; j++) paintOne(order[j]);
    for (; i < layers.length; i++) paintLayer(layers[i]);
  };
  const paintLayer = (layer) => {
    if (layer.order === null) paintContext(layer.box, layer.state);
    else for (let i = 0; i < layer.order.length; i++) paintOne(layer.order[i]);
  };
  const paintOne = (item) => {
    const { box, state } = item;
    ArrayPush(painted, item);
    const paint = paintStyleOf(box.style.record);
    if (box.kind === 'text') paintTextBox(box, paint, state);
    else {
      if (box !== backgroundOwner) paintDecoration(box, paint, state);
      if (box.kind === 'replaced') paintReplaced(box, paint, state);
    }
  };

  /** The root's background, or body's when the root has none, fills the whole viewport (CSS Backgrounds 3, 2.11). */
  let backgroundOwner = null;
  const paintViewport = (root) => {
    const { body } = DocumentState.document;
    const bodyBox = body === null ? null : body[kBox] ?? null;
    const rootPaint = paintStyleOf(root.style.record);
    backgroundOwner = rootPaint.isFilled ? root : bodyBox !== null && paintStyleOf(bodyBox.style.record).isFilled ? bodyBox : null;
    if (backgroundOwner === null) return;
    const paint = paintStyleOf(backgroundOwner.style.record);
    const { width, height } = CSSValues.viewport;
    push(0, 0, width, height, paint.boxLook, 1, KINDS.fill, backgroundOwner.node, EVERYWHERE);
  };

  const PATCHABLE = new SafeSet();
  {
    const names = ['background-color', 'background-image', 'background-position-x', 'background-position-y', 'background-size', 'background-repeat',
      'border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'border-top-left-radius', 'border-top-right-radius',
      'border-bottom-right-radius', 'border-bottom-left-radius', 'box-shadow', 'cursor', 'filter',
      // These of boxes that have nothing in them, and keep their size.
      'border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width', 'border-top-style', 'border-right-style',
      'border-bottom-style', 'border-left-style', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'box-sizing'];
    for (let i = 0; i < names.length; i++) PATCHABLE.add(Properties.index(names[i]));
  }
  /**
   * Puts a box's new look in the place of its old one, when that is all that a change of style means; false when the
   * list has to be made again.
   */
  const patch = (box, old, record) => {
    if (box.paintList !== list || box === backgroundOwner) return false;
    old.repaints ??= new SafeWeakMap();
    let fits = old.repaints.get(record);
    if (fits === undefined) old.repaints.set(record, fits = changesLookOnly(old, record));
    if (!fits) return false;
    numbers[box.paintEntry * NUMBERS_PER_BOX + 4] = paintStyleOf(record).boxLook;
    version++;
    return true;
  };
  /** Puts the new text of a box's only fragment in the place of the old one, if that is painted. */
  const exchangeText = (box) => {
    if (box.paintList !== list) return;
    const text = bounded(box.fragments[0].text);
    numbers[box.paintEntry * NUMBERS_PER_BOX + 4] = Looks.id(paintStyleOf(box.style.record).textLook + text);
    texts[box.paintedText].text = text;
    version++;
  };
  const changesLookOnly = (old, record) => {
    for (let i = 0; i < Properties.count; i++) {
      if (old.values[i] !== record.values[i] && Properties.effects[i] !== '-' && !PATCHABLE.has(i)) return false;
    }
    const before = paintStyleOf(old);
    const after = paintStyleOf(record);
    return before.isPainted && after.isPainted && before.isFilled === after.isFilled;
  };

  const update = () => {
    Layout.update();
    const current = Layout.paintVersion();
    if (current === paintedVersion && (!awaitsRecording || CanvasRecordings.latestId() === paintedRecordings)) return;
    awaitsRecording = false;
    paintedRecordings = CanvasRecordings.latestId();
    paintedVersion = current;
    version++;
    list++;
    count = 0;
    texts = [];
    painted = [];
    const root = Layout.root();
    if (root === null) return;
    paintViewport(root);
    paintContext(root, rootState);
    paintTopLayers();
  };

  return {
    KINDS, NUMBERS_PER_BOX, elementOf, elementIdOf, patch, exchangeText, handOver,
    /** Boxes with the states that they are painted in, in paint order: [{box, state}]. */
    items: () => {
      update();
      return painted;
    },
    /** {numbers, count}: [x, y, width, height, look, alpha, kind, element] for each box in paint order. */
    list: () => {
      update();
      return { numbers, count };
    },
    looks: (from) => Looks.from(from),
    /** The visible texts: [{text, x, y, width, height, elementId}]. */
    texts: () => {
      update();
      return texts;
    },
    /** Changes when the list may have changed. */
    version: () => {
      update();
      LookSigns.notePainting(version, Layout.isSettled());
      return version;
    },
  };
})();
