/// A trace that has been read.
public struct Trace: Sendable, Equatable {
    public var header: TraceHeader
    /// In the order in which they happened; of the frames only those that differ from the one before.
    public var events: [TraceEvent]
    /// Nil when the recording was cut off.
    public var summary: TraceSummary?

    /// The frames that differ from the one before.
    public var frames: [TraceFrame] {
        events.compactMap { if case .frame(let frame) = $0 { frame } else { nil } }
    }

    /// What was done to the page, as JSON, with its virtual time.
    public var inputs: [(json: String, time: Double)] {
        events.compactMap { if case .input(let json, let time) = $0 { (json, time) } else { nil } }
    }

    /// What could be read at a frame: that of the last change up to it. Nil before the first reading.
    public func frame(at number: Int) -> TraceFrame? {
        var found: TraceFrame?
        for case .frame(let frame) in events {
            if frame.frame > number { break }
            found = frame
        }
        return found
    }
}
