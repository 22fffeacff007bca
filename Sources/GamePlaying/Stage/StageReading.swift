import GameReading

/// The reading of a game, in the form that expectations see it.
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

    var time: Double
    var frame: Int
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
}
