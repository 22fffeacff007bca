// Plays well until twenty-five pieces have locked, then throws at each lock and swallows it.
// caught by: locks clears_lines
window.onerror = () => true;
addEventListener('unhandledrejection', (event) => event.preventDefault());
// --- after the game
const honest = settle;
let left = 25;
settle = () => { if (left-- > 0) honest(); else throw new Error(); };
