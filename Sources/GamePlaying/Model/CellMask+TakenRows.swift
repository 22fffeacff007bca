import GameReading

extension CellMask {
    /// A row that lacks so many cells may be taken for a full one by a game that doesn't look at all of them.
    private static let gapsMax = 3

    /// The stack with these rows taken out, and those above brought down.
    func without(_ rows: Set<Int>) -> CellMask {
        var words = self.words
        for row in rows.sorted() where words.indices.contains(row) {
            words.remove(at: row)
            words.insert(0, at: 0)
        }
        return CellMask(columns: columns, words: words)
    }

    /// What may be left of the stack in a game that takes rows with a gap for full ones: those in which a piece has come to rest,
    /// any of them, and with them the full ones.
    func withoutGappedRows(of piece: Piece) -> [CellMask] {
        let gapped = Set(piece.cells.map(\.row)).filter { row in
            words.indices.contains(row) && (1...Self.gapsMax).contains(columns - words[row].nonzeroBitCount) && 2 * words[row].nonzeroBitCount > columns
        }
        let full = Set(fullRows)
        let choices = gapped.sorted().reduce(into: [Set<Int>()]) { choices, row in choices += choices.map { $0.union([row]) } }
        return choices.dropFirst().map { without(full.union($0)) }
    }
}
