import Testing

@testable import WebPage

@Suite("Canvases that lie one over another")
struct CanvasLayerTests {
    /// Two canvases in a box, the upper of which is cleared and painted on.
    private func page(upper: String = "", size: Int = 400) throws -> Page {
        let page = try TestPage("""
            <!DOCTYPE html><style>div { position: relative } canvas { position: absolute; left: 0; top: 0 } #upper { \(upper) }</style>
            <div><canvas id="lower" width="200" height="400"></canvas><canvas id="upper" width="200" height="\(size)"></canvas></div><script>
            const pen = document.getElementById('upper').getContext('2d'), below = document.getElementById('lower').getContext('2d');
            below.fillRect(0, 380, 20, 20);
            pen.fillRect(40, 0, 20, 20);
            pen.clearRect(0, 0, 200, 400);
            pen.fillRect(60, 20, 20, 20);
            </script>
            """).page
        page.advance(frames: 1)
        return page
    }

    @Test func `are layers of one picture where they are of one size`() throws {
        let page = try page()
        let canvases = page.surfaces().filter { $0.id != 0 }
        #expect(canvases.map(\.lower) == [[], [canvases[0].id]])
        let boxes = page.boxes(ofSurface: canvases[1].id, over: canvases[1].lower)
        #expect(boxes.map { [$0.x, $0.y] } == [[0, 380], [60, 20]])
        #expect(page.allBoxes()[canvases[1].id] == boxes)
    }

    @Test(arguments: ["left: 30px", "width: 100px"])
    func `are pictures of their own at different places`(style: String) throws {
        let canvases = try page(upper: style).surfaces().filter { $0.id != 0 }
        #expect(canvases.map(\.lower) == [[], []])
    }

    @Test func `are pictures of their own where they differ in size`() throws {
        let canvases = try page(size: 100).surfaces().filter { $0.id != 0 }
        #expect(canvases.map(\.lower) == [[], []])
    }

    @Test func `are looked at again when one of them is painted on`() throws {
        let page = try page()
        let canvases = page.surfaces().filter { $0.id != 0 }
        let version = page.paintVersion(ofSurface: canvases[1].id, over: canvases[1].lower)
        _ = try page.evaluate("below.fillRect(0, 360, 20, 20)")
        #expect(page.paintVersion(ofSurface: canvases[1].id, over: canvases[1].lower) != version)
    }

    @Test func `show the colour behind them where nothing is painted`() throws {
        let page = try TestPage("<!DOCTYPE html><body style='background: white'><canvas id=c style='background: #abcdef'></canvas><canvas id=d></canvas>").page
        page.advance(frames: 1)
        _ = try page.evaluate("for (const canvas of [c, d]) canvas.getContext('2d').fillRect(0, 0, 9, 9)")
        let looks = page.surfaces().map { page.backdrop(ofSurface: $0.id).map(page.looks.description) }
        #expect(looks == [nil, "#abcdefff", "#ffffffff"])
    }
}
