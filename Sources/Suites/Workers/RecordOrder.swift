/// What is recorded: a page with this input.
public struct RecordOrder: Sendable, Codable, Equatable {
    public enum Input: Sendable, Codable, Equatable {
        /// The steps of a key script.
        case steps([OpenOrder.Step])
        /// The game is started and played by the player, so many pieces.
        case play(pieces: Int)
        /// The steps of a scenario, which sees the game as a check does.
        case scenario(JudgeOrder.ScenarioText)
    }

    /// The name under which the worker sends the trace, in parts as it comes to be.
    public static let traceFile = "trace"

    public var input: Input
    /// Whether the trace holds only what tells the submission from others, not the submission itself.
    public var digestOnly: Bool
    /// Whether what canvases show is recorded too, for the viewer.
    public var withDrawings: Bool

    public init(input: Input, digestOnly: Bool = false, withDrawings: Bool = false) {
        self.input = input
        self.digestOnly = digestOnly
        self.withDrawings = withDrawings
    }
}
