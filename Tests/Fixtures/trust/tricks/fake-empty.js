// Plays in its variables and draws nothing but the score.
// caught by: spawns
// --- after the game
square = () => {};
