import GameReading

/// Finds the walls and the floor by running into them, where what is painted doesn't say which cells belong to the
/// playfield: a side panel on the same canvas looks like more columns.
struct FieldTrimmer {
    let session: GameSession
    /// Cells that the first piece can't reach for other reasons, as a margin.
    private static let stepsMax = 24

    /// The part of the field that the first piece can reach; the field itself when there is nothing to cut off.
    func trimmed() -> FieldGeometry? {
        guard let field = session.knowledge.field else { return nil }
        var columns = 0...field.columns - 1
        if let left = reach(session.knowledge.controls.left)?.left, left > 0, left < field.columns / 2 { columns = left...columns.upperBound }
        if let right = reach(session.knowledge.controls.right)?.right, right < field.columns - 1, right > field.columns / 2 {
            columns = columns.lowerBound...right
        }
        var rows = 0...field.rows - 1
        if let floor = floor(), floor < field.rows - 1, floor > field.rows / 2 { rows = 0...floor }
        guard columns.count >= 6, rows.count >= 10 else { return field }
        return field.limited(toColumns: columns, rows: rows)
    }

    /// Where the first piece is after it was pressed against a wall.
    private func reach(_ gesture: Gesture?) -> Piece? {
        guard let gesture, var piece = begin() else { return nil }
        let whole = piece.cells.count
        var still = 0
        for _ in 0..<Self.stepsMax where still < 2 {
            session.make(gesture, holdFrames: session.knowledge.controls.holdFrames, gapFrames: session.knowledge.controls.gapFrames)
            guard let next = visible(), next.cells.count >= whole else { return nil }
            still = next.left == piece.left ? still + 1 : 0
            piece = next
        }
        return still >= 2 ? piece : nil
    }

    /// The lowest row in which anything of the first piece is seen: the piece itself, its ghost, or its cells at rest.
    private func floor() -> Int? {
        guard var piece = begin() else { return nil }
        var lowest = piece.bottom
        let end = session.now + 40_000
        while session.now < end, !session.isHung {
            if let soft = session.knowledge.controls.soft { session.make(soft, holdFrames: 2, gapFrames: 1) } else { session.advance(frames: 2) }
            guard let observation = session.observe() else { break }
            lowest = max(lowest, observation.occupied.cells.last?.row ?? 0)
            guard lowest < observation.occupied.rows - 1, let next = visible(), next.bottom >= piece.bottom else { break }
            piece = next
        }
        return lowest
    }

    private func begin() -> Piece? {
        guard (try? session.reopen()) != nil else { return nil }
        session.advance(frames: 6)
        session.start()
        for _ in 0..<180 {
            if let piece = visible(), piece.top > 0 || piece.cells.count >= 4 { return piece }
            session.advance(frames: 1)
        }
        return nil
    }

    private func visible() -> Piece? {
        guard let observation = session.observe() else { return nil }
        var finder = session.newFinder()
        return finder.piece(in: observation, above: CellMask(columns: observation.image.columns, rows: observation.image.rows))
    }
}
