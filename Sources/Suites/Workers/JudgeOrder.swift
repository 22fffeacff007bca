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
    /// Only checks whose id or title contains this.
    public var grep: String?
    /// These scenarios instead of the rulebook.
    public var scenarios: [ScenarioText]?

    public init(rules: String = "tetris", grep: String? = nil, scenarios: [ScenarioText]? = nil) {
        self.rules = rules
        self.grep = grep
        self.scenarios = scenarios
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rules: try fields.decodeIfPresent(String.self, forKey: .rules) ?? "tetris",
            grep: try fields.decodeIfPresent(String.self, forKey: .grep),
            scenarios: try fields.decodeIfPresent([ScenarioText].self, forKey: .scenarios))
    }
}
