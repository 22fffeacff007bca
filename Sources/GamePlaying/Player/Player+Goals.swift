import GameReading

extension Player {
    /// Plays towards a goal; the log says what happened.
    public func pursue(_ goal: PlayGoal) {
        defer { log.time = session.now }
        let end = session.now + goal.limitMilliseconds
        guard awaitPiece(limit: Self.pauseMillisecondsMax + 2 * (session.knowledge.gravityMs ?? 1000)) else {
            log.reason = session.isHung ? "the page stands still" : "no piece came"
            _ = isFinished
            return
        }
        endSign = EndSign(watching: session)
        while !isFinished, session.now < end {
            if isReached(goal) {
                log.reached = true
                log.reason = "reached"
                return
            }
            guard playPiece(goal) else { return }
        }
        if isReached(goal) { log.reached = true }
        log.reason = log.reached ? "reached" : log.hang ?? (session.now >= end ? "time is up" : "too much went wrong")
    }

    private func isReached(_ goal: PlayGoal) -> Bool {
        switch goal.target {
        case .clear(let rows): log.clears[String(rows), default: 0] > 0
        case .pieces(let count): log.pieces >= count
        case .lines(let count): log.lines >= count
        case .level: false
        case .topOut: log.over
        case .random(let count): log.pieces >= count
        }
    }

    /// Puts one piece down.
    /// - Returns: false when the game is over or nothing more can be done.
    private func playPiece(_ goal: PlayGoal) -> Bool {
        awaitWhole()
        measureGravity()
        guard let current = piece else { return false }
        if case .random = goal.target {
            fumble()
        } else if let best = choice(goal).ranked(current, on: settled).first {
            _ = steer(to: best)
        }
        if log.anomalies.count >= Self.anomaliesMax { return false }
        drop()
        switch awaitLock() {
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

    private func choice(_ goal: PlayGoal) -> PlacementChoice {
        switch goal.target {
        case .clear(let rows): PlacementChoice(rowsAtOnce: rows)
        case .topOut: PlacementChoice(towardsTheTop: true)
        default: PlacementChoice()
        }
    }

    /// Presses keys at random, as a child would: what a piece must never do, it does then if it can.
    private func fumble() {
        for _ in 0..<(4 + Int(random.next() % 9)) {
            guard piece != nil, log.anomalies.count < Self.anomaliesMax else { return }
            switch random.next() % 5 {
            case 0, 1: guard move(-1) != nil else { return }
            case 2, 3: guard move(1) != nil else { return }
            default: guard turn() != nil else { return }
            }
            if random.next() % 3 == 0, let soft = controls.soft {
                press(soft)
                guard follow() != nil else { return }
            }
        }
    }

    /// Times one row of the fall, now and then and whenever rows have gone.
    private func measureGravity() {
        guard log.lines >= nextGravityLines, let before = piece, before.cells.count >= 3 else { return }
        nextGravityLines = log.lines + 2
        let limit = session.now + 4000
        var firstStep: Double?
        var row = before.bottom
        while session.now < limit, !session.isHung {
            session.advance(frames: 1)
            guard let now = follow(), now.shape == before.shape else { return }
            guard now.bottom > row else { continue }
            if let firstStep {
                let milliseconds = (session.now - firstStep) / Double(now.bottom - row)
                if log.gravityMs.last != milliseconds { log.gravityMs.append(milliseconds) }
                log.speedMinMs = min(log.speedMinMs ?? milliseconds, milliseconds)
                return
            }
            firstStep = session.now
            row = now.bottom
        }
    }

    /// No next piece came: is this the end of the game, and does a player see it?
    private func concludeEnd() {
        guard !session.isHung else {
            log.hang = session.page.hang?.message
            log.reason = "the page stands still"
            return
        }
        let sign = endSign?.find(in: session)
        log.over = sign != nil
        log.overSign = sign
        log.reason = sign ?? "no next piece came"
    }
}
