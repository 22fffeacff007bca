/// File names that answers give their code, in the places where chat models put them.
enum FileNameHint {
    /// The name in what follows an opening fence: `html:index.html`, `js title="game.js"`, `index.html`.
    static func inInfo(_ info: some StringProtocol) -> String? {
        names(in: String(info)).first
    }

    /// The name in the line before the fence, as `**index.html**` or ``### `src/board.js` ``: the only one of the
    /// language that the fence is labelled with.
    static func inHeading(_ line: some StringProtocol, kind: CodeBlock.Kind?) -> String? {
        guard line.utf8.count <= 160 else { return nil }
        let candidates = names(in: String(line)).filter { kind == nil || CodeLanguage.kind(ofFile: $0) == kind }
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// The name in a comment that is the code's first line: `// game.js`, `/* style.css */`, `<!-- index.html -->`.
    static func inFirstLine(of text: some StringProtocol) -> String? {
        let line = text.prefix { !$0.isNewline }.trimmed
        guard line.utf8.count <= 120, ["//", "/*", "<!--"].contains(where: line.hasPrefix) else { return nil }
        let words = line.drop { "/*<!- ".contains($0) }.split { " *->".contains($0) }
        guard words.count <= 2, let last = words.last else { return nil }
        return names(in: String(last)).first
    }

    /// Words that are relative paths of files that a page can be made of.
    static func names(in text: String) -> [String] {
        let separators: Set<Character> = [" ", "\t", "`", "*", "\"", "'", "(", ")", "[", "]", "{", "}", ":", ",", "=", "#", "<", ">", "|", "\r"]
        return text.split(whereSeparator: separators.contains).compactMap { word in
            var name = word
            while let last = name.last, ".;!?_".contains(last) { name.removeLast() }
            while name.hasPrefix("./") || name.hasPrefix("/") { name = name.drop { $0 == "." || $0 == "/" } }
            return isFileName(name) ? String(name) : nil
        }
    }

    private static func isFileName(_ name: Substring) -> Bool {
        guard CodeLanguage.kind(ofFile: name) != nil, !name.hasPrefix("."), !name.contains("..") else { return false }
        return name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-/@".unicodeScalars.contains($0) }
    }
}
