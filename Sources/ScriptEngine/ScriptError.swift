/// An exception that JavaScript threw, or that the engine raised for it.
public struct ScriptError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What stopped the script.
    public enum Cause: String, Sendable, Codable {
        /// A `throw`, or an error of the language or the standard library.
        case exception
        /// The execution time limit of the virtual machine.
        case timeLimit
    }

    public var cause: Cause
    /// The error object's `name`, as `TypeError`; `Error` for a thrown value that is no error object.
    public var name: String
    /// The error object's `message`, or the thrown value as a string.
    public var message: String
    /// The script's URL as given to `evaluate`, or nil.
    public var source: String?
    /// 1-based line in the script's coordinates, or nil.
    public var line: Int?
    /// 1-based column, or nil.
    public var column: Int?
    /// The engine's stack text, one frame a line, or nil.
    public var stack: String?

    public init(
        cause: Cause = .exception, name: String, message: String, source: String? = nil,
        line: Int? = nil, column: Int? = nil, stack: String? = nil
    ) {
        self.cause = cause
        self.name = name
        self.message = message
        self.source = source
        self.line = line
        self.column = column
        self.stack = stack
    }

    public var description: String {
        var text = "\(name): \(message)"
        if let line { text += " (\(source ?? "script"):\(line)\(column.map { ":\($0)" } ?? ""))" }
        return text
    }
}
