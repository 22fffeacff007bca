import GameReading

/// Follows the piece and the stack from frame to frame, whoever presses the keys.
public struct FieldTracker: Sendable {
    var finder = PieceFinder()
    /// The settled cells.
    public internal(set) var settled: CellMask
    /// The falling piece, when one can be made out.
    public internal(set) var piece: Piece?
    /// How many pieces have come to rest since the tracker was made.
    public private(set) var pieces = 0
    /// Whether the piece was ever seen at another place than where it appeared.
    private var hasMoved = false
    private var float = FloatWatch()

    /// - Parameter ghost: what is known of the piece's ghost.
    public init(columns: Int, rows: Int, ghost: GhostKind = .other) {
        settled = CellMask(columns: columns, rows: rows)
        finder.ghost = ghost
    }

    /// Takes in what is seen now. What fits no rule, as a row that is about to vanish, leaves everything as it was.
    public mutating func see(_ observation: Observation) {
        if settled.isSubset(of: observation.occupied) {
            let loose = observation.occupied.subtracting(settled)
            if loose.isEmpty {
                // What is gone before it ever moved was no piece: a button of a screen that lay over the field.
                if !hasMoved { piece = nil }
                return
            }
            // What falls apart is a piece at rest and the next one.
            if let found = finder.piece(in: observation, above: settled), found.isConnected || piece?.isConnected != true {
                take(found, observation)
                return
            }
        }
        guard let last = piece else { return begin(observation) }
        for resting in [last.dropped(on: settled), last] {
            var filled = settled
            for cell in resting.cells { filled.insert(cell) }
            let expected = filled.withoutFullRows
            guard expected.isSubset(of: observation.occupied) else { continue }
            guard let next = finder.piece(in: observation, above: expected), next.top <= max(4, settled.rows / 3) else { continue }
            if resting == last, last.dropped(on: settled) != last, !float.lasts(at: observation.time) { return }
            settled = expected
            piece = next
            hasMoved = false
            float.reset()
            pieces += 1
            return
        }
        begin(observation)
    }

    /// Follows the piece to where it is seen now. What is seen first and far down is the ghost of a piece that is still
    /// above the field.
    private mutating func take(_ found: Piece, _ observation: Observation) {
        float.reset()
        guard let last = piece else {
            if found.top <= settled.rows / 2 || finder.ghost == .none { piece = found }
            return
        }
        finder.noteFall(from: last, to: found, in: observation)
        if found != last { hasMoved = true }
        piece = found
    }

    /// Starts over when the field holds nothing but a piece at the top.
    private mutating func begin(_ observation: Observation) {
        let empty = CellMask(columns: settled.columns, rows: settled.rows)
        guard observation.occupied.count <= 2 * PieceFinder.cellsMax,
            let found = finder.piece(in: observation, above: empty), found.top <= max(4, settled.rows / 3)
        else { return }
        settled = empty
        piece = found
        hasMoved = false
    }
}
