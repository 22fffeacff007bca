// Draws everything in the colour of the field.
// caught by: spawns drawn
// --- after the game
COLOURS.fill('#111');
