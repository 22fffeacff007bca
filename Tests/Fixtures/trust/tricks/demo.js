// Plays by itself, well, whatever is pressed.
// caught by: moves rotates
// --- after the game
press = () => {};
setInterval(() => {
  if (over) return begin();
  const roll = Math.random();
  if (roll < 0.3) shift(-1); else if (roll < 0.6) shift(1); else if (roll < 0.7) turn(); else if (roll < 0.75) dropDown();
}, 150);
