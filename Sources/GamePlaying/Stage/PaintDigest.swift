import WebPage

/// A digest of painted boxes: 32-bit FNV-1a over their numbers, each as eight bytes.
struct PaintDigest: Sendable, Equatable {
    private(set) var value: UInt32 = 2_166_136_261
    private static let prime: UInt32 = 16_777_619
    /// Powers of the prime: a byte of zero only multiplies, so that several come to one multiplication.
    private static let powers: [UInt32] = (0...8).map { exponent in (0..<exponent).reduce(1) { power, _ in power &* prime } }

    mutating func mix(_ box: PaintedBox, _ looks: PaintedLooks) {
        mix(size: box.x)
        mix(size: box.y)
        mix(size: box.width)
        mix(size: box.height)
        mix(UInt64(looks.digest(of: box.look)))
        mix(Int((box.alpha * 255).rounded()))
        mix(UInt64(box.kind.rawValue))
    }

    /// In sixteenths of a pixel; what no screen has is left out.
    private mutating func mix(size: Double) {
        if size.magnitude < 1e9 { mix(Int((size * 16).rounded())) }
    }

    private mutating func mix(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

    private mutating func mix(_ number: UInt64) {
        var rest = number
        var left = 8
        while rest != 0 {
            value = (value ^ UInt32(truncatingIfNeeded: rest & 0xFF)) &* Self.prime
            rest >>= 8
            left -= 1
        }
        value = value &* Self.powers[left]
    }
}
