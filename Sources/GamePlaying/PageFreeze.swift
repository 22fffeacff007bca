/// A gesture after which a page answered nothing for a while, or never again.
public struct PageFreeze: Sendable, Equatable {
    public var gesture: Gesture
    /// Virtual time of the gesture.
    public var time: Double
    /// How long nothing else could happen; nil when it never ended.
    public var milliseconds: Double?

    /// Shorter waits are no more than a slow answer.
    static let leastMilliseconds = 1000.0

    func isWorse(than other: PageFreeze?) -> Bool {
        guard let other else { return true }
        return (milliseconds ?? .infinity) > (other.milliseconds ?? .infinity)
    }
}
