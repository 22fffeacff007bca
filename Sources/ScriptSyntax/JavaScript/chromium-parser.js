/**
 * acorn's parser with today's regular expressions, and with errors that have the message and the place which
 * Chromium gives them, since that is what people see in their browser.
 */
const ChromiumParser = acorn.Parser.extend((Base) => class extends Base {
  /** The engine knows flags and syntax that this acorn is too old for. */
  validateRegExpFlags(state) {
    const known = /^(?!.*(.).*\1)[dgimsuvy]*$/.test(state.flags) && !(/u/.test(state.flags) && /v/.test(state.flags));
    if (!known) this.raise(this.start, 'Invalid regular expression flag');
  }

  validateRegExpPattern(state) {
    try {
      new RegExp(state.source, state.flags);
    } catch (error) {
      const reason = /: ([^:]*)$/.exec(error.message)?.[1] ?? error.message;
      this.raise(this.start, `Invalid regular expression: /${state.source}/${state.flags}: ${regExpReason(reason)}`);
    }
  }

  parseVarId(declarator, kind) {
    this.bindingStart = this.start;
    super.parseVarId(declarator, kind);
    this.bindingEnd = this.lastTokEnd;
    this.bindingKind = kind;
  }

  /** An arrow after what can't be its parameters: Chromium points at where it takes them to begin. */
  parseMaybeAssign(forInit, refDestructuringErrors, afterLeftParse) {
    const expression = super.parseMaybeAssign(forInit, refDestructuringErrors, afterLeftParse);
    if (this.type === acorn.tokTypes.arrow && expression.type !== 'ArrowFunctionExpression') {
      this.fail(arrowHeadStart(this.input, expression), 'Malformed arrow function parameter list');
    }
    return expression;
  }

  toAssignable(node, isBinding, refDestructuringErrors) {
    this.patternDepth = (this.patternDepth ?? 0) + 1;
    const pattern = super.toAssignable(node, isBinding, refDestructuringErrors);
    this.patternDepth--;
    return pattern;
  }

  /** Chromium names the bracket that is missing, and points at the last token of the argument before it. */
  parseExprList(close, allowTrailingComma, allowEmpty, refDestructuringErrors) {
    if (close !== acorn.tokTypes.parenR) {
      return super.parseExprList(close, allowTrailingComma, allowEmpty, refDestructuringErrors);
    }
    const outer = this.inArguments;
    this.inArguments = true;
    const list = super.parseExprList(close, allowTrailingComma, allowEmpty, refDestructuringErrors);
    this.inArguments = outer;
    return list;
  }

  /** Inside an argument list only the list itself expects a comma at its own level. */
  expect(type) {
    if (type === acorn.tokTypes.comma && this.inArguments && this.type !== type) {
      this.fail(this.lastTokStart, 'missing ) after argument list');
    }
    if (type === acorn.tokTypes.braceR && this.inTemplate && this.type !== type) {
      this.fail(this.inTemplate, 'Missing } in template expression');
    }
    super.expect(type);
  }

  parseExprAtom(refDestructuringErrors, forInit) {
    const outer = this.inArguments;
    this.inArguments = false;
    const atom = super.parseExprAtom(refDestructuringErrors, forInit);
    this.inArguments = outer;
    return atom;
  }

  parseTemplateElement(options) {
    const element = super.parseTemplateElement(options);
    if (this.type === acorn.tokTypes.dollarBraceL) this.inTemplate = this.end;
    return element;
  }

  semicolon() {
    const types = acorn.tokTypes;
    const missing = this.type !== types.semi && !this.canInsertSemicolon();
    if (missing && this.input.slice(this.lastTokStart, this.lastTokEnd) === 'await') {
      this.fail(this.lastTokStart, 'await is only valid in async functions and the top level bodies of modules');
    }
    super.semicolon();
  }

  unexpected(position) {
    const declarator = position == null && this.lastTokEnd === this.bindingEnd && this.type !== acorn.tokTypes.eq;
    if (declarator && this.bindingKind === 'const' && this.type !== acorn.tokTypes._in) {
      const isPattern = /[[{]/.test(this.input[this.bindingStart]);
      this.fail(this.bindingStart, `Missing initializer in ${isPattern ? 'destructuring' : 'const'} declaration`);
    }
    if (position == null) this.checkPrevious();
    if (position == null || position === this.start) this.fail(this.start, unexpectedMessage(this.type, this.value));
    const token = acorn.tokenizer(this.input.slice(position), this.options).getToken();
    this.fail(position, unexpectedMessage(token.type, token.value));
  }

  /** Cases in which Chromium blames the token before the one that acorn stumbles over. */
  checkPrevious() {
    const previous = this.input.slice(this.lastTokStart, this.lastTokEnd);
    if (previous === 'function' && this.type === acorn.tokTypes.parenL) {
      this.fail(this.lastTokStart, 'Function statements require a function name');
    }
    if (previous === 'let' && this.type === acorn.tokTypes.name) {
      this.fail(this.lastTokStart, 'Lexical declaration cannot appear in a single-statement context');
    }
    if (previous[0] === '#' && this.input[this.lastTokStart - 1] !== '.' && this.type !== acorn.tokTypes._in) {
      this.fail(this.lastTokStart, `Unexpected identifier '${previous}'`);
    }
  }

  raise(position, message) {
    for (const [prefix, wording, place] of syntaxMessages) {
      if (!message.startsWith(prefix)) continue;
      const text = typeof wording === 'function' ? wording(message, this, position) : wording;
      this.fail(errorPlace(place, position, this), text ?? message);
    }
    this.fail(position, message);
  }

  raiseRecoverable(position, message) {
    this.raise(position, message);
  }

  fail(position, message) {
    const error = new SyntaxError(message);
    error.pos = position;
    error.token = this.start;
    error.loc = acorn.getLineInfo(this.input, position);
    throw error;
  }
});

/** JavaScriptCore's reasons in Chromium's words, where they differ. */
function regExpReason(reason) {
  const reasons = {
    'missing )': 'Unterminated group', 'unmatched parentheses': "Unmatched ')'",
    'missing terminating ] for character class': 'Unterminated character class',
    'nothing to repeat': 'Nothing to repeat', 'number too large in {} quantifier': 'numbers out of order in {} quantifier',
    'range out of order in character class': 'Range out of order in character class',
    'numbers out of order in {} quantifier': 'numbers out of order in {} quantifier',
    '\\ at end of pattern': '\\ at end of pattern', 'invalid group specifier name': 'Invalid capture group name',
    'unrecognized character after (?': 'Invalid group',
  };
  return reasons[reason] ?? reason;
}

/** The tree of a script or module; throws with `pos` and `loc` where it doesn't parse. */
function parse(source, kind) {
  return ChromiumParser.parse(source, {
    ecmaVersion: 'latest', sourceType: kind === 'module' ? 'module' : 'script', allowHashBang: true,
  });
}

/** The tree, or null for what doesn't parse or is nested too deep for the parser's stack. */
function parseOrNull(source, kind) {
  try {
    return parse(source, kind);
  } catch (error) {
    if (error.loc === undefined && !(error instanceof RangeError)) throw error;
    return null;
  }
}

/** The first syntax error as Chromium reports it, or null. */
function syntaxError(source, kind) {
  try {
    parse(source, kind);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (error.loc === undefined) throw error;
    return { message: error.message, line: error.loc.line, column: error.loc.column + 1 };
  }
}
