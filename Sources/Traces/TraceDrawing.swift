/// What is drawn on the page's canvases from a frame on, as commands that draw it again from nothing.
public struct TraceDrawing: Sendable, Codable, Equatable {
    /// Number of the frame since the page was loaded.
    public var frame: Int
    /// Virtual milliseconds.
    public var time: Double
    /// One command an element, without line breaks; the trace doesn't ask what they mean.
    public var commands: [String]

    public init(frame: Int, time: Double, commands: [String]) {
        self.frame = frame
        self.time = time
        self.commands = commands
    }
}
