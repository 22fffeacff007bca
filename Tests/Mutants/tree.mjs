// Walking acorn's trees, and editing a source at places of its tree.
import { createRequire } from 'node:module';

const acorn = createRequire(import.meta.url)('/usr/share/nodejs/acorn/dist/acorn.js');

/** The tree of a script; nodes know their parent. */
export function parse(source, isModule) {
  const program = acorn.parse(source, { ecmaVersion: 'latest', sourceType: isModule ? 'module' : 'script', allowHashBang: true });
  visit(program, null, () => {});
  return program;
}

function visit(node, parent, each) {
  if (each(node) === false) return;
  Object.defineProperty(node, 'parent', { value: parent, configurable: true });
  for (const key of Object.keys(node)) {
    for (const child of [node[key]].flat()) if (child && typeof child.type === 'string') visit(child, node, each);
  }
}

/** All nodes under a node, itself first, that a test holds for. */
export function all(root, test) {
  const found = [];
  visit(root, root.parent ?? null, (node) => { if (test(node)) found.push(node); });
  return found;
}

export const isFunction = (node) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node?.type);

/** What a function is called: by its own name, or by the variable, property or method that it is. */
function nameOf(node) {
  if (node.id) return node.id.name;
  const { parent } = node;
  if (parent.type === 'VariableDeclarator') return parent.id.name;
  if (parent.type === 'AssignmentExpression') return parent.left.property?.name ?? parent.left.name;
  if (!/^(Property|MethodDefinition|PropertyDefinition)$/.test(parent.type)) return undefined;
  return parent.key.type === 'PrivateIdentifier' ? `#${parent.key.name}` : parent.key.name ?? parent.key.value;
}

/** The function of that name; null when there is none. */
export function functionNamed(program, name) {
  return name === undefined ? null : all(program, (node) => isFunction(node) && nameOf(node) === name)[0] ?? null;
}

/** An edit that puts a statement at the beginning of a function. */
export function atStart(fn, statement) {
  return fn.body.type === 'BlockStatement' ? [{ start: fn.body.start + 1, end: fn.body.start + 1, text: ` ${statement}` }] : [];
}

export const replace = (node, text) => ({ start: node.start, end: node.end, text });
export const before = (node, text) => ({ start: node.start, end: node.start, text });
export const after = (node, text) => ({ start: node.end, end: node.end, text });

export function applied(source, edits) {
  return [...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), source);
}
