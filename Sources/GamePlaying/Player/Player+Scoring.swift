import GameReading

/// Where the score and the piece stood before the piece was let go.
struct ScoreMark {
    var numbers: ShownNumbers
    var row: Int
    var softRows = 0
}

extension Player {
    /// Reads the score before the piece is dropped.
    func markScore() {
        guard let piece, !session.isHung else { return }
        scoreMark = ScoreMark(numbers: session.page.shownNumbers(), row: piece.top)
    }

    /// Finds out once what a row of a soft drop gives.
    func measureSoftPoints() {
        guard log.softPoints == nil, let soft = controls.soft, let before = piece, before.top > 0 || before.cells.count >= 4,
            before.dropped(on: settled).bottom - before.bottom > 3 * Self.softPresses,
            let score = session.page.shownNumbers().score
        else { return }
        for _ in 0..<Self.softPresses { press(soft) }
        guard let after = follow(), after.bottom >= before.bottom + Self.softPresses,
            let now = session.page.shownNumbers().score
        else { return }
        log.softPoints = ((now - score) / Double(Self.softPresses)).rounded(.down)
    }

    private static let softPresses = 3

    /// Notes what the piece that came to rest did to the score.
    func noteScore(_ resting: Piece, lines: Int) {
        guard let mark = scoreMark else { return }
        let now = lines > 0 ? settledNumbers() : session.page.shownNumbers()
        guard mark.numbers.score != nil || now.score != nil else { return }
        let points = now.score.flatMap { after in mark.numbers.score.map { after - $0 } }
        log.scores.append(
            ScoreStep(
                lines: lines, level: mark.numbers.level, points: points,
                hardRows: controls.hard == nil ? 0 : max(resting.top - mark.row - mark.softRows, 0), softRows: mark.softRows))
    }

    /// The numbers once they stand still: some games count their score up.
    private func settledNumbers() -> ShownNumbers {
        var numbers = session.page.shownNumbers()
        for _ in 0..<Self.countingSteps {
            session.advance(frames: 2)
            let now = session.page.shownNumbers()
            if now == numbers { break }
            numbers = now
        }
        return numbers
    }

    private static let countingSteps = 60

    /// Tells apart, once enough has been seen, what was paid for rows.
    func concludeScores() {
        let rule = ScoringRule(log.scores)
        for index in log.scores.indices where log.scores[index].lines > 0 {
            log.scores[index].forRows = rule.forRows(log.scores[index])
        }
    }
}
