import GameReading

extension Player {
    /// Pushes a piece against both walls, the first time that it comes in a form or can be turned into one: some games know of
    /// the width of all pieces but one, or of that in all turns but one.
    func pushAgainstWalls() {
        guard controls.left != nil || controls.right != nil, let start = piece, !isLost, start.cells.count >= 4 else { return }
        if start.top == 0 { lowerByOne() }
        if wallsTried.contains(start.shape) { guard controls.rotate != nil, turn() != nil else { return } }
        guard let now = piece, now.top > 0, now.cells.count >= 4, wallsTried.insert(now.shape).inserted else { return }
        for direction in [-1, 1] { push(direction) }
    }

    /// Moves the piece to a side until it goes no further.
    private func push(_ direction: Int) {
        for _ in 0..<settled.columns where !hasErred(direction < 0 ? "left" : "right") {
            guard piece != nil, !isLost, slips < Self.anomaliesMax, let moved = move(direction), moved != 0 else { return }
        }
    }
}
