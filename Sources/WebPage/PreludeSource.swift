import Foundation

/// The text of the prelude, the JavaScript half of the simulated browser: one function made of the files in `Prelude/` and of
/// the extensions of later stages.
///
/// What needs to know nothing of the page, as tables and parsers, is the library: a function of its own, which ``PageEngine``
/// runs once in a context where no page's script ever runs. So its tables are made once, and its code stays compiled from page to page.
final class PreludeSource {
    /// `(host, settings, library) => page`.
    let text: String
    /// `(settings) => library`.
    let libraryText: String

    init(extensions: [PageExtension]) {
        let library = Group("library.txt")
        libraryText = "(function (settings) { 'use strict';\n" + library.text + "})"
        let files = Self.lines(of: "order.txt").map(Self.text).joined(separator: "\n") + extensions.map(\.source).joined(separator: "\n")
        text = "(function (host, settings, library) { 'use strict';\nconst { \(library.names) } = library;\n" + files + "\nreturn page;\n})"
    }

    /// Files of one list that are evaluated together, and the names that they give.
    private struct Group {
        var text: String
        var names: String

        /// - Parameter list: a file a line, and behind it the names that it gives.
        init(_ list: String) {
            let lines = PreludeSource.lines(of: list)
            names = lines.flatMap { $0.dropFirst() }.joined(separator: ", ")
            text = lines.map { PreludeFiles.text($0[0]) }.joined(separator: "\n") + "\nreturn { __proto__: null, \(names) };\n"
        }
    }

    /// What a line of `order.txt` stands for: a file, or a list of files that are made when the name behind it is first called.
    private static func text(_ line: [String]) -> String {
        guard line.count == 2 else { return PreludeFiles.text(line[0]) }
        return "const \(line[1]) = lazily(() => {\n" + Group(line[0]).text + "});"
    }

    /// Whether a function of this text is the prelude's, as far as texts can tell.
    func holds(_ source: String) -> Bool {
        source.utf8.count >= Self.functionLengthMin && bytes.range(of: Data(source.utf8)) != nil
    }

    /// The shortest functions of a page might be written alike.
    private static let functionLengthMin = 12
    private lazy var bytes = Data(text.utf8)

    /// The lines of a list of files, without comments, in words.
    private static func lines(of list: String) -> [[String]] {
        PreludeFiles.text(list).split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    }
}
