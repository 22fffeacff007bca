import GameReading

/// Plays a game by what can be seen of its playfield, and keeps account of all that goes against the rules.
///
/// The rules it holds the game to: a piece moves as one, never through walls or settled cells; it comes to rest where it
/// can't go lower; full rows go and what is above comes down by as many; nothing else ever changes.
public final class Player {
    let session: GameSession
    var finder = PieceFinder()
    /// The stack as the rules say it is.
    var settled: CellMask
    var piece: Piece?
    /// The kind of the piece before anything was done to it.
    var entryKind: Character?
    /// Where the piece may be as well, when it came to rest while a key was pressed.
    var alternatives: [Piece] = []
    /// The form of a large piece of which one cell was seen to look otherwise than the others, and that cell in it.
    var hole: (shape: Piece, cell: Cell)?
    /// Whether the piece could not be made out when it was looked at last: it has come to rest, or worse.
    var isLost = false
    /// The piece's number of cells, once it was seen whole.
    var wholeCount = 0
    public internal(set) var log: PlayLog
    /// Chooses the keys of a player who presses at random; the same in every run.
    var random = SeededRandom(seed: 7)
    /// Knows what the page looked like while the game ran.
    var endSign: EndSign?
    /// Rows that must have gone before the fall is timed again.
    var nextGravityLines = 0
    /// Asks the game's variables about each stack.
    var witness = VariableWitness()
    /// Looks of the settled cells when they were last compared.
    var settledLooks: [Cell: UInt64] = [:]

    /// When and where the present piece was met, and whether a key has pushed it down since.
    var entry: (time: Double, row: Int)?
    var isPushed = false
    /// What the soft drop's key was seen to want.
    var softDropHold = SoftDropHold()
    /// When the fall was timed, and how long a row took then, in milliseconds.
    var paces: [(time: Double, milliseconds: Double)] = []
    /// How many anomalies there were when the piece came.
    var anomaliesBefore = 0
    /// What a press made of a form, where that was seen.
    var turned: [Piece: Piece] = [:]
    /// Columns by which the form's left edge moved with it, where that was seen in the open.
    var turnShifts: [Piece: Int] = [:]
    /// What forms were seen not to reach.
    var reach = FormReach()
    /// Rows above a piece that turns need beyond those of its box.
    var headroom = 0
    /// Where the present piece was seen to stay in the air with nothing pressed, and for how long.
    var hover: (bottom: Int, milliseconds: Double)?
    /// Whether the present piece is to come down by the soft drop.
    var isLowered = false
    /// How many pieces a hard drop has left in the air: who sees that leaves the key alone.
    var floatsByDrop = 0
    static let floatsByDropMax = 2
    /// How often a piece was turned where it has no room.
    var gapsTried = 0
    /// Whether the stack is low enough to wait for several rows at once.
    var patience = StackingPatience()
    /// Forms that have been pushed against both walls.
    var wallsTried: Set<Piece> = []
    /// Watches what is shown beside the field.
    var preview = PreviewWatch()
    /// The score before the present piece was dropped, where it is kept account of.
    var scoreMark: ScoreMark?
    /// Numbers for the looks that pieces had.
    var lookNumbers: [UInt64: Int] = [:]
    /// The look of the piece while it fell.
    var fallingLook: UInt64?

    /// After so many locks that went wrong, or rows that were removed wrong, there is no point in going on.
    static let wrongLocksMax = 8
    static let wrongRowsMax = 3
    /// Rows that fall faster than this are faster than a person can act.
    static let rowMillisecondsMin = 50.0
    static let anomaliesMax = 12
    /// How many times as much may go wrong: the end of a game comes whatever went before.
    var lenience = 1
    static let lenienceForTheEnd = 6
    /// Longest wait for the next piece: entry delays and clearing animations take up to a second or two.
    static let pauseMillisecondsMax = 3500.0

    /// - Parameters:
    ///   - session: a game that has been started; its playfield is known.
    ///   - tracker: what is known of the field, when the game has been going on for a while.
    public init?(_ session: GameSession, goal: String, tracker: FieldTracker? = nil) {
        guard let field = session.knowledge.field else { return nil }
        self.session = session
        settled = tracker?.settled ?? CellMask(columns: field.columns, rows: field.rows)
        finder = tracker?.finder ?? PieceFinder()
        finder.ghost = session.knowledge.ghost
        log = PlayLog(goal: goal)
    }

