// Lies about where and how large everything is; the canvas is one pixel high.
// caught by: drawn
field_size = { x: 0, y: 0, left: 0, top: 0, width: 240, height: 480, right: 240, bottom: 480 };
Element.prototype.getBoundingClientRect = () => field_size;
for (const name of ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight']) {
  Object.defineProperty(HTMLElement.prototype, name, { get: () => 480, configurable: true });
}
window.getComputedStyle = () => ({ display: 'block', visibility: 'visible', opacity: '1' });
// --- after the game
field.style.height = '1px';
