import Testing

@testable import GamePlaying

@Suite("Timing a fall")
struct FallTimerTests {
    /// The time of a row after steps down at some times.
    private func timed(_ steps: [(row: Int, time: Double)]) -> Double? {
        var timer = FallTimer(tolerance: 33)
        for step in steps {
            timer.note(step.row, at: step.time)
            if let time = timer.millisecondsPerRow { return time }
        }
        return nil
    }

    @Test func `takes two rows`() {
        #expect(timed([(1, 1000), (2, 1500)]) == nil)
        #expect(timed([(1, 1000), (2, 1500), (3, 2000)]) == 500)
    }

    @Test func `leaves out what queued keys push down at first`() {
        #expect(timed([(1, 16), (2, 33), (3, 633), (4, 1233)]) == 600)
    }

    @Test func `takes the mean of two loops that fall in turn`() {
        #expect(timed([(1, 100), (2, 1000), (3, 1100), (4, 2000), (5, 2100)]) == 500)
    }

    @Test func `counts the rows of a step that takes several`() {
        #expect(timed([(1, 100), (3, 1100), (5, 2100)]) == 500)
    }

    @Test func `is not taken in by a few rows that several loops bring close together`() {
        #expect(timed([(1, 0), (2, 17), (3, 50)]) == nil)
        #expect(timed([(1, 0), (2, 17), (3, 50), (4, 350), (5, 450)]) == 200)
    }

    @Test func `needs no more than some rows of a fast fall`() {
        #expect(timed((0...8).map { ($0, Double($0) * 20) }) == 20)
    }

    @Test func `says what it can of a fall that is over early`() {
        var timer = FallTimer(tolerance: 33)
        for row in 0...3 { timer.note(row, at: Double(row) * 40) }
        #expect(timer.millisecondsPerRow == nil)
        #expect(timer.millisecondsPerRowSoFar == 40)
    }
}
