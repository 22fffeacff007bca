import Scenarios

/// What is known beforehand of one labelled submission.
public struct KeyEntry: Sendable, Equatable {
    public var id: String
    /// The verdict that a person would give.
    public var expected: Verdict
    /// All verdicts that count as right, the expected one among them.
    public var accepted: Set<Verdict>
    /// Whether a check holds, by its id; checks of which nothing is known are left out.
    public var checks: [String: Bool]

    public init(id: String, expected: Verdict, accepted: Set<Verdict> = [], checks: [String: Bool] = [:]) {
        self.id = id
        self.expected = expected
        self.accepted = accepted.union([expected])
        self.checks = checks
    }
}
