import Foundation
import Testing

/// Several reports at once, shards, runs that are stopped and gone on from.
@Suite("Reports of a run")
struct RunReportsTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        for index in 0..<7 { try playproof.write("all/\(index).html", "<!DOCTYPE html><p>\(index)<script>x\(index % 2 == 0 ? "=" : "(")1</script>") }
    }

    /// Records without what they took.
    private func timeless(_ text: String?) -> String {
        (text ?? "").replacing(/,"cpuSeconds":[0-9.e-]+,"peakMemoryMB":[0-9.]+/, with: "")
    }

    private func write(_ name: String, _ options: String...) async throws -> CommandRun.Outcome {
        try await playproof.run(["check", "all", "--reporter", "jsonl", "--output", name] + options)
    }

    @Test func `several reporters write at once, each to its own place`() async throws {
        let outcome = try await playproof("check", "all", "--reporter", "jsonl", "--output", "r.jsonl", "--reporter", "junit", "--output", "r.xml", "--reporter", "line")
        #expect(outcome.output.split(separator: "\n").count == 8)
        #expect(playproof.read("r.jsonl")?.split(separator: "\n").count == 7)
        #expect(playproof.read("r.xml")?.contains("<testsuite name=\"6\"") == true)
        #expect(playproof.files == ["all", "r.jsonl", "r.xml"])
    }

    @Test func `what can't go together is said before anything is judged`() async throws {
        let both = try await playproof("check", "all", "--reporter", "line", "--reporter", "list")
        #expect(both.errors == "playproof: line and list would both go to standard output. Put --output FILE behind all reporters but one.\n")
        let twice = try await playproof("check", "all", "--reporter", "line", "--output", "a", "--reporter", "list", "--output", "a")
        #expect(twice.errors == "playproof: two reports would go to a. Give each a file of its own.\n")
        let lone = try await playproof("check", "all", "--reporter", "line", "--output", "a", "--output", "b")
        #expect(lone.errors == "playproof: --output b has no reporter of its own. Put one before it, as --reporter jsonl --output b.\n")
        for outcome in [both, twice, lone] { #expect(outcome.exitCode == 2) }
        #expect(playproof.files == ["all"])
    }

    @Test func `merged shards are what one run writes`() async throws {
        _ = try await write("one.jsonl", "--workers", "1")
        for shard in 1...3 { _ = try await write("part-\(shard).jsonl", "--shard", "\(shard)/3", "--workers", "2") }
        let parts = ["part-1.jsonl", "part-2.jsonl", "part-3.jsonl"]
        let merged = try await playproof.run(["report", "merge"] + parts + ["--reporter", "jsonl"])
        #expect(merged.exitCode == 0)
        #expect(timeless(merged.output) == timeless(playproof.read("one.jsonl")))
        #expect(merged.output == parts.compactMap(playproof.read).joined())
        let twice = try await playproof("report", "merge", "part-1.jsonl", "part-1.jsonl")
        #expect(twice.errors == "playproof: the submission 0 is in part-1.jsonl and again in part-1.jsonl. Give every shard once.\n")
        #expect(try await playproof("check", "all", "--shard", "4/3").exitCode == 2)
    }

    @Test func `a run goes on from the results of one that was stopped`() async throws {
        _ = try await write("one.jsonl")
        _ = try await write("r.jsonl", "--max-failures", "3")
        #expect(playproof.read("r.jsonl")?.split(separator: "\n").count == 3)
        let before = try #require(playproof.read("r.jsonl"))
        let outcome = try await write("r.jsonl", "--resume")
        #expect(outcome.exitCode == 1)
        #expect(timeless(playproof.read("r.jsonl")) == timeless(playproof.read("one.jsonl")))
        #expect(playproof.read("r.jsonl")?.hasPrefix(before) == true, "what was judged is kept with its times")
    }

    @Test func `what a killed run has written is not lost`() async throws {
        _ = try await write("one.jsonl")
        let whole = try #require(playproof.read("one.jsonl"))
        try playproof.write("r.jsonl.partial", String(whole.prefix(whole.count / 2)))
        let refused = try await write("r.jsonl")
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("Go on from it with --resume, or begin anew with --force."))
        _ = try await write("r.jsonl", "--resume")
        #expect(timeless(playproof.read("r.jsonl")) == timeless(whole))
        #expect(playproof.files == ["all", "one.jsonl", "r.jsonl"])
    }

    @Test func `Ctrl-C leaves whole results behind and no process`() async throws {
        try playproof.write("all/3.html", "<script>for (;;) {}</script>")
        let outcome = try await playproof.shell("""
            '\(CommandRun.executable.path)' check all --reporter jsonl --output r.jsonl --workers 1 --timeout 60 & parent=$!
            for i in $(seq 2400); do [ "$(wc -l 2>/dev/null < r.jsonl.partial || echo 0)" -ge 3 ] && break; sleep 0.05; done
            workers=$(pgrep -P $parent); kill -INT $parent; wait $parent; echo "exit $?"
            for worker in $workers; do grep State "/proc/$worker/status" 2>/dev/null | grep -v Z; done; true
            """)
        #expect(outcome.output == "exit 130\n")
        #expect(outcome.errors.contains("playproof: stopped; 3 of 7 submissions were judged and reported. Go on with the same command and --resume.\n"))
        #expect(playproof.read("r.jsonl")?.split(separator: "\n").count == 3)
        #expect(playproof.files == ["all", "r.jsonl"])
    }

    @Test func `killing workers changes no result`() async throws {
        for index in 0..<12 { try playproof.write("many/\(index).html", "<!DOCTYPE html><title>Tetris</title><p>\(index)<script>x\(index % 2 == 0 ? "=" : "(")1</script>") }
        let calm = try await playproof("check", "many", "--reporter", "jsonl", "--workers", "2")
        let outcome = try await playproof.shell("""
            '\(CommandRun.executable.path)' check many --reporter jsonl --output r.jsonl --workers 2 & parent=$!
            for i in $(seq 10); do sleep 1; kill -KILL $(pgrep -P $parent | shuf -n 1) 2>/dev/null && echo killed; done; wait $parent; echo "exit $?"
            """)
        #expect(outcome.output.hasSuffix("exit 1\n"))
        #expect(timeless(playproof.read("r.jsonl")) == timeless(calm.output))
    }

    @Test func `a full disk is an error with its remedy`() async throws {
        let outcome = try await playproof("check", "all", "--reporter", "jsonl", "--output", "/dev/full", "--force")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("playproof: the disk is full: /dev/full. Make room"))
        // A limit on the size of files is the nearest thing to a full disk that a test can have.
        let limited = try await playproof.shell("ulimit -f 1; playproof check all --reporter jsonl --output r.jsonl --reporter junit --output r.xml; exit $?")
        #expect(limited.exitCode == 2)
        #expect(limited.errors.contains("playproof: the file may not get so large: "))
        #expect(playproof.read("r.jsonl") == nil)
        #expect(playproof.read("r.xml") == nil)
        _ = try await write("r.jsonl", "--resume")
        #expect(playproof.read("r.jsonl")?.split(separator: "\n").count == 7)
    }

    @Test func `notes are in the record`() async throws {
        try playproof.write("cut.md", "```html\n<!DOCTYPE html>\n<script>\nfunction f() {")
        let outcome = try await playproof("check", "cut.md", "--reporter", "jsonl", "--quiet")
        #expect(outcome.output.contains(#""notes":["the answer is cut off: its code has no end"]"#))
    }

    @Test func `a submission that is said to be a game is judged as one`() async throws {
        try playproof.write("page.html", "<!DOCTYPE html><p>Hello</p>")
        #expect(try await playproof("check", "page.html", "--reporter", "line").output.hasPrefix("[1/1] page  unknown"))
        #expect(try await playproof("check", "page.html", "--reporter", "line", "--game", "tetris").output.hasPrefix("[1/1] page  broken"))
    }
}
