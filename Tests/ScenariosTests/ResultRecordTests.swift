import Foundation
import Testing

@testable import Scenarios

@Suite("A result record")
struct ResultRecordTests {
    private let record = ResultRecord(
        id: "a03", source: "a03/index.html", verdict: .flawed, failure: .logic,
        checks: [
            Finding(
                id: "clears_lines", status: .fail, level: .must, category: .logic, at: 12350,
                detail: "row 19 was \"full\"\n", breaks: true,
                evidence: Evidence(expectation: "a < b", operands: [.init(source: "a", value: "2")], steps: ["start"], after: "."))
        ],
        observed: ObservedFacts(
            columns: 10, rows: 20, render: "canvas", board: "variable grid", start: "click #start",
            controls: ["zoom": "z", "hard": " ", "left": "ArrowLeft"], scoring: ["4": 800, "1": 100], gravityMs: [1000, 900.5]),
        errors: [SubmissionError(name: "SyntaxError", message: "…", line: 212, column: 40)], cpuSeconds: 0.2104, peakMemoryMB: 38)

    @Test func `is one line with its keys in order`() {
        #expect(
            record.jsonLine()
                == #"{"schema":"playproof/result/1","id":"a03","source":"a03/index.html","rules":"tetris","verdict":"flawed","failure":"logic","checks":[{"id":"clears_lines","status":"fail","level":"must","category":"logic","at":12350.0,"detail":"row 19 was \"full\"\n"}],"observed":{"columns":10,"rows":20,"render":"canvas","board":"variable grid","start":"click #start","controls":{"left":"ArrowLeft","hard":" ","zoom":"z"},"scoring":{"1":100,"4":800},"gravityMs":[1000,900.5]},"errors":[{"name":"SyntaxError","message":"…","line":212,"column":40}],"seed":1,"cpuSeconds":0.21,"peakMemoryMB":38.0}"#
        )
    }

    @Test func `survives the way from a worker`() throws {
        var expected = record
        expected.cpuSeconds = 0.21
        #expect(try ResultRecord(jsonLine: record.jsonLine(evidence: true)) == expected)
        let short = try ResultRecord(jsonLine: record.jsonLine())
        #expect(short.checks[0].evidence == nil)
    }

    @Test func `has null for no failure and a reason only when unknown`() {
        let unknown = ResultRecord(id: "x", source: "x", findings: [], doubt: "asks for webgl")
        #expect(unknown.jsonLine().contains(#""verdict":"unknown","failure":null,"reason":"asks for webgl","checks":[]"#))
    }

    @Test func `says of its submission what the input says`() throws {
        var described = ResultRecord(id: "t#2", source: "a.jsonl:3", verdict: .plays)
        (described.task, described.model, described.sample, described.notes) = ("t", "m", 2, ["cut off"])
        described.traceDigest = "00c0ffee"
        let line = described.jsonLine()
        #expect(line.contains(#""source":"a.jsonl:3","task":"t","model":"m","sample":2,"notes":["cut off"],"rules":"tetris""#))
        #expect(try ResultRecord(jsonLine: line) == described)
    }

    @Test func `refuses another schema`() {
        let other = record.jsonLine().replacingOccurrences(of: "result/1", with: "result/2")
        #expect(throws: DecodingError.self) { try ResultRecord(jsonLine: other) }
    }
}
