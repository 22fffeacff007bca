/// Which submissions a judge records the session of that shows their verdict best, and what of it.
public struct TraceWish: Sendable, Codable, Equatable {
    /// Only of submissions that don't play.
    public var onFailure: Bool
    /// Whether what canvases show is recorded too, for a viewer.
    public var withDrawings: Bool

    /// The name under which the worker sends the trace.
    public static let file = "trace"

    public init(onFailure: Bool, withDrawings: Bool) {
        self.onFailure = onFailure
        self.withDrawings = withDrawings
    }
}
