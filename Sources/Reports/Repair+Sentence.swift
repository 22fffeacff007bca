import Scenarios

extension Repair {
    /// As ``if line 212 read `y > 0`: plays, with 9 of 13 should checks, not pause levels_up``.
    var sentence: String {
        "if \(condition): \(outcome)"
    }

    private var condition: String {
        let places = edits.prefix(2).map { edit in "\(edit.file.map { "\($0) " } ?? "")line \(edit.line) read `\(edit.code)`" }
        let rest = edits.count - places.count
        guard rest > 0 else { return places.joined(separator: " and ") }
        return places.joined(separator: ", ") + " and \(rest) more \(rest == 1 ? "place was" : "places were") repaired so"
    }

    private var outcome: String {
        let record = ResultRecord(id: "", source: "", verdict: verdict, failure: failure, reason: reason, checks: checks)
        guard verdict == .plays else {
            return "\(verdict.rawValue)\(failure.map { " (\($0.rawValue))" } ?? "")\(record.headline.map { ", \($0)" } ?? "")"
        }
        let should = checks.filter { $0.level == .should }
        let missed = should.filter { $0.status != .pass }.map(\.id)
        let without = missed.isEmpty ? "" : ", not \(missed.joined(separator: " "))"
        return should.isEmpty ? "plays" : "plays, with \(should.count - missed.count) of \(should.count) should checks\(without)"
    }
}
