/// The cells that a moving thing left and those that it entered, from one picture to the next.
struct Rim {
    /// What moves may have so many cells: a piece, its ghost and some that change their look.
    static let cellsMax = 40

    private let left: [Cell]
    private let entered: [Cell]

    /// - Parameters:
    ///   - removed: appearances of the boxes that only the earlier picture has.
    ///   - added: those of the later one.
    ///   - grounds: the appearances of painted empty cells.
    init(_ removed: [Cell: Int64], _ added: [Cell: Int64], grounds: Set<Int64>) {
        func isEmpty(_ look: Int64?) -> Bool { look.map(grounds.contains) ?? true }
        left = removed.keys.filter { !isEmpty(removed[$0]) && isEmpty(added[$0]) }
        entered = added.keys.filter { !isEmpty(added[$0]) && isEmpty(removed[$0]) }
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
