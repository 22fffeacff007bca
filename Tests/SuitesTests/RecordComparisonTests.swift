import Scenarios
import Testing

@testable import Suites

@Suite("A baseline's comparison")
struct RecordComparisonTests {
    private func record(_ verdict: Verdict, _ checks: [(String, CheckStatus)], columns: Int = 10, digest: String? = nil) -> ResultRecord {
        var record = ResultRecord(
            id: "a", source: "a", verdict: verdict,
            checks: checks.map { Finding(id: $0.0, status: $0.1, level: .should, category: .logic, detail: "d") },
            observed: ObservedFacts(columns: columns))
        record.traceDigest = digest
        return record
    }

    private func compare(_ before: ResultRecord, _ now: ResultRecord) -> RecordComparison { RecordComparison(before: before, now: now) }

    @Test func `what held and doesn't any more is a regression, whatever got better`() {
        let comparison = compare(record(.flawed, [("moves", .fail), ("ghost", .pass)]), record(.flawed, [("moves", .pass), ("ghost", .absent)]))
        #expect(comparison.outcome == .regressed)
        #expect(comparison.differences == ["ghost: pass → absent (d)", "moves: fail → pass (d)"])
        #expect(compare(record(.plays, []), record(.broken, [])).outcome == .regressed)
    }

    @Test func `what holds now is fixed`() {
        #expect(compare(record(.flawed, [("moves", .fail)]), record(.plays, [("moves", .pass)])).outcome == .fixed)
        #expect(compare(record(.flawed, [("moves", .absent)]), record(.flawed, [("moves", .pass)])).outcome == .fixed)
    }

    @Test func `other facts, statuses and pictures are changes`() {
        #expect(compare(record(.plays, []), record(.plays, [], columns: 12)).differences == ["columns: 10 → 12"])
        #expect(compare(record(.plays, [("hold", .fail)]), record(.plays, [("hold", .unknown)])).outcome == .changed)
        #expect(compare(record(.plays, [], digest: "1"), record(.plays, [], digest: "2")).differences == ["a recorded session differs from frame to frame"])
        #expect(compare(record(.plays, [], digest: "1"), record(.plays, [])).outcome == .same)
        #expect(compare(record(.unknown, []), record(.plays, [])).outcome == .changed)
    }

    @Test func `facts are told in words, those that are gone too`() {
        var before = record(.plays, [])
        before.observed.controls = ["hard": " "]
        before.observed.gravityMs = [600, 500]
        #expect(compare(before, record(.plays, [])).differences == ["controls: hard Space → none", "gravityMs: 600, 500 → none"])
    }

    @Test func `what can't be judged any more is neither better nor worse`() {
        #expect(compare(record(.plays, [("moves", .pass)]), record(.unknown, [])).outcome == .unjudged)
    }
}
