import Suites
import Testing

@testable import playproof

@Suite("Keys of a terminal")
struct TerminalKeysTests {
    @Test func `are those of a keyboard`() {
        var keys = TerminalKeys()
        let typed = keys.type(Array("\u{1B}[Da \u{1B}OC\r\u{1B}[3~\u{1B}".utf8), at: 0)
        #expect(typed.map(\.key) == ["ArrowLeft", "a", " ", "ArrowRight", "Enter", "Delete", "Escape"])
        #expect(typed.allSatisfy { $0.down && !$0.isRepeat })
        #expect(!keys.hasQuit)
    }

    @Test func `are held while they are typed again, and let go after that`() {
        var keys = TerminalKeys()
        _ = keys.type([0x61], at: 0)
        #expect(keys.released(at: 0.1) == [])
        #expect(keys.type([0x61], at: 0.1) == [PlayOrder.Key(key: "a", down: true, isRepeat: true)])
        #expect(keys.released(at: 0.15) == [])
        #expect(keys.released(at: 0.3) == [PlayOrder.Key(key: "a", down: false)])
        #expect(keys.released(at: 0.4) == [])
    }

    @Test(arguments: [3, 4, 17] as [UInt8]) func `end the game`(byte: UInt8) {
        var keys = TerminalKeys()
        #expect(keys.type([byte], at: 0) == [])
        #expect(keys.hasQuit)
    }

    @Test func `trace files are named after submissions, whatever these are called`() {
        #expect(TraceFolder.name(of: "a03") == "a03")
        let odd = ["a/b", "a:b", "a_b", "../x", "", "ä"].map(TraceFolder.name(of:))
        #expect(Set(odd).count == odd.count)
        #expect(odd.allSatisfy { !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") })
        #expect(TraceFolder.name(of: String(repeating: "x", count: 5000)).count < 120)
        #expect(TraceFolder.beside("out/results.jsonl") == "out/results-traces")
        #expect(TraceFolder.beside(nil) == "playproof-traces")
    }
}
