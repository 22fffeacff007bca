import Suites
import Traces

/// The submission that a trace was recorded of, or the one that takes its place.
enum RecordedSubmission {
    /// - Parameters:
    ///   - replacement: the path given with `--on`; nil for the recorded submission.
    ///   - path: the trace's, for errors.
    static func of(_ header: TraceHeader, replacement: String?, path: String) throws -> Submission {
        if let replacement { return try SubmissionReader().submission(at: replacement) }
        guard let page = SessionReplay.page(of: header) else {
            throw CommandFailure("the trace holds only the digest of its submission, \(header.name): \(path). Give the submission with --on FILE.")
        }
        return Submission(id: path, source: path, page: page)
    }
}
