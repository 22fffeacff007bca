import Foundation
import Testing

@testable import WebPage

@Suite("The stamp of a page")
struct PageStampTests {
    private func page(_ script: String = "") throws -> Page {
        try TestPage(
            "<!DOCTYPE html><body><p id=p>a</p><canvas id=canvas width=50 height=50></canvas><script>const c = canvas.getContext('2d');"
                + script + "</script>").page
    }

    @Test func `tells of frames and time`() throws {
        let page = try page()
        page.advance(frames: 3)
        #expect(page.stamp().frame == page.frameCount)
        #expect(page.stamp().time == page.now)
    }

    @Test func `stays the same while nothing is done`() throws {
        let page = try page()
        let before = page.stamp()
        page.advance(frames: 5)
        #expect(page.stamp().surfaces == before.surfaces)
        #expect(before.surfaces.map(\.id) == [0] + page.canvasNumbers())
    }

    @Test(arguments: [
        "p.textContent = 'b'", "p.style.color = 'red'", "p.remove()", "c.fillRect(1, 1, 5, 5)", "canvas.width = 60",
        "document.body.append(document.createElement('canvas')); document.body.lastChild.getContext('2d')",
    ])
    func `is another after a change that can be seen`(change: String) throws {
        let page = try page()
        let before = page.stamp()
        _ = try page.evaluate("(() => { \(change) })()")
        #expect(page.stamp().surfaces != before.surfaces)
    }

    @Test func `is another at every frame while something moves by itself, and then stays`() throws {
        let page = try TestPage("""
            <!DOCTYPE html><style>@keyframes fall { from { top: 0 } to { top: 90px } } p { position: relative; animation: fall 100ms linear }</style>
            <p>a</p>
            """).page
        var versions: [Double] = []
        for _ in 0..<20 {
            page.advance(frames: 1)
            versions.append(page.stamp().surfaces[0].version)
        }
        #expect(Set(versions.prefix(5)).count == 5)
        #expect(Set(versions.suffix(10)).count == 1)
        #expect(page.boxes(ofSurface: 0).first { $0.kind == .text }?.y == 16)
    }

    @Test func `names all canvases, however many come to be`() throws {
        let page = try page("const more = () => document.body.appendChild(document.createElement('canvas')).getContext('2d');")
        for _ in 0..<40 {
            _ = try page.evaluate("(() => { more(); return 0 })()")
            #expect(page.stamp().surfaces.map(\.id) == [0] + page.canvasNumbers())
        }
        #expect(page.stamp().surfaces.count == 42)
    }

    @Test func `counts what waits to be taken over`() throws {
        let page = try page("console.log('a'); console.log('b')")
        #expect(page.stamp().waitingRecords == 2)
        _ = page.drainRecords()
        #expect(page.stamp().waitingRecords == 0)
        _ = try page.evaluate("setTimeout(() => { throw new Error('late') }, 1)")
        page.advance(frames: 1)
        #expect(page.stamp().waitingRecords == 1)
    }

    @Test func `of a page that stands still shows nothing but its end`() throws {
        let page = try TestPage(
            "<canvas id=canvas></canvas><script>canvas.getContext('2d'); for (;;);</script>", options: PageOptions(callSeconds: 0.2)).page
        #expect(page.stamp().surfaces == [PageStamp.SurfaceVersion(id: 0, version: -1)])
        #expect(page.stamp().waitingRecords > 0)
    }
}
