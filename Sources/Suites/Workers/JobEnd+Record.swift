import Foundation
import Scenarios

extension JobEnd {
    /// The record of a submission whose worker had to be stopped or died: broken where the game is to blame, unknown
    /// where it may not be. What had been judged before stands.
    func record(of job: WorkerJob, limits: WorkerLimits) -> ResultRecord {
        let submission = job.submission
        let sentence = sentence(limits: limits)
        var record = ResultRecord(
            id: submission.id, source: submission.source, verdict: .unknown, checks: findings, seed: job.seed,
            cpuSeconds: usage.processorSeconds, peakMemoryMB: usage.peakMemoryMB)
        if case .judge(let order) = job.order { record.rules = order.rules }
        record.describe(submission)
        guard let failure = failure(limits: limits) else {
            if let decided { return completed(decided, sentence, submission) }
            // What has been seen to be broken stays so, whatever else was still to be checked.
            if let fault = findings.first(where: { $0.status == .fail && $0.breaks }) {
                record.verdict = .broken
                record.failure = fault.category
            }
            record.reason = sentence
            return record
        }
        record.verdict = .broken
        record.failure = failure
        let id = check ?? "loads"
        record.checks.removeAll { $0.id == id }
        record.checks.append(Finding(
            id: id, status: .fail, level: CheckTable.tetris[id]?.level ?? .must, category: failure, at: time, detail: sentence,
            breaks: true))
        return record
    }

    /// The record of a submission whose verdict was known, with what was still found out and the check at which it was stopped.
    private func completed(_ decided: ResultRecord, _ sentence: String, _ submission: Submission) -> ResultRecord {
        var record = decided
        record.describe(submission)
        record.cpuSeconds = usage.processorSeconds
        record.peakMemoryMB = usage.peakMemoryMB
        let known = Set(record.checks.map(\.id))
        record.checks += findings.filter { !known.contains($0.id) }
        if let check, let definition = CheckTable.tetris[check] {
            record.checks.append(Finding(id: check, status: .unknown, level: definition.level, category: definition.category, detail: sentence))
        }
        if isJudged { record.notes = (record.notes ?? []) + [sentence] }
        return record
    }

    /// Whether the game is to blame.
    func isOfGame(limits: WorkerLimits) -> Bool { failure(limits: limits) != nil }

    /// What sort of fault of the game it is; nil when it need not be the game's.
    private func failure(limits: WorkerLimits) -> FailureKind? {
        // A recording says nothing of the game that hasn't been said.
        guard !isJudged else { return nil }
        // Each check plays sessions of its own, and what they leave behind adds up. A game that takes as much by itself is
        // found while it is played for the must checks.
        let isPlayedThrough = decided != nil && check.flatMap { CheckTable.tetris[$0]?.level } != .must
        return switch cause {
        // Who plays it was not done in time, which says nothing of the game.
        case .stopped(.time), .stopped(.processor): wasGoingOn ? nil : .performance
        case .stopped(.memory): isPlayedThrough ? nil : .resource
        case .stopped(.output), .stopped(.trace): .resource
        // The engine stops the process when it can't allocate, before the limit is seen to be passed.
        case .signal where usage.peakMemoryMB > limits.memoryMB / 2: isPlayedThrough ? nil : .resource
        case .signal, .exit, .failure: nil
        }
    }

    /// The record of a submission that never became a page.
    static func record(ofDefective job: WorkerJob) -> ResultRecord {
        let submission = job.submission
        let finding = Finding(
            id: "loads", status: .fail, level: .must, category: .syntax, detail: submission.defect, breaks: true)
        var record = ResultRecord(
            id: submission.id, source: submission.source, verdict: .broken, failure: .syntax, checks: [finding], seed: job.seed)
        if case .judge(let order) = job.order { record.rules = order.rules }
        record.reason = submission.defect
        record.describe(submission)
        return record
    }
}
