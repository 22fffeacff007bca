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

    @Test func `gives the same bytes for the same input and seed`() async throws {
        for name in ["a", "b"] { #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", name).exitCode == 0) }
        #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", "c", "--seed", "5").exitCode == 0)
        #expect(playproof.read("a") == playproof.read("b"))
        #expect(playproof.read("a")?.hasPrefix("{\"schema\":\"playproof/trace/1\"") == true)
        let same = try await playproof("diff", "a", "b")
        #expect(same.exitCode == 0)
        #expect(same.output == "the traces are the same\n")
        #expect(try await playproof("diff", "a", "c").exitCode == 1)
    }

    @Test func `replays a recording and says that all is the same`() async throws {
        #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 0)
        let outcome = try await playproof("replay", "t")
        #expect(outcome.output == "everything is the same\n")
        #expect(outcome.exitCode == 0)
    }

    @Test func `says where a changed game first differs`() async throws {
        #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 0)
        try playproof.write("changed.html", Self.game.replacingOccurrences(of: "score += 100", with: "console.log('bonus')"))
        let outcome = try await playproof("replay", "t", "--on", "changed.html")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.hasPrefix("frame "))
    }

    @Test func `records what the player does`() async throws {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/games/a08/index.html")
        let outcome = try await playproof("record", fixture.path, "--play", "--pieces", "2", "--output", "t")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("2 pieces"))
        #expect(try await playproof("replay", "t").output == "everything is the same\n")
    }

    @Test func `replaces no trace unless told to`() async throws {
        try playproof.write("t", "mine")
        #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", "t").exitCode == 2)
        #expect(playproof.read("t") == "mine")
        #expect(try await playproof("record", "game.html", "--keys", "keys", "--output", "t", "--force").exitCode == 0)
        #expect(try await playproof("replay", "t").exitCode == 0)
    }

    @Test func `writes twenty identical files in twenty processes`() async throws {
        try playproof.write("short", "press a\nclick #b\nadvance 300ms\n")
        for index in 0..<20 {
            #expect(try await playproof("record", "game.html", "--keys", "short", "--output", "t\(index)").exitCode == 0)
        }
        let first = try #require(playproof.read("t0"))
        for index in 1..<20 { #expect(playproof.read("t\(index)") == first) }
        #expect(try await playproof("replay", "t19").output == "everything is the same\n")
    }

    @Test func `shows both playfields where a changed game first differs`() async throws {
        try playproof.write("block.html", FallingBlock.page())
        try playproof.write("other.html", FallingBlock.page(from: 6))
        try playproof.write("wait", "advance 1s\n")
        #expect(try await playproof("record", "block.html", "--keys", "wait", "--output", "t").exitCode == 0)
        let outcome = try await playproof("replay", "t", "--on", "other.html")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.hasPrefix("frame "))
        #expect(outcome.output.contains("....@@...."))
        #expect(outcome.output.contains("......@@.."))
    }
}
