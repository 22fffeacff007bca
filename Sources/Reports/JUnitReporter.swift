import Scenarios

/// JUnit's XML, which build servers show: a suite a submission, a case a check.
///
/// A must check that doesn't hold is a failure and one that could not be judged an error. Other checks never fail a
/// build: what they found is in the skipped case's message. Written as it comes, so that a long run takes no memory.
public final class JUnitReporter: Reporter {
    private let sink: any ReportSink

    public init(_ sink: any ReportSink) {
        self.sink = sink
    }

    /// The counts stand at each suite: those of the whole are known only at its end.
    public func begin(total: Int?) {
        sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"playproof\">\n")
    }

    public func record(_ record: ResultRecord) {
        sink.write(suite(record).joined(separator: "\n") + "\n")
    }

    public func end(_ summary: RunSummary) {
        sink.write("</testsuites>\n")
    }

    private func suite(_ record: ResultRecord) -> [String] {
        let name = Self.escaped(record.id)
        var lines = ["  <testsuite name=\"\(name)\" \(Self.counts(record.checks)) time=\"\(shortNumber(record.cpuSeconds))\">"]
        lines.append("    <properties>")
        lines += Self.properties(of: record).map { "      <property name=\"\($0.name)\" value=\"\(Self.escaped($0.value))\"/>" }
        lines.append("    </properties>")
        for finding in record.checks { lines += testCase(finding, suite: name) }
        return lines + ["  </testsuite>"]
    }

    private static func properties(of record: ResultRecord) -> [(name: String, value: String)] {
        let properties = [
            ("source", record.source), ("model", record.model), ("verdict", record.verdict.rawValue), ("failure", record.failure?.rawValue),
            ("reason", record.headline),
        ]
        return properties.compactMap { name, value in value.map { (name, $0) } }
    }

    private func testCase(_ finding: Finding, suite: String) -> [String] {
        let opening = "    <testcase classname=\"\(suite)\" name=\"\(Self.escaped(finding.id))\""
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
