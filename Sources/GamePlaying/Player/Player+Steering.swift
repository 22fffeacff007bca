import GameReading

extension Player {
    /// Presses a control once.
    func press(_ gesture: Gesture) {
        if gesture == controls.soft || gesture == controls.hard { isPushed = true }
        let moreFrames = gesture == controls.soft ? softDropHold.moreFrames : 0
        session.make(gesture, holdFrames: controls.holdFrames + moreFrames, gapFrames: controls.gapFrames)
    }

    /// Moves by one column and checks what came of it.
    /// - Returns: the columns that the piece moved by; nil when it can't be followed.
    func move(_ direction: Int) -> Int? {
        let name = direction < 0 ? "left" : "right"
        guard let before = present(), let gesture = direction < 0 ? controls.left : controls.right else { return nil }
        press(gesture)
        guard let answer = answer(to: before, isAnswer: { $0.left != before.left || !$0.moved(direction, 0).fits(on: settled) }) else {
            alternatives = [before.moved(direction, 0)].filter { $0.fits(on: settled) }
            return nil
        }
        let after = recovered(answer, from: before)
        if after.cells.count == before.cells.count || after.top > 0 { checkMove(before, after, direction, name) }
        return after.left - before.left
    }

    /// The piece as it is now, looked for again where it was out of sight: what a press does is held against this.
    private func present() -> Piece? { isLost ? follow() : piece }

    /// The piece after a press; a game that looks at its keys now and then is given some time to move or to turn it.
    private func answer(to before: Piece, isAnswer: (Piece) -> Bool) -> Piece? {
        var after = follow()
        for _ in 0..<controls.answerFrames {
            if let seen = after { if isAnswer(seen) { break } } else if !isSlow { break }
            session.advance(frames: 1)
            after = follow()
        }
        return after
    }

    /// The piece once it shows as many cells as before the press again, where a game squeezes or flashes it for a moment; else as it
    /// is now.
    private func recovered(_ after: Piece, from before: Piece) -> Piece {
        guard after.cells.count < before.cells.count, after.top > 0 else { return after }
        for _ in 0..<Self.framesOfSqueeze {
            session.advance(frames: 1)
            guard let now = follow() else { return after }
            if now.cells.count >= before.cells.count { return now }
        }
        return after
    }

    /// A fifth of a second: what is seen for so short a time is an effect.
    private static let framesOfSqueeze = 12

    /// Whether the game takes its time to show what a press did, and may show no piece until then.
    private var isSlow: Bool { controls.answerFrames > Controls().answerFrames }

    private func checkMove(_ before: Piece, _ after: Piece, _ direction: Int, _ name: String) {
        if after.cells.count < before.cells.count {
            let kind = Self.kind(ofLoss: after, settled)
            // It came down by itself meanwhile, into what is below it, unless it is what a step through a wall leaves, perhaps a
            // row lower.
            let steps = (0...1).map { before.moved(direction, $0).cells.filter(settled.isInside) }
            if !steps.contains(after.cells), Set(after.cells).isSubset(of: before.moved(0, 1).cells) { return note(kind, Anomaly.fall, from: before, to: after) }
            return note(kind == .vanished && isHeld(before, direction) ? .hidden : kind, name, from: before, to: after)
        }
        guard before.cells.count == after.cells.count else { return }
        // It came to rest meanwhile, and this is the next one.
        guard after.top >= before.top - Self.rowsUpMax else { return }
        if before.shape != after.shape {
            // At the top the next piece may have come over the one that is at rest.
            guard !isHigh else { return }
            let isWrapped = [before, after].contains { $0.left == 0 && $0.right == settled.columns - 1 }
            return note(isWrapped ? .vanished : .deformed, name, from: before, to: after)
        }
        let shift = after.left - before.left
        log.pushes.note(from: before, to: after, direction, on: settled)
        let isFree = before.moved(direction, 0).fits(on: settled) && after.moved(direction, 0).fits(on: settled)
        if shift == 0, isFree { return note(.blocked, name, from: before, to: after) }
        // A key that is kept down may repeat; nothing makes a piece jump further or back.
        if abs(shift) > Self.repeatsMax || shift * direction < 0 { note(.jumped, name, from: before, to: after) }
    }

