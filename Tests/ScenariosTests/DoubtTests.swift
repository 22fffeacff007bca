import Testing
import WebPage

@testable import GamePlaying
@testable import Scenarios

@Suite("A doubt about a page that asks for what isn't there")
struct DoubtTests {
    private static let library = PageRecord(kind: .missing, time: 0, name: "network script https://cdn.test/lib.js")

    private func doubt(missing: PageRecord = library, hasStarted: Bool, fault: PageRecord? = nil, html: String = "") -> String? {
        let discovery = GameDiscovery.Result(knowledge: GameKnowledge(), loadRecords: [missing], hasStarted: hasStarted)
        return Doubt.reason(discovery, faults: [fault].compactMap(\.self), page: PageSource(html: html))
    }

    private func error(_ name: String, _ message: String) -> PageRecord {
        PageRecord(kind: .error, time: 0, name: name, message: message)
    }

    @Test func `is none where the game does without it`() {
        #expect(doubt(hasStarted: true) == nil)
        #expect(doubt(missing: PageRecord(kind: .missing, time: 0, name: "webgl"), hasStarted: true) == nil)
    }

    @Test func `is there where nothing starts`() {
        #expect(doubt(hasStarted: false)?.contains("https://cdn.test/lib.js") == true)
    }

    @Test func `is there where nothing starts on a page around another one`() {
        let frame = PageRecord(kind: .missing, time: 0, name: "iframe https://games.test/tetris")
        #expect(doubt(missing: frame, hasStarted: false)?.contains("https://games.test/tetris") == true)
        #expect(doubt(missing: frame, hasStarted: true) == nil)
        #expect(doubt(missing: frame, hasStarted: false, fault: error("TypeError", "null is not an object (evaluating 'cell.x')")) == nil)
    }

    @Test func `is there where nothing starts on a page that waits for a database`() {
        let database = PageRecord(kind: .missing, time: 0, name: "indexedDB")
        #expect(doubt(missing: database, hasStarted: false)?.contains("indexedDB") == true)
        #expect(doubt(missing: database, hasStarted: true) == nil)
        #expect(doubt(missing: database, hasStarted: false, fault: error("TypeError", "null is not an object (evaluating 'cell.x')")) == nil)
    }

    @Test(arguments: [("ReferenceError", "Can't find variable: confetti"), ("ReferenceError", "confetti is not defined"), ("TypeError", "undefined is not a function (near 'window.confetti')")])
    func `is there where the game misses a name that it doesn't declare`(name: String, message: String) {
        #expect(doubt(hasStarted: true, fault: error(name, message)) != nil)
    }

    @Test func `is none where the missing name is the game's own`() {
        let fault = error("ReferenceError", "Can't find variable: draw")
        #expect(doubt(hasStarted: true, fault: fault, html: "<script>function  draw() { </script>") == nil)
    }

    @Test func `is none where the game fails by itself`() {
        #expect(doubt(hasStarted: true, fault: error("TypeError", "null is not an object (evaluating 'cell.x')")) == nil)
    }
}
