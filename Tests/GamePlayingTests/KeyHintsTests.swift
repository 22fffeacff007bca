import Testing
import WebPage

@testable import GamePlaying

@Suite("Keys that a submission's text names")
struct KeyHintsTests {
    private func keys(in script: String) -> [String] {
        KeyHints.keys(in: PageSource(html: "<script>\(script)</script>")).map(\.key)
    }

    @Test func `are letters by whose names a table of held keys is asked`() {
        let script = "onkeydown = e => { held[e.key] = true; }; if (held.ArrowLeft) go(-1); if (held.ArrowRight) go(1); if (held.z) turn();"
        #expect(keys(in: script).contains("z"))
    }

    @Test func `are no letters that only name other things`() {
        let script = "onkeydown = e => { if (e.key === 'ArrowLeft') piece.z--; };"
        #expect(keys(in: script) == ["ArrowLeft"])
    }
}
