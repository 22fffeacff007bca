import Foundation

/// The first frame of a GIF file: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
struct GIFImage {
    let width: Int
    let height: Int
    /// RGBA bytes, not premultiplied, of the whole picture; what the frame doesn't cover is transparent.
    private(set) var rgba: Data

    /// Nil when the bytes are no GIF file, or one that ends before its first frame.
    init?(_ data: Data) {
        var reader = Reader(bytes: [UInt8](data))
        guard reader.bytes.starts(with: Array("GIF8".utf8)), reader.bytes.count >= 13 else { return nil }
        reader.position = 6
        width = reader.short()
        height = reader.short()
        let flags = reader.byte()
        reader.position = 13
        let palette = flags & 0x80 != 0 ? reader.take(3 << (flags & 7 + 1)) : []
        guard width > 0, height > 0, width * height <= 1 << 26 else { return nil }
        rgba = Data(count: width * height * 4)
        var transparent = -1
        while reader.position < reader.bytes.count {
            switch reader.byte() {
            case 0x21: transparent = reader.skipExtension() ?? transparent
            case 0x2C:
                readFrame(&reader, palette, transparent)
                return
            default: return nil
            }
        }
        return nil
    }

    private mutating func readFrame(_ reader: inout Reader, _ globalPalette: [UInt8], _ transparent: Int) {
        let left = reader.short(), top = reader.short(), columns = reader.short(), rows = reader.short()
        let flags = reader.byte()
        let palette = flags & 0x80 != 0 ? reader.take(3 << (flags & 7 + 1)) : globalPalette
        let codeSize = reader.byte()
        let indices = LZWDecoder(codeSize: codeSize, reader.blocks()).decode(limit: columns * rows)
        let order = flags & 0x40 != 0 ? Self.interlacedRows(rows) : Array(0..<rows)
        for (offset, index) in indices.enumerated() {
            let x = left + offset % columns, y = top + order[offset / columns]
            guard x < width, y < height, Int(index) != transparent, Int(index) * 3 + 2 < palette.count else { continue }
            let target = (y * width + x) * 4
            for channel in 0..<3 { rgba[target + channel] = palette[Int(index) * 3 + channel] }
            rgba[target + 3] = 255
        }
    }

    private static func interlacedRows(_ count: Int) -> [Int] {
        [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: count, by: $0.1)) }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func byte() -> Int {
            defer { position += 1 }
            return position < bytes.count ? Int(bytes[position]) : 0
        }

        mutating func short() -> Int {
            let low = byte()
            return low | byte() << 8
        }

        mutating func take(_ count: Int) -> [UInt8] {
            let end = min(position + count, bytes.count)
            defer { position = end }
            return Array(bytes[min(position, end)..<end])
        }

        /// The contents of sub-blocks up to the empty one.
        mutating func blocks() -> [UInt8] {
            var contents: [UInt8] = []
            while true {
                let count = byte()
                if count == 0 { return contents }
                contents += take(count)
            }
        }

        /// Passes over an extension; the transparent colour's index if it is one that names it.
        mutating func skipExtension() -> Int? {
            let label = byte()
            let contents = blocks()
            return label == 0xF9 && contents.count >= 4 && contents[0] & 1 != 0 ? Int(contents[3]) : nil
        }
    }
}
