import Foundation
import Testing

@Suite("playproof record, replay and diff")
struct TraceCommandsTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        try playproof.write("game.html", Self.game)
        try playproof.write("keys", "press a\nadvance 320ms\n\n# then\nclick #b\nhold x:700ms\nadvance 1s\n")
    }

    /// A page in which everything that must be repeatable plays a part.
    private static let game = """
        <!DOCTYPE html><button id="b" onclick="score += 100">b</button>
        <script>
        let score = 0;
        addEventListener('keydown', event => { score += event.repeat ? 1 : Math.floor(Math.random() * 50); console.log(score) });
        setInterval(() => score++, 70);
        </script>
        """

    @Test func `gives the same bytes for the same input and seed`() throws {
        for name in ["a", "b"] { #expect(try playproof("record", "game.html", "--keys", "keys", "--output", name).exitCode == 0) }
        #expect(try playproof("record", "game.html", "--keys", "keys", "--output", "c", "--seed", "5").exitCode == 0)
        #expect(playproof.read("a") == playproof.read("b"))
        #expect(playproof.read("a")?.hasPrefix("{\"schema\":\"playproof/trace/1\"") == true)
        let same = try playproof("diff", "a", "b")
        #expect(same.exitCode == 0)
        #expect(same.output == "the traces are the same\n")
        #expect(try playproof("diff", "a", "c").exitCode == 1)
    }

    @Test func `replays a recording and says that all is the same`() throws {
        #expect(try playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 0)
        let outcome = try playproof("replay", "t")
        #expect(outcome.output == "everything is the same\n")
        #expect(outcome.exitCode == 0)
    }

    @Test func `says where a changed game first differs`() throws {
        #expect(try playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 0)
        try playproof.write("changed.html", Self.game.replacingOccurrences(of: "score += 100", with: "console.log('bonus')"))
        let outcome = try playproof("replay", "t", "--on", "changed.html")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.hasPrefix("frame "))
    }

    @Test func `records what the player does`() throws {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/games/b01/index.html")
        try playproof.write("tetris.html", String(contentsOf: fixture, encoding: .utf8))
        #expect(try playproof("record", "tetris.html", "--play", "--pieces", "3", "--output", "t").exitCode == 0)
        #expect(try playproof("replay", "t").exitCode == 0)
    }

    @Test func `replaces no trace unless told to`() throws {
        try playproof.write("t", "mine")
        #expect(try playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 2)
        #expect(playproof.read("t") == "mine")
        #expect(try playproof("record", "game.html", "--keys", "keys", "--output", "t", "--force").exitCode == 0)
        #expect(try playproof("replay", "t").exitCode == 0)
    }
}
