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
        guard let failure = failure(limits: limits) else {
            if let judgement = judgementOfMusts {
                // What was still to be checked never changes a verdict.
                record.verdict = judgement.verdict
                record.failure = judgement.failure
                record.reason = judgement.reason
                record.checks.append(unfinished(sentence))
                return record
            }
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

    /// The verdict, once all must checks have been judged; nil before.
    private var judgementOfMusts: VerdictRule.Judgement? {
        let judged = Set(findings.map(\.id))
        guard CheckTable.tetris.checks.allSatisfy({ $0.level != .must || judged.contains($0.id) }) else { return nil }
        return VerdictRule.judge(findings)
    }

    /// The finding about the check at which the worker was stopped.
    private func unfinished(_ sentence: String) -> Finding {
        let id = check ?? "loads"
        let definition = CheckTable.tetris[id]
        return Finding(id: id, status: .unknown, level: definition?.level ?? .should, category: definition?.category ?? .performance, detail: sentence)
    }

    /// Whether the game is to blame.
    func isOfGame(limits: WorkerLimits) -> Bool { failure(limits: limits) != nil }

    /// What sort of fault of the game it is; nil when it need not be the game's.
    private func failure(limits: WorkerLimits) -> FailureKind? {
        switch cause {
        // Who plays it was not done in time, which says nothing of the game.
        case .stopped(.time), .stopped(.processor): wasGoingOn ? nil : .performance
        case .stopped(.memory), .stopped(.output): .resource
        // The engine stops the process when it can't allocate, before the limit is seen to be passed.
        case .signal where usage.peakMemoryMB > limits.memoryMB / 2: .resource
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
        return record
    }
}
