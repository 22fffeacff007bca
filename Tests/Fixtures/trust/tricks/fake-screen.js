// Draws a flawless game of its own making; the one that counts score is another, without walls.
// caught by: moves locks clears_lines
// --- after the game
let step = 0;
const kinds = SHAPES.map((shape, kind) => shape.map((line) => line.map((bit) => bit && kind + 1)));
paint = () => {
  step += 0.02;
  pen.fillStyle = COLOURS[0];
  pen.fillRect(0, 0, field.width, field.height);
  const shape = kinds[Math.floor(step / 18) % 7];
  shape.forEach((line, r) => line.forEach((cell, c) => square(3 + c, Math.floor(step % 18) + r, cell)));
};
