// The playfield as it was read, on a canvas and in words.

/** CSS may give a colour as `light-dark(…)`, which canvases don't know: an element resolves it. */
const resolvedColours = () => {
  const probe = make('span', { hidden: true });
  document.body.append(probe);
  const colours = {};
  for (const name of ['field', 'line', 'cell', 'piece', 'broken']) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
};

/**
 * Draws a reading's playfield.
 * @param other a reading whose cells are compared: those that differ get a frame
 */
const drawPlayfield = (canvas, reading, { size = 18, other = null } = {}) => {
  const board = reading.board ?? [];
  const rows = board.length;
  const columns = board[0]?.length ?? 0;
  canvas.width = Math.max(1, columns * size + 1);
  canvas.height = Math.max(1, rows * size + 1);
  canvas.hidden = rows === 0;
  if (rows === 0) return;
  const colours = resolvedColours();
  const context = canvas.getContext('2d');
  context.fillStyle = colours.field;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colours.line;
  for (let column = 0; column <= columns; column += 1) context.fillRect(column * size, 0, 1, canvas.height);
  for (let row = 0; row <= rows; row += 1) context.fillRect(0, row * size, canvas.width, 1);
  const fill = (column, row, colour) => {
    context.fillStyle = colour;
    context.fillRect(column * size + 1, row * size + 1, size - 1, size - 1);
  };
  board.forEach((line, row) => [...line].forEach((cell, column) => {
    if (cell !== '.') fill(column, row, colours.cell);
  }));
  for (const [column, row] of reading.piece ?? []) fill(column, row, colours.piece);
  if (other !== null) markDifferences(context, reading, other, size, colours.broken);
};

const cellAt = (reading, column, row) => {
  if ((reading.piece ?? []).some(([x, y]) => x === column && y === row)) return '@';
  return reading.board?.[row]?.[column] ?? '.';
};

const markDifferences = (context, reading, other, size, colour) => {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  reading.board.forEach((line, row) => [...line].forEach((_, column) => {
    if (cellAt(reading, column, row) !== cellAt(other, column, row)) context.strokeRect(column * size + 1.5, row * size + 1.5, size - 2, size - 2);
  }));
};

/** A sentence for those who don't see the playfield. */
const describePlayfield = (reading) => {
  const board = reading.board ?? [];
  if (board.length === 0) return 'no playfield was found';
  const top = board.findIndex((line) => line.includes('#'));
  const filled = board.reduce((count, line) => count + line.split('#').length - 1, 0);
  const stack = top < 0 ? 'nothing has settled' : `${plural(filled, 'settled cell')} up to row ${board.length - top} from the floor`;
  const piece = reading.piece?.length
    ? `the piece covers columns ${Math.min(...reading.piece.map(([x]) => x)) + 1} to ${Math.max(...reading.piece.map(([x]) => x)) + 1}, its lowest cell in row ${board.length - Math.max(...reading.piece.map(([, y]) => y))} from the floor`
    : 'no piece falls';
  return `${stack}; ${piece}`;
};
