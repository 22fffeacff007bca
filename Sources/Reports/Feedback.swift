import Scenarios

/// What is wrong with one submission, in plain words: what was done, what a player expects, what was seen and when, the
/// playfield before and after, the error with its source lines, and the kind of failure.
///
/// It speaks of the game as a player meets it. How the judge looks, measures and decides is left out: nothing here helps
/// a submission but becoming a game that plays.
public struct Feedback {
    /// The text is never longer, in characters.
    public static let lengthMax = 2000

    private let record: ResultRecord
    private let titles: [String: String]
    private let sourceLines: [Substring]?

    /// - Parameters:
    ///   - titles: what a player expects, by check.
    ///   - sourceLines: the submission's lines, as error places count them.
    public init(_ record: ResultRecord, titles: [String: String] = [:], sourceLines: [Substring]? = nil) {
        self.record = record
        self.titles = titles
        self.sourceLines = sourceLines
    }

    public var text: String {
        var text = LimitedText(lengthMax: Self.lengthMax)
        text.add(verdictLines)
        if record.verdict != .plays { for note in record.notes ?? [] { text.add(["Note: \(note)."]) } }
        for error in shownErrors { text.add(errorLines(error)) }
        let findings = shownFindings
        for (index, finding) in findings.enumerated() {
            let isAdded = text.add(lines(about: finding, isFirst: index == 0))
            // Better a fault without its pictures than none.
            if !isAdded, !text.add(lines(about: finding, isFirst: false, hasPictures: false)) {
                text.add(["And \(findings.count - index) more."])
                break
            }
        }
        return text.text
    }

    private var verdictLines: [String] {
        let kind = record.failure.map { " Kind of failure: \($0.rawValue) (\(Self.meaning(of: $0)))." } ?? ""
        switch record.verdict {
        case .plays: return ["The game plays." + (shownFindings.isEmpty ? " Nothing was found to be wrong." : " What could still be better:")]
        case .flawed: return ["The game can be played, but not as it should be." + kind]
        case .broken: return ["The game can't be played." + kind]
        case .unknown: return ["The game could not be judged: \(record.reason ?? "no reason is known")." + kind]
        }
    }

    private static func meaning(of kind: FailureKind) -> String {
        switch kind {
        case .syntax: "a script doesn't parse"
        case .runtime: "a script throws an error that stops the game"
        case .logic: "the game computes or shows the wrong thing"
        case .interaction: "it can't be started or doesn't answer its keys"
        case .performance: "it hangs, or runs at a speed that can't be played"
        case .resource: "it takes too much memory"
        }
    }

    // MARK: Errors

    /// The errors at load, each once.
    private var shownErrors: [SubmissionError] {
        var shown: [SubmissionError] = []
        for error in record.errors where !shown.contains(error) && shown.count < 3 { shown.append(error) }
        return shown
    }

    private func errorLines(_ error: SubmissionError) -> [String] {
        ["Error while the page loads: \(Self.short(error.sentence, 300))"] + (error.line.map(source(around:)) ?? [])
    }

    /// Two lines before the place and one after it.
    private func source(around line: Int) -> [String] {
        guard let sourceLines, sourceLines.indices.contains(line - 1) else { return [] }
        let range = max(1, line - 2)...min(sourceLines.count, line + 1)
        let width = String(range.upperBound).count
        return range.map { number in
            let label = String(number)
            let mark = number == line ? ">" : " "
            return " \(mark) \(String(repeating: " ", count: width - label.count))\(label) | \(Self.short(String(sourceLines[number - 1]), 110))"
        }
    }

    // MARK: Findings

    /// What is wrong, the worst first: what keeps the game from being played, then what every player expects.
    private var shownFindings: [Finding] {
        let wrong = record.checks.filter { $0.violatesMust || ($0.status == .fail && $0.level != .must) }
        let decisive = record.decisiveFinding
        let ordered = wrong.filter { $0 == decisive } + wrong.filter { $0 != decisive && $0.level == .must }
            + wrong.filter { $0.level == .should } + (record.verdict == .plays ? wrong.filter { $0.level == .guideline } : [])
        // Checks that fail for one and the same reason are one fault.
        var details: Set<String> = []
        return ordered.filter { finding in finding.detail.map { details.insert($0).inserted } ?? true }
    }

    private func lines(about finding: Finding, isFirst: Bool, hasPictures: Bool = true) -> [String] {
        let name = finding.id.replacing("_", with: " ")
        var lines = ["", "\(name): a player expects: \(titles[finding.id] ?? name)."]
        if isFirst, let steps = finding.evidence?.steps, !steps.isEmpty { lines.append("Done: \(Self.short(steps.joined(separator: ", "), 200)).") }
        let time = finding.at.map { " at \(TextStyle.seconds($0)) of the game" } ?? ""
        let seen = finding.status == .absent ? "the game doesn't have it" : finding.detail ?? "it doesn't hold"
        lines.append("Seen\(time): \(Self.short(seen, 300)).")
        if isFirst, let line = errorLine(in: seen) { lines += source(around: line) }
        if hasPictures, isFirst || finding.level == .must { lines += Self.pictures(finding.evidence) }
        return lines
    }

    /// The line that a sentence about an uncaught error names, unless it is shown already.
    private func errorLine(in sentence: String) -> Int? {
        guard let match = sentence.firstMatch(of: /uncaught .*line ([0-9]+)/), let line = Int(match.1) else { return nil }
        return shownErrors.contains { $0.line == line } ? nil : line
    }

    private static func pictures(_ evidence: Evidence?) -> [String] {
        var pictures: [(heading: String, text: String)] = []
        if let before = evidence?.before, !before.isEmpty { pictures.append(("before", before)) }
        if let after = evidence?.after, !after.isEmpty { pictures.append((pictures.isEmpty ? "the playfield" : "after", after)) }
        return SideBySide.lines(pictures)
    }

    private static func short(_ text: String, _ length: Int) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        return line.count <= length ? line : line.prefix(length - 1) + "…"
    }
}
