import Scenarios

/// JUnit's XML, which build servers show: a suite a submission, a case a check.
///
/// A must check that doesn't hold is a failure and one that could not be judged an error. Other checks never fail a
/// build: what they found is in the skipped case's message.
public final class JUnitReporter: Reporter {
    private let sink: any ReportSink
    private var records: [ResultRecord] = []

    public init(_ sink: any ReportSink) {
        self.sink = sink
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        records.append(record)
    }

    public func end(_ summary: RunSummary) {
        let cases = records.flatMap(\.checks)
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            "<testsuites name=\"playproof\" \(Self.counts(cases)) time=\"\(shortNumber(summary.wallSeconds))\">",
        ]
        lines += records.flatMap(suite)
        lines.append("</testsuites>")
        sink.write(lines.joined(separator: "\n") + "\n")
    }

    private func suite(_ record: ResultRecord) -> [String] {
        let name = Self.escaped(record.id)
        var lines = ["  <testsuite name=\"\(name)\" \(Self.counts(record.checks)) time=\"\(shortNumber(record.cpuSeconds))\">"]
        lines.append("    <properties>")
        lines.append("      <property name=\"verdict\" value=\"\(record.verdict.rawValue)\"/>")
        if let headline = record.headline { lines.append("      <property name=\"reason\" value=\"\(Self.escaped(headline))\"/>") }
        lines.append("    </properties>")
        for finding in record.checks {
            lines += testCase(finding, file: Self.escaped(record.source), suite: name)
        }
        return lines + ["  </testsuite>"]
    }

    private func testCase(_ finding: Finding, file: String, suite: String) -> [String] {
        let opening = "    <testcase classname=\"\(suite)\" name=\"\(Self.escaped(finding.id))\" file=\"\(file)\""
        guard let element = Self.element(of: finding) else { return [opening + "/>"] }
        let message = Self.escaped(finding.detail ?? finding.status.rawValue)
        if element == "skipped" {
            return [
                opening + ">", "      <skipped message=\"\(finding.level.rawValue) \(finding.status.rawValue): \(message)\"/>",
                "    </testcase>",
            ]
        }
        let evidence = [finding.evidence?.expectation, finding.evidence?.after].compactMap { $0 }.joined(separator: "\n")
        let body = Self.escaped(evidence, keepingLines: true)
        return [
            opening + ">",
            "      <\(element) type=\"\(finding.category.rawValue)\" message=\"\(message)\">\(body)</\(element)>",
            "    </testcase>",
        ]
    }

    private static func element(of finding: Finding) -> String? {
        if finding.status == .pass { return nil }
        if finding.violatesMust { return "failure" }
        return finding.level == .must ? "error" : "skipped"
    }

    private static func counts(_ findings: [Finding]) -> String {
        let elements = findings.compactMap(element)
        func count(_ name: String) -> Int { elements.filter { $0 == name }.count }
        return "tests=\"\(findings.count)\" failures=\"\(count("failure"))\" errors=\"\(count("error"))\" skipped=\"\(count("skipped"))\""
    }

    /// Text for an attribute or an element. XML has no form for most control characters.
    static func escaped(_ text: String, keepingLines: Bool = false) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n" where keepingLines: escaped += "\n"
            case "\n": escaped += "&#10;"
            case "\t": escaped += keepingLines ? "\t" : "&#9;"
            case ..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
