import Testing
import WebPage

@testable import GameReading

@Suite("What can be seen of boxes painted one over another")
struct BoxesInSightTests {
    private typealias Look = PictureOfField.Look
    private let picture = PictureOfField()

    @Test func `is neither a piece that was wiped away in the colour of the ground nor the wiping`() {
        let ground = picture.cover(Look.ground)
        let old = picture.box(Cell(4, 3), Look.piece), wiped = picture.box(Cell(4, 3), Look.ground), new = picture.box(Cell(4, 4), Look.piece)
        #expect(BoxesInSight.of([ground, old, wiped, new]) == [ground, new])
    }

    @Test func `is neither a piece that was cleared away nor the clearing`() {
        let old = picture.box(Cell(4, 3), Look.piece), cleared = picture.box(Cell(4, 3), 0, kind: .clear), new = picture.box(Cell(4, 4), Look.piece)
        #expect(BoxesInSight.of([old, cleared, new]) == [new])
    }

    @Test func `is what lies on another colour, beside others and below what is half transparent`() {
        let ground = picture.cover(Look.ground)
        let cells = [picture.box(Cell(4, 3), Look.piece), picture.box(Cell(5, 3), Look.piece), picture.box(Cell(4, 3), Look.veil, alpha: 0.5)]
        #expect(BoxesInSight.of([ground] + cells) == [ground] + cells)
    }
}
