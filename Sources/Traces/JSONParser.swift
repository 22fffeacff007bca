/// Reads JSON from bytes, from any place in them: values stand in the middle of a trace's lines.
struct JSONParser {
    struct Failure: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    private var depth = 0
    private static let depthMax = 200

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The value of a text that holds nothing else; nil when it isn't JSON.
    static func parse(_ text: String) -> JSONValue? {
        var text = text
        return text.withUTF8 { bytes in
            var parser = JSONParser(bytes)
            guard let value = try? parser.value(), parser.peek() == nil else { return nil }
            return value
        }
    }

    /// The next byte that is no white space.
    mutating func peek() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    mutating func value() throws(Failure) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[index] else { throw Failure() }
            position += 1
        }
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func enter() throws(Failure) {
        position += 1
        depth += 1
        if depth > Self.depthMax { throw Failure() }
    }

    private mutating func array() throws(Failure) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw Failure() }
        return .array(elements)
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var members: [JSONValue.Member] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw Failure() }
            let name = try string()
            guard take(UInt8(ascii: ":")) else { throw Failure() }
            members.append(JSONValue.Member(name: name, value: try value()))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw Failure() }
        return .object(Self.ordered(members))
    }

    /// By name; of members with the same name the last counts, as in JavaScript.
    private static func ordered(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        var isOrdered = true
        for index in members.indices.dropFirst() where members[index - 1].name >= members[index].name { isOrdered = false }
        if isOrdered { return members }
        let last = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
        return last.map { JSONValue.Member(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    private mutating func number() throws(Failure) -> Double {
        let start = position
        var integer = 0
        var isInteger = true
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39 {
                if position - start < 16 { integer = integer * 10 + Int(byte - 0x30) }
            } else if byte == UInt8(ascii: "-") && position == start {
                // The sign is applied below.
            } else if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
                || ((byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && bytes[position - 1] | 0x20 == UInt8(ascii: "e"))
            {
                isInteger = false
            } else {
                break
            }
            position += 1
        }
        guard position > start else { throw Failure() }
        let isNegative = bytes[start] == UInt8(ascii: "-")
        if isInteger, position - start < 16, position - start > (isNegative ? 1 : 0) {
            return Double(isNegative ? -integer : integer)
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw Failure() }
        return value
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            position += 1
        }
        guard position < bytes.count else { throw Failure() }
        if bytes[position] == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var units = Array(String(decoding: bytes[start..<position], as: UTF8.self).utf16)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: units, as: UTF16.self)
            }
            if byte == UInt8(ascii: "\\") {
                units.append(try escape())
                continue
            }
            let run = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
                position += 1
            }
            units += String(decoding: bytes[run..<position], as: UTF8.self).utf16
        }
        throw Failure()
    }

    private mutating func escape() throws(Failure) -> UInt16 {
        guard position + 1 < bytes.count else { throw Failure() }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(letter)
        case UInt8(ascii: "u"):
            guard position + 4 <= bytes.count,
                let unit = UInt16(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
            else { throw Failure() }
            position += 4
            return unit
        default: throw Failure()
        }
    }
}
