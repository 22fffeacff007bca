/// A reading as expectations see it, in two parts: while one waits for something, a game mostly stays as it is from one
/// frame to the next, and only the moment goes on.
public struct ReadingText: Sendable, Equatable {
    /// Everything but the moment: a JSON object whose keys are names in an expectation's scope.
    public var state: String
    /// Animation frames since the page was opened; `frame` in the scope.
    public var frame: Int
    /// Virtual milliseconds since then; `time` in the scope.
    public var time: Double

    public init(state: String, frame: Int, time: Double) {
        self.state = state
        self.frame = frame
        self.time = time
    }

    /// Both in one JSON object.
    public var json: String {
        let moment = "\"frame\":\(frame),\"time\":\(time)}"
        return state == "{}" ? "{\(moment)" : "\(state.dropLast()),\(moment)"
    }
}
