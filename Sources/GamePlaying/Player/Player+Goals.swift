import GameReading

extension Player {
    /// Plays towards a goal; the log says what happened.
    public func pursue(_ goal: PlayGoal) {
        defer { conclude() }
        let end = session.now + goal.limitMilliseconds
        if goal.target == .restart { return beginAnew(until: end) }
        if goal.target == .reload { return reload() }
        if goal.target == .topOut { lenience = Self.lenienceForTheEnd }
        guard awaitPiece(limit: Self.pauseMillisecondsMax + 2 * (session.knowledge.gravityMs ?? 1000)) else {
            log.reason = session.isHung ? "the page stands still" : "no piece came"
            _ = isFinished
            return
        }
        endSign = EndSign(watching: session)
        if goal.target == .lockDelay { return measureLockDelay(until: end) }
        if case .written(let rows) = goal.target { return playWritten(rowsMax: rows, until: end) }
        if case .arranged = goal.target { return playArranged(goal, until: end) }
        while !isFinished, session.now < end {
            if isReached(goal) {
                log.reached = true
                log.reason = "reached"
                return
            }
            if case .clear = goal.target, log.pieces >= Self.piecesForRowsMax {
                log.reason = "not in \(log.pieces) pieces"
                return
            }
            guard playPiece(goal) else { return }
        }
        if isReached(goal) { log.reached = true }
        log.reason = log.reached ? "reached" : log.hang ?? (session.now >= end ? "time is up" : "too much went wrong")
    }

    /// Four rows at once come within some dozen pieces in most games, and hardly ever after so many.
    private static let piecesForRowsMax = 250

    private func conclude() {
        log.time = session.now
        concludeScores()
        log.preview = preview.report()
        noteAnswers()
        for index in log.locks.indices where log.locks[index].kind != .ok {
            let time = log.locks[index].time
            let near = [paces.last { $0.time <= time }, paces.first { $0.time >= time }].compactMap(\.self)
            if near.contains(where: { $0.milliseconds < Self.rowMillisecondsMin }) { log.locks[index].excuse = .speed }
        }
        excuseSpecial()
        excuseAnnounced()
    }

    func isReached(_ goal: PlayGoal) -> Bool {
        switch goal.target {
        case .clear(let rows), .written(let rows): log.clears[String(rows), default: 0] > 0
        case .pieces(let count): log.pieces >= count
        case .lines(let count): log.lines >= count
        case .level(let level): session.page.shownNumbers().level ?? -1 >= Double(level)
        case .topOut: log.over
        case .restart: log.restarted
        case .random(let count): log.pieces >= count
        case .arranged(let count): log.lines >= count
        case .lockDelay, .reload: log.reached
        }
    }

    /// Puts one piece down.
    /// - Returns: false when the game is over or nothing more can be done.
    func playPiece(_ goal: PlayGoal) -> Bool {
        endSign?.pieceTime = entry?.time
        if goal.target == .topOut, isHigh { endSign?.glance(at: session, isPieceNew: true) }
        awaitWhole()
        noteHole()
        if goal.target == .topOut { endSign?.see(session) }
        entryKind = piece?.kind
        measureGravity()
        if goal.isThorough { tryTurns() }
        if goal.isThorough, goal.isForRows { measureSoftPoints() }
        guard let current = piece else { return false }
        if case .random = goal.target {
            pushAgainstWalls()
            if log.pieces % Self.piecesBetweenGaps != 1 || !turnInGap() { fumble() }
        } else if let best = choice(goal).ranked(placements(of: current)).first {
            _ = steer(to: best)
        }
        if slips >= Self.anomaliesMax * lenience { return false }
        awaitWhole()
        isLowered = isToBeLowered(goal)
        scoreMark = nil
        if goal.isForRows, !isLowered { markScore() }
        if goal.isThorough, !preview.isComplete { preview.see(session) }
        let fallsAlone = mayFallAlone(goal)
        if fallsAlone { lower() } else { drop() }
        switch awaitLock(fallsAlone: fallsAlone) {
        case .next:
            return true
        case .fresh:
            log.restarted = true
            log.over = true
            log.overSign = "the field was emptied for another game"
            return false
        case .none:
            concludeEnd()
            return false
        }
    }

    /// Whether the piece is left to come to rest by itself, as a player who thinks about it leaves some.
    private func mayFallAlone(_ goal: PlayGoal) -> Bool {
        guard case .random = goal.target, !isLost else { return false }
        return log.pieces % Self.piecesBetweenFalls == Self.piecesBetweenFalls / 2
    }

    private static let piecesBetweenFalls = 8

    /// Whether the piece is to come down by the soft drop although there is a hard one: they needn't stop at the same things.
    private func isToBeLowered(_ goal: PlayGoal) -> Bool {
        guard goal.isThorough, goal.isForRows, controls.hard != nil, controls.soft != nil else { return false }
        return log.pieces % Self.piecesBetweenLowered == Self.piecesBetweenLowered - 1
    }

