import WebPage

/// A regular arrangement of boxes of one size: the cells that a game draws.
struct Lattice: Equatable {
    var originX, originY: Double
    var pitchX, pitchY: Double
    /// Size of one drawn cell: the pitch, less what a game leaves free between cells.
    var cellWidth, cellHeight: Double

    /// The lattice on which these boxes, all of one size, lie; nil when they lie on none.
    init?(of boxes: [PaintedBox]) {
        guard let first = boxes.first else { return nil }
        cellWidth = first.width
        cellHeight = first.height
        guard let horizontal = Self.pitch(boxes.map(\.x), size: cellWidth), let vertical = Self.pitch(boxes.map(\.y), size: cellHeight)
        else { return nil }
        // Pieces a column wide say nothing of the columns' pitch, nor flat ones of the rows': cells are square then.
        guard horizontal.isKnown || vertical.isKnown else { return nil }
        pitchX = horizontal.isKnown ? horizontal.pitch : cellWidth + vertical.pitch - cellHeight
        pitchY = vertical.isKnown ? vertical.pitch : cellHeight + horizontal.pitch - cellWidth
        originX = horizontal.origin - (pitchX - cellWidth) / 2
        originY = vertical.origin - (pitchY - cellHeight) / 2
    }

    /// Column and row of a box of about a cell's size, counted from the lattice's origin; nil when it lies off.
    func cell(of box: PaintedBox) -> Cell? {
        guard abs(box.width - cellWidth) <= cellWidth * 0.25, abs(box.height - cellHeight) <= cellHeight * 0.25 else { return nil }
        let column = (box.x + box.width / 2 - originX) / pitchX - 0.5
        let row = (box.y + box.height / 2 - originY) / pitchY - 0.5
        guard abs(column) < 1000, abs(row) < 1000, abs(column - column.rounded()) < 0.2, abs(row - row.rounded()) < 0.2 else { return nil }
        return Cell(Int(column.rounded()), Int(row.rounded()))
    }

    /// So many distances between neighbours tell the pitch: two may be rounded alike.
    private static let neighboursMin = 3

    /// The distance of which all distances between these positions are multiples.
    private static func pitch(_ positions: [Double], size: Double) -> (pitch: Double, origin: Double, isKnown: Bool)? {
        var distinct: [Double] = []
        for position in positions.sorted() where distinct.last.map({ position - $0 > 0.5 }) ?? true { distinct.append(position) }
        guard let origin = distinct.first else { return nil }
        guard distinct.count > 1 else { return (size, origin, false) }
        let gaps = zip(distinct.dropFirst(), distinct).map { $0 - $1 }
        guard let least = gaps.min(), least >= size * 0.8 else { return nil }
        let cells = gaps.map { ($0 / least).rounded() }
        let pitch = gaps.reduce(0, +) / cells.reduce(0, +)
        guard zip(gaps, cells).allSatisfy({ abs($0 - $1 * pitch) < max(1, pitch * 0.12) }) else { return nil }
        // Neighbours that all have the same distance, but not this one, are on two lattices beside each other.
        let single = zip(gaps, cells).filter { $1 == 1 }.map(\.0)
        guard single.count < neighboursMin || single.contains(where: { abs($0 - single[0]) > 0.1 }) || abs(single[0] - pitch) < 0.3 else { return nil }
        // A wide gap between all of them is no gap between cells: the positions are multiples of the true pitch.
        guard pitch <= size * 1.6 else { return (size, origin, false) }
        return (pitch, origin, true)
    }
}
