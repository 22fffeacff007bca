import GameReading
import WebPage

/// Starts a game of which nothing is seen, and finds its playfield among its variables: what its gestures and keys do is then
/// judged by what the script computes, though no person could play it.
struct UnseenGameFinder {
    /// A way to start the game, and where its playfield is kept.
    struct Game {
        var gestures: [Gesture]
        var field: UnseenField
    }

    let session: GameSession
    /// Keys that the page's scripts speak of, most likely ones first.
    let keys: [KeyStroke]

    private static let trialsMax = 8
    /// Games that were played without a piece being found.
    private static let playsMax = 3
    private static let firstStepsMax = 6, furtherStepsMax = 2
    /// Looks at the variables, and frames between them, in which something must have begun to change.
    private static let looks = 8, framesBetweenLooks = 20

    /// - Returns: nil where nothing that the variables hold behaves like a playfield.
    func find() -> Game? {
        var plans: [[Gesture]] = [[]]
        var tried = 0, played = 0
        while tried < Self.trialsMax, played < Self.playsMax, !plans.isEmpty {
            let gestures = plans.removeFirst()
            guard open(gestures) else { return nil }
            tried += 1
            let next = StartFinder(session: session, keys: keys).continuations(of: gestures)
            if isUnderWay() {
                guard open(gestures) else { return nil }
                played += 1
                if let field = play() { return Game(gestures: gestures, field: field) }
            }
            guard !session.isHung else { return nil }
            if gestures.count < 2 { plans += next.prefix(gestures.isEmpty ? Self.firstStepsMax : Self.furtherStepsMax) }
        }
        return nil
    }

    private func open(_ gestures: [Gesture]) -> Bool {
        guard (try? session.reopen()) != nil else { return false }
        session.advance(frames: 6)
        for gesture in gestures {
            session.make(gesture)
            session.advance(frames: 12)
        }
        return !session.isHung
    }

    private func sample() -> UnseenFieldFinder.Sample? {
        session.tellAlive()
        return UnseenFieldFinder.Sample(session.page)
    }

    /// Whether something is counted or moved while nothing is done.
    private func isUnderWay() -> Bool {
        guard var last = sample(), last.mayHoldBoard else { return false }
        var changes = 0
        for _ in 0..<Self.looks {
            session.advance(frames: Self.framesBetweenLooks)
            guard let next = sample() else { return false }
            changes += next.mayHaveFallen(since: last) ? 1 : 0
            last = next
        }
        return changes >= 2
    }

    // MARK: Playing without sight

    private static let playedMilliseconds = 60_000.0
    private static let samplesMax = 1000, samplesBetweenTrials = 100
    private static let pressFrames = 2, restFrames = 1

    /// Presses keys at random, mostly down, and looks at the variables after each, until these tell where the playfield is.
    private func play() -> UnseenField? {
        var random = SeededRandom(seed: session.options.seed)
        let down = strokes(["ArrowDown", "s"]), others = strokes(["ArrowLeft", "ArrowRight", "a", "d", "ArrowUp", "w", "x", "z"])
        var samples = [sample()].compactMap { $0 }
        let end = session.now + Self.playedMilliseconds
        while session.now < end, samples.count < Self.samplesMax, !session.isHung {
            let choice = random.next()
            let list = choice % 3 == 0 || down.isEmpty ? others : down
            if !list.isEmpty { session.make(.key(list[Int((choice >> 8) % UInt64(list.count))]), holdFrames: Self.pressFrames, gapFrames: 0) }
            session.advance(frames: Self.restFrames)
            guard let next = sample() else { break }
            samples.append(next)
            if samples.count % Self.samplesBetweenTrials == 0, let field = UnseenFieldFinder(samples).find() { return field }
        }
        return UnseenFieldFinder(samples).find()
    }

    private func strokes(_ names: [String]) -> [KeyStroke] { names.compactMap(KeyStroke.named).filter(keys.contains) }
}
