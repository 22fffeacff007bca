import Foundation
import Testing
import WebPage

@testable import Scenarios

@Suite("The judge of games")
struct GameJudgeTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios/tetris").path

    @Test func `tells what it has come to as soon as a must check has failed`() throws {
        let judge = try GameJudge()
        let rulebook = try Rulebook.load(folder: Self.folder, judge: judge.expectations)
        var events: [String] = []
        let progress = GameJudge.Progress(
            stage: { text, _, _ in events.append(text) }, decided: { events.append("decided: \($0.verdict)") })
        let page = PageSource(html: "<title>Tetris</title><canvas width=200 height=400></canvas>")
        let scenarios = rulebook.scenarios.filter { ["loads", "starts", "falls", "moves"].contains($0.id) }
        let record = try judge.judge(page, id: "a", source: "a.html", seed: 1, scenarios: scenarios, progress: progress)
        #expect(record.verdict == .broken)
        let told = try #require(events.firstIndex(of: "decided: broken"))
        let next = try #require(events.firstIndex(of: "checking falls"))
        #expect(told < next)
    }

    @Test func `does not find out how a game is played for scenarios about the page alone`() throws {
        let judge = try GameJudge()
        var events: [String] = []
        let progress = GameJudge.Progress(stage: { text, _, _ in events.append(text) })
        let text = """
            name: quiet
            title: No error
            level: must
            steps: [load, {wait: 200ms}, {expect: page.errors.length === 0, because: "{page.errors[0].message}"}]
            """
        let quiet = try judge.reader.read(text, file: "quiet.yaml")
        let failing = PageSource(html: "<p>nothing to play<script>setTimeout(() => { gone() }, 100)</script>")
        let record = try judge.judge(failing, id: "a", source: "a.html", seed: 1, scenarios: [quiet], progress: progress)
        #expect(record.verdict == .flawed)
        #expect(record.checks.first?.detail?.hasPrefix("Can't find variable: gone") == true)
        let silent = PageSource(html: "<p>nothing to play")
        #expect(try judge.judge(silent, id: "b", source: "b.html", seed: 1, scenarios: [quiet], progress: progress).verdict == .plays)
        let hanging = PageSource(html: "<script>for (;;);</script>")
        #expect(try judge.judge(hanging, id: "c", source: "c.html", seed: 1, scenarios: [quiet], progress: progress).failure == .performance)
        #expect(Set(events) == ["loading the page", "checking quiet"])
        #expect(try judge.reader.read(text.replacing("page.errors.length", with: "board.length"), file: "board.yaml").isAboutPageAlone(judge.expectations) == false)
    }

    /// Turns are right in these games: one has no wall on the left, the other draws the falling piece a row too low.
    @Test(arguments: ["a07--wall-through", "b01--draw-offset"])
    func `does not blame moves, turns and locks for what else takes a piece out of sight`(mutant: String) throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        let html = try String(contentsOf: root.appending(path: "Fixtures/mutants/\(mutant)/index.html"), encoding: .utf8)
        let judge = try GameJudge()
        let rulebook = try Rulebook.load(folder: Self.folder, judge: judge.expectations)
        let scenarios = rulebook.scenarios.filter { ["moves", "walls_hold", "rotates", "locks", "drawn"].contains($0.id) }
        let record = try judge.judge(PageSource(html: html), id: mutant, source: "index.html", seed: 1, scenarios: scenarios)
        let failed = record.checks.filter { $0.status != .pass }.map(\.id)
        #expect(failed.contains { $0 == "walls_hold" || $0 == "drawn" })
        #expect(Set(failed).isDisjoint(with: ["moves", "rotates", "locks"]))
    }
}
