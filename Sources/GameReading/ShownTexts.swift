import WebPage

extension Page {
    /// What can be read on the page: the document's texts, then those on its canvases.
    public func shownTexts() -> [String] {
        texts().map(\.text)
            + surfaces().filter { $0.id != 0 }.flatMap { surface in
                ReadableTexts.of(boxes(ofSurface: surface.id)).map { looks.text(of: $0.look) }
            }
    }

    /// All figures in what can be read on the page; a comma between digits parts thousands.
    public func shownFigures() -> [Double] {
        shownTexts().flatMap { text in
            text.matches(of: /\d[\d,]*(?:\.\d+)?/).compactMap { Double($0.output.replacing(",", with: "")) }
        }
    }
}
