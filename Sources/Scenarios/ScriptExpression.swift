/// A JavaScript expression over the reading, with the line of the scenario file it stands in.
public struct ScriptExpression: Sendable, Equatable {
    public var source: String
    public var line: Int

    public init(_ source: String, line: Int = 0) {
        self.source = source
        self.line = line
    }
}
