import Scenarios

/// Tallies as a table for the terminal, a column a model.
public struct TallyTable {
    private let tally: Tally
    private let ks: [Int]

    /// - Parameter ks: for which k pass@k is given.
    public init(_ tally: Tally, ks: [Int]) {
        self.tally = tally
        self.ks = ks
    }

    public var text: String {
        tally.rulebooks.map { rules in
            let models = tally.models(rules: rules)
            let table = TextTable.lines([[rules] + models.map(\.name)] + rows(models))
            return (table + differences(rules)).joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    private func rows(_ models: [ModelTally]) -> [[String]] {
        func row(_ name: String, _ cell: (ModelTally) -> String) -> [String] { [name] + models.map(cell) }
        var rows = [row("submissions") { String($0.submissions) }]
        rows += Verdict.allCases.map { verdict in row("  \(verdict.rawValue)") { Self.percent($0.share(of: verdict)) } }
        rows += ks.filter { k in models.contains { $0.passAt(k) != nil } }.map { k in
            row("pass@\(k)") { $0.passAt(k).map(Self.percent) ?? "–" }
        }
        let kinds = FailureKind.allCases.filter { kind in models.contains { $0.failures[kind] != nil } }
        if !kinds.isEmpty { rows.append(["failures"]) }
        rows += kinds.map { kind in row("  \(kind.rawValue)") { String($0.failures[kind, default: 0]) } }
        for level in CheckLevel.allCases {
            let ids = Self.ids(models, level)
            if !ids.isEmpty { rows.append(["\(level.rawValue) checks passed"]) }
            rows += ids.map { id in
                row("  \(id)") { model in model.checks.first { $0.id == id }.map { Self.percent($0.passes) } ?? "–" }
            }
        }
        return rows
    }

    private static func ids(_ models: [ModelTally], _ level: CheckLevel) -> [String] {
        let ids = Set(models.flatMap(\.checks).filter { $0.level == level }.map(\.id))
        return ids.sorted { (CheckTable.tetris.position(of: $0), $0) < (CheckTable.tetris.position(of: $1), $1) }
    }

    private func differences(_ rules: String) -> [String] {
        guard tally.models(rules: rules).count > 1 else { return [] }
        let found = tally.differences(rules: rules)
        guard !found.isEmpty else { return ["", "No check tells two of the models apart (Fisher's exact test with Holm's correction)."] }
        return ["", "What tells models apart (Fisher's exact test with Holm's correction)"] + TextTable.lines(
            found.map { found in
                let rates = [(found.better, found.betterPasses), (found.worse, found.worsePasses)].map { "\($0) \(Self.percent($1))" }
                return ["  \(found.id)"] + rates + [Self.chance(found.probability)]
            })
    }

    /// As `p = 0.012`.
    static func chance(_ probability: Double) -> String {
        probability < 0.001 ? "p < 0.001" : "p = \(shortNumber((probability * 1000).rounded() / 1000))"
    }

    /// As `64 %`.
    static func percent(_ rate: Double) -> String {
        "\(shortNumber((rate * 1000).rounded() / 10)) %"
    }

    /// With the interval, as `64 % (55–72)`.
    static func percent(_ proportion: Proportion) -> String {
        guard let rate = proportion.rate, let interval = proportion.interval else { return "–" }
        return "\(percent(rate)) (\(Int((interval.lowerBound * 100).rounded()))–\(Int((interval.upperBound * 100).rounded())))"
    }
}
