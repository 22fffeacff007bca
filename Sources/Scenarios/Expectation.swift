/// What must hold at a point of a scenario, and what it means if it doesn't.
public struct Expectation: Sendable, Equatable {
    /// What a failed expectation makes of the check.
    public enum Otherwise: String, Sendable, CaseIterable {
        case fail, absent, unknown
    }

    public var expression: ScriptExpression
    /// The sentence for the report; without one the operands' values are the report.
    public var because: Template?
    public var otherwise: Otherwise
    /// The kind of failure, where it isn't the check's.
    public var category: FailureKind?
    /// Whether nobody can play on when this fails.
    public var breaks: Bool

    public init(
        _ expression: ScriptExpression, because: Template? = nil, otherwise: Otherwise = .fail,
        category: FailureKind? = nil, breaks: Bool = false
    ) {
        self.expression = expression
        self.because = because
        self.otherwise = otherwise
        self.category = category
        self.breaks = breaks
    }
}
