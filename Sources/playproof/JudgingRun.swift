import Foundation
import Reports
import Scenarios
import Suites

/// Judges submissions and reports on them: what the commands that judge have in common.
struct JudgingRun {
    var order: JudgeOrder
    var options: JudgingOptions
    var limits: WorkerLimits
    var plan: ReportPlan
    /// What a player expects, in a sentence, by check.
    var titles: [String: String] = [:]
    /// Results that need not be found out again, besides those that `--resume` goes on from.
    var earlier = EarlierResults()

    /// What came of a run.
    struct Outcome {
        var summary: RunSummary
        /// Whether every submission has been judged, none left to another shard.
        var isComplete: Bool
    }

    /// The exit code of a run that someone has stopped.
    static let interruptedCode: Int32 = 130

    /// - Parameter inspect: gets every record, in the order of the entries.
    func judge(_ all: [RunEntry], inspecting inspect: (ResultRecord, RunEntry) throws -> Void = { _, _ in }) async throws -> Outcome {
        let entries = options.shard.map { Array(all[$0.range(of: all.count)]) } ?? all
        let earlier = try options.resume ? resumedResults() : earlier
        var plan = plan
        plan.force = plan.force || options.resume
        let traces = try RunTraces(options, plan)
        let reports = try ReportSet(plan, context: context(of: entries))
        let progress = RunProgress(total: entries.count)
        let showing = Task { [isQuiet = plan.isQuiet] in if !isQuiet { await progress.show() } }
        var judged = JudgedRun(entries: entries, reports: reports)
        do {
            reports.begin(total: entries.count)
            try await judge(entries, after: earlier, progress, traces) { record, entry in
                try traces.deliver(record.id, to: reports)
                try judged.add(record)
                try inspect(record, entry)
                return options.maxFailures.map { judged.failures < $0 } ?? true
            }
        } catch is CancellationError {
            judged.isInterrupted = true
        } catch {
            showing.cancel()
            await showing.value
            reports.abandon()
            throw error
        }
        showing.cancel()
        await showing.value
        let summary = try judged.end(isQuiet: plan.isQuiet, canResume: plan.resultsFile != nil)
        return Outcome(summary: summary, isComplete: summary.total == all.count)
    }

    /// Judges what has no result yet, and hands over all results in the order of the entries.
    /// - Throws: `CancellationError` when someone has stopped it.
    private func judge(
        _ entries: [RunEntry], after earlier: EarlierResults, _ progress: RunProgress, _ traces: RunTraces,
        deliver: (ResultRecord, RunEntry) throws -> Bool
    ) async throws {
        let isKnown = try entries.map { try earlier.record(of: $0, rules: order.rules) != nil }
        let open = entries.indices.filter { !isKnown[$0] }
        var next = 0
        func deliverKnown(before end: Int) throws -> Bool {
            while next < end {
                defer { next += 1 }
                guard isKnown[next], let record = try earlier.record(of: entries[next], rules: order.rules) else { continue }
                progress.known(record)
                guard try deliver(record, entries[next]) else { return false }
            }
            return true
        }
        let stop = StopSignal()
        let interruption = Interruption(stop)
        defer { withExtendedLifetime(interruption) {} }
        let notes = NoteBook(isQuiet: plan.isQuiet)
        var pool = WorkerPool(count: max(min(options.workers, open.count), 1), limits: limits)
        pool.warn = { StandardStreams.note($0) }
        if let log = try HoldLog() { pool.onHold = { log.add($0) } }
        var traced = order
        traced.trace = traces.wish
        let job = { @Sendable [order = traced] (index: Int) throws -> WorkerJob in
            let entry = entries[open[index]]
            let submission = try entry.load()
            progress.began(submission.id)
            return WorkerJob(submission, seed: entry.seed, order: .judge(order))
        }
        var goesOn = true
        try await pool.judge(open.count, job: job, stop: stop) {
            progress.finished($0)
        } onFile: { id, _, trace in
            traces.keep(trace, of: id)
        } deliver: { index, record in
            goesOn = try deliverKnown(before: open[index])
            guard goesOn else { return false }
            notes.tell(about: record)
            next = open[index] + 1
            let entry = entries[open[index]]
            var told = record
            if !stop.isGiven { told = try await withRepair(record, of: entry) }
            goesOn = try deliver(told, entry)
            return goesOn
        }
        if goesOn { _ = try deliverKnown(before: entries.count) }
    }

    /// The record with what small repairs would make of the submission, where that is wanted and may be of use.
    private func withRepair(_ record: ResultRecord, of entry: RunEntry) async throws -> ResultRecord {
        guard plan.wantsRepairs, RepairTrial.concerns(record) else { return record }
        var record = record
        record.repair = try await RepairTrial(limits: limits).run(entry.load(), seed: entry.seed, order: order)
        return record
    }

    private func context(of entries: [RunEntry]) -> ReporterContext {
        let places = Dictionary(entries.indices.map { (entries[$0].id, $0) }) { first, _ in first }
        return ReporterContext(titles: titles) { record in
            places[record.id].flatMap { entries[$0].sourceLines() }
        }
    }

    /// The results of the run that is gone on from; those that it could not put in their place are added first.
    private func resumedResults() throws -> EarlierResults {
        guard let path = plan.resultsFile else {
            throw CommandFailure("--resume needs the results that it goes on from. Give --reporter jsonl --output FILE, as for the run that was stopped.")
        }
        try UnfinishedResults.settle(path) { try OutputFile(path, force: true).write($0) }
        guard FileManager.default.fileExists(atPath: path) else { return EarlierResults() }
        return try EarlierResults(path)
    }
}
