/// What is left of a game's score after its page was loaded again.
public struct KeptReport: Sendable, Equatable, Codable {
    /// Figures that the page shows then, before and after the game is started.
    public var figures: [Double]
    /// Names of stored items that it asked for.
    public var reads: [String]
}
