import Foundation
import WebPage

/// Makes one page of an answer's blocks of code: the document, the files it asks for, and the styles and scripts that
/// only make sense inside it.
struct PageComposer {
    private let blocks: [CodeBlock]
    private let name: String

    init(blocks: [CodeBlock], name: String) {
        self.blocks = blocks
        self.name = name
    }

    /// The page, or nil when there is neither a document nor a script.
    func answer() -> AnswerReader.Answer? {
        let pages = blocks.filter { $0.kind == .html }
        guard let (document, isJoined) = mainDocument(of: pages) else { return scriptAnswer() }
        let parts = PageParts(document: document, others: blocks.filter { $0.kind != .html }, pages: pages)
        var notes: [String] = []
        let whole = pages.filter { CodeLanguage.isDocumentStart($0.text) }
        if whole.count > 1, !isJoined { notes.append(Notes.severalPages(whole.count)) }
        if parts.used.contains(where: Self.isCutOff) { notes.append(Notes.cutOff) }
        let page = PageSource(html: parts.html(), name: name, files: parts.files, firstLine: document.firstLine)
        return AnswerReader.Answer(page: page, notes: notes)
    }

    /// Code without its closing fence, unless it is a document that is complete as it is.
    static func isCutOff(_ block: CodeBlock) -> Bool {
        !block.isClosed && !block.text.trimmed.suffix(8).lowercased().hasSuffix("</html>")
    }

    /// The last document that is at least half as long as the longest: a model that shows its game twice means the
    /// second one, and a short example after the game is no game. A document given in two parts is put together.
    private func mainDocument(of pages: [CodeBlock]) -> (CodeBlock, isJoined: Bool)? {
        if let index = pages.lastIndex(where: { $0.fileName?.lowercased() == "index.html" }) { return (pages[index], false) }
        let whole = pages.filter { CodeLanguage.isDocumentStart($0.text) }
        if whole.count == 1, let joined = continued(whole[0], in: pages) { return (joined, true) }
        let candidates = whole.isEmpty ? pages : whole
        guard let longest = candidates.map(\.text.utf8.count).max() else { return nil }
        return candidates.last { $0.text.utf8.count * 2 >= longest }.map { ($0, false) }
    }

    /// The document with the block that goes on where it stops, blank lines between them for what stood there.
    private func continued(_ start: CodeBlock, in pages: [CodeBlock]) -> CodeBlock? {
        func isEnded(_ block: CodeBlock) -> Bool { block.text.containsIgnoringCase("</html>") }
        guard !isEnded(start), let end = pages.first(where: { $0.firstLine > start.firstLine && isEnded($0) }) else { return nil }
        var text = LineKeepingText(start.text, firstLine: start.firstLine)
        text.append(end.text, atLine: end.firstLine)
        var joined = start
        joined.text = text.text
        joined.isClosed = true
        return joined
    }

    // MARK: Answers without a document

    private func scriptAnswer() -> AnswerReader.Answer? {
        let scripts = PageParts.relevant(blocks.filter { $0.kind == .script })
        guard let first = scripts.first else { return nil }
        let notes = scripts.contains(where: Self.isCutOff) ? [Notes.cutOff] : []
        if scripts.count == 1, !blocks.contains(where: { $0.kind == .css }) {
            return AnswerReader.Answer(page: ScriptPage.page(running: first.text, name: name, firstLine: first.firstLine), notes: notes)
        }
        let document = CodeBlock(kind: .html, text: "<!DOCTYPE html><html><body>", firstLine: 1, isClosed: true)
        let parts = PageParts(document: document, others: blocks.filter { $0.kind != .html }, pages: [])
        return AnswerReader.Answer(page: PageSource(html: parts.html(), name: name, files: parts.files), notes: notes)
    }
}
