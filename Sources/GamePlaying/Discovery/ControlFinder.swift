import GameReading
import WebPage

/// Finds out by trying what the keys of a game do: each key is pressed at the same moment of a game, and what the piece
/// does is compared with a game in which nothing was pressed.
struct ControlFinder {
    /// What a key does to the first piece.
    enum Effect: Equatable, Codable {
        case nothing
        /// Columns to the right, negative to the left.
        case shift(Int)
        case turnRight
        case turnLeft
        /// Rows that the piece came down more than it would have.
        case soft(Int)
        case hard
        /// The piece is no longer in one part.
        case breakUp
        /// Another piece is at the top, and this one nowhere.
        case swap
        /// The page does something else.
        case other
    }

    /// How long a key is held in a trial, and how long one waits for the game to show it.
    struct Timing {
        var hold: Int
        var gap: Int
    }

    private static let usual = Timing(hold: 4, gap: 4)

    let session: GameSession
    let reference: ReferenceRun
    /// Frames for which a key that does nothing is kept down, in case the game looks at its keys, or paints, only now and then.
    var patience = 0
    /// The first whole piece, in a game in which nothing has been pressed.
    private let ground: TrialGround

    init(session: GameSession, reference: ReferenceRun, patience: Int = 0) {
        self.session = session
        self.reference = reference
        self.patience = patience
        ground = TrialGround(session) { session in
            session.advance(frames: 6)
            session.start()
            session.advance(frames: reference.trialFrame ?? 0)
        }
    }

    /// Waits for the first whole piece and makes the gesture so many times.
    func effect(of gesture: Gesture, times: Int = 1, timing: Timing = usual) -> Effect {
        guard let frame = reference.trialFrame else { return .nothing }
        return ground.attempt { effect(of: gesture, times: times, timing: timing, inFrame: frame) } ?? .nothing
    }

    /// The effect of a gesture once another one has moved the piece to a side.
    private func effect(of gesture: Gesture, after aside: Gesture, timing: Timing) -> Effect {
        guard let frame = reference.trialFrame, let first = reference.pieces[frame] else { return .nothing }
        return ground.attempt { () -> Effect in
            let began = session.now
            for _ in 0..<Self.stepsAside { session.make(aside, holdFrames: timing.hold, gapFrames: timing.gap) }
            let elapsed = Int(((session.now - began) / session.options.frameInterval).rounded())
            guard let observation = session.observe(), frame + elapsed < reference.pieces.count else { return .nothing }
            var finder = session.newFinder()
            let piece = finder.piece(in: observation, above: CellMask(columns: observation.occupied.columns, rows: observation.occupied.rows))
            return piece.map { effect(of: gesture, times: 1, timing: timing, inFrame: frame + elapsed, columns: $0.left - first.left) } ?? .nothing
        } ?? .nothing
    }

    private static let stepsAside = 2

    /// - Parameter columns: by which the piece has been moved since the reference's.
    private func effect(of gesture: Gesture, times: Int, timing: Timing, inFrame frame: Int, columns: Int = 0) -> Effect {
        var finder = session.newFinder()
        guard let observation = session.observe(), let field = session.knowledge.field else { return .nothing }
        let empty = CellMask(columns: field.columns, rows: field.rows)
        guard let before = finder.piece(in: observation, above: empty) else { return .nothing }
        let began = session.now
        for _ in 0..<times { session.make(gesture, holdFrames: timing.hold, gapFrames: timing.gap) }
        let end = session.now + Double(patience) * session.options.frameInterval
        while true {
            guard let after = session.observe() else { return .other }
            let index = frame + Int(((session.now - began) / session.options.frameInterval).rounded())
            let undisturbed = index < reference.pieces.count ? reference.pieces[index]?.moved(columns, 0) : nil
            let effect = effect(from: before, observation, to: after, undisturbed: undisturbed, &finder, empty)
            // Some games wipe a piece away when it turns, and paint it again when it falls.
            guard effect == .nothing || effect == .other, session.now < end || session.awaitsCells, !session.isHung else {
                if case .soft(let rows) = effect, goesOn(falling: rows, from: before, began, frame, &finder, empty) { return .hard }
                return effect == .hard && stopsGame(gesture, timing) ? .other : effect
            }
            session.advance(frames: Self.framesBetweenLooks)
        }
    }

