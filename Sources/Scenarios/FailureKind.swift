/// What sort of fault stands behind a failed check.
public enum FailureKind: String, Sendable, Codable, CaseIterable {
    /// A script doesn't parse.
    case syntax
    /// An uncaught exception that stops the game.
    case runtime
    /// The game computes or shows the wrong thing.
    case logic
    /// The game can't be started or doesn't answer its keys.
    case interaction
    /// It hangs, its frames are too slow, or its speed is unplayable.
    case performance
    /// It takes too much memory.
    case resource
}
