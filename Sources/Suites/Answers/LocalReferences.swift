/// The files of its own folder that a page, a style or a module names.
enum LocalReferences {
    private static let assetExtensions: Set<String> = [
        "js", "mjs", "css", "json", "html", "htm", "svg", "png", "jpg", "jpeg", "gif", "webp", "ico", "mp3", "ogg", "wav", "m4a", "txt",
        "glsl", "woff", "woff2", "ttf", "wasm", "webmanifest",
    ]

    /// Relative paths among the quoted strings and `url(…)` of the text, in the order of their first appearance.
    static func paths(in text: String) -> [String] {
        var paths: [String] = []
        var known: Set<String> = []
        for word in text.utf8.split(whereSeparator: isDelimiter) where word.count <= 200 && word.count >= 3 {
            guard let path = path(Substring(word)), known.insert(path).inserted else { continue }
            paths.append(path)
        }
        return paths
    }

    /// Quotes, brackets, the equals sign of an unquoted attribute, and white space.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "="),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"), 0...32: true
        default: false
        }
    }

    private static func path(_ word: Substring) -> String? {
        var path = word.prefix { $0 != "?" && $0 != "#" }
        if path.contains(":") || path.hasPrefix("//") { return nil }
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        while path.hasPrefix("/") { path = path.dropFirst() }
        guard let dot = path.lastIndex(of: "."), assetExtensions.contains(path[path.index(after: dot)...].lowercased()),
            path.first != ".", !path.split(separator: "/").contains("..")
        else { return nil }
        return String(path)
    }
}
