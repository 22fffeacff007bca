import Foundation
import Scenarios
import Suites

/// Reads and checks scenario files in the parent, for workers read no files.
struct ScenarioFiles {
    var texts: [JudgeOrder.ScenarioText] = []
    /// What a player expects, in a sentence, by check or name.
    var titles: [String: String] = [:]

    static func read(_ paths: [String]) throws -> ScenarioFiles {
        let reader = ScenarioReader(judge: try ExpectationJudge())
        var read = ScenarioFiles()
        for path in try paths.flatMap(files) {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailure("no such file: \(path). Give a scenario file (.yaml) or a folder of them.")
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw CommandFailure("the text is not UTF-8: \(path). Save it as UTF-8.")
            }
            let scenario = try reader.read(text, file: path)
            read.titles[scenario.id] = scenario.title
            read.texts.append(JudgeOrder.ScenarioText(file: path, text: text))
        }
        return read
    }

    private static func files(at path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { path + "/" + $0 }
        guard !found.isEmpty else { throw CommandFailure("the folder holds no scenario file: \(path). Put a .yaml file into it.") }
        return found
    }
}
