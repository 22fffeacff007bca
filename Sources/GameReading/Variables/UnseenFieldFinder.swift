import WebPage

/// Finds playfield and piece among the variables of a game of which nothing is seen, by how they behave while it is played.
///
/// The board is a table of a playfield's size that gains four connected cells at a time. The piece is whatever had just these
/// cells each time before: a table with their form, and the variables by which that is moved to where they came to rest.
public struct UnseenFieldFinder {
    /// What the variables held at one moment.
    public struct Sample: Sendable {
        var tables: [String: VariableTable] = [:]
        /// The tables' paths, those nearest to the scopes first.
        var paths: [String] = []
        var plain: [PlainVariable] = []
        /// The plain variables' values by their paths.
        let values: [String: String]

        /// - Returns: nil when the page stands still.
        public init?(_ page: Page) {
            page.exposeTopLevelNames()
            guard let snapshot = page.decodeOwn(VariableSnapshot.self, from: "allVariables") else { return nil }
            plain = snapshot.plain ?? []
            values = Dictionary(plain.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
            for entry in snapshot.tables where tables.updateValue(entry.table, forKey: entry.path) == nil { paths.append(entry.path) }
        }

        /// Whether any table has a playfield's size.
        public var mayHoldBoard: Bool { tables.values.contains { $0.kind == .points || !UnseenFieldFinder.sizes(of: $0).isEmpty } }

        /// Whether something may have fallen since an earlier moment: a number has grown by one or two, or a table is another one.
        public func mayHaveFallen(since earlier: Sample) -> Bool {
            plain.contains { variable in
                guard let number = variable.number, let before = earlier.values[variable.path].flatMap({ Int($0) }) else { return false }
                return (before + 1...before + 2).contains(number)
            } || tables.contains { path, table in earlier.tables[path].map { $0 != table } ?? false }
        }
    }

    let samples: [Sample]

    /// - Parameter samples: of one game while its keys are pressed, close enough for a piece not to move before it comes to rest.
    public init(_ samples: [Sample]) {
        self.samples = samples
    }

    /// Pieces that must have come to rest as they were computed.
    static let locksMin = 4

    /// - Returns: nil where no table behaves like a playfield, or what falls in it can't be told.
    public func find() -> UnseenField? {
        for board in boards() {
            let fillings = samples.map { sample in sample.tables[board.path].map(board.filled) ?? [] }
            if holdsPiece(fillings) { return UnseenField(board: board, source: .board) }
            let gains = gains(of: fillings), locks = gains.filter { rests($0, on: fillings[$0.sample], board.rows) }
            // What also gains pieces that lie on nothing is where the falling one is drawn or was.
            guard locks.count >= Self.locksMin, locks.count * 4 >= gains.count * 3 else { continue }
            let finder = UnseenPieceFinder(locks: locks, fillings: fillings, samples: samples, columns: board.columns, rows: board.rows)
            if let piece = finder.find() { return UnseenField(board: board, source: .table(piece)) }
        }
        return nil
    }

    /// Whether a piece falls in the table itself: its first four cells move down together, row by row.
    private func holdsPiece(_ fillings: [Set<Cell>]) -> Bool {
        var falls = 0
        for (before, after) in zip(fillings, fillings.dropFirst()) where before.count == PieceForm.cellCount && after != before {
            if after == Set(before.map { $0.moved(0, 1) }) { falls += 1 }
        }
        return falls >= 3
    }

    private func rests(_ lock: UnseenPieceFinder.Lock, on filled: Set<Cell>, _ rows: Int) -> Bool {
        lock.cells.contains { $0.row == rows - 1 || filled.contains($0.moved(0, 1)) }
    }

    /// The moments before the board gained a piece.
    private func gains(of fillings: [Set<Cell>]) -> [UnseenPieceFinder.Lock] {
        fillings.indices.dropFirst().compactMap { index in
            let (before, after) = (fillings[index - 1], fillings[index])
            guard after.count == before.count + PieceForm.cellCount, before.isSubset(of: after) else { return nil }
            let cells = after.subtracting(before).sorted()
            return Self.hangTogether(cells) ? UnseenPieceFinder.Lock(sample: index - 1, cells: cells) : nil
        }
    }

    /// Four cells with three common edges or more are one piece.
    private static func hangTogether(_ cells: [Cell]) -> Bool {
        var edges = 0
        for (index, cell) in cells.enumerated() {
            for other in cells[..<index] where abs(cell.column - other.column) + abs(cell.row - other.row) == 1 { edges += 1 }
        }
        return edges >= PieceForm.cellCount - 1
    }

    // MARK: Boards

    /// Columns and rows that playfields have, hidden rows and walls included.
    private static let columnsRange = 8...14, rowsRange = 16...26
    private static let usualColumns = [10, 12, 11, 9, 8, 13, 14], usualRows = 20

    /// Tables that may be playfields and changed while the game was played, in every way in which they may be read.
    private func boards() -> [UnseenBoard] {
        guard let first = samples.first, let last = samples.last else { return [] }
        return last.paths.flatMap { path -> [UnseenBoard] in
            guard let table = last.tables[path], let before = first.tables[path], samples.contains(where: { $0.tables[path] != before }) else { return [] }
            return Self.sizes(of: table).flatMap { columns, rows, order in
                signs(at: path, from: before).map {
                    UnseenBoard(path: path, columns: columns, rows: rows, layout: TableLayout(order: order), sign: $0)
                }
            }
        }
    }

    fileprivate static func sizes(of table: VariableTable) -> [(columns: Int, rows: Int, order: TableLayout.Order)] {
        switch table.kind {
        case .rows:
            if columnsRange.contains(table.width), rowsRange.contains(table.count) { return [(table.width, table.count, .rowFirst)] }
            return columnsRange.contains(table.count) && rowsRange.contains(table.width) ? [(table.count, table.width, .columnFirst)] : []
        case .flat:
            return usualColumns.filter { table.count % $0 == 0 && rowsRange.contains(table.count / $0) }.map { ($0, table.count / $0, .rowsOf($0)) }
        case .points:
            return [TableLayout.Order.columnFirst, .rowFirst].map { (usualColumns[0], usualRows, $0) }
        }
    }

    /// What may tell filled cells: words that come to the cells' classes, or any value but those that all had at first.
    private func signs(at path: String, from first: VariableTable) -> [UnseenBoard.Sign] {
        let nothing = VariableTable.nothing
        guard first.kind != .points else { return [.valueOtherThan(nothing.subtracting(["0"]))] }
        let counts = Dictionary(grouping: first.entries, by: \.value).mapValues(\.count)
        guard let ground = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
        var signs: [UnseenBoard.Sign] = [.valueOtherThan(nothing.contains(ground) ? nothing : [ground])]
        guard VariablePath(path)?.property == "class" else { return signs }
        let seen = Set(samples.flatMap { $0.tables[path]?.entries.map(\.value) ?? [] })
        signs += Set(seen.flatMap(UnseenBoard.words)).sorted().map { .word(String($0)) }
        return signs
    }
}
