import Foundation
import Testing

@Suite("playproof open")
struct OpenCommandTests {
    private static let guideline = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/guideline/index.html")

    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
        try playproof.write("page.html", """
            <!DOCTYPE html><button id="b" onclick="log.push('click')">b</button>
            <script>
            const log = [];
            addEventListener('keydown', event => log.push(event.key + (event.repeat ? '*' : '')));
            setTimeout(() => console.log('one second'), 1000);
            setTimeout(() => { nothing.here }, 1500);
            </script>
            """)
    }

    @Test func `does its steps in the order given`() async throws {
        let outcome = try await playproof(
            "open", "page.html", "--press", "a", "--eval", "log", "--click", "#b", "--press=ArrowLeft", "--eval=log.slice(1)", "--press", "b")
        #expect(outcome.output == "[\"a\"]\n[\"click\",\"ArrowLeft\"]\n")
        #expect(outcome.exitCode == 0)
    }

    @Test func `holds keys with the repeat of a desktop`() async throws {
        let outcome = try await playproof("open", "page.html", "--hold", "x:600ms", "--eval", "log.join('')")
        #expect(outcome.output == "\"xx*x*x*x*\"\n")
    }

    @Test func `tells what the console says, with the page's time`() async throws {
        let outcome = try await playproof("open", "page.html", "--advance", "1200ms")
        #expect(outcome.errors == "[1 s] log: one second\n")
        let failing = try await playproof("open", "page.html", "--advance", "2s")
        #expect(failing.errors.contains("[1.5 s] ReferenceError: "))
        #expect(failing.errors.contains("page.html:6"))
        #expect(failing.output.isEmpty)
    }

    @Test func `keeps the page's clock, whatever the frame rate`() async throws {
        let expression = "Math.round(performance.now() * 1e6) / 1e6"
        for fps in ["30", "60", "144"] {
            #expect(try await playproof("open", "page.html", "--fps", fps, "--advance", "900ms", "--eval", expression).output == "900\n")
        }
    }

    @Test func `says what is read of a game, and how it was found`() async throws {
        let game = Self.guideline.path
        let outcome = try await playproof("open", game, "--click", "#start", "--advance", "1500ms", "--press", "c", "--advance", "200ms", "--reading")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        func line(_ name: String) -> String { lines.first { $0.hasPrefix(name + " ") } ?? "" }
        #expect(line("playfield").contains("10 × 20 cells of 24 × 24 px on canvas"))
        #expect(line("variable").contains("board "))
        #expect(line("ghost").contains("rows 18 to 19"))
        for (name, value) in [("next", "what is shown at the place"), ("hold", "what else is shown"), ("score", "the page shows \"0\""), ("level", "1 "), ("phase", "playing")] {
            #expect(line(name).contains(value), "\(name): \(line(name))")
        }
        #expect(line("controls").contains("left ArrowLeft, right ArrowRight, rotate ArrowUp"))
        #expect(line("piece").contains("#"))
    }

    @Test func `gives the same random numbers for the same seed`() async throws {
        func numbers(_ seed: String) async throws -> String { try await playproof("open", "page.html", "--seed", seed, "--eval", "Math.random()").output }
        #expect(try await numbers("7") == numbers("7"))
        #expect(try await numbers("7") != numbers("8"))
    }

    @Test func `writes pictures, and replaces none unless told to`() async throws {
        #expect(try await playproof("open", "page.html", "--screenshot", "p.png").exitCode == 0)
        let picture = try #require(FileManager.default.contents(atPath: playproof.folder.appending(path: "p.png").path))
        #expect(!picture.isEmpty)
        let again = try await playproof("open", "page.html", "--screenshot", "p.png")
        #expect(again.exitCode == 2)
        #expect(again.errors == "playproof: the file exists already: p.png. Give another name, or --force to replace it.\n")
        #expect(try await playproof("open", "page.html", "--screenshot", "p.png", "--force").exitCode == 0)
        #expect(playproof.files == ["p.png", "page.html"])
    }

    @Test func `says which step could not be done`() async throws {
        let missing = try await playproof("open", "page.html", "--click", "#none", "--eval", "1")
        #expect(missing.exitCode == 1)
        #expect(missing.output.isEmpty)
        #expect(missing.errors.hasPrefix("playproof: no element matches the selector #none. "))
        #expect(try await playproof("open", "page.html", "--eval", "nothing").exitCode == 1)
        #expect(try await playproof("open", "page.html", "--hold", "x").exitCode == 2)
        #expect(try await playproof("open", "page.html", "--advance", "5").errors.contains("Write it as 500ms, 2s or 1m."))
    }

    @Test func `reads a page from standard input`() async throws {
        #expect(try await playproof("open", "-", "--eval", "document.title", input: "<!DOCTYPE html><title>hi</title>").output == "\"hi\"\n")
    }

    @Test func `stops a page that hangs`() async throws {
        try playproof.write("hang.html", "<script>function f() { Promise.resolve().then(f) }; f()</script>")
        let outcome = try await playproof("open", "hang.html", "--timeout", "1")
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors == "playproof: loading the page took more than 1 s and was stopped\n")
    }
}
