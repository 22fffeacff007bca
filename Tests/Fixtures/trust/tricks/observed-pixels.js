// Moves on only when somebody reads its pixels or asks for its text.
// caught by: falls
for (const [holder, name] of [[CanvasRenderingContext2D.prototype, 'getImageData'], [HTMLCanvasElement.prototype, 'toDataURL'],
  [HTMLCanvasElement.prototype, 'toBlob'], [Element.prototype, 'getBoundingClientRect']]) {
  const honest = holder[name];
  holder[name] = function (...values) { fall(); return honest.apply(this, values); };
}
Object.defineProperty(Node.prototype, 'textContent', { get() { fall(); return ''; }, set() {}, configurable: true });
// --- after the game
frame = () => { paint(); requestAnimationFrame(frame); };
paint = ((honest) => () => { try { honest(); } catch {} })(paint);
