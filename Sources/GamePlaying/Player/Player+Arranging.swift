import GameReading

extension Player {
    /// Writes rows into the playfield that the pieces complete as they come down: for games whose keys can't fill a row.
    ///
    /// What is written counts only once the screen shows it.
    func playArranged(_ goal: PlayGoal, until end: Double) {
        while session.knowledge.variables == nil {
            guard !isFinished, session.now < end, log.pieces < Self.piecesBeforeArranging, playPiece(goal) else {
                return conclude("the variable that holds the playfield was not found")
            }
        }
        while !isFinished, session.now < end {
            if isReached(goal) { return conclude("reached") }
            // What a filled cell holds is learned from one that is there.
            if settled.isEmpty {
                guard playPiece(goal) else { return conclude("no next piece came") }
                continue
            }
            awaitWhole()
            measureGravity()
            guard let piece, arrange(under: piece) else { return conclude("the playfield could not be arranged") }
            drop()
            guard case .next = awaitLock() else { return conclude("no next piece came") }
        }
    }

    /// So many stacks are compared with the variables before the playfield among them is known.
    private static let piecesBeforeArranging = 6

    private func conclude(_ reason: String) {
        log.reached = reason == "reached"
        log.reason = reason
    }

    private func arrange(under piece: Piece) -> Bool {
        guard let field = session.knowledge.variables, let observation = look() else { return false }
        let stack = Self.stack(completedBy: piece, columns: settled.columns, rows: settled.rows)
        let taken = settled.union(stack).union(observation.occupied)
        let empty = (0..<taken.rows).flatMap { row in (0..<taken.columns).map { Cell($0, row) } }.first { !taken.contains($0) }
        guard let empty, piece.bottom + 2 < stack.top, piece.bottom + 2 < settled.top,
            session.page.arrange(field, from: Set(settled.cells), empty: empty, to: Set(stack.cells), rows: settled.rows)
        else { return false }
        settled = stack
        settledLooks = [:]
        return isShown(stack)
    }

    /// Waits for the page to paint the stack, as some games do only when the piece moves.
    private func isShown(_ stack: CellMask) -> Bool {
        let end = session.now + 2 * (session.knowledge.gravityMs ?? 1000) + 100
        while session.now < end, !session.isHung {
            if follow() != nil { return true }
            session.advance(frames: 1)
        }
        return false
    }

    /// Rows at the bottom with just the gaps that a piece fills when it falls straight down, and one row above with every
    /// other cell, to be brought down.
    static func stack(completedBy piece: Piece, columns: Int, rows: Int) -> CellMask {
        let resting = piece.moved(0, rows - 1 - piece.bottom)
        var stack = CellMask(columns: columns, rows: rows)
        let span = resting.left...resting.right
        for row in resting.top..<rows {
            for column in 0..<columns {
                let isBelow = resting.cells.contains { $0.column == column && $0.row < row } && !resting.cells.contains { $0.column == column && $0.row >= row }
                if !span.contains(column) || isBelow { stack.insert(Cell(column, row)) }
            }
        }
        for column in stride(from: 0, to: columns, by: 2) where !span.contains(column) { stack.insert(Cell(column, resting.top - 1)) }
        return stack
    }
}
