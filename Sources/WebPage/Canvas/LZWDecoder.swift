/// The compression of GIF files: codes that grow from `codeSize` + 1 to 12 bits, each an entry of a table that grows as well.
struct LZWDecoder {
    private let codeSize: Int
    private let bytes: [UInt8]
    private var bitPosition = 0

    init(codeSize: Int, _ bytes: [UInt8]) {
        self.codeSize = min(max(codeSize, 1), 11)
        self.bytes = bytes
    }

    /// The decoded bytes, at most `limit`; those up to the fault if the codes make no sense.
    consuming func decode(limit: Int) -> [UInt8] {
        let clear = 1 << codeSize
        var output: [UInt8] = []
        /// Each entry's last byte, and the entry that comes before it.
        var suffixes: [UInt8] = []
        var prefixes: [Int] = []
        var previous = -1
        var width = codeSize + 1
        while output.count < limit, let code = nextCode(width) {
            if code == clear + 1 { break }
            if code == clear {
                suffixes = (0..<clear + 2).map { UInt8(truncatingIfNeeded: $0) }
                prefixes = [Int](repeating: -1, count: clear + 2)
                width = codeSize + 1
                previous = -1
                continue
            }
            guard code < suffixes.count || (previous >= 0 && code == suffixes.count) else { break }
            let start = output.count
            var entry = code < suffixes.count ? code : previous
            while entry >= 0 {
                output.append(suffixes[entry])
                entry = prefixes[entry]
            }
            output[start...].reverse()
            if code == suffixes.count { output.append(output[start]) }
            if previous >= 0 && suffixes.count < 4096 {
                suffixes.append(output[start])
                prefixes.append(previous)
                if suffixes.count == 1 << width && width < 12 { width += 1 }
            }
            previous = code
        }
        return Array(output.prefix(limit))
    }

    private mutating func nextCode(_ width: Int) -> Int? {
        guard bitPosition + width <= bytes.count * 8 else { return nil }
        var code = 0
        for bit in 0..<width {
            let at = bitPosition + bit
            code |= Int(bytes[at >> 3] >> UInt8(at & 7) & 1) << bit
        }
        bitPosition += width
        return code
    }
}
