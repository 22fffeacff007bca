/// The state that drawing commands use, built up from the commands that set it.
struct CanvasDrawingState {
    var matrix = CanvasMatrix.identity
    var fill = CanvasPaint.color(0x0000_00FF)
    var stroke = CanvasPaint.color(0x0000_00FF)
    var alpha = 1.0
    var composite = 0
    var lineWidth = 1.0
    var lineCap = 0
    var lineJoin = 0
    var miterLimit = 10.0
    var dash: [Double] = []
    var dashOffset = 0.0
    var shadowX = 0.0
    var shadowY = 0.0
    var shadowBlur = 0.0
    var shadowColor: UInt32 = 0
    var font = CanvasFont()
    var isSmoothing = true
    var filter = "none"

    var hasShadow: Bool { shadowColor & 255 != 0 && (shadowBlur != 0 || shadowX != 0 || shadowY != 0) }

    /// Whether what is drawn has to be put together by itself before it is composited.
    var needsLayer: Bool { hasShadow || filter != "none" || NonSeparableBlend(composite: composite) != nil }

    /// Takes over what a command sets; false for commands that draw, clip or name a path.
    mutating func apply(_ command: CanvasCommand) -> Bool {
        switch command {
        case .transform(let matrix): self.matrix = matrix
        case .fillPaint(let paint): fill = paint
        case .strokePaint(let paint): stroke = paint
        case .globalAlpha(let alpha): self.alpha = alpha
        case .composite(let index): composite = index
        case .line(let width, let cap, let join, let limit):
            lineWidth = width
            lineCap = cap
            lineJoin = join
            miterLimit = limit
        case .lineDash(let offset, let dash):
            dashOffset = offset
            self.dash = dash
        case .shadow(let x, let y, let blur, let color):
            shadowX = x
            shadowY = y
            shadowBlur = blur
            shadowColor = color
        case .font(let font): self.font = font
        case .smoothing(let isOn): isSmoothing = isOn
        case .filter(let text): filter = text
        default: return false
        }
        return true
    }
}
