import GameReading

/// One piece that came to rest.
public struct LockReport: Sendable, Equatable, Codable {
    /// How the field compares with what the rules say.
    public enum Kind: String, Sendable, Codable {
        case ok
        /// Cells of the piece, or of the stack, are not where they should be.
        case cellsMissing
        /// Cells are filled that should be empty.
        case cellsExtra
        /// The piece's cells came in other rows as well, after rows had been removed: those put in for them are one and the same.
        case rowsLinked
        /// Full rows stood where they were.
        case rowsNotCleared
        /// Full rows went, but what is left is not the rest of the stack, brought down.
        case rowsWrong
        /// Rows went that had a gap.
        case rowsTaken
        /// The piece came to rest with room below it.
        case floating
        /// The piece came to rest inside of other cells.
        case overlapping
        /// No next piece came.
        case stuck
    }

    public var time: Double
    public var kind: Kind
    public var piece: [Cell]
    /// Rows that the piece completed.
    public var full: [Int]
    /// The field before, as it should be after and as it was seen, as text pictures; only where it is wrong.
    public var before, expected, seen: String?
    public var wrong: Int = 0
    /// Whether settled cells kept their looks; nil when there was nothing to compare.
    public var coloursKept: Bool?
    /// What the piece looked like while it fell and once it lay, as numbers that are equal for equal looks; nil where it
    /// did not lie there any more.
    public var fallingLook, settledLook: Int?
    /// Whether cells were gone too many, and the page said something then that it had not said before.
    public var isAnnounced = false
    /// Why this lock, if it is wrong, says nothing of how pieces come to rest; nil when there is no such reason.
    public var excuse: Excuse?

    /// Something else that went wrong first.
    public enum Excuse: String, Sendable, Codable {
        /// The stack reached into the rows in which games end, each in its own way.
        case top
        /// The piece had gone where it must not be while it was steered.
        case anomaly
        /// Pieces came faster than anyone can follow.
        case speed
        /// The piece is no tetromino, in a game whose other pieces are: what it does, as a bomb, has no rule. Or the page said
        /// what took cells away, in a game in which as much goes right where it says nothing.
        case special
    }

    /// The rows that the piece completed, counted from the first of them.
    var fullPattern: [Int] { full.map { $0 - (full.min() ?? 0) } }

    public init(time: Double, kind: Kind, piece: [Cell], full: [Int]) {
        self.time = time
        self.kind = kind
        self.piece = piece
        self.full = full
    }
}
