import Foundation
import Testing

/// `playproof export`: the page that it writes, and how it fails.
@Suite("playproof export") struct ExportCommandTests {
    let playproof: CommandRun

    init() async throws {
        playproof = try CommandRun()
        try playproof.write("game.html", "<!DOCTYPE html><p id=p>0</p><script>onkeydown = event => p.textContent += event.key + '</p>'</script>")
        try playproof.write("keys", "press a\nadvance 200ms\n")
        _ = try await playproof("record", "game.html", "--keys", "keys", "--output", "t")
    }

    @Test func `writes one page that holds the submission and the input`() async throws {
        let outcome = try await playproof("export", "t", "--html", "page.html")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output == "")
        let page = try #require(playproof.read("page.html"))
        #expect(page.contains("\"keyDown\\\":{\\\"_0\\\":"))
        // The submission's own end tags don't end the element that it is kept in.
        #expect(page.contains("\\u003cp id=p>0\\u003c/p>"))
        #expect(!page.contains("https://") || !page.contains("src=\"http"))
    }

    @Test func `says what is wrong with the trace or the target`() async throws {
        try playproof.write("no-trace", "hello\n")
        try playproof.write("old", "{\"schema\":\"playproof/trace/0\"}\n")
        let whole = try #require(playproof.read("t"))
        try playproof.write("damaged", whole.replacingOccurrences(of: "keyDown", with: "keyDawn"))
        try playproof.write("mine.html", "mine")
        for (arguments, part) in [
            (["missing", "--html", "p.html"], "no such file: missing"), (["no-trace", "--html", "p.html"], "this is not a trace"),
            (["old", "--html", "p.html"], "version"), (["damaged", "--html", "p.html"], "damaged"),
            (["t", "--html", "mine.html"], "the file exists already: mine.html"), (["t", "--html", "no/p.html"], "no such folder: no/"),
        ] {
            let outcome = try await playproof.shell("playproof export \(arguments.joined(separator: " "))")
            #expect(outcome.exitCode == 2)
            #expect(outcome.errors.contains(part), "\(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
        #expect(playproof.read("mine.html") == "mine")
        #expect(playproof.files.contains("p.html") == false)
        #expect(try await playproof("export", "t", "--html", "mine.html", "--force").exitCode == 0)
    }
}
