/// How a page is run.
public struct PageOptions: Sendable, Equatable, Codable {
    /// Seeds `Math.random` and `crypto`.
    public var seed: UInt64
    /// Milliseconds from one animation frame to the next.
    public var frameInterval: Double
    /// Processor seconds that one callback of the page may take.
    public var callSeconds: Double
    /// Width and height of the viewport in CSS pixels.
    public var viewportWidth: Double
    public var viewportHeight: Double
    /// What `Date.now()` says when the page begins to load, in milliseconds since 1970: a fixed instant, so that
    /// every run is the same.
    public var startTime: Double
    /// What `localStorage` holds when the page begins to load.
    public var storage: [String: String] = [:]

    public init(
        seed: UInt64 = 1, frameInterval: Double = 1000.0 / 60, callSeconds: Double = 1,
        viewportWidth: Double = 1280, viewportHeight: Double = 720, startTime: Double = 1_767_225_600_000
    ) {
        self.seed = seed
        self.frameInterval = frameInterval
        self.callSeconds = callSeconds
        self.viewportWidth = viewportWidth
        self.viewportHeight = viewportHeight
        self.startTime = startTime
    }
}
