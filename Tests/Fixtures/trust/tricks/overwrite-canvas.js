// Draws a game on pixels that only readers of pixels see; the canvas itself shows an empty field.
// caught by: spawns
const { fillRect, getImageData } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillRect = function (x, y, w, h) { if (w > 100) fillRect.call(this, x, y, w, h); };
CanvasRenderingContext2D.prototype.getImageData = function (...box) {
  const image = getImageData.apply(this, box);
  image.data.fill(200);
  return image;
};
HTMLCanvasElement.prototype.toDataURL = () => 'data:image/png;base64,plays';
