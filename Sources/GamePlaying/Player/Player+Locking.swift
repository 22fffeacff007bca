import GameReading

extension Player {
    /// How the wait for the next piece ended.
    enum Outcome {
        /// The next piece is there, and the field as it should be or not.
        case next
        /// Nothing came.
        case none
        /// The field was emptied and a piece came: another game.
        case fresh
    }

    /// Waits until the piece is at rest and the next one there, and compares the field with what the rules say.
    func awaitLock() -> Outcome {
        guard var last = piece else { return .none }
        var watch = Watch(now: session.now)
        let patience = Self.pauseMillisecondsMax + 2 * (session.knowledge.gravityMs ?? 1000)
        while !session.isHung {
            guard let observation = look() else { return .none }
            watch.see(observation)
            if let falling = stillFalling(last, observation) {
                if falling != last { watch.lastProgress = session.now }
                last = falling
                if controls.hard == nil || session.now - watch.lastProgress > 300 { softDrop() }
            } else if let outcome = landed(last, observation) {
                return outcome
            } else if isFresh(observation) {
                return restart(observation)
            } else if let wrong = watch.settledWrong(observation, suspect(observation, after: last)) {
                return goOn(from: wrong, after: last, observation)
            }
            watchSinking(last, observation, &watch)
            if session.now - watch.lastProgress > patience {
                return giveUp(last, observation, isStill: session.now - watch.lastChange > patience * 0.7)
            }
            session.advance(frames: 1)
        }
        return .none
    }

    /// When something last happened while one waits.
    private struct Watch {
        /// A stack that the rules don't ask for, under a piece that has appeared, since when it has been seen, and how high
        /// the piece was then: what doesn't fall is no piece but an ornament of the game's end.
        private var suspect: (stack: CellMask, since: Double, top: Int)?
        /// Frames in a row in which a piece at rest was seen to go on into what is below it.
        var sinkingFrames = 0
        /// Clearing animations take up to a second, and some show the next piece meanwhile.
        private static let patience = 1600.0
        /// When anything in the field changed.
        var lastChange: Double
        /// When the piece last came lower.
        var lastProgress: Double
        private var occupied: CellMask?

        init(now: Double) {
            lastChange = now
            lastProgress = now
        }

        /// The wrong stack, once it has stayed the same for long enough while the next piece came down.
        mutating func settledWrong(_ observation: Observation, _ found: @autoclosure () -> CellMask?) -> CellMask? {
            if let known = suspect, known.stack.isSubset(of: observation.occupied),
                let top = Self.top(of: observation.occupied.subtracting(known.stack)) {
                return observation.time - known.since > Self.patience && top > known.top ? known.stack : nil
            }
            suspect = found().map { ($0, observation.time, Self.top(of: observation.occupied.subtracting($0)) ?? 0) }
            return nil
        }

        /// The highest row of what may be a piece and its ghost; nil when that is nothing or too much.
        private static func top(of loose: CellMask) -> Int? {
            (1...2 * PieceFinder.cellsMax).contains(loose.count) ? loose.top : nil
        }

        mutating func see(_ observation: Observation) {
            guard observation.occupied != occupied else { return }
            occupied = observation.occupied
            lastChange = observation.time
        }
    }

    /// Helps a piece down that doesn't come down by itself soon.
    private func softDrop() {
        guard let soft = controls.soft else { return }
        session.make(soft, holdFrames: controls.holdFrames, gapFrames: 0)
    }

    /// The piece, while it is still the same and not at rest for good.
    private func stillFalling(_ last: Piece, _ observation: Observation) -> Piece? {
        guard let found = visiblePiece(observation) else { return nil }
        guard found.left == last.left, found.bottom >= last.bottom else { return nil }
        if found.shape == last.shape { return found }
        // It may come into view from above while it falls.
        return last.top == 0 && found.cells.count > last.cells.count ? found : nil
    }

