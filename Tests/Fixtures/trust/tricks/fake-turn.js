// Draws a piece as turned that stays as it was: it locks in the shape that it had.
// caught by: rotates locks
// --- after the game
let looks = 0;
turn = () => { looks++; };
nextPiece = ((honest) => () => { looks = 0; honest(); })(nextPiece);
paint = ((honest) => () => {
  const { shape } = piece;
  for (let turns = looks % 4; turns > 0; turns--) piece.shape = turned(piece.shape);
  honest();
  piece.shape = shape;
})(paint);
