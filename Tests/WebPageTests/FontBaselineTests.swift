import Testing

@testable import WebPage

/// Tables are written out by hand, by the chapter `BASE` of the OpenType specification.
@Suite("A font's baselines")
struct FontBaselineTests {
    /// Two tags, `hang` at 500 and `ideo` at -120 units, for one script.
    private let table: [UInt8] = [
        0, 1, 0, 0, 0, 8, 0, 0,  // version, the horizontal axis at 8, no vertical one
        0, 4, 0, 14,  // its tags at 12, its scripts at 22
        0, 2, 0x68, 0x61, 0x6E, 0x67, 0x69, 0x64, 0x65, 0x6F,
        0, 1, 0x6C, 0x61, 0x74, 0x6E, 0, 8,  // one script, `latn`, at 30
        0, 6, 0, 0, 0, 0,  // its values at 36
        0, 0, 0, 2, 0, 8, 0, 12,  // two coordinates, at 44 and 48
        0, 1, 0x01, 0xF4, 0, 1, 0xFF, 0x88,
    ]

    @Test func `are those of its table`() {
        let baselines = FontBaselines(BigEndianBytes(table))
        #expect(baselines.hanging == 500)
        #expect(baselines.ideographic == -120)
    }

    @Test(arguments: [0, 4, 8, 11, 20, 29, 40, 43])
    func `are unknown where the table is cut off`(length: Int) {
        let baselines = FontBaselines(BigEndianBytes([UInt8](table.prefix(length))))
        #expect(baselines.hanging == nil || baselines.hanging == 0)
        #expect(baselines.ideographic == nil || baselines.ideographic == 0)
    }
}
