import Foundation

/// The files of a rulebook as they were read from disk. What they say is found out when somebody judges by them: that takes ten times
/// as long as reading them.
public struct RulebookFiles: Sendable {
    private let folder: String
    /// By name.
    private let files: [(path: String, text: String)]

    /// Reads every `.yaml` file of a folder.
    public init(folder: String) throws(ScenarioError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ScenarioError(file: folder, message: "there is no such folder of scenario files")
        }
        self.folder = folder
        var files: [(path: String, text: String)] = []
        for name in names.filter({ $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }).sorted() {
            let path = folder + "/" + name
            files.append((path, try ScenarioReader.text(ofFile: path)))
        }
        self.files = files
    }

    /// The rulebook that the files make.
    /// - Parameter judge: checks the expressions' syntax.
    public func rulebook(judge: ExpectationJudge, table: CheckTable = .tetris) throws(ScenarioError) -> Rulebook {
        let reader = ScenarioReader(judge: judge, table: table)
        var scenarios: [Scenario] = []
        for file in files {
            let scenario = try reader.read(file.text, file: file.path)
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
}
