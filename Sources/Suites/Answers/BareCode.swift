import Foundation
import WebPage

/// Code that an answer gives without fences.
enum BareCode {
    static func answer(in lines: [Substring], name: String) -> AnswerReader.Answer? {
        document(in: lines, name: name) ?? script(in: lines, name: name)
    }

    /// From `<!DOCTYPE html>` or `<html` to the last `</html>`.
    private static func document(in lines: [Substring], name: String) -> AnswerReader.Answer? {
        let text = SourceLines.text(lines)
        if let first = lines.firstIndex(where: { startOfDocument(in: $0) != nil }) {
            var code = Array(lines[first...])
            code[0] = code[0][startOfDocument(in: lines[first])!...]
            let end = code.lastIndex { $0.lowercased().contains("</html>") }
            if let end {
                let line = code[end]
                code = Array(code[...end])
                code[end] = line[..<endOfDocument(in: line)]
            }
            let page = PageSource(html: SourceLines.text(code), name: name, firstLine: first + 1)
            return AnswerReader.Answer(page: page, notes: end == nil ? [Notes.cutOff] : [])
        }
        guard CodeLanguage.guess(text) == .html else { return nil }
        return AnswerReader.Answer(page: PageSource(html: text, name: name), notes: [])
    }

    private static func startOfDocument(in line: Substring) -> Substring.Index? {
        ["<!doctype html", "<html"].compactMap { line.range(of: $0, options: .caseInsensitive)?.lowerBound }.min()
    }

    private static func endOfDocument(in line: Substring) -> Substring.Index {
        line.range(of: "</html>", options: [.caseInsensitive, .backwards])?.upperBound ?? line.endIndex
    }

    private static func script(in lines: [Substring], name: String) -> AnswerReader.Answer? {
        let text = SourceLines.text(lines)
        guard CodeLanguage.isBareScript(text) else { return nil }
        return AnswerReader.Answer(page: ScriptPage.page(running: text, name: name, firstLine: 1), notes: [])
    }
}
