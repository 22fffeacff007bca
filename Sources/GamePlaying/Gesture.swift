import WebPage

/// Something that a person does with a key or the mouse.
public enum Gesture: Sendable, Hashable, Codable {
    case key(KeyStroke)
    /// A click on the element that this selector finds.
    case click(String)
    /// A click on a point of the viewport, in CSS pixels.
    case clickAt(x: Double, y: Double)
}

extension Gesture: CustomStringConvertible {
    /// As the result record names it: the key itself, or `click #start`.
    public var description: String {
        switch self {
        case .key(let stroke): stroke.key
        case .click(let selector): "click \(selector)"
        case .clickAt(let x, let y): "click at \(Int(x)),\(Int(y))"
        }
    }
}
