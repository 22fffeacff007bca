/// One named behaviour of a game's rules.
public struct CheckDefinition: Sendable, Equatable {
    public var id: String
    public var level: CheckLevel
    /// The kind of failure that a failed expectation of the check is, when nothing else shows.
    public var category: FailureKind

    public init(_ id: String, _ level: CheckLevel, _ category: FailureKind) {
        self.id = id
        self.level = level
        self.category = category
    }
}
