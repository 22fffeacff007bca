import GamePlaying
import Testing

@testable import Scenarios

@Suite("Running a scenario")
struct ScenarioRunnerTests {
    private let stage = FakeStage()

    private func run(check: String = "moves", _ steps: String, head: String = "") throws -> Finding {
        let judge = try ExpectationJudge()
        let text = "check: \(check)\ntitle: t\n\(head)\nsteps:\n\(steps)\n"
        return ScenarioRunner(stage: stage, judge: judge).run(try ScenarioReader(judge: judge).read(text, file: "x.yaml"))
    }

    @Test func `passes when all expectations hold`() throws {
        let finding = try run(
            """
            - start
            - remember: before
            - press: left
            - expect: piece.left === before.piece.left - 1
            """, head: "shows: 'now at {piece.left}'")
        #expect(finding == Finding(id: "moves", status: .pass, level: .must, category: .interaction, detail: "now at 0"))
        #expect(stage.done == ["start", "press left 1"])
    }

    @Test func `shows evidence for a failed expectation`() throws {
        let finding = try run(
            "- start\n- remember: before\n- press: {key: left, times: 2}\n- wait: 50ms\n- expect: piece.left === 1\n  breaks: true")
        #expect(finding.status == .fail)
        #expect(finding.breaks)
        #expect(finding.at == 150)
        #expect(finding.detail == "piece.left === 1 does not hold: piece.left is 0")
        #expect(
            finding.evidence
                == Evidence(
                    expectation: "piece.left === 1", place: "x.yaml:9", operands: [.init(source: "piece.left", value: "0")],
                    steps: ["start", "press left 2 times", "wait 50 ms"], before: "piece at 1", after: "piece at 0"))
    }

    @Test func `uses the given reason, status and category`() throws {
        let finding = try run("- start\n- expect: score > 0\n  because: 'score {score}'\n  otherwise: absent\n  category: resource")
        #expect(finding.detail == "score null")
        #expect(finding.status == .absent)
        #expect(finding.category == .resource)
    }

    @Test func `waits frame by frame`() throws {
        let passing = try run("- start\n- until: time >= 130\n  within: 1s")
        #expect(passing.status == .pass)
        #expect(stage.done == ["start", "frames 1", "frames 1", "frames 1"])
        let failing = try run("- start\n- until: piece.left > 2\n  within: 1s")
        #expect(failing.at == 1100)
        #expect(failing.detail == "piece.left > 2 did not come true within 1 s: piece.left is 1")
    }

    @Test func `is absent without what it needs`() throws {
        let finding = try run("- start", head: "needs: [controls.left, controls.hold]")
        #expect(finding.status == .absent)
        #expect(finding.detail == "the game has no key for hold")
        #expect(stage.done.isEmpty)
    }

    @Test(arguments: [
        (StageFailure(.hang, "it hangs"), CheckStatus.fail, FailureKind.performance, true),
        (StageFailure(.exception, "it throws"), .fail, .runtime, true),
        (StageFailure(.unsupported, "no WebGL"), .unknown, .logic, false),
        (StageFailure(.notFound, "no such element"), .fail, .interaction, false),
    ])
    func `makes findings of stage failures`(failure: StageFailure, status: CheckStatus, category: FailureKind, breaks: Bool) throws {
        stage.failures["click #go"] = failure
        let finding = try run(check: "locks", "- start\n- click: '#go'")
        #expect(finding.status == status)
        #expect(finding.category == category)
        #expect(finding.breaks == breaks)
        #expect(finding.detail == failure.detail)
        #expect(finding.evidence?.place == "x.yaml:6")
    }

    @Test func `is absent when a key is missing`() throws {
        stage.failures["press hold 1"] = StageFailure(.notFound, "no key for hold")
        #expect(try run(check: "hold", "- start\n- press: hold").status == .absent)
    }

    @Test func `looks at the log after playing`() throws {
        let finding = try run(check: "locks", "- start\n- play: {pieces: 3}\n- expect: play.reached && play.pieces === 3")
        #expect(finding.status == .pass)
        stage.failures["play pieces 4"] = StageFailure(.hang, "no answer for 2 s after the second lock")
        #expect(try run(check: "locks", "- start\n- play: {pieces: 4}").category == .performance)
    }

    @Test func `leaves out steps whose condition does not hold`() throws {
        let steps = """
            - start
            - press: soft
              if: controls.soft
            - press: left
              if: controls.left
            - repeat: {times: 2, steps: [{frames: 1}]}
              if: score > 0
            """
        #expect(try run(steps).status == .pass)
        #expect(stage.done == ["start", "press left 1"])
    }

    @Test func `blames an exception that came before`() throws {
        stage.pageErrors =
            #"[{"time":50,"name":"TypeError","message":"at load"},{"time":120,"name":"RangeError","message":"boom","line":7}]"#
        let finding = try run(check: "locks", "- start\n- expect: piece === null")
        #expect(finding.category == .runtime)
        #expect(finding.detail?.hasSuffix(", after an uncaught RangeError at 120 ms (boom, line 7)") == true)
    }

    @Test func `repeats and starts under other conditions`() throws {
        let finding = try run("- start: {fps: 30}\n- repeat: {times: 2, steps: [{press: right}, {frames: 2}]}", head: "settings: {seed: 9}")
        #expect(finding.status == .pass)
        #expect(stage.done == ["start 9 30.0", "press right 1", "frames 2", "press right 1", "frames 2"])
    }
}
