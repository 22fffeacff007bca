import Foundation

/// What the callbacks of a session's pages have taken so far, and whether it is time to tell that they still end.
public struct PageEffort: Sendable {
    /// Seconds that they really took.
    public private(set) var seconds = 0.0
    /// Seconds that went by on the pages' clocks meanwhile.
    public private(set) var virtualSeconds = 0.0
    private var lastPulse = Self.clock
    /// Seconds from one sign of life to the next.
    private static let pulseInterval = 0.25

    /// Real seconds a virtual one: a game at 1 or more is too slow for this machine, and would be seen to be slow.
    public var slowness: Double { seconds / max(virtualSeconds, 1) }

    /// Seconds of a clock that no change of the time of day moves.
    static var clock: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Adds callbacks that began at `start` of the clock and let so many virtual milliseconds pass.
    /// - Returns: whether a sign of life is due.
    mutating func add(since start: Double, virtualMilliseconds: Double) -> Bool {
        let end = Self.clock
        seconds += end - start
        virtualSeconds += max(virtualMilliseconds, 0) / 1000
        guard end - lastPulse >= Self.pulseInterval else { return false }
        lastPulse = end
        return true
    }
}
