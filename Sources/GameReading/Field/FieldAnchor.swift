import WebPage

/// The box on the page that holds the playfield, by which it is found again when the page's layout moves it: a message
/// above a playfield pushes it down by more than a cell.
public struct FieldAnchor: Sendable, Equatable, Codable {
    /// The box's size, by which it is known.
    var width, height: Double
    /// From its corner to that of the playfield.
    var left, top: Double

    /// Boxes that are larger than the field by more than this factor are the page's, not the field's.
    private static let areaFactorMax = 2.0
    private static let tolerance = 0.6
    /// A ground may be a colour, a picture or a gradient.
    private static let holds: Set<PaintedBox.Kind> = [.fill, .image]

    /// The smallest box that holds a field and is the only one of its size; nil when there is none.
    public init?(of field: FieldGeometry, in boxes: [PaintedBox]) {
        let right = field.x + Double(field.columns) * field.cellWidth
        let bottom = field.y + Double(field.rows) * field.cellHeight
        let area = (right - field.x) * (bottom - field.y)
        let holders = boxes.filter { box in
            Self.holds.contains(box.kind) && box.width * box.height <= area * Self.areaFactorMax && box.x <= field.x + field.cellWidth / 4
                && box.y <= field.y + field.cellHeight / 4 && box.x + box.width >= right - field.cellWidth / 4
                && box.y + box.height >= bottom - field.cellHeight / 4
        }
        guard let holder = holders.min(by: { $0.width * $0.height < $1.width * $1.height }) else { return nil }
        width = holder.width
        height = holder.height
        left = field.x - holder.x
        top = field.y - holder.y
        guard place(in: boxes) != nil else { return nil }
    }

    /// Where the field's corner is now; nil when its box can't be told from others.
    func place(in boxes: [PaintedBox]) -> (x: Double, y: Double)? {
        var found: PaintedBox?
        for box in boxes where Self.holds.contains(box.kind) && abs(box.width - width) < Self.tolerance && abs(box.height - height) < Self.tolerance {
            if let found, abs(found.x - box.x) > Self.tolerance || abs(found.y - box.y) > Self.tolerance { return nil }
            found = box
        }
        return found.map { ($0.x + left, $0.y + top) }
    }
}
