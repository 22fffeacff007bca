// Breaks the language's own iteration for everyone but itself; pieces never lock.
// caught by: locks
// --- after the game
settle = () => {};
dropDown = () => {};
const next = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () { yield* []; };
String.prototype[Symbol.iterator] = function* () {};
rows.forEach((row) => { row[Symbol.iterator] = next; });
