import GameReading

/// A set of a playfield's cells, one machine word a row.
public struct CellMask: Hashable, Sendable {
    /// At most 64.
    public let columns: Int
    /// Bit c of word r is cell (c, r).
    public private(set) var words: [UInt64]

    public var rows: Int { words.count }

    public init(columns: Int, rows: Int) {
        precondition((1...64).contains(columns) && rows > 0)
        self.columns = columns
        words = Array(repeating: 0, count: rows)
    }

    /// A stack of rows from the top, bit c of each for column c.
    init(columns: Int, words: [UInt64]) {
        precondition((1...64).contains(columns) && !words.isEmpty)
        self.columns = columns
        self.words = words
    }

    public init(columns: Int, rows: Int, cells: some Sequence<Cell>) {
        self.init(columns: columns, rows: rows)
        for cell in cells { insert(cell) }
    }

    public func isInside(_ cell: Cell) -> Bool {
        cell.column >= 0 && cell.column < columns && cell.row >= 0 && cell.row < rows
    }

    public func contains(_ cell: Cell) -> Bool {
        isInside(cell) && words[cell.row] >> UInt64(cell.column) & 1 == 1
    }

    /// Cells outside of the field are left out.
    public mutating func insert(_ cell: Cell) {
        guard isInside(cell) else { return }
        words[cell.row] |= 1 << UInt64(cell.column)
    }

    public mutating func remove(_ cell: Cell) {
        guard isInside(cell) else { return }
        words[cell.row] &= ~(1 << UInt64(cell.column))
    }

    /// Fills columns from top to bottom, a bit each.
    mutating func fill(columns: UInt64) {
        for row in words.indices { words[row] |= columns & fullWord }
    }

    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The cells in reading order.
    public var cells: [Cell] {
        var cells: [Cell] = []
        for (row, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                cells.append(Cell(rest.trailingZeroBitCount, row))
                rest &= rest - 1
            }
        }
        return cells
    }

    public func subtracting(_ other: CellMask) -> CellMask { combined(other) { $0 & ~$1 } }
    public func union(_ other: CellMask) -> CellMask { combined(other) { $0 | $1 } }
    public func intersection(_ other: CellMask) -> CellMask { combined(other) { $0 & $1 } }

    public func isSubset(of other: CellMask) -> Bool {
        zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
    }

    private func combined(_ other: CellMask, _ operation: (UInt64, UInt64) -> UInt64) -> CellMask {
        var result = self
        for row in 0..<min(rows, other.rows) { result.words[row] = operation(words[row], other.words[row]) }
        return result
    }

    /// A word with all columns set.
    private var fullWord: UInt64 { columns == 64 ? .max : (1 << UInt64(columns)) - 1 }

    /// Rows without a gap, from the top.
    public var fullRows: [Int] { words.indices.filter { words[$0] == fullWord } }

    /// The stack after its full rows are taken out and the rows above have come down by as many.
    public var withoutFullRows: CellMask {
        var result = CellMask(columns: columns, rows: rows)
        let kept = words.filter { $0 != fullWord }
        for (index, word) in kept.enumerated() { result.words[rows - kept.count + index] = word }
        return result
    }

    /// The stack with nothing in these rows, and everything else where it was.
    public func emptied(_ rows: [Int]) -> CellMask {
        var result = self
        for row in rows { result.words[row] = 0 }
        return result
    }

    /// The stack pushed up by rows of garbage, which are taken from what is seen; nil where the lowest rows are not
    /// almost full, as garbage is, or where it would push cells out of the field.
    public func raised(by count: Int, from seen: CellMask) -> CellMask? {
        let garbage = seen.words.suffix(count)
        guard top >= count, garbage.allSatisfy({ (columns - 3..<columns).contains($0.nonzeroBitCount) }) else { return nil }
        var result = self
        result.words = Array(words.dropFirst(count)) + Array(garbage)
        return result
    }

    /// The topmost row with a cell; the number of rows when there is none.
    public var top: Int { words.firstIndex { $0 != 0 } ?? rows }
}