    /// Compares with the field that the rules ask for; nil while it isn't that.
    private func landed(_ last: Piece, _ observation: Observation) -> Outcome? {
        let lowest = last.dropped(on: settled)
        for resting in lowest == last ? [last] : [lowest, last] {
            let filled = union(settled, resting)
            let expected = filled.withoutFullRows
            guard let (stack, next) = settledWithNext(expected, observation) else { continue }
            report(resting == lowest ? .ok : .floating, resting, filled, expected, observation)
            continueWith(next, stack, observation)
            return .next
        }
        return nil
    }

    /// The stack, as expected or with rows of garbage pushed in from below, and the next piece above it.
    private func settledWithNext(_ expected: CellMask, _ observation: Observation) -> (CellMask, Piece)? {
        for garbage in 0...Self.garbageRowsMax {
            guard let stack = garbage == 0 ? expected : expected.raised(by: garbage, from: observation.occupied) else { continue }
            guard stack.isSubset(of: observation.occupied), let next = finder.piece(in: observation, above: stack), isAtEntry(next) else { continue }
            return (stack, next)
        }
        return nil
    }

    /// Some games push rows in from below, all but full.
    private static let garbageRowsMax = 2

    func union(_ mask: CellMask, _ piece: Piece) -> CellMask {
        var mask = mask
        for cell in piece.cells { mask.insert(cell) }
        return mask
    }

    /// Goes on with the next piece on a stack.
    private func continueWith(_ next: Piece, _ stack: CellMask, _ observation: Observation) {
        settled = stack
        settledLooks = Dictionary(uniqueKeysWithValues: stack.cells.map { ($0, observation.image[$0]) })
        meet(next)
        witness.see(stack, under: next, in: session, log: &log)
    }

    /// Writes down how a piece came to rest.
    private func report(_ kind: LockReport.Kind, _ resting: Piece, _ filled: CellMask, _ expected: CellMask, _ observation: Observation) {
        var report = LockReport(time: session.now, kind: kind, piece: resting.cells, full: filled.fullRows)
        report.coloursKept = coloursKept(resting, filled, observation)
        if kind != .ok {
            report.before = FieldPicture.text(of: settled, piece: resting.cells)
            report.expected = FieldPicture.text(of: expected)
            report.seen = FieldPicture.text(of: observation.occupied)
            report.wrong = expected.subtracting(observation.occupied).count
        }
        log.locks.append(report)
        log.pieces += 1
        log.kinds[String(resting.kind), default: 0] += 1
        guard kind == .ok, !report.full.isEmpty else { return }
        log.lines += report.full.count
        log.clears[String(report.full.count), default: 0] += 1
    }

    /// Whether the settled cells look as they did, where no row went.
    private func coloursKept(_ resting: Piece, _ filled: CellMask, _ observation: Observation) -> Bool? {
        guard filled.fullRows.isEmpty, !settledLooks.isEmpty else { return nil }
        return settledLooks.allSatisfy { observation.image[$0.key] == $0.value }
    }

    /// Whether the field was emptied: next to nothing is left of a stack that was well filled.
    private func isFresh(_ observation: Observation) -> Bool {
        settled.count >= 12 && observation.occupied.count <= min(2 * PieceFinder.cellsMax, settled.count)
            && settled.intersection(observation.occupied).count <= 6
    }

    private func restart(_ observation: Observation) -> Outcome {
        let empty = CellMask(columns: settled.columns, rows: settled.rows)
        guard let next = finder.piece(in: observation, above: empty), isAtEntry(next) else {
            session.advance(frames: 1)
            settled = empty
            return awaitPiece() ? .fresh : .none
        }
        continueWith(next, empty, observation)
        return .fresh
    }

    /// The stack under a piece that has just appeared, where it isn't what the rules ask for.
    private func suspect(_ observation: Observation, after last: Piece) -> CellMask? {
        let expected = union(settled, last.dropped(on: settled)).withoutFullRows
        guard let next = Self.newcomer(in: observation.occupied, above: expected, finder, observation) else { return nil }
        var stack = observation.occupied
        for cell in next.cells { stack.remove(cell) }
        let shadow = next.dropped(on: expected).cells + next.dropped(on: union(settled, last.dropped(on: settled))).cells
        for cell in stack.cells where finder.ghostLooks.contains(observation.image[cell]) || (shadow.contains(cell) && !expected.contains(cell)) {
            stack.remove(cell)
        }
        return stack
    }