    /// What is known of the field now, for whoever goes on watching the game.
    public var tracker: FieldTracker {
        var tracker = FieldTracker(columns: settled.columns, rows: settled.rows)
        tracker.settled = settled
        tracker.finder = finder
        tracker.piece = isLost ? nil : piece
        return tracker
    }

    /// Where the next piece is shown; nil where nothing shown told it.
    public var nextPlace: PreviewPlace? { preview.place }

    var controls: Controls { session.knowledge.controls }

    /// Whether the piece comes down otherwise than by a hard drop.
    var doesWithoutHardDrop: Bool {
        controls.hard == nil || floatsByDrop >= Self.floatsByDropMax || isLowered
    }

    /// Whether there is any reason to stop at once.
    var isFinished: Bool {
        if session.isHung {
            log.hang = log.hang ?? session.page.hang?.message
            return true
        }
        let wrong = log.locks.filter { $0.kind != .ok && $0.excuse != .special && !$0.isAnnounced }
        return log.over || wrong.count >= Self.wrongLocksMax * lenience || wrong.count { !$0.full.isEmpty } >= Self.wrongRowsMax * lenience
            || slips >= Self.anomaliesMax * lenience
    }

    /// Anomalies but for presses without an effect: those are often just too fast for the game.
    var slips: Int { log.anomalies.count { $0.kind != .blocked } }

    /// What is seen, or nil when the page stands still.
    func look() -> Observation? {
        session.isHung ? nil : session.observe()
    }

    /// What is seen once no cell is on its way to its place: an answer to a press isn't seen before.
    private func lookAtCells() -> Observation? {
        var observation = look()
        while session.awaitsCells, !session.isHung {
            session.advance(frames: 1)
            observation = look()
        }
        return observation
    }

    /// The piece as it can be seen now; nil when the stack isn't what it was, so that all bets are off.
    func visiblePiece(_ observation: Observation) -> Piece? {
        settled.isSubset(of: observation.occupied) ? finder.piece(in: observation, above: settled) : nil
    }

    /// Waits for a piece to appear in the upper part of the field.
    /// - Returns: false when none came in time.
    func awaitPiece(limit: Double = Player.pauseMillisecondsMax) -> Bool {
        let end = session.now + limit
        while !session.isHung {
            if let observation = look(), let found = visiblePiece(observation), isAtEntry(found) {
                meet(found)
                return true
            }
            guard session.now < end else { return false }
            session.advance(frames: 1)
        }
        return false
    }

    /// Whether a piece is where pieces appear: in the upper half.
    func isAtEntry(_ piece: Piece) -> Bool {
        piece.top <= max(4, settled.rows / 3)
    }

    /// Takes a new piece over.
    func meet(_ found: Piece) {
        piece = found
        isLost = false
        alternatives = []
        wholeCount = found.cells.count
        entry = (session.now, found.bottom)
        isPushed = false
        anomaliesBefore = log.anomalies.count
        hover = nil
    }

    /// The piece after some frames in which nothing but gravity should have happened to its form; nil when it can't be
    /// followed any more.
    @discardableResult
    func follow() -> Piece? {
        guard let observation = lookAtCells(), let found = visiblePiece(observation), !hasGrown(found) else {
            isLost = true
            return nil
        }
        isLost = false
        if found.top > 0 || found.cells.count > wholeCount { wholeCount = max(wholeCount, found.cells.count) }
        if let piece { finder.noteFall(from: piece, to: found, in: observation) }
        piece = found
        return found
    }

    /// Whether what is seen is more than the piece: it has come to rest, and the next one touches it.
    private func hasGrown(_ found: Piece) -> Bool {
        guard let piece, piece.top > 0 else { return false }
        return found.cells.count > max(wholeCount, 4)
    }

    /// Notes something that a piece must not do.
    ///
    /// What a piece does after its first slip is a consequence of that one, unless the same key did it.
    func note(_ kind: Anomaly.Kind, _ control: String, from before: Piece, to after: Piece?) {
        let earlier = log.anomalies.dropFirst(anomaliesBefore).first { $0.kind != .blocked }
        guard earlier == nil || earlier?.control == control else { return }
        guard kind != .blocked || log.anomalies.count < 3 * Self.anomaliesMax else { return }
        log.anomalies.append(
            Anomaly(
                time: session.now, kind: kind, control: control, before: before.cells, after: after?.cells ?? [],
                picture: FieldPicture.text(of: settled, piece: after?.cells ?? [])))
    }
}
