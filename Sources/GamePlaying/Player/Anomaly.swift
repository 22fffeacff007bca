import GameReading

/// Something that a piece must not do while it is steered.
public struct Anomaly: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Cells of the piece were out of sight.
        case vanished
        /// Cells of the piece were out of sight beyond a wall that held: it could not be pushed further.
        case hidden
        /// The piece was inside settled cells.
        case overlapping
        /// A move changed the piece's form.
        case deformed
        /// The piece moved by something else than one column.
        case jumped
        /// The piece did not move although nothing was in its way.
        case blocked
    }

    public var time: Double
    public var kind: Kind
    /// The control that was used, or `fall` when none was.
    public var control: String
    /// The name for what a piece does by itself.
    static let fall = "fall"
    public var before: [Cell]
    public var after: [Cell]
    public var picture: String

    public init(time: Double, kind: Kind, control: String, before: [Cell], after: [Cell], picture: String) {
        self.time = time
        self.kind = kind
        self.control = control
        self.before = before
        self.after = after
        self.picture = picture
    }
}
