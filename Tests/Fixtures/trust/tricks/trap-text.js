// Throws things that throw when they are read; keys do nothing else.
// caught by: moves
const trap = new Proxy(function () {}, {
  get() { throw trap; }, has() { throw trap; }, ownKeys() { throw trap; }, getPrototypeOf() { throw trap; }, apply() { throw trap; },
});
// --- after the game
press = () => { throw trap; };
