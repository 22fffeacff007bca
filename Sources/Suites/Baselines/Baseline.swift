import Scenarios

/// What submissions did when someone last said that it is right: a file of result records without their times.
public struct Baseline: Sendable {
    private let index: ResultsIndex

    public init(_ path: String) throws(InputError) {
        index = try ResultsIndex(path)
    }

    /// A record as a baseline keeps it: what the machine took for it says nothing about the game.
    public static func line(_ record: ResultRecord) -> String {
        var kept = record
        kept.cpuSeconds = 0
        kept.peakMemoryMB = 0
        return kept.jsonLine() + "\n"
    }

    public func comparison(with now: ResultRecord) throws(InputError) -> RecordComparison {
        guard let before = try index.record(of: now.id) else { return RecordComparison(id: now.id, outcome: .new) }
        return RecordComparison(before: before, now: now)
    }

    /// The submissions that are not among these any more, in the order of the baseline.
    public func gone(besides ids: Set<String>) -> [RecordComparison] {
        index.ids.filter { !ids.contains($0) }.map { RecordComparison(id: $0, outcome: .gone) }
    }
}
