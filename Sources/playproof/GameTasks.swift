import Foundation
import GamePlaying
import Scenarios
import Suites
import Traces
import WebPage

/// What a worker does with games: the library's functions, with their findings sent to the parent.
final class GameTasks: WorkerTasks {
    private let judge: GameJudge
    private var rulebooks: [String: Rulebook] = [:]

    init() throws {
        judge = try GameJudge()
    }

    func judge(_ submission: Submission, seed: UInt64, order: JudgeOrder, output: WorkerOutput) throws -> ResultRecord {
        let progress = GameJudge.Progress(stage: { output.stage($0, time: $1, check: $2) }, found: { output.found($0) }, pulse: { output.alive(time: $0, slowness: $1) })
        return try judge.judge(
            submission.page, id: submission.id, source: submission.source, seed: seed, scenarios: try scenarios(order), progress: progress)
    }

    /// The scenarios of an order: its own, or the rulebook's, or some of that.
    private func scenarios(_ order: JudgeOrder) throws -> [Scenario] {
        if let texts = order.scenarios {
            return try texts.map { try judge.reader.read($0.text, file: $0.file) }
        }
        let rulebook = try rulebooks[order.rules] ?? judge.rulebook(order.rules)
        rulebooks[order.rules] = rulebook
        return order.grep.map(rulebook.matching) ?? rulebook.scenarios
    }

    func open(_ submission: Submission, seed: UInt64, order: OpenOrder, output: WorkerOutput) throws -> Int32 {
        let options = PageOptions(seed: seed, frameInterval: 1000 / order.framesPerSecond)
        output.stage("loading the page", time: 0)
        let session = try GameSession(submission.page, options: options, browser: judge.browser)
        let code = PageSteps(session, output: output).perform(order.steps)
        if order.showsReading { output.send(.output(try judge.reading(of: session))) }
        return code
    }

    func record(_ submission: Submission, seed: UInt64, order: RecordOrder, output: WorkerOutput) throws -> Int32 {
        let options = PageOptions(seed: seed)
        let session = try discovered(submission, options, output)
        let recorder = SessionRecorder(session, header: SessionReplay.header(of: submission.page, options: options))
        var code: Int32 = 0
        switch order.input {
        case .steps(let list): code = PageSteps(session, output: output).perform(list)
        case .play(let pieces): code = play(session, pieces: pieces, output: output)
        }
        output.send(.file(name: RecordOrder.traceFile, try recorder.finish()))
        return code
    }

    /// A fresh session of a game that has been found out about, so that its readings show the playfield.
    private func discovered(_ submission: Submission, _ options: PageOptions, _ output: WorkerOutput) throws -> GameSession {
        output.stage("loading the page", time: 0)
        let session = try GameSession(submission.page, options: options, browser: judge.browser)
        let discovery = GameDiscovery(session).run { output.stage($0, time: session.now) }
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

    func replay(_ submission: Submission, seed: UInt64, order: ReplayOrder, output: WorkerOutput) throws -> Int32 {
        let recorded = try TraceReader.read(order.trace)
        let options = SessionReplay.options(of: recorded.header)
        let session = try discovered(submission, options, output)
        output.stage("replaying", time: 0)
        let header = SessionReplay.header(of: submission.page, options: options)
        let recorder = SessionRecorder(session, header: header)
        try SessionReplay(trace: recorded).perform(on: session)
        let repeated = try TraceReader.read(recorder.finish())
        let isOther = recorded.header.submission != header.submission
        guard let difference = TraceComparison(expected: recorded, actual: repeated).firstDifference(ignoringSubmission: isOther) else {
            output.send(.output("everything is the same"))
            return 0
        }
        output.send(.output(difference.description(picture: ReadingPicture.text(of:))))
        return 1
    }
}
