import Foundation
import GameReading
import WebPage

/// A game session as the steps of scenarios see it.
public final class GameStage: ScenarioStage {
    public let session: GameSession
    private let hasStarted: Bool
    private let options: PageOptions
    private var tracker: FieldTracker?
    private var playJSON = "null"
    /// What the last play step of this game said of the variables.
    private var witness: VariableReport?
    private var isOver = false
    /// What the heap held when it was measured last, and when that was: measuring costs a collection.
    private var heap: (bytes: Int, time: Double)?
    private static let heapInterval = 9_000.0
    /// While nothing is pressed for long, a look now and then follows a piece as well as one a frame.
    private var framesBetweenLooks = 1
    private static let framesBetweenLooksMax = 6
    private static let longWait = 1_000.0
    private var paint = PaintWatch()
    /// The last reading as JSON, and what it was made of beside what is painted.
    private var known: (cause: ReadingCause, state: String)?
    private var heldKeys: [String: KeyStroke] = [:]
    /// The last log of a play step, for whoever reports what was observed.
    public private(set) var logs: [PlayLog] = []
    /// The sessions that are over, in order.
    private var pastSessions: [PlayedSession] = []
    /// What was done to copies of its sessions.
    private var copiedSessions: [PlayedSession] = []
    /// More than a scenario takes of a game that answers, but for those that play.
    private static let trialSeconds = 4.0

    /// - Parameters:
    ///   - session: the game's session, with what discovery found.
    ///   - hasStarted: whether discovery saw the game running.
    ///   - isUnderWay: whether the session's page is to be read as it is, and not only once a step has opened it anew.
    public init(_ session: GameSession, hasStarted: Bool, isUnderWay: Bool = false) {
        self.session = session
        self.hasStarted = hasStarted
        options = session.options
        if isUnderWay { watch() }
    }

    /// The piece and the stack as they are known now.
    var trackerNow: FieldTracker? { tracker }

    /// Follows the piece and the stack from now on, frame by frame.
    private func watch() {
        tracker = session.newTracker()
        var frames = 0
        session.onFrame = { [weak self] session in
            guard let self else { return }
            frames += 1
            if frames % framesBetweenLooks == 0, let observation = session.observe() { tracker?.see(observation) }
        }
        if let observation = session.observe() { tracker?.see(observation) }
    }

    public var now: Double { session.now }

    public var sessionNumber: Int { pastSessions.count }

    /// What was done in one of the stage's sessions; nil for a number that none had, and for one that went on from what an
    /// earlier one had stored. Copies have negative numbers.
    public func playedSession(_ number: Int) -> PlayedSession? {
        knownSession(number).flatMap { $0.options.storage.isEmpty ? $0 : nil }
    }

    private func knownSession(_ number: Int) -> PlayedSession? {
        if copiedSessions.indices.contains(-1 - number) { return copiedSessions[-1 - number] }
        if number == sessionNumber { return PlayedSession(session) }
        return pastSessions.indices.contains(number) ? pastSessions[number] : nil
    }

    private struct Trial<Result: Codable>: Codable {
        var result: Result
        var session: PlayedSession
    }

    /// Runs `body` on a copy of the game that is under way, which itself stays as it is.
    /// - Returns: what `body` found out, and the number of the session in which it did; nil when that has to be done in
    ///   the game itself.
    public func onCopy<Result: Codable>(_ body: () -> Result) -> (result: Result, sessionNumber: Int)? {
        let trial = session.onCopy(processorSeconds: Self.trialSeconds) { Trial(result: body(), session: PlayedSession(session)) }
        guard let trial else { return nil }
        copiedSessions.append(trial.session)
        return (trial.result, -copiedSessions.count)
    }

    // MARK: Beginning

    public func start() throws(StageFailure) { try start(StartConditions()) }

    public func start(_ conditions: StartConditions) throws(StageFailure) {
        guard hasStarted else { throw StageFailure(.notFound, "no gesture was found that starts the game") }
        try load(conditions)
        session.advance(frames: 6)
        session.start()
        try checkHang()
    }

