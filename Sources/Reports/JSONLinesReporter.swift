import Scenarios

/// One result record a line, nothing else.
public final class JSONLinesReporter: Reporter {
    private let sink: any ReportSink
    private let evidence: Bool

    /// - Parameter evidence: whether a record says what each failed check rests on.
    public init(_ sink: any ReportSink, evidence: Bool = false) {
        self.sink = sink
        self.evidence = evidence
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        sink.write(record.jsonLine(evidence: evidence) + "\n")
    }

    public func end(_ summary: RunSummary) {}
}
