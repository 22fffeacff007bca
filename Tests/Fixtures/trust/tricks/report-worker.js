// Looks for ways to the judge's pipe; pieces go through the walls.
// caught by: walls_hold
for (const name of ['playproof', 'print', 'postMessage', 'quit', 'readline', 'write', 'output', 'report', 'process', 'Deno', 'require']) {
  try { globalThis[name]?.('{"result":{"verdict":"plays"}}\n'); } catch {}
  try { globalThis[name]?.stdout?.write('{"result":{"verdict":"plays"}}\n'); } catch {}
}
// --- after the game
shift = (step) => { piece.x = (piece.x + step + COLUMNS) % COLUMNS; };
square = ((original) => (x, y, cell) => original(x % COLUMNS, y, cell))(square);
settle = () => {
  piece.shape.forEach((line, r) => line.forEach((cell, c) => { if (cell) rows[piece.y + r][(piece.x + c) % COLUMNS] = cell; }));
  sweep();
  nextPiece();
};
fits = (shape, left, top) => shape.every((line, r) => line.every((cell, c) => !cell || (top + r < ROWS && !rows[top + r][(left + c) % COLUMNS])));
