// Writes many answers of two made-up models as JSON Lines: copies of the project's own games, mutants of them in which a
// bracket is lost or a name misspelt, and a few answers without code. The same count and seed give the same lines.
//   node Tests/Storm/make.mjs COUNT SEED > answers.jsonl
import { readFileSync, readdirSync } from 'node:fs';

const [count, seed] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error('make.mjs: wants a number of answers and a seed: node Tests/Storm/make.mjs 10000 1');
  process.exit(2);
}
const folder = new URL('../Fixtures/own/', import.meta.url);
const games = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
  .map((name) => readFileSync(new URL(`${name}/index.html`, folder), 'utf8'))
  .map((text) => ({ text, brackets: places(text, /[(){}[\]]/g), names: places(text, /[A-Za-z]{3,}/g) }));

function places(text, pattern) {
  const script = /<script[^>]*>/.exec(text);
  return [...text.matchAll(pattern)].filter((match) => match.index >= script.index + script[0].length);
}

// Mulberry32.
let state = seed;
const random = (limit) => {
  state = (state + 0x6d2b79f5) | 0;
  let value = Math.imul(state ^ (state >>> 15), 1 | state);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) % limit;
};

const words = 'the a piece row board canvas falls turns locks score level then first which player key left right next'.split(' ');
const sentence = () => Array.from({ length: 5 + random(20) }, () => words[random(words.length)]).join(' ') + '.';
const prose = () => Array.from({ length: 1 + random(10) }, sentence).join('\n');
const fenced = (page) => `${prose()}\n\n\`\`\`html\n${page}\n\`\`\`\n`;
const changed = (text, { 0: found, index }, replacement) => text.slice(0, index) + replacement + text.slice(index + found.length);

const completion = () => {
  const { text, brackets, names } = games[random(games.length)];
  const kind = random(100);
  if (kind < 40) return fenced(text);
  if (kind < 70) return fenced(changed(text, brackets[random(brackets.length)], ''));
  const name = names[random(names.length)];
  return kind < 95 ? fenced(changed(text, name, name[0] + 's')) : prose();
};
for (let index = 0; index < count; index += 1) {
  const line = { task_id: `tetris/${index >> 2}`, sample: index & 1, model: index & 2 ? 'alpha' : 'beta', completion: completion() };
  console.log(JSON.stringify(line));
}
