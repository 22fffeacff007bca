/// What is recorded: a page with this input.
public struct RecordOrder: Sendable, Codable, Equatable {
    public enum Input: Sendable, Codable, Equatable {
        /// The steps of a key script.
        case steps([OpenOrder.Step])
        /// The game is started and played by the player, so many pieces.
        case play(pieces: Int)
    }

    /// The name under which the worker sends the trace.
    public static let traceFile = "trace"

    public var input: Input

    public init(input: Input) {
        self.input = input
    }
}
