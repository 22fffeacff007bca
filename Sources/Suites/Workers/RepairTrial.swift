import Scenarios

/// Judges what small repairs would make of a submission that doesn't play.
public struct RepairTrial: Sendable {
    private let command: WorkerCommand
    private let limits: WorkerLimits

    /// - Parameter limits: for all repairs of a submission together.
    public init(command: WorkerCommand = .own(), limits: WorkerLimits = WorkerLimits()) {
        self.command = command
        self.limits = limits
    }

    /// Whether a submission has the kind of fault that a slip leaves behind.
    public static func concerns(_ record: ResultRecord) -> Bool {
        (record.verdict == .broken || record.verdict == .flawed) && (record.failure == .syntax || record.failure == .runtime)
    }

    /// Tries the repairs one after the other, to the first that makes the submission play.
    /// - Returns: the repair that comes to most; nil where none was found in time.
    public func run(_ submission: Submission, seed: UInt64, order: JudgeOrder) async throws -> Repair? {
        let start = ContinuousClock.now
        let pool = WorkerPool(command: command, count: 1, limits: limits)
        guard submission.defect == nil,
            case .repairs(let repairs)? = try? await pool.answer(to: WorkerJob(submission, seed: seed, order: .repair))
        else { return nil }
        var best: Repair?
        for repair in repairs {
            var rest = limits
            rest.wallSeconds -= (ContinuousClock.now - start) / .seconds(1)
            guard rest.wallSeconds > 0 else { break }
            var repaired = submission
            repaired.page = repair.page
            let job = WorkerJob(repaired, seed: seed, order: .judge(order))
            try await WorkerPool(command: command, count: 1, limits: rest).judge(1) { _ in job } deliver: { _, record in
                let found = Repair(repair.edits, record: record)
                if Self.rank(found.verdict) < best.map({ Self.rank($0.verdict) }) ?? .max { best = found }
                return true
            }
            if best?.verdict == .plays { break }
        }
        return best
    }

    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .plays: 0
        case .flawed: 1
        case .unknown: 2
        case .broken: 3
        }
    }
}
