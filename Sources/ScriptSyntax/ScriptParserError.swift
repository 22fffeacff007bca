/// Why scripts can't be parsed at all.
public enum ScriptParserError: Error, Sendable, Equatable, CustomStringConvertible {
    /// acorn is not where Debian's package puts it.
    case acornMissing(path: String)
    /// A file of the project's own is missing, or a script of the parser failed.
    case failed(String)

    public var description: String {
        switch self {
        case .acornMissing(let path):
            "the JavaScript parser acorn is missing (\(path)): install Debian's package node-acorn"
        case .failed(let detail):
            "the JavaScript parser failed: \(detail)"
        }
    }
}
