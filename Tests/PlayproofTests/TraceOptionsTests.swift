import Foundation
import Pictures
import Testing

/// What can be done with traces beside recording and replaying: keeping them of a run, pictures, comparing on.
@Suite("Traces and what is made of them")
struct TraceOptionsTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        try playproof.write("block.html", FallingBlock.page())
        try playproof.write("other.html", FallingBlock.page(from: 6))
        try playproof.write("keys", "500 ArrowLeft down\n0.6s ArrowLeft up\n# then\npress ArrowRight\nadvance 1s\n")
    }

    private func record(_ name: String = "t", _ options: String...) async throws {
        let outcome = try await playproof.shell("playproof record block.html --keys keys --output \(name) \(options.joined(separator: " "))")
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }

    @Test func `check keeps traces on request, which can be replayed`() async throws {
        let outcome = try await playproof("check", "block.html", "--grep", "moves", "--trace", "on", "--reporter", "jsonl", "--output", "r.jsonl")
        #expect(outcome.exitCode != 2, "\(outcome.errors)")
        #expect(playproof.files.contains("r-traces"))
        #expect(try await playproof("replay", "r-traces/block.trace").output == "everything is the same\n")
        let trace = try #require(playproof.read("r-traces/block.trace"))
        #expect(trace.contains("\"id\":\"moves\""))
        let again = try await playproof("check", "block.html", "--trace", "on", "--reporter", "jsonl", "--output", "r.jsonl")
        #expect(again.exitCode == 2)
    }

    @Test func `check leaves no trace unless told to`() async throws {
        _ = try await playproof("check", "block.html", "--grep", "loads", "--reporter", "line")
        _ = try await playproof("check", "block.html", "--grep", "loads", "--trace", "off", "--reporter", "html", "--output", "r.html")
        #expect(!playproof.files.contains { $0.contains("traces") || $0.contains("files") })
    }

    @Test func `a trace of a digest wants its submission`() async throws {
        try await record("t", "--digest-only")
        #expect(playproof.read("t")?.contains("fillRect") == false)
        let without = try await playproof("replay", "t")
        #expect(without.exitCode == 2)
        #expect(without.errors.contains("--on FILE"))
        #expect(try await playproof("replay", "t", "--on", "block.html").output == "everything is the same\n")
        let other = try await playproof("replay", "t", "--on", "other.html")
        #expect(other.exitCode == 2)
        #expect(other.errors.contains("another submission than other.html"))
        #expect(try await playproof("replay", "t", "--on", "other.html", "--changed").exitCode == 1)
    }

    @Test func `a replay lists all differences, and shows inputs and source around the first`() async throws {
        try await record()
        let broken = FallingBlock.page().replacingOccurrences(of: "draw() });\n</script>", with: "draw();\n  missing();\n});\n</script>")
        try playproof.write("broken.html", broken)
        let first = try await playproof("replay", "t", "--on", "broken.html")
        #expect(first.exitCode == 1)
        #expect(first.output.contains("500 ms  ArrowLeft down"))
        #expect(first.output.hasPrefix("frame 30, 0.5 s: error ReferenceError: Can't find variable: missing was not there\n"))
        #expect(first.output.contains("missing();"))
        let all = try await playproof("replay", "t", "--on", "broken.html", "--keep-going")
        #expect(all.exitCode == 1)
        #expect(all.output.hasSuffix("2 differences\n"))
    }

    @Test func `a replay on a game that freezes says so`() async throws {
        try await record()
        try playproof.write("frozen.html", FallingBlock.page().replacingOccurrences(of: "addEventListener('keydown', event => {", with: "addEventListener('keydown', event => { for (;;) {}"))
        let outcome = try await playproof("replay", "t", "--on", "frozen.html", "--timeout", "60")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("0.5 s: error "), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("a script ran longer than"))
    }

    @Test func `pictures of a trace are written`() async throws {
        try await record()
        #expect(try await playproof("render", "t", "--png", "p.png", "--at", "400ms", "--strip", "s.png", "--gif", "g.gif", "--fps", "5").exitCode == 0)
        func picture(_ name: String) throws -> Picture {
            try #require(Picture(png: Data(contentsOf: playproof.folder.appending(path: name))))
        }
        let moment = try picture("p.png")
        #expect(moment.width == 200 && moment.height == 400)
        #expect(moment.pixels()[45 * 200 + 90] == 0xFF0000)
        #expect(try picture("s.png").width > 6 * 96)
        let animation = try Data(contentsOf: playproof.folder.appending(path: "g.gif"))
        #expect(animation.prefix(6) == Data("GIF89a".utf8))
        #expect(try await playproof("render", "t", "--png", "p.png").exitCode == 2)
    }

    @Test func `a trace is shown as text`() async throws {
        try await record()
        let outcome = try await playproof("render", "t", "--moments", "3")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("....@@...."))
        #expect(outcome.output.split(separator: "\n").first?.hasPrefix("0.0") == true)
        let film = try await playproof("replay", "t", "--speed", "1000")
        #expect(film.output.contains("ArrowRight"))
        #expect(film.output.hasSuffix("everything is the same\n"))
    }

    @Test func `two traces become a page`() async throws {
        try await record("a")
        try await record("b", "--seed", "2")
        #expect(try await playproof("diff", "a", "b", "--html", "d.html").exitCode == 1)
        let page = try #require(playproof.read("d.html"))
        #expect(page.contains("id=\"trace-1\""))
        #expect(try await playproof("diff", "a", "b", "--html", "d.html").exitCode == 2)
    }

    @Test func `a scenario is recorded`() async throws {
        try playproof.write("s.yaml", "name: left\ntitle: To the left\nsteps:\n  - load\n  - wait: 300ms\n  - press: ArrowLeft\n  - expect: piece.left === 3\n")
        let outcome = try await playproof("record", "block.html", "--scenario", "s.yaml", "--output", "t")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(playproof.read("t")?.contains("ArrowLeft") == true)
        #expect(try await playproof("replay", "t").exitCode == 0)
    }

    @Test(arguments: [
        ("100 Arow down", "k:1: Arow: no such key"), ("100 ArrowLeft sideways", "down or up"), ("1x ArrowLeft down", "1x is no time"),
        ("500 a down\n400 a up", "k:2: 400 is before"),
    ])
    func `a wrong line of a key script is named`(line: String, part: String) async throws {
        try playproof.write("k", line + "\n")
        let outcome = try await playproof("record", "block.html", "--keys", "k", "--output", "t")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }

    @Test func `a trace that is cut off, newer, or changed is refused with the line and what to do`() async throws {
        try await record()
        let whole = try #require(playproof.read("t"))
        try playproof.write("cut", String(whole.prefix(whole.count * 3 / 4)))
        try playproof.write("newer", whole.replacingOccurrences(of: "playproof/trace/1", with: "playproof/trace/2"))
        try playproof.write("changed", whole.replacingOccurrences(of: "ArrowRight", with: "ArrowRihgt"))
        for (name, part) in [("cut", "cut off here"), ("newer", "version playproof/trace/2"), ("changed", "changed in lines")] {
            for command in ["replay \(name)", "diff \(name) t", "render \(name) --png p.png"] where name != "cut" || !command.hasPrefix("render") {
                let outcome = try await playproof.shell("playproof " + command)
                #expect(outcome.exitCode == 2, "\(command)")
                #expect(outcome.errors.contains(part), "\(outcome.errors)")
                #expect(outcome.errors.contains("\(name):"))
                #expect(outcome.errors.split(separator: "\n").count == 1)
            }
        }
        #expect(try await playproof("replay", "cut", "--cut-off").output == "everything is the same\n")
        #expect(!playproof.files.contains("p.png"))
    }

    @Test func `a recording that is broken off leaves what there was`() async throws {
        let noise = "<script>setInterval(() => console.log(Math.random(), Math.random(), Math.random(), Math.random()), 16)</script>"
        try playproof.write("noisy.html", FallingBlock.page() + noise)
        try playproof.write("k", "press ArrowLeft\nadvance 1200m\n")
        let outcome = try await playproof("record", "noisy.html", "--keys", "k", "--output", "t", "--timeout", "8", "--memory", "100000")
        #expect(outcome.exitCode != 0 && outcome.exitCode != 2)
        #expect(outcome.errors.contains("what was recorded until then is in t.partial"), "\(outcome.errors)")
        #expect(!playproof.files.contains("t"))
        #expect(try await playproof("render", "t.partial", "--moments", "2").output.contains("@@"))
    }
}
