/// A run of text that a person sees on the page.
public struct VisibleText: Sendable, Codable, Equatable {
    public var text: String
    /// The box, in CSS pixels of the viewport.
    public var x, y, width, height: Double
    /// A number for the element that holds the text, the same for as long as the page lives.
    public var elementId: Int

    public init(text: String, x: Double, y: Double, width: Double, height: Double, elementId: Int) {
        self.text = text
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.elementId = elementId
    }
}
