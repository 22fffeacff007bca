import Foundation

/// What belongs to a document among an answer's other blocks, and where it goes.
struct PageParts {
    private let document: CodeBlock
    /// Files that the document or one of its files asks for, by the path it asks with.
    private(set) var files: [String: Data] = [:]
    /// Blocks that go into the document itself, in the order of the answer.
    private var insertions: [CodeBlock] = []
    /// Names of the files that hold those of them that can't stand inside the document, by first line.
    private var insertedFiles: [Int: String] = [:]
    /// All blocks that the page is made of.
    private(set) var used: [CodeBlock]

    init(document: CodeBlock, others: [CodeBlock], pages: [CodeBlock]) {
        self.document = document
        used = [document]
        takeFiles(from: others, pages: pages)
        insertStylesAndScripts(from: others)
    }

    /// Scripts that are the answer rather than an illustration of it: those with a file's name, or else the last one
    /// that is at least half as long as the longest.
    static func relevant(_ scripts: [CodeBlock]) -> [CodeBlock] {
        let named = scripts.filter { $0.fileName != nil }
        if !named.isEmpty {
            let last = Dictionary(named.map { ($0.fileName!, $0) }, uniquingKeysWith: { $1 })
            return named.filter { last[$0.fileName!] == $0 }
        }
        let longest = scripts.map(\.text.utf8.count).max() ?? 0
        return scripts.last { $0.text.utf8.count * 2 >= longest }.map { [$0] } ?? []
    }

    // MARK: Files

    /// Gives every local file that is asked for its block: by name, or else the next nameless one of its kind.
    private mutating func takeFiles(from others: [CodeBlock], pages: [CodeBlock]) {
        var nameless = others.filter { $0.fileName == nil }
        var texts = [document.text]
        while let text = texts.popLast() {
            for path in LocalReferences.paths(in: text) where files[path] == nil {
                guard let block = take(path, from: others, nameless: &nameless) else { continue }
                files[path] = Data(block.text.utf8)
                used.append(block)
                texts.append(block.text)
            }
        }
        for page in pages where page != document {
            if let name = page.fileName, document.text.contains(name) { files[name] = Data(page.text.utf8) }
        }
    }

    private func take(_ path: String, from others: [CodeBlock], nameless: inout [CodeBlock]) -> CodeBlock? {
        if let block = others.last(where: { $0.fileName == path }) { return block }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        if let block = others.last(where: { $0.fileName?.split(separator: "/").last.map(String.init) == file }) { return block }
        guard let kind = CodeLanguage.kind(ofFile: path), kind == .css || kind == .script,
            let index = nameless.firstIndex(where: { $0.kind == kind })
        else { return nil }
        return nameless.remove(at: index)
    }

    // MARK: Insertions

    /// A document without a script of its own wants the answer's scripts, one without a style its styles; in any
    /// other case further blocks only illustrate what the document already has.
    private mutating func insertStylesAndScripts(from others: [CodeBlock]) {
        let rest = others.filter { !used.contains($0) }
        var chosen: [CodeBlock] = []
        if !hasOwn("<style"), !used.contains(where: { $0.kind == .css }) { chosen += rest.filter { $0.kind == .css } }
        if !hasOwn("<script"), !used.contains(where: { $0.kind == .script }) { chosen += Self.relevant(rest.filter { $0.kind == .script }) }
        insertions = chosen.sorted { $0.firstLine < $1.firstLine }
        used += insertions
        for block in insertions where block.kind == .script && mustBeFile(block) {
            let file = "script-\(block.firstLine).js"
            insertedFiles[block.firstLine] = file
            files[file] = Data((String(repeating: "\n", count: block.firstLine - 1) + block.text).utf8)
        }
    }

    /// A script that would end its element, or that stands above the document, can't keep its lines inside it.
    private func mustBeFile(_ block: CodeBlock) -> Bool {
        !ScriptElement.canHold(block.text) || block.firstLine < document.firstLine
    }

    /// Whether the document has an element of this kind with contents of its own, rather than a reference to a file.
    private func hasOwn(_ tag: String) -> Bool {
        document.text.lowercased().components(separatedBy: tag).dropFirst().contains { part in
            guard let end = part.firstIndex(of: ">"), !part[..<end].contains("src=") else { return false }
            return !part[part.index(after: end)...].trimmed.hasPrefix("</")
        }
    }

    /// The document with its insertions at the end of its body, each at the line where it stands in the answer.
    func html() -> String {
        guard !insertions.isEmpty else { return document.text }
        let end = endOfBody
        var text = LineKeepingText(String(document.text[..<end]), firstLine: document.firstLine)
        for block in insertions {
            if let file = insertedFiles[block.firstLine] {
                text.append(ScriptElement.reference(to: file, script: block.text))
            } else {
                let isScript = block.kind == .script
                text.append((isScript ? ScriptElement.openingTag(for: block.text) : "<style>") + "\n", atLine: block.firstLine - 1)
                text.append(block.text + (isScript ? "\n</script>" : "\n</style>"))
            }
        }
        text.append(String(document.text[end...]))
        return text.text
    }

    private var endOfBody: String.Index {
        for tag in ["</body>", "</html>"] {
            if let range = document.text.range(of: tag, options: [.caseInsensitive, .backwards]) { return range.lowerBound }
        }
        return document.text.endIndex
    }
}
