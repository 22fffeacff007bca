import Scenarios
import Testing

@testable import Reports

@Suite("Feedback")
struct FeedbackTests {
    private static let picture = (0..<20).map { $0 == 19 ? "##########" : ".........." }.joined(separator: "\n")

    private static func finding(_ id: String, detail: String, level: CheckLevel = .must) -> Finding {
        Finding(
            id: id, status: .fail, level: level, category: .logic, at: 12350, detail: detail,
            evidence: Evidence(
                expectation: "play.wrong === 0", place: "clears_lines.yaml:9", operands: [.init(source: "play.wrong", value: "1")],
                steps: ["start", "play lines 50"], before: picture, after: picture))
    }

    private let flawed = ResultRecord(
        id: "a", source: "a.html", verdict: .flawed, failure: .logic,
        checks: [finding("clears_lines", detail: "row 19 was full and still stood")],
        errors: [SubmissionError(name: "TypeError", message: "x is undefined", line: 3, column: 5)])

    private let lines: [Substring] = ["one", "two", "  x.y()", "four", "five"]

    @Test func `says in plain words what was done, expected and seen, with pictures and source lines`() {
        let text = Feedback(flawed, titles: ["clears_lines": "Full rows vanish"], sourceLines: lines).text
        #expect(
            text.hasPrefix("""
                The game can be played, but not as it should be. Kind of failure: logic (the game computes or shows the wrong thing).
                Error while the page loads: TypeError: x is undefined (line 3, column 5)
                   1 | one
                   2 | two
                 > 3 |   x.y()
                   4 | four

                clears lines: a player expects: Full rows vanish.
                Done: start, play lines 50.
                Seen at 12.350 s of the game: row 19 was full and still stood.
                before        after
                ..........    ..........
                """), "\(text)")
        #expect(text.hasSuffix("##########    ##########"))
    }

    @Test func `does not say how a check looks at a game`() {
        let text = Feedback(flawed, titles: [:], sourceLines: lines).text
        for inside in ["play.wrong", "yaml", "expectation"] { #expect(!text.contains(inside)) }
    }

    @Test func `shows the source of an error that came later`() {
        var record = flawed
        record.errors = []
        record.checks = [Self.finding("rotates", detail: "it stays as it is, after an uncaught TypeError at 3.1 s (x is undefined, line 3)")]
        #expect(Feedback(record, sourceLines: lines).text.contains("\n > 3 |   x.y()\n"))
    }

    @Test func `never gets longer than its limit`() {
        var record = flawed
        record.checks = (0..<40).map { Self.finding("check_\($0)", detail: String(repeating: "long \($0) ", count: 100)) }
        record.errors = (0..<9).map { SubmissionError(name: "Error", message: String(repeating: "m", count: 5000), line: $0, column: 1) }
        let text = Feedback(record, sourceLines: Array(repeating: Substring(String(repeating: "é", count: 5000)), count: 9)).text
        #expect(text.count <= Feedback.lengthMax)
        #expect(text.count > 1200)
    }

    @Test func `one fault that fails many checks is told once`() {
        var record = flawed
        record.checks = ["spawns", "falls", "moves"].map { Self.finding($0, detail: "no playfield was found") }
        #expect(Feedback(record).text.components(separatedBy: "no playfield was found").count == 2)
    }

    @Test func `a game that plays is told so`() {
        #expect(Feedback(ResultRecord(id: "a", source: "a", verdict: .plays)).text == "The game plays. Nothing was found to be wrong.")
        let unknown = ResultRecord(id: "a", source: "a", verdict: .unknown, reason: "the page needs WebGL")
        #expect(Feedback(unknown).text == "The game could not be judged: the page needs WebGL.")
    }
}
