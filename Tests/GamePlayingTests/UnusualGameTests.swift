import TestSupport
import Testing

@testable import GamePlaying

/// Games whose playfield is kept, drawn or begun in a way of its own.
@Suite("A game of an unusual make", .onOwnThread)
struct UnusualGameTests {
    private struct Game: CustomTestStringConvertible {
        var name: String
        var columns = 10
        var rows = 20

        var testDescription: String { name }
    }

    private static let games = [
        // Rows of bits, hidden ones above, flashing rows, an entry delay, a ghost of outlines.
        Game(name: "bit-rows"),
        // Menus and a countdown above the playfield, which moves it on the page.
        Game(name: "countdown"),
        // Lines of emoji, keys that are ignored when they come too fast.
        Game(name: "emoji"),
        // Painted out of sight and put on the screen as a whole.
        Game(name: "buffered", columns: 12, rows: 22),
        // A moving background, particles, a screen that shakes, next pieces and hold on the same canvas.
        Game(name: "neon"),
    ]

    @Test(arguments: games)
    private func `is found and played`(game: Game) throws {
        let path = "styles/" + game.name
        let found = GameDiscovery(try FixtureGame.session(path)).run()
        #expect(found.hasStarted)
        #expect(found.knowledge.field?.columns == game.columns)
        #expect(found.knowledge.field?.rows == game.rows)
        let log = try FixtureGame.play(path, knowing: found.knowledge, .lines(3))
        #expect(log.lines >= 3, "\(log.reason) after \(log.pieces) pieces")
        #expect(log.locks.allSatisfy { $0.kind == .ok })
    }
}
