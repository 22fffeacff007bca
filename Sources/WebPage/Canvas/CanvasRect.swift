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

    init(_ box: PaintedBox) {
        self.init(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
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

    /// The bounds of a path's parts, each from one move to the next, where it has several that lie side by side; else
    /// nothing, as a ring's two circles are one thing.
    static func parts(ofPath path: UnsafeBufferPointer<Double>) -> [CanvasRect] {
        var parts: [CanvasRect] = []
        CanvasPathSegment.forEach(in: path) { segment in
            switch segment {
            case .move(let x, let y):
                if parts.last?.isEmpty == true { parts.removeLast() }
                parts.append(.nothing)
                parts[parts.count - 1].add((x, y))
            case .line(let x, let y):
                if !parts.isEmpty { parts[parts.count - 1].add((x, y)) }
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                guard !parts.isEmpty else { return }
                for point in [(x1, y1), (x2, y2), (x, y)] { parts[parts.count - 1].add(point) }
            case .close: break
            }
        }
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard (2...partsMax).contains(parts.count) else { return [] }
        let inOrder = parts.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        let overlaps = zip(inOrder.dropFirst(), inOrder).contains { !$0.insideBy(0.5).intersection($1.insideBy(0.5)).isEmpty }
        return overlaps ? [] : parts
    }

    /// More are a pattern and nothing that counts one by one.
    private static let partsMax = 1000

    private func insideBy(_ margin: Double) -> CanvasRect { expanded(by: -margin) }

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
