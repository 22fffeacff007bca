// Fills its variables with things that throw, and go on for ever, when they are looked at; full rows stay.
// caught by: clears_lines
// --- after the game
const trap = new Proxy([], { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } });
const endless = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 32 - 1 : endless) });
var trapped = [trap, trap, endless], board = endless, matrix = trapped;
sweep = () => {};
