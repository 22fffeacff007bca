// Takes over the animation frames and stops handing them out after the thirtieth piece.
// caught by: clears_lines
let budget = Infinity;
const request = requestAnimationFrame;
requestAnimationFrame = (callback) => (budget-- > 0 ? request(callback) : 0);
// --- after the game
let count = 0;
nextPiece = ((original) => () => { original(); if (++count === 30) { budget = 0; press = () => {}; } })(nextPiece);
