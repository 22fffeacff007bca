import Scenarios
import Testing

@testable import Reports

@Suite("Tallies")
struct TallyTests {
    private func record(
        _ verdict: Verdict, model: String? = "m", task: String? = nil, failure: FailureKind? = nil, checks: [(String, CheckStatus)] = []
    ) -> ResultRecord {
        var record = ResultRecord(
            id: "x", source: "x", verdict: verdict, failure: failure,
            checks: checks.map { Finding(id: $0.0, status: $0.1, level: .must, category: .logic) })
        record.model = model
        record.task = task
        return record
    }

    private func tally(_ records: [ResultRecord]) -> Tally {
        var tally = Tally()
        for record in records { tally.add(record) }
        return tally
    }

    /// Published examples of the score interval: Newcombe, Statistics in Medicine 17 (1998), table I.
    @Test(arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
    func `intervals are Wilson's`(count: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(Proportion(count, of: total).interval)
        #expect(abs(interval.lowerBound - low) < 0.00005)
        #expect(abs(interval.upperBound - high) < 0.00005)
        #expect(Proportion(0, of: 0).interval == nil)
    }

    @Test func `pass@k is the share of the choices of k answers that hold one that plays`() throws {
        func share(_ n: Int, _ c: Int, _ k: Int) -> Double {
            let choices = (0..<(1 << n)).filter { $0.nonzeroBitCount == k }
            return Double(choices.count { $0 & ((1 << c) - 1) != 0 }) / Double(choices.count)
        }
        for n in 1...7 {
            for c in 0...n {
                for k in 1...n {
                    let estimate = try #require(PassAtK.estimate(answers: n, playing: c, k: k))
                    #expect(abs(estimate - share(n, c, k)) < 1e-12)
                }
            }
        }
        #expect(PassAtK.estimate(answers: 3, playing: 1, k: 4) == nil)
        #expect(try #require(PassAtK.estimate(answers: 100_000, playing: 1, k: 10)) > 0.00009)
    }

    /// The tea tasting of Fisher's book: 3 of 4 against 1 of 4.
    @Test func `Fisher's test is exact`() {
        #expect(abs(FisherTest.probability(Proportion(3, of: 4), Proportion(1, of: 4)) - 34.0 / 70) < 1e-9)
        #expect(abs(FisherTest.probability(Proportion(10, of: 10), Proportion(0, of: 10)) - 2.0 / 184_756) < 1e-9)
        #expect(FisherTest.probability(Proportion(5, of: 10), Proportion(5, of: 10)) == 1)
    }

    @Test func `pass@k is the mean over tasks, and nil where a task has too few answers`() throws {
        let records = [record(.plays, task: "a"), record(.broken, task: "a"), record(.plays, task: "b"), record(.unknown, task: "b"), record(.plays, task: "b")]
        let model = tally(records).models(rules: "tetris")[0]
        let mean: Double = (1.0 / 2 + 2.0 / 3) / 2
        let estimate = try #require(model.passAt(1))
        #expect(abs(estimate - mean) < 1e-12)
        #expect(model.passAt(2) == 1)
        #expect(model.passAt(3) == nil)
    }

    @Test func `a check's rate is over the games in which it could be judged, and one that broke before fails it`() {
        let model = tally([
            record(.plays, checks: [("loads", .pass), ("moves", .pass)]), record(.flawed, checks: [("loads", .pass), ("moves", .fail)]),
            record(.plays, checks: [("loads", .pass), ("moves", .unknown)]), record(.broken, failure: .syntax, checks: [("loads", .fail)]),
            record(.unknown, checks: [("loads", .pass), ("moves", .fail)]), record(.flawed, checks: [("loads", .pass), ("moves", .absent)]),
        ]).models(rules: "tetris")[0]
        #expect(model.checks.map(\.id) == ["loads", "moves"])
        #expect(model.checks.map(\.passes) == [Proportion(4, of: 5), Proportion(1, of: 4)])
        #expect(model.checks[1].absent == 1)
        #expect(model.share(of: .plays) == Proportion(2, of: 6))
        #expect(model.failures == [.syntax: 1])
    }

    @Test func `what tells models apart is hardly chance`() {
        func records(_ model: String, passing: Int) -> [ResultRecord] {
            (0..<30).map { record($0 < passing ? .plays : .flawed, model: model, checks: [("loads", .pass), ("moves", $0 < passing ? .pass : .fail)]) }
        }
        let apart = tally(records("a", passing: 3) + records("b", passing: 27)).differences(rules: "tetris")
        #expect(apart.map(\.id) == ["plays", "moves"])
        #expect(apart.allSatisfy { $0.better == "b" && $0.worse == "a" && $0.probability < 0.001 })
        #expect(tally(records("a", passing: 14) + records("b", passing: 16)).differences(rules: "tetris").isEmpty)
    }

    @Test func `the table has a column a model`() {
        let text = TallyTable(
            tally([
                record(.plays, model: "beta", checks: [("loads", .pass)]), record(.broken, model: "alpha", failure: .syntax, checks: [("loads", .fail)]),
                record(.plays, model: nil, checks: [("loads", .pass)]),
            ]), ks: [1, 5]).text
        let lines = text.split(separator: "\n")
        #expect(lines[0] == "tetris       alpha           beta            (no model)")
        #expect(lines[2] == "  plays      0 % (0–79)      100 % (21–100)  100 % (21–100)")
        #expect(lines[4] == "  broken     100 % (21–100)  0 % (0–79)      0 % (0–79)")
        #expect(text.contains("pass@1") && !text.contains("pass@5"))
        #expect(text.contains("No check tells two of the models apart"))
    }

    @Test func `JSON has the figures of the table`() {
        let json = tally([record(.plays, task: "a", checks: [("loads", .pass)]), record(.broken, task: "a", failure: .syntax)]).json(ks: [1, 2])
        #expect(json.hasPrefix(#"{"schema":"playproof/tally/1","models":[{"rules":"tetris","model":"m","submissions":2,"tasks":1,"verdicts":{"plays":{"count":1,"total":2,"rate":0.5,"low":0.094531,"high":0.905469}"#))
        #expect(json.contains(#""passAt":{"1":0.5,"2":1.0},"checks":[{"id":"loads","level":"must","passes":{"count":1,"total":2"#))
        #expect(json.hasSuffix(#""differences":[]}"#))
    }

    @Test func `the scorecard shows what works, what doesn't and an example`() {
        var card = Scorecard(ks: [1])
        var failing = record(.flawed, model: "alpha", failure: .logic, checks: [("loads", .pass), ("moves", .absent)])
        failing.checks.append(Finding(id: "clears_lines", status: .fail, level: .must, category: .logic, detail: "a | row stays"))
        card.add(failing)
        card.add(record(.plays, model: "alpha", checks: [("loads", .pass), ("moves", .pass)]))
        let text = card.markdown
        #expect(text.contains("| alpha | 2 | 50 % (9–91) | 50 % (9–91) | 0 % (0–66) | 0 % (0–66) | 50 % | logic 1 |"))
        #expect(text.contains("- logic (1), as x: moves: absent"))
        #expect(text.contains("| ✓ | `loads` | must | 100 % (34–100) |  |"))
        #expect(text.contains("| ~ | `moves` | must | 50 % (9–91) | 1 without it |"))
        #expect(text.contains("| ✗ | `clears_lines` | must | 0 % (0–79) | a \\| row stays |"))
    }
}
