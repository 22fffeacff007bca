import Scenarios

/// What models can do, point by point, as Markdown: each model's verdicts, what its games die of, and its checks.
public struct Scorecard {
    private struct Key: Hashable {
        var rules: String
        var model: String
    }

    private var tally = Tally()
    private let ks: [Int]
    /// The first submission of each kind of failure, in the words of its headline.
    private var examples: [Key: [FailureKind: String]] = [:]
    /// The first sentence that says how each check failed.
    private var details: [Key: [String: String]] = [:]

    /// - Parameter ks: for which k pass@k is given.
    public init(ks: [Int]) {
        self.ks = ks
    }

    public mutating func add(_ record: ResultRecord) {
        tally.add(record)
        let key = Key(rules: record.rules, model: ModelTally(rules: record.rules, model: record.model).name)
        if let failure = record.failure, examples[key]?[failure] == nil {
            examples[key, default: [:]][failure] = "\(record.id): \(record.headline ?? record.verdict.rawValue)"
        }
        for finding in record.checks where finding.status == .fail && details[key]?[finding.id] == nil {
            details[key, default: [:]][finding.id] = finding.detail
        }
    }

    public var markdown: String {
        tally.rulebooks.map { rules in
            let models = tally.models(rules: rules)
            return ([overview(rules, models)] + models.map(section)).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func overview(_ rules: String, _ models: [ModelTally]) -> String {
        let known = ks.filter { k in models.contains { $0.passAt(k) != nil } }
        let head = ["model", "submissions"] + Verdict.allCases.map(\.rawValue) + known.map { "pass@\($0)" } + ["dies of"]
        let rows = models.map { model in
            let causes = Self.causes(of: model).map { "\($0.kind.rawValue) \($0.count)" }
            return [model.name, String(model.submissions)] + Verdict.allCases.map { TallyTable.percent(model.share(of: $0)) }
                + known.map { model.passAt($0).map(TallyTable.percent) ?? "–" } + [causes.isEmpty ? "–" : causes.joined(separator: ", ")]
        }
        let differences = tally.differences(rules: rules).map {
            "- `\($0.id)`: \($0.better) \(TallyTable.percent($0.betterPasses)), \($0.worse) \(TallyTable.percent($0.worsePasses)), "
                + TallyTable.chance($0.probability)
        }
        let apart = differences.isEmpty ? [] : ["", "What tells models apart (Fisher's exact test with Holm's correction):", ""] + differences
        return (["# \(rules)", ""] + Self.table([head] + rows) + apart).joined(separator: "\n") + "\n"
    }

    private func section(_ model: ModelTally) -> String {
        let key = Key(rules: model.rules, model: model.name)
        var lines = ["## \(model.name)", ""]
        lines += Self.causes(of: model).map { "- \($0.kind.rawValue) (\($0.count)), as \(examples[key]?[$0.kind] ?? "")" }
        if !model.failures.isEmpty { lines.append("") }
        let rows = model.checks.map { check in
            [Self.mark(check), "`\(check.id)`", check.level.rawValue, TallyTable.percent(check.passes), Self.remark(check, details[key]?[check.id])]
        }
        return (lines + Self.table([["", "check", "level", "passes", "how it fails"]] + rows)).joined(separator: "\n") + "\n"
    }

    private static func causes(of model: ModelTally) -> [(kind: FailureKind, count: Int)] {
        let counted = FailureKind.allCases.map { ($0, model.failures[$0, default: 0]) }.filter { $0.1 > 0 }
        return counted.sorted { $0.1 > $1.1 }.map { (kind: $0.0, count: $0.1) }
    }

    /// One sign for a check: always, never, or now and then.
    private static func mark(_ check: ModelTally.Check) -> String {
        guard let rate = check.passes.rate else { return "?" }
        return rate == 1 ? "✓" : rate == 0 ? (check.absent == check.passes.total ? "–" : "✗") : "~"
    }

    private static func remark(_ check: ModelTally.Check, _ detail: String?) -> String {
        var parts: [String] = []
        if check.absent > 0 { parts.append("\(check.absent) without it") }
        if let detail { parts.append(detail) }
        return parts.joined(separator: "; ")
    }

    private static func table(_ rows: [[String]]) -> [String] {
        var lines = rows.map { row in
            "| " + row.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
        }
        lines.insert("|" + String(repeating: "---|", count: rows.first?.count ?? 0), at: 1)
        return lines
    }
}
