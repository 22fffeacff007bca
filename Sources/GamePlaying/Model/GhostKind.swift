/// What the shadow of a falling piece looks like, at the place where it would come to rest.
public enum GhostKind: Sendable {
    /// The game shows none: what lies apart from a piece is no part of it.
    case none
    /// It looks like the piece itself, so that only its place gives it away.
    case twin
    /// It has a look of its own, or it isn't known yet whether there is one.
    case other
}
