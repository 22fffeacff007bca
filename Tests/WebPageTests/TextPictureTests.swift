import Testing

@testable import WebPage

@Suite("A picture made of characters")
struct TextPictureTests {
    private static let lines = Array(repeating: "..[][]....", count: 12).joined(separator: "\n")

    /// Boxes of one character each.
    private func characters(_ body: String) throws -> Int {
        let html = "<!DOCTYPE html><style>body { font: 16px monospace } pre { font: inherit; line-height: 16px; float: left }</style>\(body)"
        let page = try Page(PageSource(html: html), browser: Browser())
        page.load()
        return page.boxes(ofSurface: 0).count { $0.kind == .text && $0.width < 12 }
    }

    @Test func `is taken apart into its characters`() throws {
        #expect(try characters("<pre>\(Self.lines)</pre>") == 120)
    }

    @Test func `is told from text of the same font that stands beside it`() throws {
        #expect(try characters("<pre>\(Self.lines)</pre><div style='padding: 23px 0 0 300px'><p>Score: 100<p>Level: 1</div>") == 120)
    }

    @Test func `is none where a few words stand below each other`() throws {
        #expect(try characters("<pre>Score\n100\nLevel\n12</pre>") == 0)
    }
}
