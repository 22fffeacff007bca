/**
 * Puts calls into a script that hand its outer scopes and the instances of its classes to the host:
 *
 *     NAME(() => ({get board(){return board},set board(_){board=_}}), 'createGame', '12:3')   a scope
 *     NAME(o => ({get "#rows"(){return o.#rows},…}), 'Playfield', '40:7', this)               an instance, or a class
 *
 * The first argument makes the accessors when the host wants them (0 for classes without private fields), so a call
 * costs no more than a function object. Names that no getter can reach yet throw, as they do in the script itself.
 */
function exposingScopes(source, kind, name) {
  const program = parseOrNull(source, kind);
  if (program === null) return null;
  const analysis = new ScopeAnalysis(program, kind);
  const insertions = new Insertions(source);
  const place = (node) => {
    const { line, column } = acorn.getLineInfo(source, node.start);
    return `'${line}:${column + 1}'`;
  };
  markStartFunctions(analysis);
  for (const scope of analysis.scopes) {
    const names = exposedNames(scope);
    const position = names.length > 0 ? firstStatementStart(statementsOf(scope)) : null;
    if (position === null) continue;
    const accessors = names.map(([text, { kind }]) => accessor(text, kind)).join(',');
    const label = scope.label || scope.owner.label || scope.owner.kind;
    insertions.insert(position, `${name}(()=>({${accessors}}),${JSON.stringify(label)},${place(scope.node)});`);
  }
  for (const entry of analysis.classes) exposeClass(entry, insertions, name, place(entry.node));
  return insertions.isEmpty ? source : insertions.applied();
}

/**
 * A script that hands over what a classic script keeps at its top level, or null when that is nothing:
 *
 *     NAME(() => ({get board(){return board},set board(_){board=_}}), 'script', 'PLACE')
 *
 * All scripts of a page share these names, so they are read from a script of their own, and the first is left as it is.
 */
function exposingTopLevel(source, name, place) {
  const program = parseOrNull(source, 'classic');
  if (program === null) return null;
  const { scopes: [top], references } = new ScopeAnalysis(program, 'classic');
  const names = new Map();
  for (const [text, { kind }] of top.names) {
    if (kind !== 'function' && !unexposed.has(text)) names.set(text, kind);
  }
  for (const { node, parent, key, declaration } of references) {
    if (declaration === null && isAssigned(parent, key) && !names.has(node.name)) names.set(node.name, 'var');
  }
  if (names.size === 0) return null;
  const accessors = [...names].map(([text, kind]) => accessor(text, kind)).join(',');
  return `${name}(()=>({${accessors}}),'script',${JSON.stringify(place)});`;
}

/** Whether something is assigned to the name, which in sloppy code makes a global variable of one that nobody declares. */
function isAssigned(parent, key) {
  return (parent.type === 'AssignmentExpression' && key === 'left') || parent.type === 'UpdateExpression';
}

/** Functions deeper than this are taken for the game's inner workings. */
const depthMax = 3;

const unexposed = new Set(['arguments', 'eval', 'yield', 'await', 'let', 'static', '__proto__']);

function statementsOf(scope) {
  const { node } = scope;
  if (scope.kind === 'program' || scope.kind === 'module') return node.body;
  if (scope.kind === 'function') return isFunction(node) && !node.expression ? node.body.body : [];
  return node.type === 'BlockStatement' ? node.body : [];
}

/** The names of a scope that the host gets: all of an outer scope, else those that outlive the call. */
function exposedNames(scope) {
  const { owner } = scope;
  if (scope.kind === 'program' || scope.inLoop || scope.depth > depthMax) return [];
  if (owner.passing && !owner.outer) return [];
  const wantsAll = owner.outer || owner.kind === 'program' || owner.suspends === true;
  return [...scope.names].filter(([text, name]) => {
    if (unexposed.has(text) || name.kind === 'import' || name.kind === 'catch') return false;
    return wantsAll || name.kept || isObjectWithMethods(name.init);
  });
}

/** An object whose methods hold on to it by `this`, so that it lives on though no function mentions its name. */
function isObjectWithMethods(init) {
  return init?.type === 'ObjectExpression' && init.properties.some((property) => property.value && isFunction(property.value));
}

/** A function that is called or made a start listener in one place only runs once: all of its names are wanted. */
function markStartFunctions({ scopes }) {
  for (const scope of scopes) {
    if (scope.kind !== 'function' || scope.node.type !== 'FunctionDeclaration' || !scope.node.id) continue;
    const uses = scope.parent.names.get(scope.node.id.name)?.uses ?? [];
    if (uses.length !== 1) continue;
    const [{ parent, key, scope: user }] = uses;
    const runsOnce = !user.inLoop && (user.owner.kind !== 'function' || user.owner.outer);
    const isListener = parent.type === 'CallExpression' && key === 'arguments' && startEvents.has(parent.arguments[0]?.value);
    const isHandler = parent.type === 'AssignmentExpression' && parent.left.property?.name === 'onload';
    if (runsOnce && (isListener || isHandler || key === 'callee')) scope.outer = true;
  }
}

function accessor(name, kind) {
  const getter = `get ${name}(){return ${name}}`;
  if (kind === 'const') return getter;
  const value = name === '_' ? '$' : '_';
  return `${getter},set ${name}(${value}){${name}=${value}}`;
}

/** Adds private fields whose initialisers report each instance, and the class itself where it has private statics. */
function exposeClass({ node, scope, label }, insertions, name, place) {
  const fields = node.body.body.filter((element) =>
    element.type === 'PropertyDefinition' && element.key.type === 'PrivateIdentifier');
  const own = fields.filter((field) => !field.static).map(({ key }) => key.name);
  const statics = fields.filter((field) => field.static).map(({ key }) => key.name);
  const text = JSON.stringify(label);
  const start = node.body.start + 1;
  if (statics.length > 0) {
    insertions.insert(start, `static #${name}S=${name}(${privateAccessors(statics)},${text},${place},this);`);
  }
  if (own.length > 0 || (scope.depth <= depthMax && reportsItself(node, scope))) {
    insertions.insert(start, `#${name}=${name}(${privateAccessors(own)},${text},${place},this);`);
  }
}

function privateAccessors(names) {
  if (names.length === 0) return '0';
  const accessors = names.map((name) => `get "#${name}"(){return o.#${name}},set "#${name}"(_){o.#${name}=_}`);
  return `o=>({${accessors.join(',')}})`;
}

/**
 * Whether instances of a class without private fields are to be reported by it. A class that extends another of the
 * script leaves it to that one: a base may return the same object twice, which then can't get the field twice.
 * Small things made in loops are left alone.
 */
function reportsItself(node, scope) {
  const inherited = node.superClass;
  if (inherited && inherited.type !== 'Identifier') return false;
  if (inherited) {
    const kind = lookUp(scope, inherited.name)?.kind;
    if (kind === 'class' || kind === 'import') return false;
  }
  const made = (lookUp(scope, node.id?.name)?.uses ?? []).filter(({ parent, key }) =>
    parent.type === 'NewExpression' && key === 'callee');
  return made.length === 0 || made.some(({ scope: user }) => !user.inLoop && (user.owner.outer || !user.owner.passing));
}

function lookUp(scope, name) {
  for (let place = scope; place; place = place.parent) {
    const found = place.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
