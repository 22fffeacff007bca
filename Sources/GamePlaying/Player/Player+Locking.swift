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
    /// - Parameter fallsAlone: whether the piece isn't helped down, unless it stays where it is for far too long.
    func awaitLock(fallsAlone: Bool = false) -> Outcome {
        guard var last = piece else { return .none }
        fallingLook = look()?.image[last.cells[0]]
        var watch = LockWatch(now: session.now)
        let patience = Self.pauseMillisecondsMax + 2 * (session.knowledge.gravityMs ?? 1000)
        while !session.isHung {
            guard let observation = look() else { return .none }
            watch.see(observation)
            if let falling = stillFalling(last, observation) {
                if falling != last { (watch.lastProgress, watch.hasPushed) = (session.now, false) }
                finder.noteFall(from: last, to: falling, in: observation)
                if watch.isSoftDropping { scoreMark?.softRows += max(falling.bottom - last.bottom, 0) }
                last = falling
                let isWaiting = session.now - watch.lastProgress <= (fallsAlone ? patience / 2 : Self.helpMilliseconds)
                watch.isSoftDropping = (doesWithoutHardDrop && !fallsAlone) || !isWaiting
                if fallsAlone, !isWaiting { noteHover(last, milliseconds: session.now - watch.lastProgress) }
                // While cells fade in, the piece may lie already, and the next one be there.
                let isAnswerDue = session.awaitsCells && watch.hasPushed
                if watch.isSoftDropping, !isAnswerDue, !isFollowed(last, observation), watch.mayPush(isAtRest: last.dropped(on: settled) == last) {
                    softDrop(last)
                    watch.hasPushed = true
                }
            } else if let outcome = landed(last, observation, &watch) {
                return outcome
            } else if isFresh(observation, after: last) {
                if let peak = watch.peak { noteRush(peak.occupied, after: last, milliseconds: peak.time - watch.lastProgress) }
                return restart(observation)
            } else if let wrong = watch.settledWrong(observation, suspect(observation, after: last)) {
                return goOn(from: wrong, after: last, observation, watch)
            }
            listen(to: &watch)
            watchSinking(last, observation, &watch)
            if watch.isQuiet, isHigh { endSign?.glance(at: session, isPieceNew: false) }
            if session.now - watch.lastProgress > patience {
                noteRush(observation.occupied, after: last, milliseconds: watch.lastChange - watch.lastProgress)
                return giveUp(last, observation, isStill: session.now - watch.lastChange > patience * 0.7)
            }
            session.advance(frames: 1)
        }
        return .none
    }

    /// A piece that has been dropped and stays where it is for longer is helped down.
    private static let helpMilliseconds = 300.0

    /// Helps a piece down that doesn't come down by itself soon. One at rest that wants the key kept down is left to itself,
    /// for each press would make it wait anew.
    private func softDrop(_ falling: Piece) {
        let isAtRest = falling.dropped(on: settled) == falling
        guard let soft = controls.soft, !isAtRest || softDropHold.moreFrames == 0 else { return }
        isPushed = true
        if !isAtRest { softDropHold.willPush(falling) }
        session.make(soft, holdFrames: controls.holdFrames + softDropHold.moreFrames, gapFrames: 0)
    }

    /// Whether a piece at rest has been left behind by one that is still above the field, but for its ghost: a push would be that one's.
    private func isFollowed(_ last: Piece, _ observation: Observation) -> Bool {
        last.dropped(on: settled) == last && !finder.ghostCells(in: observation, above: union(settled, last)).isEmpty
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
    private func landed(_ last: Piece, _ observation: Observation, _ watch: inout LockWatch) -> Outcome? {
        let lowest = last.dropped(on: settled)
        let others = (alternatives + [hollow(last)].compactMap(\.self)).map { $0.dropped(on: settled) } + [plugged(lowest)].compactMap(\.self)
        for resting in [lowest] + others {
            if let rest = rest(at: resting, observation) { return goOn(from: rest, .ok, observation) }
        }
        let short = hasDropped ? (1...Self.rowsShortMax).map { lowest.moved(0, -$0) }.filter { $0.bottom > last.bottom } : []
        let floating = (lowest == last ? [] : [last] + short).lazy.compactMap { self.rest(at: $0, observation) }.first
        guard watch.staysAfloat(observation, floating != nil), let floating else { return nil }
        return goOn(from: floating, .floating, observation)
    }

    /// A piece that has come to rest somewhere, the next one being there.
    private struct Rest {
        var piece: Piece
        var filled, expected, stack: CellMask
        var next: Piece
    }

    /// What there is if a piece has come to rest at a place; nil where it hasn't.
    private func rest(at resting: Piece, _ observation: Observation) -> Rest? {
        let filled = union(settled, resting)
        let expected = filled.withoutFullRows
        guard !isGhost(resting, observation), let (stack, next) = settledWithNext(expected, observation) else { return nil }
        return Rest(piece: resting, filled: filled, expected: expected, stack: stack, next: next)
    }

    private func goOn(from rest: Rest, _ kind: LockReport.Kind, _ observation: Observation) -> Outcome {
        report(kind, rest.piece, rest.filled, rest.expected, observation)
        continueWith(rest.next, rest.stack, observation)
        return .next
    }

    /// Whether the piece has been let go by a hard drop.
    private var hasDropped: Bool { isPushed && !doesWithoutHardDrop }

    /// Rows by which a drop may end too early.
    private static let rowsShortMax = 2

    /// Whether what lies there only shows where the piece would come to rest, while it is still above.
    private func isGhost(_ resting: Piece, _ observation: Observation) -> Bool {
        resting.cells.allSatisfy { settled.isInside($0) && finder.ghostLooks.contains(observation.image[$0]) }
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
        witness.see(stack, under: next, of: observation.occupied, in: session, log: &log)
    }

    /// Whether the field was emptied: next to nothing is left of a stack that was well filled, and not because full rows
    /// blink before they go, or have just gone.
    private func isFresh(_ observation: Observation, after last: Piece) -> Bool {
        guard settled.count >= 12, observation.occupied.count <= min(2 * PieceFinder.cellsMax, settled.count),
            settled.intersection(observation.occupied).count <= 6
        else { return false }
        let resting = last.dropped(on: settled)
        let filled = union(settled, resting)
        guard !filled.withoutGappedRows(of: resting).contains(where: { !$0.isEmpty && $0.isSubset(of: observation.occupied) }) else { return false }
        guard !filled.fullRows.isEmpty else { return true }
        // A new game has nothing but a piece and its ghost.
        let nothing = CellMask(columns: settled.columns, rows: settled.rows)
        if let next = Self.newcomer(in: observation.occupied, above: nothing, finder, observation) {
            let rest = observation.occupied.cells.filter { !next.cells.contains($0) && !finder.ghostLooks.contains(observation.image[$0]) }
            guard rest.allSatisfy(next.dropped(on: nothing).cells.contains) else { return false }
        }
        return ![filled.emptied(filled.fullRows), filled.withoutFullRows].contains { $0.isSubset(of: observation.occupied) }
    }

    private func restart(_ observation: Observation) -> Outcome {
        let empty = CellMask(columns: settled.columns, rows: settled.rows)
        guard let next = finder.piece(in: observation, above: empty), isAtEntry(next) else {
            session.advance(frames: 1)
            let last = (settled, piece)
            settled = empty
            if awaitPiece() { return .fresh }
            // The field was wiped for good: what counts is the stack that it held.
            (settled, piece) = last
            return .none
        }
        continueWith(next, empty, observation)
        return .fresh
    }

    /// The stack under a piece that has just appeared, where it isn't what the rules ask for.
    private func suspect(_ observation: Observation, after last: Piece) -> CellMask? {
        let filled = union(settled, last.dropped(on: settled))
        let expected = filled.withoutFullRows
        if let linked = linkedStack(expected, last.dropped(on: settled), observation) { return linked }
        guard let next = Self.newcomer(in: observation.occupied, above: expected, finder, observation) else { return nil }
        var stack = observation.occupied
        for cell in next.cells { stack.remove(cell) }
        let shadow = next.dropped(on: expected).cells + next.dropped(on: filled).cells
        // Full rows that stand where they were are no shadow.
        for cell in stack.cells where !filled.contains(cell) && !expected.contains(cell) {
            if shadow.contains(cell) || finder.ghostLooks.contains(observation.image[cell]) { stack.remove(cell) }
        }
        for cell in shadowInGaps(of: next, filled, observation) { stack.remove(cell) }
        return stack
    }

    /// The cells of a ghost that lies where settled cells have gone, so that it is in no place in which it could be foreseen.
    private func shadowInGaps(of next: Piece, _ filled: CellMask, _ observation: Observation) -> [Cell] {
        let shadow = (1..<settled.rows).lazy.map { next.moved(0, $0).cells }.first { cells in
            guard cells.allSatisfy({ settled.isInside($0) && observation.occupied.contains($0) }), !cells.allSatisfy(filled.contains) else { return false }
            let look = observation.image[cells[0]]
            return cells.allSatisfy { observation.image[$0] == look && settledLooks[$0] != look }
        }
        return shadow ?? []
    }

    /// Looks now and then whether the page says why the stack is another than the rules ask for.
    private func listen(to watch: inout LockWatch) {
        guard watch.hasSuspect, !watch.isAnnounced else { return }
        let frames = Int(((session.now - watch.suspectSince) / session.options.frameInterval).rounded())
        if frames % Self.framesBetweenWords == 0 { watch.isAnnounced = endSign?.saysSomethingNew(session) == true }
    }

    private static let framesBetweenWords = 20

    /// The stack under a piece that has just appeared, where the last one came in other rows as well; nil where it didn't.
    private func linkedStack(_ expected: CellMask, _ resting: Piece, _ observation: Observation) -> CellMask? {
        guard log.lines > 0, let copies = LockReport.Kind.copies(of: resting, in: observation.occupied, on: settled) else { return nil }
        let stack = expected.union(copies)
        return Self.newcomer(in: observation.occupied, above: stack, finder, observation) == nil ? nil : stack
    }

    /// Notes what is wrong with the stack and goes on with it as it is.
    private func goOn(from stack: CellMask, after last: Piece, _ observation: Observation, _ watch: LockWatch) -> Outcome {
        let resting = last.dropped(on: settled)
        let filled = union(settled, resting)
        let expected = filled.withoutFullRows
        let kind = stack == expected ? .ok : LockReport.Kind(of: stack, filled, expected, piece: resting, afterRows: log.lines > 0)
        let hasRushed = kind != .rowsLinked && isRush(from: expected, to: stack, watch.suspectSince - watch.lastProgress)
        report(
            hasRushed ? .ok : kind, resting, filled, expected, observation, isAnnounced: watch.isAnnounced && stack.count <= expected.count)
        guard let next = finder.piece(in: observation, above: stack) else { return .none }
        continueWith(next, stack, observation)
        return .next
    }

    /// Notes a piece at rest that is seen to go on down, into the floor or into other cells.
    private func watchSinking(_ last: Piece, _ observation: Observation, _ watch: inout LockWatch) {
        // Full rows that flash before they go leave parts of the piece behind.
        guard union(settled, last).fullRows.isEmpty else { return }
        let sunk = last.moved(0, 1)
        let visible = sunk.cells.filter { settled.isInside($0) && !settled.contains($0) }
        let loose = observation.occupied.subtracting(settled).cells.filter { !finder.ghostLooks.contains(observation.image[$0]) }
        let isSinking = last == last.dropped(on: settled) && visible.count < last.cells.count && !visible.isEmpty && loose == visible.sorted()
        watch.sinkingFrames = isSinking ? watch.sinkingFrames + 1 : 0
        guard watch.sinkingFrames == Self.sinkingFramesMax else { return }
        note(sunk.bottom >= settled.rows ? .vanished : .overlapping, Anomaly.fall, from: last, to: Piece(visible))
    }

    /// A piece that is drawn lower than it is shows so for a row's time; a frame or two may be a clearing effect.
    private static let sinkingFramesMax = 4

    /// Finds words for a field that never became what the rules ask for.
    private func giveUp(_ last: Piece, _ observation: Observation, isStill: Bool) -> Outcome {
        let resting = last.dropped(on: settled)
        let filled = union(settled, resting)
        let expected = filled.withoutFullRows
        let seen = observation.occupied
        // Full rows that blink for ever, with nothing new beside them, have stopped the game as well.
        let isBlinking = !filled.fullRows.isEmpty && seen.emptied(filled.fullRows) == filled.emptied(filled.fullRows)
        if isStill || isBlinking {
            // With the stack at the top, or with a word about it, this is how games end; else the game has stopped.
            if !isHigh {
                let isEnd = endSign?.find(in: session)?.isSaid == true
                if !isEnd, let next = lateNewcomer(above: expected) {
                    note(.hidden, Anomaly.fall, from: resting, to: nil)
                    report(.ok, resting, filled, expected, observation)
                    continueWith(next, expected, observation)
                    return .next
                } else if !isEnd {
                    report(.stuck, resting, filled, expected, observation)
                } else if filled == seen {
                    report(.ok, resting, filled, expected, observation)
                } else if log.lines > 0, LockReport.Kind.copies(of: resting, in: seen, on: settled) != nil {
                    report(.rowsLinked, resting, filled, expected, observation)
                }
            }
            return .none
        }
        // What still moves after the end, as a curtain that goes up, is no stack.
        if isHigh, endSign?.find(in: session)?.isSaid == true { return .none }
        guard let next = Self.newcomer(in: seen, above: expected, finder, observation) else { return .none }
        let stack = seen.subtracting(CellMask(columns: seen.columns, rows: seen.rows, cells: next.cells))
        report(LockReport.Kind(of: stack, filled, expected, piece: resting, afterRows: log.lines > 0), resting, filled, expected, observation)
        continueWith(next, stack, observation)
        return .next
    }

    /// A piece that comes once there was time for another one to fall and to come to rest out of sight: some games draw all
    /// pieces but one kind.
    private func lateNewcomer(above stack: CellMask) -> Piece? {
        if let hard = controls.hard { press(hard) }
        let end = session.now + (controls.hard == nil ? Double(settled.rows) * (session.knowledge.gravityMs ?? 1000) : 0) + Self.pauseMillisecondsMax
        while session.now < end, !session.isHung, let observation = look() {
            // Its ghost may lie on what can't be seen.
            let next = finder.piece(in: observation, above: stack) ?? Self.newcomer(in: observation.occupied, above: stack, finder, observation)
            if stack.isSubset(of: observation.occupied), let next, isAtEntry(next) { return next }
            session.advance(frames: Self.framesBetweenLateLooks)
        }
        return nil
    }

    private static let framesBetweenLateLooks = 6

    /// Whether the stack, with the piece at rest on it, reaches into the rows in which games end.
    var isHigh: Bool {
        stackAtRest.top <= Self.endRows
    }

    /// The stack with the piece at rest on it.
    var stackAtRest: CellMask { piece.map { union(settled, $0.dropped(on: settled)) } ?? settled }

    /// A stack that reaches into so many rows from the top may end the game.
    private static let endRows = 4

    /// Whether a stack is the expected one and some more pieces on it, which came down too fast to be seen; their speed is noted.
    private func isRush(from expected: CellMask, to stack: CellMask, _ milliseconds: Double) -> Bool {
        let more = stack.subtracting(expected)
        guard expected.isSubset(of: stack), stack.fullRows.isEmpty, more.count == 4 || more.count >= 7 else { return false }
        var rows = more.cells[more.count - 1].row
        if more.count == 4 {
            guard let piece = Piece(more.cells), piece.isConnected, piece.dropped(on: expected) == piece else { return false }
        } else {
            rows = (more.count + 1) / 4 * (expected.top + stack.top) / 2
        }
        guard rows >= Self.rushRowsMin else { return false }
        let pace = max(milliseconds, session.options.frameInterval) / Double(rows)
        guard pace < Self.rowMillisecondsMin else { return false }
        notePace(pace)
        return true
    }

    /// Rows that pieces have come down at least, unseen, before their speed is told by it.
    private static let rushRowsMin = 6

    /// Takes note of the speed when pieces came and went while one waited for the next: too many to be seen one by one.
    private func noteRush(_ occupied: CellMask, after last: Piece, milliseconds: Double) {
        let expected = union(settled, last.dropped(on: settled)).withoutFullRows
        let pieces = (occupied.count - expected.count) / 4
        // A page that shows something else at the end looks like a full field.
        let isFull = occupied.count > settled.columns * settled.rows * 3 / 4
        guard pieces >= Self.rushPiecesMin, !isFull else { return }
        // They fell to a stack that grew from where it was to where it is.
        let rows = Double(max(expected.top + occupied.top, 2)) / 2
        let speed = max(milliseconds, session.options.frameInterval) / (Double(pieces) * rows)
        log.speedMinMs = min(log.speedMinMs ?? speed, speed)
        paces.append((session.now, speed))
    }

    /// A piece and its ghost, and perhaps what an end leaves lying about, are no rush.
    private static let rushPiecesMin = 5

    /// A piece at the top among cells that don't fit the rules: what hangs together up there and is not expected.
    static func newcomer(in seen: CellMask, above expected: CellMask, _ finder: PieceFinder, _ observation: Observation) -> Piece? {
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
}
