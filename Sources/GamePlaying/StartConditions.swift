/// Under which conditions a game is started; nil leaves the session's own.
public struct StartConditions: Sendable, Equatable, Codable {
    /// The seed of `Math.random`.
    public var seed: UInt64?
    /// Animation frames a second.
    public var framesPerSecond: Double?

    public init(seed: UInt64? = nil, framesPerSecond: Double? = nil) {
        self.seed = seed
        self.framesPerSecond = framesPerSecond
    }
}
