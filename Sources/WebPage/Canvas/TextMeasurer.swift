/// Measures text in a CSS font, as `CanvasRenderingContext2D.measureText` and the layout of pages need it.
public enum TextMeasurer {
    /// What a text measures in pixels, from its starting point on the alphabetic baseline.
    public struct Measure: Sendable, Equatable {
        public var width: Double
        /// How far the ink goes to the left (positive) and right of the starting point, up and down.
        public var left: Double
        public var right: Double
        public var ascent: Double
        public var descent: Double
        public var fontAscent: Double
        public var fontDescent: Double
        /// The em square's part above the baseline.
        public var emAscent: Double
        /// How far above the alphabetic baseline the hanging and the ideographic one lie.
        public var hanging: Double
        public var ideographic: Double

        /// The form that `host.measureText` answers in.
        public var json: String {
            "[\(width),\(left),\(right),\(ascent),\(descent),\(fontAscent),\(fontDescent),\(emAscent),\(hanging),\(ideographic)]"
        }
    }

    /// Measures `text` in a font shorthand such as `bold 16px Arial, serif`.
    /// - Parameter fonts: those that the page brought along.
    static func measure(font: String, text: String, isKerned: Bool = true, fonts: FontBook = FontBook()) -> Measure {
        let style = parse(font, fonts)
        let face = TextFaces.face(family: style.family, size: style.size, weight: style.weight, isItalic: style.isItalic)
        let line = face.line(text, isKerned: isKerned)
        let extents = face.ink(of: line.glyphs)
        return Measure(
            width: line.width, left: -extents.x_bearing, right: extents.x_bearing + extents.width,
            ascent: -extents.y_bearing, descent: extents.height + extents.y_bearing,
            fontAscent: face.ascent, fontDescent: face.descent, emAscent: face.emAscent,
            hanging: face.hanging, ideographic: face.ideographic)
    }

    private static func parse(_ font: String, _ fonts: FontBook) -> (family: TextFamily, size: Double, weight: Double, isItalic: Bool) {
        var size = 10.0
        var weight = 400.0
        var isItalic = false
        var family = TextFamily.sansSerif
        for word in font.split(separator: " ") {
            if let end = word.firstRange(of: "px"), let value = Double(word[..<end.lowerBound]) {
                size = value
                family = fonts.family(list: font[word.endIndex...], weight: weight, isItalic: isItalic)
                break
            }
            switch word {
            case "bold", "bolder": weight = 700
            case "italic", "oblique": isItalic = true
            default: weight = Double(word) ?? weight
            }
        }
        return (family, size, weight, isItalic)
    }
}
