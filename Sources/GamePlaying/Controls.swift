import WebPage

/// What does what in a game, as found by trying.
public struct Controls: Sendable, Equatable, Codable {
    public var left, right, rotate, rotateBack, soft, hard, hold, pause, restart: Gesture?
    /// What takes the piece apart: a turn with a slip in it, perhaps beside one without.
    public var breaking: Gesture?
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

    /// These controls, and those of a finger where there is no other way.
    func completed(by touch: Controls) -> Controls {
        var controls = self
        controls.left = left ?? touch.left
        controls.right = right ?? touch.right
        controls.rotate = rotate ?? touch.rotate
        controls.soft = soft ?? touch.soft
        controls.hard = hard ?? touch.hard
        return controls
    }

    /// What does something to the piece.
    var steering: [Gesture] { [left, right, rotate, rotateBack, soft, hard, hold].compactMap(\.self) }

    /// Gesture by name, in words.
    public var words: [String: String] {
        Dictionary(uniqueKeysWithValues: Self.names.compactMap { name in self[name].map { (name, $0.description) } })
    }

    /// The same with what is no control but a slip, for those who look for slips.
    var wordsWithSlips: [String: String] {
        var words = words
        words["breaking"] = breaking?.description
        return words
    }

    /// Names of all controls, in the order of reports.
    public static let names = ["left", "right", "rotate", "rotateBack", "soft", "hard", "hold", "pause", "restart"]
}
