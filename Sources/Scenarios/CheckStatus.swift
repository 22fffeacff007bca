/// What was found out about one check.
public enum CheckStatus: String, Sendable, Codable, CaseIterable {
    case pass
    /// It is there and wrong.
    case fail
    /// The game doesn't have it.
    case absent
    /// It could not be judged.
    case unknown
}
