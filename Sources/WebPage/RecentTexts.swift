import ScriptEngine

/// Texts for the engine that were made from texts of pages, since the same page is loaded many times; all are let go of when
/// they have become many.
struct RecentTexts {
    /// Twenty long pages.
    private static let lengthMax = 4_000_000

    private var texts: [String: ScriptString] = [:]
    /// UTF-8 units of what they were made from.
    private(set) var length = 0

    /// What `make` makes of `source`, or made of it before.
    mutating func text(for source: String, make: () -> String) -> ScriptString {
        if let known = texts[source] { return known }
        if length > Self.lengthMax {
            texts = [:]
            length = 0
        }
        let text = ScriptString(make())
        texts[source] = text
        length += source.utf8.count
        return text
    }
}
