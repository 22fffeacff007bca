import GameReading

/// Pushes of pieces in the air to a side, told apart by what was beside them: a game that draws its pieces a row above where they
/// are refuses those beside which nothing is but settled cells a row lower, and no others.
public struct PushReport: Sendable, Equatable, Codable {
    /// Refused pushes with settled cells a row lower, and with nothing there either.
    public var refusedAbove = 0, refusedInTheOpen = 0
    /// Pushes with settled cells a row lower that moved the piece.
    public var movedAbove = 0

    /// Takes note of a push of a piece that had room to fall by a row.
    mutating func note(from before: Piece, to after: Piece, _ direction: Int, on settled: CellMask) {
        let target = before.moved(direction, 0)
        guard after.shape == before.shape, after.top == before.top, target.fits(on: settled), before.moved(0, 1).fits(on: settled) else { return }
        let isAbove = !target.moved(0, 1).fits(on: settled)
        if after.left != before.left {
            if isAbove { movedAbove += 1 }
        } else if isAbove {
            refusedAbove += 1
        } else {
            refusedInTheOpen += 1
        }
    }
}