    public func load(_ conditions: StartConditions) throws(StageFailure) {
        var options = options
        if let seed = conditions.seed { options.seed = seed }
        if let rate = conditions.framesPerSecond { options.frameInterval = 1000 / rate }
        session.onFrame = nil
        pastSessions.append(PlayedSession(session))
        do { try session.reopen(options: options) } catch { throw StageFailure(.exception, "\(error)") }
        playJSON = "null"
        witness = nil
        isOver = false
        heldKeys = [:]
        heap = nil
        watch()
        try checkHang()
    }

    // MARK: Input and time

    private func gesture(_ control: String) throws(StageFailure) -> Gesture {
        if Controls.names.contains(control) {
            guard let gesture = session.knowledge.controls[control] else {
                throw StageFailure(.notFound, "no key was found for \(control)")
            }
            return gesture
        }
        guard let stroke = KeyStroke.named(control) else { throw StageFailure(.notFound, "there is no key '\(control)'") }
        return .key(stroke)
    }

    public func press(_ control: String, times: Int) throws(StageFailure) {
        let gesture = try gesture(control)
        let controls = session.knowledge.controls
        for _ in 0..<times { session.make(gesture, holdFrames: controls.holdFrames, gapFrames: controls.gapFrames) }
        try checkHang()
    }

    public func hold(_ control: String, milliseconds: Double) throws(StageFailure) {
        session.hold(try gesture(control), milliseconds: milliseconds)
        try checkHang()
    }

    public func hold(_ control: String) throws(StageFailure) {
        guard case .key(let stroke) = try gesture(control) else { throw StageFailure(.unsupported, "\(control) is no key") }
        heldKeys[control] = stroke
        session.key(down: true, stroke)
        try checkHang()
    }

    public func release(_ control: String) throws(StageFailure) {
        guard let stroke = heldKeys.removeValue(forKey: control) else { return }
        session.key(down: false, stroke)
        try checkHang()
    }

    public func click(_ selector: String) throws(StageFailure) {
        session.make(.click(selector))
        try checkHang()
    }

    public func advance(milliseconds: Double) throws(StageFailure) {
        framesBetweenLooks = milliseconds >= Self.longWait ? Self.framesBetweenLooksMax : 1
        defer { framesBetweenLooks = 1 }
        session.advance(milliseconds: milliseconds)
        try checkHang()
    }

    public func advance(frames: Int) throws(StageFailure) {
        session.advance(frames: frames)
        try checkHang()
    }

    public func stall(milliseconds: Double) throws(StageFailure) {
        session.stall(milliseconds: milliseconds)
        try checkHang()
    }

    private func checkHang() throws(StageFailure) {
        if let hang = session.page.hang { throw StageFailure(.hang, hang.message ?? "a script never ended") }
    }

    // MARK: Playing

