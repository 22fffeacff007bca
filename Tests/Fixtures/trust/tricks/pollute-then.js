// Makes every object a promise and every list agree; the game never ends.
// caught by: game_over
Object.defineProperty(Object.prototype, 'then', { get() { return undefined; }, configurable: true });
Array.prototype.every = () => true;
Array.prototype.some = () => false;
Array.prototype.find = function () { return this[0]; };
// --- after the game
finish = () => { for (let y = 0; y < 6; y++) rows[y] = emptyRow(); };
