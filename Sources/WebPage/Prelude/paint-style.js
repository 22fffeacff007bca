// What a style looks like, as texts that are equal if and only if the looks are.

const Looks = (() => {
  const ids = new SafeMap();
  const texts = [];
  /** The number of a look's text. */
  const id = (text) => {
    let known = ids.get(text);
    if (known === undefined) {
      known = texts.length;
      ids.set(text, known);
      ArrayPush(texts, text);
    }
    return known;
  };
  const from = (start) => ArraySlice(texts, start);
  /** The text of a look's number. */
  const text = (id) => texts[id];
  const hex = (color) => '#' + StringPadStart(NumberToString(color, 16), 8, '0');
  return { id, from, text, hex };
})();

/** The painted side of a record, worked out once: looks of its box and colour of its text. */
class PaintStyle {
  constructor(record) {
    const v = record.values;
    this.record = record;
    this.isVisible = v[P.visibility] === 'visible';
    this.opacity = +v[P.opacity];
    this.background = Colors.parse(v[P.backgroundColor]) ?? 0;
    this.image = v[P.backgroundImage] === 'none' ? '' : PaintStyle.imageText(v);
    this.border = PaintStyle.borderText(v);
    const shadow = v[P.boxShadow];
    this.shadow = shadow === 'none' ? '' : 'shadow ' + shadow;
    const outline = v[P.outlineStyle] === 'none' || v[P.outlineWidth] === '0px' ? '' : 'outline ' + v[P.outlineWidth] + ' ' + v[P.outlineStyle] + ' ' + v[P.outlineColor];
    this.outline = outline;
    this.isFilled = (this.background & 255) > 2 || this.image !== '';
    this.isPainted = this.isFilled || this.border !== '' || outline !== '' || (this.shadow !== '' && shadow !== 'none');
    this.boxLook = this.isPainted ? this.lookOfBox(v) : -1;
    const fill = Colors.parse(v[P.textFillColor], Colors.parse(v[P.color]) ?? 255);
    this.color = fill ?? 255;
    this.textLook = 'text ' + Looks.hex(this.color) + ' ' + CSSValues.numberText(record.fontSize) + ' ' + v[P.fontWeight] + ' ';
    this.clipsBackgroundToText = v[P.backgroundClip] === 'text';
  }

  lookOfBox(v) {
    const parts = [];
    if ((this.background & 255) > 2 || this.image === '') ArrayPush(parts, Looks.hex((this.background & 255) > 2 ? this.background : 0));
    if (this.image !== '') ArrayPush(parts, this.image);
    if (this.border !== '') ArrayPush(parts, this.border);
    const radius = PaintStyle.radiusText(v);
    if (radius !== '' && (parts.length > 1 || this.isFilled)) ArrayPush(parts, radius);
    if (this.shadow !== '') ArrayPush(parts, this.shadow);
    if (this.outline !== '') ArrayPush(parts, this.outline);
    if (v[P.filter] !== 'none') ArrayPush(parts, 'filter ' + v[P.filter]);
    return Looks.id(ArrayJoin(parts, ' | '));
  }
  static imageText(v) {
    let text = 'image ' + v[P.backgroundImage];
    if (v[P.backgroundPositionX] !== '0%' || v[P.backgroundPositionY] !== '0%') text += ' at ' + v[P.backgroundPositionX] + ' ' + v[P.backgroundPositionY];
    if (v[P.backgroundSize] !== 'auto') text += ' size ' + v[P.backgroundSize];
    if (v[P.backgroundRepeat] !== 'repeat') text += ' ' + v[P.backgroundRepeat];
    return text;
  }
  static borderText(v) {
    const sides = [];
    let visible = false;
    for (let side = 0; side < 4; side++) {
      const width = v[P.borderTopWidth + side];
      const color = Colors.parse(v[P.borderTopColor + side]) ?? 0;
      if (width === '0px' || (color & 255) < 3) ArrayPush(sides, 'none');
      else {
        visible = true;
        ArrayPush(sides, width + ' ' + v[P.borderTopStyle + side] + ' ' + Looks.hex(color));
      }
    }
    if (!visible) return '';
    const same = sides[0] === sides[1] && sides[0] === sides[2] && sides[0] === sides[3];
    return 'border ' + (same ? sides[0] : ArrayJoin(sides, ', '));
  }
  static radiusText(v) {
    const corners = [v[P.borderTopLeftRadius], v[P.borderTopRightRadius], v[P.borderBottomRightRadius], v[P.borderBottomLeftRadius]];
    const same = corners[0] === corners[1] && corners[0] === corners[2] && corners[0] === corners[3];
    if (same) return corners[0] === '0px' ? '' : 'radius ' + corners[0];
    return 'radius ' + ArrayJoin(corners, ' ');
  }
}
const paintStyleOf = (record) => record.paintStyle ?? (record.paintStyle = new PaintStyle(record));
