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
    /// - Parameters:
    ///   - features: what the text asks for beside its font, which may ask for small capitals itself.
    ///   - fonts: those that the page brought along.
    static func measure(font: String, text: String, features: TextFeatures = TextFeatures(), fonts: FontBook = FontBook()) -> Measure {
        let style = parse(font, fonts)
        var features = features
        if features.capitals == .normal && style.isSmallCapitals { features.capitals = .small }
        let face = TextFaces.face(family: style.family, size: style.size, weight: style.weight, isItalic: style.isItalic)
        let line = TextLine(text, face: face, features: features)
        let ink = line.ink
        return Measure(
            width: line.width, left: -ink.left, right: ink.right, ascent: -ink.top, descent: ink.bottom,
            fontAscent: face.ascent, fontDescent: face.descent, emAscent: face.emAscent,
            hanging: face.hanging, ideographic: face.ideographic)
    }

    private struct Style {
        var family = TextFamily.sansSerif
        var size = 10.0
        var weight = 400.0
        var isItalic = false
        var isSmallCapitals = false
    }

    private static func parse(_ font: String, _ fonts: FontBook) -> Style {
        var style = Style()
        for word in font.split(separator: " ") {
            if let end = word.firstRange(of: "px"), let value = Double(word[..<end.lowerBound]) {
                style.size = value
                style.family = fonts.family(list: font[word.endIndex...], weight: style.weight, isItalic: style.isItalic)
                break
            }
            switch word {
            case "bold", "bolder": style.weight = 700
            case "italic", "oblique": style.isItalic = true
            case "small-caps": style.isSmallCapitals = true
            default: style.weight = Double(word) ?? style.weight
            }
        }
        return style
    }
}
