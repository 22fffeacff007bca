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
        /// The record as it stands once its verdict is known: all must checks are judged, and nothing that follows changes
        /// it, or one of them has failed, and nothing that follows makes it better.
        public var decided: (ResultRecord) -> Void

        public init(
            stage: @escaping (String, Double, String?) -> Void = { _, _, _ in }, found: @escaping (Finding) -> Void = { _ in },
            pulse: @escaping (Double, Double) -> Void = { _, _ in }, decided: @escaping (ResultRecord) -> Void = { _ in }
        ) {
            self.stage = stage
            self.found = found
            self.pulse = pulse
            self.decided = decided
        }
    }

    public let browser: Browser
    /// Evaluates expectations, for whoever has some of their own.
    public let expectations: ExpectationJudge

    public init() throws {
        browser = Browser(extensions: ReadingExtensions.all)
        expectations = try ExpectationJudge(parser: browser.parser)
    }

    /// The rulebook of a game, from the folder of scenarios.
    public func rulebook(_ game: String = CheckTable.tetris.name) throws -> Rulebook {
        try Rulebook.load(folder: Rulebook.locate(game: game), judge: expectations)
    }

    /// A reader for scenario files whose expressions are checked by this judge.
    public var reader: ScenarioReader { ScenarioReader(judge: expectations) }

    /// - Parameters:
    ///   - page: what is judged.
    ///   - id: its name in reports.
    ///   - source: where it came from, as the user gave it.
    ///   - scenarios: what is checked, in order.
    ///   - isGameKnown: whether the page is judged by them even if nothing about it speaks of their game.
    public func judge(
        _ page: PageSource, id: String, source: String, seed: UInt64, scenarios: [Scenario], isGameKnown: Bool = false,
        progress: Progress = Progress()
    ) throws -> ResultRecord {
        try judgement(of: page, id: id, source: source, seed: seed, scenarios: scenarios, isGameKnown: isGameKnown, progress: progress).record
    }

    /// The same, with the session that shows why the record is as it is.
    public func judgement(
        of page: PageSource, id: String, source: String, seed: UInt64, scenarios: [Scenario], isGameKnown: Bool = false,
        progress: Progress = Progress()
    ) throws -> Judgement {
        progress.stage("loading the page", 0, "loads")
        let session = try GameSession(page, options: PageOptions(seed: seed), browser: browser)
        session.onPulse = { progress.pulse($0.now, $0.slowness) }
        let isPlayed = scenarios.isEmpty || !scenarios.allSatisfy { $0.isAboutPageAlone(expectations) }
        let tell = { progress.stage($0, session.now, "starts") }
        let discovery = isPlayed ? GameDiscovery(session, isWanted: TetrisSigns.isMeant).run(progress: tell) : GameDiscovery(session).load(progress: tell)
        session.knowledge = discovery.knowledge
        // The game may be on another page than the submission's first one.
        let page = session.source
        let loadErrors = Self.errors(in: discovery.loadRecords)
        if discovery.hang != nil, !discovery.hasStarted {
            return Judgement(hung(discovery, id: id, source: source, errors: loadErrors, seed: seed, progress), session)
        }
        if isPlayed, !isGameKnown, let reason = Self.otherGame(page, discovery) {
            let record = ResultRecord(id: id, source: source, verdict: .unknown, reason: reason, errors: loadErrors, seed: seed)
            return Judgement(record, session)
        }
        let stage = GameStage(session, hasStarted: discovery.hasStarted)
        let course = JudgingCourse(stage, judge: expectations)
        var found: [Int: Finding] = [:]
        var sessionNumbers: [String: Int] = [:]
        func record() -> ResultRecord {
            var findings = scenarios.indices.compactMap { found[$0] }
            if let freeze = session.worstFreeze { FreezeRule.apply(freeze, to: &findings) }
            return ResultRecord(
                id: id, source: source, findings: findings, doubt: Doubt.reason(discovery, faults: session.faults, page: page),
                observed: Self.observed(stage), errors: loadErrors, seed: seed)
        }
        let order = scenarios.judgingOrder
        let lastMust = order.last { scenarios[$0].level == .must }
        for index in order {
            let scenario = scenarios[index]
            progress.stage("checking \(scenario.id)", session.now, scenario.id)
            let (finding, sessionNumber) = course.run(scenario)
            found[index] = finding
            sessionNumbers[finding.id] = sessionNumber
            progress.found(finding)
            if index == lastMust || (scenario.level == .must && found.values.contains(where: \.violatesMust)) { progress.decided(record()) }
        }
        return Judgement(record(), stage, sessionNumbers: sessionNumbers)
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
        let isDragged = !discovery.hasStarted && TetrisSigns.isDragged(by: page)
        guard isDragged || !TetrisSigns.isMeant(by: page), !discovery.loadRecords.contains(where: { $0.isParseError == true }) else { return nil }
        return "no Tetris was seen: \(discovery.hasStarted ? "what moves doesn't fall like a piece" : "nothing falls") and \(isDragged ? "things are dragged with the mouse" : "nothing in the page speaks of one")"
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
        let scores = stage.logs.flatMap(\.scores)
        let rule = ScoringRule(scores)
        let gravity = stage.logs.max { $0.gravityMs.count < $1.gravityMs.count }?.gravityMs ?? []
        return ObservedFacts(
            columns: knowledge.field?.columns, rows: knowledge.field?.rows, render: knowledge.render,
            board: knowledge.variables.map { "variable \($0.name)" } ?? knowledge.field.map { _ in "painted cells" },
            start: stage.startText, controls: knowledge.controls.words,
            scoring: Dictionary(uniqueKeysWithValues: rule.rows.map { (String($0.key), $0.value) }), scoringPer: rule.factor,
            dropPoints: scores.contains { $0.points != nil } ? ["soft": stage.logs.compactMap(\.softPoints).first ?? rule.soft, "hard": rule.hard] : nil,
            gravityMs: gravity.isEmpty ? knowledge.gravityMs.map { [$0.rounded()] } ?? [] : gravity.map { $0.rounded() })
    }
}
