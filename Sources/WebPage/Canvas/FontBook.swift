import Foundation

/// The fonts of one page, by the names that it gave them.
struct FontBook {
    private struct Font {
        var id: Int
        var weight: Double
        var isItalic: Bool
    }

    private var fonts: [String: [Font]] = [:]
    /// Shorthands that have been read: a page asks for the same few all the time.
    private var styles: [String: FontStyle] = [:]
    private static let stylesMax = 500

    /// Takes up a font file under a family's name; false when the file is no font.
    mutating func add(_ data: Data, family: String, weight: Double, isItalic: Bool) -> Bool {
        guard let id = WebFonts.add(data) else { return false }
        fonts[family.lowercased(), default: []].append(Font(id: id, weight: weight, isItalic: isItalic))
        styles = [:]
        return true
    }

    /// What a font shorthand asks for.
    mutating func style(of font: String) -> FontStyle {
        if let known = styles[font] { return known }
        if styles.count >= Self.stylesMax { styles = [:] }
        let style = FontStyle(font, self)
        styles[font] = style
        return style
    }

    /// The first family of a `font-family` list that there is, as `"Press Start 2P", monospace`.
    func family(list: some StringProtocol, weight: Double, isItalic: Bool) -> TextFamily {
        for item in list.split(separator: ",") {
            let name = item.drop(while: \.isWhitespace).trimmingCharacters(in: CharacterSet(charactersIn: "\"' "))
            if let fonts = fonts[name.lowercased()] { return .web(Self.best(of: fonts, weight: weight, isItalic: isItalic)) }
            if let family = TextFamily(builtIn: name) { return family }
        }
        return .sansSerif
    }

    /// The slant first, then the nearest weight; of two the one that came last.
    private static func best(of fonts: [Font], weight: Double, isItalic: Bool) -> Int {
        func distance(_ font: Font) -> Double { (font.isItalic == isItalic ? 0 : 10_000) + abs(font.weight - weight) }
        return fonts.reversed().min { distance($0) < distance($1) }?.id ?? 0
    }
}
