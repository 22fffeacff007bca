/// The reporters by the name that options give them.
public enum ReporterName: String, Sendable, CaseIterable {
    case list, line, jsonl, junit, github

    public func reporter(writingTo sink: any ReportSink) -> any Reporter {
        switch self {
        case .list: ListReporter(sink)
        case .line: LineReporter(sink)
        case .jsonl: JSONLinesReporter(sink)
        case .junit: JUnitReporter(sink)
        case .github: GitHubReporter(sink)
        }
    }
}
