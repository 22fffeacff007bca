import Foundation
import Testing

@Suite("playproof shrink")
struct ShrinkCommandTests {
    private let playproof: CommandRun

    init() async throws {
        playproof = try CommandRun()
        try playproof.write("good.html", FallingBlock.page(left: "Math.max(0, x - 1)", right: "Math.min(8, x + 1)"))
        try playproof.write("bad.html", FallingBlock.page(right: "Math.min(8, x + 1)"))
        let presses = ["ArrowRight", "ArrowLeft", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"]
        try playproof.write("keys", presses.map { "press \($0)\nadvance 150ms\n" }.joined() + "advance 500ms\n")
        let outcome = try await playproof("record", "bad.html", "--keys", "keys", "--output", "t")
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }

    @Test func `finds the shortest way to where two games differ, and keeps it as a scenario`() async throws {
        let outcome = try await playproof("shrink", "t", "--against", "good.html", "--output", "wall.yaml")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\n5 of 11 presses and clicks are enough"), "\(outcome.output)")
        let scenario = try #require(playproof.read("wall.yaml"))
        #expect(scenario.contains("name: wall"))
        #expect(scenario.components(separatedBy: "hold: 'ArrowLeft'").count == 6)
        #expect(try await playproof("run", "wall.yaml", "--on", "bad.html").exitCode == 1)
        #expect(try await playproof("run", "wall.yaml", "--on", "good.html").exitCode == 0)
    }

    @Test func `finds the first input after which an expectation fails`() async throws {
        let outcome = try await playproof("shrink", "t", "--expect", "piece === null || piece.cells.length === 4", "--trace-output", "short")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("after the input ArrowLeft down"))
        #expect(outcome.output.contains("5 of 11 presses"))
        #expect(try await playproof("replay", "short").exitCode == 0)
    }

    @Test func `says what is wrong`() async throws {
        for (arguments, part) in [
            ("shrink t --expect 'piece ==='", "syntax error"), ("shrink t --expect 'pice === null'", "did you mean piece"), ("shrink t", "--expect"),
            ("shrink none --expect 'true'", "no such file: none"), ("shrink t --against none.html", "no such file: none.html"),
        ] {
            let outcome = try await playproof.shell("playproof \(arguments)")
            #expect(outcome.exitCode == 2, "\(arguments)")
            #expect(outcome.errors.contains(part), "\(outcome.errors)")
        }
        let never = try await playproof("shrink", "t", "--expect", "columns === 10")
        #expect(never.exitCode == 1)
        #expect(never.errors.contains("never stops to hold"))
    }
}
