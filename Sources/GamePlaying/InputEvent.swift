import WebPage

/// One thing that was done to a page, and when.
public struct InputEvent: Sendable, Equatable, Codable {
    public enum Action: Sendable, Hashable, Codable {
        case keyDown(KeyStroke, isRepeat: Bool)
        case keyUp(KeyStroke)
        case click(String)
        case clickAt(x: Double, y: Double)
    }

    /// Virtual milliseconds.
    public var time: Double
    public var action: Action

    public init(time: Double, action: Action) {
        self.time = time
        self.action = action
    }
}
