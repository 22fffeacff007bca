import GameReading

/// What is read of a game at one moment, for whoever records it.
public struct WatchedReading: Sendable, Equatable {
    /// The settled cells; nil where no playfield is known.
    public var board: CellMask?
    /// The falling piece; nil where none can be made out.
    public var piece: Piece?
    /// The figures that the page shows.
    public var numbers: ShownNumbers

    /// An object in JSON with the members `board`, `level`, `lines`, `piece` and `score`, as far as they are known.
    public var json: String {
        let members: [(name: String, value: String?)] = [
            ("board", board.map { Self.list(FieldPicture.rows(of: $0).map { "\"\($0)\"" }) }), ("level", numbers.level.flatMap(Self.json)),
            ("lines", numbers.lines.flatMap(Self.json)), ("piece", piece.map { Self.list($0.cells.map { "[\($0.column),\($0.row)]" }) }),
            ("score", numbers.score.flatMap(Self.json)),
        ]
        return "{" + members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}"
    }

    private static func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

    /// A number as JSON has it; nil where it has none.
    private static func json(_ number: Double) -> String? {
        Int64(exactly: number).map(String.init) ?? (number.isFinite ? "\(number)" : nil)
    }
}
