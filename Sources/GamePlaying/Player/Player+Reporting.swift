import GameReading

extension Player {
    /// Writes down how a piece came to rest.
    /// - Parameter isAnnounced: whether cells are gone too many, and the page said something new then.
    func report(
        _ kind: LockReport.Kind, _ resting: Piece, _ filled: CellMask, _ expected: CellMask, _ observation: Observation, isAnnounced: Bool = false
    ) {
        var report = LockReport(time: session.now, kind: kind, piece: resting.cells, full: filled.fullRows)
        if kind == .ok {
            compareLooks(resting, filled, observation, &report)
        } else {
            report.before = FieldPicture.text(of: settled, piece: resting.cells)
            report.expected = FieldPicture.text(of: expected)
            report.seen = FieldPicture.text(of: observation.occupied)
            report.wrong = expected.subtracting(observation.occupied).count
            report.excuse = excuse(for: resting)
            report.isAnnounced = isAnnounced && [.cellsMissing, .rowsWrong, .rowsTaken].contains(kind)
        }
        log.locks.append(report)
        log.pieces += 1
        if let hover, resting.bottom > hover.bottom { log.hoverMs = max(log.hoverMs ?? 0, hover.milliseconds) }
        if kind == .floating, controls.hard != nil, isPushed { floatsByDrop += 1 }
        let pieceKind = entryKind ?? resting.kind
        preview.came(pieceKind)
        log.kinds[String(pieceKind), default: 0] += 1
        if kind == .ok {
            notePaceOfFall(to: resting)
            noteScore(resting, lines: report.full.count)
        }
        guard kind == .ok, !report.full.isEmpty else { return }
        log.lines += report.full.count
        log.clears[String(report.full.count), default: 0] += 1
    }

    /// Fewest rows that a piece must have fallen for its fall as a whole to be timed.
    private static let rowsTimedMin = 4

    /// Takes note of a piece that fell by itself faster than anyone can act: it took no longer than until now.
    private func notePaceOfFall(to resting: Piece) {
        guard let entry, !isPushed, resting.bottom - entry.row >= Self.rowsTimedMin else { return }
        let pace = (session.now - entry.time) / Double(resting.bottom - entry.row)
        if pace < Self.rowMillisecondsMin { notePace(pace) }
    }

    /// What went wrong before the piece came to rest.
    private func excuse(for resting: Piece) -> LockReport.Excuse? {
        let anomalies = log.anomalies.dropFirst(anomaliesBefore)
        if anomalies.contains(where: { $0.kind != .blocked && $0.control != Anomaly.fall }) || isDrawnTooLow { return .anomaly }
        if isHigh { return .top }
        return isSpecial(resting.cells) ? .special : nil
    }

    /// Whether a piece is no tetromino, in a game whose other pieces are.
    private func isSpecial(_ cells: [Cell]) -> Bool {
        let usual = log.locks.count { $0.piece.count == 4 && $0.kind == .ok }
        return cells.count != 4 && usual >= Self.usualLocksMin && 2 * usual >= log.locks.count
    }

    /// Excuses what special pieces did before it could be told what is usual.
    func excuseSpecial() {
        for index in log.locks.indices where log.locks[index].kind != .ok && log.locks[index].excuse == nil {
            if isSpecial(log.locks[index].piece) { log.locks[index].excuse = .special }
        }
    }

    /// Excuses cells that went too many where the page had announced something, as a bomb that went off: when few pieces did so,
    /// and as many rows went right when others came to rest.
    func excuseAnnounced() {
        let right = log.locks.filter { $0.kind == .ok }
        guard 4 * right.count >= 3 * log.locks.count else { return }
        for index in log.locks.indices where log.locks[index].isAnnounced && log.locks[index].excuse == nil {
            let pattern = log.locks[index].fullPattern
            if right.count(where: { $0.fullPattern == pattern }) >= Self.rightLikeThatMin { log.locks[index].excuse = .special }
        }
    }

