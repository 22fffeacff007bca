import Foundation

/// What the callbacks of a session's pages have taken so far, and whether it is time to tell that they still end.
///
/// Asking the kernel for a thread's processor time takes as long as many a callback. So short callbacks are timed by the
/// clock on the wall, which costs next to nothing; only what seems long may have waited for a processor, and is asked about.
struct PageEffort: Sendable {
    /// Processor seconds that they took.
    private(set) var seconds = 0.0
    /// Milliseconds that went by on the clocks of the pages that are closed.
    private var closedMilliseconds = 0.0
    /// The thread's processor time when it was asked for last, and how many callbacks there have been since.
    private var asked = Self.processorSeconds
    private var callbacksSinceAsked = 0
    private var lastPulse = (clock: Self.clock, processor: Self.processorSeconds)
    /// Seconds after which a callback counts as long: nobody waits for a processor for less.
    private static let longMin = 0.001
    /// Short callbacks after which the processor time is asked for, so that a long one is compared with a late answer.
    private static let callbacksMax = 64
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

    /// Goes on in a copy of the process, whose threads have had no processor time yet.
    mutating func enterCopy() {
        asked = Self.processorSeconds
        callbacksSinceAsked = 0
        lastPulse = (Self.clock, asked)
    }

    /// Seconds on the wall, from an arbitrary moment.
    static var clock: Double { seconds(of: CLOCK_MONOTONIC) }

    /// Processor seconds of this thread, so that a busy machine makes no game slow.
    private static var processorSeconds: Double { seconds(of: CLOCK_THREAD_CPUTIME_ID) }

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Adds callbacks that began at `start` of the ``clock``.
    /// - Returns: whether a sign of life is due.
    mutating func add(since start: Double) -> Bool {
        let end = Self.clock
        let elapsed = end - start
        callbacksSinceAsked += 1
        if elapsed < Self.longMin, callbacksSinceAsked < Self.callbacksMax {
            seconds += elapsed
        } else {
            let processor = Self.processorSeconds
            seconds += min(elapsed, processor - asked)
            asked = processor
            callbacksSinceAsked = 0
        }
        return isPulseDue(at: end)
    }

    /// Whether a sign of life is due when the ``clock`` shows `time`; whoever learns it gives one.
    mutating func isPulseDue(at time: Double = Self.clock) -> Bool {
        guard time - lastPulse.clock >= Self.pulseInterval else { return false }
        lastPulse.clock = time
        let processor = Self.processorSeconds
        guard processor - lastPulse.processor >= Self.pulseInterval * Self.shareMin else { return false }
        lastPulse.processor = processor
        return true
    }

    /// Of the time between two signs of life a thread has had the processor for this share at least.
    private static let shareMin = 0.5
}
