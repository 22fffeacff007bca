/// What `playproof open` does with a page, in order.
public struct OpenOrder: Sendable, Codable, Equatable {
    public enum Step: Sendable, Codable, Equatable {
        case advance(milliseconds: Double)
        case press(key: String)
        case hold(key: String, milliseconds: Double)
        /// Lets time go by until the page's clock shows this.
        case advanceTo(milliseconds: Double)
        /// Puts a key down, or lets it go.
        case key(String, down: Bool)
        case click(selector: String)
        /// Prints the expression's value as JSON.
        case evaluate(expression: String)
        /// Sends the page's picture under this file name.
        case screenshot(file: String)
    }

    public var steps: [Step]
    public var framesPerSecond: Double
    /// Whether the game's state is printed at the end.
    public var showsReading: Bool

    public init(steps: [Step], framesPerSecond: Double = 60, showsReading: Bool = false) {
        self.steps = steps
        self.framesPerSecond = framesPerSecond
        self.showsReading = showsReading
    }
}
