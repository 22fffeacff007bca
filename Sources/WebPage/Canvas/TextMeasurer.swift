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
    static func measure(font: String, text: String, features: TextFeatures = TextFeatures(), fonts: inout FontBook) -> Measure {
        let (line, face) = line(font, text, features, &fonts)
        let ink = line.ink
        return Measure(
            width: line.width, left: -ink.left, right: ink.right, ascent: -ink.top, descent: ink.bottom,
            fontAscent: face.ascent, fontDescent: face.descent, emAscent: face.emAscent,
            hanging: face.hanging, ideographic: face.ideographic)
    }

    /// The width alone, in pixels.
    static func width(font: String, text: String, fonts: inout FontBook) -> Double {
        line(font, text, TextFeatures(), &fonts).line.width
    }

    private static func line(_ font: String, _ text: String, _ features: TextFeatures, _ fonts: inout FontBook) -> (line: TextLine, face: TextFace) {
        let style = fonts.style(of: font)
        var features = features
        if features.capitals == .normal && style.isSmallCapitals { features.capitals = .small }
        let face = TextFaces.face(family: style.family, size: style.size, weight: style.weight, isItalic: style.isItalic)
        return (TextLine(text, face: face, features: features), face)
    }
}
