import CCairo

/// A text's glyphs on a line that starts at 0: of one face, or of a second, smaller one for capitals that the font doesn't have.
struct TextLine {
    struct Run {
        let face: TextFace
        var glyphs: [cairo_glyph_t]
    }

    private(set) var runs: [Run] = []
    private(set) var width = 0.0

    init(_ text: String, face: TextFace, features: TextFeatures = TextFeatures(), letterSpacing: Double = 0, wordSpacing: Double = 0) {
        guard features.capitals != .normal, features.capitals != .titling, !face.brings(features.capitals) else {
            append(text, face, features, letterSpacing, wordSpacing)
            return
        }
        for part in Self.parts(of: text, features.capitals) {
            append(part.text, part.isSmall ? TextFaces.smallCapitals(of: face) : face, features, letterSpacing, wordSpacing)
        }
    }

    private mutating func append(
        _ text: String, _ face: TextFace, _ features: TextFeatures, _ letterSpacing: Double, _ wordSpacing: Double
    ) {
        var (glyphs, length) = face.glyphs(of: text, features: features, letterSpacing: letterSpacing, wordSpacing: wordSpacing)
        if width != 0 { for index in glyphs.indices { glyphs[index].x += width } }
        runs.append(Run(face: face, glyphs: glyphs))
        width += length
    }

    /// The parts that are set large and small, those that become capitals as such.
    private static func parts(of text: String, _ capitals: TextFeatures.Capitals) -> [(text: String, isSmall: Bool)] {
        var parts: [(text: String, isSmall: Bool)] = []
        for character in text {
            let isLower = character.uppercased() != String(character)
            let isSmall = switch capitals {
            case .allSmall, .allPetite: true
            case .unicase: !isLower
            default: isLower
            }
            let set = isLower && capitals != .unicase ? character.uppercased() : String(character)
            if parts.last?.isSmall == isSmall { parts[parts.count - 1].text += set } else { parts.append((set, isSmall)) }
        }
        return parts
    }

    /// The bounds of the ink; blanks, which Cairo would count as points, have none.
    var ink: CanvasRect {
        var bounds = CanvasRect.nothing
        for run in runs {
            guard let ink = run.face.ink(of: run.glyphs) else { continue }
            bounds.add((ink.left, ink.top))
            bounds.add((ink.right, ink.bottom))
        }
        return bounds.isEmpty ? CanvasRect(left: 0, top: 0, right: 0, bottom: 0) : bounds
    }
}
