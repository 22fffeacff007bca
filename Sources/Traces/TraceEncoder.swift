import Foundation

/// Makes the text of a trace, line by line: format `playproof/trace/1`.
///
/// The first line is the header in JSON (``TraceHeader``). Then, a line each:
///
///     :piece{top+1}    a change of one member of the reading (``ReadingDelta``); the first has number 0
///     ~{"key":…}       an input; the first has number 0
///     12r0,3.k9Zq      12 frames later the reading changed by changes 0 and 3; digest of what is shown
///     i2               input 2, at the time of the frame of the line before
///     1@1234.5i2       input 2, one frame later, at 1234.5 ms, which is not the time of the frame
///     c{…} e{…} f{…}   console output, an error, a finding
///     *r 0 0 20 20     a drawing command; the first has number 0
///     d0-1f,=2,1h      what is drawn from here on, made of the drawing before and of commands (``ListDelta``)
///     #89abcdef        checksum (CRC-32) of the lines since the last such line, every 64 lines
///     !{…}             the end: counts and the checksum of all lines before (``TraceSummary``)
///
/// Numbers of changes, inputs and drawing commands are in base 36, digests in base 64 (URL alphabet, 24 bits). The same session gives
/// the same bytes.
public struct TraceEncoder {
    /// Lines between checksums: how close damage can be placed.
    static let blockLength = 64
    /// Members of a reading that the trace has anyway.
    static let impliedMembers: Set<String> = ["time", "frame"]

    private let frameInterval: Double
    private var block = Checksum()
    private var whole = Checksum()
    private var blockLines = 0
    private var changeNumbers: [String: Int] = [:]
    private var inputNumbers: [String: Int] = [:]
    /// The same by the texts that the inputs were given in.
    private var givenInputs: [String: Int] = [:]
    private var members: [JSONValue.Member] = []
    private var lastReading = ""
    /// The members of the last reading in its text, where they are `members`, in the same order.
    private var lastParts: ReadingParts?
    private var lastDigest: UInt32?
    private var commandNumbers: [String: Int] = [:]
    private var lastDrawing: [Int] = []
    private var lineFrame = 0
    private var summary = TraceSummary(frames: 0, time: 0, inputs: 0, changes: 0, notes: 0, checksum: "")

    /// What has been made and not been taken yet.
    public private(set) var pending = ""

    public init(header: TraceHeader) {
        frameInterval = header.frameInterval
        append(header.line())
    }

    /// The text since the last call.
    public mutating func take() -> String {
        defer { pending = "" }
        return pending
    }

    public mutating func input(_ json: String, at time: Double) throws(TraceError) {
        let number: Int
        if let known = givenInputs[json] { number = known } else { number = try self.number(ofInput: json) }
        summary.inputs += 1
        append(prefix(frame: frame(at: time), time) + "i" + String(number, radix: 36))
    }

    private mutating func number(ofInput json: String) throws(TraceError) -> Int {
        let text = try canonical(json, "an input")
        let number = inputNumbers[text] ?? inputNumbers.count
        givenInputs[json] = number
        if inputNumbers[text] == nil {
            inputNumbers[text] = number
            append("~" + text)
        }
        return number
    }

    public mutating func note(_ kind: TraceEvent.Kind, _ json: String, at time: Double) throws(TraceError) {
        summary.notes += 1
        append(prefix(frame: frame(at: time), time) + String(kind.code) + (try canonical(json, "a note")))
    }

    /// To be called for every frame; those that are as the one before take no space.
    public mutating func frame(_ frame: TraceFrame) throws(TraceError) {
        summary.frames = frame.frame
        summary.time = frame.time
        let digest = frame.digest.map { $0 & 0xFF_FFFF }
        let numbers = frame.reading == lastReading ? [] : try changes(to: frame.reading)
        guard !numbers.isEmpty || digest != lastDigest || summary.changes == 0 else { return }
        let digestText = digest == lastDigest ? "" : "." + (digest.map(Self.base64) ?? "")
        lastDigest = digest
        summary.changes += 1
        let list = numbers.map { String($0, radix: 36) }.joined(separator: ",")
        append(prefix(frame: frame.frame, frame.time) + "r" + list + digestText)
    }

