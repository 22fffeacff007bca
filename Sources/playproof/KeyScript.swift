import Foundation
import Suites

/// A file of steps, one a line: `advance 2s`, `press ArrowLeft`, `hold ArrowDown:500ms`, `click #start`. Empty lines
/// and those that start with `#` say nothing.
enum KeyScript {
    static func steps(ofFile path: String) throws(CommandFailure) -> [OpenOrder.Step] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("no such file: \(path). Give a key script, as a file with the line press ArrowLeft.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("the text is not UTF-8: \(path). Save it as UTF-8.")
        }
        var steps: [OpenOrder.Step] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let words = line.split(separator: " ", maxSplits: 1)
            let place = "\(path):\(index + 1)"
            guard words.count == 2, ["advance", "press", "hold", "click"].contains(words[0]) else {
                throw CommandFailure("\(place): '\(line)' is no step. Write advance 2s, press ArrowLeft, hold ArrowDown:500ms or click #start.")
            }
            steps.append(try PageStepText.step(String(words[0]), words[1].trimmingCharacters(in: .whitespaces), place: place))
        }
        return steps
    }
}
