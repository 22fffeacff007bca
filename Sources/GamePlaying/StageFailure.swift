/// Why a step of a scenario could not be done.
public struct StageFailure: Error, Sendable, Equatable, Codable, CustomStringConvertible {
    /// What kind of obstacle it was; it decides what the scenario's finding says.
    public enum Kind: String, Sendable, Codable {
        /// The game ran longer than one call may, or did not come back.
        case hang
        /// An uncaught exception stopped the game.
        case exception
        /// There is no such control, element or start gesture.
        case notFound
        /// The simulated browser or the player can't do this: nothing is said about the game.
        case unsupported
    }

    public var kind: Kind
    /// One sentence for the report, without a full stop.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { detail }
}