    private static let piecesBetweenLowered = 6

    /// Of so many pieces pushed about at random one is turned where it has no room.
    private static let piecesBetweenGaps = 2

    private func choice(_ goal: PlayGoal) -> PlacementChoice {
        switch goal.target {
        case .clear(let rows): PlacementChoice(rowsAtOnce: patience.waits(on: settled) ? rows : nil)
        // A row that is all but full at one end is met hardly ever by who welcomes any. Who wants a few rows needn't wait for two.
        case .lines(let rows) where rows >= Self.manyRows && (rows / 2..<rows * 3 / 4).contains(log.lines):
            PlacementChoice(rowsAtOnce: patience.waits(on: settled) ? 2 : nil)
        case .topOut: PlacementChoice(towardsTheTop: true)
        default: PlacementChoice()
        }
    }

    private static let manyRows = 20

    /// Presses keys at random, as a child would: what a piece must never do, it does then if it can.
    private func fumble() {
        if random.next() % 2 == 0, !settled.isEmpty { lower() }
        for _ in 0..<(4 + Int(random.next() % 9)) {
            guard piece != nil, slips < Self.anomaliesMax else { return }
            switch random.next() % 5 {
            case 0...1 where !hasErred("left"): guard move(-1) != nil else { return }
            case 2...3 where !hasErred("right"): guard move(1) != nil else { return }
            default: guard turn() != nil else { return }
            }
            if random.next() % 3 == 0, let soft = controls.soft {
                press(soft)
                guard follow() != nil else { return }
            }
        }
    }

    /// Whether a control did so often what it must not that there is nothing more to learn of it; others may err as well.
    func hasErred(_ control: String) -> Bool {
        log.anomalies.count { $0.control == control && $0.kind != .blocked } >= Self.errorsMax
    }

    private static let errorsMax = 3

    /// Brings the piece down beside what is settled, where there is something to push it into.
    private func lower() {
        guard let soft = controls.soft else { return }
        for _ in 0..<settled.rows {
            guard let piece, !isLost, piece.bottom + 2 < piece.dropped(on: settled).bottom else { return }
            press(soft)
            guard follow() != nil else { return }
        }
    }

    /// Times the fall, at first and whenever some rows have gone.
    func measureGravity() {
        guard log.lines >= nextGravityLines, let before = piece, before.cells.count >= 3 else { return }
        nextGravityLines = log.lines + Self.linesBetweenTimings
        let limit = session.now + Self.timingMilliseconds
        var timer = FallTimer(tolerance: 2 * session.options.frameInterval)
        var row = before.bottom
        while session.now < limit, !session.isHung {
            session.advance(frames: 1)
            guard let now = follow(), now.shape == before.shape else { return notePace(timer.millisecondsPerRowSoFar) }
            guard now.bottom > row else { continue }
            row = now.bottom
            timer.note(row, at: session.now)
            if let milliseconds = timer.millisecondsPerRow { return notePace(milliseconds) }
        }
        if row == before.bottom, let piece, !session.isHung { noteHover(piece, milliseconds: Self.timingMilliseconds) }
    }

    /// Takes note of a piece that stays in the air by itself, for longer than a row takes. It counts once the piece has been
    /// brought further down: at a game's end pieces stay where they are, too.
    func noteHover(_ piece: Piece, milliseconds: Double) {
        guard piece.moved(0, 1).fits(on: settled), milliseconds > Self.rowsOfHover * (session.knowledge.gravityMs ?? 0),
            endSign?.saysWon(session) != true
        else { return }
        hover = (piece.bottom, milliseconds)
    }

    private static let rowsOfHover = 2.5
    private static let timingMilliseconds = 6000.0

    /// Levels are rarely shorter, and it takes a while to time a slow fall.
    private static let linesBetweenTimings = 5

    func notePace(_ milliseconds: Double?) {
        guard let milliseconds else { return }
        if log.gravityMs.last != milliseconds { log.gravityMs.append(milliseconds) }
        log.speedMinMs = min(log.speedMinMs ?? milliseconds, milliseconds)
        paces.append((session.now, milliseconds))
    }

    /// No next piece came: is this the end of the game, and does a player see it?
    private func concludeEnd() {
        guard !session.isHung else {
            log.hang = session.page.hang?.message
            log.reason = "the page stands still"
            return
        }
        let sign = endSign?.find(in: session)
        log.over = sign.map { $0.isSaid || isHigh } ?? false
        log.overSign = log.over ? sign?.text : nil
        session.isOver = log.over
        if log.over { log.overTop = stackAtRest.top }
        log.reason = sign?.text ?? "no next piece came"
    }
}
