/// What is wrong with a trace file, where, and what to do about it.
public struct TraceError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        /// There is no such file, or it can't be read.
        case file
        /// The file is no trace at all.
        case notATrace
        /// The trace has another version than this program reads.
        case version
        /// A line has been changed or can't be understood.
        case damaged
        /// The end is missing.
        case cutOff
        /// What was to be recorded is not JSON of the expected form.
        case notJSON
    }

    public var kind: Kind
    /// The trace's file, when there is one.
    public var path: String?
    /// 1-based line at which it shows.
    public var line: Int?
    public var detail: String
    /// What whoever sees this can do.
    public var remedy: String

    init(_ kind: Kind, path: String? = nil, line: Int? = nil, _ detail: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.detail = detail
        self.remedy = remedy
    }

    public var description: String {
        let place = [path ?? "trace", line.map(String.init)].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(detail); \(remedy)"
    }
}
