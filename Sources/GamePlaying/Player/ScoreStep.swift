/// What the score did from the moment before a piece was dropped until the next one came.
public struct ScoreStep: Sendable, Equatable, Codable {
    /// Rows removed by the piece.
    public var lines: Int
    /// The level that the game showed before.
    public var level: Double?
    /// What the shown score rose by; nil when it isn't a number.
    public var points: Double?
    /// The part of it that is for the rows, once it is known what drops give.
    public var forRows: Double?
    /// Rows that the piece went down by a hard drop, and by soft ones.
    public var hardRows, softRows: Int

    public init(lines: Int, level: Double?, points: Double?, hardRows: Int = 0, softRows: Int = 0) {
        self.lines = lines
        self.level = level
        self.points = points
        self.hardRows = hardRows
        self.softRows = softRows
    }
}
