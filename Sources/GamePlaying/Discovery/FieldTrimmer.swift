import GameReading

/// Finds the walls and the floor by running into them, where what is painted doesn't say which cells belong to the
/// playfield: a side panel on the same canvas looks like more columns.
struct FieldTrimmer {
    private let session: GameSession
    /// The first piece, in a game in which nothing has been pressed.
    private let ground: TrialGround
    /// Cells that the first piece can't reach for other reasons, as a margin.
    private static let stepsMax = 24

    init(session: GameSession) {
        self.session = session
        ground = TrialGround(session) { session in
            session.advance(frames: 6)
            session.start()
            for _ in 0..<180 where Self.firstPiece(in: session) == nil { session.advance(frames: 1) }
        }
    }

    /// The part of the field that the first piece can reach; the field itself when there is nothing to cut off.
    func trimmed() -> FieldGeometry? {
        guard let field = session.knowledge.field else { return nil }
        var columns = 0...field.columns - 1
        if let left = reach(session.knowledge.controls.left)?.left, left > 0, left < field.columns / 2 { columns = left...columns.upperBound }
        if let right = reach(session.knowledge.controls.right)?.right, right < field.columns - 1, right > field.columns / 2 {
            columns = columns.lowerBound...right
        }
        var rows = 0...field.rows - 1
        if let floor = ground.attempt(floor) ?? nil, floor < field.rows - 1, floor > field.rows / 2 { rows = 0...floor }
        guard columns.count >= 6, rows.count >= 10 else { return field }
        return field.limited(toColumns: columns, rows: rows)
    }

    /// Where the first piece is after it was pressed against a wall.
    private func reach(_ gesture: Gesture?) -> Piece? {
        guard let gesture else { return nil }
        return ground.attempt { pressed(gesture)?.cells }?.flatMap(Piece.init)
    }

    private func pressed(_ gesture: Gesture) -> Piece? {
        guard var piece = Self.firstPiece(in: session) else { return nil }
        let whole = piece.cells.count
        var still = 0
        for _ in 0..<Self.stepsMax where still < 2 {
            let controls = session.knowledge.controls
            session.make(gesture, holdFrames: controls.holdFrames, gapFrames: controls.gapFrames)
            if controls.answerFrames > Controls().answerFrames { session.advance(frames: controls.answerFrames) }
            guard let next = Self.visible(in: session), next.cells.count >= whole else { return nil }
            still = next.left == piece.left ? still + 1 : 0
            piece = next
        }
        return still >= 2 ? piece : nil
    }

    /// The lowest row in which anything of the first piece is seen: the piece itself, its ghost, or its cells at rest.
    private func floor() -> Int? {
        guard var piece = Self.firstPiece(in: session) else { return nil }
        var lowest = piece.bottom
        let end = session.now + 40_000
        while session.now < end, !session.isHung {
            if let soft = session.knowledge.controls.soft { session.make(soft, holdFrames: 2, gapFrames: 1) } else { session.advance(frames: 2) }
            guard let observation = session.observe() else { break }
            lowest = max(lowest, observation.occupied.cells.last?.row ?? 0)
            guard lowest < observation.occupied.rows - 1, let next = Self.visible(in: session), next.bottom >= piece.bottom else { break }
            piece = next
        }
        return lowest
    }

    private static func firstPiece(in session: GameSession) -> Piece? {
        guard let piece = visible(in: session), piece.top > 0 || piece.cells.count >= 4 else { return nil }
        return piece
    }

    private static func visible(in session: GameSession) -> Piece? {
        guard let observation = session.observe() else { return nil }
        var finder = session.newFinder()
        return finder.piece(in: observation, above: CellMask(columns: observation.image.columns, rows: observation.image.rows))
    }
}
