import ScriptEngine

extension ScriptParser {
    /// A module and all that it needs as classic scripts, since the engine's C API has no modules.
    ///
    /// Run the graph's `scripts` in their order, each under its address, then `linkScript`, then `startScript`. They
    /// call the page's registry under its global name, which ``moduleRegistry`` makes.
    /// - Parameters:
    ///   - entry: the module to start with; the address of an inline one is the page's with something to tell it by.
    ///   - name: the global name of the registry, which no script may guess.
    ///   - defined: addresses that the registry has already, for dynamic imports.
    ///   - resolve: the module that a specifier means in a module at an address, or nil when there is none. The text
    ///     may have been instrumented by ``exposingScopes(of:kind:by:)``.
    public func linkModules(
        entry: ModuleSource, name: String, defined: Set<String> = [],
        resolve: @escaping (_ specifier: String, _ from: String) -> ModuleSource?
    ) throws(ScriptParserError) -> ModuleGraph {
        var linker = ModuleLinker(parser: self, entry: entry.url, name: name, resolve: resolve)
        try linker.link(entry, defined: defined)
        return linker.graph
    }

    /// A classic script in which `import()` goes to the registry; the same text when it has none.
    public func linkDynamicImports(
        in source: String, url: String, name: String
    ) throws(ScriptParserError) -> String {
        guard source.contains("import") else { return source }
        return try loaded().callText("scriptWithImports", source, url, name) ?? source
    }

    /// JavaScript of a function that makes a page's registry of modules.
    ///
    /// Evaluate it before the page's own scripts, call it with a function `load(specifier, from)`, and define its
    /// result as the global constant `name`. A dynamic import calls `load`, which is to have the module linked and
    /// its `scripts` and `linkScript` run if need be, and returns its address or throws.
    public static func moduleRegistry() throws(ScriptParserError) -> String {
        try registry.get()
    }

    /// Read once: a worker can read no file by the time it meets a module.
    private static let registry = Result { () throws(ScriptParserError) in try ParserProgram.ownScript("module-registry") }

    func moduleText(of source: ModuleSource, name: String) throws(ScriptParserError) -> ModuleText? {
        guard source.text.utf8.count <= Self.lengthMax else { return nil }
        return try modules.value(for: source.text, source.url + " " + name) { () throws(ScriptParserError) in
            guard let json = try loaded().call("linkedModule", source.text, source.url, name) else { return nil }
            return try ParserProgram.decode(ModuleText.self, json)
        }
    }
}
