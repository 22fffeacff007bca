import Foundation

/// The scripts of the game fixtures.
enum GameScripts {
    struct Script: Sendable, CustomStringConvertible {
        let game: String
        let text: String
        let isModule: Bool
        var description: String { game }
    }

    static let all: [Script] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/games").standardized
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return paths.sorted().flatMap { path -> [Script] in
            guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8) else { return [] }
            if path.hasSuffix(".js") { return [Script(game: path, text: text, isModule: false)] }
            return path.hasSuffix(".html") ? inlineScripts(of: text, path) : []
        }
    }()

    private static func inlineScripts(of html: String, _ path: String) -> [Script] {
        html.matches(of: #/<script([^>]*)>(.*?)</script>/#.dotMatchesNewlines()).compactMap { match in
            guard !match.1.contains("src=") else { return nil }
            return Script(game: path, text: String(match.2), isModule: match.1.contains("module"))
        }
    }
}
