import GameReading
import WebPage

/// Tells whether a game that brings no more pieces has ended, and what a player sees of it.
enum EndSign {
    /// Presses keys and watches for a while.
    /// - Returns: what shows the end, or nil when the game goes on in some way or just stands there silently at work.
    static func find(in session: GameSession, settled: CellMask) -> String? {
        if let dialog = session.collectRecords().last(where: { $0.kind == .dialog }) {
            return "a dialog says \"\(dialog.text ?? "")\""
        }
        let before = session.observe()
        let texts = session.page.texts().map(\.text)
        for gesture in [session.knowledge.controls.left, session.knowledge.controls.hard ?? session.knowledge.controls.soft] {
            if let gesture { session.make(gesture) }
        }
        session.advance(milliseconds: 1500)
        guard let after = session.observe(), !session.isHung else { return nil }
        let laterTexts = session.page.texts().map(\.text)
        if before?.occupied == after.occupied, texts == laterTexts {
            return "the field stands still and keys do nothing"
        }
        return before?.image.isVeiled == true || after.image.isVeiled ? "something lies over the field" : nil
    }
}
