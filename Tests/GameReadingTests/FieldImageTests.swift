import Testing
import WebPage

@testable import GameReading

@Suite("A picture of a playfield")
struct FieldImageTests {
    private typealias Look = PictureOfField.Look
    private let picture = PictureOfField(columns: 4, rows: 5)

    private func sample(_ boxes: [PaintedBox]) -> FieldImage { FieldImage(of: boxes, in: picture.geometry) }

    @Test func `shows what lies on top in the middle of each cell`() {
        let image = sample(picture.boxes(piece: [Cell(1, 1)], stack: [Cell(1, 1), Cell(3, 4)]))
        #expect(image[Cell(1, 1)] == sample(picture.boxes(piece: [Cell(2, 2)]))[Cell(2, 2)])
        #expect(image[Cell(3, 4)] != image[Cell(1, 1)])
        #expect(image[Cell(0, 0)] == image[Cell(2, 3)])
        #expect(Set(image.looks).count == 3)
    }

    @Test func `has what stands half-way between two rows in one of them`() {
        var between = picture.box(Cell(1, 1), Look.piece)
        between.y += picture.pitch / 2
        let plain = sample([picture.cover(Look.ground)])
        var outline = between
        outline.kind = .stroke
        let image = sample([picture.cover(Look.ground), between, outline])
        #expect(image.looks.indices.filter { image.looks[$0] != plain.looks[$0] }.count == 1)
    }

    @Test func `has a cell whose rim reaches into its neighbours in one place, wherever it glides`() {
        let plain = sample([picture.cover(Look.ground)])
        let rim = picture.pitch * 0.08
        for shift in stride(from: 0, to: picture.pitch, by: 1) {
            let cell = picture.box(Cell(1, 1), Look.piece)
            let rimmed = PaintedBox(
                x: cell.x - rim, y: cell.y - rim + shift, width: cell.width + 2 * rim, height: cell.height + 2 * rim, look: cell.look, alpha: 1,
                kind: .fill)
            let image = sample([picture.cover(Look.ground), rimmed])
            #expect(image.looks.indices.filter { image.looks[$0] != plain.looks[$0] }.count == 1)
        }
    }

    @Test func `tells a hollow cell, whose inside has the field's colour, from an empty one`() {
        func box(_ margin: Double, _ look: Int32) -> PaintedBox {
            let cell = picture.box(Cell(1, 1), look)
            return PaintedBox(x: cell.x + margin, y: cell.y + margin, width: cell.width - 2 * margin, height: cell.height - 2 * margin, look: look, alpha: 1, kind: .fill)
        }
        let plain = sample([picture.cover(Look.ground)])
        #expect(sample([picture.cover(Look.ground), box(0, Look.piece), box(2, Look.ground)]).looks != plain.looks)
        // What is wiped away is gone, whatever thin line is left of it.
        #expect(sample([picture.cover(Look.ground), box(0, Look.piece), box(0.5, Look.ground)]).looks == plain.looks)
        #expect(sample([picture.cover(Look.ground), box(0, Look.piece), picture.box(Cell(2, 2), Look.piece), box(2, Look.ground)])[Cell(1, 1)] == plain[Cell(1, 1)])
    }

    @Test func `has words in it only where characters are cells`() {
        let plain = picture.boxes(piece: [Cell(1, 1)])
        let word = picture.box(Cell(2, 3), 9, kind: .text)
        #expect(sample(plain + [word]) == sample(plain))
        var field = picture.geometry
        field.holdsText = true
        #expect(FieldImage(of: plain + [word], in: field)[Cell(2, 3)] != sample(plain)[Cell(2, 3)])
    }

    @Test func `leaves out decorations that keep off the middle`() {
        let plain = picture.boxes(piece: [Cell(1, 1)])
        let highlight = PaintedBox(x: 20, y: 20, width: 20, height: 3, look: 9, alpha: 0.5, kind: .fill)
        let line = PaintedBox(x: 0, y: 19.5, width: 80, height: 1, look: 9, alpha: 1, kind: .stroke)
        #expect(sample(plain + [highlight, line]) == sample(plain))
    }

