/// Finds the fenced code of a Markdown text (CommonMark 0.31, section 4.5), with the liberties that chat models take:
/// fences inside lists, after prose on the same line, closed at the end of a code line, or never closed.
struct FenceReader {
    private let lines: [Substring]
    /// Line number of the first line.
    private let firstLine: Int
    private var blocks: [CodeBlock] = []

    private struct Opening {
        var indentation: Int
        var mark: Character
        var length: Int
        var info: Substring
        var line: Int
    }

    static func blocks(in lines: [Substring], firstLine: Int) -> [CodeBlock] {
        var reader = FenceReader(lines: lines, firstLine: firstLine)
        reader.read()
        return reader.blocks
    }

    private init(lines: [Substring], firstLine: Int) {
        self.lines = lines
        self.firstLine = firstLine
    }

    private mutating func read() {
        var opening: Opening?
        for (index, line) in lines.enumerated() {
            guard let open = opening else {
                opening = Self.opening(line, at: index) ?? Self.openingAfterProse(line, at: index)
                continue
            }
            if Self.closes(line, open) {
                add(open, end: index, last: nil, isClosed: true)
                opening = nil
            } else if let rest = Self.codeBeforeClosing(line, open) {
                add(open, end: index, last: rest, isClosed: true)
                opening = nil
            } else if endsDocument(before: index), let next = Self.opening(line, at: index), CodeLanguage.isPageLabel(Self.label(next.info)) {
                add(open, end: index, last: nil, isClosed: true)
                opening = next
            }
        }
        if let open = opening { add(open, end: lines.count, last: nil, isClosed: false) }
    }

    // MARK: Lines

    private static func opening(_ line: Substring, at index: Int) -> Opening? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
        let length = text.prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        let info = text.dropFirst(length).trimmed
        if mark == "`", info.contains("`") { return nil }
        return Opening(indentation: line.count - text.count, mark: mark, length: length, info: info, line: index)
    }

    /// "Here is the game: ```html" opens a fence too, if the word is one of a page's languages.
    private static func openingAfterProse(_ line: Substring, at index: Int) -> Opening? {
        let text = line.trimmed
        guard let mark = text.lastIndex(of: "`"), CodeLanguage.isPageLabel(text[text.index(after: mark)...]) else { return nil }
        let before = text[...mark]
        let length = before.reversed().prefix { $0 == "`" }.count
        guard length >= 3, !before.dropLast(length).contains("`") else { return nil }
        return Opening(indentation: 0, mark: "`", length: length, info: text[text.index(after: mark)...], line: index)
    }

    private static func closes(_ line: Substring, _ opening: Opening) -> Bool {
        let text = line.trimmed
        return text.count >= opening.length && text.allSatisfy { $0 == opening.mark }
    }

    /// The code of a line such as `</html>` with the closing fence right behind it.
    private static func codeBeforeClosing(_ line: Substring, _ opening: Opening) -> Substring? {
        let text = line.trimmed
        guard text.hasSuffix(String(repeating: opening.mark, count: opening.length)) else { return nil }
        let code = text.dropLast(opening.length)
        return code.lowercased().hasSuffix("</html>") ? code : nil
    }

    /// Whether the last line with anything on it ends a document, so that a new fence can only be the next block's.
    private func endsDocument(before index: Int) -> Bool {
        guard let last = lines[..<index].last(where: { !$0.trimmed.isEmpty }) else { return false }
        return last.trimmed.lowercased().hasSuffix("</html>")
    }

    // MARK: Blocks

    private static func label(_ info: Substring) -> String {
        let word = info.drop { "{.".contains($0) }.prefix { $0.isLetter || $0.isNumber || "+#-_.".contains($0) }
        return CodeLanguage.kind(ofFile: word) == nil ? String(word) : ""
    }

    private mutating func add(_ opening: Opening, end: Int, last: Substring?, isClosed: Bool) {
        var code = lines[(opening.line + 1)..<max(end, opening.line + 1)].map { Self.strip(opening.indentation, from: $0) }
        if let last { code.append(last) }
        let label = Self.label(opening.info)
        let line = firstLine + opening.line + 1
        let text = SourceLines.text(code)
        let fileName = fileName(opening, label: label, text: text)
        let kind = CodeLanguage.kind(label: label, fileName: fileName, text: text)
        if kind == .markdown, isClosed {
            blocks += FenceReader.blocks(in: code, firstLine: line)
        } else if !text.trimmed.isEmpty {
            blocks.append(CodeBlock(kind: kind, fileName: fileName, text: text, firstLine: line, isClosed: isClosed))
        }
    }

    private func fileName(_ opening: Opening, label: String, text: String) -> String? {
        if let name = FileNameHint.inInfo(opening.info) { return name }
        let kind = label.isEmpty ? nil : CodeLanguage.kind(label: label, fileName: nil, text: text)
        let before = lines[max(0, opening.line - 2)..<opening.line].last { !$0.trimmed.isEmpty }
        if let before, Self.opening(before, at: 0) == nil, let name = FileNameHint.inHeading(before, kind: kind) { return name }
        return FileNameHint.inFirstLine(of: text)
    }

    private static func strip(_ indentation: Int, from line: Substring) -> Substring {
        guard indentation > 0 else { return line }
        let blanks = line.prefix(indentation).prefix { $0 == " " || $0 == "\t" }.count
        return line.dropFirst(blanks)
    }
}
