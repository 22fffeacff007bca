import WebPage

extension Page {
    /// What can be read on the page: the document's texts, then those on its canvases.
    public func shownTexts() -> [String] {
        texts().map(\.text)
            + surfaces().filter { $0.id != 0 }.flatMap { surface in
                ReadableTexts.of(boxes(ofSurface: surface.id)).map { looks.text(of: $0.look) }
            }
    }
}
