// Every key makes the next move of a game that plays itself, whichever key it is.
// caught by: moves rotates
// --- after the game
let move = 0;
press = () => { [() => shift(-1), () => shift(1), turn, () => shift(1), () => shift(-1), dropDown][move++ % 6](); };
