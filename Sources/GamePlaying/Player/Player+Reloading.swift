import GameReading
import WebPage

extension Player {
    /// Loads the page again, with what it has stored, and notes which figures it shows.
    func reload() {
        guard (try? session.reload()) != nil else { return }
        session.advance(frames: Self.framesToShow)
        var figures = session.page.shownFigures()
        session.start()
        session.advance(frames: Self.framesToShow)
        figures += session.page.shownFigures()
        settled = CellMask(columns: settled.columns, rows: settled.rows)
        piece = nil
        log.kept = KeptReport(figures: figures, reads: session.page.stored().reads)
        log.reached = true
        log.reason = "reached"
    }

    /// Frames in which a page shows what it has to show.
    private static let framesToShow = 20

    /// Notes what the page made of its keys, which sounds it made and what it keeps, from its load until now.
    func noteAnswers() {
        guard !session.isHung else { return }
        log.keys = session.page.keyAnswers()
        log.sounds = session.page.sounds()
        log.stored = session.page.stored()
        log.speaksOfRecord = session.page.shownTexts().contains { text in
            let words = text.lowercased().split { !$0.isLetter }
            return words.contains { Self.recordWords.contains(String($0)) }
        }
    }

    /// Words for the best score that there has been.
    private static let recordWords: Set<String> = ["best", "high", "highscore", "hiscore", "record", "records", "top"]
}
