import GameReading

/// How a kind of piece turns in the open.
public struct TurnReport: Sendable, Equatable, Codable {
    public var kind: String
    /// The forms after no, one, two … turns, each from its box's corner.
    public var forms: [[Cell]]
    /// Whether each form is the one before it, turned by a quarter, and the last the first again.
    public var isRight: Bool
    public var detail: String?
    public var time: Double

    public init(kind: String, forms: [[Cell]], isRight: Bool, detail: String? = nil, time: Double) {
        self.kind = kind
        self.forms = forms
        self.isRight = isRight
        self.detail = detail
        self.time = time
    }
}