    /// So many locks with as many full rows must have gone right.
    private static let rightLikeThatMin = 3

    /// Whether pieces were seen to sink into what is below them and came to rest where they should all the same: they are
    /// drawn lower than they are, and a part that is out of sight is missed where it comes to rest.
    private var isDrawnTooLow: Bool {
        log.anomalies.count { $0.control == Anomaly.fall } >= Self.sunkenMin && log.locks.allSatisfy { $0.kind == .ok || $0.excuse != nil }
    }

    private static let sunkenMin = 2

    /// So many tetrominoes must have come to rest as they should, and half of all pieces been such, before another
    /// piece is taken for a special one.
    private static let usualLocksMin = 6

    /// Notes whether the settled cells look as they did, and what the piece looks like at rest, where no row went.
    private func compareLooks(_ resting: Piece, _ filled: CellMask, _ observation: Observation, _ report: inout LockReport) {
        guard filled.fullRows.isEmpty else { return }
        if !settledLooks.isEmpty { report.coloursKept = settledLooks.allSatisfy { observation.image[$0.key] == $0.value } }
        guard let fallingLook, let cell = resting.cells.first(where: { observation.occupied.contains($0) }) else { return }
        report.fallingLook = number(of: fallingLook)
        report.settledLook = number(of: observation.image[cell])
    }

    /// A number for a look that depends on nothing but the order in which looks came.
    private func number(of look: UInt64) -> Int {
        if let known = lookNumbers[look] { return known }
        lookNumbers[look] = lookNumbers.count + 1
        return lookNumbers.count
    }
}

extension LockReport.Kind {
    /// What is wrong with a stack.
    /// - Parameters:
    ///   - filled: the stack before with the piece in it, before full rows went.
    ///   - expected: the same afterwards.
    ///   - afterRows: whether rows have been removed before.
    init(of stack: CellMask, _ filled: CellMask, _ expected: CellMask, piece: Piece, afterRows: Bool) {
        if !filled.fullRows.isEmpty {
            self = stack == filled ? .rowsNotCleared : .rowsWrong
        } else if !expected.isSubset(of: stack) {
            self = filled.withoutGappedRows(of: piece).contains(stack) ? .rowsTaken : .cellsMissing
        } else {
            let before = expected.subtracting(CellMask(columns: stack.columns, rows: stack.rows, cells: piece.cells))
            let isCopied = afterRows && Self.copies(of: piece, in: stack, on: before, rowsMin: 1).map { stack.isSubset(of: expected.union($0)) } == true
            self = isCopied ? .rowsLinked : .cellsExtra
        }
    }

    /// The cells of a piece that came in rows other than its own, where these rows and some of its own are one and the same: each
    /// has what all the piece's rows among them have.
    /// - Parameter rowsMin: how many rows there must be, besides the piece's own, of which none looks so by chance.
    /// - Returns: nil where there are fewer.
    static func copies(of piece: Piece, in seen: CellMask, on settled: CellMask, rowsMin: Int = 3) -> CellMask? {
        let new = seen.subtracting(settled)
        let own = Dictionary(grouping: piece.cells, by: \.row).sorted { $0.key < $1.key }.map { Set($0.value.map(\.column)) }
        // Rows that are one and the same lie side by side: the piece's upper ones, down to any of them.
        for count in own.indices.reversed() {
            let columns = own[...count].reduce(into: Set()) { $0.formUnion($1) }
            let cells = (0..<seen.rows).filter { row in columns.allSatisfy { new.contains(Cell($0, row)) } }
                .flatMap { row in columns.map { Cell($0, row) } }.filter { !piece.cells.contains($0) }
            if Set(cells.map(\.row)).count >= rowsMin { return CellMask(columns: seen.columns, rows: seen.rows, cells: cells) }
        }
        return nil
    }
}
