import Testing

@Suite("Repairs that check tries")
struct RepairCommandTests {
    private let playproof: CommandRun

    init() throws {
        playproof = try CommandRun()
    }

    private static let page = """
        <!DOCTYPE html>
        <p>A Tetris that is only a sketch</p>
        <script>
        for (let y = 3; y > ; y--) document.title += y;
        </script>
        """

    @Test func `are told apart from the verdict, which stands`() async throws {
        try playproof.write("sketch.html", Self.page)
        let outcome = try await playproof("check", "sketch.html")
        #expect(outcome.output.hasPrefix("sketch  broken (syntax)  SyntaxError: Unexpected token ';' (line 4, column 21)\n"))
        #expect(outcome.output.contains("\n  repair  if line 4 read `y > 0`: broken (interaction), "))
        #expect(outcome.exitCode == 1)
    }

    @Test func `are in a record only when they were asked for`() async throws {
        try playproof.write("sketch.html", Self.page)
        #expect(!(try await playproof("check", "sketch.html", "--reporter", "jsonl").output.contains("\"repair\"")))
        let asked = try await playproof("check", "sketch.html", "--reporter", "jsonl", "--repairs").output
        #expect(asked.contains(#""verdict":"broken","failure":"syntax""#))
        #expect(asked.contains(#""repair":{"edits":[{"line":4,"column":21,"code":"y > 0"}],"verdict":"broken","failure":"interaction","checks":["#))
        #expect(!(try await playproof("check", "sketch.html", "--no-repairs").output.contains("repair")))
    }

    @Test func `leave a submission alone that has no slip`() async throws {
        try playproof.write("empty.html", "<!DOCTYPE html><p>Tetris</p>")
        #expect(!(try await playproof("check", "empty.html").output.contains("repair")))
    }
}
