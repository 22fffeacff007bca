import Scenarios

/// Which verdicts a suite expects.
public struct SuiteExpectation: Sendable, Equatable {
    /// Of every submission that isn't named.
    public var verdicts: [Verdict] = [.plays]
    /// Of single submissions, by id.
    public var submissions: [String: [Verdict]] = [:]

    /// The verdicts that are right for a submission; with several seeds, for each of them.
    public func verdicts(of id: String) -> [Verdict] {
        let name = id.lastIndex(of: "@").map { String(id[..<$0]) } ?? id
        return submissions[id] ?? submissions[name] ?? verdicts
    }
}
