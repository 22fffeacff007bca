import Foundation
import GamePlaying
import Recording
import Scenarios
import Suites
import Traces

/// What a worker does with traces.
extension GameTasks {
    func replay(_ submission: Submission, seed: UInt64, order: ReplayOrder, output: WorkerOutput) throws -> Int32 {
        let recorded = try TraceReader.read(order.trace, allowingCutOff: true)
        let played = try SessionReplay(trace: recorded).session()
        let session = try discovered(submission, played.options, output)
        output.stage("replaying", time: 0)
        let recorder = SessionRecorder(session, header: SessionReplay.header(of: submission.page, options: played.options))
        played.perform(on: session)
        output.send(.file(name: RecordOrder.traceFile, try recorder.finish()))
        return 0
    }

    func render(_ submission: Submission, seed: UInt64, order: RenderOrder, output: WorkerOutput) throws -> Int32 {
        let played = try SessionReplay(trace: TraceReader.read(order.trace, allowingCutOff: true)).session()
        output.stage("loading the page", time: 0)
        let session = try GameSession(submission.page, options: played.options, browser: judge.browser)
        output.stage("replaying", time: 0)
        var inputs = played.inputs[...]
        for (index, time) in order.times.enumerated() {
            while let input = inputs.first, input.time <= time {
                session.advanceByFrames(to: input.time)
                session.perform(input.action)
                inputs.removeFirst()
            }
            session.advanceByFrames(to: time)
            guard let picture = session.page.screenshot() else { continue }
            output.send(.file(name: String(index), picture))
        }
        return 0
    }

    func shrink(_ submission: Submission, seed: UInt64, order: ShrinkOrder, output: WorkerOutput) throws -> Int32 {
        let recorded = try TraceReader.read(order.trace, allowingCutOff: true)
        let played = try SessionReplay(trace: recorded).session()
        let watch = FailureWatch(try discovered(submission, played.options, output), judge: judge.expectations)
        let model: GameSession? = if case .difference(let other) = order.failure { try discovered(other, played.options, output) } else { nil }
        var runs = 0
        let shrinker = SessionShrinker(runsMax: order.runs) { session in
            runs += 1
            output.stage("shrinking, run \(runs)", time: 0)
            if case .expectation(let text) = order.failure { return try watch.failure(of: text, in: session) }
            return try model.flatMap { try watch.difference(from: $0, in: session) }
        }
        guard let outcome = try shrinker.shrink(played) else {
            output.send(.log("playproof: \(order.failure.isExpectation ? "the expectation never stops to hold" : "both show the same") under this input."))
            return 1
        }
        output.send(.output(ShrinkText.text(of: outcome, played)))
        let header = SessionReplay.header(of: submission.page, options: played.options)
        let session = try discovered(submission, played.options, output)
        let recorder = SessionRecorder(session, header: header)
        outcome.session.perform(on: session)
        output.send(.file(name: ShrinkOrder.traceFile, try recorder.finish()))
        let text = try SessionScenario.text(
            of: outcome.session, expectation: outcome.failure.expectation, name: order.name,
            title: "\(submission.id) after \(outcome.presses) inputs")
        output.send(.file(name: ShrinkOrder.scenarioFile, Data(text.utf8)))
        return 0
    }
}

extension ShrinkOrder.Failure {
    fileprivate var isExpectation: Bool {
        if case .expectation = self { true } else { false }
    }
}
