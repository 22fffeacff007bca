/// A playfield in the game's variables: which table it is, and how to read it.
public struct VariableField: Sendable, Equatable {
    /// Where the table is, for ``WebPage/Page/variableTable(at:)``.
    public var path: String
    /// The same as a person would write it.
    public var name: String
    public var layout: TableLayout
    /// Values that stand for an empty cell.
    public var emptyValues: Set<String>
    /// Those of them that no cell has had yet: held for empty because they mean nothing in most games, until a cell has one.
    public var presumedEmpty: Set<String> = []
    /// Whether the falling piece is written into the table too.
    public var holdsPiece: Bool

    /// The filled cells of a playfield of so many columns and rows, in reading order.
    public func occupied(in table: VariableTable, columns: Int, rows: Int) -> [Cell] {
        layout.values(of: table, columns: columns, rows: rows)
            .filter { !emptyValues.contains($0.value) }
            .map(\.key).sorted()
    }

    /// Finds out from the screen what values mean that were only presumed: a 0 may be the number of a kind of piece.
    /// - Parameters:
    ///   - settled: the cells at rest, as they are seen.
    ///   - piece: the falling piece's cells, which tell nothing.
    public mutating func learn(from table: VariableTable, settled: Set<Cell>, piece: Set<Cell>, columns: Int, rows: Int) {
        guard table.entries.contains(where: { presumedEmpty.contains($0.value) }) else { return }
        var balance: [String: Int] = [:]
        for (cell, value) in layout.values(of: table, columns: columns, rows: rows) where presumedEmpty.contains(value) && !piece.contains(cell) {
            balance[value, default: 0] += settled.contains(cell) ? 1 : -1
        }
        for (value, filled) in balance {
            presumedEmpty.remove(value)
            if filled > 0 { emptyValues.remove(value) }
        }
    }
}

extension TableLayout {
    /// What a table says of each cell of a playfield; cells that it doesn't mention are left out.
    func values(of table: VariableTable, columns: Int, rows: Int) -> [Cell: String] {
        var values: [Cell: String] = [:]
        func set(_ cell: Cell, _ value: String) {
            guard (0..<columns).contains(cell.column), (0..<rows).contains(cell.row) else { return }
            values[cell] = value
        }
        for entry in table.entries {
            guard let cell = cell(entry.first, entry.second, rows: rows) else { continue }
            guard order == .bits || order == .bitsReversed else {
                set(cell, entry.value)
                continue
            }
            guard let bits = Int(entry.value) else { continue }
            for bit in 0..<columns {
                let column = order == .bits ? bit : columns - 1 - bit
                set(Cell(column, cell.row), bits >> (bit + columnOffset) & 1 == 1 ? "1" : "0")
            }
        }
        return values
    }
}
