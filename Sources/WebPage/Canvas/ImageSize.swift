import Foundation

/// The size of an image file, from its header: PNG, JPEG, GIF, WebP, BMP and SVG.
public enum ImageSize {
    /// Width and height in pixels; nil when the bytes are no image that browsers show.
    public static func read(_ data: Data) -> (width: Int, height: Int)? {
        let bytes = [UInt8](data.prefix(1 << 20))
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            return (big(bytes, 16, 4), big(bytes, 20, 4))
        }
        if bytes.starts(with: Array("GIF8".utf8)), bytes.count >= 10 { return (little(bytes, 6, 2), little(bytes, 8, 2)) }
        if bytes.starts(with: Array("BM".utf8)), bytes.count >= 26 {
            return (little(bytes, 18, 4), abs(Int(Int32(truncatingIfNeeded: little(bytes, 22, 4)))))
        }
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 30 { return webp(bytes) }
        return svg(data)
    }

    private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }

    private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }

    /// The frame header among a JPEG file's segments.
    private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var i = 2
        while i + 8 < bytes.count {
            guard bytes[i] == 0xFF else { return nil }
            let marker = bytes[i + 1]
            let isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
            if isFrame { return (big(bytes, i + 7, 2), big(bytes, i + 5, 2)) }
            i += 2 + big(bytes, i + 2, 2)
        }
        return nil
    }

    private static func webp(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
        case "VP8L":
            let bits = little(bytes, 21, 4)
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case "VP8X": return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
        default: return nil
        }
    }

    /// The `width` and `height` of an SVG root, or its view box, or a replaced element's 300 × 150.
    private static func svg(_ data: Data) -> (width: Int, height: Int)? {
        let text = String(decoding: data.prefix(4096), as: UTF8.self)
        guard let root = text.firstRange(of: "<svg"), let end = text[root.upperBound...].firstIndex(of: ">") else { return nil }
        let tag = text[root.upperBound..<end]
        if let width = tag.firstMatch(of: /\swidth\s*=\s*["']\s*([\d.]+)/), let height = tag.firstMatch(of: /\sheight\s*=\s*["']\s*([\d.]+)/) {
            return (Int(Double(width.1) ?? 300), Int(Double(height.1) ?? 150))
        }
        if let box = tag.firstMatch(of: /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/) {
            return (Int(Double(box.1) ?? 300), Int(Double(box.2) ?? 150))
        }
        return (300, 150)
    }
}
