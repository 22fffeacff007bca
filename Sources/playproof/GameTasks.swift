import Foundation
import GamePlaying
import Recording
import Scenarios
import Suites
import Traces
import WebPage

/// What a worker does with games: the library's functions, with their findings sent to the parent.
final class GameTasks: WorkerTasks {
    let judge: GameJudge
    private var rulebooks: [String: Rulebook] = [:]
    /// What to make the rulebook of when a job needs it: most jobs judge nothing, and are to begin soon.
    private var rulebookFiles: RulebookFiles?

    init() throws {
        judge = try GameJudge()
    }

    func prepare() throws {
        try judge.browser.openAllFiles()
        rulebookFiles = try RulebookFiles(folder: Rulebook.locate())
    }

    func prepare(for order: JudgeOrder) throws {
        if order.scenarios == nil { _ = try rulebook(order.rules) }
    }

    func judge(_ submission: Submission, seed: UInt64, order: JudgeOrder, output: WorkerOutput) throws -> ResultRecord {
        let progress = GameJudge.Progress(
            stage: { output.stage($0, time: $1, check: $2) }, found: { output.found($0) },
            pulse: { output.alive(time: $0, slowness: $1) }, decided: { output.send(.decided($0)) })
        let judgement = try judge.judgement(
            of: submission.page, id: submission.id, source: submission.source, seed: seed, scenarios: try scenarios(order),
            isGameKnown: order.isGameKnown, progress: progress)
        var record = judgement.record
        output.send(.log("the page's scripts took \(judgement.session.callbackSeconds) s of processor time"))
        if order.digestsTrace, record.verdict != .broken {
            output.send(.decided(record))
            record.traceDigest = try traceDigest(judgement.session, seed: seed, output)
        }
        if let wish = order.trace, !wish.onFailure || record.verdict != .plays {
            // Whatever the second playing comes to, the record stands.
            output.send(.decided(record))
            output.stage("recording the trace", time: 0)
            let trace = try TracedSession(judgement).record(withDrawings: wish.withDrawings)
            output.send(.file(name: TraceWish.file, trace))
        }
        return record
    }

    /// A digest of what the game showed, frame by frame, while the player played it for a while. The submission itself
    /// isn't in it, so that a change that nobody sees changes nothing.
    /// - Parameter session: the game with what was found out about it.
    private func traceDigest(_ session: GameSession, seed: UInt64, _ output: WorkerOutput) throws -> String {
        output.stage("recording a session", time: 0)
        let options = PageOptions(seed: seed)
        try session.reopen(options: options)
        let header = TraceHeader(submission: .digest(""), name: "", seed: seed, frameInterval: options.frameInterval, startTime: options.startTime)
        let recorder = SessionRecorder(session, header: header)
        session.advance(frames: 6)
        session.start()
        if let player = Player(session, goal: "a session to compare") { player.pursue(PlayGoal(.pieces(Self.digestPieces))) }
        return TraceDigest.text(of: try recorder.finish())
    }

    /// Enough to see locks and clears, and a small part of what judging takes.
    private static let digestPieces = 20

    /// The scenarios of an order: its own, or the rulebook's, or some of that.
    private func scenarios(_ order: JudgeOrder) throws -> [Scenario] {
        if let texts = order.scenarios {
            return try texts.map { try judge.reader.read($0.text, file: $0.file) }
        }
        let rulebook = try rulebook(order.rules)
        return order.grep.map(rulebook.matching) ?? rulebook.scenarios
    }

    private func rulebook(_ rules: String) throws -> Rulebook {
        if let known = rulebooks[rules] { return known }
        let isRead = rules == CheckTable.tetris.name ? rulebookFiles : nil
        let rulebook = try isRead?.rulebook(judge: judge.expectations) ?? judge.rulebook(rules)
        rulebooks[rules] = rulebook
        return rulebook
    }

    func repairs(of submission: Submission) throws -> [PageRepair] {
        try PageRepairer(browser: judge.browser).repairs(of: submission.page)
    }

    func open(_ submission: Submission, seed: UInt64, order: OpenOrder, output: WorkerOutput) throws -> Int32 {
        // Who looks inside a page may wait longer for a script than who judges many.
        let options = PageOptions(seed: seed, frameInterval: 1000 / order.framesPerSecond, callSeconds: 5)
        output.stage("loading the page", time: 0)
        let session = try GameSession(submission.page, options: options, browser: judge.browser)
        let stage = order.showsReading ? try judge.watch(session) : nil
        let code = PageSteps(session, output: output).perform(order.steps)
        if let stage { output.send(.output(stage.readingText())) }
        return code
    }

    func record(_ submission: Submission, seed: UInt64, order: RecordOrder, output: WorkerOutput) throws -> Int32 {
        let options = PageOptions(seed: seed)
        let header = SessionReplay.header(of: submission.page, options: options, isDigest: order.digestOnly)
        if case .scenario(let text) = order.input {
            let scenario = try judge.reader.read(text.text, file: text.file)
            let judgement = try judge.judgement(
                of: submission.page, id: submission.id, source: submission.source, seed: seed, scenarios: [scenario])
            for finding in judgement.record.checks { output.send(.log("\(finding.id): \(finding.status.rawValue)")) }
            let trace = try TracedSession(judgement).record(digestOnly: order.digestOnly, withDrawings: order.withDrawings)
            output.send(.file(name: RecordOrder.traceFile, trace))
            return 0
        }
        let session = try discovered(submission, options, output)
        let recorder = SessionRecorder(session, header: header, withDrawings: order.withDrawings)
        recorder.onPart = { output.send(.file(name: RecordOrder.traceFile, $0)) }
        var code: Int32 = 0
        switch order.input {
        case .steps(let list): code = PageSteps(session, output: output).perform(list)
        case .play(let pieces): code = play(session, pieces: pieces, output: output)
        case .scenario: break
        }
        output.send(.file(name: RecordOrder.traceFile, try recorder.finish()))
        return code
    }

    /// A fresh session of a game that has been found out about, so that its readings show the playfield.
    func discovered(_ submission: Submission, _ options: PageOptions, _ output: WorkerOutput) throws -> GameSession {
        output.stage("loading the page", time: 0)
        let session = try GameSession(submission.page, options: options, browser: judge.browser)
        let discovery = GameDiscovery(session, isWanted: TetrisSigns.isMeant).run { output.stage($0, time: session.now) }
        session.knowledge = discovery.knowledge
        try session.reopen(options: options)
        return session
    }

    private func play(_ session: GameSession, pieces: Int, output: WorkerOutput) -> Int32 {
        session.advance(frames: 6)
        session.start()
        guard let player = Player(session, goal: "pieces \(pieces)") else {
            output.send(.log("playproof: no playfield was found, so nothing could be played. Look at the page with playproof open."))
            return 1
        }
        player.pursue(PlayGoal(.pieces(pieces)))
        output.send(.log("\(player.log.pieces) pieces, \(player.log.lines) rows: \(player.log.reason)"))
        return 0
    }
}
