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

    /// Things that a page does, each of which changes what its stamp tells or leaves it as it was.
    private static let deeds = [
        "p.textContent = 'b'", "p.firstChild.data = 'c'", "p.className = 'none'", "p.style.color = 'red'", "p.style.marginTop = '3px'", "p.remove()",
        "document.body.append(p)", "c.fillRect(1, 1, 5, 5)", "c.clearRect(0, 0, 50, 50)", "c.fillText('a', 1, 9)", "c.drawImage(canvas, 0, 0)",
        "for (let i = 0; i < 500; i++) c.fillRect(i % 50, 1, 1, 1)", "canvas.width = 60", "canvas.getContext('2d').reset()",
        "document.body.appendChild(document.createElement('canvas')).getContext('2d')", "canvas.after(document.createElement('canvas'))",
        "document.querySelector('canvas:not(#canvas)').getContext('2d')", "console.log('a')", "field.focus()", "field.blur()", "box.checked = true",
        "field.value = 'b'", "document.styleSheets[0].insertRule('p { padding: 2px }')", "document.querySelector('style').textContent += 'p { margin: 9px }'",
        "p.animate([{ opacity: 0 }, { opacity: 1 }], 50)", "dialog.showModal()", "dialog.close()", "scrollTo(0, 20)", "0",
    ]

    @Test func `tells without a call what a call would tell`() throws {
        let page = try TestPage(
            """
            <!DOCTYPE html><style>input:focus { border: 5px solid red } #box:checked + input { color: blue }</style><body style="height: 3000px">
            <p id=p>a</p><canvas id=canvas width=50 height=50></canvas><input id=box type=checkbox><input id=field><dialog id=dialog>d</dialog>
            <script>const c = canvas.getContext('2d');</script>
            """
        ).page
        for deed in Self.deeds + Self.deeds.reversed() {
            _ = try page.evaluate("(() => { try { \(deed) } catch {} })()")
            for _ in 0..<3 {
                let quick = page.stamp()
                page.knownStamp = nil
                #expect(page.stamp() == quick, "after \(deed)")
                #expect(page.paintVersion(ofSurface: 0) == quick.surfaces[0].version)
                page.advance(frames: 1)
            }
        }
    }

    @Test func `needs no call while nothing but drawing goes on`() throws {
        let page = try page("let n = 0; requestAnimationFrame(function draw() { c.fillRect(n++ % 50, 1, 1, 1); requestAnimationFrame(draw) });")
        var versions: Set<Double> = []
        for _ in 0..<10 {
            page.advance(frames: 1)
            versions.insert(page.stamp().surfaces[1].version)
            #expect(page.lookSigns.keepsStamp)
        }
        #expect(versions.count == 10)
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
