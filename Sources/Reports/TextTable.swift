/// Rows of texts in columns.
enum TextTable {
    /// The first column is set to the left, the others too; a row may have fewer cells than others.
    static func lines(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count && $0.count > 1 ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: max(0, widths[index] - cell.count))
            }
            return cells.joined(separator: "  ")
        }
    }
}
