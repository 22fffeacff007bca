import Foundation
import Scenarios
import Suites

/// Reads and checks scenario files in the parent, for workers read no files.
enum ScenarioFiles {
    static func read(_ paths: [String]) throws -> [JudgeOrder.ScenarioText] {
        let reader = ScenarioReader(judge: try ExpectationJudge())
        return try paths.flatMap(files).map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailure("no such file: \(path). Give a scenario file (.yaml) or a folder of them.")
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw CommandFailure("the text is not UTF-8: \(path). Save it as UTF-8.")
            }
            _ = try reader.read(text, file: path)
            return JudgeOrder.ScenarioText(file: path, text: text)
        }
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
