import WebPage

extension PaintedBox {
    /// The edge of a whole surface, as a box like those painted on it.
    static func frame(width: Double, height: Double) -> PaintedBox {
        PaintedBox(x: 0, y: 0, width: width, height: height, look: -1, alpha: 1, kind: .stroke)
    }

    /// Equal for boxes that look the same and are as opaque: some games tell full cells from empty ones by nothing else.
    var appearance: Int64 { Int64(look) << 8 | Int64((alpha * Self.opacitySteps).rounded()) }

    /// Opacities that are told apart, from none to full; fewer than a byte holds.
    private static let opacitySteps: Float = 50

    /// Whether another box lies in this one, but for a pixel.
    func holds(_ other: PaintedBox) -> Bool {
        other.x >= x - 1 && other.y >= y - 1 && other.x + other.width <= x + width + 1 && other.y + other.height <= y + height + 1
    }
}
