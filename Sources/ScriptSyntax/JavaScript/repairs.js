/**
 * The smallest changes that make a script parse, best guess first: [{text, edits: [{line, column, code}]}, …].
 * `code` is what the changed place would read. Changes are tried where the parser stumbles, and where one of them
 * brings it further, again from there.
 */
function repairs(source, kind) {
  let states = [{ text: source, edits: [], reach: errorPosition(source, kind) }];
  if (states[0].reach === null) return [];
  for (let depth = 0; depth < repairEditsMax && states.length > 0; depth++) {
    const outcome = { repaired: [], further: [] };
    for (const state of states) tryChanges(state, kind, outcome);
    if (outcome.repaired.length > 0) return described(outcome.repaired, kind);
    states = outcome.further.sort((a, b) => b.reach - a.reach).slice(0, repairWidthMax);
  }
  return [];
}

const repairEditsMax = 4;
const repairWidthMax = 2;
const repairsMax = 3;

/** Tries one more change on a script, the likely kinds first, until a kind has repaired it. */
function tryChanges(state, kind, { repaired, further }) {
  for (const changes of changesAt(state.text, state.reach)) {
    for (const change of changes) {
      const text = state.text.slice(0, change.start) + change.insert + state.text.slice(change.end);
      const reach = errorPosition(text, kind);
      const next = { text, edits: [...state.edits, change], reach };
      if (reach === null) repaired.push(next);
      else if (reach > Math.max(state.reach, change.start) + change.insert.length) further.push(next);
    }
    if (repaired.length > 0) return;
  }
}

/** Where the parser stumbles; null where it doesn't. */
function errorPosition(source, kind) {
  try {
    parse(source, kind);
    return null;
  } catch (error) {
    if (error.pos === undefined) throw error;
    return error.token;
  }
}

/** Lists of changes that might mend the place, as {start, end, insert}, one list for each kind of slip. */
function changesAt(source, position) {
  const insertion = (start, insert) => ({ start, end: start, insert });
  const removal = (start, end) => ({ start, end, insert: '' });
  const before = source.slice(0, position).trimEnd().length;
  // A blank before what is missing belongs to it.
  const gap = source[before] === ' ' ? before + 1 : before;
  const values = lacksExpression(source, before, position) ? ['0', ...usualOperands(source, gap)].map((text) => insertion(gap, text)) : [];
  const braces = unclosedBlocks(source).map((place) => insertion(place, '}\n'));
  const tokens = [')', ']', '}', ',', ';', '{', '(', '[', '=', '+', '=>', ':'].map((token) => insertion(before, token));
  const next = /^(?:[\p{ID_Continue}$]+|=>|[^\s])/u.exec(source.slice(position))?.[0] ?? '';
  const last = /(?:[\p{ID_Continue}$]+|=>|[^\s])?$/u.exec(source.slice(0, before))[0];
  const removals = [removal(position, position + next.length), removal(before - last.length, before)];
  // A bracket that closes nothing is rather one too many.
  const brackets = /^[)\]}]/.test(next) ? [removals[0], ...braces, ...tokens] : [...braces, ...tokens];
  return [values, brackets, closingQuotes(source, position).map((place) => insertion(place, source[position])), removals];
}

/** Where the text that begins at the position may end on its line: before the punctuation at the line's end, or behind it. */
function closingQuotes(source, position) {
  if (!/['"`]/.test(source[position])) return [];
  const line = /^.*/.exec(source.slice(position))[0].trimEnd();
  const tail = /[;,)\]}]*$/.exec(line)[0].length;
  return Array.from({ length: tail + 1 }, (_, index) => position + line.length - tail + index);
}

/** Whether the error-tolerant parser had to make an expression up near the place of the error. */
function lacksExpression(source, from, to) {
  if (acorn.loose === undefined) return false;
  let lacks = false;
  const visit = (node) => {
    lacks ||= acorn.loose.isDummy(node) && node.start >= from && node.start <= to;
    forEachChild(node, visit);
  };
  visit(acorn.loose.parse(source, { ecmaVersion: 'latest', sourceType: 'script' }));
  return lacks;
}

/** What the operand before the place is compared or combined with elsewhere, the most frequent first. */
function usualOperands(source, place) {
  const head = /([\p{ID_Continue}$.]+)\s*([<>=!]=?=?|[-+*/%])\s*$/u.exec(source.slice(0, place));
  if (!head) return [];
  const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const other = new RegExp(`(?<![\\p{ID_Continue}$.])${escape(head[1])}\\s*${escape(head[2])}\\s*([\\p{ID_Continue}$.#]+)(?![\\p{ID_Continue}$(])`, 'gu');
  const counts = new Map();
  for (const [, text] of source.matchAll(other)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([text]) => text).filter((text) => text !== '0');
}

