import GameReading
import WebPage

/// Tells what a game is doing by letting some time go by.
struct PhaseFinder {
    private let session: GameSession

    init(_ session: GameSession) {
        self.session = session
    }

    /// - Parameter tracker: follows the game while its page goes on.
    /// - Returns: one of `waiting`, `playing`, `paused`, `clearing`, `over`, and how it shows.
    func find(tracker: () -> FieldTracker?) -> (name: String, sign: String) {
        guard !session.isHung else { return ("over", "the page stands still") }
        let before = tracker()
        if let observation = session.observe(), let stack = before?.settled, before?.piece == nil || !stack.isSubset(of: observation.occupied),
            !observation.occupied.fullRows.isEmpty
        {
            return ("clearing", "full rows are seen")
        }
        let words = session.page.shownTexts().joined(separator: " ").lowercased()
        session.advance(milliseconds: 1.5 * (session.knowledge.gravityMs ?? 1000))
        let after = tracker()
        if after?.piece != before?.piece || after?.settled != before?.settled { return ("playing", "the piece came down in the time of a row and a half") }
        if let word = ["paus", "resume"].first(where: words.contains) { return ("paused", "nothing falls, and the page says \"\(word)…\"") }
        if let word = ["over", "lost", "lose", "again"].first(where: words.contains) { return ("over", "nothing falls, and the page says \"\(word)\"") }
        if session.observe()?.image.isVeiled == true { return ("over", "nothing falls, and something lies over the field") }
        return before?.piece == nil ? ("waiting", "no piece is seen") : ("paused", "a piece is seen and doesn't fall")
    }
}
