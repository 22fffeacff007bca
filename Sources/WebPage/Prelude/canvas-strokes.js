// Strokes of one path over and over: pages that never begin another path stroke all the lines that they ever drew with each cell.

/** So many strokes in an opaque colour come to what any number comes to, to half a step of 8 bits. */
const StrokesKept = 8;

/** Whether a part of a recording only fills rectangles. */
const onlyFillsRectangles = (buffer, from, to) => {
  let n = from;
  while (n < to) {
    const opcode = buffer[n];
    if (opcode === CanvasOp.fillRect) n += 5;
    else if (opcode === CanvasOp.fillColor) n += 2;
    else return false;
  }
  return true;
};

/** Whether what is stroked hides what lies below, edges apart. */
const strokesOpaquely = ({ stroke, alpha, composite, filterList, shadowColor, clip }) =>
  stroke.object === null && (stroke.color & 255) === 255 && alpha === 1 && composite === 0 && filterList === 'none'
    && (shadowColor & 255) === 0 && clip === null;

/** The latest strokes of one path between which nothing but rectangles was filled. */
class StrokeRun {
  constructor() {
    this.generation = -1;
    this.count = 0;
    /** Where they are in the recording, the one with the number n at n modulo `StrokesKept`. */
    this.places = new Float64Array(StrokesKept);
  }

  /**
   * Notes the stroke that is about to be written. The latest ones cover what earlier ones of the run left, which are replaced by a
   * command of their length that does nothing where nothing is clipped.
   */
  note(state, recording) {
    const { places } = this;
    const place = recording.length;
    const last = places[(this.count + StrokesKept - 1) % StrokesKept];
    if (this.generation !== recording.generation || this.count === 0 || !onlyFillsRectangles(recording.buffer, last + 1, place)) {
      this.generation = recording.generation;
      this.count = 0;
    }
    const at = this.count % StrokesKept;
    if (this.count >= StrokesKept && !recording.shared && strokesOpaquely(state)) recording.buffer[places[at]] = CanvasOp.clipReset;
    places[at] = place;
    this.count++;
  }
}
