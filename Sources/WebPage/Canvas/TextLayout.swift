import CCairo

/// Where a line of canvas text goes, relative to the point that it is drawn at.
///
/// https://html.spec.whatwg.org/multipage/canvas.html#text-preparation-algorithm
struct TextLayout {
    let face: TextFace
    private let line: TextLine
    let font: CanvasFont
    /// Below 1 when the text is squeezed into a maximum width.
    let scale: Double
    let width: Double
    /// The text's left edge and alphabetic baseline.
    let left: Double
    let baseline: Double

    var ascent: Double { face.ascent }
    var descent: Double { face.descent }

    init(_ text: String, font: CanvasFont, maxWidth: Double?) {
        self.font = font
        face = TextFaces.face(family: font.family, size: font.size, weight: font.weight, isItalic: font.isItalic)
        line = TextLine(text, face: face, features: font.features, letterSpacing: font.letterSpacing, wordSpacing: font.wordSpacing)
        let natural = line.width
        scale = maxWidth.map { natural > $0 ? $0 / natural : 1 } ?? 1
        width = natural * scale
        left = -width * font.anchor
        baseline = switch font.baseline {
        case .top: face.emAscent
        case .hanging: face.hanging
        case .middle: (face.emAscent - face.emDescent) / 2
        case .alphabetic: 0
        case .ideographic: face.ideographic
        case .bottom: -face.emDescent
        }
    }

    /// Appends the outlines to the context's path, in its current space.
    func appendOutlines(to context: OpaquePointer, x: Double, y: Double) {
        cairo_save(context)
        cairo_translate(context, x + left, y + baseline)
        if scale != 1 { cairo_scale(context, scale, 1) }
        for run in line.runs {
            cairo_set_scaled_font(context, run.face.scaledFont)
            cairo_set_font_size(context, run.face.size)
            cairo_glyph_path(context, run.glyphs, Int32(run.glyphs.count))
        }
        cairo_restore(context)
    }
}
