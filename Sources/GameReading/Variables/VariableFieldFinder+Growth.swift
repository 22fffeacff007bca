extension VariableFieldFinder {
    /// The table that fills up from below from one moment to the next, for games in which what is seen and what is computed
    /// differ: the one that is most like what is seen in its lower half, among those that began empty there and lost nothing.
    /// - Parameters:
    ///   - snapshots: of a game that had just begun, and of what became of it while pieces came to rest.
    ///   - seen: the cells that are filled on the screen at the last of these moments.
    /// - Returns: nil where no table fills up, or none whose cells can be written.
    public func growing(in snapshots: [VariableSnapshot], like seen: Set<Cell>) -> VariableField? {
        guard let first = snapshots.first, let last = snapshots.last, snapshots.count > 1 else { return nil }
        let before = Dictionary(first.tables.map { ($0.path, $0.table) }, uniquingKeysWith: { first, _ in first })
        var best: (field: VariableField, likeness: Int)?
        for entry in last.tables where entry.table.kind != .points && isFieldSized(entry.table) {
            guard let table = before[entry.path] else { continue }
            let others = snapshots.dropFirst().map { snapshot in snapshot.tables.first { $0.path == entry.path }?.table }
            for layout in layouts(of: entry.table) where layout.order != .bits && layout.order != .bitsReversed {
                guard let growth = growth(from: table, through: others, layout) else { continue }
                let likeness = growth.filled.intersection(seen).count - growth.filled.symmetricDifference(seen.filter(isLow)).count
                guard likeness > best?.likeness ?? Int.min else { continue }
                let field = VariableField(
                    path: entry.path, name: entry.name, layout: layout, emptyValues: growth.empty, holdsPiece: false)
                best = (field, likeness)
            }
        }
        return best?.field
    }

    private func isLow(_ cell: Cell) -> Bool { cell.row >= rows / 2 }

    /// A piece has so many cells; a part of one may lie out of sight.
    private static let cellsMin = 4

    /// How the lower half of a table filled up from nothing; nil where it didn't.
    private func growth(
        from first: VariableTable, through others: [VariableTable?], _ layout: TableLayout
    ) -> (empty: Set<String>, filled: Set<Cell>)? {
        func low(_ table: VariableTable) -> [Cell: String] { layout.values(of: table, columns: columns, rows: rows).filter { isLow($0.key) } }
        let ground = low(first)
        let empty = Set(ground.values)
        guard empty.count == 1, ground.count == columns * (rows - rows / 2) else { return nil }
        var filled: Set<Cell> = []
        for table in others {
            guard let table else { return nil }
            let now = Set(low(table).filter { !empty.contains($0.value) }.keys)
            guard filled.isSubset(of: now) else { return nil }
            filled = now
        }
        return filled.count >= Self.cellsMin ? (empty, filled) : nil
    }
}
