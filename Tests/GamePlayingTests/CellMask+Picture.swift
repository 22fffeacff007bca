import GameReading

@testable import GamePlaying

extension CellMask {
    /// The cells of a text picture in which `#` is filled and everything else empty, a line a row.
    init(picture: String) {
        let lines = picture.split(separator: "\n").map(Array.init)
        let cells = lines.indices.flatMap { row in
            lines[row].indices.filter { lines[row][$0] == "#" }.map { Cell($0, row) }
        }
        self.init(columns: lines[0].count, rows: lines.count, cells: cells)
    }
}
