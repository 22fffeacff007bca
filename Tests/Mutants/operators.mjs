// The slips that the program makes, and what becomes of a game with each.
//
// `sites` gives the places where a slip can be made, each a list of edits; `fails` are the checks that then can't hold,
// `unsure` those that may or may not; every other check stays as it was.
import { after, all, atStart, before, functionNamed, isFunction, replace } from './tree.mjs';

const isCall = (node, name) => node.type === 'CallExpression' && (node.callee.property?.name ?? node.callee.name) === name;
const text = (game, node) => game.source.slice(node.start, node.end);
const within = (game, role, test) => {
  const fn = functionNamed(game.program, game.roles[role]);
  return fn === null ? [] : all(fn, (node) => test(node, fn));
};
const inserted = (role, statement) => (game) => {
  const fn = functionNamed(game.program, game.roles[role]);
  const edits = fn === null ? [] : atStart(fn, statement);
  return edits.length > 0 ? [edits] : [];
};

/** The spellings by which a game may know a key. */
function spellings(key) {
  if (!key || key.startsWith('click')) return [];
  const codes = { ' ': ['Space', 32], ArrowLeft: [37], ArrowUp: [38], ArrowRight: [39], ArrowDown: [40], Enter: [13], Escape: [27] };
  return [key, key.toLowerCase(), ...(codes[key] ?? []), ...(/^[a-z]$/.test(key) ? [`Key${key.toUpperCase()}`] : [])];
}

/** Makes a control's key one that no keyboard has; a key that does several things is left alone. */
const deaf = (control) => (game) => {
  if (game.roles.pointer) return [];
  const keys = [game.truth.keys[control], ...(game.roles.otherKeys?.[control] ?? [])];
  const names = keys.flatMap(spellings);
  const shared = Object.entries(game.truth.keys).some(([other, key]) => other !== control && key === game.truth.keys[control]);
  const starts = /\b(key|Space|Enter)\b/.test(game.truth.start) && game.truth.start.includes(game.truth.keys[control]?.trim() || 'Space');
  if (names.length === 0 || shared || starts) return [];
  const edits = all(game.program, (node) => (node.type === 'Literal' && names.includes(node.value) && isKeyPlace(node))
    || (node.type === 'Identifier' && names.includes(node.name) && isKeyOfTable(node)))
    .map((node) => replace(node, node.type === 'Identifier' ? 'Unbound' : typeof node.value === 'number' ? '999' : "'Unbound'"));
  return edits.length > 0 ? [edits] : [];
};
/** Whether a name is one in a table from keys to what they do, which knows an arrow key, too, or asks a table of held keys. */
const isKeyOfTable = ({ parent, name }) => (parent.type === 'Property' && parent.parent.type === 'ObjectExpression'
  && parent.parent.properties.some(({ key }) => /^arrow/i.test(key?.name ?? '')))
  || (parent.type === 'MemberExpression' && !parent.computed && parent.property.name === name && /^(Arrow[A-Z]|Key[A-Z]|Space$|Enter$)/.test(name));
const isKeyPlace = ({ parent, value }) => typeof value === 'string'
  ? /^(SwitchCase|Property|ArrayExpression)$/.test(parent.type) || (parent.type === 'BinaryExpression' && parent.operator !== '+')
    || (parent.type === 'CallExpression' && /^(fires|repeats?)$/.test(parent.callee.property?.name ?? parent.callee.name)) : parent.type === 'SwitchCase';

/** The places of the number of milliseconds, or else of frames, that a piece waits in a row at first; none where it is one of
 * a choice of speeds. A table that begins with 0 is one of points. */
function gravityLiterals(game) {
  const milliseconds = game.truth.gravity_ms_level1;
  if (game.roles.choosesSpeed) return { literals: [], isFrames: false };
  for (const number of [milliseconds, Math.round(milliseconds * 0.06)]) {
    const literals = all(game.program, (node) => node.type === 'Literal' && node.value === number && node.parent.elements?.[0]?.value !== 0);
    if (literals.some((node) => node.parent.type === 'Property')) break;
    if (literals.length > 0) return { literals, isFrames: number !== milliseconds };
  }
  return { literals: [], isFrames: false };
}

