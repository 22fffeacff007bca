import Foundation

/// The differences from Chromium that are known and accepted, each with its reason: `expected-differences.json`.
struct ExpectedDifferences: Decodable {
    struct Game: Decodable {
        /// A folder of the fixtures, as `own/o14`.
        var game: String
        /// What differs: `draws`, `text`, `boxes`, `records`, `pixels`, `steps` or `time`.
        var kind: String
        var reason: String
    }

    struct Lines: Decodable {
        /// A file of `Fixtures/pages`, without its extension.
        var page: String
        /// Console lines that only Chromium prints at that place.
        var chromium: [String]
        /// Console lines that only the simulated browser prints.
        var simulated: [String]
        var reason: String
    }

    var games: [Game]
    var pages: [Lines]

    static func read() throws -> ExpectedDifferences {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "expected-differences.json")
        return try JSONDecoder().decode(ExpectedDifferences.self, from: Data(contentsOf: file))
    }
}
