/// How characters become glyphs, beside the font: https://www.w3.org/TR/css-fonts-4/#font-rend-props.
struct TextFeatures: Hashable, Sendable {
    /// `font-variant-caps`, in the order of `FontCaps` in `canvas-2d-state.js`.
    enum Capitals: Int, Sendable { case normal, small, allSmall, petite, allPetite, unicase, titling }

    var isKerned = true
    /// Letters that are spaced out aren't joined.
    var hasLigatures = true
    var capitals = Capitals.normal
    /// The language's part of a BCP 47 tag in lower case, such as `tr`; empty where it isn't known or nothing depends on it.
    var language = ""

    init() {}

    /// - Parameter packed: as `textFeatures` of `canvas-text.js` puts it into one number: 1 without kerning, 2 without ligatures,
    ///   three bits of the capitals, and from there five bits a letter of the language.
    init(packed: Int) {
        isKerned = packed & 1 == 0
        hasLigatures = packed & 2 == 0
        capitals = Capitals(rawValue: packed >> 2 & 7) ?? .normal
        var letters = packed >> 5
        while letters > 0, let letter = UnicodeScalar(UInt32(96 + letters & 31)) {
            language.unicodeScalars.insert(letter, at: language.unicodeScalars.startIndex)
            letters >>= 5
        }
    }

    /// The features of OpenType that are on by default, and those asked for.
    var tags: Set<String> {
        var tags: Set<String> = ["ccmp", "locl", "rlig"]
        if hasLigatures { tags.formUnion(["liga", "clig"]) }
        return tags.union(capitals.tags)
    }
}

extension TextFeatures.Capitals {
    /// The features by which a font brings such capitals along; without the first they are made from its other letters.
    var tags: [String] {
        switch self {
        case .normal: []
        case .small: ["smcp"]
        case .allSmall: ["smcp", "c2sc"]
        case .petite: ["pcap"]
        case .allPetite: ["pcap", "c2pc"]
        case .unicase: ["unic"]
        case .titling: ["titl"]
        }
    }
}
