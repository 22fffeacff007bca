import Foundation
import GamePlaying

/// One run of one scenario: what was done so far, and what that makes of a failure.
final class ScenarioRun {
    private let scenario: Scenario
    private let stage: any ScenarioStage
    private let judge: ExpectationJudge
    private var stepsDone: [String] = []
    private var before: String?
    /// Whether the last step only looked, so that the next one begins a new run of doing.
    private var looked = true
    private var startedAt = 0.0
    private let measuresHeap: Bool

    init(_ scenario: Scenario, stage: any ScenarioStage, judge: ExpectationJudge) {
        self.scenario = scenario
        self.stage = stage
        self.judge = judge
        measuresHeap = scenario.expressions.contains { $0.source.contains("heapBytes") }
    }

    /// Makes the game's present reading what expressions are about.
    private func look() {
        judge.look(at: stage.reading(measuringHeap: measuresHeap))
    }

    /// A check of something that the game doesn't have ends before the first step.
    func checkNeeds() throws(ScenarioStop) {
        guard !scenario.needs.isEmpty else { return }
        look()
        for need in scenario.needs where !judge.holds(need.source) {
            throw stop(.absent, detail: "the game has no \(Self.subject(of: need.source))")
        }
    }

    /// `controls.hold` is best told as "key for hold".
    private static func subject(of need: String) -> String {
        let prefix = "controls."
        guard need.hasPrefix(prefix), need.dropFirst(prefix.count).allSatisfy(\.isLetter) else { return need }
        return "key for \(need.dropFirst(prefix.count))"
    }

    func perform(_ steps: [ScenarioStep]) throws(ScenarioStop) {
        for step in steps {
            if let condition = step.condition {
                look()
                guard judge.holds(condition.source) else { continue }
            }
            if case .repeat(let times, let inner) = step.action {
                for _ in 0..<times { try perform(inner) }
                continue
            }
            noteDoing(step)
            do {
                try perform(step)
            } catch let failure as StageFailure {
                throw stop(for: failure, at: step)
            } catch let stop as ScenarioStop {
                throw stop
            } catch {
                throw stop(.unknown, detail: "\(error)", at: step)
            }
        }
    }

    private func noteDoing(_ step: ScenarioStep) {
        if step.onlyLooks {
            looked = true
            return
        }
        if looked, startedAt > 0 { before = stage.picture() }
        looked = false
        stepsDone.append(step.description)
    }

    private func perform(_ step: ScenarioStep) throws {
        switch step.action {
        case .load(let conditions):
            try stage.load(conditions.filled(from: scenario.settings))
            noteStart()
        case .start(let conditions):
            try start(conditions.filled(from: scenario.settings))
            noteStart()
        case .press(let control, let times): try stage.press(control, times: times)
        case .hold(let control, let milliseconds?): try stage.hold(control, milliseconds: milliseconds)
        case .hold(let control, nil): try stage.hold(control)
        case .release(let control): try stage.release(control)
        case .click(let selector): try stage.click(selector)
        case .wait(let milliseconds): try stage.advance(milliseconds: milliseconds)
        case .frames(let count): try stage.advance(frames: count)
        case .stall(let milliseconds): try stage.stall(milliseconds: milliseconds)
        case .until(let expectation, let limit): try wait(for: expectation, limit: limit)
        case .play(let goal): _ = try stage.play(goal)
        case .remember(let name):
            look()
            judge.remember(as: name)
        case .expect(let expectation):
            look()
            guard judge.holds(expectation.expression.source) else { throw stop(for: expectation) }
        case .repeat(let times, let steps):
            for _ in 0..<times { try perform(steps) }
        }
    }

    private func start(_ conditions: StartConditions) throws(StageFailure) {
        if conditions == StartConditions() { try stage.start() } else { try stage.start(conditions) }
    }

    private func noteStart() {
        startedAt = max(stage.now, .leastNonzeroMagnitude)
        before = nil
    }

    private func wait(for expectation: Expectation, limit: Double) throws {
        let end = stage.now + limit
        while true {
            look()
            if judge.holds(expectation.expression.source) { return }
            if stage.now >= end { throw stop(for: expectation, waited: limit) }
            try stage.advance(frames: 1)
        }
    }
}