/** Where blocks seem to end that nobody closes: before a line that is indented no more than the line that opens them. */
function unclosedBlocks(source) {
  const open = [];
  let position = 0;
  for (const line of source.split('\n')) {
    const indent = /^\s*/.exec(line)[0].length;
    const code = line.replace(/(['"`])(?:\\.|(?!\1).)*\1|\/\/.*$/g, (text) => ' '.repeat(text.length));
    if (indent < line.length && !/^\s*[})\]]/.test(code) && open.length > 0 && open.at(-1).indent >= indent) {
      return [position];
    }
    for (const character of code) {
      if (character === '{') open.push({ indent });
      if (character === '}') open.pop();
    }
    position += line.length + 1;
  }
  return [];
}

/** The repaired scripts with the places of their changes, each text once. */
function described(states, kind) {
  const texts = new Set();
  return states.filter(({ text }) => !texts.has(text) && texts.add(text)).slice(0, repairsMax).map(({ text, edits }) => {
    const program = parse(text, kind);
    return { text, edits: edits.map((edit) => place(text, program, edit.start, edit.start + edit.insert.length)) };
  });
}

const shownMax = 48;

/** A place in a repaired script: its line and column, and the smallest expression or statement around it. */
function place(text, program, start, end) {
  const { line, column } = acorn.getLineInfo(text, start);
  let code = text.split('\n')[line - 1].trim();
  const visit = (node) => {
    if (node.start > start || node.end < end || node.type === 'Identifier' || node.type === 'Literal') return;
    const own = text.slice(node.start, node.end);
    if (own.length <= shownMax && !own.includes('\n')) code = own;
    forEachChild(node, visit);
  };
  visit(program);
  return { line, column: column + 1, code: code.length > shownMax ? `${code.slice(0, shownMax)}…` : code };
}

/**
 * The script with 0 in every hole of its arrays, in the form of `repairs`; none for a script without holes. A comma at
 * the end of an array with holes counts as one more.
 */
function filledHoles(source, kind) {
  const program = parseOrNull(source, kind);
  if (program === null) return [];
  const positions = [];
  const lists = [];
  const visit = (node) => {
    if (node.type === 'ArrayExpression' && node.elements.includes(null)) {
      lists.push(node.start);
      collectHoles(source, node, positions);
    }
    forEachChild(node, visit);
  };
  visit(program);
  if (positions.length === 0) return [];
  const filled = new Insertions(source);
  for (const position of positions) filled.insert(position, '0');
  const text = filled.applied();
  const repaired = parse(text, kind);
  const shift = (position) => position + positions.filter((other) => other < position).length;
  return [{ text, edits: lists.map((start) => place(text, repaired, shift(start), shift(start) + 1)) }];
}

/** Where the values are missing: before a comma that has none before it. */
function collectHoles(source, node, positions) {
  let position = node.start + 1;
  const skip = () => {
    position += /^(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/.exec(source.slice(position))[0].length;
  };
  for (const element of node.elements) {
    if (element !== null) position = element.end;
    skip();
    if (element === null) positions.push(position);
    if (source[position] === ',') position++;
  }
  skip();
  if (node.elements.at(-1) !== null && /,(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*$/.test(source.slice(node.elements.at(-1).end, node.end - 1))) {
    positions.push(position);
  }
}

/** Names that a script uses and nobody in it declares or assigns to, and all that it declares. */
function names(source, kind) {
  const program = parseOrNull(source, kind);
  if (program === null) return { unknown: [], declared: [] };
  const { scopes, references } = new ScopeAnalysis(program, kind);
  const loose = references.filter(({ declaration, parent }) => declaration === null && parent.operator !== 'typeof');
  const assigned = new Set(references.filter(({ parent, key }) => isAssigned(parent, key)).map(({ node }) => node.name));
  const declared = new Set(scopes.flatMap((scope) => [...scope.names.keys()]));
  return {
    unknown: [...new Set(loose.map(({ node }) => node.name))].filter((name) => !assigned.has(name) && name !== 'arguments'),
    declared: [...declared],
  };
}

/** The script with one name that nobody declares in place of another, in the form of `repairs`. */
function renamed(source, kind, name, replacement) {
  const { references } = new ScopeAnalysis(parse(source, kind), kind);
  const nodes = references.filter(({ declaration, node }) => declaration === null && node.name === name).map(({ node }) => node);
  let text = source;
  for (const { start, end } of nodes.sort((a, b) => b.start - a.start)) text = text.slice(0, start) + replacement + text.slice(end);
  const repaired = parse(text, kind);
  const growth = replacement.length - name.length;
  const starts = nodes.map(({ start }) => start).sort((a, b) => a - b).map((start, index) => start + index * growth);
  return [{ text, edits: starts.map((start) => place(text, repaired, start, start + replacement.length)) }];
}
