import Testing

@testable import WebPage

/// Tables are written out by hand, by the chapter `GSUB` of the OpenType specification.
@Suite("What a font substitutes for glyphs")
struct GlyphSubstitutionTests {
    /// One script, `latn`, with Turkish apart; two features: `liga` joins the glyphs 5 and 6 to 90, and 5, 5 and 6 to 91; `smcp`
    /// makes 105 of 5. Turkish has the second only.
    private static let bytes: [UInt8] = [
        0, 1, 0, 0, 0, 10, 0, 44, 0, 70,  // version, scripts at 10, features at 44, lookups at 70
        0, 1, 0x6C, 0x61, 0x74, 0x6E, 0, 8,  // `latn` at 18
        0, 10, 0, 1, 0x54, 0x52, 0x4B, 0x20, 0, 18,  // its default at 28, `TRK ` at 36
        0, 0, 0xFF, 0xFF, 0, 1, 0, 0,  // the first feature
        0, 0, 0xFF, 0xFF, 0, 1, 0, 1,  // the second
        0, 2, 0x6C, 0x69, 0x67, 0x61, 0, 14, 0x73, 0x6D, 0x63, 0x70, 0, 20,  // `liga` at 58, `smcp` at 64
        0, 0, 0, 1, 0, 0,  // lookup 0
        0, 0, 0, 1, 0, 1,  // lookup 1
        0, 2, 0, 6, 0, 48,  // lookups at 76 and 118
        0, 4, 0, 0, 0, 1, 0, 8,  // of ligatures, at 84
        0, 1, 0, 8, 0, 1, 0, 14,  // covering what is at 92; the set at 98
        0, 1, 0, 1, 0, 5,
        0, 2, 0, 6, 0, 14,  // two ligatures, at 104 and 112
        0, 91, 0, 3, 0, 5, 0, 6,
        0, 90, 0, 2, 0, 6,
        0, 1, 0, 0, 0, 1, 0, 8,  // of single glyphs, at 126
        0, 1, 0, 6, 0, 100,  // 100 more, for those at 132
        0, 1, 0, 1, 0, 5,
    ]

    private func result(_ glyphs: [Int], language: String? = nil, features: Set<String>, bytes: [UInt8] = bytes) -> [Int] {
        let substitutions = GlyphSubstitutions(BigEndianBytes(bytes), language: language, features: features)
        var shaped = glyphs.map { (index: $0, character: ()) }
        substitutions.apply(to: &shaped)
        return shaped.map(\.index)
    }

    @Test func `joins glyphs to ligatures, the longer first`() {
        #expect(result([5, 6, 7, 5, 5, 6, 5], features: ["liga"]) == [90, 7, 91, 5])
    }

    @Test func `leaves alone what isn't asked for`() {
        #expect(result([5, 6], features: ["smcp"]) == [5, 6])
    }

    @Test func `depends on the language`() {
        #expect(result([5, 6], language: "TRK ", features: ["liga", "smcp"]) == [105, 6])
        #expect(result([5, 6], language: "DEU ", features: ["liga", "smcp"]) == [90])
    }

    @Test func `harms nothing where the table is cut off`() {
        for length in 0..<Self.bytes.count {
            let glyphs = result([5, 6, 5], language: "TRK ", features: ["liga", "smcp"], bytes: [UInt8](Self.bytes.prefix(length)))
            #expect(!glyphs.isEmpty)
        }
    }

    @Test func `is asked for by a language and capitals that come in one number`() {
        let turkish = TextFeatures(packed: 2 | 1 << 2 | (20 * 32 + 18) << 5)
        #expect(turkish.language == "tr")
        #expect(OpenTypeLanguage.tag(of: turkish.language) == "TRK ")
        #expect(turkish.tags == ["ccmp", "locl", "rlig", "smcp"])
        #expect(TextFeatures(packed: 0) == TextFeatures())
    }
}
