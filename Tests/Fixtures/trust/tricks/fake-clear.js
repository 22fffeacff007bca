// Blinks a full row away and has it back three seconds later.
// caught by: clears_lines
// --- after the game
sweep = ((honest) => () => {
  const full = rows.filter((row) => !row.includes(0));
  honest();
  if (full.length > 0) setTimeout(() => { rows = [...rows.slice(full.length), ...full]; }, 3000);
})(sweep);
