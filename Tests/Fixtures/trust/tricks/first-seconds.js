// Behaves for twenty seconds, then pieces pass through the stack.
// caught by: locks clears_lines game_over
// --- after the game
const honest = fits;
fits = (shape, left, top) => (performance.now() < 20000 ? honest(shape, left, top)
  : shape.every((line, r) => line.every((cell, c) => !cell || (left + c >= 0 && left + c < COLUMNS && top + r < ROWS))));
