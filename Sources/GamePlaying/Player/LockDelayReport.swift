/// How long pieces lie on what is below them before they lock.
public struct LockDelayReport: Sendable, Equatable, Codable {
    /// Milliseconds from touching down to the next piece, for one that is left alone.
    public var stillMs: Double
    /// The same for one that is moved to and fro as long as it can be, at most ``movesMax`` times.
    public var movedMs: Double
    /// How often that one moved.
    public var moves: Int
    /// Milliseconds a row at that time.
    public var gravityMs: Double

    /// More than the 15 moves that the guideline allows.
    static let movesMax = 20
}
