import GamePlaying
import Testing

@testable import Scenarios

@Suite("The order of judging")
struct JudgingOrderTests {
    private func scenario(_ id: String, _ level: CheckLevel, _ actions: ScenarioStep.Action...) -> Scenario {
        Scenario(id: id, title: id, level: level, steps: actions.map { ScenarioStep($0) })
    }

    private static let start = ScenarioStep.Action.start(StartConditions())
    private static let play = ScenarioStep.Action.play(PlayGoal(.lines(5)))

    @Test func `has the must checks first, short ones before those that play, and trials last`() {
        let list = [
            scenario("loads", .must, .load(StartConditions())), scenario("moves", .must, Self.start, Self.play),
            scenario("pause", .should, Self.start, .press(control: "pause", times: 1)), scenario("scores", .should, Self.start, Self.play),
            scenario("starts", .must, Self.start, .frames(1)), scenario("ghost", .guideline, Self.start),
        ]
        #expect(list.judgingOrder.map { list[$0].id } == ["loads", "starts", "moves", "scores", "pause", "ghost"])
    }

    @Test func `takes for a trial only what goes on from an ordinary start`() {
        #expect(scenario("a", .should, Self.start, .repeat(times: 2, steps: [ScenarioStep(.frames(1))])).isTrial)
        #expect(!scenario("b", .should, Self.start, .repeat(times: 2, steps: [ScenarioStep(Self.play)])).isTrial)
        #expect(!scenario("c", .should, .start(StartConditions(framesPerSecond: 30))).isTrial)
        #expect(!scenario("d", .should, .load(StartConditions())).isTrial)
        var seeded = scenario("e", .should, Self.start)
        seeded.settings = StartConditions(seed: 2)
        #expect(!seeded.isTrial)
        #expect(!scenario("f", .should).isTrial)
    }
}
