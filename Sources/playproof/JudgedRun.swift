import Reports
import Scenarios
import Suites

/// What a run has come to so far.
struct JudgedRun {
    private let entries: [RunEntry]
    private let reports: ReportSet
    private let start = ContinuousClock.now
    private var summary = RunSummary()
    /// How many submissions don't play.
    private(set) var failures = 0
    /// Whether someone has stopped the run.
    var isInterrupted = false

    init(entries: [RunEntry], reports: ReportSet) {
        self.entries = entries
        self.reports = reports
    }

    mutating func add(_ record: ResultRecord) throws {
        try reports.record(record)
        summary.add(record)
        if record.verdict != .plays { failures += 1 }
    }

    /// Puts the reports in their places.
    /// - Throws: ``CommandFailure`` for a run that was stopped, with what can be done next.
    mutating func end(isQuiet: Bool, canResume: Bool) throws -> RunSummary {
        summary.wallSeconds = (ContinuousClock.now - start) / .seconds(1)
        try reports.end(summary)
        let open = entries.count - summary.total
        if isInterrupted {
            let next = canResume ? "Go on with the same command and --resume." : "With --reporter jsonl --output FILE a run can be gone on from."
            throw CommandFailure(
                "stopped; \(summary.total) of \(entries.count) submissions were judged and reported. \(next)", exitCode: JudgingRun.interruptedCode)
        }
        if open > 0, !isQuiet { StandardStreams.note("stopped after \(failures) failures; \(open) submissions were not judged") }
        return summary
    }
}
