import GameReading
import WebPage

/// Finds the controls that don't move the piece: pause, restart and hold.
///
/// They are tried one after another in a game that goes on: what does nothing leaves it as it is.
final class SideControlFinder {
    private let session: GameSession
    private let gravityMs: Double
    private var tracker: FieldTracker?
    private var controls: Controls
    /// Whether something has come to rest.
    private var hasStack = false
    /// How often the page was opened anew because a gesture led out of the game.
    private var begins = 0
    private static let beginsMax = 4
    private static let gesturesMax = 14
    /// Frames in which a game shows what a gesture did.
    private static let answerFrames = 12

    init(_ session: GameSession) {
        self.session = session
        controls = session.knowledge.controls
        gravityMs = session.knowledge.gravityMs ?? 0
    }

    /// - Parameter keys: keys that were seen to do nothing to the first piece, or something that is no move.
    func find(keys: [KeyStroke]) -> Controls {
        guard gravityMs > 0, begin() else { return controls }
        let used = Set(Controls.names.compactMap { controls[$0] })
        let gestures = keys.map(Gesture.key) + buttons()
        for gesture in gestures.filter({ !used.contains($0) }).prefix(Self.gesturesMax) {
            guard isReady() || begin() else { break }
            attempt(gesture)
        }
        return controls
    }

    /// Buttons that a person sees while the game runs.
    private func buttons() -> [Gesture] {
        session.page.clickables().filter { ["button", "input"].contains($0.tag) && $0.isButton && !$0.isBlank }.map(StartFinder.click)
    }

    // MARK: The game

    /// Starts a game and lets one piece come to rest, so that another game can be told from this one.
    private func begin() -> Bool {
        begins += 1
        guard begins <= Self.beginsMax, (try? session.reopen()) != nil else { return false }
        session.advance(frames: 6)
        session.start()
        tracker = session.newTracker()
        guard advance(milliseconds: Self.waitMilliseconds, until: { $0.piece != nil }) else { return false }
        // In a game in which nothing comes to rest there is still the pause to be found.
        hasStack = dropPiece()
        return hasStack || begins > 1 || begin()
    }

    /// Lets time pass, frame by frame.
    /// - Returns: whether the condition came true.
    @discardableResult
    private func advance(milliseconds: Double, until isMet: (FieldTracker) -> Bool = { _ in false }) -> Bool {
        let end = session.now + milliseconds
        while !session.isHung {
            if let observation = session.observe() { tracker?.see(observation) }
            if let tracker, isMet(tracker) { return true }
            guard session.now < end else { return false }
            session.advance(frames: 1)
        }
        return false
    }

    private static let waitMilliseconds = 5000.0

    private func dropPiece() -> Bool {
        guard let pieces = tracker?.pieces else { return false }
        let end = session.now + 30 * gravityMs
        while session.now < end, !session.isHung {
            if let gesture = controls.hard ?? controls.soft {
                session.make(gesture, holdFrames: controls.holdFrames, gapFrames: controls.gapFrames)
            }
            // A soft drop takes its time already.
            let wait = controls.hard == nil && controls.soft != nil ? 0 : Self.waitMilliseconds / 5
            if advance(milliseconds: wait, until: { $0.pieces > pieces && $0.piece != nil }) { return true }
        }
        return false
    }

    /// Whether there is a piece that can be watched for some rows; another one is fetched where the present one is too low.
    private func isReady() -> Bool {
        for _ in 0..<3 {
            guard let tracker, let piece = tracker.piece, tracker.settled.top > 6, !session.isHung else { return false }
            let room = piece.dropped(on: tracker.settled).bottom - piece.bottom
            if room >= 4, piece.cells.count >= 3 || piece.top > 0 { return true }
            if piece.top == 0 { advance(milliseconds: gravityMs) } else if !dropPiece() { return false }
        }
        return false
    }

    // MARK: Trying

    private func attempt(_ gesture: Gesture) {
        guard let before = tracker, let piece = before.piece else { return }
        let words = pauseWords()
        let records = session.collectRecords().count
        session.make(gesture)
        advance(milliseconds: Double(Self.answerFrames) * session.options.frameInterval)
        guard let after = tracker, !session.isHung else { return }
        if session.collectRecords().dropFirst(records).contains(where: { $0.kind == .navigation }) || (hasStack && isFresh()) {
            controls.restart = controls.restart ?? gesture
        } else if let now = after.piece, after.settled == before.settled, now.kind != piece.kind, now.top <= piece.top {
            controls.hold = controls.hold ?? gesture
        } else if !falls() {
            session.make(gesture)
            if falls() { controls.pause = controls.pause ?? gesture } else { tracker = nil }
        } else if !pauseWords().subtracting(words).isEmpty {
            // The page says that it pauses, and does not.
            controls.pause = controls.pause ?? gesture
            session.make(gesture)
        }
    }

    /// Whether the field was emptied and a piece comes.
    private func isFresh() -> Bool {
        guard let field = session.knowledge.field, let observation = session.observe() else { return false }
        var finder = session.newFinder()
        let empty = CellMask(columns: field.columns, rows: field.rows)
        let isEmpty = observation.occupied.isEmpty || finder.piece(in: observation, above: empty) != nil
        guard isEmpty, observation.occupied.top < field.rows / 2 || observation.occupied.isEmpty else { return false }
        tracker = session.newTracker()
        return advance(milliseconds: 2 * gravityMs, until: { $0.piece != nil })
    }

    /// Whether anything comes down in the time in which a piece falls by itself.
    private func falls() -> Bool {
        guard let before = tracker else { return false }
        return advance(milliseconds: 1.7 * gravityMs) { $0.piece?.bottom ?? 0 > before.piece?.bottom ?? 0 || $0.pieces > before.pieces }
    }

    /// What the page says of a pause.
    private func pauseWords() -> Set<String> {
        Set(session.page.texts().map(\.text).filter { $0.lowercased().contains("paus") || $0.lowercased().contains("resume") })
    }
}
