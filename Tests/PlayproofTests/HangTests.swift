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
    /// Far more than the limit that is set, for other tests take the processors meanwhile, and far less than for ever.
    private static let secondsMax = 60.0

    @Test(arguments: loops)
    func `at a key are stopped within their limit`(loop: String) async throws {
        let playproof = try CommandRun()
        try playproof.write("page.html", "<!DOCTYPE html><script>addEventListener('keydown', () => { \(loop) })</script>")
        let outcome = try await playproof("open", "page.html", "--press", "a", "--eval", "1", "--timeout", "2")
        #expect(outcome.exitCode == 1)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.seconds < Self.secondsMax)
    }

    @Test(arguments: loops)
    func `while they load are stopped within their limit`(loop: String) async throws {
        let playproof = try CommandRun()
        try playproof.write("page.html", "<!DOCTYPE html><script>\(loop)</script>")
        let outcome = try await playproof("open", "page.html", "--timeout", "2")
        #expect(outcome.exitCode == 1)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.seconds < Self.secondsMax)
    }
}
