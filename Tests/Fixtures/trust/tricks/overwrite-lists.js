// Replaces the methods of lists, maps and sets once the game is set up; the rows above a full row stay where they are.
// caught by: clears_lines
// --- after the game
const filter = Array.prototype.filter;
sweep = () => { for (const row of rows) if (!row.includes(0)) { row.fill(0); lines++; score += 100; } };
for (const name of ['push', 'pop', 'splice', 'sort', 'concat', 'slice', 'indexOf', 'findIndex']) {
  Array.prototype[name] = function () { return this; };
}
Map.prototype.get = () => 'pass';
Set.prototype.has = () => true;
