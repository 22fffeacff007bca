import Foundation
import Scenarios
import Testing

@testable import Reports

@Suite("Reporters")
struct ReporterTests {
    private static let playing = ResultRecord(
        id: "good", source: "good.html", verdict: .plays,
        checks: [
            Finding(id: "loads", status: .pass, level: .must, category: .runtime),
            Finding(id: "clears_lines", status: .pass, level: .must, category: .logic, detail: "1, 2, 3 and 4 rows at once"),
            Finding(id: "scores", status: .fail, level: .should, category: .logic, at: 4000, detail: "the score is NaN"),
            Finding(id: "pause", status: .absent, level: .should, category: .interaction, detail: "the game has no key for pause"),
            Finding(id: "ghost", status: .pass, level: .guideline, category: .logic),
        ],
        observed: ObservedFacts(
            columns: 10, rows: 20, render: "canvas", start: "click #start", controls: ["hard": " ", "left": "ArrowLeft"],
            scoring: ["1": 100, "2": 300], gravityMs: [1000, 900]))

    private static let flawed = ResultRecord(
        id: "bad", source: "a,b/bad.html", verdict: .flawed, failure: .logic,
        checks: [
            Finding(id: "loads", status: .pass, level: .must, category: .runtime),
            Finding(
                id: "clears_lines", status: .fail, level: .must, category: .logic, at: 12350,
                detail: "row 19 <was> full & still stands",
                evidence: Evidence(
                    expectation: "play.wrong === 0", place: "clears_lines.yaml:9", operands: [.init(source: "play.wrong", value: "1")],
                    steps: ["start", "play clear 2"], before: "..\nxx", after: ".x\nxx")),
        ])

    private static let broken = ResultRecord(
        id: "dead", source: "dead.html", verdict: .broken, failure: .syntax,
        checks: [Finding(id: "loads", status: .fail, level: .must, category: .syntax, detail: "a script doesn't parse")],
        errors: [SubmissionError(name: "SyntaxError", message: "Unexpected token ';'", line: 212, column: 40)])

    private static let open = ResultRecord(id: "odd", source: "odd.html", verdict: .unknown, reason: "asks for webgl")

    private func report(_ name: ReporterName, _ records: [ResultRecord], terminal: Bool = false) -> String {
        let sink = TextSink(isTerminal: terminal)
        let reporter = name.reporter(writingTo: sink)
        var summary = RunSummary(wallSeconds: 1.25)
        reporter.begin(total: records.count)
        for record in records {
            reporter.record(record)
            summary.add(record)
        }
        reporter.end(summary)
        return sink.text
    }

    @Test func `the list shows a scorecard with evidence and pictures`() {
        #expect(
            report(.list, [Self.playing, Self.flawed, Self.broken, Self.open]) == """
                good  plays
                  ✓ loads
                  ✓ clears_lines  1, 2, 3 and 4 rows at once
                  should 0 of 2  – pause
                    ✗ scores        4.000 s  the score is NaN
                  guideline 1 of 1  ✓ ghost
                  observed 10 × 20; canvas; start: click #start; keys: left ArrowLeft, hard Space; points: 100/300; ms a row: 1000 900

                bad  flawed (logic)  clears_lines: row 19 <was> full & still stands
                  ✓ loads
                  ✗ clears_lines  12.350 s  row 19 <was> full & still stands
                      expected  play.wrong === 0  (clears_lines.yaml:9)
                        play.wrong  1
                      after     start, play clear 2
                      before    then
                      ..        .x
                      xx        xx

                dead  broken (syntax)  SyntaxError: Unexpected token ';' (line 212, column 40)
                  ✗ loads  a script doesn't parse

                odd  unknown  asks for webgl

                4 submissions: 1 play, 1 flawed, 1 broken, 1 unknown (1.3 s)

                """)
    }

    @Test func `colours are for terminals`() {
        #expect(!report(.list, [Self.flawed]).contains("\u{1B}"))
        #expect(report(.list, [Self.flawed], terminal: true).contains("\u{1B}[31m✗\u{1B}[0m clears_lines"))
    }

    @Test func `a line says verdict and reason`() {
        #expect(
            report(.line, [Self.playing, Self.broken]) == """
                [1/2] good  plays
                [2/2] dead  broken (syntax)  SyntaxError: Unexpected token ';' (line 212, column 40)
                2 submissions: 1 play, 1 broken (1.3 s)

                """)
    }

    @Test func `JSON Lines are the records alone`() {
        #expect(report(.jsonl, [Self.playing, Self.open]) == Self.playing.jsonLine() + "\n" + Self.open.jsonLine() + "\n")
    }

    @Test func `JSON Lines hold what a failure rests on where that is asked for`() throws {
        let sink = TextSink()
        ReporterName.jsonl.reporter(writingTo: sink, context: ReporterContext(evidence: true)).record(Self.flawed)
        #expect(try ResultRecord(jsonLine: sink.text) == Self.flawed)
    }

    @Test func `JUnit fails must checks only`() {
        let xml = report(.junit, [Self.playing, Self.flawed])
        #expect(xml.contains(#"<testsuite name="bad" tests="2" failures="1" errors="0" skipped="0" time="0">"#))
        #expect(xml.contains(#"<property name="source" value="a,b/bad.html"/>"#))
        #expect(xml.contains(#"<testcase classname="bad" name="clears_lines">"#))
        #expect(xml.contains(#"<failure type="logic" message="row 19 &lt;was&gt; full &amp; still stands">play.wrong === 0"#))
        #expect(xml.contains(#"<skipped message="should fail: the score is NaN"/>"#))
        #expect(JUnitReporter.escaped("a\u{1}\n\"") == "a\u{FFFD}&#10;&quot;")
    }

    @Test func `GitHub gets annotations`() {
        #expect(
            report(.github, [Self.playing, Self.flawed, Self.broken, Self.open]) == """
                ::warning file=good.html,title=good%3A scores::the score is NaN
                ::error file=a%2Cb/bad.html,title=bad%3A flawed::clears_lines: row 19 <was> full & still stands
                ::error file=dead.html,line=212,title=dead%3A broken::SyntaxError: Unexpected token ';' (line 212, column 40)
                ::warning file=odd.html,title=odd%3A unknown::asks for webgl
                4 submissions: 1 play, 1 flawed, 1 broken, 1 unknown (1.3 s)

                """)
    }

    @Test func `the exit code is that of the worst`() {
        func code(_ records: ResultRecord...) -> Int32 {
            var summary = RunSummary()
            for record in records { summary.add(record) }
            return summary.exitCode
        }
        #expect(code(Self.playing) == 0)
        #expect(code(Self.playing, Self.open) == 3)
        #expect(code(Self.open, Self.flawed) == 1)
        #expect(code(Self.broken) == 1)
    }

    @Test func `a sink writes to a file handle`() {
        let pipe = Pipe()
        let sink = FileSink(pipe.fileHandleForWriting)
        sink.write("héllo\n")
        try? pipe.fileHandleForWriting.close()
        #expect(!sink.isTerminal)
        #expect(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "héllo\n")
    }
}
