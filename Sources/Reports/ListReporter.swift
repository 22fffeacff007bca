import Scenarios

/// The scorecard: verdict and reason, every must check, the others in short, evidence for what failed.
public final class ListReporter: Reporter {
    private let sink: any ReportSink
    private let style: TextStyle

    public init(_ sink: any ReportSink) {
        self.sink = sink
        style = TextStyle(hasColours: sink.isTerminal)
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        var lines = [verdictLine(record)]
        lines += errorLines(record)
        let width = record.checks.map(\.id.count).max() ?? 0
        for finding in record.checks where finding.level == .must {
            lines.append("  " + checkLine(finding, width))
            if finding.violatesMust { lines += evidenceLines(finding, under: record) }
        }
        for level in [CheckLevel.should, .guideline] {
            lines += compactLines(record.checks.filter { $0.level == level }, level, width)
        }
        lines += observedLine(record.observed)
        if let repair = record.repair { lines.append("  \(style.paint("repair", .dim))  \(repair.sentence)") }
        sink.write(lines.joined(separator: "\n") + "\n\n")
    }

    public func end(_ summary: RunSummary) {
        sink.write(summary.sentence + "\n")
    }

    private func verdictLine(_ record: ResultRecord) -> String {
        let failure = record.failure.map { " (\($0.rawValue))" } ?? ""
        let reason = record.headline.map { "  \($0)" } ?? ""
        return "\(style.paint(record.id, .bold))  \(style.verdict(record.verdict))\(failure)\(reason)"
    }

    /// Uncaught errors, unless the headline is the only one.
    private func errorLines(_ record: ResultRecord) -> [String] {
        let sentences = record.errors.map(\.sentence).filter { $0 != record.headline }
        let shown = sentences.prefix(3).map { "  \(style.paint("error", .dim))  \($0)" }
        return shown + (sentences.count > 3 ? ["         and \(sentences.count - 3) more"] : [])
    }

    private func checkLine(_ finding: Finding, _ width: Int) -> String {
        let name = finding.detail == nil ? finding.id : finding.id.padding(to: width)
        let time = finding.status == .pass ? "" : finding.at.map { "\(TextStyle.seconds($0))  " } ?? ""
        return "\(style.mark(of: finding)) \(name)\(finding.detail.map { "  \(time)\($0)" } ?? "")"
    }

    /// One line for a level, and one for each of its checks that failed or could not be judged.
    private func compactLines(_ findings: [Finding], _ level: CheckLevel, _ width: Int) -> [String] {
        guard !findings.isEmpty else { return [] }
        func names(_ status: CheckStatus) -> [String] { findings.filter { $0.status == status }.map(\.id) }
        var parts = ["\(names(.pass).count) of \(findings.count)"]
        if !names(.pass).isEmpty { parts.append("\(style.paint("✓", .green)) \(names(.pass).joined(separator: " "))") }
        if !names(.absent).isEmpty { parts.append("\(style.paint("–", .dim)) \(names(.absent).joined(separator: " "))") }
        let open = findings.filter { $0.status == .fail || $0.status == .unknown }
        return ["  \(level.rawValue) \(parts.joined(separator: "  "))"] + open.map { "    " + checkLine($0, width) }
    }

    private func evidenceLines(_ finding: Finding, under record: ResultRecord) -> [String] {
        guard let evidence = finding.evidence, isFirst(finding, in: record) else { return [] }
        let indent = "      "
        var lines: [String] = []
        if let expectation = evidence.expectation {
            lines.append("expected  \(expectation)\(evidence.place.map { style.paint("  (\($0))", .dim) } ?? "")")
        }
        let width = evidence.operands.map(\.source.count).max() ?? 0
        lines += evidence.operands.map { "  \($0.source.padding(to: min(width, 40)))  \($0.value)" }
        if !evidence.steps.isEmpty { lines.append("after     \(evidence.steps.joined(separator: ", "))") }
        var pictures: [(heading: String, text: String)] = []
        if let before = evidence.before { pictures.append(("before", before)) }
        if let after = evidence.after { pictures.append((evidence.before == nil ? "seen" : "then", after)) }
        // Before a playfield is known there is no picture of it.
        lines += SideBySide.lines(pictures.filter { !$0.text.isEmpty })
        return lines.map { $0.isEmpty ? "" : indent + $0 }
    }

    /// A game that doesn't start fails every check with the same evidence, which is shown once.
    private func isFirst(_ finding: Finding, in record: ResultRecord) -> Bool {
        record.checks.first { $0.violatesMust && $0.detail == finding.detail }?.id == finding.id
    }

    private func observedLine(_ observed: ObservedFacts) -> [String] {
        var parts: [String] = []
        if let columns = observed.columns, let rows = observed.rows { parts.append("\(columns) × \(rows)") }
        if let render = observed.render { parts.append(render) }
        if let start = observed.start { parts.append("start: \(start)") }
        let keys = observed.orderedControls.map { "\($0.name) \($0.key == " " ? "Space" : $0.key)" }
        if !keys.isEmpty { parts.append("keys: \(keys.joined(separator: ", "))") }
        if !observed.scoring.isEmpty {
            let points = observed.scoring.sorted { $0.key < $1.key }.map { shortNumber($0.value) }
            parts.append("points: \(points.joined(separator: "/"))")
        }
        if !observed.gravityMs.isEmpty { parts.append("ms a row: \(observed.gravityMs.map(shortNumber).joined(separator: " "))") }
        return parts.isEmpty ? [] : ["  \(style.paint("observed", .dim)) \(parts.joined(separator: "; "))"]
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
