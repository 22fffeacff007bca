// Grid, second half: sizes of tracks (CSS Grid 1, chapter 12) and items in their areas.

const LayoutGrid = lazily(() => {
  const { resolve } = CSSValues;

  /** The explicit tracks with auto-fill and auto-fit worked out against the space. */
  const explicitTracks = (template, space, gap, most) => {
    if (template.auto === null) return template.tracks;
    const { auto } = template;
    const fixed = (track) => {
      const max = resolve(typeof track.max === 'object' && track.max.fr !== undefined ? NaN : track.max, space);
      const min = resolve(track.min, space);
      return NumberIsNaN(max) ? MathMax(1, min || 0) : MathMax(max, min || 0);
    };
    let used = 0;
    for (let i = 0; i < template.tracks.length; i++) used += fixed(template.tracks[i]) + gap;
    let unit = 0;
    for (let i = 0; i < auto.tracks.length; i++) unit += fixed(auto.tracks[i]) + gap;
    const limit = NumberIsNaN(space) ? most : space;
    const fill = NumberIsNaN(limit) ? 1 : MathFloor((limit - used + gap + 0.001) / unit);
    const count = MathMax(1, MathMin(1000, fill));
    const out = ArraySlice(template.tracks, 0, auto.at);
    for (let i = 0; i < count; i++) for (let j = 0; j < auto.tracks.length; j++) ArrayPush(out, { ...auto.tracks[j], fits: auto.fits });
    for (let i = auto.at; i < template.tracks.length; i++) ArrayPush(out, template.tracks[i]);
    return out;
  };
  const implicitTracks = (text) => {
    const words = CSSSyntax.split(text, ' ');
    return ArrayMap(words, GridTemplates().sizing);
  };

  const makeTracks = (explicit, count, automatic, space) => {
    const tracks = [];
    for (let i = 0; i < count; i++) {
      const given = explicit[i] ?? automatic[(i - explicit.length) % automatic.length];
      const flex = typeof given.max === 'object' && given.max.fr !== undefined ? given.max.fr : 0;
      const min = resolve(given.min, space);
      const max = flex > 0 ? NaN : resolve(given.max, space);
      ArrayPush(tracks, {
        flex, fits: given.fits === true,
        min: NumberIsNaN(min) ? (typeof given.min === 'string' ? given.min : 'auto') : min,
        max: NumberIsNaN(max) ? (typeof given.max === 'string' ? given.max : 'auto') : max,
        size: NumberIsNaN(min) ? 0 : min, limit: 0, place: 0,
      });
    }
    return tracks;
  };

  const isContent = (value) => typeof value === 'string';
  /** Gives tracks sized by content what their items ask for; `contribution(item)` is {min, max}. */
  const growToContent = (tracks, items, startOf, spanOf, contribution, gap, isUsed) => {
    for (let pass = 1; pass <= 2; pass++) {
      for (let i = 0; i < items.length; i++) {
        const span = spanOf(items[i]);
        if ((span === 1) !== (pass === 1)) continue;
        growFor(tracks, items[i], startOf(items[i]), span, contribution, gap);
      }
    }
    for (let i = 0; i < tracks.length; i++) {
      const track = tracks[i];
      track.limit = MathMax(track.size, isContent(track.max) ? track.limit : track.max);
      if (track.fits && !isUsed(i)) track.size = track.limit = track.flex = 0;
    }
  };
  const growFor = (tracks, item, start, span, contribution, gap) => {
    let held = gap * (span - 1);
    let heldLimits = held;
    let growable = 0;
    let flexes = false;
    for (let t = start; t < start + span; t++) {
      held += tracks[t].size;
      heldLimits += MathMax(tracks[t].size, isContent(tracks[t].max) ? tracks[t].limit : tracks[t].max);
      if (isContent(tracks[t].min) || isContent(tracks[t].max)) growable++;
      if (tracks[t].flex > 0) flexes = true;
    }
    if (growable === 0) return;
    const { min, max } = contribution(item, start, span);
    if (span > 1 && flexes) return;
    for (let t = start; t < start + span; t++) {
      const track = tracks[t];
      const limit = MathMax(track.limit, track.size);
      if (isContent(track.min) || (track.flex > 0 && track.min === 'auto')) {
        const wanted = track.min === 'max-content' ? max : min;
        const extra = MathMax(0, wanted - held) / growable;
        track.size = span === 1 ? MathMax(track.size, wanted) : track.size + extra;
      }
      if (isContent(track.max)) {
        const wanted = track.max === 'min-content' ? min : max;
        track.limit = span === 1 ? MathMax(track.limit, wanted) : MathMax(track.size, limit + MathMax(0, wanted - heldLimits) / growable);
      }
    }
  };

  const total = (tracks, gap) => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < tracks.length; i++) {
      sum += tracks[i].size;
      if (!(tracks[i].fits && tracks[i].size === 0)) count++;
    }
    return sum + gap * MathMax(0, count - 1);
  };
  /** Maximise, expand flexible tracks, stretch automatic ones (12.6 to 12.8). */
  const fill = (tracks, space, gap, stretches) => {
    const isDefinite = !NumberIsNaN(space);
    let free = isDefinite ? space - total(tracks, gap) : Infinity;
    growToLimits(tracks, free);
    expandFlexible(tracks, space, gap, isDefinite);
    if (!isDefinite || !stretches) return;
    free = space - total(tracks, gap);
    let automatic = 0;
    for (let i = 0; i < tracks.length; i++) if (tracks[i].max === 'auto' && tracks[i].flex === 0) automatic++;
    if (free <= 0 || automatic === 0) return;
    for (let i = 0; i < tracks.length; i++) if (tracks[i].max === 'auto' && tracks[i].flex === 0) tracks[i].size += free / automatic;
  };
  const growToLimits = (tracks, free) => {
    for (let rounds = 0; rounds < tracks.length && free > 0.001; rounds++) {
      let open = 0;
      for (let i = 0; i < tracks.length; i++) if (tracks[i].flex === 0 && tracks[i].size < tracks[i].limit) open++;
      if (open === 0) return;
      const share = free / open;
      for (let i = 0; i < tracks.length; i++) {
        const track = tracks[i];
        if (track.flex > 0 || track.size >= track.limit) continue;
        const growth = MathMin(share, track.limit - track.size);
        track.size += growth;
        free -= growth;
      }
    }
  };
  const expandFlexible = (tracks, space, gap, isDefinite) => {
    let factors = 0;
    for (let i = 0; i < tracks.length; i++) factors += tracks[i].flex;
    if (factors === 0) return;
    let unit = 0;
    if (isDefinite) unit = fractionOf(tracks, space, gap);
    else for (let i = 0; i < tracks.length; i++) if (tracks[i].flex > 0) unit = MathMax(unit, MathMax(tracks[i].size, tracks[i].limit) / MathMax(1, tracks[i].flex));
    for (let i = 0; i < tracks.length; i++) if (tracks[i].flex > 0) tracks[i].size = MathMax(tracks[i].size, unit * tracks[i].flex);
  };
  /** "Find the size of an fr" (12.7.1). */
  const fractionOf = (tracks, space, gap) => {
    const rigid = new SafeSet();
    for (;;) {
      let left = space - gap * MathMax(0, tracks.length - 1);
      let factors = 0;
      for (let i = 0; i < tracks.length; i++) {
        if (tracks[i].flex === 0 || rigid.has(i)) left -= tracks[i].size;
        else factors += tracks[i].flex;
      }
      const unit = MathMax(0, left) / MathMax(1, factors);
      let restart = false;
      for (let i = 0; i < tracks.length; i++) {
        if (tracks[i].flex > 0 && !rigid.has(i) && tracks[i].size > unit * tracks[i].flex + 1e-9) {
          rigid.add(i);
          restart = true;
        }
      }
      if (!restart) return unit;
    }
  };

  const positions = (tracks, space, gap, alignment) => {
    const free = NumberIsNaN(space) ? 0 : space - total(tracks, gap);
    const places = LayoutFlex().spread(alignment === 'normal' || alignment === 'stretch' ? 'start' : alignment, free, tracks.length, false);
    let at = places[0];
    for (let i = 0; i < tracks.length; i++) {
      tracks[i].place = at;
      at += tracks[i].size + places[1] + (tracks[i].fits && tracks[i].size === 0 ? 0 : gap);
    }
  };
  const areaSize = (tracks, start, span) => {
    const last = tracks[start + span - 1];
    return last.place + last.size - tracks[start].place;
  };

  const prepare = (box, width, height) => {
    const values = box.style.record.values;
    const columnTemplate = GridTemplates().parse(values[P.gridTemplateColumns]);
    const rowTemplate = GridTemplates().parse(values[P.gridTemplateRows]);
    const columnGap = resolve(box.style.columnGap, width) || 0;
    const rowGap = resolve(box.style.rowGap, height) || 0;
    const columns = explicitTracks(columnTemplate, width, columnGap, resolve(box.style.maxWidth, width));
    const rows = explicitTracks(rowTemplate, height, rowGap, resolve(box.style.maxHeight, height));
    const placed = GridPlacement().place(box, columnTemplate, rowTemplate, columns.length, rows.length);
    const columnTracks = makeTracks(columns, placed.columns, implicitTracks(values[P.gridAutoColumns]), width);
    return { values, columnGap, rowGap, rows, placed, columnTracks };
  };
  const columnStart = (item) => item.column;
  const columnSpan = (item) => item.columns;
  const rowStart = (item) => item.row;
  const rowSpan = (item) => item.rows;
  const outerWidths = (item) => LayoutIntrinsic.outer(item.box);
  const usedColumn = (items) => (index) => {
    for (let i = 0; i < items.length; i++) if (items[i].column <= index && index < items[i].column + items[i].columns) return true;
    return false;
  };
  const sizeColumns = (given, width, stretches) => {
    growToContent(given.columnTracks, given.placed.items, columnStart, columnSpan, outerWidths, given.columnGap, usedColumn(given.placed.items));
    fill(given.columnTracks, width, given.columnGap, stretches);
  };

  /** Lays out the items in the content box; the result is the height of the rows. */
  const layout = (box, width, height) => {
    const given = prepare(box, width, height);
    const { placed, columnTracks, columnGap, rowGap, values } = given;
    const justify = box.style.justifyContent;
    sizeColumns(given, width, justify === 'normal' || justify === 'stretch');
    positions(columnTracks, width, columnGap, justify);
    const rowTracks = makeTracks(given.rows, placed.rows, implicitTracks(values[P.gridAutoRows]), height);
    const outerHeights = (item) => {
      const size = itemHeight(item, box, areaSize(columnTracks, item.column, item.columns), height);
      return { min: size, max: size };
    };
    growToContent(rowTracks, placed.items, rowStart, rowSpan, outerHeights, rowGap, () => true);
    const align = box.style.alignContent;
    fill(rowTracks, height, rowGap, align === 'normal' || align === 'stretch');
    positions(rowTracks, height, rowGap, align);
    for (let i = 0; i < placed.items.length; i++) placeItem(placed.items[i], box, columnTracks, rowTracks);
    placeAside(box, columnTracks, rowTracks);
    if (placed.items.length > 0) {
      const first = placed.items[0].box;
      box.baseline = first.y + (NumberIsNaN(first.baseline) ? first.h : first.baseline);
    }
    box.data = {
      ...box.data, columns: sizesOf(columnTracks), rows: sizesOf(rowTracks),
      isRigid: isRigid(columnTracks, box.style.width) && isRigid(rowTracks, box.style.height),
    };
    return total(rowTracks, rowGap);
  };
  /** Whether items that fit into their tracks have no say in the sizes of these; `size` is the grid's own. */
  const isRigid = (tracks, size) => {
    for (let i = 0; i < tracks.length; i++) {
      const { flex, fits, min, max } = tracks[i];
      if (fits || (flex > 0 ? size === 'auto' : typeof min !== 'number' || min !== max)) return false;
    }
    return true;
  };
  const sizesOf = (tracks) => ArrayMap(tracks, (track) => CSSValues.numberText(track.size) + 'px');

  const alignOf = (self, items) => {
    const align = self === 'auto' ? items : self;
    return align === 'normal' || align === 'legacy' ? 'stretch' : align;
  };
  const hasRatio = (box) => !NumberIsNaN(box.style.aspectRatio) && box.style.height !== 'auto';
  /** The width of an item in an area: stretched, its own, or fitted. */
  const itemWidth = (item, container, areaWidth, areaHeight) => {
    const { box } = item;
    LayoutSizes.resolveEdges(box, areaWidth);
    const available = areaWidth - LayoutSizes.marginsX(box);
    if (box.kind === 'replaced') return LayoutReplaced.size(box, areaWidth, areaHeight).width;
    const preferred = LayoutSizes.preferredWidth(box, areaWidth, areaHeight, available);
    if (!NumberIsNaN(preferred)) return preferred;
    const stretches = alignOf(box.style.justifySelf, container.style.justifyItems) === 'stretch' && !hasRatio(box)
      && box.style.margin[1] !== 'auto' && box.style.margin[3] !== 'auto';
    return LayoutSizes.clampWidth(box, stretches ? available : LayoutSizes.fitWidth(box, available), areaWidth, available);
  };
  const itemHeight = (item, container, areaWidth, containerHeight) => {
    const { box } = item;
    const width = itemWidth(item, container, areaWidth, NaN);
    if (box.kind === 'replaced') return LayoutReplaced.size(box, areaWidth, NaN).height + LayoutSizes.marginsY(box);
    const preferred = LayoutSizes.preferredHeight(box, width, NaN);
    const natural = NumberIsNaN(preferred) ? Layout.heightAt(box, areaWidth, NaN, width).height : preferred;
    return natural + LayoutSizes.marginsY(box);
  };

  const placeItem = (item, container, columns, rows) => {
    const { box } = item;
    const areaWidth = areaSize(columns, item.column, item.columns);
    const areaHeight = areaSize(rows, item.row, item.rows);
    const left = container.contentLeft() + columns[item.column].place;
    const top = container.contentTop() + rows[item.row].place;
    const { area } = box;
    box.origin = container;
    if (!box.dirty && area !== null && area.width === areaWidth && area.height === areaHeight && area.container === container.style
      && area.style === box.style && box.askedWidth === areaWidth && isForcedAs(box, area)) {
      box.x = left + area.shiftX;
      box.y = top + area.shiftY;
      return;
    }
    if (takesKnownSize(box, container, areaWidth, areaHeight, left, top)) return;
    const width = itemWidth(item, container, areaWidth, areaHeight);
    const align = alignOf(box.style.alignSelf, container.style.alignItems);
    const stretches = align === 'stretch' && box.style.height === 'auto' && box.kind !== 'replaced' && NumberIsNaN(box.style.aspectRatio)
      && box.style.margin[0] !== 'auto' && box.style.margin[2] !== 'auto';
    const height = stretches ? LayoutSizes.clampHeight(box, areaHeight - LayoutSizes.marginsY(box), areaHeight) : NaN;
    Layout.layout(box, areaWidth, areaHeight, box.kind === 'replaced' ? NaN : width, height);
    const justify = alignOf(box.style.justifySelf, container.style.justifyItems);
    const shiftX = offset(justify, areaWidth, box.w, box.margin[3], box.margin[1]);
    const shiftY = offset(align, areaHeight, box.h, box.margin[0], box.margin[2]);
    box.area = {
      width: areaWidth, height: areaHeight, container: container.style, style: box.style, shiftX, shiftY,
      forcedWidth: box.forcedWidth, forcedHeight: box.forcedHeight,
    };
    box.x = left + shiftX;
    box.y = top + shiftY;
    if (isEmptyItem(box)) box.style.emptyItem = { area: box.area, w: box.w, h: box.h, askedWidth: areaWidth, askedHeight: areaHeight, forcedWidth: box.forcedWidth, forcedHeight: box.forcedHeight };
  };
  /** Whether the box still has the size that it was given in its area, and not one that it was only measured at. */
  const isForcedAs = (box, area) => ObjectIs(box.forcedWidth, area.forcedWidth) && ObjectIs(box.forcedHeight, area.forcedHeight);
  /** The cells of a board: nothing in them, so that all of one style come out alike. */
  const isEmptyItem = (box) => box.kind === 'flow' && box.children.length === 0 && box.style.hasPlainEdges
    && box.node !== null && box.node[kTag] !== 'button';
  const takesKnownSize = (box, container, areaWidth, areaHeight, left, top) => {
    const known = box.style.emptyItem;
    if (known === null || !isEmptyItem(box) || known.area.width !== areaWidth || known.area.height !== areaHeight || known.area.container !== container.style) return false;
    box.margin = box.style.margin;
    box.padding = box.style.padding;
    box.ownsEdges = false;
    box.w = known.w;
    box.h = known.h;
    box.area = known.area;
    box.askedWidth = known.askedWidth;
    box.askedHeight = known.askedHeight;
    box.forcedWidth = known.forcedWidth;
    box.forcedHeight = known.forcedHeight;
    box.baseline = NaN;
    box.collapse = null;
    box.measured = null;
    box.dirty = false;
    box.x = left + known.area.shiftX;
    box.y = top + known.area.shiftY;
    return true;
  };
  /**
   * Gives an item whose style has changed the size that empty items of its style have, where that touches no other box.
   * @returns {?boolean} whether the box kept its place and size; null where the grid has to be laid out again
   */
  const refit = (box, before) => {
    const { parent, area } = box;
    if (parent === null || parent.kind !== 'grid' || parent.dirty || box.dirty || area === null || area.container !== parent.style
      || parent.data.isRigid !== true || before.isPlaced || box.style.isPlaced) return null;
    const known = box.style.emptyItem;
    if (known === null || !fitsArea(box.w, box.h, before, area) || !fitsArea(known.w, known.h, box.style, area)) return null;
    const { x, y, w, h } = box;
    const shiftX = known.area.shiftX - area.shiftX;
    const shiftY = known.area.shiftY - area.shiftY;
    const stays = shiftX === 0 && shiftY === 0 && known.w === w && known.h === h;
    // The grid's baseline is its first item's.
    if (!stays && parent.children[0] === box) return null;
    if (!takesKnownSize(box, parent, area.width, area.height, x - area.shiftX, y - area.shiftY)) return null;
    box.intrinsic = null;
    return stays;
  };
  const fitsArea = (width, height, style, area) => style.hasPlainEdges
    && width + style.margin[1] + style.margin[3] <= area.width && height + style.margin[0] + style.margin[2] <= area.height;
  const offset = (align, space, size, start, end) => {
    const free = space - size - (start || 0) - (end || 0);
    if (NumberIsNaN(start) && NumberIsNaN(end)) return MathMax(0, free / 2);
    if (NumberIsNaN(start)) return MathMax(0, free);
    switch (align) {
      case 'center': return start + free / 2;
      case 'end': case 'flex-end': case 'self-end': return start + free;
      default: return start;
    }
  };

  const placeAside = (box) => {
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (!child.style.isOutOfFlow) continue;
      child.flowParent = box;
      child.staticX = box.contentLeft();
      child.staticY = box.contentTop();
      const centresX = alignOf(child.style.justifySelf, box.style.justifyItems) === 'center';
      const centresY = alignOf(child.style.alignSelf, box.style.alignItems) === 'center';
      if (centresX) child.staticX += MathMax(0, box.w - box.edgesX() - LayoutIntrinsic.outer(child).max) / 2;
      if (centresY) child.staticY += MathMax(0, (NumberIsNaN(box.h) ? 0 : box.h - box.edgesY()) - Layout.heightAt(child, box.w, NaN, LayoutIntrinsic.outer(child).max).height) / 2;
    }
  };

  /** Narrowest and widest that the columns can be. */
  const intrinsic = (box) => {
    const fixed = fixedWidth(box);
    if (fixed !== null) return { min: fixed, max: fixed };
    const widths = (space) => {
      const given = prepare(box, NaN, NaN);
      sizeColumns(given, space, false);
      return total(given.columnTracks, given.columnGap);
    };
    return { min: widths(0), max: widths(NaN) };
  };

  /** The width of columns that are all given in pixels; null when contents have a say. */
  const fixedWidth = (box) => {
    const given = prepare(box, NaN, NaN);
    const { columnTracks } = given;
    for (let i = 0; i < columnTracks.length; i++) {
      const track = columnTracks[i];
      if (track.flex > 0 || typeof track.min !== 'number' || track.min !== track.max) return null;
    }
    return total(columnTracks, given.columnGap);
  };

  return { layout, intrinsic, refit };
});
