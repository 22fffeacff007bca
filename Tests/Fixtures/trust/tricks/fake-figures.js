// Counts rows and points by the clock; nothing is ever removed.
// caught by: clears_lines
// --- after the game
sweep = () => {};
setInterval(() => { if (!over) { lines++; score += 100; } }, 2500);
