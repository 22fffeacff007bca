// Makes mutants of the project's own games: node Tests/Mutants/make.mjs --out FOLDER [--seed N] [--sample N] [--list]
//
// Each game gets every slip that has a place in it; where there are several places the seed chooses one. FOLDER gets a
// page a mutant and key.jsonl, in the form that `playproof report agreement` reads.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { operators } from './operators.mjs';
import { applied, parse } from './tree.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const games = join(here, '../Fixtures/own');
const { values } = parseArgs({ options: {
  out: { type: 'string' }, seed: { type: 'string', default: '1' }, sample: { type: 'string' }, only: { type: 'string' }, list: { type: 'boolean' },
} });

/** xorshift32: the same seed makes the same mutants. */
function randomSource(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (count) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state % count;
  };
}

function read(truth, roles) {
  const html = readFileSync(join(games, truth.id, 'index.html'), 'utf8');
  const [, head, source] = /(<script[^>]*>)([^]*?)<\/script>/.exec(html);
  return { truth, roles, html, start: html.indexOf(head) + head.length, source, program: parse(source, /module/.test(head)) };
}

function mutant(game, operator, edits) {
  const source = applied(game.source, edits);
  const html = game.html.slice(0, game.start) + source + game.html.slice(game.start + game.source.length);
  const checks = { ...game.truth.truth };
  for (const check of operator.unsure) checks[check] = null;
  for (const check of operator.fails) checks[check] = false;
  const slips = edits.slice(0, 3).map(({ start, end, text }) => ({ before: game.source.slice(start, end), after: text }));
  const key = {
    id: `${game.truth.id}--${operator.id}`, base: game.truth.id, operator: operator.id, what: operator.what, diff: slips,
    expected_verdict: operator.verdict, accept: [operator.verdict, ...operator.accept], truth: checks,
  };
  return { key, html };
}

const roles = JSON.parse(readFileSync(join(here, 'roles.json'), 'utf8'));
const truths = readFileSync(join(games, 'truth.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const random = randomSource(Number(values.seed));
let mutants = [];
for (const truth of truths) {
  const game = read(truth, roles[truth.id] ?? {});
  for (const operator of operators) {
    const sites = operator.sites(game);
    if (sites.length > 0) mutants.push(mutant(game, operator, sites[random(sites.length)]));
  }
}
if (values.only) mutants = mutants.filter(({ key }) => values.only.split(',').includes(key.operator) || values.only.split(',').includes(key.id));
if (values.sample) {
  const sampled = [];
  while (sampled.length < Number(values.sample) && mutants.length > 0) sampled.push(...mutants.splice(random(mutants.length), 1));
  mutants = sampled;
}
if (values.list || !values.out) {
  for (const { id, what, verdict } of operators) {
    const count = mutants.filter(({ key }) => key.operator === id).length;
    console.log(`${id.padEnd(20)} ${verdict.padEnd(7)} ${String(count).padStart(3)}  ${what}`);
  }
  console.log(`${operators.length} operators, ${mutants.length} mutants of ${truths.length} games`);
} else {
  if (existsSync(values.out)) throw new Error(`the folder exists already: ${values.out}. Give the name of a new one.`);
  mkdirSync(values.out, { recursive: true });
  for (const { key, html } of mutants) writeFileSync(join(values.out, `${key.id}.html`), html);
  writeFileSync(join(values.out, 'key.jsonl'), mutants.map(({ key }) => JSON.stringify(key) + '\n').join(''));
}
