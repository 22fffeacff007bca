/// What a broken submission would be with a small change: never part of its verdict.
public struct Repair: Sendable, Codable, Equatable {
    /// A changed place in the submission.
    public struct Edit: Sendable, Codable, Equatable {
        /// The submission's file, where it isn't the page itself.
        public var file: String?
        public var line: Int
        public var column: Int
        /// What the place would read.
        public var code: String

        public init(file: String? = nil, line: Int, column: Int, code: String) {
            self.file = file
            self.line = line
            self.column = column
            self.code = code
        }
    }

    public var edits: [Edit]
    /// What the repaired game amounts to.
    public var verdict: Verdict
    public var failure: FailureKind?
    public var reason: String?
    public var checks: [Finding]

    public init(edits: [Edit], verdict: Verdict, failure: FailureKind? = nil, reason: String? = nil, checks: [Finding] = []) {
        self.edits = edits
        self.verdict = verdict
        self.failure = failure
        self.reason = reason
        self.checks = checks
    }

    /// - Parameter record: what was found out about the repaired page.
    public init(_ edits: [Edit], record: ResultRecord) {
        self.init(edits: edits, verdict: record.verdict, failure: record.failure, reason: record.reason, checks: record.checks)
    }
}
