import Testing
import WebPage

@testable import GameReading

@Suite("Pieces beside the playfield")
struct PreviewReaderTests {
    private let field = PictureOfField(x: 10, y: 10)
    private let side = PictureOfField(columns: 4, rows: 4, x: 240, y: 40)
    private let shape = [Cell(1, 1), Cell(0, 2), Cell(1, 2), Cell(2, 2)]

    private func read(_ boxes: [PaintedBox]) -> [[Cell]] {
        let surface = Surface(id: 0, width: 400, height: 420, pageX: 0, pageY: 0, pageWidth: 400, pageHeight: 420)
        return PreviewReader(field: field.geometry).read([(surface, boxes)]).map(\.cells)
    }

    private let corner = [Cell(1, 0), Cell(0, 1), Cell(1, 1), Cell(2, 1)]

    @Test func `are read by their form, on a ground or on painted empty cells`() {
        #expect(read(side.boxes(piece: shape)) == [corner])
        var cells = side
        cells.paintsEmptyCells = true
        cells.gap = 2
        #expect(read(cells.boxes(piece: shape)) == [corner])
    }

    @Test func `are not what is in the playfield`() {
        #expect(read(field.boxes(piece: shape, stack: [Cell(0, 19), Cell(1, 19), Cell(2, 19), Cell(3, 19)])).isEmpty)
    }

    @Test func `are not what was painted over`() {
        #expect(read(side.boxes(piece: shape) + [side.cover(PictureOfField.Look.panel)]).isEmpty)
        let later = side.boxes(piece: [Cell(0, 1), Cell(1, 1), Cell(2, 1), Cell(3, 1)])
        #expect(read(side.boxes(piece: shape) + later) == [[Cell(0, 0), Cell(1, 0), Cell(2, 0), Cell(3, 0)]])
    }

    @Test func `are told apart from one another from the top down`() {
        let second = PictureOfField(columns: 4, rows: 4, x: 240, y: 140)
        #expect(read(second.boxes(piece: [Cell(0, 0), Cell(1, 0), Cell(0, 1), Cell(1, 1)]) + side.boxes(piece: shape)).first == corner)
    }
}
