import CCairo
import Foundation

/// Draws a document from its painted boxes: grounds, borders, text and the canvases in it.
///
/// Images, gradients, shadows and rounded corners are left out: the picture shows what is where, not how well it is made.
struct ScreenPicture {
    private let surface: CairoSurface
    private let looks: PaintedLooks

    /// A white picture; nil for a size that can't be had.
    init?(width: Double, height: Double, looks: PaintedLooks) {
        guard let surface = CairoSurface(width: Int(width), height: Int(height)) else { return nil }
        self.surface = surface
        self.looks = looks
        cairo_set_source_rgb(surface.context, 1, 1, 1)
        cairo_paint(surface.context)
    }

    func png() -> Data { surface.png() }

    func draw(_ box: PaintedBox) {
        let parts = looks.description(of: box.look).components(separatedBy: " | ")
        if box.kind == .text { return drawText(box) }
        for part in parts {
            if part.hasPrefix("#") {
                fill(box, Self.color(part), opacity: opacityOfBox(box))
            } else if part.hasPrefix("border ") {
                drawBorder(box, part)
            }
        }
    }

    /// A canvas's pixels, stretched over its box.
    func draw(_ pixels: CairoSurface, in box: PaintedBox) {
        let context = surface.context
        cairo_save(context)
        cairo_translate(context, box.x, box.y)
        cairo_scale(context, box.width / Double(pixels.width), box.height / Double(pixels.height))
        cairo_set_source_surface(context, pixels.pointer, 0, 0)
        cairo_paint_with_alpha(context, Double(box.alpha))
        cairo_restore(context)
    }

    /// The box's opacity without that of its ground's colour, which is painted with its own.
    private func opacityOfBox(_ box: PaintedBox) -> Double {
        let ground = Double(looks.opacity(of: box.look))
        return box.kind == .fill && ground > 0 ? Double(box.alpha) / ground : Double(box.alpha)
    }

    private func fill(_ box: PaintedBox, _ color: UInt32, opacity: Double) {
        setSource(color, opacity: opacity)
        cairo_rectangle(surface.context, box.x, box.y, box.width, box.height)
        cairo_fill(surface.context)
    }

    /// `border 3px solid #rrggbbaa`, on all four sides.
    private func drawBorder(_ box: PaintedBox, _ description: String) {
        let words = description.split(separator: " ")
        guard let width = words.first(where: { $0.hasSuffix("px") }).flatMap({ Double($0.dropLast(2)) }), width > 0,
            let color = words.first(where: { $0.hasPrefix("#") })
        else { return }
        setSource(Self.color(String(color)), opacity: opacityOfBox(box))
        cairo_set_line_width(surface.context, width)
        cairo_rectangle(surface.context, box.x + width / 2, box.y + width / 2, max(box.width - width, 0), max(box.height - width, 0))
        cairo_stroke(surface.context)
    }

    private func drawText(_ box: PaintedBox) {
        let words = looks.description(of: box.look).split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        guard words.count == 5, let size = Double(words[2]) else { return }
        let face = TextFaces.face(size: size, weight: Double(words[3]) ?? 400, isItalic: false)
        let baseline = box.y + (box.height + face.ascent - face.descent) / 2
        setSource(Self.color(String(words[1])), opacity: Double(box.alpha))
        for run in TextLine(String(words[4]), face: face).runs {
            var glyphs = run.glyphs
            for index in glyphs.indices {
                glyphs[index].x += box.x
                glyphs[index].y += baseline
            }
            cairo_set_scaled_font(surface.context, run.face.scaledFont)
            cairo_show_glyphs(surface.context, glyphs, Int32(glyphs.count))
        }
    }

    private func setSource(_ color: UInt32, opacity: Double) {
        func part(_ shift: UInt32) -> Double { Double(color >> shift & 255) / 255 }
        cairo_set_source_rgba(surface.context, part(24), part(16), part(8), part(0) * opacity)
    }

    /// 0xRRGGBBAA from `#rrggbbaa`; black where it is none.
    private static func color(_ text: String) -> UInt32 {
        UInt32(text.dropFirst().prefix(8), radix: 16) ?? 255
    }
}
