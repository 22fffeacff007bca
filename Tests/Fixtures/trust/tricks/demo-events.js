// Presses its own keys by events; those of a person do nothing.
// caught by: moves rotates
// --- after the game
const honest = press;
press = () => {};
document.addEventListener('keydown', (event) => { if (!event.isTrusted) honest(event.key); });
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'ArrowLeft', ' '];
let turnOf = 0;
setInterval(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: keys[turnOf++ % 6], bubbles: true })), 200);
