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

        /// The form that `host.measureText` answers in.
        public var json: String { "[\(width),\(left),\(right),\(ascent),\(descent),\(fontAscent),\(fontDescent)]" }
    }

    /// Measures `text` in a font shorthand such as `bold 16px Arial`; every family stands for one of two fonts.
    public static func measure(font: String, text: String) -> Measure {
        let style = parse(font)
        let face = TextFaces.face(size: style.size, weight: style.weight, isItalic: style.isItalic, isMonospaced: style.isMonospaced)
        let line = face.line(text)
        let extents = face.ink(of: line.glyphs)
        return Measure(
            width: line.width, left: -extents.x_bearing, right: extents.x_bearing + extents.width,
            ascent: -extents.y_bearing, descent: extents.height + extents.y_bearing,
            fontAscent: face.ascent, fontDescent: face.descent)
    }

    private static func parse(_ font: String) -> (size: Double, weight: Double, isItalic: Bool, isMonospaced: Bool) {
        var size = 10.0
        var weight = 400.0
        var isItalic = false
        var families: Substring = ""
        for word in font.split(separator: " ") {
            if let end = word.firstRange(of: "px"), let value = Double(word[..<end.lowerBound]) {
                size = value
                families = font[word.endIndex...]
                break
            }
            switch word {
            case "bold", "bolder": weight = 700
            case "italic", "oblique": isItalic = true
            default: weight = Double(word) ?? weight
            }
        }
        return (size, weight, isItalic, areMonospaced(families))
    }

    /// Whether the first of these font families that stands for a font here is monospaced: one that is generic, or whose
    /// name says what it is. Others are not installed, and a browser goes on to the next.
    /// - Parameter families: names with commas between, as in CSS.
    static func areMonospaced(_ families: some StringProtocol) -> Bool {
        for family in families.lowercased().split(separator: ",") {
            if monospacedNames.contains(where: { family.contains($0) }) { return true }
            if genericNames.contains(family.trimming(while: { $0 == " " || $0 == "\"" || $0 == "'" })) { return false }
        }
        return false
    }

    private static let monospacedNames = ["mono", "courier", "consolas", "menlo", "monaco", "lucida console", "terminal"]
    private static let genericNames: Set<Substring> = [
        "serif", "sans-serif", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded", "math", "emoji",
    ]
}

extension StringProtocol where SubSequence == Substring {
    /// The text without the characters at both ends that the condition holds for.
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        let start = drop(while: isTrimmed)
        let end = start.lastIndex { !isTrimmed($0) }
        return end.map { start[...$0] } ?? ""
    }
}
