import CCairo

/// Something to fill or stroke: an outline, the transform that it stands in, and the pen if it is stroked.
struct CanvasShape {
    enum Outline {
        case rect(Double, Double, Double, Double)
        case path(UnsafeBufferPointer<Double>, isEvenOdd: Bool)
        case text(TextLayout, Double, Double)
    }

    let outline: Outline
    let matrix: CanvasMatrix
    let line: CanvasDrawingState?

    init(_ outline: Outline, _ matrix: CanvasMatrix, line: CanvasDrawingState? = nil) {
        self.outline = outline
        self.matrix = matrix
        self.line = line
    }

    /// Cairo keeps coordinates in 24 bits before the point; no bitmap reaches so far.
    private static let coordinateMax = 4_000_000.0

    private static func bounded(_ value: Double) -> Double { min(max(value, -coordinateMax), coordinateMax) }

    /// Fills or strokes with the context's source.
    func draw(on context: OpaquePointer) {
        appendPath(to: context)
        guard let line else {
            if case .path(_, let isEvenOdd) = outline, isEvenOdd { cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD) }
            cairo_fill(context)
            cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
            return
        }
        var transform = matrix.cairo
        cairo_transform(context, &transform)
        setPen(line, on: context)
        cairo_stroke(context)
    }

    /// Appends the outline in the context's current space, as which the bitmap's (or a layer's) is taken.
    func appendPath(to context: OpaquePointer) {
        cairo_new_path(context)
        switch outline {
        case .rect(let x, let y, let width, let height): appendRect(to: context, x, y, width, height)
        case .path(let numbers, _): appendNumbers(numbers, to: context)
        case .text(let layout, let x, let y):
            cairo_save(context)
            var transform = matrix.cairo
            cairo_transform(context, &transform)
            layout.appendOutlines(to: context, x: x, y: y)
            cairo_restore(context)
        }
    }

    private func appendRect(to context: OpaquePointer, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let corners = [matrix.apply(x, y), matrix.apply(x + width, y), matrix.apply(x + width, y + height), matrix.apply(x, y + height)]
        cairo_move_to(context, Self.bounded(corners[0].x), Self.bounded(corners[0].y))
        if line != nil && (width == 0 || height == 0) {
            // A rectangle without area is stroked as one line.
            cairo_line_to(context, Self.bounded(corners[2].x), Self.bounded(corners[2].y))
            cairo_close_path(context)
            return
        }
        for corner in corners.dropFirst() { cairo_line_to(context, Self.bounded(corner.x), Self.bounded(corner.y)) }
        cairo_close_path(context)
    }

    /// Lines of no length are left out when stroking, lest they get caps: the standard prunes them.
    private func appendNumbers(_ numbers: UnsafeBufferPointer<Double>, to context: OpaquePointer) {
        let isStroke = line != nil
        var current = (x: 0.0, y: 0.0)
        var start = (x: 0.0, y: 0.0)
        var hasLines = false
        CanvasPathSegment.forEach(in: numbers) { segment in
            switch segment {
            case .move(let x, let y):
                current = (Self.bounded(x), Self.bounded(y))
                start = current
                hasLines = false
                cairo_move_to(context, current.x, current.y)
            case .line(let x, let y):
                let end = (x: Self.bounded(x), y: Self.bounded(y))
                if isStroke && end == current { return }
                cairo_line_to(context, end.x, end.y)
                current = end
                hasLines = true
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                let end = (x: Self.bounded(x), y: Self.bounded(y))
                let isPoint = end == current && x1 == x && y1 == y && x2 == x && y2 == y
                if isStroke && isPoint { return }
                cairo_curve_to(
                    context, Self.bounded(x1), Self.bounded(y1), Self.bounded(x2), Self.bounded(y2), end.x, end.y)
                current = end
                hasLines = true
            case .close:
                if !isStroke || hasLines { cairo_close_path(context) }
                current = start
                hasLines = false
            }
        }
    }

    private func setPen(_ line: CanvasDrawingState, on context: OpaquePointer) {
        cairo_set_line_width(context, line.lineWidth)
        cairo_set_line_cap(context, [CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE][line.lineCap % 3])
        cairo_set_line_join(context, [CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND, CAIRO_LINE_JOIN_BEVEL][line.lineJoin % 3])
        cairo_set_miter_limit(context, line.miterLimit)
        let dash = line.dash.contains { $0 > 0 } ? line.dash : []
        cairo_set_dash(context, dash, Int32(dash.count), line.dashOffset)
    }
}
