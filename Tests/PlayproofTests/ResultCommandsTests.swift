import Foundation
import Testing

@Suite("What commands make of results")
struct ResultCommandsTests {
    private let playproof: CommandRun
    private static let games = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/games")

    init() throws {
        playproof = try CommandRun()
    }

    private struct Line: Decodable {
        var task_id: String
        var completion: String
        var verdict: String?
        var feedback: String?
    }

    private func lines(_ text: String?) throws -> [Line] {
        try (text ?? "").split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func `samples are the outputs that play, each page once, and the others have feedback`() async throws {
        let game = try String(contentsOf: Self.games.appending(path: "b01/index.html"), encoding: .utf8)
        func line(_ id: String, _ text: String) throws -> String {
            String(decoding: try JSONEncoder().encode(["task_id": id, "completion": text]), as: UTF8.self)
        }
        let broken = "Here it is:\n```html\n<!DOCTYPE html><title>Tetris</title>\n<script>\nlet a = ;\n</script>\n```\n"
        try playproof.write("c.jsonl", [try line("t/0", game), try line("t/1", game.replacing("\n", with: "  \n")), try line("t/2", broken)].joined(separator: "\n"))
        let outcome = try await playproof("export-samples", "c.jsonl", "--output", "s.jsonl", "--feedback", "f.jsonl", "--timeout", "120", "--quiet")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 sample written (1 copy left out), 1 with feedback"))
        let sample = try #require(try lines(playproof.read("s.jsonl")).first)
        #expect(sample.task_id == "t/0")
        #expect(sample.completion == game)
        let repair = try #require(try lines(playproof.read("f.jsonl")).first)
        #expect(repair.task_id == "t/2")
        #expect(repair.completion == broken)
        #expect(repair.verdict == "broken")
        #expect(repair.feedback?.contains("> 5 | let a = ;") == true, "\(repair.feedback ?? "none")")
        #expect(repair.feedback?.contains("Kind of failure: syntax") == true)
        #expect(playproof.files == ["c.jsonl", "f.jsonl", "s.jsonl"])
    }

    @Test func `a baseline tells fixed, regressed, changed, new and gone`() async throws {
        for name in ["same", "fixed", "gone"] { try playproof.write("all/\(name).html", "<!DOCTYPE html><title>Tetris</title><script>(</script>") }
        try playproof.write("all/worse.html", "<!DOCTYPE html><p>Hello</p>")
        let missing = try await playproof("check", "all", "--baseline", "b.jsonl")
        #expect(missing.exitCode == 2)
        #expect(missing.errors.hasPrefix("playproof: no such baseline: b.jsonl. Write it with --baseline b.jsonl --update-baseline"))
        let writing = try await playproof("check", "all", "--reporter", "line", "--baseline", "b.jsonl", "--update-baseline")
        #expect(writing.exitCode == 0)
        #expect(writing.errors == "playproof: b.jsonl holds what 4 submissions do\n")
        let baseline = try #require(playproof.read("b.jsonl"))
        #expect(baseline.contains(#""cpuSeconds":0.0,"peakMemoryMB":0.0"#))
        #expect(try await playproof("check", "all", "--baseline", "b.jsonl", "--reporter", "line").errors == "playproof: against b.jsonl: 4 same\n")

        // What a game does is put into the baseline, so that no test has to wait for a game to be judged.
        let plays = baseline.split(separator: "\n").map { line in
            line.contains(#""id":"same""#)
                ? String(line).replacing(#""verdict":"broken","failure":"syntax""#, with: #""verdict":"plays","failure":null"#).replacing(#""id":"loads","status":"fail""#, with: #""id":"loads","status":"pass""#)
                : String(line)
        }
        try playproof.write("b.jsonl", plays.joined(separator: "\n") + "\n")
        try FileManager.default.removeItem(at: playproof.folder.appending(path: "all/gone.html"))
        try playproof.write("all/new.html", "<!DOCTYPE html><p>")
        let outcome = try await playproof("check", "all", "--baseline", "b.jsonl", "--reporter", "line")
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("regressed  same\n  verdict: plays → broken\n  loads: pass → fail"))
        #expect(outcome.errors.contains("new  new\n"))
        #expect(outcome.errors.contains("gone  gone\n"))
        #expect(outcome.errors.hasSuffix("playproof: against b.jsonl: 1 regressed, 2 same, 1 new, 1 gone\n"))
    }

    @Test func `a suite says what is judged and expected`() async throws {
        try playproof.write("s/in/a.html", "<!DOCTYPE html><title>Tetris</title><script>(</script>")
        try playproof.write("s/in/b.html", "<!DOCTYPE html><p>")
        try playproof.write("s/suite.yaml", """
            inputs: [{path: in, model: m}]
            seeds: [1, 2]
            limits: {timeout: 30s, memory: 600}
            expect: {verdict: unknown, submissions: {a: [broken, flawed]}}
            """)
        let outcome = try await playproof("suite", "s/suite.yaml", "--reporter", "jsonl")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 4)
        #expect(outcome.output.contains(#""id":"a@2","source":"s/in/a.html","model":"m""#))
        try playproof.write("s/suite.yaml", "inputs: in\nexpect: {verdict: plays, submissions: {b: unknown}}\n")
        let surprise = try await playproof("suite", "s/suite.yaml", "--reporter", "line")
        #expect(surprise.exitCode == 1)
        #expect(surprise.errors == "playproof: a: broken, expected plays\n")
        try playproof.write("s/suite.yaml", "inputs: in\nexpects: plays\n")
        let mistake = try await playproof("suite", "s/suite.yaml")
        #expect(mistake.exitCode == 2)
        #expect(mistake.errors.contains("s/suite.yaml:2: unknown key 'expects' (did you mean expect?)"))
        try playproof.write("s/suite.yaml", "inputs: in\nlimits: {memory: 100}\n")
        #expect(try await playproof("suite", "s/suite.yaml").errors.contains("s/suite.yaml:2: memory must be at least 256 megabytes"))
    }

    @Test func `results are counted by model`() async throws {
        try playproof.write("c.jsonl", (0..<4).map { #"{"task_id":"t","sample":\#($0),"model":"m\#($0 % 2)","completion":"```html\\n<script>(</script>\\n```"}"# }.joined(separator: "\n"))
        _ = try await playproof("check", "c.jsonl", "--reporter", "jsonl", "--output", "r.jsonl")
        let table = try await playproof("report", "tally", "r.jsonl")
        #expect(table.output.hasPrefix("tetris"))
        #expect(table.output.contains("pass@1"))
        #expect(table.errors.isEmpty)
        let rare = try await playproof("report", "tally", "r.jsonl", "--pass-at", "2,3")
        #expect(rare.output.contains("pass@2"))
        #expect(rare.errors == "playproof: pass@3 is left out: no model has 3 answers to each of its tasks\n")
        #expect(try await playproof("report", "tally", "r.jsonl", "--json").output.hasPrefix(#"{"schema":"playproof/tally/1","models":[{"rules":"tetris","model":"m0","submissions":2"#))
        #expect(try await playproof("report", "scorecard", "r.jsonl").output.contains("| m1 | 2 |"))
        #expect(try await playproof("report", "tally", "no.jsonl").exitCode == 2)
    }
}