    /// Notes what is wrong with the stack and goes on with it as it is.
    private func goOn(from stack: CellMask, after last: Piece, _ observation: Observation) -> Outcome {
        let resting = last.dropped(on: settled)
        let filled = union(settled, resting)
        let expected = filled.withoutFullRows
        report(Self.kind(of: stack, filled, expected), resting, filled, expected, observation)
        guard let next = finder.piece(in: observation, above: stack) else { return .none }
        continueWith(next, stack, observation)
        return .next
    }

    /// Notes a piece at rest that is seen to go on down, into the floor or into other cells.
    private func watchSinking(_ last: Piece, _ observation: Observation, _ watch: inout Watch) {
        let sunk = last.moved(0, 1)
        let visible = sunk.cells.filter { settled.isInside($0) && !settled.contains($0) }
        let loose = observation.occupied.subtracting(settled).cells.filter { !finder.ghostLooks.contains(observation.image[$0]) }
        let isSinking = last == last.dropped(on: settled) && visible.count < last.cells.count && !visible.isEmpty && loose == visible.sorted()
        watch.sinkingFrames = isSinking ? watch.sinkingFrames + 1 : 0
        guard watch.sinkingFrames == Self.sinkingFramesMax else { return }
        note(sunk.bottom >= settled.rows ? .vanished : .overlapping, "fall", from: last, to: Piece(visible))
    }

    /// A piece that is drawn lower than it is shows so for a row's time; a frame or two may be a clearing effect.
    private static let sinkingFramesMax = 4

    /// Finds words for a field that never became what the rules ask for.
    private func giveUp(_ last: Piece, _ observation: Observation, isStill: Bool) -> Outcome {
        let resting = last.dropped(on: settled)
        let filled = union(settled, resting)
        let expected = filled.withoutFullRows
        let seen = observation.occupied
        if isStill {
            // With the stack at the top this is how games end; lower down the game has stopped.
            if settled.top > Self.endRows, resting.top > Self.endRows { report(.stuck, resting, filled, expected, observation) }
            return .none
        }
        guard let next = Self.newcomer(in: seen, above: expected, finder, observation) else { return .none }
        let stack = seen.subtracting(CellMask(columns: seen.columns, rows: seen.rows, cells: next.cells))
        report(Self.kind(of: stack, filled, expected), resting, filled, expected, observation)
        continueWith(next, stack, observation)
        return .next
    }

    /// A stack that reaches into so many rows from the top may end the game.
    private static let endRows = 4

    /// A piece at the top among cells that don't fit the rules: what hangs together up there and is not expected.
    private static func newcomer(in seen: CellMask, above expected: CellMask, _ finder: PieceFinder, _ observation: Observation) -> Piece? {
        let extra = seen.subtracting(expected).cells.filter { !finder.ghostLooks.contains(observation.image[$0]) }
        guard let first = extra.first, first.row <= 3 else { return nil }
        var group: [Cell] = [first]
        var rest = Set(extra.dropFirst())
        var index = 0
        while index < group.count {
            let cell = group[index]
            for near in [cell.moved(1, 0), cell.moved(-1, 0), cell.moved(0, 1), cell.moved(0, -1)] where rest.remove(near) != nil {
                group.append(near)
            }
            index += 1
        }
        return group.count <= PieceFinder.cellsMax ? Piece(group) : nil
    }

    private static func kind(of stack: CellMask, _ filled: CellMask, _ expected: CellMask) -> LockReport.Kind {
        if filled.fullRows.isEmpty {
            return expected.isSubset(of: stack) ? .cellsExtra : .cellsMissing
        }
        return stack == filled ? .rowsNotCleared : .rowsWrong
    }
}
