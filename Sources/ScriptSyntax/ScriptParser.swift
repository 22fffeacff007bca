import ScriptEngine

/// Parses scripts with acorn: syntax errors as Chromium words them, scopes handed to the host, modules linked.
///
/// acorn runs in a virtual machine of its own, which is made when something is parsed first. One parser serves a
/// process: what it found out about a text it remembers. Not thread-safe.
public final class ScriptParser {
    private var program: ParserProgram?
    private let acornPath: String
    private var problems = TextCache<SyntaxProblem?>()
    private var exposed = TextCache<String?>()
    var modules = TextCache<ModuleText?>()
    var operandLists = TextCache<[OperandRange]>()

    /// Where Debian's package node-acorn has acorn.
    public static let acornPath = "/usr/share/nodejs/acorn/dist/acorn.js"

    /// Texts longer than this are neither instrumented nor linked; no model writes such scripts.
    static let lengthMax = 4_000_000

    /// - Parameter acornPath: the file with acorn in its form for browsers.
    public init(acornPath: String = ScriptParser.acornPath) {
        self.acornPath = acornPath
    }

    /// Reads every file now, for a process that can open none later.
    public func prepare() throws(ScriptParserError) {
        _ = try loaded()
        _ = try Self.moduleRegistry()
    }

    /// The first syntax error of a script, or nil when it parses.
    ///
    /// The engine that would run the script decides whether there is an error; acorn says where and which.
    public func syntaxError(in source: String, kind: ScriptKind = .classic) throws(ScriptParserError) -> SyntaxProblem? {
        try problems.value(for: source, kind.rawValue) { () throws(ScriptParserError) in
            let engineProblem = kind == .classic ? try loaded().engineProblem(in: source) : nil
            if kind == .classic && engineProblem == nil { return nil }
            let json = try loaded().call("syntaxError", source, kind.rawValue)
            return try json.map { json throws(ScriptParserError) in try ParserProgram.decode(SyntaxProblem.self, json) } ?? engineProblem
        }
    }

    /// The script with calls of the global function `name` that hand over its outer scopes and its objects; nil when
    /// it can't be parsed. Only text within lines is added.
    ///
    /// The function is called in two ways:
    ///
    ///     name(() => ({get board(){…}, set board(_){…}}), "createGame", "12:3")
    ///     name(o => ({get "#grid"(){…}, set "#grid"(_){…}}), "Playfield", "57:5", object)
    ///
    /// The first when a scope is entered: the accessors of its names, which throw for names that aren't initialised
    /// yet; a constant has no setter. The second when an object is made (and once for a class that has private static
    /// fields, with the class as the object): the accessors of its private fields, made from the object; the first
    /// argument is 0 when there are none. The other two are the name of the scope or class and its place in the
    /// source. The function should be quick and keep only the last few of each place, as scopes can be entered often.
    public func exposingScopes(
        of source: String, kind: ScriptKind = .classic, by name: String
    ) throws(ScriptParserError) -> String? {
        guard source.utf8.count <= Self.lengthMax else { return nil }
        return try exposed.value(for: source, kind.rawValue + name) { () throws(ScriptParserError) in
            try loaded().callText("exposingScopes", source, kind.rawValue, name)
        }
    }

    /// A script that calls the global function `name` with accessors of what a classic script keeps at its top level: its
    /// declarations but functions, and the globals that it makes by assigning to them. nil when it keeps nothing there
    /// or can't be parsed.
    ///
    /// The scripts of a page share these names, so that script can be run at any time after the other has begun.
    /// - Parameter place: handed to the function as the scope's place.
    public func exposingTopLevel(of source: String, by name: String, place: String) throws(ScriptParserError) -> String? {
        guard source.utf8.count <= Self.lengthMax else { return nil }
        return try exposed.value(for: source, "top \(place)" + name) { () throws(ScriptParserError) in
            try loaded().callText("exposingTopLevel", source, name, place)
        }
    }

    func loaded() throws(ScriptParserError) -> ParserProgram {
        if let program { return program }
        let program = try ParserProgram(acornPath: acornPath)
        self.program = program
        return program
    }
}
