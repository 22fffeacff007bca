/**
 * What Chromium calls the errors that acorn has other names for.
 *
 * Each row: how acorn's message begins, Chromium's message, and which place Chromium points at when it is not
 * acorn's (see `errorPlace`). A message may be a function of (acorn's message, parser, position); null keeps acorn's.
 */
const syntaxMessages = (() => {
  const quoted = (text) => /'([^']*)'/.exec(text)?.[1] ?? '';
  const illegal = 'Invalid or unexpected token';
  return [
    ['Unterminated string constant', illegal],
    ['Unexpected character', illegal, 'token'],
    ['Identifier directly after number', illegal, 'token'],
    ['Expected number in radix', illegal, 'token'],
    ['Invalid number', (_, parser) => /^0[0-7]/.test(parser.input.slice(parser.start)) && parser.strict
      ? 'Octal literals are not allowed in strict mode.' : illegal, 'token'],
    ['Unterminated comment', illegal],
    ['Unterminated template', 'Unexpected end of input', 'end'],
    ['Unterminated regular expression', 'Invalid regular expression: missing /', 'token'],
    ['Invalid regular expression flag', 'Invalid regular expression flags'],
    ['Duplicate regular expression flag', 'Invalid regular expression flags'],
    ['Bad escape sequence in untagged template', 'Invalid hexadecimal escape sequence'],
    ['Bad character escape sequence', 'Invalid hexadecimal escape sequence'],
    ['Octal literal in strict mode', 'Octal escape sequences are not allowed in strict mode.'],
    ['Assigning to rvalue', (_, parser, position) => targetMessage(parser, position)],
    ['Parenthesized pattern', 'Invalid destructuring assignment target'],
    ['Shorthand property assignments', 'Invalid shorthand property initializer', 'name'],
    ['Redefinition of __proto__', 'Duplicate __proto__ fields are not allowed in object literals'],
    ['Comma is not permitted after the rest', 'Rest element must be last element'],
    ["'import' and 'export' may only appear at the top", (_, parser) => unexpectedMessage(parser.type, parser.value)],
    ["'import' and 'export' may appear only with", (_, parser) => parser.value === 'import'
      ? 'Cannot use import statement outside a module' : "Unexpected token 'export'"],
    ["Cannot use 'import.meta'", "Cannot use 'import.meta' outside a module", 'property'],
    ['Unsyntactic break', (_, parser, position) => labelMessage(parser, position), 'label'],
    ['Unsyntactic continue', (_, parser, position) => labelMessage(parser, position), 'label'],
    ["'return' outside", 'Illegal return statement'],
    ['Multiple default', 'More than one default clause in switch statement', 'previous'],
    ['Illegal newline after throw', null, 'previous'],
    ['Identifier ', null, 'declaration'],
    ['Missing catch or finally', 'Missing catch or finally after try', 'previous'],
    ["'with' in strict", 'Strict mode code may not include a with statement'],
    ['Label ', (text) => `Label '${quoted(text)}' has already been declared`],
    ['Complex binding patterns', 'Missing initializer in destructuring declaration', 'binding'],
    ['Duplicate constructor', 'A class may only have one constructor'],
    ["Constructor can't have get/set", 'Class constructor may not be an accessor'],
    ["Constructor can't be a generator", 'Class constructor may not be a generator'],
    ["Constructor can't be an async", 'Class constructor may not be an async method'],
    ['Classes may not have a static property', "Classes may not have a static property named 'prototype'"],
    ["Classes can't have a static field", "Classes may not have a static property named 'prototype'"],
    ["Classes can't have a field", "Classes may not have a field named 'constructor'"],
    ["Classes can't have an element", "Classes may not have a private field named '#constructor'"],
    ['getter should have', 'Getter must not have any formal parameters.'],
    ['setter should have', 'Setter must have exactly one formal parameter.'],
    ['Setter cannot use rest', 'Setter function argument must not be a rest parameter'],
    ['Optional chaining cannot appear in left-hand', 'Invalid left-hand side in assignment'],
    ['Optional chaining cannot appear in the tag', 'Invalid tagged template on optional chain'],
    ['Optional chaining cannot appear in the callee', 'Invalid optional chain from new expression'],
    ['Assigning to ', 'Unexpected eval or arguments in strict mode'],
    ['Binding parenthesized', 'Invalid destructuring assignment target'],
    ['Binding member', 'Illegal property in declaration context'],
    ['Binding ', 'Unexpected eval or arguments in strict mode'],
    ['Argument name clash', 'Duplicate parameter name not allowed in this context'],
    ['Logical expressions and coalesce', (_, parser) => unexpectedMessage(parser.type, parser.value)],
    ['Deleting local variable', 'Delete of an unqualified identifier in strict mode.', 'operand'],
    ['Private field ', null, 'dot'],
    ["'super' keyword outside", "'super' keyword unexpected here"],
    ['super() call outside', "'super' keyword unexpected here"],
    ["'new.target' can only", 'new.target expression is not allowed here', 'property'],
    ["Cannot use keyword 'await'", 'await is only valid in async functions and the top level bodies of modules'],
    ["Cannot use 'await'", 'Unexpected reserved word'],
    ["Cannot use 'arguments'", "'arguments' is not allowed in class field initializer or static initialization block"],
    ["Cannot use 'yield'", "Unexpected identifier 'yield'"],
    ['The keyword ', (text) => quoted(text) === 'enum' || quoted(text) === 'await'
      ? 'Unexpected reserved word' : 'Unexpected strict mode reserved word'],
    ['Unexpected keyword ', (text) => `Unexpected token '${quoted(text)}'`],
  ];
})();

