import Foundation
import Scenarios

extension Agreement {
    /// The rates, a table of verdicts expected and given, the checks, and every disagreement.
    public var text: String {
        var lines = [sentence, ""] + confusionLines + [""]
        if !checks.isEmpty { lines += checkLines + [""] }
        lines += disagreementLines
        if !unjudged.isEmpty { lines += ["no result for: \(unjudged.joined(separator: " "))"] }
        if !unlabelled.isEmpty { lines += ["not in the key: \(unlabelled.joined(separator: " "))"] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var sentence: String {
        "\(right) of \(pairs.count) verdicts are right (\(Self.rate(right, of: pairs.count))); \(wrongPlays) wrong plays, \(undecided) undecided"
    }

    private var confusionLines: [String] {
        let verdicts = Verdict.allCases
        let head = "expected".padded(to: 10) + verdicts.map { $0.rawValue.padded(before: 9) }.joined() + "  given"
        return [head] + verdicts.compactMap { expected in
            let counts = verdicts.map { count(expected: expected, given: $0) }
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            return expected.rawValue.padded(to: 10) + counts.map { String($0).padded(before: 9) }.joined()
        }
    }

    private var checkLines: [String] {
        let rows = checks.map { [$0.id, $0.level.rawValue, String($0.right), String($0.total), Self.rate($0.right, of: $0.total)] }
        let width = checks.map(\.id.count).max() ?? 0
        return ([["check", "level", "right", "of", "rate"]] + rows).map { row in
            row[0].padded(to: width + 2) + row[1].padded(to: 9) + row[2].padded(before: 6) + row[3].padded(before: 6) + row[4].padded(before: 9)
        }
    }

    private var disagreementLines: [String] {
        pairs.flatMap { pair -> [String] in
            let checks = Self.checkDisagreements(of: pair)
            guard !pair.isRight || !checks.isEmpty else { return [] }
            let record = pair.record
            let failure = record.failure.map { " (\($0.rawValue))" } ?? ""
            let accepted = Verdict.allCases.filter(pair.key.accepted.contains).map(\.rawValue).joined(separator: " or ")
            let verdict = pair.isRight ? "is right" : "the key says \(accepted)"
            let lines = ["\(record.id)  \(record.verdict.rawValue)\(failure), \(verdict)\(record.headline.map { "  \($0)" } ?? "")"]
            return lines + checks.map { "  " + $0 }
        }
    }

    private static func checkDisagreements(of pair: Pair) -> [String] {
        CheckTable.tetris.checks.compactMap { check in
            guard let expected = pair.key.checks[check.id] else { return nil }
            guard holds(check.id, in: pair.record) != expected else { return nil }
            let finding = pair.record.checks.first { $0.id == check.id }
            let said = finding.map { "\($0.status.rawValue)\($0.detail.map { " (\($0))" } ?? "")" } ?? "not tried"
            return "\(check.id): \(said), the key says it \(expected ? "holds" : "doesn't hold")"
        }
    }

    /// In a hundred, with one decimal; never rounded up to 100.
    private static func rate(_ part: Int, of total: Int) -> String {
        guard total > 0 else { return "–" }
        return String(format: "%.1f %%", (Double(part) / Double(total) * 1000).rounded(.down) / 10)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate func padded(before width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