    /// Whether a piece that a key has pushed down falls on as fast once the key is let go: all the way, if slowly.
    private func goesOn(falling rows: Int, from before: Piece, _ began: Double, _ frame: Int, _ finder: inout PieceFinder, _ empty: CellMask) -> Bool {
        for _ in 0..<Self.looksAtFall {
            session.advance(frames: Self.framesBetweenLooks)
            let index = frame + Int(((session.now - began) / session.options.frameInterval).rounded())
            guard index < reference.pieces.count, let undisturbed = reference.pieces[index], let seen = session.observe(),
                let after = finder.piece(in: seen, above: empty), after.shape == before.shape
            else { return false }
            if after.bottom - undisturbed.bottom >= rows + Self.rowsOfFallMin { return true }
        }
        return false
    }

    /// Whether a gesture that has just dropped a piece has stopped the game as well, which goes on once it is made again: a
    /// key may also press the button that has the focus, as one that pauses.
    private func stopsGame(_ gesture: Gesture, _ timing: Timing) -> Bool {
        guard reference.gravityMs ?? 0 > 0 else { return false }
        session.advance(frames: Self.framesOfLanding)
        guard !changes() else { return false }
        session.make(gesture, holdFrames: timing.hold, gapFrames: timing.gap)
        return changes()
    }

    /// Whether anything happens in the field in the time in which the next piece comes and falls.
    private func changes() -> Bool {
        let before = session.observe()?.occupied
        let end = session.now + Self.landingMillisecondsMax + 2 * (reference.gravityMs ?? 0)
        while session.now < end, !session.isHung {
            session.advance(frames: Self.framesBetweenLooks)
            if session.observe()?.occupied != before { return true }
        }
        return false
    }

    /// Frames after which the picture shows a drop, and the longest wait for the next piece, in milliseconds.
    private static let framesOfLanding = 12
    private static let landingMillisecondsMax = 2000.0

    /// A fall that goes on brings a piece down by so many rows within so many looks.
    private static let looksAtFall = 8
    private static let rowsOfFallMin = 4

    private static let framesBetweenLooks = 2

    /// What came of the first gesture that did anything.
    struct FirstEffect: Codable {
        /// Its place in the list; where none did anything, that of the last one that there was time for.
        var index: Int
        var effect: Effect
    }

    /// Makes gestures one after another, each where those before it, which did nothing, have left the game as it was.
    func firstEffect(of gestures: [Gesture]) -> FirstEffect? {
        guard let frame = reference.trialFrame, let last = gestures.indices.last else { return nil }
        return ground.attempt { () -> FirstEffect in
            let began = session.now
            for (index, gesture) in gestures.enumerated() {
                let elapsed = Int(((session.now - began) / session.options.frameInterval).rounded())
                let isLate = frame + elapsed + Self.framesOfGesture + patience >= reference.pieces.count || session.isHung
                guard index == 0 || !isLate else { return FirstEffect(index: index - 1, effect: .nothing) }
                let effect = effect(of: gesture, times: 1, timing: Self.usual, inFrame: frame + elapsed)
                if effect != .nothing { return FirstEffect(index: index, effect: effect) }
            }
            return FirstEffect(index: last, effect: .nothing)
        }
    }

    /// Frames that a gesture and the wait for what it does take at most.
    private static let framesOfGesture = 16

    /// Whether there is a game to try things on; it then stands at the moment of the trials.
    func stand() -> Bool { reference.trialFrame != nil && ground.stand() }

    private func effect(
        from before: Piece, _ earlier: Observation, to observation: Observation, undisturbed: Piece?, _ finder: inout PieceFinder,
        _ empty: CellMask
    ) -> Effect {
        let expected = undisturbed ?? before
        // The piece lies at the bottom, and the next one is at the top or still to come.
        let seesTwin = finder.ghost == .twin && PieceFinder.aboveTwin(observation.occupied, empty) != nil
        if expected.bottom < empty.rows - 4, !seesTwin, hasLanded(before, earlier, observation) || isLeft(before, earlier, observation) { return .hard }
        if isBrokenUp(expected, earlier, observation) { return .breakUp }
        guard let after = finder.piece(in: observation, above: empty) else {
            return .other
        }
        if after == expected { return .nothing }
        if after.shape == expected.shape {
            if after.left != expected.left { return .shift(after.left - expected.left) }
            if after.bottom == empty.rows - 1, after.bottom - expected.bottom > 4 { return .hard }
            return after.bottom > expected.bottom ? .soft(after.bottom - expected.bottom) : .other
        }
        if after.cells.count == expected.cells.count, abs(after.left - expected.left) <= Self.columnsApartMax, abs(after.top - expected.top) <= Self.rowsApartMax {
            if after.shape == expected.shape.turnedRight { return .turnRight }
            if after.shape.turnedRight == expected.shape { return .turnLeft }
            if after.kind != expected.kind, after.top <= 1, expected.top >= after.top { return .swap }
            return .turnRight
        }
        return .swap
    }

