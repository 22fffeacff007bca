import CCairo

/// Where a font's hanging and ideographic baselines lie, by its `BASE` table (OpenType specification, chapter BASE).
struct FontBaselines {
    /// Heights above the alphabetic baseline in the font's units; nil where the table doesn't tell.
    private(set) var hanging: Int?
    private(set) var ideographic: Int?

    /// Reads the table of an open font; most fonts have none.
    init(_ face: FT_Face) {
        self.init(BigEndianBytes(table: "BASE", of: face))
    }

    /// - Parameter table: as it stands in the font's file.
    init(_ table: BigEndianBytes) {
        guard let axis = table.place(at: 4, from: 0), let tags = table.place(at: axis, from: axis),
            let scripts = table.place(at: axis + 2, from: axis), let values = Self.values(table, scripts)
        else { return }
        hanging = Self.coordinate(of: "hang", table, tags: tags, values: values)
        ideographic = Self.coordinate(of: "ideo", table, tags: tags, values: values)
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
        return table.signed(at: place + 2)
    }
}
