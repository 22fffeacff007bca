import Foundation
import Scenarios
import Suites

/// Holds the records of a run against a baseline, or writes one.
final class BaselineComparison {
    private let before: Baseline?
    private let destination: ReportDestination?
    private let path: String
    private let isQuiet: Bool
    private var ids: Set<String> = []
    private var counts: [RecordComparison.Outcome: Int] = [:]

    init(reading path: String, isQuiet: Bool) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("no such baseline: \(path). Write it with --baseline \(path) --update-baseline, once the submissions do what they should.")
        }
        before = try Baseline(path)
        destination = nil
        self.path = path
        self.isQuiet = isQuiet
    }

    init(writing path: String) throws {
        before = nil
        destination = try ReportDestination(file: path, force: true)
        self.path = path
        isQuiet = false
    }

    deinit {
        destination?.abandon()
    }

    func add(_ record: ResultRecord) throws {
        ids.insert(record.id)
        if let before { tell(try before.comparison(with: record)) }
        destination?.write(Baseline.line(record))
        try destination?.check()
    }

    /// - Parameter isComplete: whether all submissions were judged; otherwise nothing is said to be gone, or written.
    /// - Returns: the exit code: 1 for a regression, 3 when something can't be judged any more.
    func end(isComplete: Bool) throws -> Int32 {
        if let destination {
            guard isComplete else { throw CommandFailure("the baseline \(path) is as it was: not all submissions were judged. Run again without --max-failures.") }
            try destination.finish()
            StandardStreams.note("\(path) holds what \(ids.count) submission\(ids.count == 1 ? " does" : "s do")")
            return 0
        }
        if isComplete { before?.gone(besides: ids).forEach(tell) }
        let text = RecordComparison.Outcome.allCases.filter { counts[$0] != nil }.map { "\(counts[$0, default: 0]) \($0.rawValue)" }
        if !isQuiet { StandardStreams.note("against \(path): \(text.joined(separator: ", "))") }
        if counts[.regressed] != nil { return 1 }
        return counts[.unjudged] != nil ? 3 : 0
    }

    private func tell(_ comparison: RecordComparison) {
        counts[comparison.outcome, default: 0] += 1
        guard comparison.outcome != .same, !isQuiet || comparison.outcome == .regressed else { return }
        let lines = ["\(comparison.outcome.rawValue)  \(comparison.id)"] + comparison.differences.map { "  \($0)" }
        StandardStreams.writeError(lines.joined(separator: "\n") + "\n")
    }
}
