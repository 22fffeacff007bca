/// What there is to say about one submission: the result record of schema `playproof/result/1`.
public struct ResultRecord: Sendable, Codable, Equatable {
    public static let currentSchema = "playproof/result/1"

    public var schema: String
    public var id: String
    public var source: String
    /// `task_id`, model and sample of a JSON Lines input; nil where the input doesn't say.
    public var task: String?
    public var model: String?
    public var sample: Int?
    /// What a reader of the verdict should know about how the page was got, as that the answer is cut off.
    public var notes: [String]?
    /// The name of the rules, as `tetris`.
    public var rules: String
    public var verdict: Verdict
    public var failure: FailureKind?
    /// Why, for an unknown verdict.
    public var reason: String?
    public var checks: [Finding]
    public var observed: ObservedFacts
    public var errors: [SubmissionError]
    /// What a small change would make of a submission that doesn't play, where that was asked for and one was found.
    public var repair: Repair?
    public var seed: UInt64
    /// Digest of a recorded session of the game, where one was asked for.
    public var traceDigest: String?
    public var cpuSeconds: Double
    public var peakMemoryMB: Double

    public init(
        id: String, source: String, rules: String = CheckTable.tetris.name, verdict: Verdict,
        failure: FailureKind? = nil, reason: String? = nil, checks: [Finding] = [],
        observed: ObservedFacts = ObservedFacts(), errors: [SubmissionError] = [], seed: UInt64 = 1,
        cpuSeconds: Double = 0, peakMemoryMB: Double = 0
    ) {
        self.schema = Self.currentSchema
        self.id = id
        self.source = source
        self.rules = rules
        self.verdict = verdict
        self.failure = failure
        self.reason = reason
        self.checks = checks
        self.observed = observed
        self.errors = errors
        self.seed = seed
        self.cpuSeconds = cpuSeconds
        self.peakMemoryMB = peakMemoryMB
    }

    /// A record with the verdict that follows from the findings.
    public init(
        id: String, source: String, findings: [Finding], table: CheckTable = .tetris, doubt: String? = nil,
        observed: ObservedFacts = ObservedFacts(), errors: [SubmissionError] = [], seed: UInt64 = 1
    ) {
        let judgement = VerdictRule.judge(findings, by: table, doubt: doubt)
        self.init(
            id: id, source: source, rules: table.name, verdict: judgement.verdict, failure: judgement.failure,
            reason: judgement.reason, checks: findings, observed: observed, errors: errors, seed: seed)
    }
}
