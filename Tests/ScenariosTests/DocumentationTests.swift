import Foundation
import GamePlaying
import Testing

@testable import Scenarios

@Suite("The documentation of scenario files")
struct DocumentationTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `has an example that runs`() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Scenarios/README.md"), encoding: .utf8)
        let example = try #require(text.split(separator: "```yaml\n").last?.split(separator: "```").first)
        let judge = try ExpectationJudge()
        let scenario = try ScenarioReader(judge: judge).read(String(example), file: "README.md")
        let finding = ScenarioRunner(stage: FakeTetris(), judge: judge).run(scenario)
        #expect(finding.status == .pass)
        #expect(finding.detail == "from 3 to 1")
    }

    @Test func `names every step and every helper`() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Scenarios/README.md"), encoding: .utf8)
        for action in StepReader.actions { #expect(text.contains("`\(action)")) }
        let helpers = try String(contentsOf: Self.root.appending(path: "Sources/Scenarios/JavaScript/helpers.js"), encoding: .utf8)
        let table = try #require(helpers.split(separator: "*/").first)
        for helper in ReadingNames.helpers { #expect(table.contains("\(helper)(")) }
    }
}
