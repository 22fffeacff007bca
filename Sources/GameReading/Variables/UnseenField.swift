import WebPage

/// A playfield that is nowhere to be seen, read from the game's variables: for games that run but draw nothing.
public struct UnseenField: Hashable, Sendable {
    /// Where the falling piece is.
    enum Source: Hashable, Sendable {
        /// In the board's table itself.
        case board
        /// In a table of its own.
        case table(UnseenPiece)
    }

    var board: UnseenBoard
    var source: Source

    public var columns: Int { board.columns }
    public var rows: Int { board.rows }

    /// The cells that are filled now, with those of the falling piece; nil when the board can't be read.
    public func filled(on page: Page) -> Set<Cell>? {
        page.exposeTopLevelNames()
        guard let table = page.variableTable(at: board.path) else { return nil }
        let settled = board.filled(in: table)
        guard case .table(let piece) = source else { return settled }
        return settled.union((piece.cells(on: page, width: columns) ?? []).filter { (0..<columns).contains($0.column) && (0..<rows).contains($0.row) })
    }
}
