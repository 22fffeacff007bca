import Foundation
import Testing

@testable import WebPage

@Suite("A picture of a page")
struct ScreenshotTests {
    /// The size that a PNG's header states, and its signature checked.
    private func size(of png: Data) -> [UInt32] {
        guard png.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), png.count > 24 else { return [] }
        let bytes = [UInt8](png)
        return [16, 20].map { at in bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    }

    @Test func `is a PNG of its largest canvas`() throws {
        let page = try TestPage(
            "<canvas width=10 height=10></canvas><canvas width=60 height=40></canvas><script>for (const c of document.querySelectorAll('canvas')) c.getContext('2d').fillRect(0, 0, 5, 5)</script>")
        let png = try #require(page.page.screenshot())
        #expect(size(of: png) == [60, 40])
    }

    @Test func `is the same as what the page gets from toDataURL`() throws {
        let page = try TestPage(
            "<canvas id=a width=20 height=10></canvas><script>const c = a.getContext('2d'); c.fillStyle = 'red'; c.fillRect(2, 2, 9, 9)</script>")
        let png = try #require(page.page.screenshot())
        #expect(try page("a.toDataURL()") == "\"data:image/png;base64,\(png.base64EncodedString())\"")
    }
}
