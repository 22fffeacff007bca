/// The first syntax error of a script, with the message and the place at which Chromium reports it.
public struct SyntaxProblem: Sendable, Codable, Hashable, CustomStringConvertible {
    public var message: String
    /// 1-based line of the token that doesn't fit.
    public var line: Int
    /// 1-based column of that token, counted in UTF-16 code units as browsers do.
    public var column: Int

    public init(message: String, line: Int, column: Int) {
        self.message = message
        self.line = line
        self.column = column
    }

    public var description: String { "SyntaxError: \(message) (\(line):\(column))" }
}
