import TestSupport
import Testing

@testable import GamePlaying

/// Games whose playfield is kept, drawn or begun in a way of its own.
@Suite("A game of an unusual make", .onOwnThread)
struct UnusualGameTests {
    private struct Game: CustomTestStringConvertible {
        var path: String
        var columns = 10
        var rows = 20
        /// The key that drops pieces, where it is told from the soft drop's by what comes after it is let go.
        var drop: String?

        var testDescription: String { path }
    }

    private static let games = [
        // Rows of bits, hidden ones above, flashing rows, an entry delay, a ghost of outlines.
        Game(path: "styles/bit-rows"),
        // Menus and a countdown above the playfield, which moves it on the page.
        Game(path: "styles/countdown"),
        // Lines of emoji, keys that are ignored when they come too fast.
        Game(path: "styles/emoji"),
        // Painted out of sight and put on the screen as a whole.
        Game(path: "styles/buffered", columns: 12, rows: 22),
        // A moving background, particles, a screen that shakes, next pieces and hold on the same canvas.
        Game(path: "styles/neon"),
        // The stack on one canvas and the piece on another over it, an entry delay, keys that repeat by frames.
        Game(path: "own/o18"),
        // Pieces that glide from row to row.
        Game(path: "own/o20"),
        // Painted only when a piece falls, whatever the keys do.
        Game(path: "own/o24"),
        // A piece is wiped away before it is painted anew; lines around the cells are painted once.
        Game(path: "own/o25"),
        // Pieces that come down by two pixels a frame and never rest in a row.
        Game(path: "styles/gliding"),
        // Rules lie over the page, then a count runs down, and nothing is painted around the cells.
        Game(path: "styles/overlay"),
        // Bubbles and sparks before the field, rings and bombs among the pieces, a key that makes them fall faster while held.
        Game(path: "styles/fair", drop: " "),
        // Two games at once, of which one plays by itself; pieces turn about their end, and the other way at walls.
        Game(path: "styles/duel"),
        // A key leads from title to level to game; pieces turn into the rows above the field, nothing drops them, a curtain ends it.
        Game(path: "styles/console"),
        // Asks for a name; blocks with rims that reach into their neighbours and glide, in a page that its score moves.
        Game(path: "styles/rimmed", drop: " "),
        // No keys: pads that are polled while a finger is on them.
        Game(path: "styles/buttons"),
        // No keys: a piece that a finger drags along, and taps.
        Game(path: "styles/finger"),
    ]

    @Test(arguments: games)
    private func `is found and played`(game: Game) throws {
        let found = GameDiscovery(try FixtureGame.session(game.path)).run()
        #expect(found.hasStarted)
        #expect(found.knowledge.field?.columns == game.columns)
        #expect(found.knowledge.field?.rows == game.rows)
        #expect(game.drop == nil || found.knowledge.controls.words["hard"] == game.drop)
        let log = try FixtureGame.play(game.path, knowing: found.knowledge, .lines(3))
        #expect(log.lines >= 3, "\(log.reason) after \(log.pieces) pieces")
        #expect(log.locks.allSatisfy { $0.kind == .ok || $0.excuse == .special })
        #expect(log.turns.allSatisfy { $0.fault == nil })
    }

    /// Rows of bits are the playfield; beside them is a table of the colours that cells had, which nobody wipes away, and in
    /// which one kind of piece looks like nothing.
    @Test func `is held against the table that it goes by, and not against one that says something else`() throws {
        let found = GameDiscovery(try FixtureGame.session("styles/bit-colours")).run()
        let log = try FixtureGame.play("styles/bit-colours", knowing: found.knowledge, .lines(12))
        #expect(log.witness != nil)
        #expect(log.witness?.difference == nil)
    }
}
