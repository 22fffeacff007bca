/**
 * The parts of an expression whose values explain its result: names, member chains, calls, and both sides of
 * comparisons, in the order of the source; each text once. What is inside of functions has no value to show.
 */
function operands(source) {
  let expression;
  try {
    expression = ChromiumParser.parseExpressionAt(source, 0, { ecmaVersion: 'latest' });
  } catch (error) {
    if (error.loc === undefined) throw error;
    return [];
  }
  const found = new Map();
  const add = ({ start, end }) => {
    const text = source.slice(start, end);
    if (!found.has(text)) found.set(text, { start, end, text });
  };
  collectOperands(expression, add, false);
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** Names that everyone knows the value of, and the libraries that calls go to. */
const plainNames = new Set(['undefined', 'NaN', 'Infinity', 'Math', 'JSON', 'Object', 'Array', 'Number', 'String', 'Set', 'Map']);

function collectOperands(node, add, isSide) {
  switch (node.type) {
    case 'Literal': case 'TemplateElement': case 'ArrowFunctionExpression': case 'FunctionExpression':
    case 'ClassExpression': case 'MetaProperty':
      return;
    case 'Identifier':
      if (!plainNames.has(node.name)) add(node);
      return;
    case 'ChainExpression': return collectOperands(node.expression, add, isSide);
    case 'MemberExpression': case 'CallExpression':
      add(node);
      return collectInside(node, add);
    case 'BinaryExpression': case 'LogicalExpression': {
      if (isSide && node.type === 'BinaryExpression') add(node);
      const sides = comparisons.has(node.operator);
      collectOperands(node.left, add, sides);
      return collectOperands(node.right, add, sides);
    }
    case 'UnaryExpression': case 'TemplateLiteral': case 'ArrayExpression': case 'ObjectExpression':
      if (isSide && !isConstant(node)) add(node);
      break;
    case 'Property':
      return collectOperands(node.value, add, false);
  }
  forEachChild(node, (child) => collectOperands(child, add, false));
}

/** The parts inside of a chain that vary: arguments and computed keys. The shorter chains before it don't help. */
function collectInside(node, add) {
  if (node.type === 'CallExpression') {
    for (const argument of node.arguments) collectOperands(argument, add, false);
    return collectInside(node.callee, add);
  }
  if (node.type === 'ChainExpression') return collectInside(node.expression, add);
  if (node.type === 'MemberExpression') {
    if (node.computed) collectOperands(node.property, add, false);
    return collectInside(node.object, add);
  }
  if (node.type !== 'Identifier' && node.type !== 'ThisExpression') collectOperands(node, add, false);
}

function isConstant(node) {
  let constant = true;
  const visit = (child) => {
    if (child.type === 'Identifier' || child.type === 'CallExpression') constant = false;
    forEachChild(child, visit);
  };
  visit(node);
  return constant;
}
