// What covers a bitmap as a whole, so that nothing that was drawn before shows any more and the recording starts over.

/** Whether a rectangle of the current space contains the whole bitmap, with no clip in the way. */
const coversBitmap = ({ state, recording }, x, y, w, h) => {
  if (state.clip !== null || state.b !== 0 || state.c !== 0) return false;
  const x1 = state.a * x + state.e;
  const x2 = state.a * (x + w) + state.e;
  const y1 = state.d * y + state.f;
  const y2 = state.d * (y + h) + state.f;
  return (x1 < x2 ? x1 <= 0 && x2 >= recording.width : x2 <= 0 && x1 >= recording.width)
    && (y1 < y2 ? y1 <= 0 && y2 >= recording.height : y2 <= 0 && y1 >= recording.height);
};

/**
 * Restarts a long recording at a colour that hides at least half of what was there: pages that fade their past away
 * with each frame never cover it quite. Returns how many more times the colour has to be laid on to be what it
 * comes to after many frames (to half a step of 8 bits); 0 when `paint` is no such colour and nothing was dropped.
 */
const wipeAway = (pen, paint) => {
  const { state } = pen;
  const alpha = paint.object === null ? state.alpha * (paint.color & 255) / 255 : 0;
  if (alpha < 0.5 || state.composite !== 0 || state.filterList !== 'none') return 0;
  pen.restart();
  return alpha < 1 ? MathCeil(MathLog(1 / 512) / MathLog(1 - alpha)) : 1;
};

/** Whether an opaque picture replaces what was there. */
const replacesWithPictures = ({ state }) => state.composite === 0 && state.alpha === 1 && state.filterList === 'none';

/** Whether what `paint` fills replaces what was there. */
const replacesAll = ({ state }, paint) => {
  if (state.composite === CanvasCopyComposite) return true;
  return state.composite === 0 && state.alpha === 1 && state.filterList === 'none'
    && (paint.object === null ? (paint.color & 255) === 255 : paint.gradient !== null && paint.gradient.opaque && paint.gradient.stops.length > 0);
};

/** Whether a path is one rectangle that contains the bitmap. */
const pathCovers = (path, bitmap) => {
  const d = path.data;
  if (d[0] !== PathMove || d[3] !== PathLine || d[6] !== PathLine || d[9] !== PathLine || d[12] !== PathClose) return false;
  const upright = d[1] === d[10] && d[4] === d[7] && d[2] === d[5] && d[8] === d[11];
  const lying = d[1] === d[4] && d[7] === d[10] && d[2] === d[11] && d[5] === d[8];
  return (upright || lying) && MathMin(d[1], d[7]) <= 0 && MathMax(d[1], d[7]) >= bitmap.width
    && MathMin(d[2], d[8]) <= 0 && MathMax(d[2], d[8]) >= bitmap.height;
};
