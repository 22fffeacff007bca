import Testing
import WebPage

@testable import GameReading

@Suite("The looks of empty cells")
struct FieldPaletteTests {
    private func filled(_ picture: PictureOfField, learnedFrom pictures: [[PaintedBox]], in boxes: [PaintedBox]) -> [Cell] {
        let palette = FieldPalette(learningFrom: pictures.map { FieldImage(of: $0, in: picture.geometry) })
        let image = FieldImage(of: boxes, in: picture.geometry)
        return filled(image, by: palette)
    }

    private func filled(_ image: FieldImage, by palette: FieldPalette) -> [Cell] {
        var cells: [Cell] = []
        palette.forEachFilled(in: image) { cells.append(Cell($0 % image.columns, $0 / image.columns)) }
        return cells
    }

    private let piece = [Cell(3, 4), Cell(4, 4), Cell(5, 4), Cell(6, 4)]
    private let stack = [Cell(0, 19), Cell(9, 19)]

    @Test(arguments: [true, false])
    func `are those of the ground, painted or not`(paintsEmptyCells: Bool) {
        let picture = PictureOfField(paintsEmptyCells: paintsEmptyCells)
        #expect(filled(picture, learnedFrom: picture.fall(), in: picture.boxes(piece: piece, stack: stack)) == piece + stack)
    }

    @Test func `are nothing at all where only pieces are painted`() {
        let picture = PictureOfField(paintsGround: false)
        #expect(filled(picture, learnedFrom: picture.fall(), in: picture.boxes(piece: piece, stack: stack)) == piece + stack)
    }

    @Test func `are both colours of a chessboard`() {
        let picture = PictureOfField()
        let dark = (0..<200).map { Cell($0 % 10, $0 / 10) }.filter { ($0.column + $0.row) % 2 == 0 }.map { picture.box($0, 7) }
        let ground = [picture.cover(PictureOfField.Look.ground)] + dark
        func boxes(_ cells: [Cell]) -> [PaintedBox] { ground + cells.map { picture.box($0, PictureOfField.Look.piece) } }
        let pictures = (0..<3).map { step in boxes(piece.map { $0.moved(0, step) }) }
        #expect(filled(picture, learnedFrom: pictures, in: boxes(piece + stack)) == piece + stack)
    }

    @Test func `are those of the colour behind the field, where nothing is painted on empty cells`() {
        for paintsGround in [false, true] {
            let picture = PictureOfField(paintsGround: paintsGround)
            var palette = FieldPalette(learningFrom: picture.fall().map { FieldImage(of: $0, in: picture.geometry) })
            palette.takeForGround(PictureOfField.Look.piece)
            let image = FieldImage(of: picture.boxes(piece: piece, stack: stack), in: picture.geometry)
            #expect(filled(image, by: palette).filter(piece.contains) == (paintsGround ? piece : []))
        }
    }

    @Test func `are those of all that stays as it is around a field that nothing bounds`() {
        let picture = PictureOfField()
        let panel = [Cell(0, 3), Cell(1, 3), Cell(0, 4)].map { picture.box($0, PictureOfField.Look.panel) }
        let pictures = picture.fall().map { $0 + panel }
        let palette = FieldPalette(learningFrom: pictures.map { FieldImage(of: $0, in: picture.geometry) }, isFramed: false)
        let image = FieldImage(of: picture.boxes(piece: piece, stack: stack) + panel, in: picture.geometry)
        #expect(filled(image, by: palette) == piece + stack)
    }

    @Test func `are not those of the piece and its ghost`() {
        let picture = PictureOfField()
        let ghost = piece.map { $0.moved(0, 15) }
        #expect(filled(picture, learnedFrom: picture.fall(ghost: true), in: picture.boxes(piece: piece, ghost: ghost)) == piece + ghost)
    }
}
