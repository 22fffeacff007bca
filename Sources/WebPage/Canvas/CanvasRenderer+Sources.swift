import CCairo

/// Colours, gradients and patterns as what Cairo paints with.
extension CanvasRenderer {
    /// Makes `paint` the context's source, in the space of the current transform; false when it paints nothing.
    func setSource(_ context: OpaquePointer, _ paint: CanvasPaint) -> Bool {
        switch paint {
        case .color(let color):
            Self.setColor(context, color, alpha: 1)
            return true
        case .gradient(let gradient): return setGradient(context, gradient)
        case .pattern(let resource, let repetition, let matrix): return setPattern(context, resource, repetition, matrix)
        }
    }

    private func setGradient(_ context: OpaquePointer, _ gradient: CanvasGradient) -> Bool {
        guard !gradient.stops.isEmpty, let inverse = state.matrix.inverse else { return false }
        let p = gradient.parameters
        let pattern: OpaquePointer?
        switch gradient.kind {
        case .linear:
            guard p[0] != p[2] || p[1] != p[3] else { return false }
            pattern = cairo_pattern_create_linear(p[0], p[1], p[2], p[3])
        case .radial:
            guard p[0] != p[3] || p[1] != p[4] || p[2] != p[5] else { return false }
            pattern = cairo_pattern_create_radial(p[0], p[1], p[2], p[3], p[4], p[5])
        case .conic:
            guard let surface, let filled = ConicGradient.surface(gradient, width: surface.width, height: surface.height, inverse: inverse)
            else { return false }
            cairo_set_source_surface(context, filled.pointer, 0, 0)
            return true
        }
        for stop in gradient.stops {
            let color = stop.color
            cairo_pattern_add_color_stop_rgba(
                pattern, stop.offset, Double(color >> 24) / 255, Double(color >> 16 & 255) / 255,
                Double(color >> 8 & 255) / 255, Double(color & 255) / 255)
        }
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        var matrix = inverse.cairo
        cairo_pattern_set_matrix(pattern, &matrix)
        cairo_set_source(context, pattern)
        cairo_pattern_destroy(pattern)
        return true
    }

    /// A picture that repeats one way only is laid into a larger transparent one, far beyond the bitmap the other way.
    private func setPattern(_ context: OpaquePointer, _ resource: Int, _ repetition: Int, _ own: CanvasMatrix) -> Bool {
        guard let picture = patternPicture(resource), let surface, let inverse = state.matrix.multiplied(by: own).inverse else { return false }
        var tile = picture
        if repetition == 1 || repetition == 2 {
            let reach = CanvasRect(
                x: 0, y: 0, width: Double(surface.width), height: Double(surface.height), through: inverse)
            guard let strip = Self.strip(of: picture, alongX: repetition == 1, reach: reach) else { return false }
            tile = strip
        }
        guard let pattern = cairo_pattern_create_for_surface(tile.pointer) else { return false }
        cairo_pattern_set_extend(pattern, repetition == 0 ? CAIRO_EXTEND_REPEAT : CAIRO_EXTEND_NONE)
        cairo_pattern_set_filter(pattern, state.isSmoothing ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
        var matrix = inverse.cairo
        if repetition == 1 {
            matrix.x0 -= Self.stripStart(reachLow: Self.low(surface, inverse, alongX: true), step: picture.width)
        } else if repetition == 2 {
            matrix.y0 -= Self.stripStart(reachLow: Self.low(surface, inverse, alongX: false), step: picture.height)
        }
        cairo_pattern_set_matrix(pattern, &matrix)
        cairo_set_source(context, pattern)
        cairo_pattern_destroy(pattern)
        return true
    }

    private static func low(_ surface: CairoSurface, _ inverse: CanvasMatrix, alongX: Bool) -> Double {
        let reach = CanvasRect(x: 0, y: 0, width: Double(surface.width), height: Double(surface.height), through: inverse)
        return alongX ? reach.left : reach.top
    }

    /// The multiple of the picture's side at which a strip begins.
    private static func stripStart(reachLow: Double, step: Int) -> Double {
        (reachLow / Double(step)).rounded(.down) * Double(step)
    }

    /// The picture side by side as often as the bitmap can show it.
    private static func strip(of picture: CairoSurface, alongX: Bool, reach: CanvasRect) -> CairoSurface? {
        let step = alongX ? picture.width : picture.height
        let low = alongX ? reach.left : reach.top
        let high = alongX ? reach.right : reach.bottom
        let length = Int(min(16384, high - stripStart(reachLow: low, step: step))) / step * step + step
        let strip = CairoSurface(width: alongX ? length : picture.width, height: alongX ? picture.height : length)
        guard let strip else { return nil }
        cairo_set_source_surface(strip.context, picture.pointer, 0, 0)
        cairo_pattern_set_extend(cairo_get_source(strip.context), CAIRO_EXTEND_REPEAT)
        cairo_paint(strip.context)
        return strip
    }
}
