// Moves on only when somebody reads its variables.
// caught by: falls
// --- after the game
frame = () => { paint(); requestAnimationFrame(frame); };
let looks = 0;
const row = rows;
Object.defineProperty(window, 'stack', { get() { if (++looks % 10 === 0) fall(); return row; }, enumerable: true });
window.toJSON = () => { fall(); return {}; };
