import ScriptEngine
import ScriptSyntax

extension Page {
    /// The global name of the registry of modules; scripts of the page can't enumerate it.
    private static let registryName = "__modules_6d20ae"

    /// Runs a module script with all that it imports.
    func runModule(_ script: LocatedScript) {
        do {
            try installRegistry()
            let isInline = script.url == source.name
            let address = Self.address(script.url) + (isInline ? "#module-\(script.line)" : "")
            let graph = try link(ModuleSource(url: address, text: script.text))
            if let problem = graph.problems.first {
                return report(problem, place: problem.url == address ? script : LocatedScript(text: "", url: problem.url, line: 1, column: 1))
            }
            try run(graph, inline: isInline ? script : nil)
            try context.evaluate(graph.startScript, url: script.url)
        } catch let error as ScriptError {
            report(error, at: script, kind: .module)
        } catch {
            report(ScriptError(name: "SyntaxError", message: "\(error)"), at: script, kind: .module, hasRun: false)
        }
    }

    /// Reports why a module can't be linked, which is an error that no script threw.
    private func report(_ problem: ModuleProblem, place script: LocatedScript) {
        let (line, column) = (problem.problem.line, problem.problem.column)
        _ = try? prelude["reportProblem"].call(
            context.value(problem.errorName), context.value(problem.problem.message), context.value(script.url),
            context.value(Double(line + script.line - 1)), context.value(Double(line == 1 ? column + script.column - 1 : column)))
    }

    /// A classic script whose dynamic imports go to the registry.
    func linkedDynamicImports(in script: LocatedScript) throws -> String {
        try installRegistry()
        return try browser.parser.linkDynamicImports(in: script.text, url: Self.address(script.url), name: Self.registryName)
    }

    private static func address(_ path: String) -> String {
        path.contains("://") ? path : PageSource.base + normalized(path)
    }

    /// Links a module; what can't be found is recorded by name.
    private func link(_ entry: ModuleSource) throws(ScriptParserError) -> ModuleGraph {
        let map = (try? prelude["importMap"].call()).flatMap { $0.isString ? ImportMap(json: $0.description) : nil } ?? ImportMap()
        let page = Self.address(source.name)
        let graph = try browser.parser.linkModules(entry: exposed(entry), name: Self.registryName, defined: definedModules) { [self] specifier, from in
            guard let address = map.resolve(specifier, from: from, page: page) else { return nil }
            guard let text = moduleText(address) else {
                reportMissing((address.hasPrefix(PageSource.base) ? "file " : "network script ") + address)
                return nil
            }
            return exposed(ModuleSource(url: address, text: text))
        }
        return graph
    }

    /// A module's text, from the submission's folder or from a `data:` or `blob:` address; nil where there is none.
    private func moduleText(_ address: String) -> String? {
        guard address.hasPrefix("data:") || address.hasPrefix("blob:") else { return fileText(address) }
        guard let text = try? prelude["resourceText"].call(context.value(address)), text.isString else { return nil }
        return text.description
    }

    /// The module with its scopes exposed to the host, where that can be done.
    private func exposed(_ module: ModuleSource) -> ModuleSource {
        let text = (try? browser.parser.exposingScopes(of: module.text, kind: .module, by: Self.exposeHook)) ?? nil
        return ModuleSource(url: module.url, text: text ?? module.text)
    }

    private func run(_ graph: ModuleGraph, inline: LocatedScript?) throws(ScriptError) {
        for module in graph.scripts {
            let isEntry = module.url == graph.entry
            try context.evaluate(
                module.text, url: isEntry ? inline?.url ?? module.url : module.url, line: isEntry ? inline?.line ?? 1 : 1)
            definedModules.insert(module.url)
        }
        try context.evaluate(graph.linkScript, url: "link")
    }

    private func installRegistry() throws {
        guard !hasModuleRegistry else { return }
        hasModuleRegistry = true
        let make = try context.evaluate(ScriptParser.moduleRegistry(), url: "modules")
        let load = context.function { [unowned self] context, arguments in
            context.value(try loadDynamically(arguments.first?.description ?? "", from: arguments.last?.description ?? ""))
        }
        let resolve = context.function { [unowned self] context, arguments in
            context.value(try resolved(arguments.first?.description ?? "", from: arguments.last?.description ?? ""))
        }
        let registry = try make.call(load, resolve)
        try prelude["defineHidden"].call(context.value(Self.registryName), registry)
    }

    /// The address that a specifier stands for in a module or script at the address `from`.
    private func resolved(_ specifier: String, from: String) throws -> String {
        let map = (try? prelude["importMap"].call()).flatMap { $0.isString ? ImportMap(json: $0.description) : nil } ?? ImportMap()
        guard let address = map.resolve(specifier, from: from, page: Self.address(source.name)) else {
            throw ScriptError(name: "TypeError", message: "Failed to resolve module specifier '\(specifier)'")
        }
        return address
    }

    /// Links and defines the module that a dynamic import asks for.
    /// - Returns: its address.
    private func loadDynamically(_ specifier: String, from: String) throws -> String {
        let address = try resolved(specifier, from: from)
        guard let text = moduleText(address) else {
            reportMissing((address.hasPrefix(PageSource.base) ? "file " : "network script ") + address)
            throw ScriptError(name: "TypeError", message: "Failed to fetch dynamically imported module: \(address)")
        }
        let graph = try link(ModuleSource(url: address, text: text))
        if let problem = graph.problems.first { throw ScriptError(name: problem.errorName, message: problem.problem.message) }
        try run(graph, inline: nil)
        return address
    }
}
