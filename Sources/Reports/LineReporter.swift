import Scenarios

/// One line a submission.
public final class LineReporter: Reporter {
    private let sink: any ReportSink
    private let style: TextStyle
    private var total: Int?
    private var count = 0

    public init(_ sink: any ReportSink) {
        self.sink = sink
        style = TextStyle(hasColours: sink.isTerminal)
    }

    public func begin(total: Int?) {
        self.total = total
    }

    public func record(_ record: ResultRecord) {
        count += 1
        let progress = total.map { "[\(count)/\($0)] " } ?? ""
        let failure = record.failure.map { " (\($0.rawValue))" } ?? ""
        let reason = record.headline.map { "  \($0)" } ?? ""
        sink.write("\(progress)\(record.id)  \(style.verdict(record.verdict))\(failure)\(reason)\n")
    }

    public func end(_ summary: RunSummary) {
        sink.write(summary.sentence + "\n")
    }
}
