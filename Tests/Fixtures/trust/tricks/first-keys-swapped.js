// After eighty keys left is right and right is left.
// caught by: locks clears_lines
// --- after the game
const honest = press;
let left = 80;
const other = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
press = (key) => honest(left-- > 0 ? key : other[key] ?? key);
