import GameReading

/// The reading of a game, in the form that expectations see it, but for the moment and the play log.
struct StageReading: Encodable {
    struct PieceReading: Encodable {
        var cells: [Cell]
        var left, right, top, bottom: Int
        var look: Int

        init(_ piece: Piece, look: Int) {
            cells = piece.cells
            left = piece.left
            right = piece.right
            top = piece.top
            bottom = piece.bottom
            self.look = look
        }
    }

    struct ObservedReading: Encodable {
        var start: String?
        var render: String?
        /// Gesture by control; nil where the page asks for no touch and has no buttons to steer with.
        var touch: [String: String]?
    }

    struct DrawnReading: Encodable {
        /// Whether the playfield is to be seen at all.
        var seen: Bool
        /// Whether the variables say the same; nil with one witness.
        var agrees: Bool?
        var difference: String?
    }

    struct PageReading: Encodable {
        struct Fault: Encodable {
            var time: Double
            /// `parse`, `error` or `rejection`.
            var kind: String
            var name, message: String
            var line: Int?
        }

        var errors: [Fault]
        var missing: [String]
        var heapBytes: Int?
    }

    var phase: String
    var columns, rows: Int?
    var board: [[Int]]
    var piece: PieceReading?
    var ghost: [Cell]?
    var score, lines, level: Double?
    var errors: Int
    var controls: [String: String]
    var observed: ObservedReading
    var drawn: DrawnReading
    var page: PageReading

    private enum Key: String, CodingKey {
        case phase, columns, rows, board, piece, ghost, score, lines, level, errors, controls, observed, drawn, page
    }

    /// What isn't there is written as null: expectations wait for `piece !== null`.
    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(phase, forKey: .phase)
        try fields.encode(columns, forKey: .columns)
        try fields.encode(rows, forKey: .rows)
        try fields.encode(board, forKey: .board)
        try fields.encode(piece, forKey: .piece)
        try fields.encode(ghost, forKey: .ghost)
        try fields.encode(score, forKey: .score)
        try fields.encode(lines, forKey: .lines)
        try fields.encode(level, forKey: .level)
        try fields.encode(errors, forKey: .errors)
        try fields.encode(controls, forKey: .controls)
        try fields.encode(observed, forKey: .observed)
        try fields.encode(drawn, forKey: .drawn)
        try fields.encode(page, forKey: .page)
    }
}
