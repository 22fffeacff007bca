import CCairo
import Synchronization

/// What fonts substitute for glyphs, by font and features: reading a table costs more than setting a text.
enum FontSubstitutions {
    private struct Key: Hashable {
        var family: TextFamily
        var isBold: Bool
        var isItalic: Bool
        var features: TextFeatures
    }

    private static let known = Mutex<[Key: GlyphSubstitutions]>([:])
    private static let countMax = 256

    /// - Parameter opened: the face's font, locked.
    static func of(_ face: TextFace, _ opened: FT_Face, _ features: TextFeatures) -> GlyphSubstitutions {
        var key = Key(family: face.family, isBold: face.isBold, isItalic: face.isItalic, features: features)
        key.features.isKerned = true
        return known.withLock { known in
            if let found = known[key] { return found }
            if known.count >= countMax { known.removeAll() }
            let read = GlyphSubstitutions(
                BigEndianBytes(table: "GSUB", of: opened), language: OpenTypeLanguage.tag(of: features.language), features: features.tags)
            known[key] = read
            return read
        }
    }
}
