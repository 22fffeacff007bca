import GameReading

/// Holds what the game's variables say of the stack against what is seen of it, each time a piece has come to rest.
struct VariableWitness {
    private var moments: [VariableFieldFinder.Moment] = []
    /// Stacks in a row about which the variables said something else.
    private var differing = 0

    /// After so many stacks without a table that agrees, the game is taken for one whose playfield can't be read.
    private static let momentsMax = 8
    /// A difference that is still there after so many pieces is one that lasts; a single one may be an animation.
    private static let lastingMin = 3

    /// Takes in a stack under a new piece.
    /// - Parameters:
    ///   - occupied: all cells that don't look empty, with those of the piece and its ghost.
    ///   - log: gets what the two witnesses say of each other.
    mutating func see(_ settled: CellMask, under piece: Piece, of occupied: CellMask, in session: GameSession, log: inout PlayLog) {
        if let field = session.knowledge.variables {
            compare(field, settled, piece, occupied, session, &log)
        } else if moments.count < Self.momentsMax, !settled.isEmpty, !session.knowledge.lacksVariables {
            search(settled, piece, session, &log)
        }
    }

    private mutating func search(_ settled: CellMask, _ piece: Piece, _ session: GameSession, _ log: inout PlayLog) {
        guard let snapshot = session.page.variables() else {
            // What can't be read at once, can't be read: trying again would take as long every time.
            session.knowledge.lacksVariables = true
            return
        }
        moments.append(VariableFieldFinder.Moment(snapshot: snapshot, settled: Set(settled.cells), piece: Set(piece.cells)))
        guard moments.count >= VariableFieldFinder.agreementsMin else { return }
        let finder = VariableFieldFinder(columns: settled.columns, rows: settled.rows)
        session.knowledge.variables = finder.find(in: moments, besides: session.knowledge.otherTables)
        session.knowledge.lacksVariables = session.knowledge.variables == nil && moments.count == Self.momentsMax
        if let field = session.knowledge.variables { log.witness = VariableReport(variable: field.name) }
    }

    private mutating func compare(
        _ field: VariableField, _ settled: CellMask, _ piece: Piece, _ occupied: CellMask, _ session: GameSession, _ log: inout PlayLog
    ) {
        guard let table = session.page.variableTable(at: field.path) else { return }
        let columns = settled.columns, rows = settled.rows
        var field = field
        field.learn(from: table, settled: Set(settled.cells), piece: Set(piece.cells), columns: columns, rows: rows)
        if field != session.knowledge.variables { session.knowledge.variables = field }
        var said = CellMask(columns: columns, rows: rows, cells: field.occupied(in: table, columns: columns, rows: rows))
        let loose = CellMask(columns: columns, rows: rows, cells: piece.cells)
        said = said.subtracting(loose)
        let seen = settled.subtracting(loose)
        if isRefuted(by: log.locks.last, said, settled) { return forget(field, session, &log) }
        // A table of what is painted holds the ghost as well, perhaps one of a look that wasn't among those that it was known by.
        let agrees = said == seen || ((hasGoneWrong(log) || seen.isSubset(of: said)) && isShown(said, in: occupied, beside: piece))
        differing = agrees ? 0 : differing + 1
        var report = log.witness ?? VariableReport(variable: field.name)
        report.compared += 1
        report.agreed += agrees ? 1 : 0
        if differing == Self.lastingMin, report.difference == nil {
            report.difference = "the variable \(field.name) has had other cells than the screen for \(differing) pieces"
            report.said = FieldPicture.text(of: said)
            report.seen = FieldPicture.text(of: settled)
        }
        log.witness = report
    }

    /// Whether the last piece came to rest as it should on what is seen, while the table has nothing on which it could lie: so the
    /// game goes by another table, and this one is of colours that nobody wipes away, or of something else.
    private func isRefuted(by lock: LockReport?, _ said: CellMask, _ settled: CellMask) -> Bool {
        guard let lock, lock.kind == .ok, lock.full.isEmpty, let piece = Piece(lock.piece), piece.cells.allSatisfy(settled.contains) else { return false }
        let below = piece.moved(0, 1).cells.filter { !piece.cells.contains($0) }
        return piece.bottom < said.rows - 1 && below.contains(where: settled.contains) && !below.contains(where: said.contains)
    }

    /// Looks for another table.
    private mutating func forget(_ field: VariableField, _ session: GameSession, _ log: inout PlayLog) {
        session.knowledge.otherTables.insert(field.path)
        session.knowledge.variables = nil
        log.witness = nil
        moments = []
        differing = 0
    }

    /// Whether pieces came to rest as they should not, so that what the stack was taken for is not to be relied on.
    private func hasGoneWrong(_ log: PlayLog) -> Bool { log.locks.contains { $0.kind != .ok } }

    /// Whether all that the variables say is seen, and no more besides than a piece and its ghost.
    private func isShown(_ said: CellMask, in occupied: CellMask, beside piece: Piece) -> Bool {
        said.isSubset(of: occupied) && occupied.subtracting(said).count <= 2 * piece.cells.count
    }
}
