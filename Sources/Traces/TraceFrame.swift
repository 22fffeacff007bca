/// What could be read of a page at one frame.
public struct TraceFrame: Sendable, Codable, Equatable {
    /// Number of the frame since the page was loaded.
    public var frame: Int
    /// Virtual milliseconds.
    public var time: Double
    /// The reading, an object in JSON. The members `time` and `frame` in it are left out of the trace, as they are here.
    public var reading: String
    /// A digest of what was drawn or shown; its lower 24 bits are kept.
    public var digest: UInt32?

    public init(frame: Int, time: Double, reading: String, digest: UInt32? = nil) {
        self.frame = frame
        self.time = time
        self.reading = reading
        self.digest = digest
    }
}
