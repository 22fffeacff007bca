/// What a submission amounts to, for someone who wants to play it.
public enum Verdict: String, Sendable, Codable, CaseIterable {
    /// Every must check holds.
    case plays
    /// A person gets through an ordinary minute of play, but a must check fails.
    case flawed
    /// A person doesn't get through an ordinary minute of play.
    case broken
    /// It could not be judged; the record's reason says why.
    case unknown
}
