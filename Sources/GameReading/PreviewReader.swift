import WebPage

/// Finds the pieces that a game shows beside its playfield: the next ones, the one put by.
public struct PreviewReader {
    /// A piece that is shown, by its form and its place.
    public struct Shown: Sendable, Equatable {
        /// The cells from the form's corner.
        public var cells: [Cell]
        public var surface: Int
        /// The middle, and the size of a cell, in the surface's pixels.
        public var x, y, cellSize: Double
    }

    private let field: FieldGeometry

    public init(field: FieldGeometry) {
        self.field = field
    }

    /// A piece in a preview is drawn in cells of such sizes, in pixels.
    private static let cellSizes = 5.0...64
    private static let cellsOfPiece = 4

    /// The forms of four equal boxes each that hang together outside of the playfield, from the top down.
    /// - Parameter pictures: what is painted on each surface, with the surfaces.
    public func read(_ pictures: [(surface: Surface, boxes: [PaintedBox])]) -> [Shown] {
        pictures.flatMap { surface, boxes in
            let seen = uncovered(boxes, on: surface)
            let groups = Dictionary(grouping: seen) { Kind(look: $0.look, width: Int($0.width.rounded()), height: Int($0.height.rounded())) }
            return groups.values.flatMap { Self.forms($0, surface.id) }
        }.sorted { ($0.surface, $0.y, $0.x) < ($1.surface, $1.y, $1.x) }
    }

    private struct Kind: Hashable {
        var look: Int32
        var width, height: Int
    }

    /// Boxes of a cell's size outside of the field whose middle nothing covers that was painted later.
    private func uncovered(_ boxes: [PaintedBox], on surface: Surface) -> [PaintedBox] {
        var seen: [PaintedBox] = []
        for box in boxes where box.kind != .text && box.kind != .stroke && box.kind != .canvas {
            guard box.kind == .clear || box.alpha > 0.3 else { continue }
            if !seen.isEmpty { seen.removeAll { Self.covers(box, $0) } }
            guard box.kind != .clear, Self.cellSizes.contains(box.width), Self.cellSizes.contains(box.height),
                box.width <= box.height * 1.4, box.height <= box.width * 1.4, isOutside(box, surface)
            else { continue }
            seen.append(box)
        }
        return seen
    }

    private static func covers(_ box: PaintedBox, _ other: PaintedBox) -> Bool {
        let (x, y) = (other.x + other.width / 2, other.y + other.height / 2)
        return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
    }

    private func isOutside(_ box: PaintedBox, _ surface: Surface) -> Bool {
        let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
        guard x > 0, y > 0, x < surface.width, y < surface.height else { return false }
        guard surface.id == field.surface || field.lower.contains(surface.id) else { return true }
        return x < field.x || y < field.y || x > field.x + Double(field.columns) * field.cellWidth
            || y > field.y + Double(field.rows) * field.cellHeight
    }

    /// Parts boxes of one look into those that hang together, and keeps those that are a piece.
    private static func forms(_ boxes: [PaintedBox], _ surface: Int) -> [Shown] {
        var rest = boxes
        var forms: [Shown] = []
        while let first = rest.popLast() {
            var group = [first]
            var index = 0
            while index < group.count {
                let near = rest.filter { isNeighbour($0, of: group[index]) }
                rest.removeAll { isNeighbour($0, of: group[index]) }
                group += near
                index += 1
            }
            if group.count == cellsOfPiece, let form = form(group, surface) { forms.append(form) }
        }
        return forms
    }

    /// Cells are at most so much further apart than they are wide: a gap, or the bevel around what is seen of them.
    private static let gap = 1.7

    private static func isNeighbour(_ box: PaintedBox, of other: PaintedBox) -> Bool {
        let (x, y) = (abs(box.x - other.x) / other.width, abs(box.y - other.y) / other.height)
        return (x < 0.2 && y > 0.5 && y <= gap) || (y < 0.2 && x > 0.5 && x <= gap)
    }

    private static func form(_ boxes: [PaintedBox], _ surface: Int) -> Shown? {
        guard let size = boxes.first?.width, let left = boxes.map(\.x).min(), let top = boxes.map(\.y).min(), let right = boxes.map(\.x).max(),
            let bottom = boxes.map(\.y).max()
        else { return nil }
        let distances = boxes.flatMap { box in [box.x - left, box.y - top] }.filter { $0 > size * 0.5 }
        guard let pitch = distances.min() else { return nil }
        let cells = boxes.map { Cell(Int((($0.x - left) / pitch).rounded()), Int((($0.y - top) / pitch).rounded())) }
        guard Set(cells).count == boxes.count else { return nil }
        return Shown(
            cells: cells.sorted(), surface: surface, x: (left + right + size) / 2, y: (top + bottom + size) / 2,
            cellSize: pitch)
    }
}
