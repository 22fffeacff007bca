/**
 * The scopes of a script: who declares which names, and which of them outlive the call that declared them because
 * a function that stays around uses them.
 *
 * A scope is {kind: 'program'|'module'|'function'|'block'|'class', node, parent, owner, names, depth, inLoop,
 * passing, outer, label}. `owner` is the scope of the function around it, `depth` counts functions, `passing` is
 * true for functions that are gone when the call they are handed to returns (`forEach` and kin, called at once).
 * A name is {kind, node, kept, init}.
 */
class ScopeAnalysis {
  scopes = [];
  classes = [];
  references = [];

  constructor(program, kind) {
    const top = this.#open(kind === 'module' ? 'module' : 'program', program, null, {});
    top.outer = kind === 'module';
    for (const statement of program.body) this.#visit(statement, top, program, 'body');
    this.#resolve();
  }

  #open(kind, node, parent, { passing = false, inLoop = parent?.inLoop ?? false, outer = false, label = '' }) {
    const isOwner = kind !== 'block' && kind !== 'class';
    const depth = (parent?.depth ?? -1) + (isOwner ? 1 : 0);
    const scope = { kind, node, parent, names: new Map(), depth, inLoop, passing, outer, label };
    scope.owner = isOwner ? scope : parent.owner;
    this.scopes.push(scope);
    return scope;
  }

  #declare(scope, identifier, kind, init = null) {
    const target = kind === 'var' ? scope.owner : scope;
    if (!target.names.has(identifier.name)) target.names.set(identifier.name, { kind, kept: false, init, target });
  }

  #visit(node, scope, parent, key) {
    if (isFunction(node)) return this.#visitFunction(node, scope, parent, key);
    switch (node.type) {
      case 'Identifier':
        if (isReference(parent, key)) this.references.push({ node, scope, parent, key, declaration: null });
        return;
      case 'ClassDeclaration': case 'ClassExpression': return this.#visitClass(node, scope, parent);
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          forEachBinding(id, (name) => this.#declare(scope, name, node.kind, id === name ? init : null));
        }
        break;
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) this.#declare(scope, specifier.local, 'import');
        return;
      case 'BlockStatement': case 'StaticBlock': scope = this.#open('block', node, scope, {}); break;
      case 'SwitchStatement': scope = this.#open('block', node, scope, { inLoop: true }); break;
      case 'ForOfStatement': case 'ForStatement': case 'ForInStatement': case 'WhileStatement': case 'DoWhileStatement':
        if (node.await === true) scope.owner.suspends = true;
        scope = this.#open('block', node, scope, { inLoop: true });
        break;
      case 'CatchClause':
        scope = this.#open('block', node, scope, {});
        forEachBinding(node.param, (name) => this.#declare(scope, name, 'catch'));
        break;
      case 'AwaitExpression': scope.owner.suspends = true; break;
    }
    forEachChild(node, (child, childKey) => this.#visit(child, scope, node, childKey));
  }

  #visitFunction(node, scope, parent, key) {
    if (node.type === 'FunctionDeclaration' && node.id) this.#declare(scope, node.id, 'function');
    const role = functionRole(node, parent, key);
    const inner = this.#open('function', node, scope, {
      ...role, inLoop: scope.inLoop, label: functionLabel(node, parent, scope),
    });
    if (node.type === 'FunctionExpression' && node.id) inner.ownName = node.id.name;
    for (const parameter of node.params) {
      forEachBinding(parameter, (name) => this.#declare(inner, name, 'param'));
      this.#visit(parameter, inner, node, 'params');
    }
    if (node.expression) return this.#visit(node.body, inner, node, 'body');
    for (const statement of node.body.body) this.#visit(statement, inner, node.body, 'body');
  }

  #visitClass(node, scope, parent) {
    const label = node.id?.name ?? inferredName(parent) ?? 'class';
    if (node.type === 'ClassDeclaration' && node.id) this.#declare(scope, node.id, 'class');
    this.classes.push({ node, scope, label });
    const inner = this.#open('class', node, scope, { label: joined(scope, label) });
    if (node.superClass) this.#visit(node.superClass, inner, node, 'superClass');
    for (const element of node.body.body) {
      if (element.type === 'StaticBlock') { this.#visit(element, inner, node.body, 'body'); continue; }
      if (element.computed) this.#visit(element.key, inner, element, 'key');
      if (element.value === null || element.value === undefined) continue;
      const isMethod = element.type === 'MethodDefinition';
      const host = isMethod ? inner : this.#open('function', element, inner, { label: inner.label });
      this.#visit(element.value, host, element, 'value');
    }
  }

  /** Marks the names that functions which stay around refer to, and counts who refers to functions and classes. */
  #resolve() {
    for (const reference of this.references) {
      let stays = false;
      for (let scope = reference.scope; scope; scope = scope.parent) {
        const name = scope.names.get(reference.node.name);
        if (name !== undefined) {
          name.kept ||= stays;
          (name.uses ??= []).push(reference);
          reference.declaration = name;
          break;
        }
        if (scope.ownName === reference.node.name) break;
        stays ||= scope.kind === 'function' && !scope.passing;
      }
    }
  }
}

/** Methods that are done with their callback when they return. */
const passingMethods = new Set(['forEach', 'map', 'filter', 'some', 'every', 'reduce', 'reduceRight', 'find', 'findIndex',
  'findLast', 'findLastIndex', 'sort', 'toSorted', 'flatMap', 'from', 'replace', 'replaceAll']);

const startEvents = new Set(['DOMContentLoaded', 'load', 'readystatechange']);

/** What a function expression is used for: handed to a method for the call only, or run once at the start. */
function functionRole(node, parent, key) {
  if (parent.type === 'AssignmentExpression') {
    return { outer: /^on(load|DOMContentLoaded|readystatechange)$/.test(parent.left.property?.name ?? parent.left.name) };
  }
  if (parent.type === 'MemberExpression' && key === 'object') {
    const method = parent.property.name;
    const atOnce = method === 'call' || method === 'apply';
    return { outer: atOnce, passing: atOnce && !node.async && !node.generator };
  }
  if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return {};
  if (key === 'callee') return { outer: true, passing: !node.async && !node.generator };
  const { callee } = parent;
  const method = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : null;
  if (passingMethods.has(method)) return { passing: true };
  if (method === 'addEventListener') return { outer: startEvents.has(parent.arguments[0]?.value) };
  return { outer: method === 'ready' || callee.name === '$' || callee.name === 'jQuery' };
}

function inferredName(parent) {
  switch (parent.type) {
    case 'VariableDeclarator': return parent.id.name;
    case 'AssignmentExpression': return parent.left.property?.name ?? parent.left.name;
    case 'Property': case 'MethodDefinition': case 'PropertyDefinition': return parent.key.name ?? parent.key.value;
    default: return undefined;
  }
}

function functionLabel(node, parent, scope) {
  const event = parent.type === 'CallExpression' && typeof parent.arguments[0]?.value === 'string' ? parent.arguments[0].value : '';
  return joined(scope, node.id?.name ?? inferredName(parent) ?? (event || 'function'));
}

function joined(scope, name) {
  const outer = scope.kind === 'class' ? scope.label : scope.owner.label;
  return outer === '' ? String(name) : `${outer}.${String(name)}`;
}
