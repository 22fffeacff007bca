extension ScriptParser {
    /// The names of a script, for finding those that were mistyped.
    public struct Names: Sendable, Decodable {
        /// Used, and neither declared nor assigned to in the script.
        public var unknown: [String]
        public var declared: [String]
    }

    /// The smallest changes that make a script parse, best guess first; none for one that parses.
    public func repairs(of source: String, kind: ScriptKind = .classic) throws(ScriptParserError) -> [ScriptRepair] {
        guard source.utf8.count <= Self.lengthMax else { return [] }
        try loaded().loadTolerantParser()
        return try list("repairs", source, kind.rawValue)
    }

    /// The script with 0 in every hole of its arrays; nil for one without holes, or that doesn't parse.
    public func fillingHoles(of source: String, kind: ScriptKind = .classic) throws(ScriptParserError) -> ScriptRepair? {
        guard source.utf8.count <= Self.lengthMax else { return nil }
        return try list("filledHoles", source, kind.rawValue).first
    }

    /// What a script uses and declares; nothing of one that doesn't parse.
    public func names(in source: String, kind: ScriptKind = .classic) throws(ScriptParserError) -> Names {
        guard source.utf8.count <= Self.lengthMax, let json = try loaded().call("names", source, kind.rawValue) else {
            return Names(unknown: [], declared: [])
        }
        return try ParserProgram.decode(Names.self, json)
    }

    /// A script that parses, with another name wherever it uses one that it doesn't declare.
    public func renaming(
        _ name: String, to replacement: String, in source: String, kind: ScriptKind = .classic
    ) throws(ScriptParserError) -> ScriptRepair? {
        try list("renamed", source, kind.rawValue, name, replacement).first
    }

    private func list(_ function: String, _ arguments: String...) throws(ScriptParserError) -> [ScriptRepair] {
        guard let json = try loaded().call(function, arguments) else { return [] }
        return try ParserProgram.decode([ScriptRepair].self, json)
    }
}