extension ScenarioRun {
    func passed() -> Finding {
        var finding = Finding(id: scenario.id, status: .pass, level: scenario.level, category: scenario.category)
        if let shows = scenario.shows {
            look()
            finding.detail = judge.text(of: shows)
        }
        return finding
    }

    /// The stop for an expectation that doesn't hold in the present reading.
    private func stop(for expectation: Expectation, waited: Double? = nil) -> ScenarioStop {
        let source = expectation.expression.source
        let operands = judge.operands(of: source)
        let values = operands.map { "\($0.source) is \($0.value)" }.joined(separator: ", ")
        let claim =
            waited.map { "\(source) did not come true within \(VirtualDuration.text(milliseconds: $0))" } ?? "\(source) does not hold"
        let sentence = expectation.because.map(judge.text) ?? (values.isEmpty ? claim : "\(claim): \(values)")
        let status = CheckStatus(rawValue: expectation.otherwise.rawValue) ?? .fail
        let thrown = status == .fail ? exceptionSinceStart() : nil
        var result = stop(status, detail: sentence + (thrown.map { ", after an uncaught \($0.sentence)" } ?? ""))
        result.finding.category = thrown?.category ?? expectation.category ?? scenario.category
        result.finding.breaks = status == .fail && expectation.breaks
        result.finding.evidence?.expectation = source
        result.finding.evidence?.operands = operands
        result.finding.evidence?.place = "\(scenario.file):\(expectation.expression.line)"
        return result
    }

    /// The stop for a step that the stage could not do.
    private func stop(for failure: StageFailure, at step: ScenarioStep) -> ScenarioStop {
        var result: ScenarioStop
        switch failure.kind {
        case .hang:
            result = stop(.fail, detail: failure.detail)
            result.finding.category = .performance
            result.finding.breaks = true
        case .exception:
            result = stop(.fail, detail: failure.detail)
            result.finding.category = .runtime
            result.finding.breaks = true
        case .unsupported:
            result = stop(.unknown, detail: failure.detail)
        case .notFound:
            result = stop(step.pressesControl ? .absent : .fail, detail: failure.detail)
            if result.finding.status == .fail { result.finding.category = .interaction }
        }
        result.finding.evidence?.place = "\(scenario.file):\(step.line)"
        return result
    }

    private func stop(_ status: CheckStatus, detail: String, at step: ScenarioStep? = nil) -> ScenarioStop {
        let hasStarted = startedAt > 0
        let evidence = Evidence(
            place: step.map { "\(scenario.file):\($0.line)" }, steps: stepsDone, before: before,
            after: hasStarted ? stage.picture() : nil)
        return ScenarioStop(
            finding: Finding(
                id: scenario.id, status: status, level: scenario.level, category: scenario.category,
                at: hasStarted ? stage.now : nil, detail: detail, evidence: evidence))
    }

    /// The first uncaught exception after the game was started: most likely the cause of what fails later.
    private func exceptionSinceStart() -> PageException? {
        struct Reading: Decodable {
            struct Page: Decodable { var errors: [PageException]? }
            var page: Page?
        }
        let reading = try? JSONDecoder().decode(Reading.self, from: Data(stage.readingJSON().utf8))
        return reading?.page?.errors?.first { $0.time >= startedAt || $0.isParseError }
    }
}

/// An uncaught exception as the reading's `page.errors` lists it.
struct PageException: Decodable {
    var time: Double
    /// `parse` for a script that doesn't parse, `error` for what it threw, `rejection` for an unhandled promise.
    var kind: String?
    var name: String
    var message: String?
    var line: Int?

    var isParseError: Bool { kind == "parse" }
    var category: FailureKind { isParseError ? .syntax : .runtime }

    var sentence: String {
        "\(name) at \(VirtualDuration.text(milliseconds: time))\(message.map { " (\($0)\(line.map { ", line \($0)" } ?? ""))" } ?? "")"
    }
}

extension ScenarioStep {
    /// Whether the step needs a control that the game may lack.
    fileprivate var pressesControl: Bool {
        switch action {
        case .press, .hold, .release: true
        default: false
        }
    }
}

extension StartConditions {
    /// These conditions, with those of the scenario's settings where they say nothing.
    func filled(from settings: StartConditions) -> StartConditions {
        StartConditions(
            seed: seed ?? settings.seed, framesPerSecond: framesPerSecond ?? settings.framesPerSecond)
    }
}
