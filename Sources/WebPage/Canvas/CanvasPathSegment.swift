/// One piece of a recorded path, in the space of the bitmap.
enum CanvasPathSegment {
    case move(Double, Double)
    case line(Double, Double)
    case curve(Double, Double, Double, Double, Double, Double)
    case close

    /// Calls `body` with each segment of the numbers that the prelude's PathBuilder wrote.
    static func forEach(in numbers: UnsafeBufferPointer<Double>, _ body: (CanvasPathSegment) -> Void) {
        var i = 0
        while i < numbers.count {
            switch numbers[i] {
            case 0 where i + 2 < numbers.count:
                body(.move(numbers[i + 1], numbers[i + 2]))
                i += 3
            case 1 where i + 2 < numbers.count:
                body(.line(numbers[i + 1], numbers[i + 2]))
                i += 3
            case 2 where i + 6 < numbers.count:
                body(.curve(numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5], numbers[i + 6]))
                i += 7
            case 3:
                body(.close)
                i += 1
            default: return
            }
        }
    }

    /// Whether a path is one rectangle with upright sides, so that its bounds are its shape.
    static func isRectangle(_ path: UnsafeBufferPointer<Double>) -> Bool {
        guard path.count >= 12, path.count <= 16, path[0] == 0, path[3] == 1, path[6] == 1, path[9] == 1 else { return false }
        if path.count > 12, path[12] != 3, !(path[12] == 1 && path.count >= 15 && path[13] == path[1] && path[14] == path[2]) {
            return false
        }
        let upright = path[1] == path[10] && path[4] == path[7] && path[2] == path[5] && path[8] == path[11]
        let lying = path[1] == path[4] && path[7] == path[10] && path[2] == path[11] && path[5] == path[8]
        return upright || lying
    }
}
