import WebPage

/// Finds the playfield among what a page paints, by its falling piece.
///
/// Nothing is known of the game but this: a playfield is a lattice of boxes of one size in which, from one moment to
/// another, a few boxes move down or sideways together.
public struct FieldFinder {
    /// A playfield as it appears, with what speaks for it.
    public struct Candidate: Sendable {
        public var field: FieldGeometry
        /// How many steps down were seen.
        public var falls: Int
        /// How many steps to a side were seen.
        public var shifts: Int
        /// Whether something painted bounds it; else the walls and the floor have still to be found.
        public var isFramed = true
    }

    /// Fewest and most columns and rows that a playfield can have.
    static let columnRange = 4...40
    static let rowRange = 8...60

    /// Searches pictures of one surface, taken one after another while a game may be running.
    /// - Parameters:
    ///   - pictures: the surface's boxes at each moment.
    ///   - surface: the surface's number.
    ///   - width: its size in pixels.
    ///   - height: the same.
    ///   - scale: CSS pixels that one of its pixels is wide on the page.
    ///   - containers: what may bound a field without being painted, asked for where nothing painted does.
    /// - Returns: the most convincing playfield, or nil when nothing moves like a piece.
    public static func find(
        in pictures: [[PaintedBox]], surface: Int, width: Double, height: Double, scale: Double = 1,
        containers: @escaping () -> [PaintedBox] = { [] }
    ) -> Candidate? {
        func finder(_ pictures: [[PaintedBox]]) -> FieldFinder {
            FieldFinder(
                changes: zip(pictures, pictures.dropFirst()).map { BoxChange(from: $0, to: $1) }.filter { !$0.isEmpty },
                last: pictures.last ?? [], surface: surface, width: width, height: height, scale: scale,
                containers: containers)
        }
        let pictures = pictures.last.map(piles) == true ? pictures.map(BoxesInSight.of) : pictures
        let plain = finder(pictures)
        guard !plain.changes.isEmpty else { return nil }
        if let groups = CharacterGroups(changes: plain.changes), let best = finder(pictures.map(groups.joined)).best(), best.falls > 0 {
            return best
        }
        let best = plain.best()
        if let best, best.falls > 0 { return best }
        let seen = finder(pictures.map(BoxesInSight.of)).best() ?? finder(still(pictures)).best()
        if let seen, seen.falls > 0 { return seen }
        let gliding = GlidingBoxes(changes: plain.changes, height: height).map { finder(pictures.map($0.snapped)).best() } ?? nil
        if let gliding, gliding.falls >= glidesMin { return gliding }
        return seen ?? best
    }

    /// Rows that a piece must come down before what is never seen in a row is taken for one: much glides on pages.
    private static let glidesMin = 3

    /// Boxes from which on it is looked whether most of them lie under others.
    private static let pileMin = 300

    /// Whether the same places are painted again and again without ever being cleared.
    private static func piles(_ boxes: [PaintedBox]) -> Bool {
        guard boxes.count >= pileMin else { return false }
        let places = Set(boxes.map { [$0.x, $0.y, $0.width, $0.height] })
        return boxes.count > 2 * places.count
    }

    /// The pictures that look like the one before: pieces that glide from row to row lie on the cells only while they rest.
    private static func still(_ pictures: [[PaintedBox]]) -> [[PaintedBox]] {
        zip(pictures, pictures.dropFirst()).filter { $0 == $1 }.map(\.1)
    }

    private func best() -> Candidate? {
        let all = changes, small = all.filter { $0.removed.count + $0.added.count <= Self.smallChangeMax }
        // A page that moves as a whole leaves boxes off the lattice on which pieces fall before or after, and so does a preview.
        let candidates = sizes().compactMap { size in
            candidate(size, latticeOf: all) ?? candidate(size, latticeOf: small)
                ?? small.prefix(Self.changesAlone).compactMap { candidate(size, latticeOf: [$0]) }.max { $0.falls < $1.falls }
        }
        let framed = candidates.filter(\.isFramed)
        return (framed.isEmpty ? candidates : framed).max { $0.falls + $0.shifts < $1.falls + $1.shifts }
    }

    /// So many changes are looked at one by one where all together lie on no lattice.
    private static let changesAlone = 6

    private let changes: [BoxChange]
    private let last: [PaintedBox]
    private let surface: Int
    private let width, height: Double
    private let scale: Double
    private let containers: () -> [PaintedBox]

    private struct Size: Hashable {
        var width, height: Int
    }

    /// Sizes of cells in CSS pixels.
    private static let cellSizes = 4.0...120

    private func isCellLike(_ box: PaintedBox) -> Bool {
        guard box.kind != .clear, box.kind != .canvas else { return false }
        guard Self.cellSizes.contains(box.width * scale), Self.cellSizes.contains(box.height * scale) else { return false }
        let slimmest = box.kind == .text ? 2.6 : 2.1
        return box.width <= box.height * slimmest && box.height <= box.width * slimmest
    }

