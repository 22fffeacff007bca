import GameReading

/// Tells the falling piece and its ghost from the settled cells.
struct PieceFinder {
    /// More cells than a piece has in any game of this kind.
    static let cellsMax = 6

    /// Looks of ghosts that were seen where a piece would come to rest.
    private(set) var ghostLooks: Set<UInt64> = []

    /// The piece in what is neither empty nor settled; nil when that is no piece, or more than one.
    /// - Parameters:
    ///   - observation: what is seen.
    ///   - settled: the stack, without the piece.
    mutating func piece(in observation: Observation, above settled: CellMask) -> Piece? {
        let loose = observation.occupied.subtracting(settled)
        let count = loose.count
        guard count > 0, count <= 2 * Self.cellsMax else { return nil }
        let cells = loose.cells
        let solid = cells.filter { !ghostLooks.contains(observation.image[$0]) }
        if solid.count < cells.count, !solid.isEmpty { return Self.whole(solid) }
        if count <= 4, Piece(cells)?.isConnected == true { return Piece(cells) }
        if let piece = withoutGhost(cells, observation.image, settled) { return piece }
        return Self.whole(cells)
    }

    /// More than four cells are one piece only when they hang together; fewer may be a piece with a slip in its form.
    private static func whole(_ cells: [Cell]) -> Piece? {
        guard cells.count <= cellsMax, let piece = Piece(cells) else { return nil }
        return cells.count <= 4 || piece.isConnected ? piece : nil
    }

    /// Parts the cells by look: those of one look that all lie where the others would come to rest are a ghost.
    private mutating func withoutGhost(_ cells: [Cell], _ image: FieldImage, _ settled: CellMask) -> Piece? {
        for look in Set(cells.map { image[$0] }).sorted() {
            let ghost = cells.filter { image[$0] == look }
            guard ghost.count < cells.count, let piece = Self.whole(cells.filter { image[$0] != look }) else { continue }
            let resting = Set(piece.dropped(on: settled).cells)
            let isHiddenAbove = piece.top == 0 && piece.cells.count < 4
            guard ghost.allSatisfy(resting.contains) || (isHiddenAbove && ghost.count <= 4 && ghost.allSatisfy { $0.row > piece.bottom })
            else { continue }
            ghostLooks.insert(look)
            return piece
        }
        return nil
    }

    /// The ghost's cells, when one is seen.
    func ghost(in observation: Observation, above settled: CellMask) -> [Cell] {
        observation.occupied.subtracting(settled).cells.filter { ghostLooks.contains(observation.image[$0]) }
    }
}
