/// Tells when a stack is low enough to wait for several rows at once: once it has grown high, any rows are welcome until it is low again.
struct StackingPatience {
    /// Parts of the field's height.
    private static let highStack = 0.55, lowStack = 0.3

    private var isDigging = false

    mutating func waits(on stack: CellMask) -> Bool {
        let height = Double(stack.rows - stack.top) / Double(stack.rows)
        if height >= Self.highStack { isDigging = true }
        if height <= Self.lowStack { isDigging = false }
        return !isDigging
    }
}
