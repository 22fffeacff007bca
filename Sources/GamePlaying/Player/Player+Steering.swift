import GameReading

extension Player {
    /// Presses a control once.
    func press(_ gesture: Gesture) {
        session.make(gesture, holdFrames: controls.holdFrames, gapFrames: controls.gapFrames)
    }

    /// Moves by one column and checks what came of it.
    /// - Returns: the columns that the piece moved by; nil when it can't be followed.
    func move(_ direction: Int) -> Int? {
        let name = direction < 0 ? "left" : "right"
        guard let before = piece, let gesture = direction < 0 ? controls.left : controls.right else { return nil }
        press(gesture)
        guard let after = follow() else { return nil }
        if after.cells.count == before.cells.count || after.top > 0 { checkMove(before, after, direction, name) }
        return after.left - before.left
    }

    private func checkMove(_ before: Piece, _ after: Piece, _ direction: Int, _ name: String) {
        if after.cells.count < before.cells.count {
            return note(Self.kind(ofLoss: after, settled), name, from: before, to: after)
        }
        guard before.cells.count == after.cells.count else { return }
        if before.shape != after.shape { return note(.deformed, name, from: before, to: after) }
        let shift = after.left - before.left
        let isFree = before.moved(direction, 0).fits(on: settled) && after.moved(direction, 0).fits(on: settled)
        if shift == 0, isFree { return note(.blocked, name, from: before, to: after) }
        if shift != 0, shift != direction { note(.jumped, name, from: before, to: after) }
    }

    /// Whether a piece that lost cells is hidden by a wall or by the stack.
    static func kind(ofLoss piece: Piece, _ settled: CellMask) -> Anomaly.Kind {
        let isAtEdge = piece.left == 0 || piece.right == settled.columns - 1
        let near = piece.cells.contains { cell in
            [cell.moved(1, 0), cell.moved(-1, 0), cell.moved(0, 1), cell.moved(0, -1)].contains(where: settled.contains)
        }
        return near && !isAtEdge ? .overlapping : .vanished
    }

    /// Turns once and checks what came of it.
    /// - Returns: whether the form changed; nil when the piece can't be followed.
    func turn(back: Bool = false) -> Bool? {
        guard let before = piece, let gesture = back ? controls.rotateBack ?? controls.rotate : controls.rotate else { return nil }
        press(gesture)
        guard let after = follow() else { return nil }
        if after.cells.count < before.cells.count, after.top > 0 {
            note(Self.kind(ofLoss: after, settled), "rotate", from: before, to: after)
        }
        return after.shape != before.shape
    }

    /// Steers the piece above a placement: first the form, then the column.
    /// - Returns: false when the piece came to rest or was lost on the way.
    func steer(to placement: Placement) -> Bool {
        let form = placement.resting.shape
        var tries = 0
        while let current = piece, current.shape != form, tries < 5 {
            guard turn() != nil else { return false }
            tries += 1
        }
        var blocked = 0
        while let current = piece, current.left != placement.resting.left, blocked < 2, !session.isHung {
            guard let moved = move(placement.resting.left < current.left ? -1 : 1) else { return false }
            blocked = moved == 0 ? blocked + 1 : 0
            if log.anomalies.count >= Self.anomaliesMax { return true }
        }
        return piece != nil
    }

    /// Waits for a piece of which a part is above the field to come down into sight.
    func awaitWhole() {
        let limit = session.now + 2.5 * (session.knowledge.gravityMs ?? 1000)
        while let current = piece, current.top == 0, current.cells.count < max(wholeCount, 4), session.now < limit, !isLost, !session.isHung {
            if let soft = controls.soft { press(soft) } else { session.advance(frames: 2) }
            guard follow() != nil else { return }
        }
    }

    /// Lets the piece go: a hard drop, else the soft drop held down, else gravity.
    func drop() {
        awaitWhole()
        if let hard = controls.hard, !isLost { press(hard) }
    }
}
