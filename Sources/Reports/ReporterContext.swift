import Scenarios

/// What reporters may know beyond the records.
public struct ReporterContext {
    /// Whether records are written with what each failed check rests on.
    public var evidence: Bool
    /// What a player expects, in a sentence, by check.
    public var titles: [String: String]
    /// For what is too much for one page of the HTML report; nil when there is only the sink.
    public var folder: (any ReportFolder)?
    /// The lines of a submission as its author wrote them; nil when they can't be had.
    public var sourceLines: (ResultRecord) -> [Substring]?

    public init(
        evidence: Bool = false, titles: [String: String] = [:], sourceLines: @escaping (ResultRecord) -> [Substring]? = { _ in nil }
    ) {
        self.evidence = evidence
        self.titles = titles
        self.sourceLines = sourceLines
    }
}