    /// Sizes of the boxes that change, the most frequent and largest first.
    private func sizes() -> [Size] {
        var counts: [Size: Int] = [:]
        for change in changes {
            for box in change.removed + change.added where isCellLike(box) { counts[Self.size(box), default: 0] += 1 }
        }
        let ranked = counts.sorted { ($0.value, $0.key.width, $0.key.height) > ($1.value, $1.key.width, $1.key.height) }
        return ranked.prefix(6).map(\.key)
    }

    private static func size(_ box: PaintedBox) -> Size {
        Size(width: Int(box.width.rounded()), height: Int(box.height.rounded()))
    }

    /// Boxes that a falling piece changes at most, with its ghost, a preview and figures.
    private static let smallChangeMax = 80

    /// - Parameter telling: the changes that tell where the lattice is.
    private func candidate(_ size: Size, latticeOf telling: [BoxChange]) -> Candidate? {
        func ofSize(_ boxes: [PaintedBox]) -> [PaintedBox] { boxes.filter { isCellLike($0) && Self.size($0) == size } }
        let moving = telling.flatMap { ofSize($0.removed) + ofSize($0.added) }
        guard let lattice = Lattice(of: moving) else { return nil }
        let looks = changes.map { (removed: Self.cells(ofSize($0.removed), lattice), added: Self.cells(ofSize($0.added), lattice)) }
        let rims = Self.grounds(ofSize(last)).map { grounds in looks.map { Rim($0.removed, $0.added, grounds: grounds) } }
            .max { $0.count(where: \.isFall) < $1.count(where: \.isFall) } ?? []
        let falls = rims.count(where: \.isFall)
        let shifts = rims.count(where: \.isShift)
        guard falls + shifts > 0 else { return nil }
        // The first picture of a field is painted all at once, with what is beside it.
        let cells = changes.map { ofSize($0.removed) + ofSize($0.added) }.filter { $0.count <= 2 * Rim.cellsMax }
            .flatMap { $0.compactMap(lattice.cell) }
        // Figures beside the field change too: what moves like a piece is surely in it.
        let pieces = rims.filter { $0.isFall || $0.isShift }.flatMap(\.cells)
        let places = [cells, pieces].compactMap(Span.init)
        let holdsText = moving.allSatisfy { $0.kind == .text }
        func candidate(_ field: FieldGeometry, isFramed: Bool = true) -> Candidate {
            var field = field
            field.holdsText = holdsText
            return Candidate(field: field, falls: falls, shifts: shifts, isFramed: isFramed)
        }
        let block = places.lazy.compactMap { paintedBlock(lattice, from: $0.from, to: $0.to) }.first
        if let field = block ?? places.lazy.compactMap({ smallestFrame(lattice, $0) }).first {
            return candidate(field)
        }
        if let span = places.last, let field = smallest(of: containers(), lattice, span) { return candidate(field) }
        guard falls > 0, let field = surroundings(of: pieces, lattice) else { return nil }
        return candidate(field, isFramed: false)
    }

    /// Columns to each side of a piece, and rows from its top, that are looked at where nothing painted bounds the field.
    private static let columnsAround = 14
    private static let rowsBelow = 40

    /// What lies around and below a piece, as far as the surface goes.
    private func surroundings(of piece: [Cell], _ lattice: Lattice) -> FieldGeometry? {
        guard let left = piece.map(\.column).min(), let right = piece.map(\.column).max(), let top = piece.map(\.row).min() else { return nil }
        let first = Int((-lattice.originX / lattice.pitchX).rounded(.up)), last = Int(((width - lattice.originX) / lattice.pitchX).rounded(.down)) - 1
        let bottom = Int(((height - lattice.originY) / lattice.pitchY).rounded(.down)) - 1
        let columns = max(left - Self.columnsAround, first)...max(min(right + Self.columnsAround, last), right)
        guard left >= columns.lowerBound, bottom > top else { return nil }
        return geometry(lattice, columns: columns, rows: top...min(bottom, top + Self.rowsBelow))
    }

    /// Appearances of the boxes on the lattice's cells; of several on one cell the last, which lies on top.
    private static func cells(_ boxes: [PaintedBox], _ lattice: Lattice) -> [Cell: Int64] {
        var looks: [Cell: Int64] = [:]
        for box in boxes { if let cell = lattice.cell(of: box) { looks[cell] = box.appearance } }
        return looks
    }

    /// What may be the looks of the empty cells, in games that paint them too: that of most boxes of the size, or with it all
    /// that many have, as where the rows in which pieces appear are painted otherwise.
    private static func grounds(_ boxes: [PaintedBox]) -> [Set<Int64>] {
        var counts: [Int64: Int] = [:]
        for box in boxes { counts[box.appearance, default: 0] += 1 }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > Rim.cellsMax else { return [[]] }
        let many = Set(counts.filter { $0.value >= groundCellsMin }.keys)
        return many.count > 1 ? [[most.key], many] : [[most.key]]
    }

    /// Two rows of which a piece hides four cells.
    private static let groundCellsMin = 16

    /// The smallest rectangle of the lattice around some cells.
    private struct Span {
        var from, to: Cell