    public func play(_ goal: PlayGoal) throws(StageFailure) -> String {
        let onFrame = session.onFrame
        session.onFrame = nil
        defer { session.onFrame = onFrame }
        guard let player = Player(session, goal: goal.description, tracker: tracker) else {
            throw StageFailure(.unsupported, "the playfield isn't known")
        }
        player.pursue(goal)
        tracker = player.tracker
        isOver = player.log.over && !player.log.restarted
        logs.append(player.log)
        witness = player.log.witness
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        playJSON = (try? encoder.encode(player.log)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
        return playJSON
    }

    // MARK: Reading

    public func picture() -> String {
        tracker.map { FieldPicture.text(of: $0.settled, piece: $0.piece?.cells ?? []) } ?? ""
    }

    public func reading(measuringHeap: Bool) -> ReadingText {
        ReadingText(state: state(measuringHeap: measuringHeap), frame: session.page.frameCount, time: session.now)
    }

    /// What a reading follows from, but for what is painted.
    private struct ReadingCause: Equatable {
        var settled: CellMask?
        var piece: Piece?
        /// A figure may change where nobody sees it.
        var numbers: ShownNumbers
        var isOver: Bool
        var records: Int
        var session: Int
        /// How many play steps there have been.
        var plays: Int
    }

    private func state(measuringHeap: Bool) -> String {
        let records = session.collectRecords()
        let observation = session.observe()
        if let observation { tracker?.see(observation) }
        let looksTheSame = paint.firstChange(on: session.page, session.page.stamp()) == nil
        let cause = ReadingCause(
            settled: tracker?.settled, piece: tracker?.piece, numbers: session.page.shownNumbers(), isOver: isOver, records: records.count,
            session: sessionNumber, plays: logs.count)
        if looksTheSame, !measuringHeap, let known, known.cause == cause { return known.state }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(reading(records, observation, cause.numbers, measuringHeap: measuringHeap)) else { return "{}" }
        let state = "\(String(decoding: data, as: UTF8.self).dropLast()),\"play\":\(playJSON)}"
        known = measuringHeap ? nil : (cause, state)
        return state
    }

    private func reading(_ records: [PageRecord], _ observation: Observation?, _ numbers: ShownNumbers, measuringHeap: Bool) -> StageReading {
        StageReading(
            phase: phase, columns: session.knowledge.field?.columns,
            rows: session.knowledge.field?.rows, board: board(observation), piece: pieceReading(observation),
            ghost: ghost(observation), score: numbers.score, lines: numbers.lines, level: numbers.level,
            errors: records.count { $0.kind == .error || $0.kind == .rejection },
            controls: session.knowledge.controls.wordsWithSlips,
            observed: StageReading.ObservedReading(start: startText, render: session.knowledge.render, touch: session.knowledge.touch?.words),
            drawn: drawnReading,
            page: pageReading(records, measuringHeap: measuringHeap))
    }

    private var drawnReading: StageReading.DrawnReading {
        StageReading.DrawnReading(
            seen: session.knowledge.field != nil && session.knowledge.unseen == nil, agrees: witness.flatMap { $0.compared > 0 ? $0.difference == nil : nil },
            difference: witness?.difference)
    }

    /// How the game is started, in words; nil when no way was found.
    public var startText: String? {
        guard hasStarted else { return nil }
        let gestures = [session.knowledge.approach].compactMap(\.self) + session.knowledge.start.map(\.description)
        return gestures.isEmpty ? "nothing" : gestures.joined(separator: ", then ")
    }

    private var phase: String {
        if isOver { return "over" }
        return tracker?.piece != nil ? "playing" : "waiting"
    }

    private func board(_ observation: Observation?) -> [[Int]] {
        guard let tracker else { return [] }
        return (0..<tracker.settled.rows).map { row in
            (0..<tracker.settled.columns).map { column in tracker.settled.contains(Cell(column, row)) ? 1 : 0 }
        }
    }

    private func pieceReading(_ observation: Observation?) -> StageReading.PieceReading? {
        tracker?.piece.map { StageReading.PieceReading($0, look: 1) }
    }

    private func ghost(_ observation: Observation?) -> [Cell]? {
        guard let observation, let tracker else { return nil }
        let cells = tracker.finder.ghostCells(in: observation, above: tracker.settled)
        return cells.isEmpty ? nil : cells
    }

    private func pageReading(_ records: [PageRecord], measuringHeap: Bool) -> StageReading.PageReading {
        let faults = records.filter { $0.kind == .error || $0.kind == .rejection }.map { record in
            StageReading.PageReading.Fault(
                time: record.time, kind: record.kind == .rejection ? "rejection" : record.isParseError == true ? "parse" : "error",
                name: record.name ?? "Error", message: record.message ?? "", line: record.line)
        }
        return StageReading.PageReading(
            errors: faults, missing: records.filter { $0.kind == .missing }.compactMap(\.name),
            heapBytes: measuringHeap ? heapBytes() : nil)
    }

    /// The page's heap, measured anew when enough time has gone by for it to tell anything; nil early in a session.
    private func heapBytes() -> Int? {
        if session.now - (heap?.time ?? 0) >= Self.heapInterval { heap = (session.page.heapSizeAfterCollection(), session.now) }
        return heap?.bytes
    }
}
