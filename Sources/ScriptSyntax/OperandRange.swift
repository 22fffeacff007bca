/// A part of an expression whose value helps to see why the expression has the value that it has.
public struct OperandRange: Sendable, Codable, Hashable {
    /// Where the part begins and ends in the expression, in UTF-16 code units.
    public var start: Int
    public var end: Int
    /// The part's text, an expression itself.
    public var text: String
}
