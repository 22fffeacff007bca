import WebPage

/// What was painted on a surface at one moment and was not at another.
struct BoxChange {
    /// Boxes of the earlier moment only.
    var removed: [PaintedBox]
    /// Boxes of the later moment only.
    var added: [PaintedBox]

    var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    /// Compares two pictures as multisets of boxes.
    init(from before: [PaintedBox], to after: [PaintedBox]) {
        var counts: [Key: Int] = [:]
        for box in before { counts[Key(box), default: 0] += 1 }
        added = after.filter { box in
            let key = Key(box)
            guard let count = counts[key], count > 0 else { return true }
            counts[key] = count - 1
            return false
        }
        var later: [Key: Int] = [:]
        for box in after { later[Key(box), default: 0] += 1 }
        removed = before.filter { box in
            let key = Key(box)
            guard let count = later[key], count > 0 else { return true }
            later[key] = count - 1
            return false
        }
    }

    /// A box to the tenth of a pixel.
    private struct Key: Hashable {
        var x, y, width, height: Int
        var appearance: Int64

        init(_ box: PaintedBox) {
            x = Self.tenths(box.x)
            y = Self.tenths(box.y)
            width = Self.tenths(box.width)
            height = Self.tenths(box.height)
            appearance = box.appearance
        }

        private static func tenths(_ value: Double) -> Int {
            value.magnitude < 1e8 ? Int((value * 10).rounded()) : 0
        }
    }
}
