import Foundation

/// Reads the lines of a trace: the other half of ``TraceEncoder``.
struct TraceDecoder {
    private(set) var events: [TraceEvent] = []
    private(set) var summary: TraceSummary?
    private let frameInterval: Double
    private let path: String?
    private var block = Checksum()
    private var whole = Checksum()
    private var blockStart = 1
    private var changes: [String] = []
    private var inputs: [String] = []
    private var members: [JSONValue.Member] = []
    private var digest: UInt32?
    private var commands: [String] = []
    private var drawing: [Int] = []
    private var frame = 0

    init(header: TraceHeader, path: String?) {
        frameInterval = header.frameInterval
        self.path = path
    }

    /// Counts the header's bytes in, which are part of the checksums.
    mutating func begin(_ line: UnsafeBufferPointer<UInt8>) {
        block.add(line)
        whole.add(line)
    }

    /// Takes a line in.
    /// - Parameter bytes: the line with its line feed.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) throws(TraceError) {
        guard summary == nil else { throw damaged(number, "there are lines behind the end") }
        guard let text = String(validating: bytes.dropLast(), as: UTF8.self), let first = text.first else {
            throw damaged(number, "the line is not a trace's")
        }
        switch first {
        case "!": return try end(text.dropFirst(), number)
        case "#":
            guard text.dropFirst() == block.text else {
                throw damaged(blockStart, "something was changed in lines \(blockStart) to \(number)")
            }
            whole.add(bytes)
            block = Checksum()
            blockStart = number + 1
            return
        case ":": changes.append(String(text.dropFirst()))
        case "~": inputs.append(String(text.dropFirst()))
        case "*": commands.append(String(text.dropFirst()))
        default:
            guard let event = event(text) else { throw damaged(number, "the line is not a trace's: \(text.prefix(40))") }
            events.append(event)
        }
        block.add(bytes)
        whole.add(bytes)
    }

    private mutating func end(_ text: Substring, _ number: Int) throws(TraceError) {
        guard let summary = try? JSONDecoder().decode(TraceSummary.self, from: Data(text.utf8)) else {
            throw damaged(number, "the last line is not a trace's")
        }
        guard summary == summary.sealed(whole), summary.line == "!" + text + "\n" else {
            throw damaged(blockStart, "something was changed in lines \(blockStart) to \(number)")
        }
        self.summary = summary
    }

    private func damaged(_ line: Int, _ detail: String) -> TraceError {
        TraceError(.damaged, path: path, line: line, detail, remedy: "record it again, or take a copy that is whole")
    }

    /// The event of a line; nil for one that is none.
    private mutating func event(_ text: String) -> TraceEvent? {
        var rest = Substring(text)
        let advance = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(advance.count)
        if !advance.isEmpty {
            guard let count = Int(advance), count < 1 << 40, frame < 1 << 40 else { return nil }
            frame += count
        }
        var time = Double(frame) * frameInterval
        if rest.first == "@" {
            let digits = rest.dropFirst().prefix { "0123456789.+-".contains($0) || $0 == "e" && rest.contains("e+") }
            guard let given = Double(digits) else { return nil }
            time = given
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let code = rest.popFirst() else { return nil }
        switch code {
        case "r": return frameEvent(rest, time)
        case "d":
            guard let numbers = ListDelta.apply(rest, to: drawing), numbers.allSatisfy(commands.indices.contains) else { return nil }
            drawing = numbers
            return .drawing(TraceDrawing(frame: frame, time: time, commands: numbers.map { commands[$0] }))
        case "i":
            guard let number = Int(rest, radix: 36), inputs.indices.contains(number) else { return nil }
            return .input(json: inputs[number], time: time)
        default:
            guard let kind = TraceEvent.Kind.allCases.first(where: { $0.code == code }) else { return nil }
            guard JSONParser.parse(String(rest)) != nil else { return nil }
            return .note(kind, json: String(rest), time: time)
        }
    }

    private mutating func frameEvent(_ text: Substring, _ time: Double) -> TraceEvent? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        for part in parts[0].split(separator: ",") {
            guard let number = Int(part, radix: 36), changes.indices.contains(number),
                let changed = DeltaParser.apply(changes[number], to: members)
            else { return nil }
            members = changed
        }
        if parts.count == 2 {
            if parts[1].isEmpty {
                digest = nil
            } else {
                guard let value = Self.number(base64: parts[1]) else { return nil }
                digest = value
            }
        }
        return .frame(TraceFrame(frame: frame, time: time, reading: JSONValue.object(members).text, digest: digest))
    }

    private static func number(base64 text: Substring) -> UInt32? {
        guard text.utf8.count == 4 else { return nil }
        var value: UInt32 = 0
        for character in text.utf8 {
            guard let digit = TraceEncoder.base64Alphabet.firstIndex(of: character) else { return nil }
            value = value << 6 | UInt32(digit)
        }
        return value
    }
}
