import GameReading

/// Tells the falling piece and its ghost from the settled cells.
struct PieceFinder {
    /// The most cells that a piece may have: some games add large ones to the seven.
    static let cellsMax = 9

    /// What ghosts the game draws.
    var ghost = GhostKind.other
    /// Looks of ghosts that were seen where a piece would come to rest.
    private(set) var ghostLooks: Set<UInt64> = []
    /// What was last taken for a ghost in a game that showed none at first.
    private var supposedGhost: (cells: [Cell], look: UInt64, time: Double)?
    /// Looks of what was seen to fall: no ghost has one of these.
    private var fallingLooks: Set<UInt64> = []

    /// The piece in what is neither empty nor settled; nil when that is no piece, or more than one.
    /// - Parameters:
    ///   - observation: what is seen.
    ///   - settled: the stack, without the piece.
    mutating func piece(in observation: Observation, above settled: CellMask) -> Piece? {
        let loose = observation.occupied.subtracting(settled)
        let count = loose.count
        guard count > 0, count <= 2 * Self.cellsMax else { return nil }
        let cells = loose.cells
        if ghost == .twin, let piece = Self.aboveTwin(loose, settled) { return piece }
        let solid = cells.filter { !ghostLooks.contains(observation.image[$0]) }
        if solid.count < cells.count, !solid.isEmpty { return Self.whole(solid) }
        if count <= 4, let piece = Piece(cells), piece.isConnected { return piece }
        if ghost != .none, let piece = withoutGhost(cells, observation, settled) { return piece }
        // A ghost that lies below the floor was not to be seen when it was looked for.
        return Self.whole(cells) ?? (ghost == .none ? withoutGhost(cells, observation, settled) : nil)
    }

    /// Rows that a piece comes down from one look to the next. More is a drop, and where it ends only a ghost may be seen yet.
    private static let rowsFallenMax = 4

    /// Takes note of what a piece looks like that has come down by itself, as no ghost does.
    mutating func noteFall(from before: Piece, to after: Piece, in observation: Observation) {
        let rows = after.bottom - before.bottom
        guard after.left == before.left, 1...Self.rowsFallenMax ~= rows, after.shape == before.shape else { return }
        fallingLooks.formUnion(after.cells.map { observation.image[$0] })
        ghostLooks.subtract(fallingLooks)
    }

    /// The upper of two equal forms of which the lower is where the upper would come to rest; they may overlap, and where
    /// several forms would look so together, it is the one of four cells.
    static func aboveTwin(_ loose: CellMask, _ settled: CellMask) -> Piece? {
        let cells = loose.cells
        let forms = (1..<max(loose.rows, 2)).lazy.compactMap { distance -> Piece? in
            let upper = cells.filter { loose.contains($0.moved(0, distance)) }
            guard let piece = Piece(upper), piece.cells.count <= cellsMax, piece.isConnected else { return nil }
            // A few cells are a piece that comes in from above; elsewhere they are part of one that lies on its ghost.
            guard piece.cells.count >= 4 || piece.top == 0 else { return nil }
            let lower = piece.moved(0, distance)
            return Set(upper + lower.cells).count == cells.count && piece.dropped(on: settled) == lower ? piece : nil
        }
        return forms.first { $0.cells.count == 4 } ?? forms.first
    }

    /// More than four cells are one piece only when they hang together, five at least by a corner: eight may be a piece at
    /// rest and the next one. Fewer may be a piece with a slip in its form, but not one that is scattered over the
    /// rows; one that goes out at a side may come in at the other.
    private static func whole(_ cells: [Cell]) -> Piece? {
        guard cells.count <= cellsMax, let piece = Piece(cells) else { return nil }
        let isClose = piece.bottom - piece.top < cellsMax
        return (cells.count <= 4 && isClose) || piece.isConnected || (cells.count == 5 && piece.isConnectedByCorners) ? piece : nil
    }

