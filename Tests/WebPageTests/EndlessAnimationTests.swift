import Testing

@testable import WebPage

/// Ornaments that move for ever are not made anew for every look at the page.
@Suite("An animation without an end")
struct EndlessAnimationTests {
    private func page(iterations: String) throws -> TestPage {
        try TestPage("""
            <style>
            @keyframes move { from { left: 0; } to { left: 1000px; } }
            div { position: absolute; top: 0; width: 10px; height: 10px; background: red; animation: move 1s linear \(iterations); }
            </style><div></div>
            """)
    }

    /// Where the square is for whoever looks now.
    private func left(_ page: TestPage) -> Double? { page.page.boxes(ofSurface: 0).first { $0.width == 10 }?.x }

    @Test func `lags behind by less than a tenth of a second for whoever looks`() throws {
        let page = try page(iterations: "infinite")
        page.page.advance(frames: 6)
        let first = try #require(left(page))
        page.page.advance(frames: 2)
        #expect(left(page) == first)
        page.page.advance(frames: 4)
        #expect(try #require(left(page)) > first + 90)
    }

    @Test func `is exact for scripts, and then for whoever looks`() throws {
        let page = try page(iterations: "infinite")
        page.page.advance(frames: 6)
        let first = try #require(left(page))
        page.page.advance(frames: 3)
        try page.expect("Math.abs(document.querySelector('div').getBoundingClientRect().left - \(first) - 50) < 1", "true")
        #expect(abs(try #require(left(page)) - first - 50) < 1)
    }

    @Test func `lags behind no longer beside one that ends`() throws {
        let page = try page(iterations: "3")
        page.page.advance(frames: 6)
        let first = try #require(left(page))
        page.page.advance(frames: 2)
        #expect(try #require(left(page)) > first)
    }
}
