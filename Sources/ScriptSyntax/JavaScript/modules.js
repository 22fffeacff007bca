/**
 * One module as a classic script that defines it with the page's registry of modules:
 *
 *     NAME("url",false,function*(NAMEn,NAMEx,NAMEi,NAMEm,NAMEv){"use strict";NAMEx({get score(){return score}});yield;…})
 *
 * The function gets the namespaces of the modules that it asks for, in the order of `requests`; a function that takes
 * its exports as accessors; dynamic `import`; `import.meta`; and the identity, by which imported functions are called
 * without a `this`. It is a generator: up to its `yield` the module's functions and exports exist, so modules in a
 * cycle can use each other's functions, and behind it the module is evaluated. With a top-level await it is an
 * asynchronous one (the second argument).
 *
 * Imported names become properties of the namespaces, whose accessors read the exporting module's variables: that is
 * how bindings stay live.
 */
function linkedModule(source, url, name) {
  const program = parseOrNull(source, 'module');
  if (program === null) return null;
  return new ModuleRewriter(source, program, name).rewritten(url);
}

class ModuleRewriter {
  requests = [];
  imports = [];
  stars = [];
  exports = new Map();
  hasAwait = false;

  constructor(source, program, name) {
    this.source = source;
    this.program = program;
    this.name = name;
    this.edits = new Insertions(source);
    this.locals = new Map();
  }

  rewritten(url) {
    const analysis = new ScopeAnalysis(this.program, 'module');
    this.hasAwait = analysis.scopes[0].suspends === true;
    for (const statement of this.program.body) this.#collectImports(statement);
    for (const statement of this.program.body) this.#rewriteStatement(statement);
    for (const reference of analysis.references) this.#rewriteReference(reference);
    this.#rewriteMeta(this.program);
    return {
      text: this.#head(url) + this.edits.applied() + '\n})',
      requests: this.requests, imports: this.imports, stars: this.stars,
      exports: [...this.exports.keys()], isAsync: this.hasAwait,
    };
  }

  #head(url) {
    const n = this.name;
    const getters = [...this.exports].map(([exported, local]) => `get ${JSON.stringify(exported)}(){return ${local}}`);
    return `${n}(${JSON.stringify(url)},${this.hasAwait},${this.hasAwait ? 'async ' : ''}function*`
      + `(${n}n,${n}x,${n}i,${n}m,${n}v){"use strict";`
      + this.requests.map((_, index) => `const ${n}${index}=${n}n[${index}];`).join('')
      + `${n}x({${getters.join(',')}});yield;`;
  }

  /** The variable that holds the namespace of the module which a statement asks for. */
  #namespace(literal) {
    let index = this.requests.findIndex(({ specifier }) => specifier === literal.value);
    if (index < 0) {
      index = this.requests.length;
      this.requests.push({ specifier: literal.value, ...this.#placeOf(literal) });
    }
    return { index, variable: this.name + index };
  }

  #placeOf(node) {
    const { line, column } = acorn.getLineInfo(this.source, node.start);
    return { line, column: column + 1 };
  }

  /** How code reaches an export of another module; asks for it, so that a missing one is found when linking. */
  #imported(request, node) {
    const exported = node.name ?? node.value;
    this.imports.push({ request: request.index, name: exported, ...this.#placeOf(node) });
    return `${request.variable}${propertyAccess(exported)}`;
  }

  #collectImports(statement) {
    if (statement.type !== 'ImportDeclaration') return;
    const request = this.#namespace(statement.source);
    for (const specifier of statement.specifiers) {
      const { local, type } = specifier;
      if (type === 'ImportNamespaceSpecifier') this.locals.set(local.name, request.variable);
      else if (type === 'ImportSpecifier') this.locals.set(local.name, this.#imported(request, specifier.imported));
      else this.locals.set(local.name, this.#imported(request, { ...local, name: 'default' }));
    }
  }

  #rewriteStatement(statement) {
    switch (statement.type) {
      case 'ImportDeclaration': this.edits.replace(statement.start, statement.end, ';'); break;
      case 'ExportNamedDeclaration': this.#rewriteNamed(statement); break;
      case 'ExportDefaultDeclaration': this.#rewriteDefault(statement); break;
      case 'ExportAllDeclaration': {
        const request = this.#namespace(statement.source);
        if (statement.exported) this.exports.set(statement.exported.name ?? statement.exported.value, request.variable);
        else this.stars.push(request.index);
        this.edits.replace(statement.start, statement.end, ';');
        break;
      }
    }
  }

  #rewriteNamed(statement) {
    const { declaration, specifiers, source } = statement;
    if (declaration) {
      const add = ({ name }) => this.exports.set(name, name);
      if (declaration.type === 'VariableDeclaration') for (const { id } of declaration.declarations) forEachBinding(id, add);
      else add(declaration.id);
      this.edits.replace(statement.start, declaration.start, '');
      return;
    }
    const request = source ? this.#namespace(source) : null;
    for (const { local, exported } of specifiers) {
      const value = request ? this.#imported(request, local) : this.locals.get(local.name) ?? local.name;
      this.exports.set(exported.name ?? exported.value, value);
    }
    this.edits.replace(statement.start, statement.end, ';');
  }

  #rewriteDefault(statement) {
    const { declaration } = statement;
    const isDeclaration = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
    if (isDeclaration && declaration.id) {
      this.exports.set('default', declaration.id.name);
      this.edits.replace(statement.start, declaration.start, '');
      return;
    }
    const variable = `${this.name}d`;
    this.exports.set('default', variable);
    if (declaration.type === 'FunctionDeclaration') {
      this.edits.replace(statement.start, declaration.start, '');
      this.edits.insert(this.source.indexOf('(', declaration.start), ` ${variable}`);
      return;
    }
    const keyword = /^export(?:\s|\/\*[^]*?\*\/|\/\/.*)*default/.exec(this.source.slice(statement.start))[0];
    this.edits.replace(statement.start, statement.start + keyword.length, `const ${variable}=`);
    this.edits.insert(statement.end, ';');
  }

  #rewriteReference({ node, parent, key, declaration }) {
    if (declaration?.kind !== 'import') return;
    const target = this.locals.get(node.name);
    const isCalled = key === 'callee' && parent.type === 'CallExpression' || key === 'tag';
    const isShorthand = parent.type === 'Property' && parent.shorthand;
    const text = isCalled ? `${this.name}v(${target})` : target;
    this.edits.replace(node.start, node.end, isShorthand ? `${node.name}:${text}` : text);
  }

  #rewriteMeta(node) {
    if (node.type === 'MetaProperty' && node.meta.name === 'import') {
      this.edits.replace(node.start, node.end, `${this.name}m`);
    } else if (node.type === 'ImportExpression') {
      this.edits.replace(node.start, node.start + 'import'.length, `${this.name}i`);
    }
    forEachChild(node, (child) => this.#rewriteMeta(child));
  }
}

/** A classic script's dynamic imports, handed to the registry with the script's address; null when it has none. */
function scriptWithImports(source, url, name) {
  if (!/\bimport\s*\(/.test(source)) return null;
  const program = parseOrNull(source, 'classic');
  if (program === null) return null;
  const edits = new Insertions(source);
  const visit = (node) => {
    if (node.type === 'ImportExpression') {
      edits.replace(node.start, node.start + 'import'.length, `${name}.from(${JSON.stringify(url)})`);
    }
    forEachChild(node, visit);
  };
  visit(program);
  return edits.isEmpty ? null : edits.applied();
}

function propertyAccess(name) {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
