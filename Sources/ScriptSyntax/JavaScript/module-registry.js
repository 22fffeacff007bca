/**
 * The modules of one page. Evaluated in the page's context before the page's own scripts, and called with the host's
 * functions load(specifier, from) for dynamic imports, which returns the address of a module that is defined by then, and
 * resolve(specifier, from), which only finds its address; both throw. What it returns is the function that module scripts call under its secret name.
 */
(function (load, resolveAddress) {
  'use strict';
  const { create, defineProperty, keys, preventExtensions, getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { toStringTag } = Symbol;
  const { apply } = Reflect;
  const errorClasses = { __proto__: null, TypeError, SyntaxError };
  const { exec } = RegExp.prototype;
  const { replace } = String.prototype;
  const PromiseClass = Promise;
  const then = PromiseClass.prototype.then;
  const sort = Array.prototype.sort;
  const generatorNext = getOwnPropertyDescriptor(getPrototypeOf(function* () {}).prototype, 'next').value;
  const asyncNext = getOwnPropertyDescriptor(getPrototypeOf(async function* () {}).prototype, 'next').value;
  const modules = create(null);
  const identity = (value) => value;

  /** Has a module's text taken in; what it needs is told by `link`. */
  function define(url, isAsync, body) {
    if (modules[url] !== undefined) return;
    modules[url] = {
      url, isAsync, body, namespace: create(null), own: create(null), names: null, needs: [], stars: [],
      state: 'defined', failure: null, done: null, run: null,
    };
  }

  /** `needs` maps addresses to those of the modules that they ask for, `stars` to those whose exports they pass on. */
  function link(needs, stars) {
    const addresses = keys(needs);
    for (let i = 0; i < addresses.length; i++) {
      const module = modules[addresses[i]];
      if (module.state !== 'defined') continue;
      module.needs = needs[module.url];
      module.stars = stars[module.url];
    }
    for (let i = 0; i < addresses.length; i++) instantiate(modules[addresses[i]]);
    for (let i = 0; i < addresses.length; i++) completeNamespace(modules[addresses[i]]);
  }

  /** Runs a module up to the point at which its functions and exports exist. */
  function instantiate(module) {
    if (module.state !== 'defined') return;
    module.state = 'linked';
    const namespaces = [];
    for (let i = 0; i < module.needs.length; i++) {
      defineProperty(namespaces, i, { value: modules[module.needs[i]].namespace });
    }
    const meta = create(null);
    const member = (name, value) => defineProperty(meta, name, { value, writable: true, enumerable: true, configurable: true });
    // Inline modules have addresses of their own here; for the page it is the document's.
    member('url', apply(replace, module.url, [/#module-\d+$/, '']));
    member('resolve', (specifier) => asked(resolveAddress, specifier, module.url));
    const addExports = (accessors) => { module.own = accessors; };
    module.run = (0, module.body)(namespaces, addExports, from(module.url), meta, identity);
    const next = module.isAsync ? asyncNext : generatorNext;
    apply(next, module.run, []);
  }

  /** The names that a module exports with those of its stars; `path` ends cycles. */
  function exportsOf(module, path) {
    const found = create(null);
    if (path[module.url]) return found;
    path[module.url] = true;
    for (let i = 0; i < module.stars.length; i++) {
      const others = exportsOf(modules[module.stars[i]], path);
      const names = keys(others);
      for (let k = 0; k < names.length; k++) if (names[k] !== 'default') found[names[k]] = others[names[k]];
    }
    const names = keys(module.own);
    for (let i = 0; i < names.length; i++) found[names[i]] = getOwnPropertyDescriptor(module.own, names[i]).get;
    return found;
  }

  function completeNamespace(module) {
    if (module.names !== null) return;
    const found = exportsOf(module, create(null));
    module.names = apply(sort, keys(found), []);
    for (let i = 0; i < module.names.length; i++) {
      const name = module.names[i];
      defineProperty(module.namespace, name, { get: found[name], enumerable: true });
    }
    defineProperty(module.namespace, toStringTag, { value: 'Module' });
    preventExtensions(module.namespace);
  }

  /** Evaluates a module behind those it needs: at once, or by a promise when one of them has a top-level await. */
  function evaluate(module) {
    if (module.state === 'failed') throw module.failure;
    if (module.state !== 'linked') return module.done;
    module.state = 'running';
    return evaluateFrom(module, 0);
  }

  function evaluateFrom(module, index) {
    for (let i = index; i < module.needs.length; i++) {
      const other = modules[module.needs[i]];
      const waiting = guarded(module, () => evaluate(other));
      if (waiting === null || other.state === 'done') continue;
      if (other.state === 'running' && other.done === null) continue;
      module.done = apply(then, waiting, [() => evaluateFrom(module, i + 1), (error) => fail(module, error)]);
      return module.done;
    }
    const result = guarded(module, () => apply(module.isAsync ? asyncNext : generatorNext, module.run, []));
    if (!module.isAsync) {
      module.state = 'done';
      return null;
    }
    module.done = apply(then, result, [() => { module.state = 'done'; }, (error) => fail(module, error)]);
    return module.done;
  }

  function guarded(module, body) {
    try {
      return body();
    } catch (error) {
      fail(module, error);
    }
  }

  function fail(module, error) {
    module.state = 'failed';
    module.failure = error;
    throw error;
  }

  /** The host's errors come as plain ones that begin with the name that they should have. */
  function asked(host, specifier, url) {
    try {
      return host(`${specifier}`, url);
    } catch (error) {
      const parts = apply(exec, /^(TypeError|SyntaxError): ([^]*)$/, [`${error.message}`]);
      throw parts === null ? error : new errorClasses[parts[1]](parts[2]);
    }
  }

  /** The function that `import(specifier)` becomes in a script at `url`. */
  function from(url) {
    return (specifier) => new PromiseClass((resolve, reject) => {
      let module;
      let waiting;
      try {
        module = modules[asked(load, specifier, url)];
        waiting = evaluate(module);
      } catch (error) {
        reject(error);
        return;
      }
      // A namespace with an export named `then` would be taken for a promise, as the standard has it.
      if (waiting === null) resolve(module.namespace);
      else apply(then, waiting, [() => resolve(module.namespace), reject]);
    });
  }

  const registry = (url, isAsync, body) => define(url, isAsync, body);
  defineProperty(registry, 'link', { value: link });
  defineProperty(registry, 'start', { value: (url) => evaluate(modules[url]) });
  defineProperty(registry, 'from', { value: from });
  defineProperty(registry, 'has', { value: (url) => modules[url] !== undefined });
  return registry;
})
