import Scenarios

/// For each submission a text that its author, a person or a model, can act on.
public final class FeedbackReporter: Reporter {
    private let sink: any ReportSink
    private let context: ReporterContext
    private var count = 0

    public init(_ sink: any ReportSink, context: ReporterContext) {
        self.sink = sink
        self.context = context
    }

    public func begin(total: Int?) {}

    public func record(_ record: ResultRecord) {
        let text = Feedback(record, titles: context.titles, sourceLines: context.sourceLines(record)).text
        sink.write("\(count == 0 ? "" : "\n")== \(record.id)\n\(text)\n")
        count += 1
    }

    public func end(_ summary: RunSummary) {}
}
