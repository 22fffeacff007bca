import Foundation

/// The scenarios of a game's rules, in the order of its check table.
public struct Rulebook: Sendable {
    public let table: CheckTable
    public let scenarios: [Scenario]

    /// Loads every `.yaml` file of a folder.
    public static func load(
        folder: String, judge: ExpectationJudge, table: CheckTable = .tetris
    ) throws(ScenarioError) -> Rulebook {
        try RulebookFiles(folder: folder).rulebook(judge: judge, table: table)
    }

    /// The scenarios whose id or title contains the text.
    public func matching(_ text: String) -> [Scenario] {
        scenarios.filter { $0.id.contains(text) || $0.title.localizedCaseInsensitiveContains(text) }
    }
}
