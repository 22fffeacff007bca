import WebPage

/// What does what in a game, as found by trying.
public struct Controls: Sendable, Equatable, Codable {
    public var left, right, rotate, rotateBack, soft, hard, hold, pause, restart: Gesture?
    /// Frames that a key is kept down for one press.
    public var holdFrames = 2
    /// Frames from letting a key go to the next press.
    public var gapFrames = 2
    /// Frames within which the game shows what a press did; some paint only when the piece falls.
    public var answerFrames = 6

    public init() {}

    /// The gesture of a control by its name in scenario files; nil when there is no such control or it wasn't found.
    public subscript(name: String) -> Gesture? {
        switch name {
        case "left": left
        case "right": right
        case "rotate": rotate
        case "rotateBack": rotateBack
        case "soft": soft
        case "hard": hard
        case "hold": hold
        case "pause": pause
        case "restart": restart
        default: nil
        }
    }

    /// Names of all controls, in the order of reports.
    public static let names = ["left", "right", "rotate", "rotateBack", "soft", "hard", "hold", "pause", "restart"]
}
