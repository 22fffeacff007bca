import GameReading

/// Full rows right above a stack, and above them one with every other cell, by which it is seen how far it comes down.
struct WrittenRows {
    /// The stack with the rows in it.
    let written: CellMask
    private let stack: CellMask
    private let count: Int
    private let top: Int

    /// Rows at the top that are left to the falling piece.
    static let rowsLeftFree = 6

    /// - Returns: nil where there is no room for them.
    init?(_ count: Int, above stack: CellMask, columns: Int, rows: Int) {
        let top = min(stack.top, rows) - count
        guard top > Self.rowsLeftFree + 1 else { return nil }
        var written = stack
        for row in top..<top + count { for column in 0..<columns { written.insert(Cell(column, row)) } }
        for column in stride(from: 0, to: columns, by: 2) { written.insert(Cell(column, top - 1)) }
        (self.stack, self.count, self.top, self.written) = (stack, count, top, written)
    }

    /// Whether the full rows are gone, the row above them came down by as many, and the stack is as it was.
    func areRemoved(from now: CellMask) -> Bool {
        let row = top - 1 + count
        let isMarked = stride(from: 0, to: now.columns, by: 2).allSatisfy { now.contains(Cell($0, row)) }
        return isMarked && now.fullRows.isEmpty && stack.isSubset(of: now)
    }
}