/** The call of `Math.max` that keeps a delay from getting too short. */
function limitAround(node) {
  for (let around = node.parent; around !== null; around = around.parent) if (isCall(around, 'max')) return around;
  return null;
}

/** `Math.random() * 7`, or times the length of the list of pieces. */
const randomFactor = (game) => all(game.program, (node) => node.type === 'BinaryExpression' && node.operator === '*'
  && isCall(node.left, 'random') && (node.right.value === 7 || /^(PIECES|KINDS|FIGURES|forms|names|TETRAS)\.length$/.test(text(game, node.right))));

/** Whether a name is a parameter of the function around it. */
const isParameter = (node) => {
  let around = node.parent;
  while (around !== null && !isFunction(around)) around = around.parent;
  return node.type === 'Identifier' && around !== null && around.params.some(({ name }) => name === node.name);
};

/** What a removal adds to the score, as a table of points says; the points that a fall is given are those of a drop. */
const scoreSteps = (game) => all(game.program, (node) => node.type === 'AssignmentExpression' && node.operator === '+=' && !isParameter(node.right)
  && /(score|points|pts|tally)$/i.test(text(game, node.left)) && !/^\d+$/.test(text(game, node.right)) && !/\by\b/.test(text(game, node.right)));

/** Conditions under which the game is over because the new piece doesn't fit. */
const endTests = (game) => within(game, 'enter', (node) => node.type === 'IfStatement' && text(game, node.test).includes(`${game.roles.fits}(`)
  && !all(node.consequent, (inner) => inner.type === 'ContinueStatement').length);

