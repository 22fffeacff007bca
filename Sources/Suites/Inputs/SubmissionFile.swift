import Foundation
import WebPage

/// A file that is one submission: a page, a script, or a model's answer.
struct SubmissionFile {
    let path: String
    let limits: InputLimits

    enum Format {
        case page, script, answer, jsonLines
    }

    static func fileExtension(of path: String) -> String {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The format that a file's name promises; nil for names that promise nothing.
    static func format(ofName path: String) -> Format? {
        switch fileExtension(of: path) {
        case "html", "htm", "xhtml": .page
        case "js", "mjs": .script
        case "md", "markdown", "txt": .answer
        case "jsonl", "ndjson": .jsonLines
        default: nil
        }
    }

    /// The format of text without a name that promises one.
    static func format(ofText text: String) -> Format {
        let start = text.trimmed.prefix(2_000)
        if start.hasPrefix("{"), start.contains("\"completion\"") || start.contains("\"task_id\"") || start.contains("\"solution\"") {
            return .jsonLines
        }
        return CodeLanguage.isDocumentStart(start) ? .page : .answer
    }

    static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    func load(id: String) throws(InputError) -> Submission {
        switch Self.format(ofName: path) {
        case .page:
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            let contents = try PageFolder(path: folder, limits: limits).contents(following: Self.lastComponent(path))
            guard !contents.page.html.trimmed.isEmpty else { throw Self.emptyPage(path) }
            return Submission(id: id, source: path, page: contents.page, notes: contents.notes)
        case .script:
            let script = try InputFile(path: path).text(atMost: limits.pageBytes)
            guard !script.trimmed.isEmpty else { throw Self.emptyPage(path) }
            return Submission(id: id, source: path, page: ScriptPage.page(runningFile: Self.lastComponent(path), script: script))
        default:
            let text = try InputFile(path: path).text(atMost: limits.pageBytes)
            return try Self.submission(of: text, id: id, source: path, name: Self.lastComponent(path))
        }
    }

    /// A submission of text whose format only shows in the text.
    static func submission(of text: String, id: String, source: String, name: String) throws(InputError) -> Submission {
        if format(ofText: text) == .page, format(ofName: name) == nil {
            return Submission(id: id, source: source, page: PageSource(html: text, name: name))
        }
        let answer = try AnswerReader.read(text, name: name, place: source)
        return Submission(id: id, source: source, page: answer.page, notes: answer.notes)
    }

    static func emptyPage(_ path: String) -> InputError {
        InputError("the file is empty", at: path, remedy: "Give a page, a script or an answer with the game's code in it.")
    }
}
