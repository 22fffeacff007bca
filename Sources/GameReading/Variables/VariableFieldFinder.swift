/// Finds the playfield among the game's variables, by what is seen of it on the screen.
///
/// Names don't matter: the playfield is the table that, read in one and the same way, agreed with the screen at all
/// moments at which something else was to be seen.
public struct VariableFieldFinder {
    /// What the variables held while the screen showed something.
    public struct Moment: Sendable {
        public var snapshot: VariableSnapshot
        public var settled: Set<Cell>
        public var piece: Set<Cell>

        public init(snapshot: VariableSnapshot, settled: Set<Cell>, piece: Set<Cell>) {
            self.snapshot = snapshot
            self.settled = settled
            self.piece = piece
        }
    }

    let columns, rows: Int

    /// - Parameters:
    ///   - columns: of the playfield as it is seen.
    ///   - rows: the same.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// Stacks that must agree before a table is taken for the playfield.
    public static let agreementsMin = 2

    /// The table that agreed with the screen most often, and at more than two of three moments; nil when none did.
    /// - Parameter others: paths of tables that are known to be something else.
    public func find(in moments: [Moment], besides others: Set<String> = []) -> VariableField? {
        let moments = moments.filter { !$0.settled.isEmpty }
        guard Set(moments.map(\.settled)).count >= Self.agreementsMin, let last = moments.last else { return nil }
        let held = moments.map { moment in
            Dictionary(moment.snapshot.tables.map { ($0.path, $0.table) }, uniquingKeysWith: { first, _ in first })
        }
        var best: (field: VariableField, agreements: Int)?
        for entry in last.snapshot.tables where isFieldSized(entry.table) && !others.contains(entry.path) {
            let tables = held.map { $0[entry.path] }
            for layout in layouts(of: entry.table) {
                guard let reading = reading(layout, tables, moments), reading.agreements > best?.agreements ?? 0 else { continue }
                let field = VariableField(
                    path: entry.path, name: entry.name, layout: layout, emptyValues: reading.empty, presumedEmpty: reading.presumed,
                    holdsPiece: reading.holdsPiece)
                best = (field, reading.agreements)
            }
        }
        guard let best, best.agreements >= Self.agreementsMin, best.agreements * 3 > moments.count * 2 else { return nil }
        return best.field
    }

    /// Pieces are smaller, and constants of a whole game larger.
    func isFieldSized(_ table: VariableTable) -> Bool {
        switch table.kind {
        case .points: !table.entries.isEmpty
        case .flat: table.count >= rows
        case .rows: max(table.count, table.width) >= min(columns, rows) / 2 && table.entries.count >= 12
        }
    }

    // MARK: Layouts

    /// Hidden rows above a playfield, and walls beside it, are at most so many.
    private static let hiddenRowsMax = 8
    private static let wallsMax = 4

    func layouts(of table: VariableTable) -> [TableLayout] {
        switch table.kind {
        case .rows: placed(.rowFirst, table.width, table.count) + placed(.columnFirst, table.count, table.width)
        case .flat: flatLayouts(table)
        case .points: pointLayouts(table)
        }
    }

    /// A table of so many columns and rows at all places where the playfield may begin in it, hidden rows first.
    private func placed(_ order: TableLayout.Order, _ width: Int, _ height: Int) -> [TableLayout] {
        guard width <= columns + Self.wallsMax, height <= rows + Self.hiddenRowsMax else { return [] }
        var layouts: [TableLayout] = []
        for isUpsideDown in [false, true] {
            for row in (0...max(height - rows, 0)).reversed() {
                for column in 0...max(width - columns, 0) {
                    layouts.append(TableLayout(order: order, columnOffset: column, rowOffset: row, isUpsideDown: isUpsideDown))
                }
            }
        }
        return layouts
    }

    private func flatLayouts(_ table: VariableTable) -> [TableLayout] {
        var layouts: [TableLayout] = []
        for width in columns...columns + Self.wallsMax where table.count % width == 0 && table.count / width >= rows {
            layouts += placed(.rowsOf(width), width, table.count / width)
        }
        for height in rows...rows + Self.hiddenRowsMax where table.count % height == 0 && table.count / height >= columns {
            layouts += placed(.columnsOf(height), table.count / height, height)
        }
        if table.count <= rows + Self.hiddenRowsMax {
            for order in [TableLayout.Order.bits, .bitsReversed] {
                layouts += placed(order, columns + 2, table.count)
            }
        }
        return layouts
    }

    private func pointLayouts(_ table: VariableTable) -> [TableLayout] {
        guard table.entries.contains(where: { $0.second != nil }) else {
            return [TableLayout(order: .rowsOf(columns)), TableLayout(order: .columnsOf(rows))]
        }
        let unit = max(Self.commonDivisor(table.entries.flatMap { [$0.first, $0.second ?? 0] }), 1)
        return [1, unit].reduce(into: []) { layouts, unit in
            guard !layouts.contains(where: { $0.unit == unit }) else { return }
            for order in [TableLayout.Order.columnFirst, .rowFirst] {
                for isUpsideDown in [false, true] {
                    for offset in [0, 1] {
                        layouts.append(TableLayout(
                            order: order, columnOffset: offset, rowOffset: offset, isUpsideDown: isUpsideDown, unit: unit))
                    }
                }
            }
        }
    }

    private static func commonDivisor(_ numbers: [Int]) -> Int {
        numbers.reduce(0) { divisor, number in
            var (a, b) = (divisor, abs(number))
            while b != 0 { (a, b) = (b, a % b) }
            return a
        }
    }

    // MARK: Agreement

    private struct Reading {
        var empty: Set<String>
        /// Those of them that were not seen.
        var presumed: Set<String>
        var agreements: Int
        var holdsPiece: Bool
    }

    /// Reads a table at all moments and counts the stacks at which it agrees; nil where it never does.
    private func reading(_ layout: TableLayout, _ tables: [VariableTable?], _ moments: [Moment]) -> Reading? {
        let values = tables.map { $0.map { layout.values(of: $0, columns: columns, rows: rows) } }
        let balance = balance(of: values, moments)
        // Rows that come in at the top may hold another nothing than those that the game began with.
        let presumed = Set(VariableTable.nothing.filter { balance[$0] == nil })
        let empty = Set(balance.filter { $0.value > 0 || ($0.value == 0 && VariableTable.nothing.contains($0.key)) }.keys).union(presumed)
        var agreed: Set<Set<Cell>> = []
        var withPiece = 0
        for (moment, values) in zip(moments, values) {
            guard let values else { continue }
            let filled = Set(values.filter { !empty.contains($0.value) }.keys)
            guard filled.subtracting(moment.piece) == moment.settled.subtracting(moment.piece) else { continue }
            if !moment.piece.isEmpty, moment.piece.isSubset(of: filled) { withPiece += 1 }
            agreed.insert(moment.settled)
        }
        guard !agreed.isEmpty else { return nil }
        return Reading(empty: empty, presumed: presumed, agreements: agreed.count, holdsPiece: withPiece * 2 > agreed.count)
    }

    /// How much more often cells have each value when they are seen to be empty.
    private func balance(of values: [[Cell: String]?], _ moments: [Moment]) -> [String: Int] {
        var balance: [String: Int] = [:]
        for (moment, values) in zip(moments, values) {
            for (cell, value) in values ?? [:] where !moment.piece.contains(cell) {
                balance[value, default: 0] += moment.settled.contains(cell) ? -1 : 1
            }
        }
        return balance
    }
}
