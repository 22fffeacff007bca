import Testing

@testable import WebPage

@Suite("The renderers of a page's canvases")
struct CanvasRenderersTests {
    @Test func `are those that were used last, as far as their pixels fit in`() {
        var renderers = CanvasRenderers()
        let pictures = CanvasPictures()
        let first = renderers.renderer(ofCanvas: 0, pixels: 1 << 20, pictures: pictures)
        for id in 1..<1000 {
            _ = renderers.renderer(ofCanvas: id, pixels: 1 << 20, pictures: pictures)
            #expect(renderers.renderer(ofCanvas: 0, pixels: 1 << 20, pictures: pictures) === first)
        }
        #expect(renderers.count == 16)
        #expect(renderers.renderer(ofCanvas: 1, pixels: 1 << 20, pictures: pictures) !== first)
    }

    @Test func `are few, however small the canvases are`() {
        var renderers = CanvasRenderers()
        for id in 0..<1000 { _ = renderers.renderer(ofCanvas: id, pixels: 4, pictures: CanvasPictures()) }
        #expect(renderers.count == 256)
    }

    @Test func `that were let go draw the same when they are needed again`() throws {
        let page = try TestPage.withCanvas()
        try page.expect(
            returnedBy: """
                c.fillStyle = 'red';
                c.fillRect(0, 0, 5, 5);
                const before = at([1, 1], [8, 8]);
                for (let i = 0; i < 400; i++) {
                  const other = document.createElement('canvas').getContext('2d');
                  other.fillRect(0, 0, 300, 150);
                  other.getImageData(0, 0, 1, 1);
                }
                c.fillStyle = 'blue';
                c.fillRect(7, 7, 5, 5);
                return [...before, ...at([1, 1], [8, 8])];
                """, #"["255 0 0 255","0 0 0 0","255 0 0 255","0 0 255 255"]"#)
    }
}
