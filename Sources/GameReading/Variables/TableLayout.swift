/// How a table's places are cells of a playfield.
public struct TableLayout: Sendable, Hashable {
    /// What the first and the second number of a place are.
    public enum Order: Sendable, Hashable {
        /// Row, then column.
        case rowFirst
        /// Column, then row.
        case columnFirst
        /// One number that counts through rows of so many values.
        case rowsOf(Int)
        /// One number that counts through columns of so many values.
        case columnsOf(Int)
        /// Row, and a number with a bit for each column, the lowest for the leftmost.
        case bits
        /// The same, with the highest for the leftmost.
        case bitsReversed
    }

    public var order: Order
    /// What a place's column and row are more than the cell's: hidden rows above, walls that are part of the table.
    public var columnOffset = 0
    public var rowOffset = 0
    /// Whether the table's first row is the playfield's lowest.
    public var isUpsideDown = false
    /// How many units a cell has, where coordinates are pixels.
    public var unit = 1

    /// The place of a cell, the second number nil for flat tables; nil where cells have no place of their own.
    func place(of cell: Cell, rows: Int) -> [Int?]? {
        guard unit == 1 else { return nil }
        let column = cell.column + columnOffset
        let row = (isUpsideDown ? rows - 1 - cell.row : cell.row) + rowOffset
        switch order {
        case .rowFirst: return [row, column]
        case .columnFirst: return [column, row]
        case .rowsOf(let width): return [row * width + column, nil]
        case .columnsOf(let height): return [column * height + row, nil]
        case .bits, .bitsReversed: return nil
        }
    }

    /// The cell of a place; nil where the place has too few numbers.
    func cell(_ first: Int, _ second: Int?, rows: Int) -> Cell? {
        let place: Cell
        switch order {
        case .rowFirst:
            guard let second else { return nil }
            place = Cell(second, first)
        case .columnFirst:
            guard let second else { return nil }
            place = Cell(first, second)
        case .rowsOf(let width): place = Cell(first % width, first / width)
        case .columnsOf(let height): place = Cell(first / height, first % height)
        case .bits, .bitsReversed: place = Cell(0, first)
        }
        let row = place.row / unit - rowOffset
        return Cell(place.column / unit - columnOffset, isUpsideDown ? rows - 1 - row : row)
    }
}
