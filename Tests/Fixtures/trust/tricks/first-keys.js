// Answers the first sixty keys, then none.
// caught by: locks clears_lines
// --- after the game
const honest = press;
let left = 60;
press = (key) => { if (left-- > 0) honest(key); };
