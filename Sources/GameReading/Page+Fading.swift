import WebPage

extension Page {
    /// Whether something in the document is on its way to another look, as a style's transitions bring it there.
    public var isFading: Bool { decode(Bool.self, from: "isFading") ?? false }
}
