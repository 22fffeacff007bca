import Foundation
import TestSupport
import Testing
import WebPage

@testable import Scenarios

/// A game that keeps to the guideline (`Fixtures/guideline`), and games made of it with slips, at least one for each check.
@Suite("Every check, of a game with a slip in what it asks for", .onOwnThread)
struct CheckSlipTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let games = (Slip.all + Slip.others).map(\.game).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

    @Test func `has a slip`() {
        #expect(Slip.all.map(\.check) == CheckTable.tetris.checks.map(\.id))
    }

    @Test(arguments: games)
    func `fails`(game: String) throws {
        let slips = (Slip.all + Slip.others).filter { $0.game == game }
        var html = try String(contentsOf: Self.root.appending(path: "Tests/Fixtures/guideline/index.html"), encoding: .utf8)
        for (right, wrong) in slips.flatMap(\.edits) {
            try #require(html.contains(right), "the game has no longer what the slip is in: \(right)")
            html = html.replacing(right, with: wrong)
        }
        let judge = try GameJudge()
        let rulebook = try Rulebook.load(folder: Self.root.appending(path: "Scenarios/tetris").path, judge: judge.expectations)
        let scenarios = rulebook.scenarios.filter { scenario in slips.contains { $0.check == scenario.id } }
        let record = try judge.judge(
            PageSource(html: html), id: game, source: "game.html", seed: 1, scenarios: scenarios, isGameKnown: true)
        for check in record.checks {
            #expect(check.status == .fail, "\(check.id): \(check.status), \(check.detail ?? "")")
            #expect(check.detail?.isEmpty == false)
        }
        #expect(Set(record.checks.map(\.id)) == Set(slips.map(\.check)))
    }
}
