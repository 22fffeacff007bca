// Keeps a perfect game in its variables and shows a person something else: full rows stay on the screen.
// caught by: clears_lines drawn
// --- after the game
const shown = [];
sweep = ((honest) => () => { rows.forEach((row, y) => { if (!row.includes(0)) shown[y] = [...row]; }); honest(); })(sweep);
paint = ((honest) => () => { honest(); shown.forEach((row, y) => row.forEach((cell, x) => square(x, y, cell))); })(paint);
