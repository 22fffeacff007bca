import Foundation
import Reports
import Scenarios
import Suites
import Synchronization

/// Judges submissions and reports on them: what `check` and `run` have in common.
struct JudgingRun {
    let order: JudgeOrder
    let options: JudgingOptions
    let limits: WorkerLimits
    let report: ReportOptions

    /// - Returns: the summary of all that was judged.
    func judge(_ paths: [String], inspecting inspect: (ResultRecord) -> Void = { _ in }) async throws -> RunSummary {
        let references = try SubmissionReader().references(paths)
        let destination = try report.destination()
        let reporter = report.reporter.reporter(writingTo: destination)
        let notes = NoteBook()
        let pool = WorkerPool(count: min(options.workers, references.count), limits: limits)
        let start = ContinuousClock.now
        var summary = RunSummary()
        var failures = 0
        reporter.begin(total: references.count)
        try await pool.judge(references.count) { [order, seed = options.seed] index in
            let submission = try references[index].load()
            notes.keep(submission)
            return WorkerJob(submission, seed: seed, order: .judge(order))
        } deliver: { record in
            if !report.quiet { notes.tell(about: record) }
            reporter.record(record)
            inspect(record)
            summary.add(record)
            try destination.check()
            if record.verdict != .plays { failures += 1 }
            return options.maxFailures.map { failures < $0 } ?? true
        }
        summary.wallSeconds = (ContinuousClock.now - start) / .seconds(1)
        reporter.end(summary)
        try destination.finish()
        if summary.total < references.count, !report.quiet {
            StandardStreams.note("stopped after \(failures) failures; \(references.count - summary.total) submissions were not judged")
        }
        return summary
    }
}

/// Notes on submissions, from the time they are read to the time their results are shown.
private final class NoteBook: Sendable {
    private let notes = Mutex<[String: [String]]>([:])

    func keep(_ submission: Submission) {
        guard !submission.notes.isEmpty else { return }
        notes.withLock { $0[submission.id] = submission.notes }
    }

    func tell(about record: ResultRecord) {
        for note in notes.withLock({ $0.removeValue(forKey: record.id) }) ?? [] { StandardStreams.note("\(record.id): \(note)") }
    }
}
