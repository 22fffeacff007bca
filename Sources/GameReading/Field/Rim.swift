/// The cells that a moving thing left and those that it entered, from one picture to the next.
struct Rim {
    /// What moves may have so many cells: a piece, its ghost and some that change their look.
    static let cellsMax = 40

    private let left: [Cell]
    private let entered: [Cell]

    /// - Parameters:
    ///   - removed: looks of the boxes that only the earlier picture has.
    ///   - added: those of the later one.
    ///   - background: the look of painted empty cells, if there is one.
    init(_ removed: [Cell: Int32], _ added: [Cell: Int32], background: Int32?) {
        left = removed.keys.filter { removed[$0] != background && (added[$0] == nil || added[$0] == background) }
        entered = added.keys.filter { added[$0] != background && (removed[$0] == nil || removed[$0] == background) }
    }

    /// All cells that were left or entered.
    var cells: [Cell] { left + entered }

    private var isMovement: Bool {
        !left.isEmpty && left.count == entered.count && left.count <= Self.cellsMax
    }

    /// Whether something moved down: the same columns, as many cells in each, and lower.
    var isFall: Bool {
        guard isMovement, left.map(\.column).sorted() == entered.map(\.column).sorted() else { return false }
        return entered.map(\.row).reduce(0, +) > left.map(\.row).reduce(0, +)
    }

    /// Whether something moved to a side: the same rows, as many cells in each, in other columns.
    var isShift: Bool {
        guard isMovement, left.map(\.row).sorted() == entered.map(\.row).sorted() else { return false }
        return entered.map(\.column).reduce(0, +) != left.map(\.column).reduce(0, +)
    }
}
