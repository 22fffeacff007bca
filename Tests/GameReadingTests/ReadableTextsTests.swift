import Testing
import WebPage

@testable import GameReading

@Suite("Texts that can be read")
struct ReadableTextsTests {
    private func text(_ look: Int32, x: Double = 10, width: Double = 30) -> PaintedBox {
        PaintedBox(x: x, y: 20, width: width, height: 12, look: look, alpha: 1, kind: .text)
    }

    private func cover(_ alpha: Float) -> PaintedBox {
        PaintedBox(x: 0, y: 0, width: 100, height: 50, look: 9, alpha: alpha, kind: .fill)
    }

    @Test func `are those that nothing covers`() {
        #expect(ReadableTexts.of([text(1), cover(1), text(2)]) == [text(2)])
        #expect(ReadableTexts.of([text(1), cover(0.5), text(2, x: 60)]) == [text(1), text(2, x: 60)])
    }

    @Test func `are of those that are written over one another the last`() {
        #expect(ReadableTexts.of([text(1), text(1), text(2, width: 40), text(3, x: 60)]) == [text(2, width: 40), text(3, x: 60)])
    }
}
