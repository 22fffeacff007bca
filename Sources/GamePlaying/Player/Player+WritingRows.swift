import GameReading
import WebPage

extension Player {
    /// Writes full rows into the playfield, lets a piece come to rest and asks the game's variables what became of the rows:
    /// one row first, then two at once, and so on.
    ///
    /// For games in which pieces don't come to rest as they should, so that no row can be filled by playing: what the
    /// screen shows of the stack counts for nothing here.
    func playWritten(rowsMax: Int, until end: Double) {
        guard let field = growingField(until: end) else {
            log.reason = "no variable was seen to fill up with pieces"
            return
        }
        for count in 1...rowsMax {
            guard session.now < end, !session.isHung, let stack = stackAfterLock(in: field) else {
                log.reason = log.hang ?? "no piece came to rest"
                return
            }
            guard let rows = WrittenRows(count, above: stack, columns: settled.columns, rows: settled.rows), write(rows, on: stack, field) else {
                log.reason = "the playfield could not be written"
                return
            }
            letGo(onto: rows.written)
            guard waits(until: { rows.areRemoved(from: $0) }, in: field) else {
                log.reason = "\(count) full rows were written into \(field.name) and were not removed right"
                return
            }
            log.lines += count
            log.clears[String(count), default: 0] += 1
        }
        log.reached = true
        log.reason = "reached"
    }

    /// The variable that fills up with the pieces that are let go.
    private func growingField(until end: Double) -> VariableField? {
        guard let first = session.page.variables() else { return nil }
        var snapshots = [first]
        let finder = VariableFieldFinder(columns: settled.columns, rows: settled.rows)
        for _ in 0..<Self.piecesWatched where session.now < end && !session.isHung {
            letGo(onto: look()?.occupied)
            session.advance(milliseconds: Self.restMilliseconds)
            log.pieces += 1
            guard let snapshot = session.page.variables(), let seen = look() else { return nil }
            snapshots.append(snapshot)
            if let field = finder.growing(in: snapshots, like: Set(seen.occupied.cells)) { return field }
        }
        return nil
    }

    private static let piecesWatched = 4
    /// Time for a piece to lock, and for the next one to come.
    private static let restMilliseconds = 1200.0

    /// Lets the piece go by the quickest way that there is, but not the one that comes after it.
    private func letGo(onto stack: CellMask?) {
        let cells = stack?.cells.filter { $0.row >= WrittenRows.rowsLeftFree } ?? []
        let rows = cells.map(\.row).min() ?? settled.rows
        if let hard = controls.hard {
            press(hard)
        } else if let soft = controls.soft {
            for _ in 0..<rows where !session.isHung { press(soft) }
        } else {
            session.advance(milliseconds: Double(rows) * (session.knowledge.gravityMs ?? 1000))
        }
    }

    /// Waits for a piece to come to rest, so that the next one is still far above.
    /// - Returns: the stack by the variables; nil when nothing came to rest.
    private func stackAfterLock(in field: VariableField) -> CellMask? {
        guard let before = said(by: field) else { return nil }
        var after: CellMask?
        letGo(onto: before)
        let hasLocked = waits(until: { now in
            after = now
            return now.count > before.count
        }, in: field)
        return hasLocked ? after : nil
    }

    /// What a variable says of the stack, without the rows in which the piece is.
    private func said(by field: VariableField) -> CellMask? {
        guard let table = session.page.variableTable(at: field.path) else { return nil }
        let cells = field.occupied(in: table, columns: settled.columns, rows: settled.rows)
        return CellMask(columns: settled.columns, rows: settled.rows, cells: cells.filter { $0.row >= WrittenRows.rowsLeftFree })
    }

    private func waits(until isMet: (CellMask) -> Bool, in field: VariableField) -> Bool {
        let end = session.now + Self.pauseMillisecondsMax + 2 * (session.knowledge.gravityMs ?? 1000)
        while session.now < end, !session.isHung {
            if let now = said(by: field), isMet(now) { return true }
            session.advance(frames: Self.framesBetweenLooks)
        }
        return false
    }

    private static let framesBetweenLooks = 3

    private func write(_ rows: WrittenRows, on stack: CellMask, _ field: VariableField) -> Bool {
        let empty = Cell(0, WrittenRows.rowsLeftFree)
        return session.page.arrange(field, from: Set(stack.cells), empty: empty, to: Set(rows.written.cells), rows: settled.rows)
    }
}
