/// What the score did when rows were removed.
public struct ScoreStep: Sendable, Equatable, Codable {
    public var lines: Int
    public var level: Int?
    public var points: Double?

    public init(lines: Int, level: Int?, points: Double?) {
        self.lines = lines
        self.level = level
        self.points = points
    }
}
