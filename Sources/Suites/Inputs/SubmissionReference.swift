/// A submission that was found and will be read when its turn comes, so that ten thousand don't fill the memory.
public struct SubmissionReference: Sendable {
    enum Origin: Sendable {
        case file(path: String)
        case folder(path: String, document: String)
        case line(path: String, JSONLinesFile.Line)
        /// Read already, from standard input.
        case loaded(Submission)
    }

    public internal(set) var id: String
    let origin: Origin
    /// The model that wrote it, where the input says so.
    var model: String?
    /// Whether the user named it, so that an error in it is his; one of many is judged instead.
    let isNamed: Bool
    let limits: InputLimits

    /// The submission.
    public func load() throws(InputError) -> Submission {
        var submission = isNamed ? try read() : Submission.reading(id: id, source: source, read)
        submission.model = model
        return submission
    }

    /// Where it comes from, as users know it.
    public var source: String {
        switch origin {
        case .file(let path): path
        case .folder(let path, let document): path + "/" + document
        case .line(let path, let line): "\(path):\(line.number)"
        case .loaded(let submission): submission.source
        }
    }

    private func read() throws(InputError) -> Submission {
        switch origin {
        case .file(let path):
            return try SubmissionFile(path: path, limits: limits).load(id: id)
        case .folder(let path, let document):
            let contents = try PageFolder(path: path, limits: limits).contents(document: document)
            guard !contents.page.html.trimmed.isEmpty else { throw SubmissionFile.emptyPage(source) }
            return Submission(id: id, source: source, page: contents.page, notes: contents.notes)
        case .line(let path, let line):
            return try JSONLinesFile(path: path, limits: limits).submission(at: line, id: id)
        case .loaded(var submission):
            submission.id = id
            return submission
        }
    }

    /// The submission's text as its author wrote it: an answer with all that stands around its code, or a document.
    public func text() throws(InputError) -> String {
        switch origin {
        case .file(let path): return try InputFile(path: path).text(atMost: limits.pageBytes)
        case .folder(let path, let document): return try InputFile(path: path + "/" + document).text(atMost: limits.pageBytes)
        case .line(let path, let line): return try JSONLinesFile(path: path, limits: limits).completion(at: line)
        // Of standard input only the page is kept; what stood above it counts for the lines alone.
        case .loaded(let submission): return String(repeating: "\n", count: max(0, submission.page.firstLine - 1)) + submission.page.html
        }
    }
}
