import GameReading

extension Player {
    /// Measures how long a piece lies before it locks: one that is left alone, at the right wall, and one that is moved to
    /// and fro, at the left wall, where the first is not in its way.
    func measureLockDelay(until end: Double) {
        guard let gravityMs = session.knowledge.gravityMs, let still = lie(atWall: 1, isMoved: false, until: end),
            let moved = lie(atWall: -1, isMoved: true, until: end)
        else {
            log.reason = "no piece was seen from touching down to its lock"
            return
        }
        log.lockDelay = LockDelayReport(
            stillMs: still.milliseconds, movedMs: moved.milliseconds, moves: moved.moves, gravityMs: gravityMs)
        log.reached = true
        log.reason = "reached"
    }

    /// Brings the piece down at a wall and waits for its lock, which shows when the next piece comes.
    private func lie(atWall side: Int, isMoved: Bool, until end: Double) -> (milliseconds: Double, moves: Int)? {
        awaitWhole()
        for _ in 0..<settled.columns {
            guard let columns = move(side) else { return nil }
            if columns == 0 { break }
        }
        guard comeDown(until: end) else { return nil }
        let touch = session.now
        var moves = 0, presses = 0
        while session.now < end, !session.isHung {
            if hasLocked() { return (session.now - touch, moves) }
            if isMoved, presses < LockDelayReport.movesMax, let before = piece, let gesture = presses % 2 == 0 ? controls.right : controls.left {
                press(gesture)
                presses += 1
                if let after = follow(), after.left != before.left { moves += 1 }
                continue
            }
            session.advance(frames: 1)
            follow()
        }
        return nil
    }

    /// Lowers the piece to just above where it will lie; what is left it falls by itself, so that it touches down at a step
    /// of the fall and not somewhere between two.
    private func comeDown(until end: Double) -> Bool {
        while let piece, !isLost, !session.isHung, session.now < end {
            let rest = piece.dropped(on: settled).bottom - piece.bottom
            if rest == 0 { return true }
            if rest > Self.rowsToFallFreely, let soft = controls.soft { press(soft) } else { session.advance(frames: 1) }
            follow()
        }
        return false
    }

    private static let rowsToFallFreely = 2

    /// Whether the piece lies where it was seen last, and the next one has come; it is then the one that is played with.
    private func hasLocked() -> Bool {
        guard let seen = piece, let observation = look() else { return false }
        // A press may have moved it just before it locked.
        for lying in [seen, seen.moved(-1, 0), seen.moved(1, 0)] where lying.fits(on: settled) {
            let filled = union(settled, lying)
            guard filled.isSubset(of: observation.occupied), let next = finder.piece(in: observation, above: filled), isAtEntry(next) else { continue }
            settled = filled
            meet(next)
            return true
        }
        return false
    }
}
