import GameReading
import WebPage

@testable import GamePlaying

/// A playfield in text as a game would show it: `#` settled, `@` the piece, `o` its ghost, `O` the ghost
/// where the ground under it has another colour, `.` empty.
struct FieldOfCells {
    private static let looks: [Character: Int32] = [".": 1, "#": 2, "@": 3, "o": 4, "O": 5]
    private static let pitch = 10.0

    /// What is seen of the field; every kind of cell has its own look.
    static func observation(_ picture: String, time: Double = 0) -> Observation {
        let lines = picture.split(separator: "\n").map(Array.init)
        let field = FieldGeometry(
            surface: 0, x: 0, y: 0, cellWidth: pitch, cellHeight: pitch, columns: lines[0].count, rows: lines.count)
        func image(_ look: (Character) -> Int32) -> FieldImage {
            let boxes = lines.indices.flatMap { row in
                lines[row].indices.map { column in
                    PaintedBox(
                        x: Double(column) * pitch, y: Double(row) * pitch, width: pitch, height: pitch,
                        look: look(lines[row][column]), alpha: 1, kind: .fill)
                }
            }
            return FieldImage(of: boxes, in: field)
        }
        let palette = FieldPalette(learningFrom: [image { _ in looks["."]! }])
        return Observation(time: time, image: image { looks[$0]! }, palette: palette)
    }
}
