import Foundation

/// What language a piece of code is in: by its label, its file's name, or its look.
enum CodeLanguage {
    /// Kinds by the words that follow an opening fence.
    private static let labels: [String: CodeBlock.Kind] = [
        "html": .html, "htm": .html, "html5": .html, "xhtml": .html,
        "css": .css,
        "js": .script, "javascript": .script, "mjs": .script, "ecmascript": .script, "es6": .script,
        "md": .markdown, "markdown": .markdown, "mdx": .markdown,
        "json": .data, "svg": .data, "glsl": .data,
    ]

    /// Labels that say nothing about the language.
    private static let neutralLabels: Set<String> = ["", "text", "txt", "plaintext", "plain", "code", "xml", "copy"]

    private static let extensions: [String: CodeBlock.Kind] = [
        "html": .html, "htm": .html, "css": .css, "js": .script, "mjs": .script, "md": .markdown,
        "json": .data, "svg": .data, "txt": .data, "glsl": .data, "webmanifest": .data,
    ]

    /// Whether the word labels code that a page is made of.
    static func isPageLabel(_ word: some StringProtocol) -> Bool {
        switch labels[word.lowercased()] {
        case .html, .css, .script: true
        default: false
        }
    }

    static func kind(label: String, fileName: String?, text: String) -> CodeBlock.Kind {
        let word = label.lowercased()
        if let kind = labels[word] { return kind }
        if let fileName, let kind = kind(ofFile: fileName) { return kind }
        if isDocumentStart(text) { return .html }
        return neutralLabels.contains(word) ? guess(text) : .other(word)
    }

    static func kind(ofFile name: some StringProtocol) -> CodeBlock.Kind? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return extensions[name[name.index(after: dot)...].lowercased()]
    }

    /// Whether the text starts as a whole HTML document does, comments aside.
    static func isDocumentStart(_ text: some StringProtocol) -> Bool {
        let start = text.trimmed.prefix(4_000).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
        guard start.hasPrefix("<!--"), let end = start.range(of: "-->") else { return false }
        return isDocumentStart(start[end.upperBound...])
    }

    /// What unlabelled code looks like.
    static func guess(_ text: String) -> CodeBlock.Kind {
        let lowercased = text.lowercased()
        let tags = ["<script", "<canvas", "<body", "<style", "<div"]
        if lowercased.trimmed.hasPrefix("<"), tags.contains(where: lowercased.contains) { return .html }
        let words = ["const ", "let ", "var ", "function", "=>", "document.", "window.", "addEventListener", "class "]
        if words.count(where: text.contains) >= 2 { return .script }
        if text.contains("{"), text.contains(":"), text.contains(";"), text.contains("}"), !text.contains("<") { return .css }
        return .other("")
    }

    /// Whether text without fences is a script from its first word on, and not prose that talks of one.
    static func isBareScript(_ text: String) -> Bool {
        let starts = [
            "const ", "let ", "var ", "function ", "class ", "import ", "export ", "//", "/*", "(", ";", "!function", "'use strict'",
            "\"use strict\"", "document.", "window.", "async ", "$(",
        ]
        let start = text.trimmed
        return starts.contains(where: start.hasPrefix) && guess(text) == .script
    }
}
