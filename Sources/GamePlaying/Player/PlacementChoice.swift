/// Chooses where to put a piece, with a goal in mind.
struct PlacementChoice {
    /// Rows to complete at once; nil when any rows are welcome.
    var rowsAtOnce: Int?
    /// Whether to pile up in the middle instead of surviving.
    var towardsTheTop = false

    /// Rows from the top below which safety counts for more than the goal.
    private static let dangerRows = 9

    /// Placements in order of preference.
    func ranked(_ placements: [Placement], on stack: CellMask) -> [Placement] {
        let valued = placements.map { ($0, towardsTheTop ? pileValue($0) : value($0, on: stack)) }
        return valued.sorted { $0.1 > $1.1 }.map(\.0)
    }

    private func value(_ placement: Placement, on stack: CellMask) -> Double {
        var value = PlacementValue.value(of: placement)
        guard let rowsAtOnce, rowsAtOnce > 1 else { return value }
        if placement.rowsCleared == rowsAtOnce { return value + 10_000 }
        guard stack.top > Self.dangerRows else { return value }
        // Several rows at once need a column that is kept free until a piece fills it in one go: the first, which comes last hardly
        // ever where any rows are welcome.
        let intoWell = placement.resting.cells.count { $0.column == 0 }
        value -= Double(intoWell) * 60
        value -= Double(placement.rowsCleared) * 40
        // The reserved well is no fault: take back what it costs as a well.
        value += 3.3855972247263626 * Double(wellSum(placement.stack))
        return value
    }

    /// What ``PlacementValue`` counts of wells in the first column.
    private func wellSum(_ stack: CellMask) -> Int {
        var sum = 0
        var depth = 0
        for word in stack.words {
            depth = word & 0b11 == 0b10 ? depth + 1 : 0
            sum += depth
        }
        return sum
    }

    /// High, in the middle and clearing nothing.
    private func pileValue(_ placement: Placement) -> Double {
        let middle = Double(placement.stack.columns - 1) / 2
        let distance = abs(Double(placement.resting.left + placement.resting.right) / 2 - middle)
        return -Double(placement.resting.top) - distance * 2 - Double(placement.rowsCleared) * 50
    }
}