/** The place at which Chromium reports an error that acorn reports at `position`. */
function errorPlace(place, position, parser) {
  const { input } = parser;
  const before = input.slice(0, position);
  switch (place) {
    case 'previous': return parser.lastTokStart;
    case 'token': return parser.start;
    case 'end': return input.length;
    case 'binding': return parser.bindingStart;
    case 'label': return position + (jumpLabel.exec(input.slice(position))?.[1].length ?? 0);
    case 'dot': return input[position - 1] === '.' ? position - 1 : position;
    case 'name': return position - /[^\s,{]*\s*$/.exec(before)[0].length;
    case 'property': return position + /^\w+\s*\.\s*/.exec(input.slice(position))[0].length;
    case 'operand': return position + /^\w+\s*/.exec(input.slice(position))[0].length;
    case 'declaration': return position - (/((async\s+)?function\s*\*?\s*)?$/.exec(before.slice(-40))[0].length);
    default: return position;
  }
}

/** Where Chromium takes an expression to begin that stands where the parameters of an arrow function should. */
function arrowHeadStart(input, expression) {
  if (expression.type !== 'CallExpression') return expression.start;
  const { callee } = expression;
  if (callee.type === 'Identifier') return callee.start;
  if (callee.type === 'MemberExpression' && !callee.computed) return callee.property.start;
  return callee.end + /^\s*/.exec(input.slice(callee.end))[0].length;
}

/** Chromium's message for a token that is not expected where it stands. */
function unexpectedMessage(type, value) {
  const types = acorn.tokTypes;
  switch (type) {
    case types.eof: return 'Unexpected end of input';
    case types.num: return 'Unexpected number';
    case types.string: return 'Unexpected string';
    case types.backQuote: case types.template: return 'Unexpected template string';
    case types.privateId: return `Unexpected identifier '#${value}'`;
    case types.regexp: return "Unexpected token '/'";
    case types.name: return value === 'enum' ? 'Unexpected reserved word' : `Unexpected identifier '${value}'`;
    default: return `Unexpected token '${value ?? type.keyword ?? type.label}'`;
  }
}

/** What can't be assigned to, by what tries to assign. */
function targetMessage(parser, position) {
  if (parser.patternDepth > 1) return 'Invalid destructuring assignment target';
  if (/(\+\+|--)\s*$/.test(parser.input.slice(0, position))) return 'Invalid left-hand side expression in prefix operation';
  if (parser.type === acorn.tokTypes.incDec) return 'Invalid left-hand side expression in postfix operation';
  const isLoop = parser.type === acorn.tokTypes._in || parser.isContextual('of');
  return isLoop ? 'Invalid left-hand side in for-loop' : 'Invalid left-hand side in assignment';
}

/** A jump with its label: the text before the label, and the label. */
const jumpLabel = /^((?:break|continue)[ \t]+)([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** `break` and `continue` that have nothing to go to. */
function labelMessage(parser, position) {
  const jump = parser.input.slice(position);
  const label = jumpLabel.exec(jump)?.[2];
  if (label !== undefined) return `Undefined label '${label}'`;
  return jump.startsWith('break') ? 'Illegal break statement'
    : 'Illegal continue statement: no surrounding iteration statement';
}
