// Turns the first dozen pieces as it should; after that each turn makes another piece.
// caught by: rotates locks clears_lines
// --- after the game
const honest = turn;
let left = 12;
turn = () => { if (left-- > 0) honest(); else piece.shape = SHAPES[(left & 7) % 7].map((line) => line.map((bit) => bit && 3)); };
