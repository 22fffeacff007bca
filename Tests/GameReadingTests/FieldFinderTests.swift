import Testing
import WebPage

@testable import GameReading

@Suite("The playfield that is found")
struct FieldFinderTests {
    private func find(_ pictures: [[PaintedBox]], width: Double = 200, height: Double = 400) -> FieldFinder.Candidate? {
        FieldFinder.find(in: pictures, surface: 0, width: width, height: height)
    }

    @Test func `is the whole surface when only pieces are painted on it`() {
        var picture = PictureOfField()
        picture.paintsGround = false
        let found = find(picture.fall())
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 4)
        #expect(found?.shifts == 0)
    }

    @Test(arguments: [0.0, 120]) func `is what a panel of the surface's height leaves of it`(x: Double) {
        var picture = PictureOfField(x: x)
        picture.paintsGround = false
        let panel = PaintedBox(x: x > 0 ? 0 : 200, y: 0, width: 120, height: 400, look: PictureOfField.Look.panel, alpha: 1, kind: .fill)
        #expect(find(picture.fall().map { $0 + [panel] }, width: 320)?.field == picture.geometry)
    }

    @Test func `is the box that the pieces fall in`() {
        let picture = PictureOfField(x: 100, y: 50)
        #expect(find(picture.fall(), width: 640, height: 480)?.field == picture.geometry)
    }

    @Test func `is the block of painted empty cells`() {
        let picture = PictureOfField(columns: 12, rows: 18, x: 31, y: 17, pitch: 25, gap: 1, paintsEmptyCells: true, paintsGround: false)
        #expect(find(picture.fall(), width: 900, height: 900)?.field == picture.geometry)
    }

    @Test func `has its cells' gaps shared out`() {
        let picture = PictureOfField(pitch: 30, gap: 2)
        #expect(find(picture.fall(), width: 300, height: 600)?.field == picture.geometry)
    }

    @Test func `is where it is after the page has moved it by less than a cell`() {
        let before = PictureOfField(x: 100, y: 50, gap: 1, paintsEmptyCells: true), after = PictureOfField(x: 107, y: 50, gap: 1, paintsEmptyCells: true)
        #expect(find([before.boxes(piece: []), after.boxes(piece: [])] + after.fall(), width: 640, height: 480)?.field == after.geometry)
    }

    @Test func `ends where a side panel begins`() {
        let picture = PictureOfField()
        let panel = PaintedBox(x: 210, y: 0, width: 100, height: 400, look: PictureOfField.Look.panel, alpha: 1, kind: .fill)
        let preview = (0..<4).map { picture.box(Cell(12 + $0 % 2, 3 + $0 / 2), PictureOfField.Look.piece) }
        #expect(find(picture.fall().map { $0 + [panel] + preview }, width: 310)?.field == picture.geometry)
    }

    @Test func `is found although the next piece is shown beside it as large, on a lattice of its own`() {
        let picture = PictureOfField(x: 100, y: 50, paintsEmptyCells: true)
        let falling = picture.fall()
        let preview = (0..<4).map { index in
            var box = picture.box(Cell(12 + index % 2, 3 + index / 2), PictureOfField.Look.piece)
            box.x += picture.pitch * 0.6
            return box
        }
        let found = find([picture.boxes(piece: [])] + falling.map { $0 + preview }, width: 640, height: 480)
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 4)
    }

    @Test func `is found although a ghost lies below the piece`() {
        let picture = PictureOfField()
        let found = find(picture.fall(ghost: true))
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 4)
    }

    @Test func `is found where only being opaque tells a piece from empty cells`() {
        let picture = PictureOfField()
        let pictures = (0..<4).map { step in
            let piece = [Cell(4, step), Cell(3, step + 1), Cell(4, step + 1), Cell(5, step + 1)]
            return (0..<200).map { index in
                let cell = Cell(index % 10, index / 10)
                return picture.box(cell, PictureOfField.Look.piece, alpha: piece.contains(cell) ? 1 : 0.2)
            }
        }
        #expect(find(pictures)?.field == picture.geometry)
        #expect(find(pictures)?.falls == 3)
    }

    @Test func `is found by a piece that is moved to the side`() {
        let picture = PictureOfField()
        let piece = [Cell(0, 5), Cell(1, 5), Cell(1, 6), Cell(2, 6)]
        let found = find((0..<4).map { step in picture.boxes(piece: piece.map { $0.moved(step, 0) }) })
        #expect(found?.falls == 0)
        #expect(found?.shifts == 3)
        #expect(found?.field == picture.geometry)
    }

    @Test func `is found where a piece is wiped away before it is painted anew`() {
        var picture = PictureOfField()
        picture.paintsGround = false
        let ground = picture.cover(PictureOfField.Look.ground)
        let piece = [Cell(4, 0), Cell(3, 1), Cell(4, 1), Cell(5, 1)]
        var painted = [ground]
        let pictures = (0..<5).map { step in
            if step > 0 { painted += piece.map { picture.box($0.moved(0, step - 1), PictureOfField.Look.ground) } }
            painted += picture.boxes(piece: piece.map { $0.moved(0, step) })
            return painted
        }
        let found = find(pictures)
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 4)
    }

    @Test func `is found by a piece that glides from row to row`() {
        let picture = PictureOfField()
        let piece = [Cell(4, 0), Cell(3, 1), Cell(4, 1), Cell(5, 1)]
        let pictures = [0.0, 0, 0.4, 0.9, 1, 1, 1.3, 1.8, 2, 2].map { row in
            picture.boxes(piece: piece).map { box in
                var box = box
                if box.look == PictureOfField.Look.piece { box.y += row * picture.pitch }
                return box
            }
        }
        let found = find(pictures)
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 2)
    }

    @Test(arguments: [0.0, 1]) func `is found by a piece that comes down bit by bit and never rests in a row`(overlap: Double) {
        let picture = PictureOfField()
        let piece = [Cell(4, 0), Cell(3, 1), Cell(4, 1), Cell(5, 1)]
        let pictures = (0..<20).map { step in
            picture.boxes(piece: piece).map { box in
                var box = box
                if box.look == PictureOfField.Look.piece { (box.y, box.height) = (box.y + Double(step) * 5, box.height + overlap) }
                return box
            }
        }
        let found = find(pictures)
        var geometry = picture.geometry
        geometry.y += overlap / 2
        #expect(found?.field == geometry)
        #expect(found?.falls == 5)
    }

    @Test(arguments: [["[", "]"], ["[", "1", "]"], ["#", "#", "#"]])
    func `is found where several characters make a cell`(_ characters: [String]) {
        let looks = PaintedLooks()
        let width = 10.0, height = 24.0, columns = 10, rows = 18
        func line(_ text: [String], x: Double, row: Int) -> [PaintedBox] {
            text.enumerated().map { index, character in
                PaintedBox(
                    x: x + Double(index) * width, y: Double(row) * height, width: width, height: height,
                    look: looks.id(of: "text #ffffffff 16 400 \(character)"), alpha: 1, kind: .text)
            }
        }
        func cell(_ column: Int, _ row: Int, _ text: [String]) -> [PaintedBox] {
            line(text, x: 50 + Double(column * characters.count) * width, row: row)
        }
        let floor = (0..<columns).flatMap { cell($0, rows, characters.map { _ in "-" }) }
        let numbers = (0..<rows).flatMap { line(["\($0 % 10)"], x: 400, row: $0) }
        let ground = PaintedBox(x: 50, y: 0, width: width * Double(columns * characters.count), height: height * Double(rows), look: 0, alpha: 1, kind: .fill)
        let pictures = (0..<4).map { step in [ground] + floor + numbers + [3, 4, 5, 6].flatMap { cell($0, step, characters) } }
        let found = find(pictures, width: 800, height: 600)
        #expect(found?.field.cellWidth == width * Double(characters.count))
        #expect(found?.field.columns == columns)
        #expect(found?.field.rows == rows)
        #expect(found?.falls == 3)
    }

    @Test func `is found where the rows in which pieces appear are painted otherwise than the rest`() {
        let picture = PictureOfField(gap: 2, paintsEmptyCells: true)
        let piece = [Cell(4, 0), Cell(3, 1), Cell(4, 1), Cell(5, 1)]
        let pictures = (0..<3).map { step in
            picture.boxes(piece: []).enumerated().map { index, box in
                var box = box
                let cell = Cell((index - 1) % picture.columns, (index - 1) / picture.columns)
                if index > 0, cell.row < 4 { box.look = PictureOfField.Look.panel }
                if index > 0, piece.contains(cell.moved(0, -step)) { box.look = PictureOfField.Look.piece }
                return box
            }
        }
        let found = find(pictures)
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 2)
    }

    @Test func `is found where every cell is painted anew over the last one, and nothing cleared`() {
        let picture = PictureOfField(gap: 2, paintsEmptyCells: true)
        var painted: [PaintedBox] = []
        let pictures = picture.fall().map { boxes in
            painted += boxes.dropFirst(painted.isEmpty ? 0 : 1)
            return painted
        }
        let found = find(pictures, width: 320)
        #expect(found?.field == picture.geometry)
        #expect(found?.falls == 4)
    }

    @Test func `is the block that the piece falls in, though cells beside it change too`() {
        let picture = PictureOfField(gap: 2, paintsEmptyCells: true)
        let preview = (0..<16).map { Cell(12 + $0 % 4, $0 / 4) }
        let pictures = picture.fall().enumerated().map { step, boxes in
            boxes + preview.map { picture.box($0, step < 2 || $0.row > 0 ? PictureOfField.Look.panel : PictureOfField.Look.veil) }
        }
        #expect(find(pictures, width: 400)?.field == picture.geometry)
    }

    @Test func `is without the panel that is painted at once with it in cells of its own`() {
        let picture = PictureOfField(paintsEmptyCells: true)
        let panel = (0..<120).map { picture.box(Cell(10 + $0 % 6, $0 / 6), PictureOfField.Look.panel) }
        let preview = (0..<4).map { picture.box(Cell(12 + $0 % 2, 3 + $0 / 2), PictureOfField.Look.stack) }
        #expect(find([[]] + picture.fall().map { $0 + panel + preview }, width: 320)?.field == picture.geometry)
    }

    @Test func `is the container of the cells where nothing painted bounds it`() {
        var picture = PictureOfField(x: 400, y: 140)
        picture.paintsGround = false
        let container = picture.cover(-1, alpha: 0)
        let page = PaintedBox(x: 0, y: 0, width: 700, height: 700, look: -1, alpha: 0, kind: .fill)
        let found = FieldFinder.find(in: picture.fall(), surface: 0, width: 1280, height: 720, containers: { [page, container] })
        #expect(found?.field == picture.geometry)
        #expect(found?.isFramed == true)
    }

    @Test func `is what lies around a piece where nothing painted bounds it`() throws {
        var picture = PictureOfField(x: 400, y: 140)
        picture.paintsGround = false
        let found = try #require(find(picture.fall(), width: 1280, height: 720))
        #expect(!found.isFramed)
        #expect(found.field.contains(Cell(14, 19)))
        #expect(abs(found.field.y - 140) < 0.01)
        #expect(((found.field.x - 400) / 20).truncatingRemainder(dividingBy: 1).magnitude < 0.001)
        #expect(find(PictureOfField(x: 400, y: 140).fall(), width: 1280, height: 720)?.isFramed == true)
    }

    @Test func `is none where nothing moves`() {
        let picture = PictureOfField()
        #expect(find(Array(repeating: picture.boxes(piece: [Cell(1, 1)]), count: 4)) == nil)
        #expect(find([]) == nil)
        #expect(find([[], []]) == nil)
    }

    @Test func `is none where things flicker in their place`() {
        let picture = PictureOfField()
        let pictures = (0..<4).map { step in [picture.box(Cell(2, 2), step % 2 == 0 ? PictureOfField.Look.piece : PictureOfField.Look.stack)] }
        #expect(find(pictures) == nil)
    }

    @Test func `is none where what moves is too large or too small for a cell`() {
        for size in [2.0, 150] {
            let pictures = (0..<4).map { step in
                [PaintedBox(x: 0, y: Double(step) * size, width: size, height: size, look: 1, alpha: 1, kind: .fill)]
            }
            #expect(find(pictures, width: 600, height: 600) == nil)
        }
    }
}
