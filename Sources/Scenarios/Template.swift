/// A text with `{expressions}` in braces, whose values are put in when it is shown.
public struct Template: Sendable, Equatable {
    public enum Part: Sendable, Equatable {
        case text(String)
        case expression(ScriptExpression)
    }

    public var parts: [Part]

    public init(_ text: String, line: Int = 0) {
        parts = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = Self.closing(of: open, in: rest) {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.expression(ScriptExpression(String(rest[rest.index(after: open)..<close]), line: line)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    /// The brace that ends an expression; braces inside it come in pairs.
    private static func closing(of open: Substring.Index, in text: Substring) -> Substring.Index? {
        var depth = 0
        for index in text[open...].indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    var expressions: [ScriptExpression] {
        parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
    }
}
