import ScriptEngine

/// The numbers of a page's event loop that are read often.
struct PageClock {
    private let cells: SharedNumbers?

    /// - Parameter cells: the event loop's `cells`; before there is a page, anything else.
    init(_ cells: ScriptValue) {
        let numbers = SharedNumbers(cells)
        self.cells = numbers.count > Self.lookedAt ? numbers : nil
    }

    private static let now = 0, nextFrame = 1, frames = 2, queued = 3, animations = 4, lookedAt = 5

    /// Milliseconds since the page began to load.
    var now: Double { cells?[Self.now] ?? 0 }
    /// When the next animation frame is due, in the same milliseconds.
    var nextFrameTime: Double { cells?[Self.nextFrame] ?? 0 }
    /// How many animation frames there have been.
    var frameCount: Int { Int(cells?[Self.frames] ?? 0) }
    /// Whether something was queued since the last step came to its end.
    var hasQueued: Bool { (cells?[Self.queued] ?? 1) != 0 }
    /// Whether animations are in effect or to come, by which the page looks otherwise as time goes by.
    var hasAnimations: Bool { (cells?[Self.animations] ?? 1) != 0 }
    /// Whether the page is looked at just now: what animations show may then lag behind a little.
    func setLookedAt(_ isLookedAt: Bool) { cells?[Self.lookedAt] = isLookedAt ? 1 : 0 }
}
