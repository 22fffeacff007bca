/// How a small table says which cells a piece has.
enum PieceForm: Hashable, Sendable, CaseIterable {
    /// Rows of values, of which four are not empty.
    case matrix
    /// The same in one row of nine or sixteen values.
    case square
    /// Four pairs: column, then row.
    case pairs
    /// Four pairs: row, then column.
    case pairsOfRows
    /// Four cells with coordinates of their own.
    case points
    /// Four numbers that count through the playfield's rows.
    case indices

    static let cellCount = 4
    /// Larger tables are no pieces.
    static let entriesMax = 25

    /// - Parameters:
    ///   - table: a table that may be a piece.
    ///   - width: columns of the playfield.
    /// - Returns: the cells of a piece of four, in order; nil where the table is none in this form.
    func cells(of table: VariableTable, width: Int) -> [Cell]? {
        guard (Self.cellCount...Self.entriesMax).contains(table.entries.count) else { return nil }
        let cells = found(in: table, width: width)
        return cells?.count == Self.cellCount ? cells?.sorted() : nil
    }

    private func found(in table: VariableTable, width: Int) -> [Cell]? {
        switch (self, table.kind) {
        case (.matrix, .rows):
            return Self.filled(table).map { Cell($0.second ?? 0, $0.first) }
        case (.square, .flat):
            guard let side = [3, 4].first(where: { $0 * $0 == table.count }) else { return nil }
            return Self.filled(table).map { Cell($0.first % side, $0.first / side) }
        case (.pairs, .rows):
            return Self.pairs(table)?.map { Cell($0, $1) }
        case (.pairsOfRows, .rows):
            return Self.pairs(table)?.map { Cell($1, $0) }
        case (.points, .points):
            return Self.filled(table).compactMap { entry in entry.second.map { Cell(entry.first, $0) } }
        case (.indices, .flat):
            guard table.count == Self.cellCount else { return nil }
            return table.entries.compactMap { entry in Int(entry.value).flatMap { $0 >= 0 ? Cell($0 % width, $0 / width) : nil } }
        default:
            return nil
        }
    }

    private static func filled(_ table: VariableTable) -> [VariableTable.Entry] {
        table.entries.filter { !VariableTable.nothing.contains($0.value) && !["'.'", "'0'", "-1"].contains($0.value) }
    }

    private static func pairs(_ table: VariableTable) -> [(Int, Int)]? {
        guard table.width == 2, table.count == cellCount, table.entries.count == 2 * cellCount else { return nil }
        let numbers = table.entries.compactMap { Int($0.value) }
        guard numbers.count == 2 * cellCount else { return nil }
        return (0..<cellCount).map { (numbers[2 * $0], numbers[2 * $0 + 1]) }
    }
}
