import Testing

@testable import WebPage

/// Animations that stand still in their middle. The answers are those that Chromium gives.
@Suite("An animated element's style")
struct AnimatedStyleTests {
    private func page(_ rules: String, _ body: String = "<p><b>Text</b></p>") throws -> TestPage {
        try TestPage("<style>@keyframes half { from { opacity: 0; left: 0; } to { opacity: 1; left: 2em; } } p { position: relative; font-size: 10px; animation: half 10s linear -5s paused; } \(rules)</style>\(body)")
    }

    private let opacities = "['p', 'b'].map(tag => getComputedStyle(document.querySelector(tag)).opacity)"

    @Test func `is between the keyframes, and its children's is as ever`() throws {
        let page = try page("")
        page.page.advance(frames: 6)
        try page.expect(opacities, #"["0.5","1"]"#)
        try page.expect("getComputedStyle(document.querySelector('p')).left", #""10px""#)
    }

    @Test func `is taken over by children that ask for it by name`() throws {
        let page = try page("b { opacity: inherit; }")
        page.page.advance(frames: 6)
        try page.expect(opacities, #"["0.5","0.5"]"#)
    }

    @Test func `gives way to what is important`() throws {
        let page = try page("p { opacity: 0.3 !important; }")
        page.page.advance(frames: 6)
        try page.expect(opacities, #"["0.3","1"]"#)
    }

    @Test func `follows a change of the element's other values`() throws {
        let page = try page("p.large { font-size: 20px; color: red; }")
        page.page.advance(frames: 6)
        try page.expect(
            returnedBy: """
            const style = getComputedStyle(document.querySelector('p')), child = getComputedStyle(document.querySelector('b'));
            const before = [style.opacity, child.fontSize];
            document.querySelector('p').className = 'large';
            return [...before, style.opacity, child.fontSize, child.color]
            """, #"["0.5","10px","0.5","20px","rgb(255, 0, 0)"]"#)
    }

    @Test func `hands on what its own rules say once it is no longer animated`() throws {
        let page = try page("p.still { animation: none; opacity: 0.9; }")
        page.page.advance(frames: 6)
        try page.expect("document.querySelector('p').className = 'still', \(opacities)", #"["0.9","1"]"#)
    }
}
