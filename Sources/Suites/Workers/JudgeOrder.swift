/// How a submission is judged.
public struct JudgeOrder: Sendable, Codable, Equatable {
    /// A scenario file that was read by the parent, which has the right to open files.
    public struct ScenarioText: Sendable, Codable, Equatable {
        public var file: String
        public var text: String

        public init(file: String, text: String) {
            self.file = file
            self.text = text
        }
    }

    /// The rulebook's name.
    public var rules: String
    /// Whether it is certain that the submission is meant as the rulebook's game, so that nobody asks what it is.
    public var isGameKnown: Bool
    /// Whether a session is recorded too, for the digest of what it showed.
    public var digestsTrace: Bool
    /// Only checks whose id or title contains this.
    public var grep: String?
    /// These scenarios instead of the rulebook.
    public var scenarios: [ScenarioText]?
    /// Of which submissions a trace is wanted: nil for none.
    public var trace: TraceWish?

    public init(
        rules: String = "tetris", isGameKnown: Bool = false, digestsTrace: Bool = false, grep: String? = nil,
        scenarios: [ScenarioText]? = nil, trace: TraceWish? = nil
    ) {
        self.rules = rules
        self.isGameKnown = isGameKnown
        self.digestsTrace = digestsTrace
        self.grep = grep
        self.scenarios = scenarios
        self.trace = trace
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rules: try fields.decodeIfPresent(String.self, forKey: .rules) ?? "tetris",
            isGameKnown: try fields.decodeIfPresent(Bool.self, forKey: .isGameKnown) ?? false,
            digestsTrace: try fields.decodeIfPresent(Bool.self, forKey: .digestsTrace) ?? false,
            grep: try fields.decodeIfPresent(String.self, forKey: .grep),
            scenarios: try fields.decodeIfPresent([ScenarioText].self, forKey: .scenarios),
            trace: try fields.decodeIfPresent(TraceWish.self, forKey: .trace))
    }
}
