import GamePlaying
import Traces

/// Puts readings into the form in which a trace takes them.
struct ReadingMembers {
    /// The board that was put into words last: it stays the same while a piece falls.
    private var board: (settled: CellMask, value: JSONValue)?

    /// The members of ``WatchedReading/json``.
    mutating func members(of reading: WatchedReading) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        members.reserveCapacity(5)
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(JSONValue.Member(name: name, value: value)) }
        }
        add("board", reading.board.map { value(of: $0) })
        add("level", reading.numbers.level.flatMap(Self.value))
        add("lines", reading.numbers.lines.flatMap(Self.value))
        add("piece", reading.piece.map { .array($0.cells.map { .array([.number(Double($0.column)), .number(Double($0.row))]) }) })
        add("score", reading.numbers.score.flatMap(Self.value))
        return members
    }

    private mutating func value(of settled: CellMask) -> JSONValue {
        if let board, board.settled == settled { return board.value }
        let value = JSONValue.array(FieldPicture.rows(of: settled).map(JSONValue.string))
        board = (settled, value)
        return value
    }

    /// JSON has no infinite numbers.
    private static func value(_ number: Double) -> JSONValue? { number.isFinite ? .number(number) : nil }
}
