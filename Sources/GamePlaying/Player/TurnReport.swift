import GameReading

/// How a kind of piece turns in the open.
public struct TurnReport: Sendable, Equatable, Codable {
    /// The letter of its kind, `?` for what is no tetromino.
    public var kind: String
    /// The forms after no, one, two … turns, each from its box's corner; fewer than five where one went wrong.
    public var forms: [[Cell]]
    /// Columns from the piece's left edge at first to where it was after no, one, two … turns.
    public var columns: [Int]
    /// What is wrong; nil when every form is the one before it, turned by a quarter in the same direction.
    public var fault: String?
    /// Virtual milliseconds of the last turn.
    public var time: Double

    /// - Parameter pieces: the piece before the first turn and after each.
    init(_ pieces: [Piece], time: Double) {
        kind = String(pieces.first?.kind ?? "?")
        forms = pieces.map(\.shape.cells)
        columns = pieces.map { $0.left - pieces[0].left }
        fault = Self.fault(in: pieces)
        self.time = time
    }

    /// Quarter turns in a full one.
    static let turns = 4

    private static func fault(in pieces: [Piece]) -> String? {
        guard let first = pieces.first else { return nil }
        var directions: Set<Direction> = []
        for (before, after) in zip(pieces, pieces.dropFirst()) {
            guard isSound(after, after: before) else {
                return "a turn made \(text(after.shape.cells)) of \(text(before.shape.cells))"
            }
            if let direction = Direction(from: before.shape, to: after.shape) { directions.insert(direction) }
        }
        if directions.contains(.unmoved), pieces.allSatisfy({ $0.shape == first.shape }) { return "it stays as it is" }
        if directions.contains(.unmoved) { return "it stays as it is at some of four turns" }
        if directions.contains(.other) || directions.count > 1 { return "it does not turn by quarters in one direction" }
        guard let last = pieces.last, pieces.count > turns else { return nil }
        return last.left == first.left ? nil : "after four turns it is in column \(last.left) instead of \(first.left)"
    }

    /// Whether a turn left the piece in one part, of as many cells and of the same kind.
    private static func isSound(_ after: Piece, after before: Piece) -> Bool {
        after.cells.count == before.cells.count && after.isConnected == before.isConnected && after.kind == before.kind
    }

    private static func text(_ cells: [Cell]) -> String {
        cells.map { "\($0.column),\($0.row)" }.joined(separator: " ")
    }

    /// Which way a form was turned.
    private enum Direction {
        case right, left, unmoved, other

        /// Nil where the form looks the same either way.
        init?(from before: Piece, to after: Piece) {
            let right = before.turnedRight
            let left = right.turnedRight.turnedRight
            switch (after == right, after == left) {
            case (true, true): return nil
            case (true, false): self = .right
            case (false, true): self = .left
            case (false, false): self = after == before ? .unmoved : .other
            }
        }
    }
}
