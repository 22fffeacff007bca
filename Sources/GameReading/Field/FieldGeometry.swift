/// Where on the screen a playfield's cells are.
public struct FieldGeometry: Sendable, Equatable, Codable {
    /// The surface: 0 for the document, else the number of a canvas recording.
    public var surface: Int
    /// Canvases that lie under it as layers of the same picture, from the lowest up.
    public var lower: [Int] = []
    /// The top left corner of cell (0, 0), in the surface's pixels.
    public var x, y: Double
    /// From one cell to the next, gaps included.
    public var cellWidth, cellHeight: Double
    public var columns, rows: Int
    /// Whether a character may be a cell, or a part of one: not where pieces are seen as boxes, on which words may be written.
    public var holdsText: Bool
    /// The box on the page that holds it, where one is known.
    public var anchor: FieldAnchor?

    public init(
        surface: Int, x: Double, y: Double, cellWidth: Double, cellHeight: Double, columns: Int, rows: Int, holdsText: Bool = true
    ) {
        self.surface = surface
        self.x = x
        self.y = y
        self.cellWidth = cellWidth
        self.cellHeight = cellHeight
        self.columns = columns
        self.rows = rows
        self.holdsText = holdsText
    }

    /// The part of a cell's size that one has with its rim, where that reaches into its neighbours.
    static let rimmedPart = 1.25

    public func contains(_ cell: Cell) -> Bool {
        cell.column >= 0 && cell.column < columns && cell.row >= 0 && cell.row < rows
    }

    /// The same cells, counted in another rectangle of the lattice.
    public func limited(toColumns range: ClosedRange<Int>, rows rowRange: ClosedRange<Int>) -> FieldGeometry {
        var field = FieldGeometry(
            surface: surface, x: x + Double(range.lowerBound) * cellWidth, y: y + Double(rowRange.lowerBound) * cellHeight,
            cellWidth: cellWidth, cellHeight: cellHeight, columns: range.count, rows: rowRange.count, holdsText: holdsText)
        field.lower = lower
        if let anchor {
            field.anchor = anchor
            field.anchor?.left += field.x - x
            field.anchor?.top += field.y - y
        }
        return field
    }
}
