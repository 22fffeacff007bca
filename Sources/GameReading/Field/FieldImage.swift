import WebPage

/// What a playfield's cells look like at one moment: one number a cell, equal for cells that look the same.
public struct FieldImage: Sendable, Equatable {
    public let columns: Int
    public let rows: Int
    /// Row by row from the top.
    public private(set) var looks: [UInt64]
    /// Whether something half transparent lies over the whole field, as the veil of a pause or the end.
    public private(set) var isVeiled = false
    /// Whether anything smaller than the whole field has been painted: what covers the field before that is its ground.
    private var hasContents = false
    /// The last stroke around each cell: one that a later box leaves free is still seen, whichever came first.
    private var outlines: [Int: PaintedBox] = [:]
    /// What covers the whole field, and the last box, where that is in one cell: a game may paint a cell's rim first.
    private var ground: UInt64?
    private var lastInCell: FilledCell?
    private struct FilledCell: Equatable, Sendable {
        var index: Int
        var box: PaintedBox
    }
    /// Panels of the page that lie over a part of the field, as one with the next piece.
    private var panels: [PaintedBox] = []

    /// The look of a cell on which nothing is painted.
    static let nothing: UInt64 = 0

    /// The look of a cell that is painted over with one opaque look.
    static func opaque(_ look: Int32) -> UInt64 { UInt64(truncatingIfNeeded: look) &+ 1 }

    public subscript(cell: Cell) -> UInt64 { looks[cell.row * columns + cell.column] }

    /// Samples the middle of every cell: of boxes painted one over another the last opaque one counts, with the half
    /// transparent ones over it.
    ///
    /// Decorations that leave the middle free (highlights, bevels, grid lines) don't count, except strokes of about a
    /// cell's size, since a ghost piece is often just an outline.
    public init(of boxes: [PaintedBox], in field: FieldGeometry) {
        columns = field.columns
        rows = field.rows
        looks = Array(repeating: Self.nothing, count: field.columns * field.rows)
        for box in boxes { paint(box, field) }
        outlines = [:]
        panels = []
        (ground, lastInCell) = (nil, nil)
    }

    /// What a person would see of these cells if they were painted, all alike.
    public init(columns: Int, rows: Int, filled: Set<Cell>) {
        self.columns = columns
        self.rows = rows
        looks = (0..<columns * rows).map { filled.contains(Cell($0 % columns, $0 / columns)) ? Self.opaque(0) : Self.nothing }
    }

    private mutating func paint(_ box: PaintedBox, _ field: FieldGeometry) {
        guard box.alpha > 0.02 || box.kind == .clear else { return }
        if !panels.isEmpty, isPartOfPanel(box, field) { return }
        if Self.isPanel(box, field) { panels.append(box) }
        switch box.kind {
        case .fill, .image, .path, .clear:
            guard !Self.isOrnament(box, field), let range = Self.middles(in: box, field) else { return }
            paint(box, range.columns, range.rows, field.cellWidth)
        case .stroke, .text:
            guard box.kind == .stroke || field.holdsText, let cell = Self.marked(by: box, field) else { return }
            let index = cell.row * columns + cell.column
            guard box.kind == .stroke else { return blend(box, at: index, isOpaque: false) }
            guard box.alpha > Self.hairAlphaMax else { return }
            // A line that is drawn once more over itself looks the same.
            guard outlines.updateValue(box, forKey: index) != box || box.alpha < 1 else { return }
            blend(box, at: index, isOpaque: false)
        default:
            return
        }
    }

    private mutating func paint(_ box: PaintedBox, _ columnRange: Range<Int>, _ rowRange: Range<Int>, _ cellWidth: Double) {
        let isOpaque = box.alpha > 0.97
        let coversAll = columnRange.count == columns && rowRange.count == rows
        if !isOpaque, columnRange.count == columns, hasContents, box.kind != .clear {
            if coversAll { isVeiled = true }
            // A flash may still lie over whole rows when others have come to where full ones went.
            if coversAll || box.alpha <= Self.flashAlphaMax { return }
        }
        // What is opaque hides all that was there before.
        hasContents = !coversAll || (hasContents && !isOpaque)
        if coversAll, isOpaque, box.kind != .clear { ground = Self.opaque(box.look) }
        for row in rowRange {
            for column in columnRange {
                blend(box, at: row * columns + column, isOpaque: isOpaque)
                if isOpaque { keepOutline(around: box, at: row * columns + column, cellWidth) }
            }
        }
        keepRim(around: box, at: rowRange.count * columnRange.count == 1 && isOpaque ? rowRange.lowerBound * columns + columnRange.lowerBound : nil, cellWidth)
    }

