/// The reporters by the name that options give them.
public enum ReporterName: String, Sendable, CaseIterable {
    case list, line, jsonl, junit, github, html, feedback

    public func reporter(writingTo sink: any ReportSink, context: ReporterContext = ReporterContext()) -> any Reporter {
        switch self {
        case .list: ListReporter(sink)
        case .line: LineReporter(sink)
        case .jsonl: JSONLinesReporter(sink, evidence: context.evidence)
        case .junit: JUnitReporter(sink)
        case .github: GitHubReporter(sink)
        case .html: HTMLReporter(sink, folder: context.folder)
        case .feedback: FeedbackReporter(sink, context: context)
        }
    }
}
