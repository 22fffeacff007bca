import Testing

@testable import WebPage

@Suite("A text that becomes another one")
struct NewTextTests {
    /// A page that shows a text among others in ways that depend on its width.
    private static func document(_ text: String, style: String) -> String {
        """
        <!DOCTYPE html><style>body { margin: 0; font: 16px sans-serif } main { display: flex; justify-content: center } \(style)</style>
        <main><div>Score: <b id="text">\(text)</b> points</div><aside>beside</aside></main><p>below</p>
        """
    }

    private func seen(_ page: Page) -> [String] {
        page.boxes(ofSurface: 0).map { "\($0.x) \($0.y) \($0.width) \($0.height) \(page.looks.description(of: $0.look))" }
            + page.texts().map { "\($0.text) \($0.x) \($0.y)" }
    }

    @Test(arguments: [
        "", "b { text-transform: uppercase }", "b { letter-spacing: 2px }", "div { width: 60px; overflow-wrap: anywhere }", "b { white-space: pre }",
        "b { display: block }", "b { opacity: 0.5; display: inline-block }", "b { display: none }", "main { visibility: hidden }",
    ])
    func `is seen where it would be in a document that had it from the start`(style: String) throws {
        let page = try TestPage(Self.document("0", style: style)).page
        let exchanges = [
            ("0", "4"), ("1234", "5678"), ("90", "100"), ("100", "90"), ("a b", "c d"), ("a b", "abc"), ("iii", "www"), ("1", " "), (" 1 ", " 2 "),
            ("12", "1 2"), ("得1", "得2"),
        ]
        for (old, new) in exchanges {
            for change in ["textContent = '\(new)'", "firstChild.data = '\(new)'", "innerHTML = '\(new)'", "innerText = '\(new)'"] {
                _ = try page.evaluate("(() => { text.textContent = '\(old)' })()")
                _ = seen(page)
                _ = try page.evaluate("(() => { text.\(change) })()")
                let changed = seen(page)
                _ = try page.evaluate("(() => { document.body.innerHTML = document.body.innerHTML })()")
                try #require(changed == seen(page), "\(old) and then \(change)")
            }
        }
    }

    @Test func `is the last of several`() throws {
        let page = try TestPage(Self.document("10", style: "")).page
        let first = seen(page)
        _ = try page.evaluate("(() => { text.textContent = '20'; text.textContent = '30'; text.firstChild.data = '40' })()")
        #expect(page.texts().contains { $0.text == "40" })
        _ = try page.evaluate("(() => { text.textContent = '20'; text.style.fontSize = '30px'; text.textContent = '10'; text.style.fontSize = '' })()")
        #expect(seen(page) == first)
    }

    @Test func `is gone with its element`() throws {
        let page = try TestPage(Self.document("10", style: "")).page
        _ = seen(page)
        _ = try page.evaluate("(() => { text.textContent = '20'; text.remove() })()")
        #expect(!page.texts().contains { $0.text == "20" })
    }

    @Test func `has another look`() throws {
        let page = try TestPage(Self.document("10", style: "")).page
        let before = page.stamp()
        _ = try page.evaluate("(() => { text.textContent = '20' })()")
        #expect(page.stamp().surfaces != before.surfaces)
    }
}
