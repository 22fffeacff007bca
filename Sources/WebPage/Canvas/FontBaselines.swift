import CCairo

/// Where a font's hanging and ideographic baselines lie, by its `BASE` table (OpenType specification, chapter BASE).
struct FontBaselines {
    /// Heights above the alphabetic baseline in the font's units; nil where the table doesn't tell.
    private(set) var hanging: Int?
    private(set) var ideographic: Int?

    /// Reads the table of an open font; most fonts have none.
    init(_ face: FT_Face) {
        self.init(table: Self.table(of: face))
    }

    /// - Parameter bytes: the table as it stands in the font's file.
    init(table bytes: [UInt8]) {
        let table = BigEndianBytes(bytes)
        guard let axis = table.place(at: 4, from: 0), let tags = table.place(at: axis, from: axis),
            let scripts = table.place(at: axis + 2, from: axis), let values = Self.values(table, scripts)
        else { return }
        hanging = Self.coordinate(of: "hang", table, tags: tags, values: values)
        ideographic = Self.coordinate(of: "ideo", table, tags: tags, values: values)
    }

    private static func table(of face: FT_Face) -> [UInt8] {
        let tag: FT_ULong = 0x4241_5345
        var length: FT_ULong = 0
        guard FT_Load_Sfnt_Table(face, tag, 0, nil, &length) == 0, length < 1 << 20 else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        guard FT_Load_Sfnt_Table(face, tag, 0, &bytes, &length) == 0 else { return [] }
        return bytes
    }

    /// Where the values of the Latin script are, or else those of the first script.
    private static func values(_ table: BigEndianBytes, _ scripts: Int) -> Int? {
        let records = (0..<table.number(at: scripts)).map { scripts + 2 + $0 * 6 }
        guard let record = records.first(where: { table.tag(at: $0) == "latn" }) ?? records.first else { return nil }
        return table.place(at: record + 4, from: scripts).flatMap { table.place(at: $0, from: $0) }
    }

    private static func coordinate(of name: String, _ table: BigEndianBytes, tags: Int, values: Int) -> Int? {
        guard let index = (0..<table.number(at: tags)).first(where: { table.tag(at: tags + 2 + $0 * 4) == name }),
            index < table.number(at: values + 2), let place = table.place(at: values + 4 + index * 2, from: values)
        else { return nil }
        return Int(Int16(truncatingIfNeeded: table.number(at: place + 2)))
    }
}

/// Bytes of a font's table; what lies beyond the end reads as 0, so that a damaged table does no harm.
private struct BigEndianBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func number(at index: Int) -> Int {
        index >= 0 && index + 1 < bytes.count ? Int(bytes[index]) << 8 | Int(bytes[index + 1]) : 0
    }

    /// Where the offset at `index` leads, counted from `start`; nil for no offset.
    func place(at index: Int, from start: Int) -> Int? {
        let offset = number(at: index)
        return offset == 0 ? nil : start + offset
    }

    func tag(at index: Int) -> String {
        index >= 0 && index + 4 <= bytes.count ? String(decoding: bytes[index..<index + 4], as: UTF8.self) : ""
    }
}
