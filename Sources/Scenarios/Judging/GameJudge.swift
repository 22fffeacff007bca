import Foundation
import GamePlaying
import GameReading
import WebPage

/// Judges a submission by a rulebook: finds out how the game is played, runs every scenario of the rules and draws
/// the verdict.
///
/// One judge serves a process; its parts are made once. Not thread-safe.
public final class GameJudge {
    /// What a judge says while it works, so that nothing is lost when a game takes the process down.
    public struct Progress {
        /// What is about to be done, at which virtual time, and which check it is for.
        public var stage: (_ text: String, _ time: Double, _ check: String?) -> Void
        public var found: (Finding) -> Void
        /// That the game goes on, some times a second: the virtual time, and how many processor seconds one of it takes.
        public var pulse: (_ time: Double, _ slowness: Double) -> Void

        public init(
            stage: @escaping (String, Double, String?) -> Void = { _, _, _ in }, found: @escaping (Finding) -> Void = { _ in },
            pulse: @escaping (Double, Double) -> Void = { _, _ in }
        ) {
            self.stage = stage
            self.found = found
            self.pulse = pulse
        }
    }

    public let browser: Browser
    private let judge: ExpectationJudge

    public init() throws {
        browser = Browser(extensions: ReadingExtensions.all)
        judge = try ExpectationJudge(parser: browser.parser)
    }

    /// The rulebook of a game, from the folder of scenarios.
    public func rulebook(_ game: String = CheckTable.tetris.name) throws -> Rulebook {
        try Rulebook.load(folder: Rulebook.locate(game: game), judge: judge)
    }

    /// A reader for scenario files whose expressions are checked by this judge.
    public var reader: ScenarioReader { ScenarioReader(judge: judge) }

    /// - Parameters:
    ///   - page: what is judged.
    ///   - id: its name in reports.
    ///   - source: where it came from, as the user gave it.
    ///   - scenarios: what is checked, in order.
    public func judge(
        _ page: PageSource, id: String, source: String, seed: UInt64, scenarios: [Scenario], progress: Progress = Progress()
    ) throws -> ResultRecord {
        progress.stage("loading the page", 0, "loads")
        let session = try GameSession(page, options: PageOptions(seed: seed), browser: browser)
        session.onPulse = { progress.pulse($0.now, $0.slowness) }
        let discovery = GameDiscovery(session).run { progress.stage($0, session.now, "starts") }
        session.knowledge = discovery.knowledge
        let loadErrors = Self.errors(in: discovery.loadRecords)
        if discovery.hang != nil, !discovery.hasStarted {
            return hung(discovery, id: id, source: source, errors: loadErrors, seed: seed, progress)
        }
        if let reason = Self.otherGame(page, discovery) {
            return ResultRecord(id: id, source: source, verdict: .unknown, reason: reason, errors: loadErrors, seed: seed)
        }
        let stage = GameStage(session, hasStarted: discovery.hasStarted)
        let runner = ScenarioRunner(stage: RecallingStage(stage), judge: judge)
        var findings: [Finding] = []
        for scenario in scenarios {
            progress.stage("checking \(scenario.id)", session.now, scenario.id)
            let finding = runner.run(scenario)
            findings.append(finding)
            progress.found(finding)
        }
        if let freeze = session.worstFreeze { FreezeRule.apply(freeze, to: &findings) }
        return ResultRecord(
            id: id, source: source, findings: findings, doubt: Self.doubt(discovery),
            observed: Self.observed(stage), errors: loadErrors, seed: seed)
    }

    /// The record of a page that stood still before anything could be tried.
    private func hung(
        _ discovery: GameDiscovery.Result, id: String, source: String, errors: [SubmissionError], seed: UInt64, _ progress: Progress
    ) -> ResultRecord {
        let hang = discovery.hang
        let finding = Finding(
            id: "loads", status: .fail, level: .must, category: .performance, at: hang?.time,
            detail: "the page stands still: \(hang?.message ?? "a script never ended")", breaks: true)
        progress.found(finding)
        return ResultRecord(id: id, source: source, findings: [finding], errors: errors, seed: seed)
    }

    /// Why this is not judged as a Tetris; nil when it is one, or a broken one.
    private static func otherGame(_ page: PageSource, _ discovery: GameDiscovery.Result) -> String? {
        let controls = discovery.knowledge.controls
        if discovery.hasStarted, controls.rotate != nil || discovery.knowledge.gravityMs != nil, discovery.knowledge.field != nil,
            controls.left != nil || controls.right != nil || controls.soft != nil
        {
            return nil
        }
        // What doesn't parse is broken, whatever it was meant to be.
        guard !TetrisSigns.isMeant(by: page), !discovery.loadRecords.contains(where: { $0.isParseError == true }) else { return nil }
        return "no Tetris was seen: \(discovery.hasStarted ? "what moves doesn't fall like a piece" : "nothing falls") and nothing in the page speaks of one"
    }

    /// What the page asked for, the simulated browser lacks and a failure may be due to; nil when there is nothing.
    private static func doubt(_ discovery: GameDiscovery.Result) -> String? {
        let missing = discovery.loadRecords.filter { $0.kind == .missing }.compactMap(\.name)
        let grave = missing.filter { $0.lowercased().hasPrefix("webgl") || $0.hasPrefix("webgpu") || $0.hasPrefix("network script") }
        return grave.isEmpty ? nil : "the page needs \(grave.joined(separator: ", ")), which the simulated browser doesn't have"
    }

    private static func errors(in records: [PageRecord]) -> [SubmissionError] {
        records.filter { $0.kind == .error || $0.kind == .rejection }.prefix(20).map {
            SubmissionError(
                name: $0.name ?? "Error", message: $0.message ?? "", line: $0.line.flatMap { $0 > 0 ? $0 : nil },
                column: $0.column.flatMap { $0 > 0 ? $0 : nil })
        }
    }

    private static func observed(_ stage: GameStage) -> ObservedFacts {
        let knowledge = stage.session.knowledge
        let controls = Controls.names.compactMap { name in knowledge.controls[name].map { (name, $0.description) } }
        let scores = stage.logs.flatMap(\.scores)
        let rule = ScoringRule(scores)
        let gravity = stage.logs.max { $0.gravityMs.count < $1.gravityMs.count }?.gravityMs ?? []
        return ObservedFacts(
            columns: knowledge.field?.columns, rows: knowledge.field?.rows, render: knowledge.render,
            board: knowledge.variables.map { "variable \($0.name)" } ?? knowledge.field.map { _ in "painted cells" },
            start: stage.startText, controls: Dictionary(uniqueKeysWithValues: controls),
            scoring: Dictionary(uniqueKeysWithValues: rule.rows.map { (String($0.key), $0.value) }), scoringPer: rule.factor,
            dropPoints: scores.contains { $0.points != nil } ? ["soft": stage.logs.compactMap(\.softPoints).first ?? rule.soft, "hard": rule.hard] : nil,
            gravityMs: gravity.isEmpty ? knowledge.gravityMs.map { [$0.rounded()] } ?? [] : gravity.map { $0.rounded() })
    }
}
