import Foundation
import Testing

/// The worker as other programs use it, and what it may do.
@Suite("playproof worker")
struct WorkerCommandTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
    }

    private static let jobs = (0..<6).map { #"{"id":"j\#($0)","page":{"html":"<title>Tetris</title><script>(</script>"}}"# + "\n" }.joined()

    @Test func `can't open, connect or start anything`() async throws {
        let outcome = try await playproof("worker", input: #"{"kind":"rights","id":"r","page":{"html":""}}"# + "\n")
        #expect(outcome.output.hasSuffix("{\"done\":0}\n"), "\(outcome.output)")
        #expect(outcome.output.split(separator: "\n").count == 11)
        #expect(!outcome.output.contains("NOT"))
    }

    /// What a worker says while it judges one of the fixtures' games.
    private func lines(for game: String, environment: String = "NONE=1") async throws -> [Substring] {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/games/\(game)/index.html")
        let job: [String: Any] = ["id": "g", "page": ["html": try String(contentsOf: page, encoding: .utf8)]]
        try playproof.write("job.json", String(decoding: try JSONSerialization.data(withJSONObject: job), as: UTF8.self) + "\n")
        let outcome = try await playproof.shell("env \(environment) '\(CommandRun.executable.path)' worker < job.json")
        return outcome.output.split(separator: "\n")
    }

    /// The record of one of the fixtures' games, times and memory aside.
    private func record(of game: String, environment: String = "NONE=1") async throws -> String {
        let record = try #require(try await lines(for: game, environment: environment).last { $0.hasPrefix("{\"result\"") })
        return String(record).replacing(/"cpuSeconds":[^,]*,|"peakMemoryMB":[^,}]*/, with: "")
    }

    /// An engine that compiles on threads can't be copied, so each trial has a page of its own there.
    @Test func `finds out the same on copies of a page as on pages of their own`() async throws {
        let onCopies = try await record(of: "b01")
        #expect(onCopies.contains(#""verdict":"plays""#))
        #expect(try await record(of: "b01", environment: "JSC_useConcurrentJIT=1") == onCopies)
    }

    @Test func `says what the page's scripts took, those on copies of the page among it`() async throws {
        let lines = try await lines(for: "b01")
        let scripts = try #require(lines.compactMap { $0.firstMatch(of: /scripts took ([0-9.e-]+) s/)?.1 }.first.flatMap { Double($0) })
        let all = try #require(lines.compactMap { $0.firstMatch(of: /"cpuSeconds":([0-9.]+)/)?.1 }.last.flatMap { Double($0) })
        #expect(scripts > 0)
        #expect(scripts < all)
    }

    @Test func `is as nice as who started it`() async throws {
        try playproof.write("page.html", "<script>for (;;) {}</script>")
        let outcome = try await playproof.shell("""
            nice -n 3 '\(CommandRun.executable.path)' check page.html --quiet > /dev/null & parent=$!
            for i in $(seq 2400); do worker=$(pgrep -P $parent) && [ "$(ps -o ni= $worker)" -eq "$(ps -o ni= $parent)" ] && echo same && break; sleep 0.05; done
            wait $parent
            """)
        #expect(outcome.output == "same\n")
    }

    @Test func `shares work by xargs`() async throws {
        try playproof.write("jobs.jsonl", Self.jobs)
        let outcome = try await playproof.shell("""
            split --number=l/2 jobs.jsonl part- && ls part-* |
              xargs -P 2 -I {} sh -c "'\(CommandRun.executable.path)' worker < {} | grep '^{\\"result\\":' > {}.results" && cat part-*.results
            """)
        #expect(outcome.output.split(separator: "\n").count == 6)
        #expect(outcome.output.components(separatedBy: #""failure":"syntax""#).count == 7)
    }

    /// What `open` says of a page with this script, in a worker that can open no file any more.
    private func value(of expression: String, in html: String, files: [String: String] = [:]) async throws -> String {
        let job: [String: Any] = [
            "kind": "open", "id": "f", "framesPerSecond": 60, "showsReading": false,
            "page": ["html": html, "files": files.mapValues { Data($0.utf8).base64EncodedString() }],
            "steps": [["advance": ["milliseconds": 500]], ["evaluate": ["expression": expression]]],
        ]
        let line = String(decoding: try JSONSerialization.data(withJSONObject: job), as: UTF8.self)
        return try await playproof("worker", input: line + "\n").output
    }

    @Test func `sets text in every style without opening a file`() async throws {
        let page = "<canvas id=c></canvas><script>const g = c.getContext('2d'); const w = ['', 'bold ', 'italic ', 'italic bold '].flatMap(s => "
            + "['serif', 'sans-serif', 'monospace'].map(f => { g.font = s + '20px ' + f; g.fillText('Wg', 5, 20); return g.measureText('Wg').width }));"
            + "const ink = g.getImageData(0, 0, 60, 30).data.some(v => v > 0)</script>"
        #expect(try await value(of: "w.every(x => x > 10) && new Set(w).size > 4 && ink", in: page).contains(#"{"output":"true"}"#))
    }

    @Test func `links modules, and has all of the page's files, without opening a file`() async throws {
        let page = "<script type=module>import { board } from './board.js'; window.width = board.width; window.late = (await import('./late.js')).late</script>"
        let files = ["board.js": "export const board = { width: 10 }", "late.js": "export const late = new Function('return 20')()"]
        #expect(try await value(of: "[width, late]", in: page, files: files).contains(#"{"output":"[10,20]"}"#))
    }
}
