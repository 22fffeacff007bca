import Scenarios
import Suites
import WebPage

/// Steps as users write them, on the command line or in a key script.
enum PageStepText {
    /// - Parameters:
    ///   - name: `advance`, `press`, `hold`, `click`, `eval` or `screenshot`.
    ///   - value: what stands behind it.
    ///   - place: where it stands, for errors.
    static func step(_ name: String, _ value: String, place: String? = nil) throws(CommandFailure) -> OpenOrder.Step {
        let what = place.map { "\($0): " } ?? "--"
        switch name {
        case "advance":
            return .advance(milliseconds: try duration(value, what + "advance"))
        case "press":
            return .press(key: try key(value, what + "press"))
        case "hold":
            guard let colon = value.lastIndex(of: ":"), colon != value.startIndex else {
                throw CommandFailure("\(what)hold \(value) has no duration. Write it as hold ArrowDown:500ms.")
            }
            return .hold(
                key: try key(String(value[..<colon]), what + "hold"),
                milliseconds: try duration(String(value[value.index(after: colon)...]), what + "hold"))
        case "click": return .click(selector: value)
        case "eval": return .evaluate(expression: value)
        case "screenshot": return .screenshot(file: value)
        default:
            throw CommandFailure("\(what)\(name) is no step. The steps are advance, press, hold and click.")
        }
    }

    static func duration(_ text: String, _ what: String) throws(CommandFailure) -> Double {
        guard let milliseconds = VirtualDuration.milliseconds(text) else {
            throw CommandFailure("\(what) \(text) is no duration. Write it as 500ms, 2s or 1m.")
        }
        guard milliseconds <= 86_400_000 else { throw CommandFailure("\(what) \(text) is more than a day. Take a shorter time.") }
        return milliseconds
    }

    static func key(_ name: String, _ what: String) throws(CommandFailure) -> String {
        guard KeyStroke.named(name) != nil else {
            throw CommandFailure("\(what) \(name): no such key. Write it as KeyboardEvent.key has it: ArrowLeft, a, Enter, Space.")
        }
        return name
    }
}
