/// Reads the texts of ``ReadingDelta`` and does to a value what they say.
struct DeltaParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    private typealias Failure = JSONParser.Failure

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The members of a reading after a change of one of them, given as its name and delta; nil when they don't fit.
    static func apply(_ text: String, to members: [JSONValue.Member]) -> [JSONValue.Member]? {
        var text = text
        return text.withUTF8 { bytes in
            var parser = DeltaParser(bytes)
            var members = members
            guard (try? parser.member(of: &members)) != nil, parser.position == bytes.count else { return nil }
            return members
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func member(of members: inout [JSONValue.Member]) throws(Failure) {
        let name = try name()
        let index = members.firstIndex { $0.name >= name } ?? members.count
        let exists = index < members.count && members[index].name == name
        guard let value = try value(exists ? members[index].value : nil) else {
            guard exists else { throw Failure() }
            members.remove(at: index)
            return
        }
        if exists { members[index].value = value } else { members.insert(JSONValue.Member(name: name, value: value), at: index) }
    }

    private mutating func name() throws(Failure) -> String {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            guard case .string(let name) = try json() else { throw Failure() }
            return name
        }
        let start = position
        while position < bytes.count, ReadingDelta.isWordByte(bytes[position]) { position += 1 }
        guard position > start else { throw Failure() }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func json() throws(Failure) -> JSONValue {
        var parser = JSONParser(bytes, at: position)
        let value = try parser.value()
        position = parser.position
        return value
    }

    private mutating func integer() throws(Failure) -> Int {
        let start = position
        var value = 0
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, position - start < 17 {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        guard position > start else { throw Failure() }
        return value
    }

    /// The value after the change at the current position; nil when it is gone.
    private mutating func value(_ old: JSONValue?) throws(Failure) -> JSONValue? {
        if take("!") { return nil }
        if take("=") { return try json() }
        guard let old else { throw Failure() }
        if take("+") { return .number(Double(try number(old) + integer())) }
        if take("-") { return .number(Double(try number(old) - integer())) }
        switch old {
        case .object(var members):
            guard take("{") else { throw Failure() }
            if !take("}") {
                repeat { try member(of: &members) } while take(",")
                guard take("}") else { throw Failure() }
            }
            return .object(members)
        case .array(let elements):
            return .array(take("@") ? try copies(of: elements) : try changed(elements))
        default:
            throw Failure()
        }
    }

    private func number(_ value: JSONValue) throws(Failure) -> Int {
        guard let number = value.exactInteger else { throw Failure() }
        return number
    }

    private mutating func changed(_ elements: [JSONValue]) throws(Failure) -> [JSONValue] {
        var elements = elements
        guard take("[") else { throw Failure() }
        repeat {
            let index = try integer()
            guard elements.indices.contains(index), let value = try value(elements[index]) else { throw Failure() }
            elements[index] = value
        } while take(",")
        guard take("]") else { throw Failure() }
        return elements
    }

    private mutating func copies(of elements: [JSONValue]) throws(Failure) -> [JSONValue] {
        var result: [JSONValue] = []
        if take(";") { return result }
        repeat {
            if take("=") {
                result.append(try json())
                continue
            }
            let first = try integer()
            let last = take("-") ? try integer() : first
            guard first <= last, elements.indices.contains(last) else { throw Failure() }
            result += elements[first...last]
        } while take(",")
        guard take(";") else { throw Failure() }
        return result
    }
}
