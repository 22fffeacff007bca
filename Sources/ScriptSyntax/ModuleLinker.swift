/// Walks from a module to all that it needs and makes one graph of them.
struct ModuleLinker {
    let parser: ScriptParser
    let resolve: (_ specifier: String, _ from: String) -> ModuleSource?
    private(set) var graph: ModuleGraph
    private var modules: [String: ModuleText] = [:]

    init(parser: ScriptParser, entry: String, name: String, resolve: @escaping (String, String) -> ModuleSource?) {
        self.parser = parser
        self.resolve = resolve
        graph = ModuleGraph(entry: entry, name: name)
    }

    mutating func link(_ entry: ModuleSource, defined: Set<String>) throws(ScriptParserError) {
        try add(entry)
        for (url, module) in modules.sorted(by: { $0.key < $1.key }) { checkImports(of: module, at: url) }
        graph.scripts.removeAll { defined.contains($0.url) }
    }

    /// Takes in a module behind those that it needs.
    private mutating func add(_ source: ModuleSource) throws(ScriptParserError) {
        guard modules[source.url] == nil, graph.needs[source.url] == nil else { return }
        guard let module = try parser.moduleText(of: source, name: graph.name) else {
            graph.needs[source.url] = []
            let problem = try parser.syntaxError(in: source.text, kind: .module)
            let unknown = SyntaxProblem(message: "the module can't be parsed", line: 1, column: 1)
            graph.problems.append(ModuleProblem(kind: .syntax, url: source.url, problem: problem ?? unknown))
            return
        }
        modules[source.url] = module
        var needs: [String] = []
        for request in module.requests {
            guard let other = resolve(request.specifier, source.url) else {
                reportMissing(request, in: source.url)
                needs.append("")
                continue
            }
            needs.append(other.url)
            try add(other)
        }
        graph.needs[source.url] = needs
        graph.stars[source.url] = module.stars.map { needs[$0] }
        graph.scripts.append(ModuleSource(url: source.url, text: module.text))
    }

    private mutating func reportMissing(_ request: ModuleText.Request, in url: String) {
        let isBare = ImportMap.address(request.specifier, against: url) == nil
        let message =
            isBare
            ? "Failed to resolve module specifier \"\(request.specifier)\". "
                + "Relative references must start with either \"/\", \"./\", or \"../\"."
            : "Failed to fetch module \(request.specifier)"
        let problem = SyntaxProblem(message: message, line: request.line, column: request.column)
        graph.problems.append(ModuleProblem(kind: .notFound, url: url, problem: problem, specifier: request.specifier))
    }

    private mutating func checkImports(of module: ModuleText, at url: String) {
        guard let needs = graph.needs[url] else { return }
        for wanted in module.imports {
            let other = needs[wanted.request]
            var visited: Set<String> = []
            guard modules[other] != nil, !exports(other, wanted.name, &visited) else { continue }
            let specifier = module.requests[wanted.request].specifier
            let message = "The requested module '\(specifier)' does not provide an export named '\(wanted.name)'"
            let problem = SyntaxProblem(message: message, line: wanted.line, column: wanted.column)
            graph.problems.append(ModuleProblem(kind: .missingExport, url: url, problem: problem, specifier: specifier))
        }
    }

    private func exports(_ url: String, _ name: String, _ visited: inout Set<String>) -> Bool {
        // A module that wasn't found is reported already, so it is not blamed for what it lacks, too.
        guard visited.insert(url).inserted else { return false }
        guard let module = modules[url] else { return true }
        if module.exports.contains(name) { return true }
        guard name != "default" else { return false }
        for star in graph.stars[url] ?? [] where exports(star, name, &visited) { return true }
        return false
    }
}
