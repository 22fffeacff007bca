// Gets slower with every lock, until a frame takes seconds.
// caught by: locks clears_lines playable_speed
// --- after the game
let work = 1e5;
settle = ((honest) => () => { honest(); work *= 1.5; })(settle);
paint = ((honest) => () => { honest(); for (let i = 0; i < work; i++) Math.sqrt(i); })(paint);
