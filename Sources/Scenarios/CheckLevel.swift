/// How much a check weighs: only `must` decides the verdict.
public enum CheckLevel: String, Sendable, Codable, CaseIterable {
    /// Without it the thing is not the game.
    case must
    /// What every player expects.
    case should
    /// What the modern guideline of the game asks for.
    case guideline
}
