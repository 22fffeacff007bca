import GameReading

/// Pieces around a hole, as nuts and rings, which games add to the seven.
extension Player {
    /// Looks whether one cell of a large piece looks otherwise than all others: a hole that is marked while it falls, and
    /// that may be none of it once it has come to rest.
    func noteHole() {
        guard let piece, !isLost, piece.cells.count > 4, let observation = look() else { return }
        let looks = Dictionary(grouping: piece.cells) { observation.image[$0] }
        guard looks.count == 2, let odd = looks.values.first(where: { $0.count == 1 }) else { return }
        hole = (piece.shape, odd[0].moved(-piece.left, -piece.top))
    }

    /// A piece without its hole, where it has one.
    func hollow(_ piece: Piece) -> Piece? {
        guard let hole, hole.shape == piece.shape else { return nil }
        let gap = hole.cell.moved(piece.left, piece.top)
        return Piece(piece.cells.filter { $0 != gap })
    }

    /// A piece with what it encloses; nil where it encloses nothing. A ring's hole, which nothing could ever fill, may be
    /// filled when the ring comes to rest.
    func plugged(_ piece: Piece) -> Piece? {
        guard piece.cells.count > 4 else { return nil }
        let cells = Set(piece.cells)
        let gaps = Set(piece.cells.map { $0.moved(1, 0) }).subtracting(cells).filter { gap in
            [(1, 0), (-1, 0), (0, 1), (0, -1)].allSatisfy { cells.contains(gap.moved($0.0, $0.1)) }
        }
        return gaps.isEmpty ? nil : Piece(piece.cells + gaps)
    }
}
