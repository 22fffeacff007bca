/// Chooses where to put a piece, with a goal in mind.
struct PlacementChoice {
    /// Rows to complete at once; nil when any rows are welcome.
    var rowsAtOnce: Int?
    /// Whether to pile up in the middle instead of surviving.
    var towardsTheTop = false

    /// Placements in order of preference.
    func ranked(_ placements: [Placement]) -> [Placement] {
        let valued = placements.map { ($0, towardsTheTop ? pileValue($0) : value($0)) }
        return valued.sorted { $0.1 > $1.1 }.map(\.0)
    }

    private func value(_ placement: Placement) -> Double {
        guard let rowsAtOnce, rowsAtOnce > 1 else { return PlacementValue.value(of: placement) }
        if placement.rowsCleared == rowsAtOnce { return PlacementValue.value(of: placement) + 10_000 }
        // Several rows at once need a column that is kept free until a piece fills it in one go: the first, which comes last hardly
        // ever where any rows are welcome. The others are stacked as if it were a wall.
        let left = placement.resting.cells.count { $0.column == 0 } - placement.rowsCleared
        return PlacementValue.value(of: placement, walled: 1) - Double(max(left, 0)) * Self.cellInWell - (Self.fewRows[placement.rowsCleared] ?? 0)
    }

    /// What a cell that is left in the free column costs, and what one or two rows do: of several that were tried on random pieces
    /// those with which four rows at once came soonest.
    private static let cellInWell = 30.0, fewRows = [1: 20.0, 2: 5.0]

    /// High, in the middle and clearing nothing.
    private func pileValue(_ placement: Placement) -> Double {
        let middle = Double(placement.stack.columns - 1) / 2
        let distance = abs(Double(placement.resting.left + placement.resting.right) / 2 - middle)
        return -Double(placement.resting.top) - distance * 2 - Double(placement.rowsCleared) * 50
    }
}
