/// Why a job has no result: its worker had to be stopped, died, or said that it can't be done.
public struct WorkerFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public var reason: String
    /// Whether it is the page's doing: it hung, or took too much memory.
    public var isOfPage: Bool

    public init(reason: String, isOfPage: Bool = false) {
        self.reason = reason
        self.isOfPage = isOfPage
    }

    public var description: String { reason }
}
