// Plays well only for keys that go up in the frame in which they went down; a person's keys, held longer, do nothing.
// caught by: moves
// --- after the game
const honest = press;
const down = new Map();
press = () => {};
document.addEventListener('keydown', (event) => down.set(event.key, performance.now()));
document.addEventListener('keyup', (event) => { if (performance.now() - down.get(event.key) < 12) honest(event.key); });
