import Scenarios

/// One result record a line, nothing else.
public final class JSONLinesReporter: Reporter {
    private let sink: any ReportSink

    public init(_ sink: any ReportSink) {
        self.sink = sink
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        sink.write(record.jsonLine() + "\n")
    }

    public func end(_ summary: RunSummary) {}
}
