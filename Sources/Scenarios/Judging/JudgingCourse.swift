import GamePlaying

/// Runs one scenario after another on a game, each in the way that costs least: what was done before is recalled, and what
/// only tries something on a started game does so on a copy of it.
struct JudgingCourse {
    private let stage: GameStage
    private let recalling: RecallingStage
    private let runner: ScenarioRunner

    init(_ stage: GameStage, judge: ExpectationJudge) {
        self.stage = stage
        recalling = RecallingStage(stage)
        runner = ScenarioRunner(stage: recalling, judge: judge)
    }

    /// - Returns: what was found, and the number of the stage's session that it was found in.
    func run(_ scenario: Scenario) -> (finding: Finding, sessionNumber: Int) {
        if scenario.isTrial, recalling.standAtStart(), let trial = stage.onCopy({ runner.run(scenario) }) {
            return (trial.result, trial.sessionNumber)
        }
        return (runner.run(scenario), recalling.sessionNumber)
    }
}
