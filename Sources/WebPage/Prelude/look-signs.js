// What the host reads without a call of whether there is anything new to see: a game is looked at far more often than it changes.

const LookSigns = (() => {
  /**
   * Whether the document may look otherwise than at the version of its painting that follows; that version; and whether anything
   * else may be told by the page's stamp than before, but for what is drawn on the canvases in it.
   */
  const cells = new Float64Array(3);
  const DOCUMENT = 0;
  const VERSION = 1;
  const STAMP = 2;
  cells[DOCUMENT] = cells[STAMP] = 1;
  return {
    cells,
    /** A style or a box may have become another one. */
    noteDocument() { cells[DOCUMENT] = 1; },
    /** The document has been painted. `isSettled` tells whether it stays so until something is noted. */
    notePainting(version, isSettled) {
      cells[VERSION] = version;
      cells[DOCUMENT] = isSettled ? 0 : 1;
    },
    /** There is a new record or canvas, or a canvas's size, buffer or pictures are others. */
    noteStamp() { cells[STAMP] = 1; },
    stampTaken() { cells[STAMP] = 0; },
  };
})();
