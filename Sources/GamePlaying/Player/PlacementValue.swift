/// What a placement is worth: Dellacherie's six features with the weights of El-Tetris (Islam El-Ashi, "El-Tetris: an
/// improvement on Pierre Dellacherie's algorithm", 2011).
enum PlacementValue {
    /// - Parameter walled: columns that count as filled, a bit each, as those beside the field do.
    static func value(of placement: Placement, walled: UInt64 = 0) -> Double {
        var stack = placement.stack
        if walled != 0 { stack.fill(columns: walled) }
        let height = Double(stack.rows) - Double(placement.resting.top + placement.resting.bottom) / 2
        return -4.500158825082766 * height
            + 3.4181268101392694 * Double(placement.rowsCleared)
            - 3.2178882868487753 * Double(rowTransitions(stack))
            - 9.348695305445199 * Double(columnTransitions(stack))
            - 7.899265427351652 * Double(holes(stack))
            - 3.3855972247263626 * Double(wellSums(stack))
    }

    /// Changes between filled and empty along the rows, with filled walls.
    private static func rowTransitions(_ stack: CellMask) -> Int {
        let wall: UInt64 = 1 | 1 << UInt64(min(stack.columns + 1, 63))
        return stack.words.reduce(0) { sum, word in
            let walled = word << 1 | wall
            let changes = (walled ^ walled >> 1) & ((1 << UInt64(min(stack.columns + 1, 63))) - 1)
            return sum + changes.nonzeroBitCount
        }
    }

    /// Changes between filled and empty down the columns, with a filled floor.
    private static func columnTransitions(_ stack: CellMask) -> Int {
        let full = (1 << UInt64(stack.columns)) &- 1 as UInt64
        var changes = 0
        var above: UInt64 = 0
        for word in stack.words {
            changes += (above ^ word).nonzeroBitCount
            above = word
        }
        return changes + (above ^ full).nonzeroBitCount
    }

    /// Empty cells with a filled one somewhere above.
    private static func holes(_ stack: CellMask) -> Int {
        var covered: UInt64 = 0
        var count = 0
        for word in stack.words {
            count += (covered & ~word).nonzeroBitCount
            covered |= word
        }
        return count
    }

    /// Sum over wells, gaps between two filled neighbours, of 1 + 2 + … + depth.
    private static func wellSums(_ stack: CellMask) -> Int {
        let walls: UInt64 = 1 << UInt64(min(stack.columns, 63))
        var depths = [Int](repeating: 0, count: stack.columns)
        var sum = 0
        for word in stack.words {
            let left = word << 1 | 1
            let right = (word | walls) >> 1
            let wells = left & right & ~word
            for column in 0..<stack.columns {
                guard wells >> UInt64(column) & 1 == 1 else {
                    depths[column] = 0
                    continue
                }
                depths[column] += 1
                sum += depths[column]
            }
        }
        return sum
    }
}
