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
    /// Console output, an error or a finding, as JSON.
    case note(Kind, json: String, time: Double)

    public var time: Double {
        switch self {
        case .input(_, let time), .note(_, _, let time): time
        case .frame(let frame): frame.time
        }
    }
}
