// getComputedStyle: https://www.w3.org/TR/cssom-1/#resolved-values — computed values, and used ones where boxes decide.

const ComputedDeclaration = lazily(() => {
  const px = (value) => CSSValues.numberText(MathRound(value * 64) / 64) + 'px';

  /** Used values of the properties that depend on layout; null when the computed value serves. */
  const usedValue = (element, index, record) => {
    if (!DEPENDS_ON_LAYOUT.has(index)) return null;
    const box = Layout.layoutBoxOf(element);
    if (box === null) return null;
    const { border } = box.style;
    const inline = box.kind === 'inline' || box.kind === 'break';
    switch (index) {
      case P.width: return inline ? null : px(box.style.isBorderBox ? box.w : box.w - box.edgesX());
      case P.height: return inline ? null : px(box.style.isBorderBox ? box.h : box.h - box.edgesY());
      case P.marginTop: case P.marginRight: case P.marginBottom: case P.marginLeft: return usedMargin(box, index - P.marginTop);
      case P.paddingTop: case P.paddingRight: case P.paddingBottom: case P.paddingLeft: return px(box.padding[index - P.paddingTop]);
      case P.top: case P.right: case P.bottom: case P.left: return usedInset(box, index - P.top, border);
      case P.gridTemplateColumns: return usedTracks(box, 'columns');
      case P.gridTemplateRows: return usedTracks(box, 'rows');
      case P.transform: return record.values[index] === 'none' ? null : Transforms.text(Transforms.parse(record.values[index], box.w, box.h));
      default: {
        const origin = Transforms.originOf(record.values[index], box.w, box.h);
        return px(origin[0]) + ' ' + px(origin[1]);
      }
    }
  };
  const DEPENDS_ON_LAYOUT = new SafeSet();
  {
    const names = ['width', 'height', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'padding-top', 'padding-right',
      'padding-bottom', 'padding-left', 'top', 'right', 'bottom', 'left', 'grid-template-columns', 'grid-template-rows', 'transform',
      'transform-origin', 'perspective-origin'];
    for (let i = 0; i < names.length; i++) DEPENDS_ON_LAYOUT.add(Properties.index(names[i]));
  }
  const usedTracks = (box, name) => {
    const tracks = box.data === null ? undefined : box.data[name];
    return box.kind !== 'grid' || tracks === undefined || tracks.length === 0 ? null : ArrayJoin(tracks, ' ');
  };
  /** An automatic margin is what it came to: for a block, the space that centred it. */
  const usedMargin = (box, side) => {
    if (!NumberIsNaN(box.margin[side])) return px(box.margin[side]);
    const isVertical = side % 2 === 0;
    if (isVertical && (box.style.isOutOfFlow ? box.style.inset[0] === 'auto' || box.style.inset[2] === 'auto' : box.parent?.kind !== 'flex')) return '0px';
    const { origin } = box;
    const width = origin === null ? CSSValues.viewport.width : origin.w - origin.edgesX();
    const start = box.x - (origin === null ? 0 : origin.contentLeft());
    if (side === 3) return px(start);
    if (side === 1) return px(MathMax(0, width - start - box.w));
    return px(MathMax(0, box.y - (origin === null ? 0 : origin.contentTop())));
  };
  const usedInset = (box, side) => {
    const inset = box.style.inset[side];
    if (!box.style.isPositioned) return null;
    const { origin } = box;
    const sizeX = origin === null ? CSSValues.viewport.width : origin.w;
    const sizeY = origin === null ? CSSValues.viewport.height : origin.h;
    if (!box.style.isOutOfFlow) {
      const base = side % 2 === 0 ? sizeY : sizeX;
      const value = CSSValues.resolve(inset, base);
      if (!NumberIsNaN(value)) return px(value);
      const opposite = CSSValues.resolve(box.style.inset[(side + 2) % 4], base);
      return NumberIsNaN(opposite) ? (box.style.position === 'sticky' ? null : '0px') : px(-opposite);
    }
    const border = origin === null ? [0, 0, 0, 0] : origin.style.border;
    const given = CSSValues.resolve(inset, side % 2 === 0 ? sizeY - border[0] - border[2] : sizeX - border[1] - border[3]);
    if (!NumberIsNaN(given)) return px(given);
    const margin = LayoutSizes.margin(box, side);
    switch (side) {
      case 0: return px(box.y - border[0] - margin);
      case 3: return px(box.x - border[3] - margin);
      case 1: return px(sizeX - border[1] - box.x - box.w - margin);
      default: return px(sizeY - border[2] - box.y - box.h - margin);
    }
  };

  /** The resolved value of a longhand as browsers spell it. */
  const resolved = (element, record, index, isPseudo) => {
    const used = isPseudo ? null : usedValue(element, index, record);
    if (used !== null) return used;
    const value = record.values[index];
    switch (index) {
      case P.lineHeight: {
        const factor = CSSValues.number(value);
        return factor === null ? value : px(factor * record.fontSize);
      }
      case P.borderTopColor: case P.borderRightColor: case P.borderBottomColor: case P.borderLeftColor: case P.outlineColor:
      case P.textDecorationColor: case P.caretColor: case P.textFillColor: case P.textStrokeColor:
        return value === 'currentcolor' || value === 'auto' ? record.values[P.color] : value;
      case P.borderTopWidth: case P.borderRightWidth: case P.borderBottomWidth: case P.borderLeftWidth: return value;
      case P.transform: return value === 'none' || record.values[P.display] === 'none' ? 'none' : Transforms.text(Transforms.parse(value, 0, 0));
      case P.boxShadow: return shadowText(value, 4);
      case P.textShadow: return shadowText(value, 3);
      case P.zIndex: return value;
      default: return value;
    }
  };
  /** Shadows are spelled colour first, with all lengths. */
  const shadowText = (value, lengthCount) => {
    if (value === 'none') return value;
    const shadows = CSSSyntax.split(value, ',');
    const out = [];
    for (let i = 0; i < shadows.length; i++) {
      const words = CSSSyntax.split(shadows[i], ' ');
      let color = 'rgb(0, 0, 0)';
      let inset = '';
      const lengths = [];
      for (let j = 0; j < words.length; j++) {
        const parsed = Colors.parse(words[j]);
        if (words[j] === 'inset') inset = ' inset';
        else if (parsed !== null) color = Colors.serializeCSS(parsed);
        else ArrayPush(lengths, words[j] === '0' ? '0px' : words[j]);
      }
      while (lengths.length < lengthCount) ArrayPush(lengths, '0px');
      ArrayPush(out, color + ' ' + ArrayJoin(lengths, ' ') + inset);
    }
    return ArrayJoin(out, ', ');
  };

  /** The shorthands that computed styles spell out in full. */
  const fullShorthand = (name, v) => {
    if (name === 'background') {
      return StringIncludes(v[1], ',') ? null : v[0] + ' ' + v[1] + ' ' + v[5] + ' ' + v[6] + ' ' + v[2] + ' ' + v[3] + ' / ' + v[4] + ' ' + v[7] + ' ' + v[8];
    }
    if (name === 'border') {
      for (let i = 3; i < 12; i++) if (v[i] !== v[i % 3]) return '';
      return v[0] + ' ' + v[1] + ' ' + v[2];
    }
    if (name === 'outline') return v[2] + ' ' + v[1] + ' ' + v[0];
    if (RegExpTest(/^border-(?:top|right|bottom|left)$/, name)) return ArrayJoin(v, ' ');
    if (name === 'transition' && ArrayJoin(v, ' ') === 'all 0s ease 0s normal') return 'all';
    return null;
  };

  /** What CSSStyleDeclaration forwards to for a computed style. */
  class ComputedSource {
    constructor(element, pseudo) {
      this.element = element;
      this.pseudo = pseudo;
      this.readOnly = true;
    }
    record() {
      const record = Cascade.recordOf(this.element);
      if (record === null || this.pseudo === '') return record;
      const styles = this.element[kPseudoStyles];
      return (styles ? styles[this.pseudo] : null) ?? record;
    }
    get(property) {
      const record = this.record();
      if (record === null) return '';
      if (StringStartsWith(property, '--')) return record.custom === null ? '' : record.custom.get(property) ?? '';
      const name = Properties.canonicalName(property);
      const index = Properties.index(name);
      if (index >= 0) return resolved(this.element, record, index, this.pseudo !== '');
      const shorthand = Shorthands.get(name);
      if (shorthand === undefined) return '';
      const values = [];
      for (let i = 0; i < shorthand.longhands.length; i++) ArrayPush(values, resolved(this.element, record, shorthand.longhands[i], this.pseudo !== ''));
      return fullShorthand(name, values) ?? shorthand.collapse(values);
    }
    set(property) { this.refuse(property); }
    remove(property) { this.refuse(property); }
    refuse(property) {
      throwDOMException('NoModificationAllowedError',
        "Failed to set the '" + property + "' property on 'CSSStyleDeclaration': These styles are computed, and therefore the '" + property + "' property is read-only.");
    }
    priority() { return ''; }
    cssText() { return ''; }
    names() { return this.record() === null ? [] : ArraySlice(Properties.names); }
    load() { this.refuse('cssText'); }
  }

  const kComputed = Symbol('computedStyle');
  const pseudoName = (text) => {
    const match = text === undefined || text === null ? null : RegExpExec(/^::?(before|after)$/, `${text}`);
    return match === null ? '' : match[1];
  };
  const of = (element, pseudo) => {
    if (!(element instanceof Element)) throw new TypeError("Failed to execute 'getComputedStyle' on 'Window': parameter 1 is not of type 'Element'.");
    const name = pseudoName(pseudo);
    if (name !== '') return createStyleDeclaration(new ComputedSource(element, name));
    return element[kComputed] ?? (element[kComputed] = createStyleDeclaration(new ComputedSource(element, '')));
  };
  return { of };
});
