import Foundation
import Testing

/// Whatever is wrong with the input: one line with the remedy, exit code 2, nothing written.
@Suite("Bad input")
struct BadInputTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
    }

    private func expectRefusal(_ file: String, _ message: String, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) async throws {
        let before = playproof.files
        let outcome = try await playproof("check", file, "--reporter", "jsonl", "--output", "results.jsonl")
        #expect(outcome.exitCode == 2, comment, sourceLocation: location)
        #expect(outcome.errors == "playproof: \(message)\n", comment, sourceLocation: location)
        #expect(outcome.output.isEmpty, comment, sourceLocation: location)
        #expect(playproof.files == before, comment, sourceLocation: location)
    }

    @Test func `no such file`() async throws {
        try await expectRefusal(
            "none.html", "no such file: none.html. Give a page, a folder with index.html, a script, an answer or a JSON Lines file.")
    }

    @Test func `a folder without a page`() async throws {
        try playproof.write("empty/data.csv", "1")
        try await expectRefusal("empty", "the folder has no page: empty. Put an index.html into it, or answers, scripts or JSON Lines files.")
    }

    @Test func `an empty answer`() async throws {
        try playproof.write("a.md", " \n")
        try await expectRefusal("a.md", "the answer is empty: a.md. Give the model's answer with the game's code in it.")
    }

    @Test func `an answer without code`() async throws {
        try playproof.write("a.md", "I'm sorry, I can't write games.")
        try await expectRefusal("a.md", "the answer has no code: a.md. It needs an HTML page or a script, fenced or bare.")
    }

    @Test func `an answer in another language`() async throws {
        try playproof.write("a.md", "```python\nimport pygame\n```")
        try await expectRefusal("a.md", "the answer has no page, only python: a.md. A browser game needs an HTML page or a JavaScript script.")
    }

    @Test func `bytes that are not UTF-8`() async throws {
        try playproof.write("a.html", Data([0x3C, 0x70, 0x3E, 0xE4, 0x3C]))
        try await expectRefusal("a.html", "the text is not UTF-8 (byte 3): a.html. Save it as UTF-8.")
    }

    @Test func `a page of more than 20 MB`() async throws {
        try playproof.write("a.html", Data(repeating: 0x20, count: 21_000_000))
        try await expectRefusal("a.html", "too large (21 MB, at most 20 MB can be judged): a.html. Leave out what isn't part of the game.")
    }

    @Test func `a damaged line of JSON`() async throws {
        try playproof.write("a.jsonl", "{\"task_id\":\"1\",\"completion\":\"<html>\"}\n{\"task_id\":\n")
        try await expectRefusal("a.jsonl", "the line is damaged JSON: a.jsonl:2. Each line is a JSON object with task_id and completion.")
    }

    @Test func `a scenario file with a wrong key`() async throws {
        try playproof.write("game.html", "<p>")
        try playproof.write("s.yaml", "check: loads\ntitle: Loads\nstepps:\n  - start\n")
        let outcome = try await playproof("run", "s.yaml", "--on", "game.html")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.hasPrefix("playproof: s.yaml:3: "))
        #expect(outcome.errors.contains("stepps"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test func `a rulebook or check that isn't there`() async throws {
        try playproof.write("game.html", "<p>")
        let rules = try await playproof("check", "game.html", "--rules", "chess")
        #expect(rules.exitCode == 2)
        #expect(rules.errors.hasPrefix("playproof: ") && rules.errors.contains("chess"))
        let check = try await playproof("check", "game.html", "--grep", "castling")
        #expect(check.exitCode == 2)
        #expect(check.errors.contains("castling") && check.errors.contains("loads"))
    }

    @Test func `a damaged trace`() async throws {
        try playproof.write("t.trace", "no trace")
        for outcome in [try await playproof("replay", "t.trace"), try await playproof("diff", "t.trace", "t.trace")] {
            #expect(outcome.exitCode == 2)
            #expect(outcome.errors.hasPrefix("playproof: ") && outcome.errors.contains("t.trace"))
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
        #expect(try await playproof("replay", "none.trace").errors.hasPrefix("playproof: no such file: none.trace. "))
    }

    @Test func `a key script with a line that is no step`() async throws {
        try playproof.write("game.html", "<p>")
        try playproof.write("k.keys", "# left\npress ArrowLeft\npress Nothing\n")
        let outcome = try await playproof("record", "game.html", "--keys", "k.keys", "--output", "t.trace")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.hasPrefix("playproof: k.keys:3: press Nothing: no such key. "))
        #expect(playproof.files == ["game.html", "k.keys"])
    }

    @Test(arguments: [
        (["check"], "<file>"), (["check", "x", "--workers", "0"], "--workers 4"), (["check", "x", "--timeout", "-1"], "--timeout"),
        (["check", "x", "--memory", "200"], "at least 256 MB"),
        (["check", "x", "--reporter", "pdf"], "junit"), (["open", "x", "--fps", "0"], "--fps 144"), (["chekc", "x"], "chekc"),
        (["record", "x", "--output", "t"], "--play"),
    ])
    func `options that make no sense`(_ arguments: [String], _ hint: String) async throws {
        let outcome = try await playproof.shell("playproof " + arguments.joined(separator: " "))
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.hasPrefix("playproof: "))
        #expect(outcome.errors.contains(hint))
        #expect(outcome.output.isEmpty)
    }
}
