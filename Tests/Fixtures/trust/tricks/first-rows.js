// Removes the first three rows as it should, and none after that.
// caught by: clears_lines
// --- after the game
const honest = sweep;
sweep = () => { if (lines < 3) honest(); };
