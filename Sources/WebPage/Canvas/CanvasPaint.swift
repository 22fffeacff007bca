/// What a shape is filled or stroked with.
enum CanvasPaint: Equatable {
    /// 0xRRGGBBAA
    case color(UInt32)
    case gradient(CanvasGradient)
    /// A picture by its index; repetition 0 both ways, 1 along x, 2 along y, 3 not at all.
    case pattern(resource: Int, repetition: Int, CanvasMatrix)

    /// Whether it hides whatever it is painted over.
    var isOpaque: Bool {
        switch self {
        case .color(let color): color & 255 == 255
        case .gradient, .pattern: false
        }
    }
}

/// A gradient's geometry and stops, as its factory method got them.
struct CanvasGradient: Equatable {
    enum Kind: Int { case linear, radial, conic }

    var kind: Kind
    var parameters: [Double]
    var stops: [Stop]

    struct Stop: Equatable {
        var offset: Double
        var color: UInt32
    }
}
