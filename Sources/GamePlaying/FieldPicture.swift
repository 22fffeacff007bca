import GameReading

/// A playfield as text, a line a row: `#` settled, `@` the piece, `.` empty.
public enum FieldPicture {
    public static func text(of settled: CellMask, piece: [Cell] = []) -> String {
        let piece = Set(piece)
        let lines = (0..<settled.rows).map { row in
            String((0..<settled.columns).map { column -> Character in
                let cell = Cell(column, row)
                if piece.contains(cell) { return "@" }
                return settled.contains(cell) ? "#" : "."
            })
        }
        return lines.joined(separator: "\n")
    }
}
