/// What a finding rests on: what was done, what was seen.
public struct Evidence: Sendable, Codable, Equatable {
    /// A part of a failed expectation and what it came to.
    public struct Operand: Sendable, Codable, Equatable {
        public var source: String
        public var value: String

        public init(source: String, value: String) {
            self.source = source
            self.value = value
        }
    }

    /// The expectation's text as the scenario file has it, or nil when a step itself failed.
    public var expectation: String?
    /// `file:line` of the step in the scenario file.
    public var place: String?
    public var operands: [Operand]
    /// The steps that were done, in words.
    public var steps: [String]
    /// The playfield before the last run of steps, and at the end.
    public var before: String?
    public var after: String?

    public init(
        expectation: String? = nil, place: String? = nil, operands: [Operand] = [], steps: [String] = [],
        before: String? = nil, after: String? = nil
    ) {
        self.expectation = expectation
        self.place = place
        self.operands = operands
        self.steps = steps
        self.before = before
        self.after = after
    }
}
