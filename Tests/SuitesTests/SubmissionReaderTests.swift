import Foundation
import Testing
import WebPage

@testable import Suites

@Suite("Finding submissions")
struct SubmissionReaderTests {
    private let folder: TemporaryFolder
    private let reader = SubmissionReader()

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `reads a page with the files that it names`() throws {
        try folder.write("games/a.html", "<!DOCTYPE html><script src=\"a.js\"></script>")
        try folder.write("games/a.js", "import './lib/b.js'")
        try folder.write("games/lib/b.js", "1")
        try folder.write("games/other.js", "2")
        let submission = try reader.submission(at: folder.path("games/a.html"))
        #expect(submission.id == "a")
        #expect(submission.source == folder.path("games/a.html"))
        #expect(submission.page.files.keys.sorted() == ["a.js", "lib/b.js"])
    }

    @Test func `reads a folder with all its files`() throws {
        try folder.write("a03/index.html", "<p>")
        try folder.write("a03/img/x.svg", "<svg>")
        try folder.write("a03/.git/config", "no")
        try folder.write("a03/big.bin", String(repeating: "x", count: 4_100_000))
        let submission = try reader.submission(at: folder.path("a03/"))
        #expect(submission.id == "a03")
        #expect(submission.page.name == "index.html")
        #expect(submission.page.files.keys.sorted() == ["img/x.svg"])
        #expect(submission.notes == ["big.bin (4100 kB) is left out, too large"])
    }

    @Test func `takes the only page of a folder for its document`() throws {
        try folder.write("t/tetris.html", "<!DOCTYPE html><script src=\"tetris.js\"></script>")
        try folder.write("t/tetris.js", "1")
        let found = try reader.references([folder.path("t")])
        #expect(found.map(\.id) == ["t"])
        #expect(try found[0].load().page.name == "tetris.html")
    }

    @Test func `does not follow links out of a folder`() throws {
        try folder.write("secret.txt", "s")
        try folder.write("g/index.html", "<script src=\"secret.txt\"></script>")
        try FileManager.default.createSymbolicLink(atPath: folder.path("g/secret.txt"), withDestinationPath: folder.path("secret.txt"))
        #expect(try reader.submission(at: folder.path("g")).page.files.isEmpty)
    }

    @Test func `makes a page around a script file`() throws {
        try folder.write("snake.js", "let a = 1")
        let page = try reader.submission(at: folder.path("snake.js")).page
        #expect(page.html.contains("<script src=\"snake.js\"></script>"))
        #expect(page.files == ["snake.js": Data("let a = 1".utf8)])
    }

