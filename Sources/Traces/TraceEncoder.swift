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

    private let frameInterval: Double
    private var block = Checksum()
    private var whole = Checksum()
    private var blockLines = 0
    private var changeNumbers: [String: Int] = [:]
    private var inputNumbers: [String: Int] = [:]
    /// The same by the texts that the inputs were given in.
    private var givenInputs: [String: Int] = [:]
    private var members: [JSONValue.Member] = []
    private var lastDigest: UInt32?
    private var commandNumbers: [String: Int] = [:]
    private var lastDrawing: [Int] = []
    private var lineFrame = 0
    private var summary = TraceSummary(frames: 0, time: 0, inputs: 0, changes: 0, notes: 0, checksum: "")

    /// What has been made and not been taken yet.
    private var pending: [UInt8] = []
    /// Bytes that have been made and not been taken yet.
    public var pendingCount: Int { pending.count }
    /// A change in the making.
    private var scratch: [UInt8] = []

    public init(header: TraceHeader) {
        frameInterval = header.frameInterval
        append { $0.write(header.line()) }
    }

    /// The text since the last call.
    public mutating func take() -> String {
        defer { pending.removeAll(keepingCapacity: true) }
        return String(decoding: pending, as: UTF8.self)
    }

    public mutating func input(_ json: String, at time: Double) throws(TraceError) {
        let number: Int
        if let known = givenInputs[json] { number = known } else { number = try self.number(ofInput: json) }
        summary.inputs += 1
        let moment = advance(to: frame(at: time), time)
        append { line in
            moment.write(to: &line)
            line.append(UInt8(ascii: "i"))
            line.write(number, radix: 36)
        }
    }

    private mutating func number(ofInput json: String) throws(TraceError) -> Int {
        let text = try canonical(json, "an input")
        let number = inputNumbers[text] ?? inputNumbers.count
        givenInputs[json] = number
        if inputNumbers[text] == nil {
            inputNumbers[text] = number
            append { $0.write("~" + text) }
        }
        return number
    }

    public mutating func note(_ kind: TraceEvent.Kind, _ json: String, at time: Double) throws(TraceError) {
        let note = try canonical(json, "a note")
        summary.notes += 1
        let moment = advance(to: frame(at: time), time)
        append { line in
            moment.write(to: &line)
            line.write(String(kind.code) + note)
        }
    }

    /// To be called for every frame; those that are as the one before take no space.
    /// - Parameters:
    ///   - number: the frame's, since the page was loaded.
    ///   - time: in virtual milliseconds.
    ///   - reading: in the order of the members' names, without the frame and its time.
    ///   - digest: of what was drawn or shown; its lower 24 bits are kept.
    public mutating func frame(_ number: Int, at time: Double, reading: [JSONValue.Member], digest: UInt32?) {
        summary.frames = number
        summary.time = time
        let digest = digest.map { $0 & 0xFF_FFFF }
        let isNewDigest = digest != lastDigest
        guard isNewDigest || summary.changes == 0 || reading != members else { return }
        let changes = changes(to: reading)
        let moment = advance(to: number, time)
        append { line in
            moment.write(to: &line)
            line.append(UInt8(ascii: "r"))
            for (index, change) in changes.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                line.write(change, radix: 36)
            }
            if isNewDigest {
                line.append(UInt8(ascii: "."))
                if let digest { Self.write(digest, to: &line) }
            }
        }
        lastDigest = digest
        summary.changes += 1
    }

    /// What is drawn from this frame on.
    public mutating func drawing(_ drawing: TraceDrawing) {
        let numbers = drawing.commands.map { command in
            if let number = commandNumbers[command] { return number }
            let number = commandNumbers.count
            commandNumbers[command] = number
            append { $0.write("*" + command) }
            return number
        }
        guard numbers != lastDrawing else { return }
        let delta = ListDelta.text(from: lastDrawing, to: numbers)
        let moment = advance(to: drawing.frame, drawing.time)
        append { line in
            moment.write(to: &line)
            line.write("d" + delta)
        }
        lastDrawing = numbers
    }

    public mutating func finish() -> TraceSummary {
        summary = summary.sealed(whole)
        pending.write(summary.line)
        return summary
    }

    /// The numbers of the changes that make the last reading this one; new ones are written.
    private mutating func changes(to reading: [JSONValue.Member]) -> [Int] {
        var numbers: [Int] = []
        ReadingDelta.forEachChange(from: members, to: reading) { name, before, after in
            scratch.removeAll(keepingCapacity: true)
            scratch.write(ReadingDelta.name(name))
            ReadingDelta.write(from: before, to: after, to: &scratch)
            numbers.append(number(ofChange: String(decoding: scratch, as: UTF8.self)))
        }
        members = reading
        return numbers
    }

    private mutating func number(ofChange text: String) -> Int {
        if let number = changeNumbers[text] { return number }
        let number = changeNumbers.count
        changeNumbers[text] = number
        append { $0.write(":" + text) }
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

    /// How a line that tells of an event begins: the frames since the line before, and the time where it isn't the frame's.
    private struct Moment {
        var frames: Int
        var time: Double?

        func write(to line: inout [UInt8]) {
            if frames > 0 { line.write(frames) }
            guard let time else { return }
            line.append(UInt8(ascii: "@"))
            JSONValue.write(time, to: &line)
        }
    }

    private mutating func advance(to frame: Int, _ time: Double) -> Moment {
        let frames = max(frame - lineFrame, 0)
        lineFrame += frames
        return Moment(frames: frames, time: time == Double(frame) * frameInterval ? nil : time)
    }

    /// Appends a line, and the checksum behind the last line of a block.
    private mutating func append(_ write: (inout [UInt8]) -> Void) {
        let start = pending.count
        write(&pending)
        pending.append(UInt8(ascii: "\n"))
        pending.withUnsafeBufferPointer { bytes in
            let line = UnsafeBufferPointer(rebasing: bytes[start...])
            whole.add(line)
            block.add(line)
        }
        blockLines += 1
        guard blockLines == Self.blockLength else { return }
        let checksum = "#" + block.text + "\n"
        whole.add(checksum)
        pending.write(checksum)
        block = Checksum()
        blockLines = 0
    }

    static let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func write(_ digest: UInt32, to line: inout [UInt8]) {
        for shift: UInt32 in [18, 12, 6, 0] { line.append(base64Alphabet[Int(digest >> shift) & 63]) }
    }
}
