import GameReading

/// One way to put a piece down: the form it has then and where it comes to rest.
struct Placement {
    /// Quarter turns to the right from the form that the piece has now.
    var turns: Int
    /// The piece at rest.
    var resting: Piece
    /// The stack afterwards, full rows removed.
    var stack: CellMask
    /// Rows that it completes.
    var rowsCleared: Int

    /// All ways to put a piece down by turning it, shifting it and letting it fall.
    /// - Parameters:
    ///   - columns: where its left edge can be brought.
    ///   - turn: the form that a turn makes of a form.
    static func all(
        of piece: Piece, on stack: CellMask, columns: ClosedRange<Int>? = nil, turn: (Piece) -> Piece = { $0.turnedRight }
    ) -> [Placement] {
        var placements: [Placement] = []
        var seen: Set<Piece> = []
        var form = piece.shape
        for turns in 0..<4 {
            if turns > 0 { form = turn(form) }
            guard seen.insert(form).inserted else { continue }
            for left in 0..<max(stack.columns - form.right, 0) where columns?.contains(left) ?? true {
                // From above the field, as high as the piece is, so that a high stack is no obstacle to begin with.
                let start = form.moved(left, -form.bottom - 1)
                guard start.fits(on: stack) else { continue }
                let resting = start.dropped(on: stack)
                guard resting.top >= 0 else { continue }
                var filled = stack
                for cell in resting.cells { filled.insert(cell) }
                placements.append(
                    Placement(turns: turns, resting: resting, stack: filled.withoutFullRows, rowsCleared: filled.fullRows.count))
            }
        }
        return placements
    }
}