    @Test func `finds the submissions of a folder of folders, answers and lines, in order`() throws {
        try folder.write("all/b/index.html", "<p>")
        try folder.write("all/a.md", "```html\n<!DOCTYPE html><p>\n```")
        try folder.write("all/empty.md", "")
        try folder.write("all/README.md", "no game")
        try folder.write("all/c.jsonl", #"{"task_id":"t/1","completion":"<!DOCTYPE html><p>","model":"m","sample":3}"# + "\n")
        let found = try reader.references([folder.path("all")])
        #expect(found.map(\.id) == ["a", "b", "t/1#3", "empty"])
        let loaded = try found.map { try $0.load() }
        #expect(loaded[2].model == "m")
        #expect(loaded[2].task == "t/1")
        #expect(loaded[2].sample == 3)
        #expect(loaded[2].source == folder.path("all/c.jsonl:1"))
        #expect(loaded[3].defect == "the answer is empty")
    }

    @Test func `tells submissions of the same name apart by their folders`() throws {
        for path in ["x/a.html", "y/a/index.html", "z/y/a.html", "z/b.html", "z/a~2.html"] { try folder.write(path, "<p>") }
        let found = try reader.references(["x/a.html", "y/a", "z/y/a.html", "z/b.html", "z/a~2.html"].map(folder.path))
        #expect(found.map(\.id) == ["x/a", "y/a", "y/a~2", "b", "a~2"])
        #expect(try found[1].load().id == "y/a")
        let same = try reader.references(["x/a.html", "x/a.html", "z/a~2.html"].map(folder.path))
        #expect(same.map(\.id) == ["a", "a~3", "a~2"])
    }

    @Test func `tells several models' answers to the same task apart by the models`() throws {
        let line = { (model: String, sample: Int) in #"{"task_id":"t/1","completion":"<p>","model":"\#(model)","sample":\#(sample)}"# + "\n" }
        try folder.write("s.jsonl", line("alpha", 0) + line("beta", 0) + line("alpha", 1))
        #expect(try reader.references([folder.path("s.jsonl")]).map(\.id) == ["alpha/t/1#0", "beta/t/1#0", "t/1#1"])
        for path in ["x/a.html", "x/b.html", "y/a.html", "y/c.html"] { try folder.write(path, "<p>") }
        let found = try reader.references([SuiteFile.Input(path: folder.path("x"), model: "gamma"), SuiteFile.Input(path: folder.path("y"), model: "delta")])
        #expect(found.map(\.id) == ["gamma/a", "b", "delta/a", "c"])
        #expect(try found.map { try $0.load().model } == ["gamma", "gamma", "delta", "delta"])
    }

    @Test func `reads EvalPlus solutions and numbers as task ids`() throws {
        try folder.write("s.jsonl", #"{"task_id": 7, "solution": "```html\n<!DOCTYPE html><p>\n```"}"# + "\n\n")
        let submission = try reader.submission(at: folder.path("s.jsonl"))
        #expect(submission.task == "7")
        #expect(submission.page.firstLine == 2)
    }

    @Test func `judges a line without code instead of stopping the run`() throws {
        try folder.write("s.jsonl", #"{"task_id":"a","completion":"Sorry."}"# + "\n" + #"{"task_id":"b","completion":"<html></html>"}"#)
        let loaded = try reader.references([folder.path("s.jsonl")]).map { try $0.load() }
        #expect(loaded.map(\.defect) == ["the answer has no code", nil])
    }

    @Test func `reads standard input in any format`() throws {
        func read(_ text: String) throws -> [Submission] {
            try reader.references(["-"], standardInput: { Data(text.utf8) }).map { try $0.load() }
        }
        #expect(try read("<!doctype html><p>").map(\.page.html) == ["<!doctype html><p>"])
        #expect(try read("Sure:\n```html\n<p>x\n```").first?.page.firstLine == 3)
        #expect(try read(#"{"task_id":"a","completion":"<html>"}"#).map(\.id) == ["a"])
    }

    @Test func `drops a byte order mark`() throws {
        try folder.write("a.html", "\u{FEFF}<p>")
        #expect(try reader.submission(at: folder.path("a.html")).page.html == "<p>")
    }

    // MARK: Bad input

    private func problem(_ path: String) -> String? {
        let error = #expect(throws: InputError.self) { try reader.references([folder.path(path)]) }
        #expect(error?.remedy.isEmpty == false)
        #expect(error?.place.contains(path) == true)
        return error?.problem
    }

    @Test func `names what is wrong with a path`() throws {
        #expect(problem("none.html") == "no such file")
        try folder.write("empty/notes.csv", "1")
        #expect(problem("empty") == "the folder has no page")
        try folder.write("e.html", "")
        #expect(problem("e.html") == "the file is empty")
        try folder.write("answer.md", "No.")
        #expect(problem("answer.md") == "the answer has no code")
        #expect(mkfifo(folder.path("pipe.html"), 0o600) == 0)
        #expect(problem("pipe.html") == "not a regular file")
    }

    @Test func `names the byte that is not UTF-8`() throws {
        try folder.write("latin.html", Data([0x3C, 0x70, 0x3E, 0xE9, 0x20]))
        #expect(problem("latin.html") == "the text is not UTF-8 (byte 3)")
        try folder.write("wide.html", Data([0xFF, 0xFE, 0x3C, 0x00]))
        #expect(problem("wide.html") == "the text is UTF-16, not UTF-8")
    }

    @Test func `refuses a page of more than 20 MB`() throws {
        try folder.write("big.html", String(repeating: "x", count: 20_000_001))
        #expect(problem("big.html") == "too large (20 MB, at most 20 MB can be judged)")
    }

    @Test(arguments: [
        ("{\"task_id\":\"a\",\"completion\":", "the line is damaged JSON"), ("[1]", "the line is no JSON object"),
        ("{\"task_id\":\"a\"}", "the line has no completion"), ("{\"completion\":\"x\"}", "the line has no task_id"),
        ("{\"task_id\":\"a\",\"completion\":5}", "the line's completion has the wrong type"),
    ])
    func `names the damaged line`(_ line: String, _ expected: String) throws {
        try folder.write("d.jsonl", #"{"task_id":"a","completion":"<html>"}"# + "\n" + line + "\n")
        #expect(problem("d.jsonl:2".replacingOccurrences(of: ":2", with: "")) == expected)
        let error = #expect(throws: InputError.self) { try reader.references([folder.path("d.jsonl")]) }
        #expect(error?.place.hasSuffix("d.jsonl:2") == true)
    }
}
