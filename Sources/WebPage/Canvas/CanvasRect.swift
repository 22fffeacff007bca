/// A rectangle with its edges as numbers, grown point by point.
struct CanvasRect: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Contains nothing; any point that is added becomes its corner.
    static let nothing = CanvasRect(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

    init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// What a rectangle of user space occupies on the bitmap.
    init(x: Double, y: Double, width: Double, height: Double, through matrix: CanvasMatrix) {
        self = .nothing
        add(matrix.apply(x, y))
        add(matrix.apply(x + width, y))
        add(matrix.apply(x, y + height))
        add(matrix.apply(x + width, y + height))
    }

    /// The bounds of a recorded path, its control points included.
    init(path: UnsafeBufferPointer<Double>) {
        self = .nothing
        CanvasPathSegment.forEach(in: path) { segment in
            switch segment {
            case .move(let x, let y), .line(let x, let y): add((x, y))
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                add((x1, y1))
                add((x2, y2))
                add((x, y))
            case .close: break
            }
        }
    }

    var isEmpty: Bool { !(right > left && bottom > top) }

    mutating func add(_ point: (x: Double, y: Double)) {
        left = min(left, point.x)
        top = min(top, point.y)
        right = max(right, point.x)
        bottom = max(bottom, point.y)
    }

    func intersection(_ other: CanvasRect) -> CanvasRect {
        CanvasRect(
            left: max(left, other.left), top: max(top, other.top),
            right: min(right, other.right), bottom: min(bottom, other.bottom))
    }

    func expanded(by margin: Double) -> CanvasRect {
        CanvasRect(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }
}
