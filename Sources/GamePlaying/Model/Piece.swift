import GameReading

/// A falling piece: the cells that it takes up now.
public struct Piece: Hashable, Sendable {
    /// In reading order; not empty.
    public let cells: [Cell]

    public init?(_ cells: some Sequence<Cell>) {
        let sorted = cells.sorted()
        guard !sorted.isEmpty else { return nil }
        self.cells = sorted
    }

    private init(sorted cells: [Cell]) {
        self.cells = cells
    }

    public var left: Int { cells.reduce(Int.max) { min($0, $1.column) } }
    public var right: Int { cells.reduce(Int.min) { max($0, $1.column) } }
    public var top: Int { cells[0].row }
    public var bottom: Int { cells[cells.count - 1].row }

    public func moved(_ columns: Int, _ rows: Int) -> Piece {
        Piece(sorted: cells.map { $0.moved(columns, rows) })
    }

    /// The same form with its box's corner at (0, 0), to compare forms.
    public var shape: Piece { moved(-left, -top) }

    /// The form after a quarter turn to the right, its box's corner at (0, 0).
    public var turnedRight: Piece {
        let height = bottom - top
        let cells = cells.map { Cell(height - ($0.row - top), $0.column - left) }
        return Piece(sorted: cells.sorted())
    }

    /// Whether all cells hang together by their edges.
    public var isConnected: Bool { isConnected { abs($0.column - $1.column) + abs($0.row - $1.row) == 1 } }

    /// Whether all cells hang together by their edges or corners.
    var isConnectedByCorners: Bool { isConnected { max(abs($0.column - $1.column), abs($0.row - $1.row)) == 1 } }

    private func isConnected(_ areNeighbours: (Cell, Cell) -> Bool) -> Bool {
        // Those that hang together with the first one are gathered at the front.
        var cells = cells
        var reached = 1
        var next = 0
        while next < reached {
            for other in reached..<cells.count where areNeighbours(cells[next], cells[other]) {
                cells.swapAt(other, reached)
                reached += 1
            }
            next += 1
        }
        return reached == cells.count
    }

    /// Whether the piece fits into the field, cells above its top allowed, without touching the stack.
    public func fits(on stack: CellMask) -> Bool {
        cells.allSatisfy { $0.column >= 0 && $0.column < stack.columns && $0.row < stack.rows && !stack.contains($0) }
    }

    /// Where the piece comes to rest when it falls straight down.
    public func dropped(on stack: CellMask) -> Piece {
        var piece = self
        while piece.moved(0, 1).fits(on: stack) { piece = piece.moved(0, 1) }
        return piece
    }

    /// Letters of the one-sided tetrominoes (after the guideline), `?` for other forms.
    public var kind: Character {
        var form = shape
        for _ in 0..<4 {
            if let letter = Self.letters[form.cells] { return letter }
            form = form.turnedRight
        }
        return "?"
    }

    private static let letters: [[Cell]: Character] = [
        [Cell(0, 0), Cell(1, 0), Cell(2, 0), Cell(3, 0)]: "I",
        [Cell(0, 0), Cell(1, 0), Cell(0, 1), Cell(1, 1)]: "O",
        [Cell(1, 0), Cell(0, 1), Cell(1, 1), Cell(2, 1)]: "T",
        [Cell(1, 0), Cell(2, 0), Cell(0, 1), Cell(1, 1)]: "S",
        [Cell(0, 0), Cell(1, 0), Cell(1, 1), Cell(2, 1)]: "Z",
        [Cell(0, 0), Cell(0, 1), Cell(1, 1), Cell(2, 1)]: "J",
        [Cell(2, 0), Cell(0, 1), Cell(1, 1), Cell(2, 1)]: "L",
    ]
}
