import Foundation
import Testing
import Traces

/// Mutants replayed with a trace of the game that they were made of, held against the readings of both sessions, frame by frame.
///
/// The quickest by default; all of `Fixtures/mutants` with the environment variable `PLAYPROOF_ALL_MUTANTS` set, which takes
/// some minutes (`make replays`).
@Suite("Replays of mutants", .serialized)
struct MutantReplayTests {
    private static let runsAll = ProcessInfo.processInfo.environment["PLAYPROOF_ALL_MUTANTS"] != nil
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
    private static let few = ["a08--rotate-dead", "a08--draw-offset", "a08--restart-double"]

    /// The mutants by the games that they were made of.
    private static func families() throws -> [(base: String, mutants: [String])] {
        let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: "mutants").path).sorted()
        let chosen = names.filter { $0.contains("--") && (runsAll || few.contains($0)) }
        return Dictionary(grouping: chosen) { String($0.prefix { $0 != "-" }) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test(arguments: try families()) func `differ from the game where the readings do, and nowhere else`(family: (base: String, mutants: [String])) async throws {
        let playproof = try CommandRun()
        let game = Self.fixtures.appending(path: "games/\(family.base)").path
        let recording = try await playproof("record", game, "--play", "--pieces", "12", "--timeout", "120", "--output", "t")
        try #require(recording.exitCode == 0, "\(recording.errors)")
        for name in family.mutants {
            let mutant = Self.fixtures.appending(path: "mutants/\(name)").path
            let outcome = try await playproof("replay", "t", "--on", mutant, "--timeout", "120", "--output", name)
            guard let replay = playproof.read(name) else {
                #expect(outcome.exitCode == 1 && outcome.errors.contains("was stopped"), "\(name): \(outcome.errors)")
                continue
            }
            let frame = try Self.firstDifference(#require(playproof.read("t")), replay)
            let told = outcome.output.split(separator: ",").first.map(String.init)
            #expect(told == frame.map { "frame \($0)" } ?? "everything is the same\n", "\(name)")
            #expect(outcome.exitCode == (frame == nil ? 0 : 1), "\(name)")
        }
    }

    /// The first frame at which something else is read, drawn, or said.
    private static func firstDifference(_ expected: String, _ actual: String) throws -> Int? {
        let traces = try [expected, actual].map { try TraceReader.read(Data($0.utf8)) }
        let interval = traces[0].header.frameInterval
        let notes = traces.map { $0.events.filter { if case .note(let kind, _, _) = $0 { kind != .finding } else { false } } }
        let firstNote = zip(notes[0].map { $0 as TraceEvent? } + [nil], notes[1].map { $0 as TraceEvent? } + [nil]).first { $0 != $1 }
        let noteFrame = firstNote.flatMap { pair in [pair.0, pair.1].compactMap { $0?.time }.min() }.map { Int(($0 / interval + 1e-9).rounded(.down)) }
        let frames = traces.map { Dictionary($0.frames.map { ($0.frame, $0) }) { $1 } }
        var shown: [TraceFrame?] = [nil, nil]
        let last = traces.compactMap { $0.summary?.frames }.max() ?? 0
        for number in 0...last {
            for index in 0...1 { shown[index] = frames[index][number] ?? shown[index] }
            if shown[0]?.reading != shown[1]?.reading || shown[0]?.digest != shown[1]?.digest { return min(number, noteFrame ?? number) }
        }
        return noteFrame
    }
}
