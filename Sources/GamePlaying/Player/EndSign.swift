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

    /// What could be read when the game began, or came and went while it ran.
    private var words: Set<String>
    /// What could be read at the last look.
    private var last: Set<String>

    /// When the last piece came, in virtual milliseconds.
    var pieceTime: Double?

    /// What was new when the last piece came, or since, and may be gone again by the time that nothing more is waited for.
    private var glimpsed: Set<String> = []

    /// How often the page had asked to leave when the game began.
    private let departures: Int

    /// After so many looks at the running game what comes and goes on the page has been seen.
    private static let looksMax = 10
    private var looks = 1

    init(watching session: GameSession) {
        words = Self.words(in: session)
        last = words
        departures = Self.departures(of: session).count
    }

    /// Takes note of what can be read no more while the game runs: the name of the last piece, a cheer for four rows. A
    /// game's last words stay.
    mutating func see(_ session: GameSession) {
        guard looks < Self.looksMax else { return }
        looks += 1
        let now = Self.words(in: session)
        words.formUnion(last.subtracting(now))
        last = now
    }

    /// Takes note of what can be read while the game may be over: a message may show for a second or two.
    /// - Parameter isPieceNew: whether a piece has just come, so that what was glimpsed before was not the end's.
    mutating func glance(at session: GameSession, isPieceNew: Bool) {
        if isPieceNew { glimpsed = [] }
        glimpsed.formUnion(Self.words(in: session).subtracting(words))
    }

    /// Whether anything can be read that could not when the game began, and has not come and gone since.
    func saysSomethingNew(_ session: GameSession) -> Bool { !Self.words(in: session).subtracting(words).isEmpty }

    /// Whether the page says, as it did not when the game began, that the player has won: nothing falls any more then.
    func saysWon(_ session: GameSession) -> Bool {
        Self.words(in: session).subtracting(words).contains { line in
            let line = line.lowercased()
            return Self.wordsOfVictory.contains(where: line.contains)
        }
    }

    private static let wordsOfVictory = [
        "you win", "you won", "winner", "victory", "congratulations", "ganaste", "has ganado", "você venceu", "gagné", "gewonnen", "hai vinto", "победа",
        "выиграл", "你赢", "胜利", "勝利", "승리", "クリア",
    ]

    /// What shows the end now: a dialog, the way to another page, words that were not there, a veil over the field, a page that does
    /// nothing any more. Nil when the game goes on in some way, or stands there at work without a word.
    func find(in session: GameSession) -> Sign? {
        if let dialog = session.collectRecords().last(where: { $0.kind == .dialog }) {
            return Sign(text: "a dialog says \"\(dialog.text ?? "")\"")
        }
        if let target = Self.departures(of: session).dropFirst(departures).last?.target {
            return Sign(text: target == "reload" ? "the page loads itself anew" : "the page leads to \(target)")
        }
        let before = session.observe()
        session.advance(milliseconds: 1500)
        guard !session.isHung, let observation = session.observe() else { return nil }
        let new = lastingWords(in: session)
        if !new.isEmpty { return Sign(text: "the page says \"\(Self.text(new))\"") }
        if observation.image.isVeiled { return Sign(text: "something lies over the field") }
        // In a game that goes on some texts come with each piece, but something in the field changes, too.
        if !glimpsed.isEmpty, observation.image == before?.image { return Sign(text: "the page said \"\(Self.text(glimpsed.sorted()))\"") }
        return session.page.isIdle && !isTornOff(session) ? Sign(text: "the game has stopped", isSaid: false) : nil
    }

    /// Whether the page does nothing any more because a script threw what none had thrown while pieces came: it hasn't ended,
    /// it is torn off.
    private func isTornOff(_ session: GameSession) -> Bool {
        guard let pieceTime else { return false }
        let thrown = session.collectRecords().filter(\.isException)
        let earlier = Set(thrown.filter { $0.time < pieceTime }.map(\.message))
        return thrown.contains { $0.time >= pieceTime && !earlier.contains($0.message) }
    }

    private static func departures(of session: GameSession) -> [PageRecord] {
        session.collectRecords().filter { $0.kind == .navigation }
    }

    /// What can be read now and could not before, and stays or comes again, as what blinks does: a game that goes on out of
    /// sight has something else to say with its next piece.
    private func lastingWords(in session: GameSession) -> [String] {
        let new = Self.words(in: session).subtracting(words)
        guard !new.isEmpty else { return [] }
        var later: Set<String> = []
        for _ in 0..<Self.looksAgain where later.isDisjoint(with: new) && !session.isHung {
            session.advance(milliseconds: Self.millisecondsBetweenLooks)
            later.formUnion(Self.words(in: session))
        }
        return new.intersection(later).sorted()
    }

    private static func text(_ words: [String]) -> String { words.prefix(3).joined(separator: " / ") }

    private static let looksAgain = 2
    /// No divisor of a half or a whole second, at which texts blink.
    private static let millisecondsBetweenLooks = 700.0

    private static func words(in session: GameSession) -> Set<String> {
        Set(session.page.shownTexts().flatMap { $0.split(whereSeparator: \.isNewline) }.compactMap(words(of:)))
    }

    /// The words of a line, without figures, which change with the score, and without the single letters that pieces and
    /// cells go by; nil where there are none. Letters set apart are a word, too.
    static func words(of line: Substring) -> String? {
        let tokens = line.split { !$0.isLetter && !$0.isNumber }.filter { !$0.contains(where: \.isNumber) }
        let words = tokens.filter { Set($0).count > 1 }
        if !words.isEmpty { return words.joined(separator: " ") }
        return tokens.count >= lettersMin ? tokens.joined(separator: " ") : nil
    }

    /// Fewer letters set apart are a list of pieces rather than a word.
    private static let lettersMin = 5
}

extension PageRecord {
    /// Whether a script came to an end that nobody had meant. A refused promise, as that of a sound, needn't be one.
    fileprivate var isException: Bool {
        kind == .error || (kind == .rejection && ["TypeError", "ReferenceError", "RangeError"].contains(name))
    }
}
