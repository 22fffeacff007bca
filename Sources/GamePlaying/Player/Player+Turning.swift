import GameReading

extension Player {
    /// Turns the piece four times in the open, the first time that a piece of its kind comes, and notes its forms.
    ///
    /// Nothing is noted when there is no room, or when the piece comes to rest in between.
    func tryTurns() {
        guard controls.rotate != nil, let kind = piece?.kind, !log.turns.contains(where: { $0.kind == String(kind) }),
            findRoom(), let start = piece
        else { return }
        guard var pieces = fullTurn(of: start) else { return }
        // Some forms are pushed into a corner of their box by their first turn, and stay there.
        if pieces.count > TurnReport.turns, let last = pieces.last, last.left != start.left, last.shape == start.shape, findRoom(), let now = piece {
            guard let again = fullTurn(of: now) else { return }
            pieces = again
        }
        log.turns.append(TurnReport(pieces, time: session.now))
    }

    /// A piece before and after each of four turns, or up to one that made another piece of it; nil when it was lost, or
    /// reached out of the field at the top.
    private func fullTurn(of start: Piece) -> [Piece]? {
        var pieces = [start]
        while pieces.count <= TurnReport.turns, let last = pieces.last {
            guard let turned = turnSurely(last) else { return nil }
            if isCutOff(turned, from: start) {
                // It turns about a far corner, and out of the field: the next one of its kind begins lower.
                headroom = start.bottom - start.top + start.right - start.left
                return nil
            }
            pieces.append(turned)
            if turned.kind != start.kind || turned.cells.count != start.cells.count { break }
        }
        return pieces
    }

    /// Whether a turn may have taken a part of the piece out of the field at the top.
    private func isCutOff(_ after: Piece, from before: Piece) -> Bool {
        after.top == 0 && after.cells.count < before.cells.count
    }

    /// Brings the piece to where its turns touch neither the walls nor the stack.
    private func findRoom() -> Bool {
        awaitWhole()
        for _ in 0..<Self.roomPressesMax {
            guard let piece, !isLost, !session.isHung else { return false }
            let side = max(piece.right - piece.left, piece.bottom - piece.top)
            // A piece that turns about its end needs more room than the box around it.
            let isRoomy = settled.columns >= 3 * side + 1
            let wide = isRoomy ? side : side - (piece.right - piece.left), high = side - (piece.bottom - piece.top)
            guard piece.bottom + high + 1 < settled.top else { return false }
            if piece.left < wide {
                press(controls.right)
            } else if piece.right + wide >= settled.columns {
                press(controls.left)
            } else if piece.top < max(high, isRoomy ? side : 1) + headroom {
                press(controls.soft)
            } else {
                return true
            }
            follow()
        }
        return false
    }

    /// Presses a control, or lets time pass where the game has none.
    private func press(_ gesture: Gesture?) {
        if let gesture { press(gesture) } else { session.advance(frames: Self.framesForAPress) }
    }

    /// Turns once; a game that did not take the key is given more time, and another press.
    /// - Returns: the piece, turned if it would; nil when it is lost from sight.
    private func turnSurely(_ before: Piece) -> Piece? {
        guard let gesture = controls.rotate else { return nil }
        var seen: Piece?
        for _ in 0..<2 {
            press(gesture)
            for _ in 0..<max(Self.framesForAPress, controls.answerFrames) {
                seen = follow()
                if let seen, seen.shape != before.shape {
                    guard !isCutOff(seen, from: before) else { return seen }
                    turned[before.shape] = seen.shape
                    turnShifts[before.shape] = seen.left - before.left
                    return seen
                }
                session.advance(frames: 1)
                if before.shape == before.shape.turnedRight { break }
            }
            guard let seen, seen.top >= before.top, seen != before.dropped(on: settled) else { return nil }
        }
        // In the open nothing else can have kept it from turning.
        turned[before.shape] = before.shape
        return seen
    }

    /// Presses after which a piece that found no room is left alone.
    private static let roomPressesMax = 24
    /// Games that look at their keys now and then do so every tenth of a second.
    private static let framesForAPress = 8
}
