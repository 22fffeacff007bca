import GamePlaying

/// One step of a scenario.
public struct ScenarioStep: Sendable, Equatable {
    public indirect enum Action: Sendable, Equatable {
        /// Opens the page anew and leaves it alone.
        case load(StartConditions)
        /// Opens the page anew and makes the start gesture.
        case start(StartConditions)
        case press(control: String, times: Int)
        /// Keeps a key down, until `release` when no time is given.
        case hold(control: String, milliseconds: Double?)
        case release(control: String)
        case click(selector: String)
        case wait(milliseconds: Double)
        case frames(Int)
        /// Lets time go by in which the page comes to nothing.
        case stall(milliseconds: Double)
        /// Lets frames go by until an expression holds.
        case until(Expectation, withinMilliseconds: Double)
        case play(PlayGoal)
        /// Keeps the reading under a name.
        case remember(String)
        case expect(Expectation)
        case `repeat`(times: Int, steps: [ScenarioStep])
    }

    public var action: Action
    /// The step is left out unless this holds.
    public var condition: ScriptExpression?
    /// The step's line in the scenario file.
    public var line: Int

    public init(_ action: Action, if condition: ScriptExpression? = nil, line: Int = 0) {
        self.action = action
        self.condition = condition
        self.line = line
    }
}

extension ScenarioStep: CustomStringConvertible {
    /// The step in words, as evidence lists it.
    public var description: String {
        switch action {
        case .load(let conditions): "load\(conditions.suffix)"
        case .start(let conditions): "start\(conditions.suffix)"
        case .press(let control, let times): times == 1 ? "press \(control)" : "press \(control) \(times) times"
        case .hold(let control, let milliseconds):
            "hold \(control)\(milliseconds.map { " for \(VirtualDuration.text(milliseconds: $0))" } ?? "")"
        case .release(let control): "release \(control)"
        case .click(let selector): "click \(selector)"
        case .wait(let milliseconds): "wait \(VirtualDuration.text(milliseconds: milliseconds))"
        case .stall(let milliseconds): "stall \(VirtualDuration.text(milliseconds: milliseconds))"
        case .frames(let count): "\(count) frame\(count == 1 ? "" : "s")"
        case .until(let expectation, let limit):
            "until \(expectation.expression.source) within \(VirtualDuration.text(milliseconds: limit))"
        case .play(let goal): "play \(goal)"
        case .remember(let name): "remember \(name)"
        case .expect(let expectation): "expect \(expectation.expression.source)"
        case .repeat(let times, let steps): "\(times) times: \(steps.map(\.description).joined(separator: ", "))"
        }
    }

    /// Whether the step looks at the game and does nothing to it.
    var onlyLooks: Bool {
        switch action {
        case .expect, .remember: true
        default: false
        }
    }
}

extension StartConditions {
    fileprivate var suffix: String {
        let parts = [seed.map { "seed \($0)" }, framesPerSecond.map { "\(shortNumber($0)) frames a second" }]
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? "" : " (\(text))"
    }
}
