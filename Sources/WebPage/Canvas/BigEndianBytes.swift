import CCairo

/// Bytes of a font's table; what lies beyond the end reads as 0, so that a damaged table does no harm.
struct BigEndianBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A table of an open font by its tag, such as `BASE`; empty when the font has none, or one beyond all measure.
    init(table tag: String, of face: FT_Face) {
        let number = tag.utf8.reduce(FT_ULong(0)) { $0 << 8 | FT_ULong($1) }
        var length: FT_ULong = 0
        var bytes: [UInt8] = []
        if FT_Load_Sfnt_Table(face, number, 0, nil, &length) == 0, length < 1 << 20 {
            bytes = [UInt8](repeating: 0, count: Int(length))
            if FT_Load_Sfnt_Table(face, number, 0, &bytes, &length) != 0 { bytes = [] }
        }
        self.init(bytes)
    }

    var isEmpty: Bool { bytes.isEmpty }

    func number(at index: Int) -> Int {
        index >= 0 && index + 1 < bytes.count ? Int(bytes[index]) << 8 | Int(bytes[index + 1]) : 0
    }

    func signed(at index: Int) -> Int { Int(Int16(truncatingIfNeeded: number(at: index))) }

    /// The numbers of a list that begins with its length at `index`; those that the table has.
    func numbers(at index: Int) -> [Int] {
        let count = min(number(at: index), max(0, (bytes.count - index) / 2 - 1))
        return (0..<max(0, count)).map { number(at: index + 2 + $0 * 2) }
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