    /// A cell that is painted and then once more inside, in the field's own colour, is a hollow one.
    private mutating func keepRim(around box: PaintedBox, at index: Int?, _ cellWidth: Double) {
        defer { lastInCell = index.map { FilledCell(index: $0, box: box) } }
        guard let index, let ground, looks[index] == ground, let last = lastInCell, last.index == index, box.kind != .clear else { return }
        let rim = Self.rimPart * cellWidth
        guard Self.opaque(last.box.look) != ground, last.box.kind != .clear, last.box.x + rim <= box.x, last.box.y + rim <= box.y,
            last.box.x + last.box.width - rim >= box.x + box.width, last.box.y + last.box.height - rim >= box.y + box.height
        else { return }
        blend(last.box, at: index, isOpaque: false)
    }

    /// The part of a cell that a hollow one's rim takes on each side, at least.
    private static let rimPart = 0.06

    /// What lies over whole rows and is no denser lets a person see what is below.
    private static let flashAlphaMax: Float = 0.85

    /// Lines as faint as this tell no cell from another: where a game paints only what changes, some are painted over.
    private static let hairAlphaMax: Float = 0.12

    /// Pixels that a stroke goes beyond a box on all sides when none of it is hidden, and the part of a cell that they are
    /// where cells are large.
    private static let outlineMargin = 1.2, outlinePart = 0.04

    private mutating func keepOutline(around box: PaintedBox, at index: Int, _ cellWidth: Double) {
        guard !outlines.isEmpty, let outline = outlines[index] else { return }
        let margin = max(Self.outlineMargin, Self.outlinePart * cellWidth)
        if outline.x + margin <= box.x, outline.y + margin <= box.y, outline.x + outline.width - margin >= box.x + box.width,
            outline.y + outline.height - margin >= box.y + box.height
        {
            blend(outline, at: index, isOpaque: false)
        } else {
            outlines[index] = nil
        }
    }

    private mutating func blend(_ box: PaintedBox, at index: Int, isOpaque: Bool) {
        if box.kind == .clear {
            looks[index] = Self.nothing
        } else if isOpaque {
            looks[index] = Self.opaque(box.look)
        } else {
            let layer = UInt64(UInt32(truncatingIfNeeded: box.look)) << 8 | UInt64(box.alpha * 100)
            looks[index] = (looks[index] ^ layer) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63
        }
    }

    /// Whether a box is a spark or a bubble that passes over the field: one that is smaller than a cell and half transparent,
    /// or round and not in a cell's middle, or one that is larger, half transparent, and doesn't cover whole cells.
    private static func isOrnament(_ box: PaintedBox, _ field: FieldGeometry) -> Bool {
        let isTransparent = box.alpha <= 0.97
        guard isTransparent || box.kind == .path, box.kind != .clear else { return false }
        let (width, height) = (box.width / field.cellWidth, box.height / field.cellHeight)
        let (left, top) = ((box.x - field.x) / field.cellWidth, (box.y - field.y) / field.cellHeight)
        if width < sparkPart, height < sparkPart {
            return box.alpha < 0.995 || [left + width / 2, top + height / 2].contains { abs($0 - $0.rounded(.down) - 0.5) > leeway }
        }
        guard isTransparent else { return false }
        guard width > bubbleCells || height > bubbleCells else {
            // Pieces may glide from row to row.
            let middle = left + width / 2
            return abs(middle - middle.rounded(.down) - 0.5) > leeway
        }
        let edges = [(left, Double(field.columns)), (left + width, Double(field.columns)), (top, Double(field.rows)), (top + height, Double(field.rows))]
        return edges.contains { edge, end in edge > leeway && edge < end - leeway && abs(edge - edge.rounded()) > leeway }
    }