/** The smallest condition of the collision test that asks for settled cells. */
const stackTests = (game) => {
  const name = /[#\w]+/.exec(game.truth.state_names.board.replace(/^(game|state|Tetris|this|store)\./, ''))[0].replace('#', '');
  const mentions = within(game, 'fits', (node) => new RegExp(`[#.]?\\b${name}\\b`).test(text(game, node))
    && (node.parent.type === 'LogicalExpression' || (node.parent.type === 'IfStatement' && node.parent.test === node)) && node.type !== 'LogicalExpression');
  return mentions.filter((node) => !/\bundefined\b/.test(text(game, node)));
};

/** Loops over rows that skip those that aren't full, and remove at the end of their body. */
const skippingLoops = (game) => within(game, 'sweep', (node) => node.type === 'ForStatement' && node.body.type === 'BlockStatement'
  && node.body.body.some((statement) => statement.type === 'IfStatement' && statement.consequent.type === 'ContinueStatement'));

const afterLock = ['clears_lines', 'scores', 'levels_up', 'game_over', 'restart', 'pause', 'next_preview', 'hard_drop', 'soft_drop',
  'all_seven_pieces', 'colours_kept', 'rate_independent', 'playable_speed', 'drawn', 'walls_hold', 'rotates', 'no_errors'];
const afterClear = ['scores', 'levels_up', 'colours_kept', 'drawn', 'game_over', 'playable_speed', 'locks', 'no_errors', 'all_seven_pieces', 'restart'];
const everything = ['falls', 'moves', 'locks', 'spawns', 'starts', ...afterLock];

/** {id, what, verdict, accept, fails, unsure, sites} */
export const operators = [
  { id: 'left-deaf', what: 'no key moves to the left', verdict: 'flawed', accept: ['broken'], fails: ['moves'], unsure: afterLock, sites: deaf('left') },
  { id: 'right-deaf', what: 'no key moves to the right', verdict: 'flawed', accept: ['broken'], fails: ['moves'], unsure: afterLock, sites: deaf('right') },
  { id: 'turn-deaf', what: 'no key turns', verdict: 'flawed', accept: [], fails: ['rotates'], unsure: afterClear, sites: deaf('rotate') },
  { id: 'hard-deaf', what: 'no key drops', verdict: 'plays', accept: [], fails: ['hard_drop'], unsure: [], sites: deaf('hard') },
  { id: 'soft-deaf', what: 'no key pushes down', verdict: 'plays', accept: [], fails: ['soft_drop'], unsure: [], sites: deaf('soft') },
  { id: 'pause-deaf', what: 'no key pauses', verdict: 'plays', accept: [], fails: ['pause'], unsure: [], sites: deaf('pause') },
  { id: 'keys-dead', what: 'the game listens to no key', verdict: 'broken', accept: ['flawed'], fails: ['moves', 'rotates'], unsure: everything,
    sites: (game) => {
      const edits = all(game.program, (node) => (node.type === 'Literal' && node.value === 'keydown')
        || (node.type === 'Identifier' && node.name === 'onkeydown')).map((node) => replace(node, node.type === 'Literal' ? "'keyrest'" : 'onkeyrest'));
      return edits.length > 0 && !game.roles.pointer ? [edits] : [];
    } },
  { id: 'gravity-never', what: 'nothing falls by itself', verdict: 'flawed', accept: ['broken'], fails: ['falls'], unsure: everything.slice(1),
    sites: (game) => {
      const { literals } = gravityLiterals(game);
      return literals.length > 0 ? [literals.map((node) => replace(node, '1e9'))] : [];
    } },
  { id: 'gravity-rush', what: 'pieces fall a row a frame', verdict: 'broken', accept: ['flawed'], fails: ['playable_speed'], unsure: everything,
    sites: (game) => {
      const { literals, isFrames } = gravityLiterals(game);
      const places = literals.map((node) => limitAround(node) ?? (/^(ArrayExpression|CallExpression)$/.test(node.parent.type) ? node : null));
      return places.length > 0 && !places.includes(null) ? [places.map((node) => replace(node, isFrames ? '1' : '12'))] : [];
    } },
  { id: 'piece-missing', what: 'one kind of piece never comes', verdict: 'plays', accept: [], fails: ['all_seven_pieces'], unsure: [],
    sites: (game) => randomFactor(game).map((node) => [replace(node.right, `(${text(game, node.right)} - 1)`)]) },
  { id: 'score-never', what: 'rows give no points', verdict: 'plays', accept: [], fails: ['scores'], unsure: [],
    sites: (game) => scoreSteps(game).map((node) => [replace(node.right, '0')]) },
  { id: 'score-nan', what: 'the score is NaN after a lock', verdict: 'plays', accept: [], fails: ['scores'], unsure: [],
    sites: (game) => scoreSteps(game).map((node) => [replace(node.right, `(${text(game, node.right)}) * undefined`)]) },
  { id: 'level-never', what: 'the level, and the speed, stay', verdict: 'plays', accept: [], fails: ['levels_up'], unsure: [],
    sites: (game) => {
      const steps = all(game.program, (node) => node.type === 'BinaryExpression' && node.operator === '/' && /lines|cleared|gone/i.test(text(game, node.left)) && node.right.type === 'Literal');
      return steps.length > 0 ? [steps.map((node) => replace(node.right, '1e9'))] : [];
    } },
  { id: 'lock-throws', what: 'an unknown name at the first lock', verdict: 'broken', accept: ['flawed'], fails: ['locks'], unsure: afterLock,
    sites: inserted('lock', 'settledPieces.push(1);') },
  { id: 'lock-hangs', what: 'an endless loop at the first lock', verdict: 'broken', accept: [], fails: ['locks'], unsure: everything,
    sites: inserted('lock', 'for (let wait = 0; wait < 1; wait += 0) {}') },
  { id: 'lock-never', what: 'a piece that lies never locks', verdict: 'broken', accept: ['flawed'], fails: ['locks'], unsure: afterLock,
    sites: (game) => (game.roles.lock && !/return/.test(text(game, functionNamed(game.program, game.roles.lock))) ? inserted('lock', 'return;')(game) : []) },
  { id: 'ninth-throws', what: 'an exception at the ninth piece', verdict: 'broken', accept: ['flawed'], fails: [], unsure: ['locks', ...afterLock],
    sites: inserted('enter', 'globalThis.nth = (globalThis.nth ?? 0) + 1; if (globalThis.nth >= 9) null.shape;') },
  { id: 'turn-throws', what: 'an exception at each turn', verdict: 'flawed', accept: ['broken'], fails: ['rotates'], unsure: afterClear,
    sites: inserted('turn', 'rotationState.next();') },
  { id: 'turn-mirrored', what: 'a turn mirrors the piece: rows and columns are exchanged, and nothing is reversed', verdict: 'flawed', accept: [], fails: ['rotates'], unsure: ['locks', 'clears_lines', 'drawn'],
    sites: (game) => within(game, 'turn', (node) => node.type === 'ArrayExpression' && node.elements.length === 2
      && node.elements[0]?.type === 'BinaryExpression' && node.elements[0].operator === '-' && node.elements[1].type === 'Identifier')
      .map((node) => [replace(node.elements[0], text(game, node.elements[0].right))]) },
  { id: 'clear-never', what: 'full rows stay', verdict: 'flawed', accept: [], fails: ['clears_lines'], unsure: afterClear,
    sites: (game) => [...within(game, 'sweep', (node) => isCall(node, 'filter') && isFunction(node.arguments[0]) && /includes|indexOf|some|every|full/.test(text(game, node.arguments[0])))
      .map((node) => [replace(node.arguments[0], '() => true')]),
    ...skippingLoops(game).map((loop) => [before(loop.body.body.find((statement) => statement.consequent?.type === 'ContinueStatement'), 'if (true) continue; ')])] },
  { id: 'clear-no-shift', what: 'the empty rows come in at the bottom', verdict: 'flawed', accept: ['broken'], fails: ['clears_lines'], unsure: afterClear,
    sites: (game) => [...within(game, 'sweep', (node) => isCall(node, 'unshift')).map((node) => [replace(node.callee.property, 'push')]),
      ...within(game, 'sweep', (node) => node.type === 'ArrayExpression' && node.elements.length === 2 && node.elements.every((element) => element?.type === 'SpreadElement'))
        .map(({ elements: [first, second] }) => [replace(first, text(game, second)), replace(second, text(game, first))])] },
  { id: 'clear-adjacent', what: 'the row that comes down to a removed one is not looked at', verdict: 'flawed', accept: [], fails: ['clears_lines'], unsure: afterClear,
    sites: (game) => within(game, 'sweep', (node, host) => node.type === 'UpdateExpression' && node.operator === '++' && node.parent.type === 'ExpressionStatement'
      && all(host, (loop) => loop.type === 'ForStatement' && loop.update?.operator === '--' && loop.update.argument.name === node.argument.name
        && loop.start < node.start && node.end < loop.end).length > 0).map((node) => [replace(node, 'void 0')]) },
  { id: 'clear-one-only', what: 'of several full rows only one is removed', verdict: 'flawed', accept: [], fails: ['clears_lines'], unsure: afterClear,
    sites: (game) => skippingLoops(game).map((loop) => [{ start: loop.body.end - 1, end: loop.body.end - 1, text: 'break; ' }]) },
  { id: 'clear-wrong-row', what: 'the row above the full one is removed', verdict: 'flawed', accept: ['broken'], fails: ['clears_lines'], unsure: afterClear,
    // A loop that looks at the same row once more would never end.
    sites: (game) => within(game, 'sweep', (node) => isCall(node, 'splice') && node.arguments.length === 2 && node.arguments[0].type === 'Identifier')
      .filter(({ arguments: [row] }) => within(game, 'sweep', (node) => node.type === 'UpdateExpression' && node.operator === '++'
        && node.parent.type === 'ExpressionStatement' && node.argument.name === row.name).length === 0)
      .map((node) => [replace(node.arguments[0], `Math.max(0, ${node.arguments[0].name} - 1)`)]) },
  { id: 'end-never', what: 'the game goes on when a new piece has no room', verdict: 'flawed', accept: ['broken'], fails: ['game_over'], unsure: ['locks', 'restart', 'scores', 'drawn'],
    sites: (game) => (game.roles.alsoEnds ? [] : endTests(game).map((node) => [replace(node.test, 'false')])) },
  { id: 'end-at-once', what: 'the game is over with its second piece', verdict: 'broken', accept: ['flawed'], fails: [], unsure: everything,
    sites: (game) => endTests(game).map((node) => [replace(node.test, '(globalThis.nth = (globalThis.nth ?? 0) + 1) >= 2')]) },
  { id: 'stack-ignored', what: 'pieces fall through those that lie', verdict: 'flawed', accept: ['broken'], fails: ['locks'], unsure: ['moves', ...afterLock],
    sites: (game) => stackTests(game).map((node) => [replace(node, node.operator === '!' || node.operator === '===' ? 'true' : 'false')]) },
  { id: 'floor-missing', what: 'pieces fall out of the field below', verdict: 'broken', accept: ['flawed'], fails: ['locks'], unsure: everything.filter((check) => check !== 'locks'),
    sites: (game) => (game.roles.soft ? within(game, 'fits', (node) => node.type === 'BinaryExpression' && /^(>=|<)$/.test(node.operator)
      && /^(H|NR|HEIGHT|this\.(rows|height))$/.test(text(game, node.right))).map((node) => [after(node.right, ' + 30')]) : []) },
  { id: 'wall-missing', what: 'pieces go out at the right by two columns', verdict: 'flawed', accept: ['broken'], fails: ['walls_hold'], unsure: ['locks', ...afterLock],
    sites: (game) => (game.roles.soft ? within(game, 'fits', (node) => node.type === 'BinaryExpression' && /^(>=|<)$/.test(node.operator)
      && /^(W|NC|COLUMNS|this\.(columns|width))$/.test(text(game, node.right))).map((node) => [after(node.right, ' + 2')]) : []) },
  { id: 'preview-wrong', what: 'another piece comes than the one that was shown', verdict: 'plays', accept: [], fails: ['next_preview'], unsure: [],
    sites: (game) => ['enter', 'lock'].flatMap((role) => within(game, role, (node) => node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression'))
      .flatMap((node) => {
        const siblings = node.parent.body;
        const next = Array.isArray(siblings) ? siblings[siblings.indexOf(node) + 1]?.expression : undefined;
        const isHandover = next?.type === 'AssignmentExpression' && next.right.type === 'CallExpression' && text(game, next.left) === text(game, node.expression.right);
        return isHandover ? [[replace(node.expression.right, text(game, next.right))]] : [];
      }).slice(0, 1) },
  { id: 'nothing-drawn', what: 'no cell is drawn', verdict: 'broken', accept: ['flawed'], fails: ['spawns'], unsure: everything,
    sites: (game) => (['tile', 'cell', 'block', 'dot', 'outline'].includes(game.roles.draw) ? inserted('draw', 'return;')(game) : []) },
  { id: 'start-throws', what: 'a missing element stops the script at load', verdict: 'broken', accept: [], fails: ['loads', 'moves', 'falls', 'rotates'], unsure: everything,
    sites: (game) => [[before(game.program.body[0], "document.getElementById('no-such-element').hidden = true; ")]] },
  { id: 'token-lost', what: 'a closing bracket is missing', verdict: 'broken', accept: [], fails: ['loads', 'moves', 'falls', 'rotates'], unsure: everything,
    sites: (game) => within(game, 'lock', (node) => node.type === 'CallExpression' && node.arguments.length > 0).slice(0, 3)
      .map((node) => [{ start: node.end - 1, end: node.end, text: '' }]) },
  { id: 'harmless-statements', what: 'statements without effect everywhere', verdict: 'plays', accept: [], fails: [], unsure: [],
    sites: (game) => [all(game.program, (node) => node.type === 'BlockStatement' && isFunction(node.parent)).map((node) => ({ start: node.start + 1, end: node.start + 1, text: ' void 0;' }))] },
  { id: 'harmless-names', what: 'functions have other names', verdict: 'plays', accept: [], fails: [], unsure: [],
    sites: (game) => {
      const names = new Set(['turn', 'lock', 'fits', 'enter'].map((role) => game.roles[role]).filter((name) => name && !name.startsWith('#')
        && all(game.program, (node) => node.type === 'FunctionDeclaration' && node.id.name === name).length > 0
        && all(game.program, (node) => node.type === 'Property' && node.shorthand && node.key.name === name).length === 0));
      const edits = all(game.program, (node) => node.type === 'Identifier' && names.has(node.name)
        && !(node.parent.type === 'MemberExpression' && node.parent.property === node && !node.parent.computed)
        && !(/^(Property|MethodDefinition)$/.test(node.parent.type) && node.parent.key === node)).map((node) => replace(node, `${node.name}Of`));
      return edits.length > 0 ? [edits] : [];
    } },
  { id: 'harmless-condition', what: 'a condition is written the other way round', verdict: 'plays', accept: [], fails: [], unsure: [],
    sites: (game) => all(game.program, (node) => node.type === 'IfStatement' && node.alternate === null)
      .map((node) => [replace(node.test, `!(!(${text(game, node.test)}))`)]) },
];
