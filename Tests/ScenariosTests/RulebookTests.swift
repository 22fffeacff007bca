import Foundation
import GamePlaying
import Testing

@testable import Scenarios

@Suite("The Tetris rulebook")
struct RulebookTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios/tetris").path

    private let judge: ExpectationJudge
    private let rulebook: Rulebook

    init() throws {
        judge = try ExpectationJudge()
        rulebook = try Rulebook.load(folder: Self.folder, judge: judge)
    }

    @Test func `has every must and should check, in the table's order`() {
        let expected = CheckTable.tetris.checks.filter { $0.level != .guideline }.map(\.id)
        #expect(rulebook.scenarios.map(\.id).filter { CheckTable.tetris[$0]?.level != .guideline } == expected)
    }

    @Test func `passes a game that is right`() {
        let runner = ScenarioRunner(stage: RecallingStage(FakeTetris()), judge: judge)
        for scenario in rulebook.scenarios where scenario.level != .guideline {
            let finding = runner.run(scenario)
            #expect(finding.status == .pass, "\(scenario.id): \(finding.detail ?? "") \(finding.evidence?.steps ?? [])")
        }
    }

    @Test(arguments: [
        (FakeTetris.Defect.leftWall, "walls_hold"), (.rotation, "rotates"), (.gravity, "falls"), (.overlook, "clears_lines"),
        (.score, "scores"), (.speed, "playable_speed"), (.pause, "pause"), (.rate, "rate_independent"),
        (.leak, "steady_memory"), (.preview, "next_preview"), (.errors, "no_errors"), (.noEnd, "game_over"), (.tooHigh, "drawn"),
    ])
    func `fails a game that is wrong, with a sentence`(defect: FakeTetris.Defect, check: String) throws {
        let scenario = try #require(rulebook.scenarios.first { $0.id == check })
        let finding = ScenarioRunner(stage: RecallingStage(FakeTetris(defect)), judge: judge).run(scenario)
        #expect(finding.status == .fail)
        let detail = try #require(finding.detail)
        #expect(!detail.contains("none (") && !detail.contains("undefined"), "\(detail)")
    }

    @Test func `is found beside the program or where the environment says`() throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "rulebook-\(UUID().uuidString)")
        let folder = scratch.appending(path: "Scenarios/tetris")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let program = scratch.appending(path: "build/release/program")
        #expect(try Rulebook.locate(environment: [:], executable: program) == folder.path)
        #expect(
            try Rulebook.locate(environment: ["PLAYPROOF_SCENARIOS": scratch.appending(path: "Scenarios").path], executable: nil)
                == folder.path)
        #expect(throws: ScenarioError.self) { try Rulebook.locate(environment: ["PLAYPROOF_SCENARIOS": scratch.path], executable: program) }
        let empty = #expect(throws: ScenarioError.self) { try Rulebook.load(folder: folder.path, judge: judge) }
        #expect(empty?.message == "the folder holds no scenario file (*.yaml)")
        for name in ["a", "b"] {
            try "check: falls\ntitle: t\nsteps: [start]\n".write(
                to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
        }
        let twins = #expect(throws: ScenarioError.self) { try Rulebook.load(folder: folder.path, judge: judge) }
        #expect(twins?.message.hasPrefix("the check 'falls' is already in ") == true)
    }
}
