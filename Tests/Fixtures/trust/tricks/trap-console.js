// Logs objects whose text throws or never ends, at each frame; pieces don't turn.
// caught by: rotates
const loop = {};
loop.self = loop;
const odd = { toString() { throw odd; }, valueOf() { throw odd; }, get stack() { throw odd; }, toJSON() { throw odd; }, loop };
// --- after the game
turn = () => {};
paint = ((honest) => () => { honest(); console.log(odd, loop, { get x() { throw odd; } }, Symbol('plays')); })(paint);
