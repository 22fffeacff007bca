import GameReading

/// A playfield as text, a line a row: `#` settled, `@` the piece, `.` empty.
public enum FieldPicture {
    public static func text(of settled: CellMask, piece: [Cell] = []) -> String {
        rows(of: settled, piece: piece).joined(separator: "\n")
    }

    /// The same, a text a row.
    public static func rows(of settled: CellMask, piece: [Cell] = []) -> [String] {
        settled.words.indices.map { row in
            var line = (0..<settled.columns).map { settled.words[row] >> UInt64($0) & 1 == 1 ? UInt8(ascii: "#") : UInt8(ascii: ".") }
            for cell in piece where cell.row == row && line.indices.contains(cell.column) { line[cell.column] = UInt8(ascii: "@") }
            return String(decoding: line, as: UTF8.self)
        }
    }
}
