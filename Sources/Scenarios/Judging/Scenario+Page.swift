extension Scenario {
    /// What expectations can read of a page that nobody plays.
    private static let pageNames = ["time", "frame", "errors", "page"]

    /// Whether all that it does and expects concerns the page by itself, so that nobody needs to find out how the game is
    /// played.
    func isAboutPageAlone(_ judge: ExpectationJudge) -> Bool {
        Self.leaveGameAlone(steps) && expressions.allSatisfy { judge.problem(in: $0.source, names: Self.pageNames) == nil }
    }

    private static func leaveGameAlone(_ steps: [ScenarioStep]) -> Bool {
        steps.allSatisfy { step in
            switch step.action {
            case .load, .click, .wait, .frames, .stall, .until, .expect: true
            case .repeat(_, let steps): leaveGameAlone(steps)
            case .start, .press, .hold, .release, .play, .remember: false
            }
        }
    }
}
