import WebPage

/// One thing that was done to a page, and when.
public struct InputEvent: Sendable, Equatable, Codable {
    public enum Action: Sendable, Hashable, Codable {
        case keyDown(KeyStroke, isRepeat: Bool)
        case keyUp(KeyStroke)
        case click(String)
        case clickAt(x: Double, y: Double)
        case touchStart(x: Double, y: Double)
        case touchMove(x: Double, y: Double)
        case touchEnd(x: Double, y: Double)
        /// The whole page comes to nothing for so long, as when the machine is busy.
        case stall(milliseconds: Double)
    }

    /// Virtual milliseconds.
    public var time: Double
    public var action: Action

    public init(time: Double, action: Action) {
        self.time = time
        self.action = action
    }
}
