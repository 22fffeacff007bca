/// At most 256 colours for an animation, and which of them stands for a pixel.
struct ColourTable {
    /// 0xRRGGBB.
    private(set) var colours: [UInt32]
    private var indexes: [UInt32: UInt8] = [:]

    /// The most frequent colours of the pictures. Games have few, so that most tables are exact.
    init(of frames: [[UInt32]]) {
        var counts: [UInt32: Int] = [:]
        for frame in frames {
            for pixel in frame { counts[pixel, default: 0] += 1 }
        }
        colours = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(256).map(\.key)
        if colours.isEmpty { colours = [0] }
        for (index, colour) in colours.enumerated() { indexes[colour] = UInt8(index) }
    }

    /// The index of the nearest colour.
    mutating func index(of pixel: UInt32) -> UInt8 {
        if let known = indexes[pixel] { return known }
        let nearest = colours.indices.min { Self.distance(colours[$0], pixel) < Self.distance(colours[$1], pixel) } ?? 0
        indexes[pixel] = UInt8(nearest)
        return UInt8(nearest)
    }

    private static func distance(_ left: UInt32, _ right: UInt32) -> Int {
        [16, 8, 0].reduce(0) { sum, shift in
            let difference = Int(left >> UInt32(shift) & 255) - Int(right >> UInt32(shift) & 255)
            return sum + difference * difference
        }
    }
}
