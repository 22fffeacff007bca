import CCairo

/// What a font's `GSUB` table does to Latin text: single glyphs for others, and ligatures (OpenType specification, chapter GSUB).
/// Substitutions that depend on context are left out.
struct GlyphSubstitutions {
    private enum Subtable {
        case single([Int: Int])
        /// By the first glyph: the further ones and what stands for them all, in the font's order of preference.
        case ligature([Int: [(rest: [Int], glyph: Int)]])
    }

    /// A lookup's subtables, of which the first that fits a glyph changes it.
    private var lookups: [[Subtable]] = []
    /// Those of the features asked for that the font has.
    private(set) var features: Set<String> = []

    var isEmpty: Bool { lookups.isEmpty }

    /// - Parameters:
    ///   - language: a language system's tag such as `TRK `; nil, and one that the font doesn't know, for its default.
    ///   - wanted: tags of features.
    init(_ table: BigEndianBytes, language: String?, features wanted: Set<String>) {
        guard let scripts = table.place(at: 4, from: 0), let features = table.place(at: 6, from: 0), let list = table.place(at: 8, from: 0),
            let system = Self.languageSystem(table, scripts, language)
        else { return }
        var indices: Set<Int> = []
        for index in [table.number(at: system + 2)] + table.numbers(at: system + 4) where index != 0xFFFF {
            let record = features + 2 + index * 6
            guard index < table.number(at: features), wanted.contains(table.tag(at: record)),
                let feature = table.place(at: record + 4, from: features)
            else { continue }
            self.features.insert(table.tag(at: record))
            indices.formUnion(table.numbers(at: feature + 2))
        }
        lookups = indices.sorted().map { Self.lookup(table, list: list, index: $0) }.filter { !$0.isEmpty }
    }

    /// Where the rules of a language are in the Latin script, or in that for all scripts.
    private static func languageSystem(_ table: BigEndianBytes, _ scripts: Int, _ language: String?) -> Int? {
        let records = (0..<table.number(at: scripts)).map { scripts + 2 + $0 * 6 }
        let record = ["latn", "DFLT", "dflt"].lazy.compactMap { tag in records.first { table.tag(at: $0) == tag } }.first
        guard let record, let script = table.place(at: record + 4, from: scripts) else { return nil }
        let systems = (0..<table.number(at: script + 2)).map { script + 4 + $0 * 6 }
        if let language, let system = systems.first(where: { table.tag(at: $0) == language }) {
            return table.place(at: system + 4, from: script)
        }
        return table.place(at: script, from: script)
    }

    private static func lookup(_ table: BigEndianBytes, list: Int, index: Int) -> [Subtable] {
        guard index < table.number(at: list), let lookup = table.place(at: list + 2 + index * 2, from: list) else { return [] }
        return table.numbers(at: lookup + 4).compactMap { offset in
            var (type, place) = (table.number(at: lookup), lookup + offset)
            if type == 7 {
                type = table.number(at: place + 2)
                place += table.number(at: place + 4) << 16 | table.number(at: place + 6)
            }
            switch type {
            case 1: return single(table, place)
            case 4: return ligature(table, place)
            default: return nil
            }
        }
    }

    private static func single(_ table: BigEndianBytes, _ place: Int) -> Subtable? {
        guard let coverage = table.place(at: place + 2, from: place) else { return nil }
        let covered = glyphs(table, coverage)
        if table.number(at: place) == 1 {
            let delta = table.number(at: place + 4)
            return .single(Dictionary(covered.map { ($0, ($0 + delta) & 0xFFFF) }, uniquingKeysWith: { first, _ in first }))
        }
        return .single(Dictionary(zip(covered, table.numbers(at: place + 4)), uniquingKeysWith: { first, _ in first }))
    }

    private static func ligature(_ table: BigEndianBytes, _ place: Int) -> Subtable? {
        guard let coverage = table.place(at: place + 2, from: place) else { return nil }
        var ligatures: [Int: [(rest: [Int], glyph: Int)]] = [:]
        for (first, offset) in zip(glyphs(table, coverage), table.numbers(at: place + 4)) {
            let set = place + offset
            ligatures[first] = table.numbers(at: set).map { offset in
                let ligature = set + offset
                // The count is with the first glyph, which isn't in the list.
                let rest = 0..<max(0, table.number(at: ligature + 2) - 1)
                return (rest.map { table.number(at: ligature + 4 + $0 * 2) }, table.number(at: ligature))
            }
        }
        return .ligature(ligatures)
    }

    /// The glyphs of a coverage table in its order; a damaged table doesn't have more than there can be.
    private static func glyphs(_ table: BigEndianBytes, _ place: Int) -> [Int] {
        if table.number(at: place) == 1 { return table.numbers(at: place + 2) }
        var glyphs: [Int] = []
        for index in 0..<table.number(at: place + 2) where glyphs.count < 0x10000 {
            let (first, last) = (table.number(at: place + 4 + index * 6), table.number(at: place + 6 + index * 6))
            if first <= last { glyphs += first...last }
        }
        return glyphs
    }

    /// Replaces glyphs of a text, each with the character that it stands for; a ligature has that of its first.
    func apply<Character>(to glyphs: inout [(index: Int, character: Character)]) {
        for subtables in lookups {
            var place = 0
            while place < glyphs.count {
                _ = subtables.contains { Self.change(&glyphs, at: place, by: $0) }
                place += 1
            }
        }
    }

    /// Whether the subtable has something for the glyphs from `place` on, which is then in their place.
    private static func change<Character>(
        _ glyphs: inout [(index: Int, character: Character)], at place: Int, by subtable: Subtable
    ) -> Bool {
        let first = glyphs[place].index
        switch subtable {
        case .single(let others):
            guard let other = others[first] else { return false }
            glyphs[place].index = other
        case .ligature(let ligatures):
            let ligature = ligatures[first]?.first { ligature in
                let end = place + 1 + ligature.rest.count
                return end <= glyphs.count && zip(glyphs[place + 1..<end], ligature.rest).allSatisfy { $0.index == $1 }
            }
            guard let ligature else { return false }
            glyphs[place].index = ligature.glyph
            glyphs.removeSubrange(place + 1..<place + 1 + ligature.rest.count)
        }
        return true
    }
}
