import ScriptSyntax

/// A script's text with its place in the submission.
public struct LocatedScript: Sendable, Equatable {
    public var text: String
    /// The document's name, or the path of the script's own file.
    public var url: String
    /// 1-based place of the text's first character.
    public var line: Int
    public var column: Int
    public var kind: ScriptKind

    public init(text: String, url: String, line: Int, column: Int, kind: ScriptKind = .classic) {
        self.text = text
        self.url = url
        self.line = line
        self.column = column
        self.kind = kind
    }

    /// Whether it may hold a dynamic import. Asked at every load, so the bytes are searched, not the characters.
    var mentionsImportCall: Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { bytes[$0] == UInt8(ascii: "(") && bytes[..<$0].suffix(6).elementsEqual("import".utf8) }
        }
    }
}
