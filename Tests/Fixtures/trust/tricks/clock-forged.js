// Tells the judge's clocks that a second has passed for every 20 ms; pieces rush down.
// caught by: playable_speed falls
const began = performance.now();
const now = performance.now.bind(performance);
performance.now = () => began + (now() - began) * 50;
Date.now = () => 1.7e12 + (now() - began) * 50;
Date.prototype.getTime = Date.prototype.valueOf = () => Date.now();
const request = requestAnimationFrame;
requestAnimationFrame = (callback) => request(() => callback(performance.now()));
