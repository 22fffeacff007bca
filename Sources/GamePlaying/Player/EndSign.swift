import Foundation
import GameReading
import WebPage

/// Tells whether a game that brings no more pieces has ended in a way that a player notices.
struct EndSign {
    /// What was found.
    struct Sign {
        var text: String
        /// Whether the page says it, and has not only stopped.
        var isSaid = true
    }

    /// The words that could be seen when the game began.
    private let words: Set<String>

    init(watching session: GameSession) {
        words = Self.words(in: session)
    }

    /// What shows the end now: a dialog, words that were not there, a veil over the field, a page that does nothing any
    /// more. Nil when the game goes on in some way, or stands there at work without a word.
    func find(in session: GameSession) -> Sign? {
        if let dialog = session.collectRecords().last(where: { $0.kind == .dialog }) {
            return Sign(text: "a dialog says \"\(dialog.text ?? "")\"")
        }
        session.advance(milliseconds: 1500)
        guard !session.isHung, let observation = session.observe() else { return nil }
        let new = Self.words(in: session).subtracting(words).sorted()
        if !new.isEmpty { return Sign(text: "the page says \"\(new.prefix(3).joined(separator: " / "))\"") }
        if observation.image.isVeiled { return Sign(text: "something lies over the field") }
        return session.page.isIdle ? Sign(text: "the game has stopped", isSaid: false) : nil
    }

    /// Texts on the page and on its canvases without their figures, which change with the score.
    private static func words(in session: GameSession) -> Set<String> {
        let words = session.page.shownTexts().map { String($0.filter { !$0.isNumber }).trimmingCharacters(in: .whitespaces) }
        return Set(words.filter { $0.count { $0.isLetter } >= 2 })
    }
}
