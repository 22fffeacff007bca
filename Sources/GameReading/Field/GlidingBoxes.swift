import WebPage

/// Pieces that come down by a few pixels at a time and are never seen to rest in a row: what is taken for their row is the
/// one that they are nearest to, counted from the surface's upper edge.
struct GlidingBoxes {
    private let width, height: Double
    /// From one row to the next.
    private let pitch: Double

    /// - Parameters:
    ///   - changes: what changed from picture to picture.
    ///   - height: that of the surface in pixels.
    /// - Returns: nil when no boxes of a size that fits into the surface a whole number of times, but for a gap or an overlap,
    ///   come down bit by bit.
    init?(changes: [BoxChange], height surfaceHeight: Double) {
        var counts: [[Int]: Int] = [:]
        for box in changes.flatMap(\.added) where box.kind == .fill || box.kind == .image || box.kind == .path {
            counts[[Int(box.width.rounded()), Int(box.height.rounded())], default: 0] += 1
        }
        guard let size = counts.max(by: { ($0.value, $1.key[0]) < ($1.value, $0.key[0]) })?.key, size[1] >= 8 else { return nil }
        let pitches = Self.gaps.map { Double(size[1] + $0) }
        guard let pitch = pitches.min(by: { Self.misfit(surfaceHeight / $0) < Self.misfit(surfaceHeight / $1) }),
            Self.misfit(surfaceHeight / pitch) < Self.tolerance, (surfaceHeight / pitch).rounded() >= Double(FieldFinder.rowRange.lowerBound)
        else { return nil }
        (width, height, self.pitch) = (Double(size[0]), Double(size[1]), pitch)
    }

    /// Pixels between two rows, negative where they overlap, the likeliest first.
    private static let gaps = [0, -1, 1, 2]

    /// By how much a number of rows misses a whole one.
    private static func misfit(_ rows: Double) -> Double { abs(rows - rows.rounded()) }

    /// By how much of a row the rows may miss the surface's height.
    private static let tolerance = 0.05

    /// The boxes, those of the size brought to the nearest row.
    func snapped(_ boxes: [PaintedBox]) -> [PaintedBox] {
        boxes.map { box in
            guard abs(box.width - width) < 1, abs(box.height - height) < 1 else { return box }
            var box = box
            box.y = (box.y / pitch).rounded() * pitch
            return box
        }
    }
}
