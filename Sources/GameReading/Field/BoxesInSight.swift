import WebPage

/// What of a picture's boxes can be seen, for games that paint only what changes: a piece is wiped away with a box in the
/// colour of the ground, or with a clearing, and its own boxes stay in the record below that.
enum BoxesInSight {
    /// A box with so many times the area of another may be the ground that the other stands on.
    private static let groundArea = 9.0
    /// Boxes whose middles are in the same square of so many pixels stand at the same place.
    private static let placeSize = 4.0

    private struct Place: Hashable {
        var x, y: Int

        init(_ box: PaintedBox) {
            x = Int(((box.x + box.width / 2) / BoxesInSight.placeSize).rounded())
            y = Int(((box.y + box.height / 2) / BoxesInSight.placeSize).rounded())
        }
    }

    /// The boxes that no later one of the same place hides and that differ from the ground under them, in their order.
    static func of(_ boxes: [PaintedBox]) -> [PaintedBox] {
        var kept = [PaintedBox?](boxes)
        var places: [Place: [Int]] = [:]
        var grounds: [PaintedBox] = []
        for (index, box) in boxes.enumerated() {
            guard box.width.magnitude < 1e6, box.height.magnitude < 1e6, box.x.magnitude < 1e6, box.y.magnitude < 1e6 else { continue }
            let place = Place(box)
            if hides(box) {
                places[place]?.removeAll { earlier in
                    guard let other = kept[earlier], box.holds(other) else { return false }
                    kept[earlier] = nil
                    return true
                }
                if box.kind == .clear || isGround(box, of: grounds) { kept[index] = nil }
                if box.kind == .fill { grounds.append(box) }
            }
            if kept[index] != nil { places[place, default: []].append(index) }
        }
        return kept.compactMap(\.self)
    }

    private static func hides(_ box: PaintedBox) -> Bool {
        box.kind == .clear || (box.alpha > 0.97 && [.fill, .image, .path].contains(box.kind))
    }

    /// Whether the last large box under this one has its colour.
    private static func isGround(_ box: PaintedBox, of grounds: [PaintedBox]) -> Bool {
        let ground = grounds.last { $0.width * $0.height >= groundArea * box.width * box.height && $0.holds(box) }
        return ground?.look == box.look
    }
}