    /// What is drawn from this frame on.
    public mutating func drawing(_ drawing: TraceDrawing) {
        let numbers = drawing.commands.map { command in
            if let number = commandNumbers[command] { return number }
            let number = commandNumbers.count
            commandNumbers[command] = number
            append("*" + command)
            return number
        }
        guard numbers != lastDrawing else { return }
        append(prefix(frame: drawing.frame, drawing.time) + "d" + ListDelta.text(from: lastDrawing, to: numbers))
        lastDrawing = numbers
    }

    public mutating func finish() -> TraceSummary {
        summary = summary.sealed(whole)
        pending += summary.line
        return summary
    }

    /// The numbers of the changes that make the last reading this one; new ones are written.
    private mutating func changes(to reading: String) throws(TraceError) -> [Int] {
        let parts = ReadingParts(reading)
        if let parts, let changed = lastParts?.changes(to: parts), let numbers = changes(of: changed, to: parts) {
            (lastReading, lastParts) = (reading, parts)
            return numbers
        }
        let numbers = try allChanges(to: reading)
        lastParts = parts.flatMap { $0.names == members.map { ReadingParts.quoted($0.name) } ? $0 : nil }
        return numbers
    }

    /// The same where only some members' values have become others; nil for what is no JSON.
    private mutating func changes(of indexes: [Int], to parts: ReadingParts) -> [Int]? {
        var numbers: [Int] = []
        for index in indexes {
            guard let value = parts.value(index) else { return nil }
            if let change = ReadingDelta.text(from: members[index].value, to: value) {
                numbers.append(number(ofChange: ReadingDelta.name(members[index].name) + change))
            }
            members[index].value = value
        }
        return numbers
    }

    private mutating func allChanges(to reading: String) throws(TraceError) -> [Int] {
        guard case .object(let all) = JSONParser.parse(reading) else {
            throw TraceError(.notJSON, "a reading is not an object in JSON", remedy: "this is a defect of Playproof: report it")
        }
        let new = all.filter { !Self.impliedMembers.contains($0.name) }
        lastReading = reading
        let numbers = ReadingDelta.changes(from: members, to: new).map { number(ofChange: $0) }
        members = new
        return numbers
    }

    private mutating func number(ofChange text: String) -> Int {
        if let number = changeNumbers[text] { return number }
        let number = changeNumbers.count
        changeNumbers[text] = number
        append(":" + text)
        return number
    }

    private func canonical(_ json: String, _ what: String) throws(TraceError) -> String {
        guard let value = JSONParser.parse(json) else {
            throw TraceError(.notJSON, "\(what) is not JSON", remedy: "this is a defect of Playproof: report it")
        }
        return value.text
    }

    /// The last frame at or before a time.
    private func frame(at time: Double) -> Int {
        let frame = Int((time / frameInterval).rounded())
        let latest = Double(frame) * frameInterval <= time ? frame : frame - 1
        return max(latest, lineFrame)
    }

    private mutating func prefix(frame: Int, _ time: Double) -> String {
        let advance = max(frame - lineFrame, 0)
        lineFrame += advance
        let isAtFrame = time == Double(frame) * frameInterval
        return (advance == 0 ? "" : "\(advance)") + (isAtFrame ? "" : "@" + JSONValue.text(of: time))
    }

    private mutating func append(_ line: String) {
        let line = line + "\n"
        write(line)
        block.add(line)
        blockLines += 1
        guard blockLines == Self.blockLength else { return }
        write("#" + block.text + "\n")
        block = Checksum()
        blockLines = 0
    }

    private mutating func write(_ line: String) {
        whole.add(line)
        pending += line
    }

    static let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    private static func base64(_ digest: UInt32) -> String {
        String([18, 12, 6, 0].map { base64Alphabet[Int(digest >> UInt32($0)) & 63] })
    }
}
