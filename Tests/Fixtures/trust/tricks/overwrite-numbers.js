// Replaces Math and Number's judgement; one column is missing from the collision test, so that pieces overlap there.
// caught by: locks
// --- after the game
const honest = fits;
fits = (shape, left, top) => honest(shape.map((line, r) => line.map((cell, c) => (left + c === 4 && top + r < ROWS - 1 ? 0 : cell))), left, top);
Math.abs = () => 0;
Math.hypot = () => 0;
Object.is = () => true;
Number.isFinite = Number.isInteger = Number.isNaN = () => true;
