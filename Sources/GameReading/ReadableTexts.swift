import WebPage

/// The texts among a surface's boxes that can still be read: those of which no later box covers the middle, and that no
/// later text is written over from the same point on.
///
/// Games that paint only what changes put a box over an old figure and write the new one on it.
enum ReadableTexts {
    /// Where a text begins, and how high it is.
    private struct Place: Hashable {
        var x, y, height: Double
    }

    static func of(_ boxes: [PaintedBox]) -> [PaintedBox] {
        guard boxes.contains(where: { $0.kind == .text }) else { return [] }
        var covers: [PaintedBox] = []
        var texts: [PaintedBox] = []
        var places: Set<Place> = []
        for box in boxes.reversed() {
            if box.kind == .text {
                // A game that never clears its canvas writes thousands of texts over one another.
                guard places.insert(Place(x: box.x, y: box.y, height: box.height)).inserted else { continue }
                let x = box.x + box.width / 2, y = box.y + box.height / 2
                let isCovered = covers.contains { x > $0.x && x < $0.x + $0.width && y > $0.y && y < $0.y + $0.height }
                if !isCovered { texts.append(box) }
            } else if box.kind == .clear || (box.alpha > 0.97 && (box.kind == .fill || box.kind == .image)) {
                covers.append(box)
            }
        }
        return texts.reversed()
    }
}