    /// Parts the cells by look: those of one look that all lie where the others would come to rest are a ghost, unless the
    /// stack has that look: then they are a piece that has come to rest below the next one.
    private mutating func withoutGhost(_ cells: [Cell], _ observation: Observation, _ settled: CellMask) -> Piece? {
        let image = observation.image
        for look in Set(cells.map { image[$0] }).subtracting(fallingLooks).sorted() {
            let ghost = cells.filter { image[$0] == look }
            guard ghost.count < cells.count, let piece = Self.whole(cells.filter { image[$0] != look }) else { continue }
            let resting = Set(piece.dropped(on: settled).cells)
            guard ghost.allSatisfy(resting.contains) || (self.ghost != .none && Self.isGhost(ghost, ofPartOf: piece, settled))
                || Self.isGhost(ghost, sunkenBelow: piece, settled)
            else { continue }
            guard !Self.isLook(look, ofStack: settled, image) else { continue }
            if self.ghost != .none || moves(ghost, look, at: observation.time) { ghostLooks.insert(look) }
            return piece
        }
        return aboveMottledGhost(cells, image, settled)
    }

    /// Whether what may be a ghost, in a game that showed none at first, was elsewhere a moment ago: else it may be a piece that has
    /// just come to rest below another of its form.
    private mutating func moves(_ cells: [Cell], _ look: UInt64, at time: Double) -> Bool {
        defer { supposedGhost = (cells, look, time) }
        guard let last = supposedGhost, last.look == look, time - last.time < Self.ghostMilliseconds else { return false }
        return last.cells != cells
    }

    /// A ghost is looked at again within this time.
    private static let ghostMilliseconds = 500.0

    /// The piece, all of one look, where the other cells are a ghost that shows several: the ground of a chessboard
    /// comes through.
    private mutating func aboveMottledGhost(_ cells: [Cell], _ image: FieldImage, _ settled: CellMask) -> Piece? {
        for look in Set(cells.map { image[$0] }).sorted() {
            guard let piece = Self.whole(cells.filter { image[$0] == look }), piece.cells.count >= 4 else { continue }
            let ghost = cells.filter { image[$0] != look }
            let looks = Set(ghost.map { image[$0] })
            guard looks.count > 1, looks.isDisjoint(with: fallingLooks), Set(ghost).isSubset(of: piece.dropped(on: settled).cells),
                !looks.contains(where: { Self.isLook($0, ofStack: settled, image) })
            else { continue }
            ghostLooks.formUnion(looks)
            return piece
        }
        return nil
    }

    /// Whether a stack has a look, and not just in a ghost that was taken for a part of it.
    private static func isLook(_ look: UInt64, ofStack settled: CellMask, _ image: FieldImage) -> Bool {
        let count = settled.cells.count { image[$0] == look }
        return count > 4 || (count > 0 && count == settled.count)
    }

    /// Whether cells at rest are the ghost of a piece of which only the lowest rows have come into sight.
    private static func isGhost(_ cells: [Cell], ofPartOf piece: Piece, _ settled: CellMask) -> Bool {
        guard piece.top == 0, piece.cells.count < 4, cells.count <= 4, cells.count > piece.cells.count,
            let ghost = Piece(cells), ghost.top > piece.bottom, ghost.dropped(on: settled) == ghost
        else { return false }
        let lowest = ghost.cells.filter { $0.row >= ghost.bottom - piece.bottom }
        return Piece(lowest) == piece.moved(0, ghost.bottom - piece.bottom)
    }

    /// Whether cells are what can be seen of the ghost in a game that takes the floor for lower than it is.
    private static func isGhost(_ cells: [Cell], sunkenBelow piece: Piece, _ settled: CellMask) -> Bool {
        let resting = piece.dropped(on: settled)
        guard resting.bottom == settled.rows - 1 else { return false }
        return (1...2).contains { resting.moved(0, $0).cells.filter(settled.isInside) == cells }
    }

    /// The ghost's cells, when one is seen.
    func ghostCells(in observation: Observation, above settled: CellMask) -> [Cell] {
        observation.occupied.subtracting(settled).cells.filter { ghostLooks.contains(observation.image[$0]) }
    }
}
