import Scenarios

/// Annotations for GitHub's workflows: an error for a submission that is flawed or broken, a warning for one that could
/// not be judged and for a should check that failed.
public final class GitHubReporter: Reporter {
    private let sink: any ReportSink

    public init(_ sink: any ReportSink) {
        self.sink = sink
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        let place = record.errors.first { $0.line != nil }
        switch record.verdict {
        case .plays: break
        case .unknown: write("warning", record, line: nil, title: "\(record.id): unknown", record.headline ?? "could not be judged")
        case .flawed, .broken:
            write(
                "error", record, line: place?.line, title: "\(record.id): \(record.verdict.rawValue)",
                record.headline ?? record.verdict.rawValue)
        }
        for finding in record.checks where finding.level == .should && finding.status == .fail && record.verdict == .plays {
            write("warning", record, line: nil, title: "\(record.id): \(finding.id)", finding.detail ?? "fails")
        }
    }

    public func end(_ summary: RunSummary) {
        sink.write(summary.sentence + "\n")
    }

    private func write(_ command: String, _ record: ResultRecord, line: Int?, title: String, _ message: String) {
        let lineProperty = line.map { ",line=\($0)" } ?? ""
        sink.write(
            "::\(command) file=\(Self.property(record.source))\(lineProperty),title=\(Self.property(title))::\(Self.message(message))\n")
    }

    /// The escapes of GitHub's workflow commands.
    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