    /// Whether the piece's cells are still there, by their number and look, about where it was, but don't hang together.
    private func isBrokenUp(_ piece: Piece, _ earlier: Observation, _ observation: Observation) -> Bool {
        let looks = Set(piece.cells.map { earlier.image[$0] })
        let cells = observation.occupied.cells.filter { looks.contains(observation.image[$0]) }
        guard piece.isConnected, cells.count == piece.cells.count, let now = Piece(cells), !now.isConnected else { return false }
        return now.left >= piece.left - Self.columnsApartMax && now.right <= piece.right + Self.columnsApartMax
            && now.top >= piece.top - Self.rowsApartMax && now.bottom <= piece.bottom + Self.rowsApartMax
    }

    /// How far a turn takes the cells of a piece: those of an I at most from one end of its box to the other.
    private static let columnsApartMax = 3, rowsApartMax = 3

    /// Whether there are as many cells at the bottom as the piece has, and of its look: a ghost's look is another. Where
    /// settled cells look otherwise, they are cells below the piece that were empty before, so that no ghost was there, and
    /// another piece is where the first one came from.
    private func hasLanded(_ piece: Piece, _ earlier: Observation, _ observation: Observation) -> Bool {
        let rows = observation.occupied.rows
        let looks = Set(piece.cells.map { earlier.image[$0] })
        let low = observation.occupied.cells.filter { $0.row >= rows - 4 }
        guard low.contains(where: { $0.row == rows - 1 }) else { return false }
        if low.count(where: { looks.contains(observation.image[$0]) }) >= piece.cells.count { return true }
        let columns = Set(piece.cells.map(\.column))
        return low.allSatisfy { columns.contains($0.column) && !earlier.occupied.contains($0) } && low.count <= piece.cells.count
            && observation.occupied.top <= reference.firstPiece?.top ?? 0 && observation.occupied.top < piece.top
    }

    /// Whether the piece is in the lower part of the field, in the same columns, and another one is where it came from, though it
    /// has not come down to the floor: a drop that stops too early.
    private func isLeft(_ piece: Piece, _ earlier: Observation, _ observation: Observation) -> Bool {
        let looks = Set(piece.cells.map { earlier.image[$0] })
        let rows = max(Self.rowsOfDropMin, observation.occupied.rows / 2 - piece.top)
        let lowest = observation.occupied.rows - 1 - piece.bottom
        guard rows < lowest, observation.occupied.top <= reference.firstPiece?.top ?? 0 else { return false }
        return (rows..<lowest).contains { distance in
            let cells = piece.moved(0, distance).cells
            let isThere = cells.allSatisfy { observation.occupied.contains($0) && !earlier.occupied.contains($0) && looks.contains(observation.image[$0]) }
            let others = observation.occupied.cells.filter { !cells.contains($0) }
            return isThere && (1...PieceFinder.cellsMax).contains(others.count { $0.row < observation.occupied.rows / 2 })
        }
    }

    /// No key that is pressed once brings a piece down by so many rows without a drop.
    private static let rowsOfDropMin = 6

    /// Tries keys until the controls of a game are known.
    /// - Returns: the controls, and the keys that do nothing to the piece, or something that is no move.
    func find(keys: [KeyStroke]) -> (controls: Controls, others: [KeyStroke]) {
        var controls = Controls()
        var others: [KeyStroke] = []
        var turnsLeft = false
        for stroke in keys {
            guard !session.isHung || (try? session.reopen()) != nil else { break }
            let effect = effect(of: .key(stroke), timing: Timing(hold: max(patience, Self.usual.hold), gap: Self.usual.gap))
            assign(.key(stroke), effect, &controls)
            // Who can turn a piece to the right needn't turn it to the left.
            if effect == .turnRight, turnsLeft, controls.rotateBack == nil {
                (controls.rotate, controls.rotateBack) = (.key(stroke), controls.rotate)
            }
            turnsLeft = turnsLeft || (effect == .turnLeft && controls.rotate == .key(stroke))
            if !session.isHung, [.nothing, .other, .swap].contains(effect) { others.append(stroke) }
        }
        controls.rotate = controls.rotate ?? controls.breaking
        if let (stroke, effect) = secondSide(controls, others) {
            assign(.key(stroke), effect, &controls)
            others.removeAll { $0 == stroke }
        }
        return (controls, others)
    }

