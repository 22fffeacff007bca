import CCairo

/// A font that text is drawn and measured with, at a size and weight, without hinting.
final class TextFace {
    let size: Double
    let family: TextFamily
    let isBold: Bool
    let isItalic: Bool
    let scaledFont: OpaquePointer
    /// The font's own height above and below the alphabetic baseline, in whole pixels as browsers have it.
    let ascent: Double
    let descent: Double
    /// The em square's part above the baseline, by the font's typographic ascent and descent.
    let emAscent: Double
    var emDescent: Double { size - emAscent }
    /// How far above the alphabetic baseline the hanging and the ideographic one lie.
    let hanging: Double
    let ideographic: Double

    init(family: TextFamily, size: Double, isBold: Bool, isItalic: Bool) {
        (self.size, self.family, self.isBold, self.isItalic) = (size, family, isBold, isItalic)
        let face = Self.cairoFace(family, isBold: isBold, isItalic: isItalic)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        var scale = cairo_matrix_t(xx: size, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
        var identity = cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        scaledFont = cairo_scaled_font_create(face, &scale, &identity, options)
        cairo_font_options_destroy(options)
        cairo_font_face_destroy(face)
        var extents = cairo_font_extents_t()
        cairo_scaled_font_extents(scaledFont, &extents)
        ascent = extents.ascent.rounded()
        descent = extents.descent.rounded()
        emAscent = size * Self.emAscentRatio(scaledFont)
        let (hanging, ideographic) = Self.baselineRatios(scaledFont)
        self.hanging = hanging.map { $0 * size } ?? ascent * 0.8
        self.ideographic = ideographic.map { $0 * size } ?? -descent
    }

    private static func baselineRatios(_ font: OpaquePointer) -> (hanging: Double?, ideographic: Double?) {
        guard let face = cairo_ft_scaled_font_lock_face(font) else { return (nil, nil) }
        defer { cairo_ft_scaled_font_unlock_face(font) }
        let baselines = FontBaselines(face)
        let unit = Double(max(1, face.pointee.units_per_EM))
        return (baselines.hanging.map { Double($0) / unit }, baselines.ideographic.map { Double($0) / unit })
    }

    private static func cairoFace(_ family: TextFamily, isBold: Bool, isItalic: Bool) -> OpaquePointer? {
        if case .web(let id) = family, let face = WebFonts.face(id) { return face }
        return cairo_toy_font_face_create(
            family.systemName ?? "DejaVu Sans", isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
            isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    }

    /// The typographic ascent's share of ascent and descent together, which browsers make fill the em square.
    private static func emAscentRatio(_ font: OpaquePointer) -> Double {
        guard let face = cairo_ft_scaled_font_lock_face(font) else { return 0.75 }
        defer { cairo_ft_scaled_font_unlock_face(font) }
        if let table = FT_Get_Sfnt_Table(face, FT_SFNT_OS2)?.assumingMemoryBound(to: TT_OS2.self).pointee {
            let ascent = Double(table.sTypoAscender), descent = -Double(table.sTypoDescender)
            if ascent > 0 && ascent + descent > 0 { return ascent / (ascent + descent) }
        }
        let ascent = Double(face.pointee.ascender), descent = -Double(face.pointee.descender)
        return ascent + descent > 0 ? ascent / (ascent + descent) : 0.75
    }

    deinit { cairo_scaled_font_destroy(scaledFont) }

    /// A text's glyphs side by side from 0 on, and how far they reach; kerned unless letters are spaced out.
    func glyphs(
        of text: String, features: TextFeatures, letterSpacing: Double, wordSpacing: Double
    ) -> (glyphs: [cairo_glyph_t], width: Double) {
        guard let face = cairo_ft_scaled_font_lock_face(scaledFont) else { return ([], 0) }
        defer { cairo_ft_scaled_font_unlock_face(scaledFont) }
        let unit = size / Double(max(1, face.pointee.units_per_EM))
        // A null character takes no room, whatever the font has for it.
        var shaped: [(index: Int, character: Unicode.Scalar)] = text.unicodeScalars.filter { $0.value != 0 }.map {
            (Int(FT_Get_Char_Index(face, FT_ULong($0.value))), $0)
        }
        let substitutions = FontSubstitutions.of(self, face, features)
        if !substitutions.isEmpty { substitutions.apply(to: &shaped) }
        var glyphs: [cairo_glyph_t] = []
        glyphs.reserveCapacity(shaped.count)
        var pen = 0.0
        var previous: FT_UInt = 0
        for (number, scalar) in shaped {
            let index = FT_UInt(number)
            if features.isKerned && previous != 0 && index != 0 {
                var kerning = FT_Vector()
                FT_Get_Kerning(face, previous, index, FT_UInt(FT_KERNING_UNSCALED.rawValue), &kerning)
                pen += Double(kerning.x) * unit
            }
            if index != 0 || scalar != Self.ideographicSpace { glyphs.append(cairo_glyph_t(index: UInt(index), x: pen, y: 0)) }
            pen += advance(of: scalar, index) + letterSpacing * (scalar.value > 0xFFFF ? 2 : 1) + (scalar == " " ? wordSpacing : 0)
            previous = index
        }
        return (glyphs, pen)
    }

    /// Whether the font has capitals of its own of a kind; those that it lacks are made from its other letters.
    func brings(_ capitals: TextFeatures.Capitals) -> Bool {
        guard let needed = capitals.tags.first, let face = cairo_ft_scaled_font_lock_face(scaledFont) else { return true }
        defer { cairo_ft_scaled_font_unlock_face(scaledFont) }
        var features = TextFeatures()
        features.capitals = capitals
        return FontSubstitutions.of(self, face, features).features.contains(needed)
    }

    /// Opens the font's file and holds it.
    func keepOpen() {
        _ = cairo_ft_scaled_font_lock_face(scaledFont)
    }

    /// The bounds of the ink of placed glyphs; nil where all are blank.
    func ink(of glyphs: [cairo_glyph_t]) -> CanvasRect? {
        let inked = glyphs.filter { glyph in
            let extents = self.extents(of: FT_UInt(glyph.index))
            return extents.width > 0 && extents.height > 0
        }
        guard let first = inked.first else { return nil }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(scaledFont, inked, Int32(inked.count), &extents)
        // Cairo counts from the first of the glyphs.
        let left = first.x + extents.x_bearing
        return CanvasRect(
            left: left, top: extents.y_bearing, right: left + extents.width, bottom: extents.y_bearing + extents.height)
    }

    /// Fonts for emoji make all of them equally wide; a text font has some of them, or none.
    private func advance(of scalar: Unicode.Scalar, _ index: FT_UInt) -> Double {
        if scalar.value < Self.firstEmoji { return advance(of: index) }
        if index == 0 && scalar == Self.ideographicSpace { return size }
        if scalar.properties.isEmojiPresentation { return size * Self.emojiAdvance }
        return scalar.properties.isVariationSelector || scalar.properties.isJoinControl ? 0 : advance(of: index)
    }

    /// As wide as the em square, and blank in every font.
    private static let ideographicSpace: Unicode.Scalar = "\u{3000}"
    /// Below the zero width joiners and the emoji there is nothing of that kind.
    private static let firstEmoji: UInt32 = 0x200C
    /// Of an em: the advance of Noto Color Emoji, 2550 of 2048 units.
    private static let emojiAdvance = 2550.0 / 2048

    private func advance(of index: FT_UInt) -> Double { extents(of: index).x_advance }

    private func extents(of index: FT_UInt) -> cairo_text_extents_t {
        var glyph = cairo_glyph_t(index: UInt(index), x: 0, y: 0)
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(scaledFont, &glyph, 1, &extents)
        return extents
    }
}
