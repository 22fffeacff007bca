import WebPage

/// Something that a person does with a key, the mouse or a finger.
public enum Gesture: Sendable, Hashable, Codable {
    case key(KeyStroke)
    /// A click on the element that this selector finds.
    case click(String)
    /// A click on a point of the viewport, in CSS pixels.
    case clickAt(x: Double, y: Double)
    /// A finger on the middle of the element that this selector finds.
    case tap(String)
    case tapAt(x: Double, y: Double)
    /// A finger that goes from a point to the right and down by so much.
    case swipe(x: Double, y: Double, right: Double, down: Double)
}

extension Gesture {
    /// Whether a key is pressed and let go.
    var isKey: Bool {
        if case .key = self { true } else { false }
    }
}

extension Gesture: CustomStringConvertible {
    /// As the result record names it: the key itself, or `click #start`.
    public var description: String {
        switch self {
        case .key(let stroke): stroke.key
        case .click(let selector): "click \(selector)"
        case .clickAt(let x, let y): "click at \(Int(x)),\(Int(y))"
        case .tap(let selector): "tap \(selector)"
        case .tapAt(let x, let y): "tap at \(Int(x)),\(Int(y))"
        case .swipe(_, _, let right, let down):
            abs(right) > abs(down) ? "swipe \(right < 0 ? "left" : "right")" : "swipe \(down < 0 ? "up" : "down")"
        }
    }
}
