import WebPage

extension FieldGeometry {
    /// The field where it is now, by the boxes that are painted: a page that centres its contents moves the playfield by
    /// some pixels whenever a score beside it gets another digit.
    ///
    /// Without an anchor only drifts of less than half a cell can be told; the cells must agree about it.
    public func following(_ boxes: [PaintedBox]) -> FieldGeometry {
        if let place = anchor?.place(in: boxes) {
            var field = self
            (field.x, field.y) = place
            return field
        }
        var votes: [Drift: Int] = [:]
        var count = 0
        for box in boxes where isCellSized(box) {
            let column = (box.x + box.width / 2 - x) / cellWidth - 0.5
            let row = (box.y + box.height / 2 - y) / cellHeight - 0.5
            guard column > -1, column < Double(columns), row > -1, row < Double(rows) else { continue }
            let drift = Drift(x: (column - column.rounded()) * cellWidth, y: (row - row.rounded()) * cellHeight)
            votes[drift, default: 0] += 1
            count += 1
        }
        guard let most = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 10 >= count * Self.leastTenths,
            most.key.isFelt
        else { return self }
        var field = self
        field.x += Double(most.key.halfPixelsX) / 2
        field.y += Double(most.key.halfPixelsY) / 2
        return field
    }

    /// So many tenths of the boxes must have drifted alike.
    private static let leastTenths = 7

    private func isCellSized(_ box: PaintedBox) -> Bool {
        box.kind != .canvas && box.width >= cellWidth * 0.7 && box.width <= cellWidth * Self.rimmedPart
            && box.height >= cellHeight * 0.7 && box.height <= cellHeight * Self.rimmedPart
    }

    /// A drift to the half pixel.
    private struct Drift: Hashable, Comparable {
        var halfPixelsX, halfPixelsY: Int

        init(x: Double, y: Double) {
            halfPixelsX = Int((x * 2).rounded())
            halfPixelsY = Int((y * 2).rounded())
        }

        /// Whether it is more than a rounding error.
        var isFelt: Bool { max(abs(halfPixelsX), abs(halfPixelsY)) > 1 }

        static func < (left: Drift, right: Drift) -> Bool {
            (left.halfPixelsX, left.halfPixelsY) < (right.halfPixelsX, right.halfPixelsY)
        }
    }
}
