import Foundation
import Testing

@testable import Traces

@Suite("A trace")
struct TraceTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playproof-\(UUID().uuidString)")
    private let header = TraceHeader(
        submission: .embedded(html: "<!doctype html>\n<p>é\u{2028}</p>", files: ["a.js": Data([0, 255])]), name: "index.html", seed: 7,
        frameInterval: 1000.0 / 60, startTime: 1_735_689_600_000, options: ["fps": "60"])

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String = "a.trace") -> String { folder.appending(path: name).path }

    private func frame(_ number: Int, _ reading: String, digest: UInt32? = nil) -> TraceFrame {
        TraceFrame(frame: number, time: Double(number) * header.frameInterval, reading: reading, digest: digest)
    }

    /// The text of a session of so many frames.
    private func text(frames: Int) throws -> String {
        var encoder = TraceEncoder(header: header)
        var session = TetrisSession()
        for number in 0..<frames {
            if let input = session.input(number) { try encoder.input(input, at: Double(number) * header.frameInterval) }
            session.step(number)
            try encoder.frame(session.reading(number))
        }
        _ = encoder.finish()
        return encoder.take()
    }

    @Test func `is read as it was written`() throws {
        var encoder = TraceEncoder(header: header)
        let readings = [
            #"{"a":1,"b":[[0,0],[0,1]],"s":"x\n\"é","n":null}"#, #"{"a":1,"b":[[0,0],[0,1]],"s":"x\n\"é","n":null}"#,
            #"{"a":-4,"b":[[0,0],[5,1]],"c d":{"e":1.5},"n":true}"#, #"{"a":-4,"b":[[9],[0,0],[5,1]],"c d":{"e":1e300}}"#, "{}",
        ]
        try encoder.input(#"{"key":"ArrowLeft"}"#, at: 5)
        for (number, reading) in readings.enumerated() {
            try encoder.frame(frame(number * 3, reading, digest: number == 4 ? nil : UInt32(number)))
        }
        try encoder.note(.error, #"{"message":"null"}"#, at: 210.25)
        try encoder.input(#"{"key":"ArrowLeft"}"#, at: 211)
        let summary = encoder.finish()
        try Data(encoder.take().utf8).write(to: URL(fileURLWithPath: path()))
        let trace = try TraceReader.read(path())
        #expect(trace.header == header)
        #expect(trace.summary == summary)
        #expect(trace.inputs.map(\.time) == [5, 211])
        #expect(trace.events.contains(.note(.error, json: #"{"message":"null"}"#, time: 210.25)))
        #expect(trace.frames.map(\.frame) == [0, 3, 6, 9, 12])
        #expect(trace.frames.map(\.reading) == readings.map { JSONParser.parse($0)?.text })
        #expect(trace.frames.map(\.digest) == [0, 1, 2, 3, nil])
        #expect(trace.frame(at: 8)?.frame == 6)
    }

    @Test func `gives back readings in whatever order their members stand, and whatever their texts hold`() throws {
        let readings = [
            #"{"a":1,"b":["x"]}"#, #"{"a":2,"b":["x"]}"#, #"{"b":["y"],"a":2}"#, #"{"b":["z"],"a":2}"#, #"{"a":"}],\"{","b":{"c":",\\"}}"#,
            #"{"a":"}],\"{","b":{"c":",\\\""}}"#, #"{"a":1,"a":2,"time":5}"#, #"{"a":1,"a":3,"time":6}"#, #"{"a":3,"time":7}"#, #"{"a":3,"time":8}"#,
            #"{ "a" : 4 }"#, #"{ "a" : 5 }"#, #"{"é":5}"#, #"{"é":6}"#, #"{"\u00e9":7}"#, "{}", "{}",
        ]
        var encoder = TraceEncoder(header: header)
        for (number, reading) in readings.enumerated() { try encoder.frame(frame(number, reading, digest: UInt32(number))) }
        _ = encoder.finish()
        let trace = try TraceReader.read(Data(encoder.take().utf8))
        for (frame, reading) in zip(trace.frames, readings) {
            // The time is in the trace anyway.
            try #require(TraceComparison.changedMembers(frame.reading, reading).filter { $0 != "time" } == [], "\(reading)")
        }
        #expect(trace.frames.count == readings.count)
    }

    @Test func `of ten minutes of play takes at most 200 kB, and gives back every reading`() throws {
        var encoder = TraceEncoder(header: header)
        var session = TetrisSession()
        var expected: [TraceFrame] = []
        for number in 0..<36_000 {
            if let input = session.input(number) { try encoder.input(input, at: Double(number) * header.frameInterval) }
            session.step(number)
            let frame = session.reading(number)
            try encoder.frame(frame)
            if frame.digest != expected.last?.digest { expected.append(frame) }
        }
        _ = encoder.finish()
        let text = encoder.take()
        #expect(text.utf8.count <= 200_000, "\(text.utf8.count) bytes")
        let recorded = try TraceReader.read(Data(text.utf8)).frames
        #expect(recorded.map(\.frame) == expected.map(\.frame))
        for (recorded, expected) in zip(recorded, expected) where recorded.frame % 7 == 0 {
            try #require(TraceComparison.changedMembers(recorded.reading, expected.reading) == [])
        }
    }

    @Test func `is the same byte for byte when the session is`() throws {
        #expect(try text(frames: 1000) == text(frames: 1000))
    }

    @Test func `that was cut off within its first line is said to be`() throws {
        let bytes = Data(try text(frames: 1).utf8.prefix { $0 != 0x0A })
        for length in [40, bytes.count / 2, bytes.count] {
            let error = #expect(throws: TraceError.self) { try TraceReader.read(bytes.prefix(length), allowingCutOff: true) }
            #expect(error?.kind == .cutOff)
            #expect(error?.remedy == "record it again")
        }
    }

    @Test func `that was cut off is read as far as it goes`() throws {
        let text = Data(try text(frames: 600).utf8.prefix(4000))
        let error = #expect(throws: TraceError.self) { try TraceReader.read(text) }
        #expect(error?.kind == .cutOff)
        let trace = try TraceReader.read(text, allowingCutOff: true)
        #expect(trace.summary == nil)
        #expect(trace.frames.count > 10)
    }

    @Test func `shows every changed byte, and about where`() throws {
        let bytes = Data(try text(frames: 300).utf8)
        let firstEnd = try #require(bytes.firstIndex(of: 0x0A))
        for position in stride(from: 0, to: bytes.count, by: 13) {
            var changed = bytes
            changed[position] = changed[position] == 0x35 ? 0x36 : 0x35
            let error = #expect(throws: TraceError.self, "byte \(position)") { try TraceReader.read(changed) }
            let line = bytes[..<position].count { $0 == 0x0A } + 1
            guard position > firstEnd, let error else { continue }
            #expect(abs((error.line ?? 0) - line) <= TraceEncoder.blockLength + 3, "\(error)")
        }
    }

    @Test(arguments: [
        ("", TraceError.Kind.notATrace), ("<html>\n", .notATrace), ("{\"schema\":\"playproof/result/1\"}\n", .notATrace),
        ("{\"schema\":\"playproof/trace/2\"}\n", .version), ("{\"schema\":\"playproof/trace/1\"}\n", .damaged),
    ])
    func `is told from other files`(text: String, kind: TraceError.Kind) {
        let error = #expect(throws: TraceError.self) { try TraceReader.read(Data(text.utf8), path: "x.trace") }
        #expect(error?.kind == kind)
        #expect(error?.description.hasPrefix("x.trace:1: ") == true)
    }

    @Test func `that is missing is named`() {
        let error = #expect(throws: TraceError.self) { try TraceReader.read(path("none")) }
        #expect(error?.kind == .file)
    }

    @Test func `refuses an input that is no JSON`() throws {
        var encoder = TraceEncoder(header: header)
        #expect(throws: TraceError.self) { try encoder.input("{", at: 0) }
    }
}
