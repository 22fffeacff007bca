import Foundation
import GamePlaying

/// A session as a scenario file: the same inputs at the same times, and what must hold at its end.
public enum SessionScenario {
    /// Frames that a scenario's click lets go by.
    private static let clickFrames = 2.0

    /// - Parameters:
    ///   - name: the scenario's name, of letters, digits and dashes.
    ///   - title: what it is about, in a sentence.
    /// - Returns: the file's text.
    /// - Throws: ``ScenarioError`` for a touch or a click at a point, which no step of a scenario can do.
    public static func text(of session: PlayedSession, expectation: String, name: String, title: String) throws(ScenarioError) -> String {
        let interval = session.options.frameInterval
        var lines = [
            "name: \(name)", "title: \(quoted(title))", "level: must", "settings: {seed: \(session.options.seed), fps: \(shortNumber(1000 / interval))}",
            "steps:", "  - load",
        ]
        var now = 0.0
        for input in session.inputs {
            lines += wait(from: now, to: input.time, interval)
            now = max(now, input.time)
            lines.append("  - " + (try step(for: input.action)))
            if case .click = input.action { now += clickFrames * interval }
        }
        lines += wait(from: now, to: session.end, interval)
        lines.append("  - expect: \(quoted(expectation))")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func wait(from start: Double, to end: Double, _ interval: Double) -> [String] {
        guard end - start > GameSession.timeTolerance else { return [] }
        let frames = (end / interval).rounded() - (start / interval).rounded()
        let areFrames = [start, end].allSatisfy { abs(($0 / interval).rounded() * interval - $0) < 1e-3 }
        return [areFrames ? "  - frames: \(Int(frames))" : "  - wait: \(shortNumber(((end - start) * 1000).rounded() / 1000))ms"]
    }

    private static func step(for action: InputEvent.Action) throws(ScenarioError) -> String {
        switch action {
        // A key that is down goes down again when it repeats.
        case .keyDown(let stroke, _): return "hold: \(quoted(stroke.key))"
        case .keyUp(let stroke): return "release: \(quoted(stroke.key))"
        case .click(let selector): return "click: \(quoted(selector))"
        case .clickAt(let x, let y):
            throw ScenarioError(file: "trace", message: "a click at \(Int(x)),\(Int(y)) has no step in a scenario; record it as a click on a selector")
        case .stall(let milliseconds): return "stall: \(shortNumber(milliseconds))ms"
        case .touchStart(let x, let y), .touchMove(let x, let y), .touchEnd(let x, let y):
            throw ScenarioError(file: "trace", message: "a touch at \(Int(x)),\(Int(y)) has no step in a scenario")
        }
    }

    /// A scalar of YAML that needs no knowledge of what would have to be quoted.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }
}
