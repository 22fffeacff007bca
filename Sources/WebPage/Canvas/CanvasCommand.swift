/// One recorded command with its arguments; paths point into the recording.
enum CanvasCommand {
    case transform(CanvasMatrix)
    case fillPaint(CanvasPaint)
    case strokePaint(CanvasPaint)
    case globalAlpha(Double)
    case composite(Int)
    case line(width: Double, cap: Int, join: Int, miterLimit: Double)
    case lineDash(offset: Double, [Double])
    case shadow(x: Double, y: Double, blur: Double, color: UInt32)
    case font(CanvasFont)
    case smoothing(Bool)
    case filter(String)
    case clipReset
    case clip(isEvenOdd: Bool, UnsafeBufferPointer<Double>)
    case fillRect(Double, Double, Double, Double)
    case strokeRect(Double, Double, Double, Double)
    case clearRect(Double, Double, Double, Double)
    case path(UnsafeBufferPointer<Double>)
    case fill(isEvenOdd: Bool)
    case stroke
    case text(String, x: Double, y: Double, maxWidth: Double?, isStroke: Bool)
    case drawImage(resource: Int, source: CanvasArea, target: CanvasArea)
    case putImage(resource: Int, x: Int, y: Int, left: Int, top: Int, right: Int, bottom: Int)
}

/// A rectangle by corner and size.
struct CanvasArea: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
}
