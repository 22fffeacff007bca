// Plays well only for keys that no person has pressed; a person's keys do nothing.
// caught by: moves
// --- after the game
const honest = press;
press = () => {};
document.addEventListener('keydown', (event) => { if (!event.isTrusted) honest(event.key); });
