import Scenarios
import Testing

@testable import Reports

@Suite("Agreement with an answer key")
struct AgreementTests {
    private func record(_ id: String, _ verdict: Verdict, _ statuses: KeyValuePairs<String, CheckStatus> = [:]) -> ResultRecord {
        ResultRecord(
            id: id, source: id, verdict: verdict,
            checks: statuses.map { Finding(id: $0.key, status: $0.value, level: .must, category: .logic, detail: "seen") })
    }

    private func key(_ text: String, parts: [String: String] = [:]) throws -> AnswerKey {
        try AnswerKey([("key.jsonl", text)], parts: parts)
    }

    @Test func `tells verdicts, checks and every disagreement`() throws {
        let key = try key("""
            {"id":"a","genre":"tetris","verdict":"plays","truth":{"moves":true,"locks":true,"pause":null}}
            {"id":"a--x","base":"a","expected_verdict":"flawed","accept":["flawed","broken"],"failing":["locks"]}
            {"id":"s","genre":"snake","verdict":"plays","truth":{"moves":true}}
            {"id":"z","verdict":"broken"}
            """)
        let records = [
            record("a", .plays, ["moves": .pass, "locks": .pass, "pause": .absent]),
            record("a--x", .plays, ["moves": .pass, "locks": .unknown]),
            record("s", .unknown), record("q", .plays),
        ]
        #expect(
            Agreement(records, key: key).text == """
                2 of 3 verdicts are right (66.6 %); 1 wrong plays, 0 undecided

                expected      plays   flawed   broken  unknown  given
                plays             1        0        0        0
                flawed            1        0        0        0
                unknown           0        0        0        1

                check  level     right    of     rate
                moves  must          2     2  100.0 %
                locks  must          1     2   50.0 %

                a--x  plays, the key says flawed or broken
                  locks: unknown (seen), the key says it doesn't hold
                no result for: z
                not in the key: q

                """)
    }

    @Test func `takes what was never tried in a broken game for what doesn't hold`() throws {
        let key = try key(#"{"id":"a","verdict":"broken","truth":{"loads":false,"moves":false}}"#)
        let agreement = Agreement([record("a", .broken, ["loads": .fail])], key: key)
        #expect(agreement.checks.map(\.right) == [1, 1])
        #expect(Agreement([record("a", .flawed)], key: key).checks.map(\.right) == [0, 0])
    }

    @Test func `puts a check together from its parts`() throws {
        let text = #"{"slug":"a","accept":["flawed"],"truth":{"clears_lines":true,"multi_clear":false,"else":true}}"#
        #expect(try key(text, parts: ["multi_clear": "clears_lines"]).entries == [
            KeyEntry(id: "a", expected: .flawed, checks: ["clears_lines": false]),
        ])
    }

    @Test func `says where a key is wrong`() {
        #expect(throws: AnswerKey.Problem(description: "no verdict is called 'fine': key.jsonl:2. It is one of plays, flawed, broken, unknown.")) {
            try key("\n{\"id\":\"a\",\"verdict\":\"fine\"}")
        }
        #expect(throws: AnswerKey.Problem(description: "the entry has no verdict: key.jsonl:1. Give it a verdict, or accept with a list of them.")) {
            try key(#"{"id":"a"}"#)
        }
        #expect(throws: AnswerKey.Problem(description: "the key has two entries for a. Remove one of them.")) {
            try key(#"{"id":"a","verdict":"plays"}"# + "\n" + #"{"id":"a","verdict":"broken"}"#)
        }
    }
}
