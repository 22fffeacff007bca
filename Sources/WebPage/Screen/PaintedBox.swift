/// A rectangle on the screen and what it looks like: the common form of canvas drawing and styled elements.
public struct PaintedBox: Sendable, Hashable {
    /// What kind of drawing left the box.
    public enum Kind: UInt8, Sendable {
        case fill, stroke, image, text, clear, path, canvas
    }

    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
    /// An id from `PaintedLooks`: equal for boxes that look the same.
    public var look: Int32
    /// The opacity that the box was drawn with, 0 to 1, that of its colour included.
    public var alpha: Float
    public var kind: Kind

    public init(x: Double, y: Double, width: Double, height: Double, look: Int32, alpha: Float, kind: Kind) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.look = look
        self.alpha = alpha
        self.kind = kind
    }
}
