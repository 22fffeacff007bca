import Foundation

/// What the callbacks of a session's pages have taken so far, and whether it is time to tell that they still end.
struct PageEffort: Sendable {
    /// Processor seconds that they took.
    private(set) var seconds = 0.0
    /// Milliseconds that went by on the clocks of the pages that are closed.
    private var closedMilliseconds = 0.0
    private var lastPulse = Self.clock
    /// Processor seconds from one sign of life to the next.
    private static let pulseInterval = 0.25

    /// Processor seconds a virtual one, when the open page's clock shows `now`.
    func slowness(now: Double) -> Double { seconds / max((closedMilliseconds + now) / 1000, 1) }

    /// A page is closed whose clock shows `now`.
    mutating func closePage(at now: Double) { closedMilliseconds += now }

    /// Adds what another process did in the session's stead.
    mutating func add(seconds: Double, milliseconds: Double) {
        self.seconds += seconds
        closedMilliseconds += milliseconds
    }

    /// Processor seconds of this thread, so that a busy machine makes no game slow.
    static var clock: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Adds callbacks that began at `start` of the clock.
    /// - Returns: whether a sign of life is due.
    mutating func add(since start: Double) -> Bool {
        let end = Self.clock
        seconds += end - start
        return isPulseDue(at: end)
    }

    /// Whether a sign of life is due when the clock shows `time`; whoever learns it gives one.
    mutating func isPulseDue(at time: Double = Self.clock) -> Bool {
        guard time - lastPulse >= Self.pulseInterval else { return false }
        lastPulse = time
        return true
    }
}
