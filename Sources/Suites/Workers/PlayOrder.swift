/// A game that a person plays: keys come on standard input while it runs, and go into a trace.
public struct PlayOrder: Sendable, Codable, Equatable {
    /// The stage that the worker tells when it begins to listen for keys.
    public static let playingStage = "playing"
    /// The name of the parts of the trace, which the worker sends as they come to be.
    public static let tracePart = "trace-part"

    /// One line on the worker's standard input. The end of input ends the game.
    public struct Key: Sendable, Codable, Equatable {
        /// As `KeyboardEvent.key` has it.
        public var key: String
        public var down: Bool
        public var isRepeat: Bool

        public init(key: String, down: Bool, isRepeat: Bool = false) {
            self.key = key
            self.down = down
            self.isRepeat = isRepeat
        }
    }

    public init() {}
}
