/// A place in a playfield: column 0 is the leftmost, row 0 the topmost that can be seen.
public struct Cell: Hashable, Sendable, Comparable {
    public var column: Int
    public var row: Int

    public init(_ column: Int, _ row: Int) {
        self.column = column
        self.row = row
    }

    /// In reading order: by row, then by column.
    public static func < (left: Cell, right: Cell) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }

    public func moved(_ columns: Int, _ rows: Int) -> Cell {
        Cell(column + columns, row + rows)
    }
}

extension Cell: Codable {
    /// A pair `[column, row]`.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(try pair.decode(Int.self), try pair.decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(column)
        try pair.encode(row)
    }
}
