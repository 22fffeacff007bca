import Foundation
import TestSupport
import Testing

/// `playproof play` at a pseudo-terminal.
@Suite("playproof play")
struct PlayCommandTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        try playproof.write("block.html", FallingBlock.page())
    }

    @Test func `draws the playfield, passes keys on, and keeps a trace that replays`() async throws {
        let terminal = try PseudoTerminal()
        defer { terminal.close() }
        var command = ChildProcess(CommandRun.executable.path, ["play", "block.html", "--output", "mine.trace"], in: playproof.folder)
        command.terminal = terminal.device
        async let running = command.run()
        #expect(await terminal.wait { $0.contains("\u{1B}[43m") }, "\(terminal.text.suffix(500))")
        terminal.type("\u{1B}[D")
        let partial = playproof.folder.appending(path: "mine.trace.partial").path
        #expect(await terminal.wait { $0.contains("mine") || FileManager.default.fileExists(atPath: partial) })
        terminal.type("\u{1B}[D")
        try await Task.sleep(for: .seconds(1))
        terminal.type("\u{3}")
        #expect(try await running.exitCode == 0, "\(terminal.text.suffix(500))")
        let trace = try #require(playproof.read("mine.trace"))
        #expect(trace.contains("\"keyDown\"") && trace.contains("\"keyUp\""))
        #expect(!playproof.files.contains("mine.trace.partial"))
        #expect(try await playproof("replay", "mine.trace").output == "everything is the same\n")
    }

    @Test func `wants a terminal`() async throws {
        let outcome = try await playproof("play", "block.html", "--output", "mine.trace")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("no terminal"))
        #expect(playproof.files == ["block.html"])
    }
}
