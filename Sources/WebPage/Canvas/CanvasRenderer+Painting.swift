import CCairo

/// How shapes and pictures get onto the bitmap: alpha, compositing, shadows and filters.
extension CanvasRenderer {
    /// Fills or strokes a shape.
    func paint(_ paint: CanvasPaint, _ shape: CanvasShape) {
        guard let surface else { return }
        if case .color(let color) = paint, !state.needsLayer {
            composite(on: surface.context) { context in
                Self.setColor(context, color, alpha: state.alpha)
                shape.draw(on: context)
            }
            return
        }
        composite(alpha: state.alpha) { context in
            guard setSource(context, paint) else { return }
            shape.draw(on: context)
        }
    }

    /// Draws a part of a picture into a rectangle of user space.
    func drawImage(_ picture: CairoSurface, _ source: CanvasArea, _ target: CanvasArea) {
        guard source.width > 0, source.height > 0 else { return }
        let shape = CanvasShape(.rect(target.x, target.y, target.width, target.height), state.matrix)
        composite(alpha: state.alpha) { context in
            guard let pattern = imagePattern(picture, source, target) else { return }
            cairo_set_source(context, pattern)
            cairo_pattern_destroy(pattern)
            shape.draw(on: context)
        }
    }

    /// A source that maps `source` of the picture to `target`; whole-pixel parts are cut out, so that neighbours don't bleed in.
    private func imagePattern(_ picture: CairoSurface, _ source: CanvasArea, _ target: CanvasArea) -> OpaquePointer? {
        var origin = (x: source.x, y: source.y)
        let part: OpaquePointer?
        let isWhole = source.x == source.x.rounded() && source.y == source.y.rounded()
            && source.width == source.width.rounded() && source.height == source.height.rounded()
        if isWhole {
            part = cairo_surface_create_for_rectangle(picture.pointer, source.x, source.y, source.width, source.height)
            origin = (0, 0)
        } else {
            part = cairo_surface_reference(picture.pointer)
        }
        guard let pattern = cairo_pattern_create_for_surface(part) else { return nil }
        cairo_surface_destroy(part)
        let placed = state.matrix.multiplied(by: CanvasMatrix(
            a: target.width / source.width, d: target.height / source.height,
            e: target.x - origin.x * target.width / source.width, f: target.y - origin.y * target.height / source.height))
        guard let inverse = placed.inverse else {
            cairo_pattern_destroy(pattern)
            return nil
        }
        var matrix = inverse.cairo
        cairo_pattern_set_matrix(pattern, &matrix)
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        cairo_pattern_set_filter(pattern, state.isSmoothing ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
        return pattern
    }

    /// Runs `draw` with the context's operator set, through a layer of its own where alpha, shadow, filter or operator need one.
    private func composite(alpha: Double, _ draw: (OpaquePointer) -> Void) {
        guard let surface else { return }
        if alpha == 1 && !state.needsLayer {
            composite(on: surface.context, draw)
            return
        }
        guard let layer = CairoSurface(width: surface.width, height: surface.height) else { return }
        draw(layer.context)
        finish(layer, alpha: alpha)
        if state.hasShadow { dropShadow(alpha: alpha, draw) }
        composite(layer)
    }

    /// Makes what is drawn as faint as it is to be, and then filters it, so that what a filter adds is as faint.
    private func finish(_ layer: CairoSurface, alpha: Double) {
        layer.fade(to: alpha)
        if state.filter != "none" { CanvasFilter.apply(state.filter, to: layer) }
    }

    /// Puts a layer of the bitmap's size onto it.
    private func composite(_ layer: CairoSurface) {
        guard let surface else { return }
        if let blend = NonSeparableBlend(composite: state.composite), let mixed = surface.copy() {
            blend.mix(layer, into: mixed)
            surface.lay(mixed, CAIRO_OPERATOR_SOURCE)
            return
        }
        composite(on: surface.context) { context in
            cairo_set_source_surface(context, layer.pointer, 0, 0)
            cairo_paint(context)
        }
    }

    private func composite(on context: OpaquePointer, _ draw: (OpaquePointer) -> Void) {
        cairo_save(context)
        cairo_identity_matrix(context)
        if state.composite == CanvasOperators.copy {
            cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
            cairo_paint(context)
        }
        cairo_set_operator(context, CanvasOperators.cairo(state.composite))
        draw(context)
        cairo_new_path(context)
        cairo_restore(context)
    }

    /// https://html.spec.whatwg.org/multipage/canvas.html#when-shadows-are-drawn
    private func dropShadow(alpha: Double, _ draw: (OpaquePointer) -> Void) {
        guard let surface, state.composite != CanvasOperators.copy else { return }
        let sigma = state.shadowBlur / 2
        let margin = Int((sigma * 3).rounded(.up)) + 1
        guard let layer = CairoSurface(width: surface.width + 2 * margin, height: surface.height + 2 * margin) else { return }
        cairo_surface_set_device_offset(layer.pointer, Double(margin) + state.shadowX, Double(margin) + state.shadowY)
        draw(layer.context)
        finish(layer, alpha: alpha)
        BoxBlur.blur(layer, sigma: sigma)
        cairo_surface_set_device_offset(layer.pointer, Double(margin), Double(margin))
        guard let shadow = CairoSurface(width: surface.width, height: surface.height) else { return }
        Self.setColor(shadow.context, state.shadowColor, alpha: 1)
        cairo_mask_surface(shadow.context, layer.pointer, 0, 0)
        composite(shadow)
    }

    static func setColor(_ context: OpaquePointer, _ color: UInt32, alpha: Double) {
        cairo_set_source_rgba(
            context, Double(color >> 24) / 255, Double(color >> 16 & 255) / 255, Double(color >> 8 & 255) / 255,
            Double(color & 255) / 255 * alpha)
    }
}
