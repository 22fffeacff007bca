/// A script with a small change that might be what its author meant.
public struct ScriptRepair: Sendable, Codable, Hashable {
    /// A changed place.
    public struct Edit: Sendable, Codable, Hashable {
        /// 1-based line and column in the repaired script.
        public var line: Int
        public var column: Int
        /// What the place reads now: the expression or statement around it.
        public var code: String

        public init(line: Int, column: Int, code: String) {
            self.line = line
            self.column = column
            self.code = code
        }
    }

    /// The whole repaired script.
    public var text: String
    public var edits: [Edit]

    public init(text: String, edits: [Edit]) {
        self.text = text
        self.edits = edits
    }
}
