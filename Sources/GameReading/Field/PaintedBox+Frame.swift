import WebPage

extension PaintedBox {
    /// The edge of a whole surface, as a box like those painted on it.
    static func frame(width: Double, height: Double) -> PaintedBox {
        PaintedBox(x: 0, y: 0, width: width, height: height, look: -1, alpha: 1, kind: .stroke)
    }
}
