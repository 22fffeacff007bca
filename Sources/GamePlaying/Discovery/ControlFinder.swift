import GameReading
import WebPage

/// Finds out by trying what the keys of a game do: each key is pressed in a game of its own, and what the piece does is
/// compared with the same moment of a game in which nothing was pressed.
struct ControlFinder {
    /// What a key does to the first piece.
    enum Effect: Equatable {
        case nothing
        /// Columns to the right, negative to the left.
        case shift(Int)
        case turnRight
        case turnLeft
        /// Rows that the piece came down more than it would have.
        case soft(Int)
        case hard
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

    let session: GameSession
    let reference: ReferenceRun

    /// Starts the game anew, waits for the first whole piece and makes the gesture so many times.
    func effect(of gesture: Gesture, times: Int = 1, timing: Timing = Timing(hold: 4, gap: 4)) -> Effect {
        guard let frame = reference.trialFrame, (try? session.reopen()) != nil else { return .nothing }
        session.advance(frames: 6)
        session.start()
        session.advance(frames: frame)
        var finder = session.newFinder()
        guard let observation = session.observe(), let field = session.knowledge.field else { return .nothing }
        let empty = CellMask(columns: field.columns, rows: field.rows)
        guard let before = finder.piece(in: observation, above: empty) else { return .nothing }
        let began = session.now
        for _ in 0..<times { session.make(gesture, holdFrames: timing.hold, gapFrames: timing.gap) }
        guard let after = session.observe() else { return .other }
        let index = frame + Int(((session.now - began) / session.options.frameInterval).rounded())
        let undisturbed = index < reference.pieces.count ? reference.pieces[index] : nil
        let looks = Set(before.cells.map { observation.image[$0] })
        return Self.effect(from: before, looks, to: after, undisturbed: undisturbed, &finder, empty)
    }

    private static func effect(
        from before: Piece, _ looks: Set<UInt64>, to observation: Observation, undisturbed: Piece?, _ finder: inout PieceFinder, _ empty: CellMask
    ) -> Effect {
        let reference = undisturbed ?? before
        // The piece lies at the bottom, and the next one is at the top or still to come.
        let seesTwin = finder.hasTwinGhost && PieceFinder.aboveTwin(observation.occupied, empty) != nil
        if reference.bottom < empty.rows - 4, !seesTwin, hasLanded(before, looks, observation) { return .hard }
        guard let after = finder.piece(in: observation, above: empty) else {
            return .other
        }
        if after == reference { return .nothing }
        if after.shape == reference.shape {
            if after.left != reference.left { return .shift(after.left - reference.left) }
            if after.bottom == empty.rows - 1, after.bottom - reference.bottom > 4 { return .hard }
            return after.bottom > reference.bottom ? .soft(after.bottom - reference.bottom) : .other
        }
        if after.cells.count == reference.cells.count, abs(after.left - reference.left) <= 2, abs(after.top - reference.top) <= 3 {
            if after.shape == reference.shape.turnedRight { return .turnRight }
            if after.shape.turnedRight == reference.shape { return .turnLeft }
            if after.kind != reference.kind, after.top <= 1, reference.top >= after.top { return .swap }
            return .turnRight
        }
        return .swap
    }

    /// Whether there are as many cells at the bottom as the piece has, and of its look: a ghost's look is another.
    private static func hasLanded(_ piece: Piece, _ looks: Set<UInt64>, _ observation: Observation) -> Bool {
        let rows = observation.occupied.rows
        let low = observation.occupied.cells.filter { $0.row >= rows - 4 && looks.contains(observation.image[$0]) }
        return low.count >= piece.cells.count && low.contains { $0.row == rows - 1 }
    }

    /// Tries keys until the controls of a game are known.
    func find(keys: [KeyStroke]) -> Controls {
        var controls = Controls()
        for stroke in keys {
            guard !session.isHung || (try? session.reopen()) != nil else { break }
            assign(.key(stroke), effect(of: .key(stroke)), &controls)
        }
        return controls
    }

    private func assign(_ gesture: Gesture, _ effect: Effect, _ controls: inout Controls) {
        switch effect {
        case .shift(let columns) where columns < 0: controls.left = controls.left ?? gesture
        case .shift: controls.right = controls.right ?? gesture
        case .turnRight:
            controls.rotate = controls.rotate ?? gesture
        case .turnLeft:
            if controls.rotate == nil { controls.rotate = gesture } else { controls.rotateBack = controls.rotateBack ?? gesture }
        case .soft: controls.soft = controls.soft ?? gesture
        case .hard: controls.hard = controls.hard ?? gesture
        case .swap: controls.hold = controls.hold ?? gesture
        case .nothing, .other: break
        }
    }

    /// Finds how long a key is to be held, and how long to wait before the next press, so that one press is one column.
    func calibrated(_ controls: Controls) -> Controls {
        guard let gesture = controls.left ?? controls.right else { return controls }
        var controls = controls
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