    /// Whether there is a wall where a piece went out of sight: pushed on and on it still comes back in a few steps.
    private func isHeld(_ whole: Piece, _ direction: Int) -> Bool {
        guard let onward = direction < 0 ? controls.left : controls.right, let back = direction < 0 ? controls.right : controls.left
        else { return false }
        for _ in 0..<Self.pushes { press(onward) }
        for _ in 0..<Self.stepsBack {
            press(back)
            if let seen = follow(), seen.cells.count >= whole.cells.count { return true }
        }
        return false
    }

    private static let repeatsMax = 3
    /// What is higher than a piece was by more than so many rows is another one.
    private static let rowsUpMax = 3
    private static let pushes = 8
    private static let stepsBack = 4

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
        guard let before = present(), let gesture = back ? controls.rotateBack ?? controls.rotate : controls.rotate else { return nil }
        press(gesture)
        guard let answer = answer(to: before, isAnswer: { $0.shape != before.shape || $0.shape.turnedRight == $0.shape }) else {
            alternatives = turns(of: before)
            return nil
        }
        let after = recovered(answer, from: before)
        if after.cells.count < before.cells.count, after.top > 0 {
            note(Self.kind(ofLoss: after, settled), "rotate", from: before, to: after)
        }
        guard after.shape != before.shape else { return false }
        if after.cells.count == before.cells.count { turned[before.shape] = after.shape }
        return true
    }

    /// Where a turn may have brought the piece, kicks included.
    private func turns(of piece: Piece) -> [Piece] {
        let form = (turned[piece.shape] ?? piece.shape.turnedRight).moved(piece.left, piece.top)
        return (-2...2).flatMap { column in (-2...2).map { row in form.moved(column, row) } }.filter { $0.fits(on: settled) }
    }

    /// Where the piece can be put with the keys that there are, and with what they were seen to do.
    func placements(of piece: Piece) -> [Placement] {
        let columns = (controls.left == nil ? piece.left : 0)...(controls.right == nil ? piece.left : settled.columns)
        let canTurn = controls.rotate != nil
        return Placement.all(of: piece, on: settled, columns: columns) { form in canTurn ? turned[form] ?? form.turnedRight : form }
            .filter { reach.reaches($0.resting.left, with: $0.resting.shape) }
    }

    /// Steers the piece above a placement: first the form, then the column.
    /// - Returns: false when the piece came to rest or was lost on the way.
    func steer(to placement: Placement) -> Bool {
        let form = placement.resting.shape
        guard turn(to: form) else { return false }
        var blocked = 0
        while let current = piece, current.left != placement.resting.left, blocked < Self.blockedMax, !session.isHung {
            let direction = placement.resting.left < current.left ? -1 : 1
            guard let moved = move(direction) else { return false }
            blocked = moved == 0 ? blocked + 1 : 0
            if blocked == Self.blockedMax, let stopped = piece, stopped.moved(direction, 0).fits(on: settled) {
                reach.noteStop(of: form, at: stopped.left, direction: direction)
            }
            if slips >= Self.anomaliesMax { return true }
        }
        return piece != nil
    }

    /// Presses without an effect, one after another, before a piece is taken to be held.
    private static let blockedMax = 2

    /// Turns the piece until it has a form. Some games don't turn pieces that have just appeared: they get some rows' time.
    /// - Returns: false when the piece came to rest or was lost on the way.
    func turn(to form: Piece) -> Bool {
        var tries = 0
        while let current = piece, current.shape != form, tries < Self.triesToTurn {
            guard let hasTurned = turn() else { return false }
            tries += 1
            // Turned at the top, a part of it may be above the field: its form shows when it is lower.
            if let now = piece, now.top == 0, now.cells.count < wholeCount { awaitWhole() }
            if !hasTurned, current.top < Self.rowsToTurnIn { lowerByOne() }
        }
        return piece != nil
    }

    private static let triesToTurn = 5
    private static let rowsToTurnIn = 3

    /// Brings the piece down by a row, or lets it come down.
    func lowerByOne() {
        guard let before = piece, before.bottom + 2 < before.dropped(on: settled).bottom else { return }
        let limit = session.now + 1.2 * (session.knowledge.gravityMs ?? 1000)
        if let soft = controls.soft { press(soft) }
        while let now = follow(), now.top == before.top, session.now < limit, !session.isHung { session.advance(frames: 2) }
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
    ///
    /// A piece that looks at rest may have been left behind already, with the next one still above the field: a hard drop
    /// would be that one's.
    func drop() {
        noteHole()
        guard let hard = controls.hard, !isLost, !doesWithoutHardDrop else { return }
        if controls.soft == nil || piece != piece?.dropped(on: settled) { press(hard) }
    }
}
