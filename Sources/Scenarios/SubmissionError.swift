/// An uncaught error of a submission, in the submission's own lines.
public struct SubmissionError: Sendable, Codable, Equatable {
    public var name: String
    public var message: String
    public var line: Int?
    public var column: Int?

    public init(name: String, message: String, line: Int? = nil, column: Int? = nil) {
        self.name = name
        self.message = message
        self.line = line
        self.column = column
    }
}
