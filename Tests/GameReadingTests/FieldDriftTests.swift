import Testing
import WebPage

@testable import GameReading

@Suite("A playfield that moves on its page")
struct FieldDriftTests {
    private let field = FieldGeometry(surface: 0, x: 100, y: 50, cellWidth: 20, cellHeight: 20, columns: 10, rows: 20)

    /// Boxes of 18 pixels on some cells, moved by so much.
    private func boxes(_ cells: [Cell], movedBy x: Double, _ y: Double) -> [PaintedBox] {
        cells.map { cell in
            PaintedBox(
                x: field.x + Double(cell.column) * 20 + 1 + x, y: field.y + Double(cell.row) * 20 + 1 + y, width: 18, height: 18, look: 1,
                alpha: 1, kind: .fill)
        }
    }

    private let cells = [Cell(3, 0), Cell(4, 0), Cell(5, 0), Cell(4, 1), Cell(0, 19), Cell(9, 19)]

    @Test func `is followed by its cells`() {
        let moved = field.following(boxes(cells, movedBy: 4.5, -2))
        #expect(moved.x == 104.5)
        #expect(moved.y == 48)
        #expect(moved.columns == 10)
    }

    @Test func `stays where it is while its cells do`() {
        #expect(field.following(boxes(cells, movedBy: 0, 0)) == field)
        #expect(field.following(boxes(cells, movedBy: 0.3, 0)) == field)
        #expect(field.following([]) == field)
    }

    @Test func `stays where it is when its cells don't agree`() {
        #expect(field.following(boxes([Cell(1, 1), Cell(2, 1)], movedBy: 5, 0) + boxes([Cell(4, 4), Cell(5, 4)], movedBy: 0, 0)) == field)
    }

    @Test func `is known by the box that holds it, however far it moves`() {
        func boxes(at y: Double) -> [PaintedBox] {
            [
                PaintedBox(x: 0, y: 0, width: 800, height: 600, look: 9, alpha: 1, kind: .fill),
                PaintedBox(x: 98, y: y - 2, width: 104, height: 204, look: 8, alpha: 1, kind: .fill),
            ]
        }
        var field = FieldGeometry(surface: 0, x: 100, y: 50, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        field.anchor = FieldAnchor(of: field, in: boxes(at: 50))
        #expect(field.following(boxes(at: 120)).y == 120)
        #expect(field.limited(toColumns: 2...9, rows: 0...19).following(boxes(at: 120)).x == 120)
    }

    @Test func `has no anchor in a page of which it is a small part`() {
        let field = FieldGeometry(surface: 0, x: 100, y: 50, cellWidth: 10, cellHeight: 10, columns: 10, rows: 20)
        let ground = PaintedBox(x: 0, y: 0, width: 800, height: 600, look: 9, alpha: 1, kind: .fill)
        #expect(FieldAnchor(of: field, in: [ground]) == nil)
    }
}