    /// A round box around a point, in pixels.
    private func round(_ x: Double, _ y: Double, radius: Double, alpha: Float) -> PaintedBox {
        PaintedBox(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, look: 9, alpha: alpha, kind: .path)
    }

    @Test func `leaves out sparks`() {
        let plain = picture.boxes(piece: [Cell(1, 1)])
        for (x, alpha) in [(50.0, Float(0.98)), (50, 0.3), (45, 1)] {
            #expect(sample(plain + [round(x, 50, radius: 4, alpha: alpha)]) == sample(plain))
        }
        #expect(sample(plain + [round(50, 50, radius: 4, alpha: 1)]) != sample(plain))
    }

    @Test func `leaves out bubbles, but nothing half transparent that covers whole cells`() {
        let plain = picture.boxes(piece: [Cell(1, 1)])
        #expect(sample(plain + [round(33, 47, radius: 23, alpha: 0.25)]) == sample(plain))
        #expect(sample(plain + [round(33, 95, radius: 23, alpha: 0.25)]) == sample(plain))
        let square = PaintedBox(x: 20, y: 40, width: 40, height: 40, look: 9, alpha: 0.25, kind: .fill)
        let changed = sample(plain + [square])
        #expect(changed[Cell(2, 2)] != sample(plain)[Cell(2, 2)])
        #expect(changed[Cell(2, 1)] == sample(plain)[Cell(2, 1)])
    }

    @Test func `shows an outline of a cell's size`() {
        let plain = picture.boxes(piece: [])
        let outlined = sample(plain + [picture.box(Cell(2, 2), Look.ghost, kind: .stroke)])
        #expect(outlined[Cell(2, 2)] != sample(plain)[Cell(2, 2)])
        #expect(outlined[Cell(1, 2)] == sample(plain)[Cell(1, 2)])
    }

    @Test func `keeps an outline that a later box leaves free`() {
        let outline = picture.box(Cell(2, 2), Look.ghost, kind: .stroke)
        func inner(_ look: Int32, margin: Double) -> PaintedBox {
            PaintedBox(x: 40 + margin, y: 40 + margin, width: 20 - 2 * margin, height: 20 - 2 * margin, look: look, alpha: 1, kind: .fill)
        }
        let plain = sample(picture.boxes(piece: []) + [outline])
        let wiped = sample(picture.boxes(piece: []) + [outline, inner(Look.piece, margin: 2), inner(Look.ground, margin: 2)])
        #expect(wiped.looks == plain.looks)
        let covered = sample(picture.boxes(piece: []) + [outline, inner(Look.ground, margin: 0)])
        #expect(covered.looks == sample(picture.boxes(piece: [])).looks)
    }

    @Test func `forgets thick lines around large cells that are painted over`() {
        let large = FieldGeometry(surface: 0, x: 0, y: 0, cellWidth: 300, cellHeight: 300, columns: 4, rows: 5)
        func cell(_ kind: PaintedBox.Kind, margin: Double) -> PaintedBox {
            PaintedBox(x: 300 - margin, y: 300 - margin, width: 300 + 2 * margin, height: 300 + 2 * margin, look: kind == .stroke ? 8 : 1, alpha: 1, kind: kind)
        }
        let plain = [cell(.path, margin: 0), cell(.stroke, margin: 5)]
        let wiped = [cell(.path, margin: 0), cell(.stroke, margin: 10)] + plain
        #expect(FieldImage(of: wiped, in: large).looks == FieldImage(of: plain, in: large).looks)
    }

