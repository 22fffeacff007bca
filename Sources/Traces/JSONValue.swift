/// A JSON value with the members of objects in the order of their names, so that equal values have equal texts.
public enum JSONValue: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
        public var name: String
        public var value: JSONValue

        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in the order of their names, each name once.
    case object([Member])

    var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// The value as an integer that a difference can be taken of without rounding; nil for all others.
    var exactInteger: Int? {
        guard case .number(let number) = self, abs(number) < 9e15 else { return nil }
        return Int(exactly: number)
    }

    var text: String {
        var text: [UInt8] = []
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    func write(to text: inout [UInt8]) {
        switch self {
        case .null: text.write("null")
        case .bool(let value): text.write(value ? "true" : "false")
        case .number(let number): Self.write(number, to: &text)
        case .string(let string): Self.write(string, to: &text)
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                element.write(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &text)
                text.append(UInt8(ascii: ":"))
                member.value.write(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    static func text(of number: Double) -> String {
        var text: [UInt8] = []
        write(number, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    static func write(_ number: Double, to text: inout [UInt8]) {
        if let integer = Int(exactly: number), abs(integer) < 1 << 53 { return text.write(integer) }
        text.write(number.isFinite ? "\(number)" : "null")
    }

    static func write(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy(isPlain) { text.write(string) } else { writeEscaped(string, to: &text) }
        text.append(UInt8(ascii: "\""))
    }

    /// Whether a byte stands for itself in a JSON string wherever it occurs.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func writeEscaped(_ string: String, to text: inout [UInt8]) {
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text.write("\\\"")
            case "\\": text.write("\\\\")
            case "\n": text.write("\\n")
            case "\r": text.write("\\r")
            case "\t": text.write("\\t")
            case "\u{0}"..<"\u{20}", "\u{85}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text.write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: text.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}
