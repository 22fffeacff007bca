import Foundation
import Scenarios
import Suites

/// A file of steps, one a line: `advance 2s`, `press ArrowLeft`, `hold ArrowDown:500ms`, `click #start`; or what happens at
/// a time of the page's clock: `2.5s ArrowLeft down`, `2580 ArrowLeft up` (milliseconds). Empty lines and those that start
/// with `#` say nothing.
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
            if line.first?.isNumber == true {
                steps += try timedSteps(line, after: latest(in: steps), place: place)
                continue
            }
            guard words.count == 2, ["advance", "press", "hold", "click"].contains(words[0]) else {
                throw CommandFailure(
                    "\(place): '\(line)' is no step. Write advance 2s, press ArrowLeft, hold ArrowDown:500ms, click #start or 2.5s ArrowLeft down.")
            }
            steps.append(try PageStepText.step(String(words[0]), words[1].trimmingCharacters(in: .whitespaces), place: place))
        }
        return steps
    }

    /// `2.5s ArrowLeft down`
    private static func timedSteps(_ line: String, after latest: Double, place: String) throws(CommandFailure) -> [OpenOrder.Step] {
        let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard words.count == 3, let isDown = ["down": true, "up": false][words[2]] else {
            throw CommandFailure("\(place): '\(line)' is no step. Write a time, a key, and down or up: 2.5s ArrowLeft down.")
        }
        guard let time = Double(words[0]) ?? VirtualDuration.milliseconds(words[0]), time.isFinite else {
            throw CommandFailure("\(place): \(words[0]) is no time. Write milliseconds, or 500ms, 2.5s or 1m.")
        }
        guard time >= latest else {
            throw CommandFailure("\(place): \(words[0]) is before the line above it. Put the lines in the order of time.")
        }
        return [.advanceTo(milliseconds: time), .key(try PageStepText.key(words[1], place + ":"), down: isDown)]
    }

    /// The last time that a line gave.
    private static func latest(in steps: [OpenOrder.Step]) -> Double {
        steps.reduce(0) { if case .advanceTo(let time) = $1 { max($0, time) } else { $0 } }
    }
}