    /// Whether a box lies in the field and is two cells large or more, but keeps to none of the lattice's lines. The field's
    /// own ground may be shaken.
    private static func isPanel(_ box: PaintedBox, _ field: FieldGeometry) -> Bool {
        guard box.kind == .fill, box.width >= 2 * field.cellWidth, box.height >= 2 * field.cellHeight,
            box.width < Double(field.columns - 1) * field.cellWidth || box.height < Double(field.rows - 1) * field.cellHeight
        else { return false }
        let (left, top) = ((box.x - field.x) / field.cellWidth, (box.y - field.y) / field.cellHeight)
        let (right, bottom) = (left + box.width / field.cellWidth, top + box.height / field.cellHeight)
        guard left > -leeway, top > -leeway, right < Double(field.columns) + leeway, bottom < Double(field.rows) + leeway else { return false }
        return [left, top, right, bottom].allSatisfy { abs($0 - $0.rounded()) > panelLeeway }
    }

    /// Whether a box is painted on a panel and is no cell of the field that happens to come over it.
    private func isPartOfPanel(_ box: PaintedBox, _ field: FieldGeometry) -> Bool {
        guard box.kind != .clear, panels.contains(where: { $0.holds(box) }) else { return false }
        let (width, height) = (box.width / field.cellWidth, box.height / field.cellHeight)
        let middles = [(box.x - field.x) / field.cellWidth + width / 2, (box.y - field.y) / field.cellHeight + height / 2]
        return middles.contains { abs($0 - $0.rounded(.down) - 0.5) > Self.panelLeeway }
    }

    /// The part of a cell's size by which what belongs to a panel misses the field's cells.
    private static let panelLeeway = 0.1

    /// Parts of a cell's size: what is smaller is a spark unless it is a cell's middle; what is larger spans several cells;
    /// and by how much a box may miss a cell's middle or its lines.
    private static let sparkPart = 0.6, bubbleCells = 1.5, leeway = 0.2

    /// Boxes smaller than this part of a cell are sparks and dots, not cells.
    private static let leastPart = 0.3

    /// A box's left and upper edges are no part of it: one that stands half-way between two rows is in the lower one, as the
    /// stroke around it.
    private static let edge = 1e-6

    /// Columns and rows whose middles a box covers; nil when it covers none.
    private static func middles(in box: PaintedBox, _ field: FieldGeometry) -> (columns: Range<Int>, rows: Range<Int>)? {
        guard box.width >= leastPart * field.cellWidth, box.height >= leastPart * field.cellHeight else { return nil }
        let (x, width) = withoutRim(from: box.x, box.width, field.cellWidth), (y, height) = withoutRim(from: box.y, box.height, field.cellHeight)
        let left = ((x - field.x) / field.cellWidth - 0.5 + edge).rounded(.up)
        let right = ((x + width - field.x) / field.cellWidth - 0.5).rounded(.down)
        let top = ((y - field.y) / field.cellHeight - 0.5 + edge).rounded(.up)
        let bottom = ((y + height - field.y) / field.cellHeight - 0.5).rounded(.down)
        let columns = Int(max(left, 0))..<Int(max(min(right + 1, Double(field.columns)), max(left, 0)))
        let rows = Int(max(top, 0))..<Int(max(min(bottom + 1, Double(field.rows)), max(top, 0)))
        return columns.isEmpty || rows.isEmpty ? nil : (columns, rows)
    }

    /// One side of a box, of a cell's length where it is a little longer: a cell with a rim around it is still one cell, and
    /// covers the middles of two neither while it glides.
    private static func withoutRim(from start: Double, _ length: Double, _ pitch: Double) -> (start: Double, length: Double) {
        length > pitch && length <= pitch * FieldGeometry.rimmedPart ? (start + (length - pitch) / 2, pitch) : (start, length)
    }

    /// The cell that a stroke or a character of about its size is drawn into.
    private static func marked(by box: PaintedBox, _ field: FieldGeometry) -> Cell? {
        guard box.width <= field.cellWidth * 1.3, box.height <= field.cellHeight * 1.6,
            box.width >= field.cellWidth * 0.3, box.height >= field.cellHeight * 0.3
        else { return nil }
        let cell = Cell(
            Int(((box.x + box.width / 2 - field.x) / field.cellWidth).rounded(.down)),
            Int(((box.y + box.height / 2 - field.y) / field.cellHeight).rounded(.down)))
        return field.contains(cell) ? cell : nil
    }
}
