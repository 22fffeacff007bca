import WebPage

@testable import GameReading

/// A made-up playfield as a page could paint it.
struct PictureOfField {
    /// Ids of looks, which mean nothing else here.
    enum Look {
        static let ground: Int32 = 1
        static let piece: Int32 = 2
        static let stack: Int32 = 3
        static let ghost: Int32 = 4
        static let panel: Int32 = 5
        static let veil: Int32 = 6
    }

    var columns = 10
    var rows = 20
    var x = 0.0
    var y = 0.0
    /// From one cell to the next.
    var pitch = 20.0
    /// What is left free between two cells.
    var gap = 0.0
    /// Whether empty cells are painted, each as a box of its own.
    var paintsEmptyCells = false
    /// Whether one box lies under all cells.
    var paintsGround = true

    var geometry: FieldGeometry {
        FieldGeometry(surface: 0, x: x, y: y, cellWidth: pitch, cellHeight: pitch, columns: columns, rows: rows, holdsText: false)
    }

    func box(_ cell: Cell, _ look: Int32, alpha: Float = 1, kind: PaintedBox.Kind = .fill) -> PaintedBox {
        PaintedBox(
            x: x + Double(cell.column) * pitch + gap / 2, y: y + Double(cell.row) * pitch + gap / 2,
            width: pitch - gap, height: pitch - gap, look: look, alpha: alpha, kind: kind)
    }

    /// A box over all cells.
    func cover(_ look: Int32, alpha: Float = 1) -> PaintedBox {
        PaintedBox(
            x: x, y: y, width: Double(columns) * pitch, height: Double(rows) * pitch, look: look, alpha: alpha, kind: .fill)
    }

    /// What is painted while a piece, and perhaps a ghost, are in the field.
    func boxes(piece: [Cell], ghost: [Cell] = [], stack: [Cell] = []) -> [PaintedBox] {
        var boxes = paintsGround ? [cover(Look.ground)] : []
        if paintsEmptyCells {
            for row in 0..<rows {
                for column in 0..<columns { boxes.append(box(Cell(column, row), Look.ground)) }
            }
        }
        boxes += stack.map { box($0, Look.stack) }
        boxes += ghost.map { box($0, Look.ghost) }
        boxes += piece.map { box($0, Look.piece) }
        return boxes
    }

    /// Pictures of a T that comes down by a row each time.
    func fall(steps: Int = 5, ghost: Bool = false) -> [[PaintedBox]] {
        let piece = [Cell(4, 0), Cell(3, 1), Cell(4, 1), Cell(5, 1)]
        let shadow = piece.map { $0.moved(0, rows - 2) }
        return (0..<steps).map { step in boxes(piece: piece.map { $0.moved(0, step) }, ghost: ghost ? shadow : []) }
    }
}
