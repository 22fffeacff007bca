import GameReading

/// Where a game shows its next piece.
public struct PreviewPlace: Sendable, Equatable {
    public var surface: Int
    /// The middle of what was shown there first, in the surface's pixels.
    public var x, y: Double

    /// Whether what is shown is there: pieces of different kinds have their middles somewhat apart.
    func holds(_ shown: PreviewReader.Shown) -> Bool {
        surface == shown.surface && abs(x - shown.x) < 2.2 * shown.cellSize && abs(y - shown.y) < 1.3 * shown.cellSize
    }
}