    @Test func `leaves out what is painted on a panel over the field`() {
        let plain = picture.boxes(piece: [Cell(2, 1)])
        let panel = PaintedBox(x: 27, y: 5, width: 49, height: 52, look: Look.panel, alpha: 0.7, kind: .fill)
        let next = [36.0, 56].map { PaintedBox(x: $0, y: 22, width: 19, height: 19, look: Look.stack, alpha: 1, kind: .fill) }
        #expect(sample(plain + [panel] + next) == sample(plain))
        #expect(sample([picture.cover(Look.ground), panel] + plain.dropFirst()) == sample(plain))
        #expect(sample(plain + next) != sample(plain))
        let shaken = plain.map { box in
            var box = box
            (box.x, box.y) = (box.x + 3, box.y + 3)
            return box
        }
        #expect(sample(shaken)[Cell(2, 1)] == sample(plain)[Cell(2, 1)])
    }

    @Test func `leaves out lines that are hardly seen`() {
        let plain = sample(picture.boxes(piece: []))
        #expect(sample(picture.boxes(piece: []) + [picture.box(Cell(1, 1), Look.ghost, alpha: 0.1, kind: .stroke)]) == plain)
        #expect(sample(picture.boxes(piece: []) + [picture.box(Cell(1, 1), Look.ghost, alpha: 0.3, kind: .stroke)]) != plain)
    }

    @Test func `is the same when a line is drawn once more`() {
        let outline = picture.box(Cell(2, 2), Look.ghost, kind: .stroke)
        let once = picture.boxes(piece: []) + [outline]
        #expect(sample(once + [outline]) == sample(once))
        let faint = picture.box(Cell(2, 2), Look.ghost, alpha: 0.5, kind: .stroke)
        #expect(sample(once + [faint, faint]) != sample(once + [faint]))
    }

    @Test func `tells what is half transparent by what lies below`() {
        let onGround = sample(picture.boxes(piece: []) + [picture.box(Cell(0, 0), Look.ghost, alpha: 0.3)])
        let onStack = sample(picture.boxes(piece: [], stack: [Cell(0, 0)]) + [picture.box(Cell(0, 0), Look.ghost, alpha: 0.3)])
        #expect(onGround[Cell(0, 0)] != onStack[Cell(0, 0)])
        #expect(onGround[Cell(0, 0)] != sample([picture.box(Cell(0, 0), Look.ghost)])[Cell(0, 0)])
    }

    @Test func `is empty where it was cleared`() {
        let cleared = sample(picture.boxes(piece: [Cell(1, 1)]) + [picture.box(Cell(1, 1), 0, kind: .clear)])
        #expect(cleared[Cell(1, 1)] == 0)
        #expect(cleared[Cell(0, 0)] != 0)
    }

    @Test func `is seen through a flash that lies over whole rows`() {
        let plain = picture.boxes(piece: [Cell(1, 1)], stack: [Cell(0, 3)])
        let flash = PaintedBox(x: 0, y: 60, width: 80, height: 20, look: 9, alpha: 0.42, kind: .fill)
        var dense = flash
        dense.alpha = 0.95
        #expect(sample(plain + [flash]) == sample(plain))
        #expect(sample(plain + [dense])[Cell(2, 3)] != sample(plain)[Cell(2, 3)])
    }

    @Test func `is seen through a veil over the whole field`() {
        let plain = picture.boxes(piece: [Cell(1, 1)])
        let veiled = sample(plain + [picture.cover(Look.veil, alpha: 0.6)])
        #expect(veiled.isVeiled)
        #expect(veiled.looks == sample(plain).looks)
        #expect(!sample(plain).isVeiled)
    }

    @Test func `takes a half transparent ground for no veil`() {
        let ground = [picture.cover(Look.ground, alpha: 0.4)]
        let piece = [picture.box(Cell(1, 1), Look.piece)]
        #expect(!sample(ground + piece).isVeiled)
        #expect(!sample(piece + [picture.cover(Look.ground)] + ground + piece).isVeiled)
    }
}