        init?(_ cells: [Cell]) {
            guard let left = cells.map(\.column).min(), let right = cells.map(\.column).max(), let top = cells.map(\.row).min(),
                let bottom = cells.map(\.row).max()
            else { return nil }
            from = Cell(left, top)
            to = Cell(right, bottom)
        }
    }

    /// The smallest box around what moves, or the whole surface, where the cells aren't painted one by one.
    private func smallestFrame(_ lattice: Lattice, _ span: Span) -> FieldGeometry? {
        smallest(of: last.filter { $0.kind != .text } + [PaintedBox.frame(width: width, height: height), partBesidePanels(lattice, span)], lattice, span)
    }

    /// What panels of the surface's whole height, as one with score and next piece, leave of the surface around what moves.
    private func partBesidePanels(_ lattice: Lattice, _ span: Span) -> PaintedBox {
        let start = lattice.originX + Double(span.from.column) * lattice.pitchX
        let end = lattice.originX + Double(span.to.column + 1) * lattice.pitchX
        let panels = last.filter {
            $0.kind == .fill && $0.alpha > 0.97 && $0.y < 1 && $0.y + $0.height > height - 1 && $0.width >= 2 * lattice.pitchX
        }
        let left = panels.map { $0.x + $0.width }.filter { $0 < start + lattice.pitchX / 2 }.max() ?? 0
        let right = panels.map(\.x).filter { $0 > end - lattice.pitchX / 2 }.min() ?? width
        var part = PaintedBox.frame(width: right - left, height: height)
        part.x = left
        return part
    }

    private func smallest(of frames: [PaintedBox], _ lattice: Lattice, _ span: Span) -> FieldGeometry? {
        frames.compactMap { frame($0, lattice, from: span.from, to: span.to) }.min { $0.columns * $0.rows < $1.columns * $1.rows }
    }

    private func geometry(_ lattice: Lattice, columns: ClosedRange<Int>, rows: ClosedRange<Int>) -> FieldGeometry? {
        guard Self.columnRange.contains(columns.count), Self.rowRange.contains(rows.count) else { return nil }
        return FieldGeometry(
            surface: surface, x: lattice.originX + Double(columns.lowerBound) * lattice.pitchX,
            y: lattice.originY + Double(rows.lowerBound) * lattice.pitchY,
            cellWidth: lattice.pitchX, cellHeight: lattice.pitchY, columns: columns.count, rows: rows.count)
    }

    /// The block of cells around what moves that are all painted, one by one.
    private func paintedBlock(_ lattice: Lattice, from: Cell, to: Cell) -> FieldGeometry? {
        var looks: [Cell: Int32] = [:]
        for box in last.filter(isCellLike) { if let cell = lattice.cell(of: box) { looks[cell] = box.look } }
        // Grows from the moving cells over rows and columns that are painted without a hole.
        var columns = from.column...to.column
        var rows = from.row...to.row
        var inside: Set<Int32?>?
        // A wall is of one look, and of one that nothing inside has.
        func isWall(_ line: [Int32?]) -> Bool {
            guard let inside, let look = line.first else { return false }
            return line.count > 1 && !inside.contains(look) && line.allSatisfy { $0 == look }
        }
        func isFull(_ columnRange: ClosedRange<Int>, _ rowRange: ClosedRange<Int>) -> Bool {
            let line = columnRange.flatMap { column in rowRange.map { looks[Cell(column, $0)] } }
            return line.allSatisfy { $0 != nil } && !isWall(line)
        }
        guard isFull(columns, rows) else { return nil }
        inside = Set(columns.flatMap { column in rows.map { looks[Cell(column, $0)] } })
        while isFull(columns.lowerBound - 1...columns.lowerBound - 1, rows) { columns = columns.lowerBound - 1...columns.upperBound }
        while isFull(columns.upperBound + 1...columns.upperBound + 1, rows) { columns = columns.lowerBound...columns.upperBound + 1 }
        while isFull(columns, rows.lowerBound - 1...rows.lowerBound - 1) { rows = rows.lowerBound - 1...rows.upperBound }
        while isFull(columns, rows.upperBound + 1...rows.upperBound + 1) { rows = rows.lowerBound...rows.upperBound + 1 }
        return geometry(lattice, columns: columns, rows: rows)
    }

    /// The cells inside a box, when it holds all that moves, its edges lie near the lattice's lines and it is not
    /// one of the cells.
    private func frame(_ box: PaintedBox, _ lattice: Lattice, from: Cell, to: Cell) -> FieldGeometry? {
        let left = Int(((box.x - lattice.originX) / lattice.pitchX - 0.35).rounded(.up))
        let right = Int(((box.x + box.width - lattice.originX) / lattice.pitchX + 0.35).rounded(.down)) - 1
        let top = Int(((box.y - lattice.originY) / lattice.pitchY - 0.35).rounded(.up))
        let bottom = Int(((box.y + box.height - lattice.originY) / lattice.pitchY + 0.35).rounded(.down)) - 1
        guard left <= from.column, right >= to.column, top <= max(from.row, 0) || top <= from.row, bottom >= to.row else { return nil }
        return geometry(lattice, columns: left...right, rows: top...bottom)
    }
}
