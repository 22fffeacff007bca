/// Something in a trace, in the order in which it happened.
public enum TraceEvent: Sendable, Equatable {
    /// What a note in a trace is about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case console
        case error
        case finding

        /// The letter in the file.
        var code: Character { rawValue.first ?? "c" }
    }

    /// Input to the page, as JSON, at this virtual time and before the frame that follows.
    case input(json: String, time: Double)
    /// A frame at which the reading or the digest was another than before.
    case frame(TraceFrame)
    /// What is drawn from here on, where that was asked for.
    case drawing(TraceDrawing)
    /// Console output, an error or a finding, as JSON.
    case note(Kind, json: String, time: Double)

    public var time: Double {
        switch self {
        case .input(_, let time), .note(_, _, let time): time
        case .frame(let frame): frame.time
        case .drawing(let drawing): drawing.time
        }
    }

    /// Whether it comes from the game and its player, and not from who watched them: findings and drawings are added
    /// where they are wanted, and say nothing of whether two sessions are the same.
    var isOfGame: Bool {
        switch self {
        case .input, .frame: true
        case .drawing: false
        case .note(let kind, _, _): kind != .finding
        }
    }
}
