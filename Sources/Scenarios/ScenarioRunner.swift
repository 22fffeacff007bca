import GamePlaying

/// Runs scenarios on a stage.
public struct ScenarioRunner {
    private let stage: any ScenarioStage
    private let judge: ExpectationJudge

    public init(stage: any ScenarioStage, judge: ExpectationJudge) {
        self.stage = stage
        self.judge = judge
    }

    /// Does the scenario's steps and judges its expectations, up to the first that doesn't hold.
    public func run(_ scenario: Scenario) -> Finding {
        judge.begin(remembering: scenario.rememberedNames)
        let run = ScenarioRun(scenario, stage: stage, judge: judge)
        do {
            try run.checkNeeds()
            try run.perform(scenario.steps)
            return run.passed()
        } catch {
            return error.finding
        }
    }
}

/// The end of a scenario before its last step.
struct ScenarioStop: Error {
    var finding: Finding
}
