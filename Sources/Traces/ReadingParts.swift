/// A reading's members as they stand in its text, so that those that read as they did need not be read again.
struct ReadingParts {
    /// The text of one member, in bytes of the whole.
    struct Part {
        /// The name in its quotes.
        var name: Range<Int>
        var value: Range<Int>
    }

    private let bytes: [UInt8]
    private let parts: [Part]

    /// Nil for a text that isn't an object written without white space between its parts.
    init?(_ reading: String) {
        bytes = Array(reading.utf8)
        guard let parts = Self.parts(of: bytes) else { return nil }
        self.parts = parts
    }

    /// The names in their quotes.
    var names: [String] { parts.map { String(decoding: bytes[$0.name], as: UTF8.self) } }

    static func quoted(_ name: String) -> String { JSONValue.string(name).text }

    /// The members that read otherwise in `later`, by their indexes; nil where it has other members.
    func changes(to later: ReadingParts) -> [Int]? {
        guard parts.count == later.parts.count else { return nil }
        var changed: [Int] = []
        for (index, (part, other)) in zip(parts, later.parts).enumerated() {
            guard bytes[part.name].elementsEqual(later.bytes[other.name]) else { return nil }
            if !bytes[part.value].elementsEqual(later.bytes[other.value]) { changed.append(index) }
        }
        return changed
    }

    /// A member's value; nil for what is no JSON.
    func value(_ index: Int) -> JSONValue? {
        bytes.withUnsafeBufferPointer { buffer in
            let range = parts[index].value
            var parser = JSONParser(UnsafeBufferPointer(rebasing: buffer[range]))
            guard let value = try? parser.value(), parser.peek() == nil else { return nil }
            return value
        }
    }

    private static func parts(of bytes: [UInt8]) -> [Part]? {
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
        var parts: [Part] = []
        var position = 1
        while position < bytes.count - 1 {
            guard let nameEnd = endOfString(bytes, from: position), nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ":"),
                let valueEnd = endOfValue(bytes, from: nameEnd + 1)
            else { return nil }
            parts.append(Part(name: position..<nameEnd, value: (nameEnd + 1)..<valueEnd))
            position = valueEnd + 1
        }
        return parts
    }

    /// Behind the closing quote of the string at a position.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "\"") else { return nil }
        var position = start + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return position < bytes.count ? position + 1 : nil
    }

    /// At the comma or brace behind the member whose value begins at a position.
    private static func endOfValue(_ bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(bytes, from: position) else { return nil }
                position = end
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "}"):
                if depth == 0 { return position == bytes.count - 1 && position > start ? position : nil }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: return position > start ? position : nil
            default: break
            }
            position += 1
        }
        return nil
    }
}
