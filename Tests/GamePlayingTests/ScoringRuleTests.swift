import Testing

@testable import GamePlaying

@Suite("What a game pays")
struct ScoringRuleTests {
    /// Pieces that removed nothing, dropped by hand.
    private func drops(_ points: (Double) -> Double) -> [ScoreStep] {
        [3, 5, 12, 17, 9].map { ScoreStep(lines: 0, level: 1, points: points(Double($0)), hardRows: $0) }
    }

    @Test func `is told apart for drops and for rows`() {
        let steps = drops { 2 * $0 } + [ScoreStep(lines: 1, level: 1, points: 100 + 2 * 11, hardRows: 11)]
        let rule = ScoringRule(steps)
        #expect(rule.hard == 2)
        #expect(rule.lock == 0)
        #expect(rule.rows == [1: 100])
    }

    @Test func `may be something for every piece`() {
        let rule = ScoringRule(drops { _ in 10 } + [ScoreStep(lines: 2, level: nil, points: 310, hardRows: 4)])
        #expect(rule.hard == 0)
        #expect(rule.lock == 10)
        #expect(rule.rows == [2: 300])
    }

    @Test func `is nothing for rows where only drops count`() {
        let step = ScoreStep(lines: 1, level: 1, points: 14, hardRows: 7)
        #expect(ScoringRule(drops { 2 * $0 } + [step]).forRows(step) == 0)
    }

    @Test func `may grow with the level, from whichever it begins`() {
        func rows(_ first: Double, _ factor: (Double) -> Double) -> [ScoreStep] {
            [0, 0, 1, 2].map { ScoreStep(lines: 1, level: first + $0, points: 40 * factor(first + $0)) }
        }
        let fromOne = ScoringRule(rows(1) { $0 })
        #expect(fromOne.factor == "level")
        #expect(fromOne.rows == [1: 40])
        let fromZero = ScoringRule(rows(0) { $0 + 1 })
        #expect(fromZero.factor == "level+1")
        #expect(fromZero.rows == [1: 40])
        #expect(ScoringRule(rows(1) { _ in 1 }).factor == nil)
    }

    @Test func `is nothing that can be said where the score is no number`() {
        let step = ScoreStep(lines: 1, level: 1, points: nil)
        #expect(ScoringRule([step]).forRows(step) == nil)
    }
}
