import Testing

@testable import WebPage

@Suite("Whether a canvas can be seen")
struct CanvasSightTests {
    private func isSeen(_ style: String, cover: String = "") throws -> Bool {
        let html = """
            <!DOCTYPE html><style>canvas { \(style) } #cover { \(cover) }</style>
            <canvas width="200" height="400"></canvas><div id="cover"></div><script>document.querySelector('canvas').getContext('2d').fillRect(0, 0, 9, 9)</script>
            """
        let page = try Page(PageSource(html: html), browser: Browser())
        page.load()
        page.advance(frames: 1)
        let surface = try #require(page.surfaces().first { $0.id != 0 })
        return page.shows(surface: surface.id)
    }

    @Test(arguments: ["", "opacity: 0.6", "position: absolute; left: 900px", "transform: scale(0.5)", "clip-path: inset(0)", "clip-path: circle(40%)"])
    func `is so for one that a person sees`(_ style: String) throws {
        #expect(try isSeen(style))
    }

    @Test(arguments: [
        "opacity: 0", "visibility: hidden", "display: none", "position: absolute; left: -4000px", "position: fixed; top: -500px", "transform: scale(0)",
        "clip-path: inset(50%)", "clip-path: inset(0 100% 0 0)",
    ])
    func `isn't so for one that is hidden`(_ style: String) throws {
        #expect(try !isSeen(style))
    }

    @Test func `depends on what lies over it`() throws {
        let sheet = "position: fixed; left: 0; top: 0; width: 100%; height: 100%;"
        #expect(try !isSeen("", cover: sheet + "background: #fff"))
        #expect(try isSeen("", cover: sheet + "background: rgba(0, 0, 0, 0.7)"))
        #expect(try isSeen("", cover: sheet + "background: #fff; opacity: 0.5"))
        #expect(try isSeen("", cover: "position: fixed; left: 0; top: 0; width: 90px; height: 90px; background: #fff"))
        #expect(try isSeen("position: relative; z-index: 2", cover: sheet + "background: #fff"))
    }
}
