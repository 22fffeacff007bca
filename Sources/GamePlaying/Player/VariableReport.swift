/// What the game's variables said of the stack while it was watched on the screen.
public struct VariableReport: Sendable, Equatable, Codable {
    /// The variable that holds the playfield, as a person would write it.
    public var variable: String
    /// Stacks that were compared, and those about which both said the same.
    public var compared = 0
    public var agreed = 0
    /// A difference that lasted, in words; nil when there was none.
    public var difference: String?
    /// The stack by the variables and by the screen when it did, as text pictures.
    public var said, seen: String?

    public init(variable: String) {
        self.variable = variable
    }
}
