import Scenarios

/// The results of an earlier run, so that nothing is judged twice.
public struct EarlierResults: Sendable {
    private let index: ResultsIndex?

    /// Nothing is known yet.
    public init() {
        index = nil
    }

    /// - Parameter path: the file of results.
    public init(_ path: String) throws(InputError) {
        index = try ResultsIndex(path)
    }

    /// The record of a submission; nil when it has none, or one of another source, seed or rulebook.
    public func record(of entry: RunEntry, rules: String) throws(InputError) -> ResultRecord? {
        guard let record = try index?.record(of: entry.id) else { return nil }
        return record.source == entry.reference.source && record.seed == entry.seed && record.rules == rules ? record : nil
    }
}
