import Foundation

/// The scenarios of a game's rules, in the order of its check table.
public struct Rulebook: Sendable {
    public let table: CheckTable
    public let scenarios: [Scenario]

    /// Loads every `.yaml` file of a folder.
    public static func load(
        folder: String, judge: ExpectationJudge, table: CheckTable = .tetris
    ) throws(ScenarioError) -> Rulebook {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ScenarioError(file: folder, message: "there is no such folder of scenario files")
        }
        let reader = ScenarioReader(judge: judge, table: table)
        var scenarios: [Scenario] = []
        for name in names.filter({ $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }).sorted() {
            let scenario = try reader.read(path: folder + "/" + name)
            if let twin = scenarios.first(where: { $0.id == scenario.id }) {
                throw ScenarioError(
                    file: scenario.file, message: "the check '\(scenario.id)' is already in \(twin.file); remove one of them")
            }
            scenarios.append(scenario)
        }
        guard !scenarios.isEmpty else {
            throw ScenarioError(file: folder, message: "the folder holds no scenario file (*.yaml)")
        }
        // Files come sorted by name and sorting is stable, so free scenarios follow the checks by name.
        return Rulebook(table: table, scenarios: scenarios.sorted { table.position(of: $0.id) < table.position(of: $1.id) })
    }

    /// The scenarios whose id or title contains the text.
    public func matching(_ text: String) -> [Scenario] {
        scenarios.filter { $0.id.contains(text) || $0.title.localizedCaseInsensitiveContains(text) }
    }
}
