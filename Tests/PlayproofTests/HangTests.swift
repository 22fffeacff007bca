import Foundation
import Testing

@Suite("Pages that hang")
struct HangTests {
    private static let loops = [
        "while (true) {}",
        "(async () => { for (;;) await 0 })()",
        "function f() { Promise.resolve().then(f) }; f()",
        "for (;;) /^(a+)+$/.test('a'.repeat(60) + 'b')",
    ]
    /// The limit that is set, the second that is allowed beyond it, and what starting a debug build takes while all the
    /// other tests run.
    private static let secondsMax = 2.0 + 1 + 12

    private func secondsOf(_ body: () throws -> Void) rethrows -> Double {
        let start = Date()
        try body()
        return Date().timeIntervalSince(start)
    }

    @Test(arguments: loops)
    func `at a key are stopped within their limit`(loop: String) throws {
        let playproof = try CommandRun()
        try playproof.write("page.html", "<!DOCTYPE html><script>addEventListener('keydown', () => { \(loop) })</script>")
        let seconds = try secondsOf {
            let outcome = try playproof("open", "page.html", "--press", "a", "--eval", "1", "--timeout", "2")
            #expect(outcome.exitCode == 1)
            #expect(!outcome.errors.isEmpty)
        }
        #expect(seconds < Self.secondsMax)
    }

    @Test(arguments: loops)
    func `while they load are stopped within their limit`(loop: String) throws {
        let playproof = try CommandRun()
        try playproof.write("page.html", "<!DOCTYPE html><script>\(loop)</script>")
        let seconds = try secondsOf {
            let outcome = try playproof("open", "page.html", "--timeout", "2")
            #expect(outcome.exitCode == 1)
            #expect(!outcome.errors.isEmpty)
        }
        #expect(seconds < Self.secondsMax)
    }
}
