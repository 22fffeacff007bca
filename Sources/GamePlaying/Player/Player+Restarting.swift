import GameReading
import WebPage

extension Player {
    /// Gestures that are tried to begin another game.
    private static let restartGesturesMax = 14
    /// Milliseconds in which another game shows its first piece.
    private static let freshMilliseconds = 1500.0

    /// Begins another game in one of the ways that a player would try: a key, a button, what started the first one.
    func beginAnew(until end: Double) {
        // A page that has loaded itself anew begins as it did the first time.
        if session.collectRecords().contains(where: { $0.kind == .navigation }), openAnew(), awaitFresh() { return hasBegun(by: "the page loads itself anew") }
        let keys = KeyHints.keys(in: session.source)
        var tried: Set<Gesture> = []
        var gestures = restartGestures(keys)
        log.offersAnother = offersAnother()
        for _ in 0..<Self.restartGesturesMax {
            guard session.now < end, !session.isHung, let gesture = gestures.first(where: { !tried.contains($0) }) else { break }
            let records = session.collectRecords().count
            session.make(gesture)
            tried.insert(gesture)
            if session.collectRecords().dropFirst(records).contains(where: { $0.kind == .navigation }) {
                guard openAnew() else { break }
            }
            if awaitFresh() { return hasBegun(by: gesture.description) }
            let now = restartGestures(keys)
            // Another screen: what did nothing before may do something now.
            if now != gestures { tried = [gesture] }
            gestures = now
        }
        log.reason = "no key and no button began another game"
    }

    private func hasBegun(by reason: String) {
        session.isOver = false
        log.restarted = true
        log.reached = true
        log.reason = reason
    }

    /// Opens the page anew and starts the game.
    private func openAnew() -> Bool {
        guard (try? session.reopen()) != nil else { return false }
        session.advance(frames: 6)
        session.start()
        return true
    }

    /// What a player would try, most promising first.
    private func restartGestures(_ keys: [KeyStroke]) -> [Gesture] {
        let start = session.knowledge.start
        let clickables = session.page.clickables().filter(\.isButton)
        var gestures = [controls.restart].compactMap { $0 }
        gestures += clickables.sorted { StartFinder.promise($0) > StartFinder.promise($1) }.prefix(6).map(StartFinder.click)
        gestures += start.reversed()
        gestures += ["Enter", " ", "r"].compactMap(KeyStroke.named).filter(keys.contains).map(Gesture.key)
        var seen: Set<Gesture> = []
        return gestures.filter { seen.insert($0).inserted }
    }

    /// Whether the page speaks of another game.
    private func offersAnother() -> Bool {
        let texts = session.page.texts().map(\.text) + session.page.clickables().map(\.text)
        return texts.contains { text in ["again", "restart", "new game", "retry", "press"].contains { text.lowercased().contains($0) } }
    }

    /// Waits for an empty field with a piece at the top.
    private func awaitFresh() -> Bool {
        let empty = CellMask(columns: settled.columns, rows: settled.rows)
        let end = session.now + Self.freshMilliseconds
        while !session.isHung, session.now < end {
            if let observation = look(), let found = finder.piece(in: observation, above: empty), isAtEntry(found) {
                settled = empty
                settledLooks = [:]
                meet(found)
                return true
            }
            session.advance(frames: 1)
        }
        return false
    }
}