    /// The key for the other side, where one was found for one side only: pieces may appear at a wall.
    private func secondSide(_ controls: Controls, _ others: [KeyStroke]) -> (KeyStroke, Effect)? {
        guard (controls.left == nil) != (controls.right == nil), let known = controls.left ?? controls.right,
            let piece = reference.firstPiece, let field = session.knowledge.field, piece.left == 0 || piece.right == field.columns - 1
        else { return nil }
        for stroke in others {
            let effect = effect(of: .key(stroke), after: known, timing: Self.usual)
            if case .shift = effect { return (stroke, effect) }
        }
        return nil
    }

    /// Whether nothing was found that moves a piece to a side or turns it.
    static func isIdle(_ controls: Controls) -> Bool { controls.left == nil && controls.right == nil && controls.rotate == nil }

    /// A finder that gives the game time to take a key and to show what it did: as long as the piece stays in a row.
    func patient() -> ControlFinder {
        let frames = Int((reference.gravityMs ?? 0) / session.options.frameInterval) + Self.framesBetweenLooks
        return ControlFinder(session: session, reference: reference, patience: min(max(frames, Self.patienceMin), Self.patienceMax))
    }

    private static let patienceMin = 20
    private static let patienceMax = 70

    /// Tries buttons for what no key was found to do.
    func completed(_ controls: Controls) -> Controls {
        guard [controls.left, controls.right, controls.rotate].contains(nil), ground.stand() else { return controls }
        var controls = controls
        let buttons = session.page.clickables().filter(\.isButton)
        for gesture in buttons.prefix(Self.buttonsMax).map(StartFinder.click) where !session.knowledge.start.contains(gesture) {
            assign(gesture, effect(of: gesture), &controls)
        }
        return controls
    }

    private static let buttonsMax = 12

    /// Takes a gesture for the control that its effect is that of.
    func assign(_ gesture: Gesture, _ effect: Effect, _ controls: inout Controls) {
        switch effect {
        case .shift(let columns) where columns < 0: controls.left = controls.left ?? gesture
        case .shift: controls.right = controls.right ?? gesture
        case .turnRight:
            controls.rotate = controls.rotate ?? gesture
        case .turnLeft:
            if controls.rotate == nil { controls.rotate = gesture } else { controls.rotateBack = controls.rotateBack ?? gesture }
        case .soft: controls.soft = controls.soft ?? gesture
        case .hard: controls.hard = controls.hard ?? gesture
        case .breakUp: controls.breaking = controls.breaking ?? gesture
        case .swap, .nothing, .other: break
        }
    }

    /// Finds how long a key is to be held, and how long to wait before the next press, so that one press is one column.
    func calibrated(_ controls: Controls) -> Controls {
        guard let gesture = controls.left ?? controls.right else { return controls }
        var controls = controls
        if patience > 0 {
            // A game that paints seldom takes a short press, too; one that looks at its keys seldom wants them kept down.
            let takesShort = effect(of: gesture, timing: Self.usual) != .nothing
            controls.holdFrames = takesShort ? Self.usual.hold : patience
            controls.gapFrames = Self.usual.gap
            controls.answerFrames = patience
            return controls
        }
        for timing in [Timing(hold: 1, gap: 1), Timing(hold: 2, gap: 2), Timing(hold: 4, gap: 2), Timing(hold: 4, gap: 6), Timing(hold: 4, gap: 12), Timing(hold: 7, gap: 12)] {
            guard case .shift(let columns) = effect(of: gesture, times: 3, timing: timing), abs(columns) == 3 else { continue }
            controls.holdFrames = timing.hold
            controls.gapFrames = timing.gap
            return controls
        }
        controls.holdFrames = 4
        controls.gapFrames = 6
        return controls
    }
}
