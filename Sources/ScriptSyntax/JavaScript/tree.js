/** Calls `visit` with each child node of a node, in the order of the source. */
function forEachChild(node, visit) {
  for (const key in node) {
    const value = node[key];
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (item !== null && typeof item.type === 'string') visit(item, key);
    } else if (typeof value.type === 'string') {
      visit(value, key);
    }
  }
}

/** Whether an identifier under `parent` as its `key` is a name to look up, not that of a property or a label. */
function isReference(parent, key) {
  switch (parent.type) {
    case 'MemberExpression': return key === 'object' || parent.computed;
    case 'Property': return key === 'value' || parent.computed;
    case 'MethodDefinition': case 'PropertyDefinition': return key === 'value' || parent.computed;
    case 'LabeledStatement': case 'BreakStatement': case 'ContinueStatement': return key !== 'label';
    case 'MetaProperty': case 'ImportSpecifier': case 'ImportDefaultSpecifier': case 'ImportNamespaceSpecifier':
      return false;
    case 'ExportSpecifier': return false;
    case 'ExportAllDeclaration': return false;
    default: return true;
  }
}

const isFunction = (node) => node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression'
  || node.type === 'ArrowFunctionExpression';

/** Calls `each` with every identifier that a binding pattern declares. */
function forEachBinding(pattern, each) {
  switch (pattern?.type) {
    case 'Identifier': each(pattern); break;
    case 'ObjectPattern': for (const property of pattern.properties) forEachBinding(property.value ?? property, each); break;
    case 'ArrayPattern': for (const element of pattern.elements) forEachBinding(element, each); break;
    case 'AssignmentPattern': forEachBinding(pattern.left, each); break;
    case 'RestElement': forEachBinding(pattern.argument, each); break;
  }
}

/** Where the first statement of a body begins that is no directive; null for a body without one. */
function firstStatementStart(statements) {
  for (const statement of statements) if (statement.directive === undefined) return statement.start;
  return null;
}
