import Foundation
import WebPage

/// By what two pages are known to be copies of each other: all their text, blanks at the ends of lines and empty lines
/// aside. A length and two hashes (FNV-1a, 64 bits, from different starts) stand for the text.
public struct ContentKey: Hashable, Sendable {
    private var length = 0
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init(of page: PageSource) {
        for line in page.html.split(whereSeparator: \.isNewline) {
            let text = line.reversed().drop(while: \.isWhitespace)
            guard !text.isEmpty else { continue }
            add(String(text).utf8)
            add([0x0A])
        }
        for (name, data) in page.files.sorted(by: { $0.key < $1.key }) {
            add(name.utf8)
            add(data)
        }
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            length += 1
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
        }
    }
}
