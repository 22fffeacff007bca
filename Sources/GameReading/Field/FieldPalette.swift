/// Which looks of a playfield's cells mean "empty", learned while the field was empty but for a piece.
public struct FieldPalette: Sendable, Equatable {
    /// Looks that mean empty wherever they stand: the ground, both colours of a chessboard.
    public private(set) var emptyLooks: Set<UInt64> = []
    /// For each cell the look that it has when empty, in fields where every cell's ground is its own.
    private var groundLooks: [UInt64?] = []

    /// A look that so many cells share at once, while only a piece and its ghost are in the field, is the ground.
    private static let groundCellsMin = 9

    public init() {}

    /// - Parameters:
    ///   - images: pictures of the field while its first piece falls.
    ///   - isFramed: whether they show nothing but the field; else what stays as it is belongs to the page.
    public init(learningFrom images: [FieldImage], isFramed: Bool = true) {
        guard let first = images.first else { return }
        for image in images {
            var counts: [UInt64: Int] = [:]
            for look in image.looks { counts[look, default: 0] += 1 }
            emptyLooks.formUnion(counts.filter { $0.value >= Self.groundCellsMin }.keys)
        }
        groundLooks = first.looks.indices.map { index in
            if !isFramed, images.allSatisfy({ $0.looks[index] == first.looks[index] }) { return first.looks[index] }
            return Self.ownGround(of: images.map { ($0.looks[index], $0.looks) }, emptyLooks)
        }
    }

    /// Takes cells of a colour for empty ones as well where nothing is painted on those: what lies behind the field has that
    /// colour, so that no person can tell them apart.
    public mutating func takeForGround(_ look: Int32) {
        if emptyLooks.contains(FieldImage.nothing) { emptyLooks.insert(FieldImage.opaque(look)) }
    }

    /// The look of an empty cell that no other cell has; nil where the cell shows a common ground or a piece, whose
    /// cells look alike.
    private static func ownGround(of moments: [(look: UInt64, all: [UInt64])], _ common: Set<UInt64>) -> UInt64? {
        guard let last = moments.last, !moments.contains(where: { common.contains($0.look) }) else { return nil }
        return last.all.count { $0 == last.look } == 1 ? last.look : nil
    }

    /// Calls `body` with the place, in row order, of each cell of an image that is not empty.
    public func forEachFilled(in image: FieldImage, _ body: (Int) -> Void) {
        // Neighbours mostly look alike: whether a look means empty is asked once for a run of them.
        var last: UInt64?
        var meansEmpty = false
        for (index, look) in image.looks.enumerated() {
            if look != last { (last, meansEmpty) = (look, emptyLooks.contains(look)) }
            if !meansEmpty, index >= groundLooks.count || groundLooks[index] != look { body(index) }
        }
    }
}
